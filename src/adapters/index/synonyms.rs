//! How people say it and how schemes say it: a phrase in a question that stands for other words.

use rustc_hash::FxHashMap;

use super::stems::stem;
use super::stops::Stops;
use super::words::folded_words;
use crate::domain::catalogue::Synonym;
use crate::domain::language::Language;

/// What the catalogue's word weighs when somebody said it in their own way.
const SAID_WEIGHT: f32 = 0.7;

/// What people's way of saying weighs when somebody used the catalogue's word.
const WRITTEN_WEIGHT: f32 = 0.3;

/// A phrase that stands for other terms.
#[derive(Debug)]
struct Rule {
    stems: Vec<String>,
    means: Vec<(String, f32)>,
}

/// Terms that words of a question stand for.
#[derive(Debug)]
pub(super) struct Meaning<'a> {
    /// The first of the words.
    pub(super) first: usize,
    /// How many words they are.
    pub(super) length: usize,
    /// What they stand for, with weights.
    pub(super) means: &'a [(String, f32)],
}

/// All ways of saying, by the first stem of the phrase.
#[derive(Debug, Default)]
pub(super) struct Synonyms {
    rules: FxHashMap<String, Vec<Rule>>,
}

impl Synonyms {
    /// Reads the ways of saying of a catalogue.
    pub(super) fn of(written: &[Synonym], stops: &Stops) -> Self {
        let mut synonyms = Self::default();
        for one in written {
            synonyms.add(&one.said, &one.written, SAID_WEIGHT, one.language, stops);
            synonyms.add(&one.written, &one.said, WRITTEN_WEIGHT, one.language, stops);
        }
        synonyms
    }

    fn add(&mut self, from: &[String], to: &[String], weight: f32, language: Language, stops: &Stops) {
        let stems = |phrase: &String| -> Vec<String> {
            let words = folded_words(phrase);
            let telling = words.iter().filter(|word| !stops.has(word, Some(language)));
            telling.map(|word| stem(word, language)).collect()
        };
        let means: Vec<(String, f32)> = to
            .iter()
            .flat_map(|phrase| {
                let stems = stems(phrase);
                let share = weight / root_of_count(&stems);
                stems.into_iter().map(move |stem| (stem, share))
            })
            .collect();
        for stems in from.iter().map(stems) {
            if let Some(first) = stems.first().cloned() {
                self.rules.entry(first).or_default().push(Rule { stems, means: means.clone() });
            }
        }
    }

    /// What the words stand for; `stems` are the stems of the telling words of a question, in order.
    pub(super) fn meanings<'a>(&'a self, stems: &[String]) -> Vec<Meaning<'a>> {
        let mut found = Vec::new();
        for (first, stem) in stems.iter().enumerate() {
            for rule in self.rules.get(stem).into_iter().flatten() {
                let length = rule.stems.len();
                if stems.get(first..first + length).is_some_and(|here| here == rule.stems) {
                    found.push(Meaning { first, length, means: &rule.means });
                }
            }
        }
        found
    }
}

#[expect(clippy::cast_precision_loss, reason = "a phrase has a handful of words")]
fn root_of_count(stems: &[String]) -> f32 {
    (stems.len().max(1) as f32).sqrt()
}
