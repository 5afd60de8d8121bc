//! Letter groups: two texts that share many are alike, in spite of typing errors and inflection.

use std::hash::Hasher as _;

use rustc_hash::FxHasher;

use super::words::words;

/// The number of a letter group.
pub(super) type Gram = u32;

/// How many letters make a group.
const LETTERS: usize = 4;

/// More of a text is not compared: questions are short.
const MOST_GRAMS: usize = 400;

/// The letter groups of a text, sorted, each once.
pub(super) fn grams(text: &str) -> Vec<Gram> {
    let mut grams: Vec<Gram> = all_grams(text).into_iter().take(MOST_GRAMS).collect();
    grams.sort_unstable();
    grams.dedup();
    grams
}

/// Every letter group of a text, in order.
pub(super) fn all_grams(text: &str) -> Vec<Gram> {
    line(text).windows(LETTERS).map(hash).collect()
}

/// Every letter group of a text with its letters.
pub(super) fn spelt_grams(text: &str) -> Vec<(Gram, String)> {
    line(text).windows(LETTERS).map(|letters| (hash(letters), letters.iter().collect())).collect()
}

/// The letter group with these letters.
pub(super) fn gram(letters: &str) -> Gram {
    hash(&letters.chars().collect::<Vec<_>>())
}

/// The words of a text with one space around each.
fn line(text: &str) -> Vec<char> {
    let mut line = String::from(" ");
    for word in words(text) {
        line.push_str(&word.folded);
        line.push(' ');
    }
    line.chars().collect()
}

fn hash(letters: &[char]) -> Gram {
    let mut hasher = FxHasher::default();
    for letter in letters {
        hasher.write_u32(u32::from(*letter));
    }
    let hash = hasher.finish();
    u32::try_from((hash ^ (hash >> 32)) & u64::from(u32::MAX)).unwrap_or_default()
}
