//! The pieces of a message that speak for or against distress.
//!
//! ```text
//! moe · ik kan · meer $      words, and two together; ^ and $ are where a sentence begins and ends
//! ik … niet                  two words with one or two between them
//! ~moe · ~uitg               letter groups, so that a typing error does not hide a word
//! @tired · @not+@more        concepts, and two of them in one saying
//! = @self ben zo @tired      how they follow each other; short words stay themselves, the others are *
//! #phrase · #worry 2         what the phrases of `signals.toml` heard
//! ```

use std::fmt::Write as _;

use super::concepts::{ConceptId, Concepts};
use crate::adapters::index::signals::Heard;
use crate::adapters::index::words::{Pause, Word};

/// How many letters make a group.
const LETTERS: [usize; 2] = [3, 4];

/// How far apart two words of a pair may be.
const FARTHEST: usize = 3;

/// So many words in a row make a pattern.
const PATTERN: usize = 4;

/// Words up to this length stay themselves in a pattern.
const SHORT: usize = 3;

/// More words are not weighed.
const MOST_WORDS: usize = 400;

/// Hands every piece to `take`, some more than once, and says how many there were.
pub(super) fn pieces_of(text: &[Word], concepts: &Concepts, take: &mut impl FnMut(&str)) -> usize {
    let text = text.get(..MOST_WORDS).unwrap_or(text);
    let mut pieces = Pieces { take, written: String::new(), count: 0 };
    let meanings: Vec<Vec<ConceptId>> = text.iter().map(|word| concepts.of(&word.folded)).collect();
    pieces.words(text);
    for word in text {
        pieces.letters(&word.folded);
    }
    pieces.concepts(&meanings, concepts);
    pieces.patterns(text, &meanings, concepts);
    pieces.count
}

/// What the phrases heard, as pieces that count in full however long the message is.
pub(super) fn signals_of(heard: &Heard) -> impl Iterator<Item = &'static str> {
    const WORRIES: [&str; 3] = ["#worry", "#worry 2", "#worry 3"];
    (heard.phrases > 0).then_some("#phrase").into_iter().chain(WORRIES.into_iter().take(heard.worries))
}

struct Pieces<'a, Take> {
    take: &'a mut Take,
    written: String,
    count: usize,
}

impl<Take: FnMut(&str)> Pieces<'_, Take> {
    fn add(&mut self, piece: std::fmt::Arguments<'_>) {
        self.written.clear();
        // Writing into memory cannot fail.
        let _ = self.written.write_fmt(piece);
        self.hand_over();
    }

    fn hand_over(&mut self) {
        self.count += 1;
        (self.take)(&self.written);
    }

    fn words(&mut self, words: &[Word]) {
        let mut begins = true;
        for (at, word) in words.iter().enumerate() {
            let text = plain(word);
            self.add(format_args!("{text}"));
            if begins {
                self.add(format_args!("^ {text}"));
            }
            begins = word.pause == Pause::Sentence;
            if begins || at + 1 == words.len() {
                self.add(format_args!("{text} $"));
            }
            self.pairs(words.get(at..).unwrap_or_default());
        }
    }

    /// The first of these words with each of the next, up to where the sentence ends.
    fn pairs(&mut self, words: &[Word]) {
        let Some((first, rest)) = words.split_first().filter(|(first, _)| first.pause < Pause::Sentence) else {
            return;
        };
        for (between, word) in rest.iter().take(FARTHEST).enumerate() {
            let gap = if between == 0 { " " } else { " … " };
            self.add(format_args!("{}{gap}{}", plain(first), plain(word)));
            if word.pause == Pause::Sentence {
                break;
            }
        }
    }

    fn letters(&mut self, word: &str) {
        let letters: Vec<char> = std::iter::once('_').chain(word.chars()).chain(['_']).collect();
        for group in LETTERS.into_iter().flat_map(|many| letters.windows(many)) {
            self.written.clear();
            self.written.push('~');
            self.written.extend(group);
            self.hand_over();
        }
    }

    fn concepts(&mut self, meanings: &[Vec<ConceptId>], concepts: &Concepts) {
        let mut met: Vec<ConceptId> = meanings.iter().flatten().copied().collect();
        met.sort_unstable();
        met.dedup();
        for (at, one) in met.iter().enumerate() {
            self.add(format_args!("@{}", concepts.name(*one)));
            for other in met.iter().skip(at + 1) {
                self.add(format_args!("@{}+@{}", concepts.name(*one), concepts.name(*other)));
            }
        }
    }

    fn patterns(&mut self, words: &[Word], meanings: &[Vec<ConceptId>], concepts: &Concepts) {
        let shapes: Vec<String> =
            words.iter().zip(meanings).map(|(word, meanings)| shape(word, meanings, concepts)).collect();
        let mut begins = true;
        for at in 0..words.len() {
            let mut pattern = String::from(if begins { "= ^" } else { "=" });
            for (many, (shape, word)) in shapes.iter().zip(words).skip(at).take(PATTERN).enumerate() {
                pattern.push(' ');
                pattern.push_str(shape);
                if many > 0 || begins {
                    self.add(format_args!("{pattern}"));
                }
                if word.pause == Pause::Sentence {
                    self.add(format_args!("{pattern} $"));
                    break;
                }
            }
            begins = words.get(at).is_some_and(|word| word.pause == Pause::Sentence);
        }
    }
}

/// A word as it is weighed: no two amounts are the same, and none tells anything.
fn plain(word: &Word) -> &str {
    if word.folded.bytes().all(|byte| byte.is_ascii_digit()) { "0" } else { &word.folded }
}

fn shape(word: &Word, meanings: &[ConceptId], concepts: &Concepts) -> String {
    match meanings.first() {
        Some(meaning) => format!("@{}", concepts.name(*meaning)),
        None if word.folded.len() <= SHORT => plain(word).to_owned(),
        None => "*".to_owned(),
    }
}
