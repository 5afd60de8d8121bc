//! The example questions of all entries, in the forms in which questions are compared.

use std::collections::HashMap;
use std::ops::Range;

use super::draft::Draft;
use super::page::Page;
use crate::domain::language::Language;
use crate::domain::text::folded;
use crate::ports::words::Words;

/// So many telling words make a question of its own; one word alone is asked for many things.
const FEWEST_WORDS: usize = 2;

/// One example question.
#[derive(Debug)]
pub(super) struct Example<'a> {
    /// The entry it stands in.
    pub(super) draft: &'a Draft<'a>,
    /// Its place on the entry's page.
    pub(super) span: Range<usize>,
    /// Its language, and the question without what does not change it.
    pub(super) exact: (Language, String),
    /// Its language and telling words, whatever their order; `None` when there are too few.
    pub(super) near: Option<(Language, Vec<String>)>,
}

impl Example<'_> {
    /// The page it stands on.
    pub(super) fn page(&self) -> &Page {
        self.draft.page
    }

    /// `schemes/bmkb.md:70`.
    pub(super) fn place(&self) -> String {
        self.page().line_of(&self.span)
    }
}

/// The example questions of all entries.
pub(super) struct Asked<'a> {
    words: &'a dyn Words,
    examples: Vec<Example<'a>>,
    exact: HashMap<(Language, String), usize>,
    near: HashMap<(Language, Vec<String>), usize>,
}

impl<'a> Asked<'a> {
    /// The example questions of these entries.
    pub(super) fn of(drafts: &'a [Draft<'a>], words: &'a dyn Words) -> Self {
        let mut asked = Self { words, examples: Vec::new(), exact: HashMap::new(), near: HashMap::new() };
        for draft in drafts {
            for (language, body) in &draft.bodies {
                for question in &body.questions {
                    let (text, span) = (question.get_ref(), question.span());
                    let exact = (*language, folded(text));
                    let near = near(text, *language, words);
                    asked.exact.entry(exact.clone()).or_insert(asked.examples.len());
                    if let Some(near) = near.clone() {
                        asked.near.entry(near).or_insert(asked.examples.len());
                    }
                    asked.examples.push(Example { draft, span, exact, near });
                }
            }
        }
        asked
    }

    /// All of them, in the order of the entries.
    pub(super) fn examples(&self) -> &[Example<'a>] {
        &self.examples
    }

    /// The example that says exactly this, if there is one.
    pub(super) fn exactly(&self, text: &str, language: Language) -> Option<&Example<'a>> {
        self.exact.get(&(language, folded(text))).and_then(|at| self.examples.get(*at))
    }

    /// The example that says this in the same telling words, if there is one.
    pub(super) fn nearly(&self, text: &str, language: Language) -> Option<&Example<'a>> {
        let near = near(text, language, self.words)?;
        self.near.get(&near).and_then(|at| self.examples.get(*at))
    }
}

fn near(text: &str, language: Language, words: &dyn Words) -> Option<(Language, Vec<String>)> {
    let mut telling = words.telling(text, language);
    telling.sort_unstable();
    telling.dedup();
    (telling.len() >= FEWEST_WORDS).then_some((language, telling))
}
