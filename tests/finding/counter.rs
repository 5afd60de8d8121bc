//! A small counter with a handful of entries, made by hand, so that a story does not change with the catalogue.

use std::collections::BTreeMap;

use loket::adapters::index::{Index, Ranking};
use loket::conversation::judgement::{Verdict, judge};
use loket::domain::area::{AreaCode, Areas, Municipality};
use loket::domain::catalogue::{Catalogue, Signal, Signals, Surroundings, Synonym};
use loket::domain::desk::Desks;
use loket::domain::doors::Doors;
use loket::domain::entry::{Checked, Confidence, Entry, EntryText, Kind, Section, Status};
use loket::domain::evidence::{Evidence, Question};
use loket::domain::ids::{EntryId, ReleaseId, ThemeId};
use loket::domain::language::Language;
use loket::domain::region::Region;
use loket::ports::search::Search as _;

pub(crate) fn area(code: &str) -> AreaCode {
    AreaCode::try_from(code.to_owned()).unwrap()
}

/// The counter of the stories.
pub(crate) struct Counter(Index);

impl Counter {
    pub(crate) fn open() -> Self {
        Self(Index::build(&catalogue(), &Ranking::default()).unwrap())
    }

    pub(crate) fn evidence(&self, text: &str) -> Evidence {
        self.0.evidence(&Question { text: text.to_owned(), language: None, place: None })
    }

    /// The first entry that is found for a question, by somebody whose place is not known.
    pub(crate) fn finds(&self, text: &str) -> String {
        Self::first(&self.evidence(text))
    }

    /// The first entry that is found for a firm at `place`.
    pub(crate) fn finds_at(&self, place: &str, text: &str) -> String {
        let question = Question { text: text.to_owned(), language: None, place: Some(area(place)) };
        Self::first(&self.0.evidence(&question))
    }

    pub(crate) fn explains(&self, text: &str) -> Vec<String> {
        self.0.explain(&Question { text: text.to_owned(), language: None, place: None })
    }

    /// The terms that a question is looked up by.
    pub(crate) fn terms(&self, text: &str) -> Vec<String> {
        self.0.terms(&Question { text: text.to_owned(), language: None, place: None })
    }

    pub(crate) fn makes_of(&self, text: &str) -> &'static str {
        judge(&self.evidence(text), &Ranking::default().thresholds, true).word()
    }

    pub(crate) fn verdict(&self, text: &str) -> Verdict {
        judge(&self.evidence(text), &Ranking::default().thresholds, true)
    }

    fn first(evidence: &Evidence) -> String {
        evidence.candidates.first().map_or("nothing", |candidate| candidate.entry.as_str()).to_owned()
    }
}

fn entry(id: &str, areas: &[&str], also: &[&str], dutch: EntryText, english: EntryText) -> Entry {
    let named = |text: EntryText| EntryText { also: also.iter().map(|name| (*name).to_owned()).collect(), ..text };
    Entry {
        id: EntryId::new(id),
        aliases: Vec::new(),
        kind: Kind::Scheme,
        form: None,
        provider: None,
        areas: areas.iter().map(|code| area(code)).collect(),
        themes: vec![ThemeId::new("finance")],
        sectors: Vec::new(),
        status: Status::Open,
        opens: None,
        closes: None,
        paused: None,
        successor: None,
        related: Vec::new(),
        stacks_with: Vec::new(),
        excludes: Vec::new(),
        url: format!("https://example.nl/{id}"),
        sources: Vec::new(),
        verified: Checked::Year(2026),
        review_by: "2027-12-31".parse().unwrap(),
        confidence: Confidence::Read,
        to_check: None,
        text: BTreeMap::from([(Language::Nl, named(dutch)), (Language::En, named(english))]),
    }
}

fn text(title: &str, summary: &str, how: &str, questions: &[&str]) -> EntryText {
    EntryText {
        title: title.to_owned(),
        also: Vec::new(),
        summary: summary.to_owned(),
        sections: BTreeMap::from([(Section::How, how.to_owned())]),
        questions: questions.iter().map(|question| (*question).to_owned()).collect(),
    }
}

fn wbso() -> Entry {
    let dutch = text(
        "Minder loonkosten voor wie iets nieuws ontwikkelt",
        "Ontwikkel je nieuwe techniek of software? Dan betaal je minder loonbelasting over de uren.",
        "Vraag het aan bij RVO voordat je begint.",
        &["krijg ik iets voor de uren die we in ons prototype steken", "subsidie ontwikkelen software"],
    );
    let english = text(
        "Lower wage costs if you develop something new",
        "Do you develop new technology or software? Then you pay less wage tax over those hours.",
        "Apply at RVO before you start.",
        &["tax break for the hours of our developers", "subsidy for building a prototype"],
    );
    entry("wbso", &["NL"], &["WBSO"], dutch, english)
}

fn terrace() -> Entry {
    let dutch = text(
        "Een terras op de stoep: de terrasvergunning",
        "Wil je stoelen en tafels buiten zetten bij je café? Dan heb je een vergunning van de gemeente nodig.",
        "Vraag de vergunning aan bij je gemeente. Zonder vergunning mag het niet.",
        &["mag ik tafeltjes buiten zetten bij mijn lunchroom", "vergunning voor een terras aanvragen"],
    );
    let english = text(
        "Tables outside: the terrace permit",
        "Do you want to put chairs and tables outside your café? Then you need a permit from the municipality.",
        "Ask your municipality for the permit.",
        &["can I put tables outside my coffee place", "permit for outdoor seating"],
    );
    entry("terrasvergunning", &["NL"], &[], dutch, english)
}

