//! What is said in both languages at once, where nobody knows yet who will read it.

use serde::Serialize;

use super::language::Language;

/// One text in both languages.
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
pub struct InBoth {
    /// The Dutch text.
    pub nl: String,
    /// The English text.
    pub en: String,
}

impl InBoth {
    /// These two texts, which say the same.
    pub fn of(nl: impl Into<String>, en: impl Into<String>) -> Self {
        Self { nl: nl.into(), en: en.into() }
    }

    /// What `say` says in each language.
    pub fn each(mut say: impl FnMut(Language) -> String) -> Self {
        Self { nl: say(Language::Nl), en: say(Language::En) }
    }

    /// The text in this language.
    pub fn say(&self, language: Language) -> &str {
        match language {
            Language::Nl => &self.nl,
            Language::En => &self.en,
        }
    }
}

/// One sentence in Dutch and in English, filled in as `format!` does: `in_both!("{id} is er niet", "there is no {id}")`.
///
/// Behind a semicolon stand values that are no plain names, and behind `both` names of what differs per language. The
/// compiler refuses a sentence that leaves one of these out:
/// `in_both!("rij {at} is geen {kind}", "row {at} is no {kind}"; both kind; at = row.number())`.
macro_rules! in_both {
    ($nl:literal, $en:literal; both $($word:ident),+ $(; $($name:ident = $value:expr),+)? $(,)?) => {
        $crate::domain::in_both::InBoth::of(
            format!($nl, $($word = $word.nl),+ $(, $($name = $value),+)?),
            format!($en, $($word = $word.en),+ $(, $($name = $value),+)?),
        )
    };
    ($nl:literal, $en:literal $(; $($name:ident = $value:expr),+)? $(,)?) => {
        $crate::domain::in_both::InBoth::of(
            format!($nl $(, $($name = $value),+)?),
            format!($en $(, $($name = $value),+)?),
        )
    };
}

pub(crate) use in_both;
