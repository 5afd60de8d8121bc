//! A TOML table, read key by key, so that every fault in it is found and not only the first.

use std::ops::Range;

use serde::de::DeserializeOwned;
use toml::Spanned;
use toml::de::{DeTable, DeValue, ValueDeserializer};

use super::nearest::nearest;
use super::page::Page;

/// A TOML table on a page. Ask it for every key it may have, then [`finish`](Table::finish) it.
pub(super) struct Table<'a> {
    page: &'a Page,
    span: Range<usize>,
    values: DeTable<'a>,
    asked: Vec<&'static str>,
    /// Where the syntax is broken: what can't be found or read there was reported already.
    broken: Vec<Range<usize>>,
}

impl<'a> Table<'a> {
    /// A page that is TOML from beginning to end.
    pub(super) fn of_page(page: &'a Page) -> Self {
        Self::parse(page, &page.text, 0..0)
    }

    /// Reads `toml`, whose bytes must lie where they lie on the page; what is missing is reported at `span`.
    pub(super) fn parse(page: &'a Page, toml: &'a str, span: Range<usize>) -> Self {
        let (parsed, faults) = DeTable::parse_recoverable(toml);
        let broken: Vec<_> = faults.iter().map(|fault| fault.span().unwrap_or_else(|| span.clone())).collect();
        for (fault, at) in faults.iter().zip(&broken) {
            page.error(
                at.clone(),
                format!("this is not TOML: {}", fault.message()),
                "write one `key = value` a line: texts between double quotes, lists between [ and ], dates bare",
            );
        }
        Self { page, span, values: parsed.into_inner(), asked: Vec::new(), broken }
    }

    /// The place of the table, to report what is wrong with it as a whole.
    pub(super) fn span(&self) -> Range<usize> {
        self.span.clone()
    }

    /// The value of a key that must be there; `example` shows how it is written.
    pub(super) fn required<T: DeserializeOwned>(&mut self, key: &'static str, example: &str) -> Option<Spanned<T>> {
        let value = self.take(key);
        if value.is_none() {
            self.missing(key, example);
        }
        self.read(key, value?, example)
    }

    /// The value of a key that may be left out.
    pub(super) fn optional<T: DeserializeOwned>(&mut self, key: &'static str, example: &str) -> Option<Spanned<T>> {
        let value = self.take(key)?;
        self.read(key, value, example)
    }

    /// The values of a list that may be left out; a value that can't be read is reported and left out.
    pub(super) fn list<T: DeserializeOwned>(&mut self, key: &'static str, example: &str) -> Vec<Spanned<T>> {
        match self.take(key).map(|value| (value.span(), value.into_inner())) {
            None => Vec::new(),
            Some((_, DeValue::Array(values))) => {
                values.into_iter().filter_map(|value| self.read(key, value, example)).collect()
            }
            Some((span, _)) => {
                self.page.error(span, format!("`{key}` is a list"), format!("write it like `{key} = {example}`"));
                Vec::new()
            }
        }
    }

    /// The values of a list that must hold something.
    pub(super) fn filled_list<T: DeserializeOwned>(&mut self, key: &'static str, example: &str) -> Vec<Spanned<T>> {
        match self.values.get(key) {
            None => self.missing(key, example),
            Some(value) if value.get_ref().as_array().is_some_and(|values| values.is_empty()) => {
                let mend = format!("write it like `{key} = {example}`");
                self.page.error(value.span(), format!("`{key}` is empty"), mend);
            }
            Some(_) => {}
        }
        self.list(key, example)
    }

    /// The table under a key; `None` when it is not there.
    pub(super) fn table(&mut self, key: &'static str) -> Option<Self> {
        let value = self.take(key)?;
        self.inner(key, value)
    }

    /// The tables written as `[[key]]`.
    pub(super) fn tables(&mut self, key: &'static str) -> Vec<Self> {
        match self.take(key).map(|value| (value.span(), value.into_inner())) {
            None => Vec::new(),
            Some((_, DeValue::Array(values))) => values.into_iter().filter_map(|one| self.inner(key, one)).collect(),
            Some((span, _)) => {
                self.page.error(span, format!("`{key}` stands here once"), format!("write `[[{key}]]` above each"));
                Vec::new()
            }
        }
    }

    /// Reports every key nobody asked for.
    pub(super) fn finish(self) {
        for key in self.values.keys() {
            let written = key.get_ref().as_ref();
            let mend = match nearest(written, self.asked.iter().copied()) {
                Some(known) => format!("did you mean `{known}`?"),
                None => format!("take it out, or use one of: {}", self.asked.join(", ")),
            };
            self.page.error(key.span(), format!("there is no key `{written}` here"), mend);
        }
    }

    fn take(&mut self, key: &'static str) -> Option<Spanned<DeValue<'a>>> {
        self.asked.push(key);
        self.values.remove(key)
    }

    fn missing(&self, key: &str, example: &str) {
        if self.broken.is_empty() {
            self.page.error(self.span(), format!("`{key}` is missing"), format!("add a line like `{key} = {example}`"));
        }
    }

    fn read<T: DeserializeOwned>(&self, key: &str, value: Spanned<DeValue<'_>>, example: &str) -> Option<Spanned<T>> {
        let span = value.span();
        match T::deserialize(ValueDeserializer::from(value)) {
            Ok(value) => Some(Spanned::new(span, value)),
            Err(fault) => {
                if !self.broken.iter().any(|broken| span.start <= broken.end && broken.start <= span.end) {
                    let what = format!("`{key}` cannot be read: {}", in_plain_words(fault.message()));
                    self.page.error(span, what, format!("write it like `{key} = {example}`"));
                }
                None
            }
        }
    }

    fn inner(&self, key: &str, value: Spanned<DeValue<'a>>) -> Option<Self> {
        let span = value.span();
        match value.into_inner() {
            DeValue::Table(values) => {
                Some(Self { page: self.page, span, values, asked: Vec::new(), broken: self.broken.clone() })
            }
            _ => {
                self.page.error(span, format!("`{key}` is a table"), format!("write `[{key}]` above its keys"));
                None
            }
        }
    }
}

/// The parser speaks to programmers; an editor reads this.
fn in_plain_words(message: &str) -> String {
    message
        .replace("unknown variant", "unknown word")
        .replace("invalid type: ", "")
        .replace("expected a TOML datetime", "expected a day without quotes")
        .replace("expected a string", "expected a text between quotes")
}
