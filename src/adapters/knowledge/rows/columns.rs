//! What the columns are: their headings, what is filled in, and which fact or text of an entry it is.
//!
//! They are Dutch, as those who fill them in are; the headings of a text differ per kind of entry, these don't.

use super::vocabulary::{List, Vocabulary};
use crate::domain::entry::Section;
use crate::domain::language::Language;
use crate::domain::sheet::{self, Fill};

/// A column.
pub(super) struct Column {
    pub(super) fact: Fact,
    pub(super) heading: &'static str,
    hint: &'static str,
}

/// Which part of an entry stands in a column. Facts are named by their key in the header.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Fact {
    /// A few words.
    Line(&'static str),
    /// One word of a list.
    Word(&'static str, List),
    /// A day.
    Day(&'static str),
    /// Several, one a line.
    Lines(&'static str),
    /// Several ids or codes, one a line or with commas between.
    Ids(&'static str),
    /// The first theme.
    MainTheme,
    /// The other themes.
    OtherThemes,
    /// A text in a language.
    Text(Language, Piece),
}

/// A piece of an entry's text.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(super) enum Piece {
    Title,
    Summary,
    Section(Section),
    Questions,
}

/// By this a row finds its entry.
pub(super) const ID: Fact = Fact::Line("id");
/// By this a new entry finds its folder and its headings.
pub(super) const KIND: Fact = Fact::Word("kind", List::Kind);
/// The key of the themes in the header.
pub(super) const THEMES: &str = "themes";

const fn column(fact: Fact, heading: &'static str, hint: &'static str) -> Column {
    Column { fact, heading, hint }
}

const NL: Language = Language::Nl;
const EN: Language = Language::En;

/// The columns, from left to right. The id comes first: by it a row finds its entry.
pub(super) const COLUMNS: [Column; 41] = [
    column(ID, "Id", "De vaste naam: kleine letters, cijfers en streepjes. Verander hem nooit."),
    column(KIND, "Soort", "Kies uit de lijst."),
    column(Fact::Text(NL, Piece::Title), "Titel (NL)", "Wat het is, in gewone woorden. Hooguit 70 tekens."),
    column(Fact::Word("status", List::Status), "Status", "Kies uit de lijst. Een regeling die voorbij is: Gestopt."),
    column(Fact::Word("form", List::Form), "Vorm", "Alleen bij een regeling. Kies uit de lijst."),
    column(Fact::Line("provider"), "Aanbieder", "Het id van de organisatie. Leeg bij een organisatie."),
    column(Fact::Ids("areas"), "Gebieden", "NL, een provincie (PV23) of gemeenten (GM0150). Eén per regel."),
    column(Fact::MainTheme, "Hoofdthema", "Kies uit de lijst."),
    column(Fact::OtherThemes, "Andere thema's", "Zoals in de lijst. Meer dan één? Eén per regel (Alt+Enter)."),
    column(Fact::Lines("sectors"), "Sectoren", "Alleen als het voor bepaalde vakken is: horeca, bouw. Eén per regel."),
    column(Fact::Day("opens"), "Opent op", "Eerste dag, alleen als die bekend is: 2026-12-31."),
    column(Fact::Day("closes"), "Sluit op", "Laatste dag, alleen als die bekend is: 2026-12-31."),
    column(Fact::Line("successor"), "Opvolger", "Het id van wat ervoor in de plaats kwam."),
    column(Fact::Line("url"), "Link", "De officiële pagina, met https:// ervoor."),
    column(Fact::Lines("sources"), "Bronnen", "De pagina's waar de feiten staan. Eén per regel."),
    column(Fact::Line("verified"), "Gecontroleerd", "Wanneer de feiten zijn nagekeken: 2026, 2026-06 of 2026-06-12."),
    column(Fact::Day("review_by"), "Nakijken voor", "Na deze dag moet iemand er weer naar kijken: 2026-12-31."),
    column(Fact::Word("confidence", List::Confidence), "Zekerheid", "Gelezen op een bron, of algemeen bekend."),
    column(Fact::Line("to_check"), "Nog na te kijken", "Alleen als iets niet zeker is: wat iemand moet opzoeken."),
    column(Fact::Lines("also_nl"), "Ook bekend als (NL)", "Andere namen en afkortingen. Eén per regel."),
    column(Fact::Lines("also_en"), "Ook bekend als (EN)", "Andere namen en afkortingen in het Engels. Eén per regel."),
    column(Fact::Ids("related"), "Hoort bij", "Id's van wat vaak samen wordt gevraagd. Eén per regel."),
    column(Fact::Ids("stacks_with"), "Samen met", "Id's die je ermee mag combineren, volgens de bron. Eén per regel."),
    column(Fact::Ids("excludes"), "Niet samen met", "Id's die niet samen kunnen, volgens de bron. Eén per regel."),
    column(
        Fact::Ids("shares"),
        "Deelt vragen met",
        "Id's die dezelfde vragen beantwoorden. Zelden nodig. Eén per regel.",
    ),
    column(Fact::Ids("aliases"), "Vroegere id's", "Id's die het eerder had. Eén per regel."),
    column(Fact::Text(NL, Piece::Summary), "Samenvatting (NL)", "Twee zinnen: wat is het, en waar is het goed voor?"),
    column(
        Fact::Text(NL, Piece::Section(Section::Who)),
        "Voor wie (NL)",
        "Voor wie het is; bij een voorbeeld: om wie.",
    ),
    column(Fact::Text(NL, Piece::Section(Section::What)), "Wat (NL)", "Wat krijg je, wat geldt er, of wat doen ze?"),
    column(
        Fact::Text(NL, Piece::Section(Section::Conditions)),
        "Voorwaarden (NL)",
        "Voorwaarden, of waar je op let. Een opsomming: elke regel met • ervoor.",
    ),
    column(
        Fact::Text(NL, Piece::Section(Section::How)),
        "Hoe (NL)",
        "Zo vraag je het aan, regel je het of bereik je ze.",
    ),
    column(
        Fact::Text(NL, Piece::Section(Section::When)),
        "Wanneer (NL)",
        "Tot wanneer. Leeg als er niets te zeggen is.",
    ),
    column(Fact::Text(NL, Piece::Questions), "Vragen (NL)", "Zo vragen mensen het. Eén vraag per regel (Alt+Enter)."),
    column(Fact::Text(EN, Piece::Title), "Titel (EN)", "De titel in het Engels. Hooguit 70 tekens."),
    column(Fact::Text(EN, Piece::Summary), "Samenvatting (EN)", "De samenvatting in het Engels."),
    column(Fact::Text(EN, Piece::Section(Section::Who)), "Voor wie (EN)", "Hetzelfde in het Engels."),
    column(Fact::Text(EN, Piece::Section(Section::What)), "Wat (EN)", "Hetzelfde in het Engels."),
    column(Fact::Text(EN, Piece::Section(Section::Conditions)), "Voorwaarden (EN)", "Hetzelfde in het Engels."),
    column(Fact::Text(EN, Piece::Section(Section::How)), "Hoe (EN)", "Hetzelfde in het Engels."),
    column(Fact::Text(EN, Piece::Section(Section::When)), "Wanneer (EN)", "Hetzelfde in het Engels."),
    column(Fact::Text(EN, Piece::Questions), "Vragen (EN)", "Zo vragen mensen het in het Engels. Eén vraag per regel."),
];

impl Column {
    /// The column as it is shown to who fills it in.
    pub(super) fn shown(&self, vocabulary: &Vocabulary) -> sheet::Column {
        let fill = match self.fact {
            Fact::Line(_) | Fact::Lines(_) | Fact::Ids(_) | Fact::Text(_, Piece::Title) => Fill::Words,
            Fact::Text(..) => Fill::Text,
            Fact::Day(_) => Fill::Day,
            Fact::Word(_, list) => Fill::OneOf(vocabulary.choices(list)),
            Fact::MainTheme => Fill::OneOf(vocabulary.choices(List::Theme)),
            Fact::OtherThemes => Fill::SomeOf(vocabulary.choices(List::Theme)),
        };
        sheet::Column { heading: self.heading.to_owned(), hint: self.hint.to_owned(), fill }
    }
}
