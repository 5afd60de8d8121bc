//! The same questions as a hasty thumb types them: with one typing error, or without capitals and punctuation.
//!
//! Nobody needs to label them anew: what was right stays right, so the difference is what such typing costs.

use rand::rngs::SmallRng;
use rand::{RngExt as _, SeedableRng as _};

/// A typing error in a shorter word makes another word of it.
const SHORTEST_WORD: usize = 5;

/// The rows of a keyboard: a thumb that misses hits a neighbour.
const ROWS: [&str; 3] = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];

/// The text in small letters without punctuation.
pub fn plain(text: &str) -> String {
    let letters = text.chars().map(|letter| if letter.is_alphanumeric() { letter } else { ' ' });
    let spaced: String = letters.flat_map(char::to_lowercase).collect();
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The text with one typing error in one of its longer words; the same seed makes the same error.
pub fn with_typo(text: &str, seed: u64) -> String {
    let salt = text.bytes().fold(seed, |sum, byte| sum.wrapping_mul(31).wrapping_add(u64::from(byte)));
    let mut chance = SmallRng::seed_from_u64(salt);
    let mut letters: Vec<char> = text.chars().collect();
    let words = long_words(&letters);
    let Some((begin, end)) = words.get(chance.random_range(0..words.len().max(1))).copied() else {
        return text.to_owned();
    };
    // The first letter of a word is the one that people see.
    let at = chance.random_range(begin + 1..end);
    let letter = letters.get(at).copied().unwrap_or_default();
    match chance.random_range(0..4) {
        0 => drop(letters.remove(at)),
        1 => letters.insert(at, letter),
        2 if at + 1 < end => letters.swap(at, at + 1),
        _ => letters.splice(at..=at, [neighbour(letter)]).for_each(drop),
    }
    letters.into_iter().collect()
}

/// Where each longer word begins and ends.
fn long_words(letters: &[char]) -> Vec<(usize, usize)> {
    let mut words = Vec::new();
    let mut begin = 0;
    for at in 0..=letters.len() {
        if letters.get(at).is_some_and(|letter| letter.is_alphabetic()) {
            continue;
        }
        if at - begin >= SHORTEST_WORD {
            words.push((begin, at));
        }
        begin = at + 1;
    }
    words
}

/// The letter beside this one on a keyboard.
fn neighbour(letter: char) -> char {
    let beside = ROWS.iter().find_map(|row| {
        let at = row.find(letter)?;
        row.chars().nth(at + 1).or_else(|| row.chars().nth(at.checked_sub(1)?))
    });
    beside.unwrap_or('e')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_is_what_remains_without_capitals_and_punctuation() {
        assert_eq!(plain("Mag ik, als ZZP'er, BTW-vrij factureren?"), "mag ik als zzp er btw vrij factureren");
    }

    #[test]
    fn one_word_is_misspelt_and_always_in_the_same_way() {
        let text = "Subsidie voor zonnepanelen op mijn loods";
        for seed in 0..50 {
            let once = with_typo(text, seed);
            assert_eq!(once, with_typo(text, seed));
            let other = text.split(' ').zip(once.split(' ')).filter(|(before, after)| before != after).count();
            assert!(other <= 1, "{once}");
        }
        assert!((0..50).any(|seed| with_typo(text, seed) != text));
        assert_eq!(with_typo("mag ik", 1), "mag ik");
    }
}
