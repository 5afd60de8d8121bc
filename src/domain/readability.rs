//! How easily a Dutch text reads, by the formula of Flesch as Douma fitted it to Dutch (1960).
//!
//! The figure says something about a whole text, and little about a few lines; subject words such as *vergunning*
//! lower it however plain the text is. So it is told, and refuses nothing.

use super::sentences::{sentences, words};

/// Shorter texts give a figure that means nothing: so many words,
const FEWEST_WORDS: usize = 50;
/// and so many sentences.
const FEWEST_SENTENCES: usize = 3;

/// Vowels that sound as one, the longest first.
const GROUPS: [&str; 18] =
    ["aai", "ooi", "oei", "eeu", "ieu", "eau", "aa", "ee", "oo", "uu", "ie", "oe", "eu", "ui", "ij", "ei", "ou", "au"];
/// Vowels, also those whose dots say that they sound on their own.
const VOWELS: &str = "aeiouyäëïöüĳ";

/// How easily a Dutch text reads: about 100 is very easy, below 30 very hard. `None` for a text too short to say.
pub fn flesch_douma(text: &str) -> Option<f64> {
    let sentences = sentences(text);
    let count: usize = sentences.iter().map(|sentence| words(sentence)).sum();
    if count < FEWEST_WORDS || sentences.len() < FEWEST_SENTENCES {
        return None;
    }
    let spoken: usize =
        text.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).map(syllables).sum();
    Some(206.84 - 0.93 * ratio(count, sentences.len()) - 77.0 * ratio(spoken, count))
}

/// How many syllables a Dutch word has, counted by its vowels; at least one.
pub fn syllables(word: &str) -> usize {
    let word: String = word.chars().flat_map(char::to_lowercase).map(without_accent).collect();
    let (mut rest, mut count) = (word.as_str(), 0);
    while let Some(letter) = rest.chars().next() {
        let group = GROUPS.iter().find(|group| rest.starts_with(*group)).map(|group| group.len());
        let vowel = VOWELS.contains(letter);
        count += usize::from(vowel);
        rest = rest.get(group.unwrap_or(letter.len_utf8())..).unwrap_or_default();
    }
    count.max(1)
}

/// An accent changes no syllable; dots do, so they stay.
const fn without_accent(letter: char) -> char {
    match letter {
        'à' | 'á' | 'â' => 'a',
        'è' | 'é' | 'ê' => 'e',
        'ì' | 'í' | 'î' => 'i',
        'ò' | 'ó' | 'ô' => 'o',
        'ù' | 'ú' | 'û' => 'u',
        other => other,
    }
}

#[expect(clippy::cast_precision_loss, reason = "a text has far fewer than 2^52 words")]
fn ratio(part: usize, whole: usize) -> f64 {
    part as f64 / whole as f64
}
