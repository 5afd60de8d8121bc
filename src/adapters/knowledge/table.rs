//! A TOML table, read key by key, so that every fault in it is found and not only the first.

use std::ops::Range;

use serde::Deserialize as _;
use toml::Spanned;
use toml::de::{DeTable, DeValue, ValueDeserializer};

use super::nearest::nearest;
use super::page::Page;
use super::plain_words::plain_words;
use super::words::Value;
use crate::domain::in_both::{InBoth, in_both};

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
                in_both!(
                    "dit is niet te lezen: {fault}",
                    "this cannot be read: {fault}"; fault = fault.message()
                ),
                in_both!(
                    "schrijf één `naam = waarde` per regel: tekst tussen dubbele aanhalingstekens, een lijst tussen [ en ], \
                     een datum zonder aanhalingstekens",
                    "write one `key = value` a line: texts between double quotes, lists between [ and ], dates bare"
                ),
            );
        }
        Self { page, span, values: parsed.into_inner(), asked: Vec::new(), broken }
    }

    /// The place of the table, to report what is wrong with it as a whole.
    pub(super) fn span(&self) -> Range<usize> {
        self.span.clone()
    }

    /// The value of a key that must be there; `example` shows how it is written.
    pub(super) fn required<T: Value>(&mut self, key: &'static str, example: &str) -> Option<Spanned<T>> {
        let value = self.take(key);
        if value.is_none() {
            self.missing(key, example);
        }
        self.read(key, value?, example)
    }

    /// The value of a key that may be left out.
    pub(super) fn optional<T: Value>(&mut self, key: &'static str, example: &str) -> Option<Spanned<T>> {
        let value = self.take(key)?;
        self.read(key, value, example)
    }

    /// The values of a list that may be left out; a value that can't be read is reported and left out.
    pub(super) fn list<T: Value>(&mut self, key: &'static str, example: &str) -> Vec<Spanned<T>> {
        match self.take(key).map(|value| (value.span(), value.into_inner())) {
            None => Vec::new(),
            Some((_, DeValue::Array(values))) => {
                values.into_iter().filter_map(|value| self.read(key, value, example)).collect()
            }
            Some((span, _)) => {
                self.page.error(
                    span,
                    in_both!("`{key}` is een lijst", "`{key}` is a list"),
                    write_it_like(key, example),
                );
                Vec::new()
            }
        }
    }

    /// The values of a list that must hold something.
    pub(super) fn filled_list<T: Value>(&mut self, key: &'static str, example: &str) -> Vec<Spanned<T>> {
        match self.values.get(key) {
            None => self.missing(key, example),
            Some(value) if value.get_ref().as_array().is_some_and(|values| values.is_empty()) => {
                let what = in_both!("`{key}` is leeg", "`{key}` is empty");
                self.page.error(value.span(), what, write_it_like(key, example));
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
                let what = in_both!("`{key}` staat hier als één", "`{key}` stands here once");
                self.page.error(span, what, in_both!("schrijf `[[{key}]]` boven elk", "write `[[{key}]]` above each"));
                Vec::new()
            }
        }
    }

    /// Reports every key nobody asked for.
    pub(super) fn finish(self) {
        for key in self.values.keys() {
            let written = key.get_ref().as_ref();
            let mend = match nearest(written, self.asked.iter().copied()) {
                Some(known) => in_both!("bedoel je `{known}`?", "did you mean `{known}`?"),
                None => in_both!(
                    "haal de regel weg, of kies uit: {known}",
                    "take it out, or use one of: {known}"; known = self.asked.join(", ")
                ),
            };
            let what = in_both!("een regel `{written}` bestaat hier niet", "there is no key `{written}` here");
            self.page.error(key.span(), what, mend);
        }
    }

    fn take(&mut self, key: &'static str) -> Option<Spanned<DeValue<'a>>> {
        self.asked.push(key);
        self.values.remove(key)
    }

    fn missing(&self, key: &str, example: &str) {
        if self.broken.is_empty() {
            let mend =
                in_both!("zet er een regel bij zoals `{key} = {example}`", "add a line like `{key} = {example}`");
            self.page.error(self.span(), in_both!("`{key}` ontbreekt", "`{key}` is missing"), mend);
        }
    }

    fn read<T: Value>(&self, key: &str, value: Spanned<DeValue<'_>>, example: &str) -> Option<Spanned<T>> {
        let span = value.span();
        let shape = T::Shape::deserialize(ValueDeserializer::from(value));
        match shape.map_err(|fault| plain_words(fault.message())).and_then(T::of) {
            Ok(value) => Some(Spanned::new(span, value)),
            Err(why) => {
                if !self.broken.iter().any(|broken| span.start <= broken.end && broken.start <= span.end) {
                    let what = in_both!("`{key}` klopt niet: {why}", "`{key}` cannot be read: {why}"; both why);
                    self.page.error(span, what, write_it_like(key, example));
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
                let what = in_both!("`{key}` is een groep regels", "`{key}` is a group of lines");
                self.page.error(span, what, in_both!("schrijf `[{key}]` erboven", "write `[{key}]` above its lines"));
                None
            }
        }
    }
}

fn write_it_like(key: &str, example: &str) -> InBoth {
    in_both!("schrijf het zoals `{key} = {example}`", "write it like `{key} = {example}`")
}
