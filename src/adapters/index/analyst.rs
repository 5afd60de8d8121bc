//! From a word to the terms under which it is found: stems, and the parts of compounds beside the whole word.

use super::compounds::Compounds;
use super::corpus::Corpus;
use super::lexicon::Lexicon;
use super::stems::stem;
use super::stops::Stops;
use super::tongue::Tongue;
use super::words::{Pause, Word, words};
use crate::domain::catalogue::Signals;
use crate::domain::language::Language;

/// What a part of a compound weighs beside the whole word.
pub(super) const PART_WEIGHT: f32 = 0.5;

/// Knows the words of the catalogue, and how to take one apart with them.
#[derive(Debug, Default)]
pub(super) struct Analyst {
    pub(super) stops: Stops,
    pub(super) forms: Lexicon,
    pub(super) tongue: Tongue,
    compounds: Compounds,
}

impl Analyst {
    /// Knows these words, which stand in these texts, and what the signals say.
    pub(super) fn of(forms: Lexicon, corpus: &Corpus, signals: &Signals) -> Self {
        let mut analyst = Self { forms, ..Self::default() };
        for (word, id) in analyst.forms.words() {
            for language in Language::ALL {
                analyst.tongue.learn(word, language, corpus.times(id, language));
            }
        }
        analyst.learn_small_talk(signals);
        analyst.forms.finish();
        let (forms, stops) = (&analyst.forms, &analyst.stops);
        let dutch = forms.words().filter(|(_, id)| corpus.times(*id, Language::Nl) > 0).map(|(word, _)| word);
        analyst.compounds = Compounds::of(dutch, |word| stops.has(word, Some(Language::Nl)));
        analyst
    }

    /// Hello and thank you stand in no entry: the signals teach in which language they are said.
    fn learn_small_talk(&mut self, signals: &Signals) {
        for (language, phrase) in signals.phrases.values().flatten() {
            for word in phrase.iter().flat_map(|phrase| words(phrase)) {
                self.tongue.learn(&word.folded, *language, 1);
            }
        }
    }

    /// The terms of a word in `language`, each with its weight; none when it carries nothing.
    pub(super) fn terms(&self, word: &str, language: Language) -> Vec<(String, f32)> {
        if self.stops.has(word, Some(language)) {
            return Vec::new();
        }
        let mut terms = vec![(stem(word, language), 1.0)];
        if language == Language::Nl {
            terms.extend(self.part_stems(word).map(|part| (part, PART_WEIGHT)));
        }
        terms
    }

    /// The stems of the parts of a Dutch compound; none when it is no compound.
    pub(super) fn part_stems(&self, word: &str) -> impl Iterator<Item = String> {
        self.compounds.parts(word).into_iter().map(|part| stem(part, Language::Nl))
    }
}

/// The words, with a letter that is tied to a word as one word more: `e-mail` is also `email`, `BMKB-C` is also `bmkbc`.
pub(super) fn joined(words: &[Word]) -> Vec<Word> {
    let mut all = Vec::with_capacity(words.len());
    for (at, word) in words.iter().enumerate() {
        all.push(word.clone());
        let is_tied = |next: &&Word| word.pause == Pause::Hyphen && (word.folded.len() == 1 || next.folded.len() == 1);
        if let Some(next) = words.get(at + 1).filter(is_tied) {
            all.push(Word { folded: format!("{}{}", word.folded, next.folded), ..next.clone() });
        }
    }
    all
}