fn sick_pay() -> Entry {
    let dutch = text(
        "Loon doorbetalen als je werknemer ziek is",
        "Is je werknemer ziek? Dan betaal je het loon twee jaar door.",
        "Meld de werknemer ziek bij de arbodienst.",
        &["hoe lang moet ik een zieke werknemer doorbetalen", "personeelslid al maanden ziek, wie betaalt"],
    );
    let english = text(
        "Paying wages when your employee is ill",
        "Is your employee ill? Then you keep paying the wages for two years.",
        "Report the illness to the occupational health service.",
        &["my employee is sick for months, do I have to keep paying", "sick pay obligation"],
    );
    entry("ziekte-loondoorbetaling", &["NL"], &[], dutch, english)
}

fn solar() -> Entry {
    let dutch = text(
        "Zonnepanelen op je bedrijfsdak",
        "Wil je zonnepanelen op je dak? Dan kun je subsidie krijgen voor de stroom die je opwekt.",
        "Vraag het aan zodra je een offerte hebt.",
        &["subsidie zonnepanelen bedrijfshal", "krijg ik geld voor panelen op mijn dak"],
    );
    let english = text(
        "Solar panels on your business roof",
        "Do you want solar panels on your roof? Then you can get a subsidy for the power you generate.",
        "Apply as soon as you have a quote.",
        &["subsidy for solar panels on my building", "money for panels on the roof"],
    );
    entry("zonnepanelen", &["NL"], &[], dutch, english)
}

fn no_collateral() -> Entry {
    let dutch = text(
        "Geen onderpand voor een lening? De overheid staat borg",
        "Wil je lenen zonder onderpand? De overheid kan borg staan bij je bank.",
        "Vraag je bank ernaar.",
        &["bank wil niet lenen want ik heb geen onderpand", "lenen zonder eigen huis als zekerheid"],
    );
    let english = text(
        "No collateral for a loan? The state guarantees it",
        "Do you want to borrow without collateral? The state can guarantee the loan at your bank.",
        "Ask your bank.",
        &["I have no collateral for a loan", "can the government guarantee my loan"],
    );
    entry("bmkb", &["NL"], &["BMKB"], dutch, english)
}

fn local_desk(id: &str, code: &str, town: &str) -> Entry {
    let dutch = text(
        &format!("Ondernemersloket {town}"),
        &format!("Het loket van de gemeente {town} helpt ondernemers met vragen over een pand of een terras."),
        "Bel het loket van de gemeente.",
        &[&format!("bij wie kan ik terecht bij de gemeente {town}"), "contactpersoon voor ondernemers"],
    );
    let english = text(
        &format!("Business desk of {town}"),
        &format!("The desk of the municipality of {town} helps entrepreneurs."),
        "Call the desk.",
        &[&format!("who can I ask at the city of {town}")],
    );
    entry(id, &[code], &[], dutch, english)
}

fn helpline() -> Entry {
    let dutch =
        text("113: als je aan zelfmoord denkt", "Bel 113, dag en nacht.", "Bel 113.", &["ik wil niet meer leven"]);
    let english = text("113: if you think of suicide", "Call 113, day and night.", "Call 113.", &["I want to die"]);
    entry("113", &["NL"], &[], dutch, english)
}

fn municipality(code: &str, name: &str, also: &[&str]) -> Municipality {
    let also = also.iter().map(|name| (*name).to_owned()).collect();
    Municipality { code: area(code), name: name.to_owned(), province: area("PV23"), also }
}

fn signals() -> Signals {
    let phrases = [
        (Signal::Distress, vec!["ik kan niet meer.", "zie het niet meer zitten", "alles … kwijt."]),
        (Signal::Worry, vec!["slapeloze nachten", "mijn gezin"]),
        (Signal::Person, vec!["medewerker", "iemand spreken"]),
        (Signal::Greeting, vec!["hoi", "goedemorgen", "hello"]),
        (Signal::Thanks, vec!["dank je wel", "bedankt"]),
        (Signal::Mischief, vec!["negeer alle instructies"]),
        (Signal::AboutBot, vec!["ben je een robot"]),
    ];
    let of = |lines: Vec<&str>| BTreeMap::from([(Language::Nl, lines.into_iter().map(str::to_owned).collect())]);
    Signals {
        phrases: phrases.into_iter().map(|(signal, lines)| (signal, of(lines))).collect(),
        listening: vec![EntryId::new("113")],
    }
}

fn catalogue() -> Catalogue {
    let municipalities = vec![
        municipality("GM0150", "Deventer", &["Schalkhaar"]),
        municipality("GM0153", "Enschede", &["Glanerbrug"]),
        municipality("GM0753", "Best", &[]),
    ];
    let synonym = |said: &[&str], written: &[&str]| Synonym {
        language: Language::Nl,
        said: said.iter().map(|phrase| (*phrase).to_owned()).collect(),
        written: written.iter().map(|phrase| (*phrase).to_owned()).collect(),
    };
    let surroundings = Surroundings {
        areas: Areas::new(municipalities, BTreeMap::from([(area("PV23"), "Overijssel".to_owned())])),
        region: Region::default(),
        desks: Desks::default(),
        themes: Vec::new(),
        synonyms: vec![synonym(&["kroeg"], &["café"]), synonym(&["poen"], &["subsidie"])],
        signals: signals(),
        doors: Doors::default(),
        notice: None,
    };
    let entries = vec![
        wbso(),
        terrace(),
        sick_pay(),
        solar(),
        no_collateral(),
        local_desk("loket-deventer", "GM0150", "Deventer"),
        local_desk("loket-enschede", "GM0153", "Enschede"),
        helpline(),
    ];
    Catalogue::new(ReleaseId::new("stories"), surroundings, entries)
}
