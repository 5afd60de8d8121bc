//! All texts of a catalogue, cut into words once: the same words stand in them again and again, so whatever is learned
//! of a word is learned of it once.

use super::analyst::joined;
use super::lexicon::{Lexicon, WordId};
use super::pages::Field;
use super::words::words;
use crate::domain::entry::{Entry, EntryText};
use crate::domain::language::Language;

/// The words of one text, in order.
pub(super) type Text = Vec<WordId>;

/// What an entry says in one language, field by field.
pub(super) struct Written {
    pub(super) language: Language,
    pub(super) fields: [Vec<Text>; Field::COUNT],
}

/// All texts of all entries.
#[derive(Default)]
pub(super) struct Corpus {
    /// In the order of the entries.
    pub(super) entries: Vec<Vec<Written>>,
    /// For each word how often it stands in Dutch and in English texts.
    seen: Vec<[u32; 2]>,
}

impl Corpus {
    /// The texts of these entries; their words are added to `forms`.
    pub(super) fn of<'e>(entries: impl Iterator<Item = &'e Entry>, forms: &mut Lexicon) -> Self {
        let mut corpus = Self::default();
        for entry in entries {
            let written = entry.text.iter().map(|(language, text)| corpus.read(text, *language, forms)).collect();
            corpus.entries.push(written);
        }
        corpus
    }

    fn read(&mut self, text: &EntryText, language: Language, forms: &mut Lexicon) -> Written {
        let mut read =
            |one: &str| joined(&words(one)).iter().map(|word| self.see(&word.folded, language, forms)).collect();
        let fields = Field::ALL.map(|field| field.texts(text).into_iter().map(&mut read).collect());
        Written { language, fields }
    }

    fn see(&mut self, word: &str, language: Language, forms: &mut Lexicon) -> WordId {
        let id = forms.add(word);
        if self.seen.len() <= id as usize {
            self.seen.resize(id as usize + 1, [0, 0]);
        }
        let seen = self.seen.get_mut(id as usize).and_then(|seen| seen.get_mut(language as usize));
        if let Some(seen) = seen {
            *seen += 1;
        }
        id
    }

    /// How often a word stands in texts of this language.
    pub(super) fn times(&self, word: WordId, language: Language) -> u32 {
        self.seen.get(word as usize).and_then(|seen| seen.get(language as usize)).copied().unwrap_or_default()
    }
}
