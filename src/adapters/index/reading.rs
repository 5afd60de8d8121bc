//! A question taken apart: its telling words, what each may stand for, and how much each counts.

use rustc_hash::{FxHashMap, FxHashSet};

use super::analyst::{Analyst, PART_WEIGHT, joined};
use super::stems::stem;
use super::synonyms::Synonyms;
use super::vocabulary::{TermId, Vocabulary};
use super::words::Word;
use crate::domain::language::Language;

/// A question is looked up by at most so many terms.
const MOST_TERMS: usize = 64;

/// At most so many words of a question are taken for misspelt.
const MOST_GUESSES: usize = 3;

/// What a guessed word weighs beside the word itself.
const GUESS_WEIGHT: f32 = 0.8;

/// What a part weighs when the compound itself is unknown.
const LONE_PART_WEIGHT: f32 = 0.65;

/// How much the name of a place counts among the words: where it is was understood already.
const PLACE_IMPORTANCE: f32 = 0.25;

/// How much a word counts that is nowhere in the catalogue.
const UNKNOWN_IMPORTANCE: f32 = 0.55;

/// How a word stands for a term.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum How {
    /// It is the word, as it was written or meant.
    Itself,
    /// It is a part of the compound.
    Part,
    /// It is said so by people or by schemes.
    Synonym,
}

/// A term that a word may stand for.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Stand {
    pub(super) term: TermId,
    pub(super) weight: f32,
    pub(super) how: How,
}

/// A telling word of a question.
#[derive(Clone, Debug)]
pub(super) struct Telling {
    /// As it was written, folded.
    pub(super) word: String,
    /// The stem of the word, or of the word that was meant.
    pub(super) stem: String,
    /// The word that was probably meant.
    pub(super) meant: Option<String>,
    /// How much it counts.
    pub(super) importance: f32,
    /// The terms it stands for, the nearest first.
    pub(super) stands: Vec<Stand>,
}

/// A question taken apart.
#[derive(Debug, Default)]
pub(super) struct Reading {
    /// The language it is written in.
    pub(super) language: Option<Language>,
    /// Its telling words in order.
    pub(super) telling: Vec<Telling>,
    /// For each term the word that stands for it, and how well.
    pub(super) terms: FxHashMap<TermId, (usize, f32)>,
    /// The importance of all words together.
    pub(super) importance: f32,
    /// The share of it in words that nothing in the catalogue has.
    pub(super) unknown: f32,
}

/// Takes questions apart.
pub(super) struct Reader<'a> {
    pub(super) analyst: &'a Analyst,
    pub(super) vocabulary: &'a Vocabulary,
    pub(super) synonyms: &'a Synonyms,
}

impl Reader<'_> {
    /// Takes apart a text in `language`; `is_place` tells which words name a place.
    pub(super) fn read(&self, text: &[Word], language: Option<Language>, is_place: &[bool]) -> Reading {
        let mut reading = Reading { language, ..Reading::default() };
        let mut guesses = MOST_GUESSES;
        let places = text.iter().zip(is_place.iter().copied().chain(std::iter::repeat(false)));
        let place_words: FxHashSet<&str> =
            places.filter(|(_, place)| *place).map(|(word, _)| word.folded.as_str()).collect();
        let words = joined(text);
        let mut seen = FxHashSet::default();
        let telling = words.iter().map(|word| word.folded.as_str());
        let telling = telling.filter(|word| !self.analyst.stops.has(word, language) && seen.insert(*word));
        for word in telling.take(MOST_TERMS) {
            let mut telling = self.consider(word, language, &mut guesses);
            if place_words.contains(word) {
                telling.importance *= PLACE_IMPORTANCE;
            }
            reading.telling.push(telling);
        }
        self.add_meanings(&mut reading.telling);
        reading.weigh();
        reading
    }

    fn consider(&self, word: &str, language: Option<Language>, guesses: &mut usize) -> Telling {
        let first = language.unwrap_or_default();
        let stands = self.stands(word, first);
        if stands.is_empty()
            && *guesses > 0
            && let Some(meant) = self.analyst.forms.guess(word)
        {
            let meant = self.analyst.forms.word(meant);
            *guesses -= 1;
            let stands = self.stands(meant, first).into_iter();
            let stands: Vec<_> = stands.map(|one| Stand { weight: one.weight * GUESS_WEIGHT, ..one }).collect();
            let (stem, importance) = (stem(meant, first), self.importance(&stands));
            return Telling { word: word.to_owned(), stem, meant: Some(meant.to_owned()), importance, stands };
        }
        let importance = self.importance(&stands);
        Telling { word: word.to_owned(), stem: stem(word, first), meant: None, importance, stands }
    }

    /// The terms a well-spelt word stands for: itself in the one or the other language, and its parts.
    fn stands(&self, word: &str, first: Language) -> Vec<Stand> {
        let other = if first == Language::Nl { Language::En } else { Language::Nl };
        let id = |language| self.vocabulary.id(&stem(word, language));
        let mut stands: Vec<Stand> = id(first)
            .or_else(|| id(other))
            .map(|term| Stand { term, weight: 1.0, how: How::Itself })
            .into_iter()
            .collect();
        let part_weight = if stands.is_empty() { LONE_PART_WEIGHT } else { PART_WEIGHT };
        let parts = self.analyst.part_stems(word).filter_map(|part| self.vocabulary.id(&part));
        stands.extend(parts.map(|term| Stand { term, weight: part_weight, how: How::Part }));
        stands
    }

    fn importance(&self, stands: &[Stand]) -> f32 {
        let heaviest = stands.iter().map(|stand| self.vocabulary.weight(stand.term) * stand.weight.sqrt());
        heaviest.reduce(f32::max).unwrap_or(self.vocabulary.weight_of_unknown() * UNKNOWN_IMPORTANCE)
    }

    fn add_meanings(&self, telling: &mut [Telling]) {
        let stems: Vec<String> = telling.iter().map(|word| word.stem.clone()).collect();
        for meaning in self.synonyms.meanings(&stems) {
            for (at, (term, weight)) in meaning.means.iter().enumerate() {
                let Some(term) = self.vocabulary.id(term) else { continue };
                let Some(word) = telling.get_mut(meaning.first + at % meaning.length) else { continue };
                if word.stands.is_empty() {
                    word.importance = self.vocabulary.weight(term) * weight.sqrt();
                }
                word.stands.push(Stand { term, weight: *weight, how: How::Synonym });
            }
        }
    }
}

impl Reading {
    /// Fills in what follows from the words.
    fn weigh(&mut self) {
        self.importance = self.telling.iter().map(|word| word.importance).sum();
        let unknown = self.telling.iter().filter(|word| word.stands.is_empty());
        self.unknown = unknown.map(|word| word.importance).sum::<f32>() / self.importance.max(f32::EPSILON);
        for (at, word) in self.telling.iter().enumerate() {
            for stand in &word.stands {
                let full = self.terms.len() >= MOST_TERMS;
                let best = self.terms.get(&stand.term).map_or(0.0, |(_, weight)| *weight);
                if stand.weight > best && (best > 0.0 || !full) {
                    self.terms.insert(stand.term, (at, stand.weight));
                }
            }
        }
    }
}
