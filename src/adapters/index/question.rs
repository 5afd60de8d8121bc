//! A question ready to be compared with pages.

use rustc_hash::FxHashMap;

use super::grams::{Gram, Grams, grams};
use super::intents::Intents;
use super::pages::{Example, Page};
use super::reading::Reading;
use super::vocabulary::Vocabulary;

/// How many of the best example questions are looked at together.
const NEXT: usize = 3;

/// So many sentences of a longer message are compared by themselves.
const SENTENCES: usize = 4;

/// A shorter sentence asks nothing.
const SHORTEST_SENTENCE: usize = 15;

/// How heavy the words of an example question are before it counts in full that they are all said.
const FULL_EXAMPLE: f32 = 4.0;

/// A question with everything that is compared.
pub(super) struct Asked<'a> {
    pub(super) reading: &'a Reading,
    pub(super) vocabulary: &'a Vocabulary,
    pub(super) intents: Intents,
    /// Each letter group with its weight, squared, and the sentences that it stands in, one bit each.
    grams: FxHashMap<Gram, (f32, u8)>,
    grams_length: f32,
    sentence_lengths: Vec<f32>,
    length: f32,
}

/// How much the example questions of a page are like the question.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Likeness {
    /// The best one.
    pub(super) best: f32,
    /// The mean of the three best.
    pub(super) next: f32,
    /// The mean of all.
    pub(super) all: f32,
}

impl<'a> Asked<'a> {
    /// A question from its reading and its text.
    pub(super) fn new(reading: &'a Reading, text: &str, vocabulary: &'a Vocabulary, grams_of: &Grams) -> Self {
        let whole = grams(text);
        let grams_length = grams_of.length(&whole);
        let mut weighed: FxHashMap<Gram, (f32, u8)> =
            whole.into_iter().map(|gram| (gram, (grams_of.weight(gram).powi(2), 0))).collect();
        let mut sentence_lengths = Vec::new();
        for (at, sentence) in sentences(text).into_iter().enumerate() {
            let here = grams(sentence);
            sentence_lengths.push(grams_of.length(&here));
            for gram in here {
                if let Some((_, stands_in)) = weighed.get_mut(&gram) {
                    *stands_in |= 1 << at;
                }
            }
        }
        let length = reading.telling.iter().map(|word| word.importance * word.importance).sum::<f32>().sqrt();
        let intents = Intents::of(text);
        Self { reading, vocabulary, intents, grams: weighed, grams_length, sentence_lengths, length }
    }

    /// The letter groups of the question, each once.
    pub(super) fn grams(&self) -> impl ExactSizeIterator<Item = Gram> {
        self.grams.keys().copied()
    }

    /// The likeness word by word, and the largest share of one example question that the question says.
    pub(super) fn likeness_by_words(&self, page: &Page) -> (Likeness, f32) {
        let mut said = 0.0_f32;
        let likeness = Likeness::of(page.examples.iter().map(|example| {
            let (like, share) = self.like_by_words(example);
            said = said.max(share);
            like
        }));
        (likeness, said)
    }

    /// The likeness by letter groups, which forgive typing errors, and that of the best single sentence.
    pub(super) fn likeness_by_letters(&self, page: &Page) -> (Likeness, f32) {
        let mut in_sentence = 0.0_f32;
        let likeness = Likeness::of(page.examples.iter().map(|example| {
            let (like, best) = self.like_by_letters(example);
            in_sentence = in_sentence.max(best);
            like
        }));
        (likeness, in_sentence.max(likeness.best))
    }

    fn like_by_words(&self, example: &Example) -> (f32, f32) {
        let (mut product, mut said, mut all) = (0.0, 0.0, f32::EPSILON);
        for (term, weight) in &example.terms {
            all += weight;
            if let Some((at, stands)) = self.reading.terms.get(term) {
                let importance = self.reading.telling.get(*at).map_or(0.0, |word| word.importance);
                product += weight * stands * importance;
                said += weight * stands;
            }
        }
        let share = said / all * (all / FULL_EXAMPLE).min(1.0);
        (product / (example.length * self.length).max(f32::EPSILON), share)
    }

    fn like_by_letters(&self, example: &Example) -> (f32, f32) {
        let mut whole = 0.0;
        let mut single = [0.0_f32; SENTENCES];
        for (weight, stands_in) in example.grams.iter().filter_map(|gram| self.grams.get(gram)) {
            whole += weight;
            if *stands_in > 0 {
                for (at, sum) in single.iter_mut().enumerate() {
                    *sum += weight * f32::from((stands_in >> at) & 1);
                }
            }
        }
        let of = |length: f32, sum: f32| sum / (example.grams_length * length).max(f32::EPSILON);
        let best = self.sentence_lengths.iter().zip(single).map(|(length, sum)| of(*length, sum)).fold(0.0, f32::max);
        (of(self.grams_length, whole), best)
    }
}

/// The sentences of a message of several: those that ask first, then the last ones.
fn sentences(text: &str) -> Vec<&str> {
    let long = |sentence: &&str| sentence.trim().len() >= SHORTEST_SENTENCE;
    let all: Vec<&str> = text.split_inclusive(['?', '!', '\n', '.', ';']).filter(long).collect();
    if all.len() < 2 {
        return Vec::new();
    }
    let asks = |sentence: &&&str| sentence.ends_with('?');
    let asking = all.iter().filter(asks);
    let others = all.iter().rev().filter(|sentence| !asks(sentence));
    asking.chain(others).take(SENTENCES).copied().collect()
}

impl Likeness {
    #[expect(clippy::cast_precision_loss, reason = "an entry has some tens of example questions")]
    fn of(likenesses: impl Iterator<Item = f32>) -> Self {
        let mut top = [0.0_f32; NEXT];
        let (mut sum, mut count) = (0.0, 0_usize);
        for mut likeness in likenesses {
            sum += likeness;
            count += 1;
            for place in &mut top {
                if likeness > *place {
                    std::mem::swap(place, &mut likeness);
                }
            }
        }
        Self {
            best: top.iter().copied().fold(0.0, f32::max),
            next: top.iter().sum::<f32>() / NEXT as f32,
            all: sum / count.max(1) as f32,
        }
    }
}
