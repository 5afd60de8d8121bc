//! Finding: from a question in plain language to the entries that may answer it, with how probable each is.
//!
//! The order of work, one file a step:
//!
//! ```text
//! words → tongue (which language) → signals (small talk, phrases) → distress (a small model) → places → reading
//! (terms, compounds, synonyms, guesses) → finder (tantivy: which entries share terms) and spelling (which share letter
//! groups) → features (measured on pages) → model (probabilities) → Evidence
//! ```
//!
//! And how the index comes about: corpus (texts cut into words) → analyst (what the words are) → lines (the terms of
//! every text) → finder, pages, spelling.
//!
//! To add a measure: a `Feature` and its line in `features::measure`, from what `question::Asked` finds of the question
//! on a page (`by_words`, `by_letters`: one look-up per term and per letter group, see `occurrences`); then
//! `loket fit dev.jsonl tests/questions/nobody.jsonl`; the catalogue's own questions teach too (`practice`).

mod analyst;
mod compounds;
mod corpus;
pub mod distress;
mod explaining;
pub mod features;
mod finder;
pub mod fitting;
mod grams;
mod intents;
pub mod learning;
mod letters;
mod lexicon;
mod lines;
pub mod model;
mod names;
mod occurrences;
mod pages;
mod places;
pub mod practice;
mod question;
pub mod ranking;
mod reading;
mod regions;
mod shelves;
mod signals;
mod spelling;
mod stems;
mod stops;
mod synonyms;
mod telling;
mod tongue;
mod vocabulary;
mod words;
pub mod worth;

use self::analyst::Analyst;
use self::corpus::Corpus;
use self::distress::Distress;
use self::explaining::Findings;
use self::features::{Feature, Features, measure};
use self::finder::{Finder, Sought};
use self::letters::letters_of_each;
use self::lexicon::Lexicon;
use self::lines::lines;
use self::model::Doubts;
use self::names::Names;
use self::pages::{Page, pages};
use self::places::{Named, Places, fit};
use self::question::Asked;
pub use self::ranking::Ranking;
use self::reading::{Reader, Reading};
use self::signals::{Ear, Heard};
use self::spelling::Spelling;
use self::synonyms::Synonyms;
pub use self::telling::TellingWords;
use self::vocabulary::Vocabulary;
use self::words::{Word, words};
use self::worth::Worths;
use crate::domain::area::Areas;
use crate::domain::catalogue::Catalogue;
use crate::domain::entry::Entry;
use crate::domain::evidence::{Candidate, Evidence, Question, SmallTalk};
use crate::domain::ids::EntryId;
use crate::domain::language::Language;
use crate::ports::search::Search;

/// A longer message of which no word is known is a language we don't know, not a cat on the keyboard.
const MOST_GIBBERISH: usize = 3;

/// From this probability the listening line is what is asked for; one candidate among others is no sign of distress.
const ASKS_TO_BE_HEARD: f64 = 0.5;

