//! The names of entries, said in full in a question: who writes `WBSO` means WBSO.

use std::hash::BuildHasher as _;

use rustc_hash::{FxBuildHasher, FxHashMap};

use super::analyst::joined;
use super::stems::stem;
use super::stops::Stops;
use super::vocabulary::Vocabulary;
use super::words::{folded_words, words};
use crate::domain::entry::Entry;
use crate::domain::language::Language;

/// How much more an abbreviation says than another name: nobody types WBSO who means something else.
const ABBREVIATION: f32 = 2.0;
/// How much an example question says that is asked word for word.
const WORD_FOR_WORD: f32 = 4.0;
/// The longest abbreviation, in letters.
const LONGEST_ABBREVIATION: usize = 6;

/// A name and the entry it belongs to.
#[derive(Debug)]
struct Name {
    stems: Vec<String>,
    entry: usize,
    strength: f32,
}

/// All names, by their first stem.
#[derive(Debug, Default)]
pub(super) struct Names {
    by_first: FxHashMap<String, Vec<Name>>,
    /// The example questions, word for word, each with its entry: hashed, for nothing of them is ever shown.
    questions: FxHashMap<u64, usize>,
}

/// A name that stands in a question.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Said {
    /// The place of its entry among the pages.
    pub(super) entry: usize,
    /// How surely that entry is meant: 0 to 1, up to 2 for an abbreviation, and more for a whole question.
    pub(super) strength: f32,
}

impl Names {
    /// The names of all entries, in the order of the pages.
    pub(super) fn of<'e>(entries: impl Iterator<Item = &'e Entry>, stops: &Stops, vocabulary: &Vocabulary) -> Self {
        let mut names = Self::default();
        for (at, entry) in entries.enumerate() {
            for (language, text) in &entry.text {
                let short = bracketed(&text.title);
                for question in &text.questions {
                    names.questions.insert(hash_of_words(question), at);
                }
                for name in text.also.iter().map(String::as_str).chain(short) {
                    names.add(name, at, *language, stops, vocabulary);
                }
            }
        }
        names
    }

    fn add(&mut self, name: &str, entry: usize, language: Language, stops: &Stops, vocabulary: &Vocabulary) {
        let words = joined(&words(name));
        let telling = words.iter().filter(|word| !stops.has(&word.folded, Some(language)));
        let stems: Vec<String> = telling.map(|word| stem(&word.folded, language)).collect();
        let rarity = stems.iter().filter_map(|stem| vocabulary.id(stem)).map(|id| vocabulary.weight(id));
        let rarity = (rarity.reduce(f32::max).unwrap_or_default() / vocabulary.weight_of_unknown()).min(1.0);
        let strength = if is_abbreviation(name) { rarity * ABBREVIATION } else { rarity };
        if let Some(first) = stems.first().cloned() {
            self.by_first.entry(first).or_default().push(Name { stems, entry, strength });
        }
    }

    /// The entry of which this very text is an example question: whoever asks just that means just that.
    pub(super) fn asked(&self, text: &str) -> Option<Said> {
        let entry = *self.questions.get(&hash_of_words(text))?;
        Some(Said { entry, strength: WORD_FOR_WORD })
    }

    /// The names among the telling words of a question, given by their stems in order.
    pub(super) fn said(&self, stems: &[String]) -> Vec<Said> {
        let mut said: Vec<Said> = Vec::new();
        for (first, stem) in stems.iter().enumerate() {
            for name in self.by_first.get(stem).into_iter().flatten() {
                if stems.get(first..first + name.stems.len()).is_some_and(|here| here == name.stems) {
                    said.push(Said { entry: name.entry, strength: name.strength });
                }
            }
        }
        said
    }
}

/// Texts of the same words have the same hash.
fn hash_of_words(text: &str) -> u64 {
    FxBuildHasher.hash_one(folded_words(text))
}

/// Is it written in capitals only, and short?
fn is_abbreviation(name: &str) -> bool {
    let letters = name.chars().count();
    (2..=LONGEST_ABBREVIATION).contains(&letters) && name.chars().all(char::is_uppercase)
}

/// What stands in brackets at the end of a title: `… (KOR)`.
fn bracketed(title: &str) -> Option<&str> {
    title.trim_end().strip_suffix(')').and_then(|rest| rest.rsplit_once('(')).map(|(_, short)| short)
}
