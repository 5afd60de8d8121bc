//! What of a text tells what it is about.

use crate::domain::language::Language;

/// Takes texts apart as the search does, so that a check and the search mean the same by "the same words".
pub trait Words {
    /// The telling words of a text in order: without the words that carry nothing, without inflection.
    fn telling(&self, text: &str, language: Language) -> Vec<String>;
}