/// A catalogue that could not be indexed.
#[derive(Debug, thiserror::Error)]
pub enum IndexError {
    /// The search engine refused.
    #[error("the index cannot be built: {0}")]
    Engine(#[from] tantivy::TantivyError),
}

/// One release of the catalogue, ready to be asked.
pub struct Index {
    ranking: Ranking,
    areas: Areas,
    analyst: Analyst,
    vocabulary: Vocabulary,
    synonyms: Synonyms,
    ear: Ear,
    /// Hears what no phrase says; without it the phrases decide alone.
    distress: Option<Distress>,
    /// The first line for somebody in distress: whoever asks for it, however it is put, is heard.
    listening: Option<EntryId>,
    places: Places,
    worths: Worths,
    names: Names,
    spelling: Spelling,
    pages: Vec<Page>,
    finder: Finder,
}

/// A candidate with everything measured of it.
#[derive(Clone, Debug)]
pub struct Measured {
    /// The entry.
    pub entry: EntryId,
    /// Its measures.
    pub features: Features,
}

/// A question with everything measured of it and of its candidates: what `loket fit` learns from.
#[derive(Clone, Debug, Default)]
pub struct Observation {
    /// What speaks for none of the entries.
    pub doubts: Doubts,
    /// The candidates.
    pub candidates: Vec<Measured>,
}

impl Index {
    /// Reads a catalogue.
    pub fn build(catalogue: &Catalogue, ranking: &Ranking) -> Result<Self, IndexError> {
        let entries: Vec<&Entry> = catalogue.entries().collect();
        let entries = || entries.iter().copied();
        let (letters, (analyst, vocabulary, lines)) = side_by_side(
            || letters_of_each(entries()),
            || {
                let mut forms = Lexicon::default();
                let corpus = Corpus::of(entries(), &mut forms);
                let analyst = Analyst::of(forms, &corpus, &catalogue.signals);
                let mut vocabulary = Vocabulary::default();
                let lines = lines(&corpus, &analyst, &mut vocabulary);
                (analyst, vocabulary, lines)
            },
        );
        let (finder, (pages, spelling, names)) = side_by_side(
            || Finder::of(&lines, &vocabulary),
            || {
                let pages = pages(entries(), &lines, letters, &vocabulary);
                let spelling = Spelling::of(&pages);
                (pages, spelling, Names::of(entries(), &analyst.stops, &vocabulary))
            },
        );
        Ok(Self {
            ranking: ranking.clone(),
            areas: catalogue.areas.clone(),
            synonyms: Synonyms::of(&catalogue.synonyms, &analyst.stops),
            ear: Ear::of(&catalogue.signals),
            distress: None,
            listening: catalogue.signals.listening.first().cloned(),
            places: Places::of(&catalogue.areas),
            names,
            worths: ranking.worth.by_gram(),
            analyst,
            vocabulary,
            spelling,
            pages,
            finder: finder?,
        })
    }

    /// Lets a model hear distress beside the phrases.
    #[must_use]
    pub fn with_distress(mut self, distress: Distress) -> Self {
        self.distress = Some(distress);
        self
    }

    fn hear(&self, text: &[Word], language: Option<Language>) -> Heard {
        let is_known = |word: &str| self.analyst.forms.has(word);
        let tells = |word: &str| !self.analyst.stops.has(word, None);
        let heard = self.ear.hear(text, is_known, tells);
        let nothing_known = text.len() <= MOST_GIBBERISH && !text.iter().any(|word| self.is_word(&word.folded));
        let gibberish = (nothing_known && language.is_none()).then_some(SmallTalk::Gibberish);
        let small_talk = heard.small_talk.or(gibberish);
        let distress = match &self.distress {
            // A greeting or thanks and nothing else is what it says.
            Some(model) if small_talk.is_none() => model.probability(text, &heard),
            _ => heard.distress,
        };
        Heard { distress, small_talk, ..heard }
    }

    /// How probable it is that the first listening line is what is asked for.
    fn asks_to_be_heard(&self, candidates: &[Candidate]) -> f64 {
        let line = candidates.iter().find(|candidate| Some(&candidate.entry) == self.listening.as_ref());
        line.map(|candidate| candidate.probability).filter(|sure| *sure >= ASKS_TO_BE_HEARD).unwrap_or_default()
    }

    /// Is this a word, perhaps misspelt? Letters of another script may be one.
    fn is_word(&self, word: &str) -> bool {
        !word.is_ascii() || self.analyst.forms.has(word) || self.analyst.forms.guess(word).is_some()
    }

    fn read(&self, question: &Question) -> (Reading, Named) {
        let text = words(&question.text);
        let named = self.places.named(&text);
        let is_small = |word: &str| self.analyst.stops.has(word, None);
        let language = question.language.or_else(|| self.analyst.tongue.guess(&text, is_small));
        let reader = Reader { analyst: &self.analyst, vocabulary: &self.vocabulary, synonyms: &self.synonyms };
        (reader.read(&text, language, &named.is_place), named)
    }

    /// The terms a question is looked up by.
    pub fn terms(&self, question: &Question) -> Vec<String> {
        let (reading, _) = self.read(question);
        reading.terms.keys().map(|term| self.vocabulary.text(*term).to_owned()).collect()
    }

