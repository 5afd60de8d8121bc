//! A catalogue many times as large: its entries again, each time in other words, as another region would write them.
//!
//! Words that many entries use are the same in all copies, so that their lists grow with the catalogue; each of the
//! others comes in some made-up variants, so that the vocabulary grows too, but more slowly.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::hash::{DefaultHasher, Hasher as _};

use loket::domain::catalogue::{Catalogue, Surroundings};
use loket::domain::entry::{Entry, EntryText};
use loket::domain::ids::EntryId;
use loket::domain::language::Language;

/// One entry in so many uses a word before it counts as one that every copy uses.
const GENERAL: usize = 50;

/// A word comes in so many variants, itself among them.
const VARIANTS: u64 = 20;

/// So many example questions of each entry are kept, so that the largest catalogue fits in a small machine.
const DUTCH: usize = 12;
const ENGLISH: usize = 6;

const SYLLABLES: [&str; 32] = [
    "ba", "ker", "lo", "min", "ta", "vel", "ro", "sch", "del", "pi", "gra", "wen", "ho", "lis", "mo", "ver", "stu",
    "nak", "fe", "dor", "bri", "la", "kom", "zet", "ju", "ram", "oe", "tin", "pla", "ges", "hui", "ven",
];

/// The catalogue with `times` as many entries.
pub(crate) fn copies(catalogue: &Catalogue, times: usize) -> Catalogue {
    let general = general_words(catalogue);
    let entries = (0..times).flat_map(|copy| catalogue.entries().map(move |entry| (copy, entry)));
    let entries = entries.map(|(copy, entry)| Copier { general: &general, copy }.entry(entry)).collect();
    let all = catalogue.clone();
    let surroundings = Surroundings {
        areas: all.areas,
        region: all.region,
        desks: all.desks,
        themes: all.themes,
        synonyms: all.synonyms,
        signals: all.signals,
        doors: all.doors,
        notice: all.notice,
    };
    Catalogue::new(all.release, surroundings, entries)
}

/// The words that many entries use.
fn general_words(catalogue: &Catalogue) -> HashSet<String> {
    let mut entries_with: HashMap<String, usize> = HashMap::new();
    for entry in catalogue.entries() {
        let texts = entry.text.values().flat_map(|text| {
            let lists = text.questions.iter().chain(text.sections.values());
            [&text.title, &text.summary].into_iter().chain(lists)
        });
        let words: BTreeSet<String> =
            texts.flat_map(|text| text.split(|sign: char| !sign.is_alphabetic())).map(str::to_lowercase).collect();
        for word in words {
            *entries_with.entry(word).or_default() += 1;
        }
    }
    let enough = catalogue.len() / GENERAL;
    entries_with.into_iter().filter(|(_, entries)| *entries >= enough).map(|(word, _)| word).collect()
}

struct Copier<'a> {
    general: &'a HashSet<String>,
    copy: usize,
}

impl Copier<'_> {
    fn entry(&self, entry: &Entry) -> Entry {
        let text: BTreeMap<Language, EntryText> =
            entry.text.iter().map(|(language, text)| (*language, self.text(text, *language))).collect();
        let id = if self.copy == 0 { entry.id.clone() } else { EntryId::new(format!("{}-{}", entry.id, self.copy)) };
        Entry { id, text, aliases: Vec::new(), ..entry.clone() }
    }

    fn text(&self, text: &EntryText, language: Language) -> EntryText {
        let questions = if language == Language::Nl { DUTCH } else { ENGLISH };
        EntryText {
            title: self.line(&text.title),
            also: text.also.iter().map(|name| self.line(name)).collect(),
            summary: self.line(&text.summary),
            sections: text.sections.iter().map(|(section, body)| (*section, self.line(body))).collect(),
            questions: text.questions.iter().take(questions).map(|question| self.line(question)).collect(),
        }
    }

    fn line(&self, text: &str) -> String {
        let mut line = String::new();
        let mut word = String::new();
        for sign in text.chars() {
            if sign.is_alphabetic() {
                word.push(sign);
            } else {
                line.push_str(&self.word(&std::mem::take(&mut word)));
                line.push(sign);
            }
        }
        line + &self.word(&word)
    }

    fn word(&self, word: &str) -> String {
        let variant = hash(&(word.to_lowercase(), self.copy)) % VARIANTS;
        if self.copy == 0 || variant == 0 || self.general.contains(&word.to_lowercase()) {
            return word.to_owned();
        }
        let count = word.chars().count().div_ceil(3).clamp(1, 5);
        let syllable = |at: usize| {
            let chosen = hash(&(word.to_lowercase(), variant, at)) % SYLLABLES.len() as u64;
            SYLLABLES.get(usize::try_from(chosen).unwrap_or_default()).copied().unwrap_or_default()
        };
        (0..count).map(syllable).collect()
    }
}

fn hash(what: &impl std::hash::Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    what.hash(&mut hasher);
    hasher.finish()
}
