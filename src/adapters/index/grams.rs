//! Letter groups: two texts that share many are alike, in spite of typing errors and inflection.

use std::hash::Hasher as _;

use rustc_hash::{FxHashMap, FxHasher};

use super::words::words;

/// The number of a letter group.
pub(super) type Gram = u32;

/// How many letters make a group.
const LETTERS: usize = 4;

/// More of a text is not compared: example questions are short.
const MOST_GRAMS: usize = 400;

/// How rare each letter group is among the example questions.
#[derive(Debug, Default)]
pub(super) struct Grams {
    texts_with: FxHashMap<Gram, u32>,
    texts: u32,
}

impl Grams {
    /// Counts the letter groups of one text.
    pub(super) fn learn(&mut self, text: &str) {
        self.texts += 1;
        for gram in grams(text) {
            *self.texts_with.entry(gram).or_default() += 1;
        }
    }

    /// The weight of one letter group.
    #[expect(clippy::cast_precision_loss, reason = "there are far fewer than 2^24 example questions")]
    pub(super) fn weight(&self, gram: Gram) -> f32 {
        let with = self.texts_with.get(&gram).copied().unwrap_or_default() as f32;
        (1.0 + (self.texts as f32 - with + 0.5).max(0.0) / (with + 0.5)).ln()
    }

    /// The length of a text in the space of letter groups.
    pub(super) fn length(&self, grams: &[Gram]) -> f32 {
        grams.iter().map(|gram| self.weight(*gram).powi(2)).sum::<f32>().sqrt()
    }
}

/// The letter groups of a text, sorted, each once.
pub(super) fn grams(text: &str) -> Vec<Gram> {
    let mut grams: Vec<Gram> = all_grams(text).into_iter().take(MOST_GRAMS).collect();
    grams.sort_unstable();
    grams.dedup();
    grams
}

/// Every letter group of a text, in order.
pub(super) fn all_grams(text: &str) -> Vec<Gram> {
    let mut line = String::from(" ");
    for word in words(text) {
        line.push_str(&word.folded);
        line.push(' ');
    }
    let letters: Vec<char> = line.chars().collect();
    letters.windows(LETTERS).map(hash).collect()
}

fn hash(letters: &[char]) -> Gram {
    let mut hasher = FxHasher::default();
    for letter in letters {
        hasher.write_u32(u32::from(*letter));
    }
    let hash = hasher.finish();
    u32::try_from((hash ^ (hash >> 32)) & u64::from(u32::MAX)).unwrap_or_default()
}
