//! Text cut into words, in the one form in which words are compared.

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// More of a text is not read: a messenger's message is never longer.
const LONGEST_TEXT: usize = 4096;

/// A longer word is no word, and one sign may unfold to eighteen letters: of such a word only the beginning is read.
const LONGEST_WORD: usize = 200;

/// Signs that stand inside a word without ending it: zzp'er, m’n.
const APOSTROPHES: [char; 5] = ['\'', '’', '‘', '`', '´'];

/// One word of a text.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) struct Word {
    /// Lower case, without accents and apostrophes.
    pub(super) folded: String,
    /// Does it begin with a capital?
    pub(super) capital: bool,
    /// What stands between it and the next word.
    pub(super) pause: Pause,
}

/// What stands between two words, the stronger pause last.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(super) enum Pause {
    /// A space.
    None,
    /// A hyphen: `btw-nummer`.
    Hyphen,
    /// A comma or the like.
    Clause,
    /// A full stop or the like, or the end of the text.
    Sentence,
}

/// The words of `text` in order; only the first 4096 characters are read.
pub(super) fn words(text: &str) -> Vec<Word> {
    let mut reader = Reader::default();
    let mut letters = text.chars().take(LONGEST_TEXT).peekable();
    while let Some(letter) = letters.next() {
        let next = letters.peek().copied();
        reader.take(letter, next);
    }
    reader.close();
    if let Some(last) = reader.words.last_mut() {
        last.pause = Pause::Sentence;
    }
    reader.words
}

/// The folded words alone, for texts whose shape does not matter.
pub(super) fn folded_words(text: &str) -> Vec<String> {
    words(text).into_iter().map(|word| word.folded).collect()
}

#[derive(Default)]
struct Reader {
    words: Vec<Word>,
    folded: String,
    capital: bool,
}

impl Reader {
    fn take(&mut self, letter: char, next: Option<char>) {
        let inside = !self.folded.is_empty() && next.is_some_and(char::is_alphanumeric);
        match letter {
            _ if letter.is_alphanumeric() || is_combining_mark(letter) => self.add(letter),
            _ if inside && APOSTROPHES.contains(&letter) => {}
            // R&D and S&O are one word; 200.000 is one number.
            '&' if inside => {}
            '.' | ',' if inside && self.is_number() && next.is_some_and(|next| next.is_ascii_digit()) => {}
            '-' if inside => {
                self.close();
                self.pause(Pause::Hyphen);
            }
            '%' => {
                self.close();
                self.sign("procent");
            }
            '€' => {
                self.close();
                self.sign("euro");
            }
            '.' | '!' | '?' | '…' | '\n' | ';' => {
                self.close();
                self.pause(Pause::Sentence);
            }
            ',' | ':' | ')' | '–' => {
                self.close();
                self.pause(Pause::Clause);
            }
            _ => self.close(),
        }
    }

    fn add(&mut self, letter: char) {
        if self.folded.is_empty() {
            self.capital = letter.is_uppercase();
        }
        if self.folded.len() >= LONGEST_WORD {
            return;
        }
        if letter.is_ascii() {
            self.folded.push(letter.to_ascii_lowercase());
        } else {
            let plain = letter.to_lowercase().nfkd().filter(|part| !is_combining_mark(*part));
            self.folded.extend(plain.flat_map(char::to_lowercase));
        }
    }

    fn is_number(&self) -> bool {
        self.folded.bytes().all(|byte| byte.is_ascii_digit())
    }

    fn close(&mut self) {
        if !self.folded.is_empty() {
            let folded = std::mem::take(&mut self.folded);
            self.words.push(Word { folded, capital: self.capital, pause: Pause::None });
        }
    }

    fn sign(&mut self, folded: &str) {
        let folded = folded.to_owned();
        self.words.push(Word { folded, capital: false, pause: Pause::None });
    }

    fn pause(&mut self, pause: Pause) {
        if let Some(last) = self.words.last_mut() {
            last.pause = last.pause.max(pause);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_compared_without_capitals_accents_and_apostrophes() {
        assert_eq!(folded_words("Zzp’er in een CAFÉ, m'n ĳs"), ["zzper", "in", "een", "cafe", "mn", "ijs"]);
    }

    #[test]
    fn numbers_and_signs_are_words_too() {
        assert_eq!(folded_words("€ 200.000 of 30%? R&D"), ["euro", "200000", "of", "30", "procent", "rd"]);
    }

    #[test]
    fn a_hyphen_ties_and_a_full_stop_ends() {
        let words = words("Mijn btw-nummer. Wat nu");
        let pauses: Vec<Pause> = words.iter().map(|word| word.pause).collect();
        assert_eq!(pauses, [Pause::None, Pause::Hyphen, Pause::Sentence, Pause::None, Pause::Sentence]);
    }

    #[test]
    fn a_text_without_an_end_is_read_up_to_its_limit() {
        assert_eq!(words(&"a ".repeat(10_000)).len(), 2048);
        let longest = folded_words(&"\u{FDFA}".repeat(4096)).iter().map(String::len).max();
        assert!(longest.is_some_and(|length| length < 300), "{longest:?}");
    }
}