    /// How many documents tantivy finds for terms by its own measure, at most ten, with nothing of ours around it:
    /// what a benchmark compares with.
    pub fn bare_search(&self, terms: &[String]) -> usize {
        let terms: Vec<(&str, f32)> = terms.iter().map(|term| (term.as_str(), 1.0)).collect();
        self.finder.bare(&terms)
    }

    /// Everything that is measured of a question and of its candidates.
    pub fn observe(&self, question: &Question) -> Observation {
        let (reading, named) = self.read(question);
        self.measure(question, &reading, &named)
    }

    fn measure(&self, question: &Question, reading: &Reading, named: &Named) -> Observation {
        let stems: Vec<String> = reading.telling.iter().map(|word| word.stem.clone()).collect();
        let mut said = self.names.said(&stems);
        said.extend(self.names.asked(&question.text));
        let mut terms: Vec<Sought<'_>> =
            reading.terms.iter().map(|(term, (_, weight))| (*term, self.vocabulary.text(*term), *weight)).collect();
        terms.sort_unstable_by(|one, other| one.1.cmp(other.1));
        let mut found = self.finder.find(&terms);
        let asked = Asked::new(reading, &question.text, &self.vocabulary, &self.worths);
        for entry in said.iter().map(|name| name.entry).chain(self.spelling.find(&asked.grams)) {
            if !found.contains(&entry) {
                found.push(entry);
            }
        }
        let candidates = found.into_iter().filter_map(|at| {
            let page = self.pages.get(at)?;
            let strongest = said.iter().filter(|name| name.entry == at).map(|name| name.strength).fold(0.0, f32::max);
            let fit = fit(&page.areas, &named.areas, question.place.as_ref(), &self.areas);
            Some(Measured { entry: page.id.clone(), features: measure(&asked, page, strongest, fit) })
        });
        let candidates: Vec<Measured> = candidates.collect();
        Observation { doubts: doubts(reading, &candidates), candidates }
    }
}

/// What both come to, each on a processor of its own.
fn side_by_side<A: Send, B>(one: impl FnOnce() -> A + Send, other: impl FnOnce() -> B) -> (A, B) {
    std::thread::scope(|scope| {
        let one = scope.spawn(one);
        let other = other();
        let one = one.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic));
        (one, other)
    })
}

#[expect(clippy::cast_precision_loss, reason = "a message has far fewer than 2^52 words")]
fn doubts(reading: &Reading, candidates: &[Measured]) -> Doubts {
    let telling = reading.telling.len() as f64;
    let lacks = |feature: Feature| {
        let values = candidates.iter().filter_map(|one| one.features.get(feature as usize));
        1.0 - values.copied().fold(0.0, f64::max)
    };
    let foreign = reading.language.is_none() && reading.telling.len() > MOST_GIBBERISH;
    [
        1.0,
        f64::from(reading.unknown),
        1.0 / (1.0 + telling),
        telling.ln_1p(),
        lacks(Feature::Covered),
        lacks(Feature::ExampleSaid),
        lacks(Feature::Letters),
        if foreign { 1.0 } else { 0.0 },
    ]
}

impl Search for Index {
    fn evidence(&self, question: &Question) -> Evidence {
        let (reading, named) = self.read(question);
        let heard = self.hear(&words(&question.text), reading.language);
        let candidates = self.ranking.candidates(&self.measure(question, &reading, &named));
        Evidence {
            language: reading.language,
            distress: self.asks_to_be_heard(&candidates).max(heard.distress),
            wants_person: heard.wants_person,
            small_talk: heard.small_talk,
            place: named.areas.iter().find(|area| area.is_municipality()).cloned(),
            only_a_place: named.nothing_else,
            candidates,
        }
    }

    fn explain(&self, question: &Question) -> Vec<String> {
        let (reading, named) = self.read(question);
        let text = words(&question.text);
        let heard = self.hear(&text, reading.language);
        let tells = self.distress.as_ref().map(|model| model.tells(&text, &heard)).unwrap_or_default();
        let observation = self.measure(question, &reading, &named);
        let findings =
            Findings { reading: &reading, named: &named, heard: &heard, tells: &tells, observation: &observation };
        findings.told(&self.ranking, &self.vocabulary, &self.areas)
    }
}
