//! A question ready to be compared with pages.

use rustc_hash::FxHashSet;

use super::grams::{Gram, Grams, grams};
use super::pages::{Example, Page};
use super::reading::Reading;
use super::vocabulary::Vocabulary;

/// How many of the best example questions are looked at together.
const NEXT: usize = 3;

/// A question with everything that is compared.
pub(super) struct Asked<'a> {
    pub(super) reading: &'a Reading,
    pub(super) vocabulary: &'a Vocabulary,
    grams_of: &'a Grams,
    grams: FxHashSet<Gram>,
    grams_length: f32,
    length: f32,
}

impl<'a> Asked<'a> {
    /// A question from its reading and its text.
    pub(super) fn new(reading: &'a Reading, text: &str, vocabulary: &'a Vocabulary, grams_of: &'a Grams) -> Self {
        let grams = grams(text);
        let grams_length = grams_of.length(&grams);
        let length = reading.telling.iter().map(|word| word.importance * word.importance).sum::<f32>().sqrt();
        Self { reading, vocabulary, grams_of, grams: grams.into_iter().collect(), grams_length, length }
    }

    /// How much the page's example questions are like this one, word by word: the best, and the mean of the best.
    pub(super) fn likeness_by_words(&self, page: &Page) -> (f32, f32) {
        best(page.examples.iter().map(|example| self.like_by_words(example)))
    }

    /// The same by letter groups, which forgive typing errors.
    pub(super) fn likeness_by_letters(&self, page: &Page) -> (f32, f32) {
        best(page.examples.iter().map(|example| self.like_by_letters(example)))
    }

    fn like_by_words(&self, example: &Example) -> f32 {
        let mut product = 0.0;
        for (term, weight) in &example.terms {
            if let Some((at, stands)) = self.reading.terms.get(term) {
                let importance = self.reading.telling.get(*at).map_or(0.0, |word| word.importance);
                product += weight * stands * importance;
            }
        }
        product / (example.length * self.length).max(f32::EPSILON)
    }

    fn like_by_letters(&self, example: &Example) -> f32 {
        let shared = example.grams.iter().filter(|gram| self.grams.contains(gram));
        let product: f32 = shared.map(|gram| self.grams_of.weight(*gram).powi(2)).sum();
        product / (example.grams_length * self.grams_length).max(f32::EPSILON)
    }
}

fn best(likenesses: impl Iterator<Item = f32>) -> (f32, f32) {
    let mut top = [0.0_f32; NEXT];
    for mut likeness in likenesses {
        for place in &mut top {
            if likeness > *place {
                std::mem::swap(place, &mut likeness);
            }
        }
    }
    let [first, second, third] = top;
    (first, (first + second + third) / 3.0)
}
