//! A set of words that finds a word in spite of one typing error.

use std::hash::Hasher as _;

use indexmap::IndexMap;
use rustc_hash::{FxBuildHasher, FxHasher};
use strsim::osa_distance;

/// Shorter words have too many neighbours to guess what was meant.
const SHORTEST_GUESS: usize = 4;

/// Longer ones are no words, and the work of guessing grows with the square of the length.
const LONGEST_GUESS: usize = 40;

/// From this length a word may be two typing errors away.
const TWO_ERRORS: usize = 9;

/// The number of a word in a [`Lexicon`].
pub(super) type WordId = u32;

/// Words with how often each was seen.
#[derive(Debug, Default)]
pub(super) struct Lexicon {
    /// How often each was seen; its number is its place.
    words: IndexMap<String, u32, FxBuildHasher>,
    /// Every word with each of its letters left out once, hashed and sorted: a word and its misspelling share one.
    shortened: Vec<(u32, WordId)>,
}

impl Lexicon {
    /// Counts a word.
    pub(super) fn add(&mut self, word: &str) -> WordId {
        if let Some((at, _, count)) = self.words.get_full_mut(word) {
            *count += 1;
            return number(at);
        }
        number(self.words.insert_full(word.to_owned(), 1).0)
    }

    /// Makes the words findable by their misspellings; call it once, when all are added.
    pub(super) fn finish(&mut self) {
        for (word, id) in self.words.keys().zip(0..) {
            self.shortened.extend(shortened(word).map(|hash| (hash, id)));
        }
        self.shortened.sort_unstable();
        self.shortened.dedup();
        self.shortened.shrink_to_fit();
    }

    /// All words with their numbers, in the order in which they were first added.
    pub(super) fn words(&self) -> impl Iterator<Item = (&str, WordId)> {
        self.words.keys().map(String::as_str).zip(0..)
    }

    /// The number of exactly this word.
    pub(super) fn id(&self, word: &str) -> Option<WordId> {
        self.words.get_index_of(word).map(number)
    }

    /// Is exactly this word in it?
    pub(super) fn has(&self, word: &str) -> bool {
        self.words.contains_key(word)
    }

    /// The word itself.
    pub(super) fn word(&self, id: WordId) -> &str {
        self.words.get_index(id as usize).map_or("", |(word, _)| word)
    }

    /// The word that was probably meant by a misspelt one: the nearest, of those the most used.
    pub(super) fn guess(&self, misspelt: &str) -> Option<WordId> {
        let length = misspelt.chars().count();
        if !(SHORTEST_GUESS..=LONGEST_GUESS).contains(&length) || misspelt.bytes().any(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let mut best: Option<(usize, u32, WordId)> = None;
        for id in shortened(misspelt).flat_map(|hash| self.sharing(hash)) {
            let Some((word, count)) = self.words.get_index(id as usize) else { continue };
            let distance = osa_distance(word, misspelt);
            let allowed = if length.min(word.chars().count()) >= TWO_ERRORS { 2 } else { 1 };
            let far = distance > allowed || word.chars().count() < SHORTEST_GUESS;
            let worse = best.is_some_and(|(nearest, most, first)| {
                (distance, u32::MAX - count, id) >= (nearest, u32::MAX - most, first)
            });
            if !far && !worse {
                best = Some((distance, *count, id));
            }
        }
        best.map(|(_, _, id)| id)
    }

    fn sharing(&self, hash: u32) -> impl Iterator<Item = WordId> {
        let first = self.shortened.partition_point(|(other, _)| *other < hash);
        self.shortened.iter().skip(first).take_while(move |(other, _)| *other == hash).map(|(_, id)| *id)
    }
}

fn number(at: usize) -> WordId {
    WordId::try_from(at).unwrap_or(WordId::MAX)
}

/// The hashes of a word and of all words that come of it by leaving out one letter.
fn shortened(word: &str) -> impl Iterator<Item = u32> {
    let letters: Vec<char> = word.chars().collect();
    let whole = letters.len();
    (0..=whole).map(move |left_out| {
        let mut hasher = FxHasher::default();
        for (at, letter) in letters.iter().enumerate() {
            if at != left_out {
                hasher.write_u32(u32::from(*letter));
            }
        }
        let hash = hasher.finish();
        u32::try_from((hash ^ (hash >> 32)) & u64::from(u32::MAX)).unwrap_or_default()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lexicon() -> Lexicon {
        let mut lexicon = Lexicon::default();
        for word in ["subsidie", "vergunning", "vergunning", "vergoeding", "loon", "loods"] {
            lexicon.add(word);
        }
        lexicon.finish();
        lexicon
    }

    fn guess(misspelt: &str) -> Option<String> {
        let lexicon = lexicon();
        lexicon.guess(misspelt).map(|id| lexicon.word(id).to_owned())
    }

    #[test]
    fn one_letter_too_many_too_few_wrong_or_swapped() {
        for misspelt in ["subssidie", "subsdie", "subsidoe", "subsiide", "sbusidie"] {
            assert_eq!(guess(misspelt).as_deref(), Some("subsidie"), "{misspelt}");
        }
    }

    #[test]
    fn short_long_and_far_words_are_not_guessed() {
        assert_eq!(guess("lon"), None);
        assert_eq!(guess("subtiel"), None);
        assert_eq!(guess(&"subsidie".repeat(500)), None);
    }
}
