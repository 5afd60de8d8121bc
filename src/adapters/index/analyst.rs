//! From a text to the terms under which it is found: stems, and the parts of compounds beside the whole word.

use super::compounds::Compounds;
use super::lexicon::Lexicon;
use super::stems::stem;
use super::stops::Stops;
use super::tongue::Tongue;
use super::words::{Pause, Word, words};
use crate::domain::catalogue::Catalogue;
use crate::domain::entry::EntryText;
use crate::domain::language::Language;

/// What a part of a compound weighs beside the whole word.
pub(super) const PART_WEIGHT: f32 = 0.5;

/// Knows the words of the catalogue, and how to take a text apart with them.
#[derive(Debug, Default)]
pub(super) struct Analyst {
    pub(super) stops: Stops,
    pub(super) forms: Lexicon,
    pub(super) tongue: Tongue,
    compounds: Compounds,
}

impl Analyst {
    /// Learns the words of all entries.
    pub(super) fn of(catalogue: &Catalogue) -> Self {
        let mut analyst = Self::default();
        let mut dutch = Lexicon::default();
        for entry in catalogue.entries() {
            for (language, text) in &entry.text {
                for word in parts_of(text).flat_map(words) {
                    analyst.forms.add(&word.folded);
                    analyst.tongue.learn(&word.folded, *language);
                    if *language == Language::Nl {
                        dutch.add(&word.folded);
                    }
                }
            }
        }
        analyst.learn_small_talk(catalogue);
        analyst.forms.finish();
        let stops = &analyst.stops;
        analyst.compounds = Compounds::of(dutch.words(), |word| stops.has(word, Some(Language::Nl)));
        analyst
    }

    /// Hello and thank you stand in no entry: the signals teach in which language they are said.
    fn learn_small_talk(&mut self, catalogue: &Catalogue) {
        for (language, phrase) in catalogue.signals.phrases.values().flatten() {
            for word in phrase.iter().flat_map(|phrase| words(phrase)) {
                self.tongue.learn(&word.folded, *language);
            }
        }
    }

    /// The terms of a text in `language`, each with its weight.
    pub(super) fn terms(&self, text: &str, language: Language) -> Vec<(String, f32)> {
        let mut terms = Vec::new();
        for word in joined(&words(text)) {
            if !self.stops.has(&word.folded, Some(language)) {
                self.add_terms(&word.folded, language, &mut terms);
            }
        }
        terms
    }

    fn add_terms(&self, word: &str, language: Language, terms: &mut Vec<(String, f32)>) {
        terms.push((stem(word, language), 1.0));
        if language == Language::Nl {
            terms.extend(self.part_stems(word).map(|part| (part, PART_WEIGHT)));
        }
    }

    /// The stems of the parts of a Dutch compound; none when it is no compound.
    pub(super) fn part_stems(&self, word: &str) -> impl Iterator<Item = String> {
        self.compounds.parts(word).into_iter().map(|part| stem(part, Language::Nl))
    }
}

/// Every text of an entry in one language.
pub(super) fn parts_of(text: &EntryText) -> impl Iterator<Item = &str> {
    let texts = [text.title.as_str(), text.summary.as_str()];
    let lists = text.also.iter().chain(&text.questions).chain(text.sections.values());
    texts.into_iter().chain(lists.map(String::as_str))
}

/// The words, with words of one letter tied to the next as one word more: `e-mail` is also `email`.
pub(super) fn joined(words: &[Word]) -> Vec<Word> {
    let mut all = Vec::with_capacity(words.len());
    for (at, word) in words.iter().enumerate() {
        all.push(word.clone());
        if let Some(next) = words.get(at + 1).filter(|_| word.pause == Pause::Hyphen && word.folded.len() == 1) {
            all.push(Word { folded: format!("{}{}", word.folded, next.folded), ..next.clone() });
        }
    }
    all
}
