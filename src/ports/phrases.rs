//! The sentences the bot itself can say.

use crate::domain::language::Language;

/// A value put into a sentence.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Words.
    Text(String),
    /// A count; decides between singular and plural.
    Number(i64),
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<i64> for Value {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

/// Why a ready text can't be sent.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Unfilled {
    /// There is no text with this name.
    Unknown,
    /// These values are not known.
    Missing(Vec<String>),
}

/// Says a sentence by its key.
pub trait Phrases: Send + Sync {
    /// The sentence `key` in `language` with `values` filled in.
    ///
    /// A key that does not exist shows as the key itself: `loket check` refuses such phrases, so nobody sees it.
    fn say(&self, language: Language, key: &str, values: &[(&str, Value)]) -> String;

    /// The names of the ready texts for managers.
    fn ready_texts(&self) -> Vec<String>;

    /// A ready text in `language` with `values` filled in: wholly, or not at all.
    fn fill(&self, language: Language, name: &str, values: &[(&str, Value)]) -> Result<String, Unfilled>;

    /// Is there a sentence with this key in `language`?
    fn has(&self, language: Language, key: &str) -> bool;
}
