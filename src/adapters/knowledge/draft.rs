//! A draft: an entry as it was read, before it was checked against the others.

use std::collections::BTreeMap;

use jiff::civil::Date;
use toml::Spanned;

use super::body::{self, Body};
use super::header::{self, Header};
use super::outline::Block;
use super::page::Page;
use crate::domain::entry::{Entry, EntryText, Kind, Status};
use crate::domain::ids::EntryId;
use crate::domain::language::Language;

/// An entry as it stands on its page.
#[derive(Debug)]
pub(super) struct Draft<'a> {
    pub(super) page: &'a Page,
    pub(super) header: Header,
    pub(super) bodies: BTreeMap<Language, Body>,
}

impl<'a> Draft<'a> {
    /// Reads the entry on `page`, which lies in the folder of `kind`.
    pub(super) fn read(page: &'a Page, kind: Kind) -> Option<Self> {
        let (header, begin) = header::read(page, kind)?;
        let bodies = body::read(page, begin, *header.kind.get_ref());
        Some(Self { page, header, bodies })
    }

    /// The id of the entry.
    pub(super) fn id(&self) -> &EntryId {
        self.header.id.get_ref()
    }

    /// Whether it can be used on `today`.
    pub(super) fn status_on(&self, today: Date) -> Status {
        let day = |date: &Option<Spanned<Date>>| date.as_ref().map(|date| *date.get_ref());
        let written = self.header.status.on(today, day(&self.header.opens), day(&self.header.closes));
        written.paused(self.header.paused.is_some())
    }

    /// Is it of no use any more on `today`?
    pub(super) fn is_over_on(&self, today: Date) -> bool {
        self.status_on(today).is_over()
    }

    /// The entry itself; `None` when something is missing that was reported.
    pub(super) fn into_entry(self) -> Option<Entry> {
        let Header { also_nl, also_en, .. } = &self.header;
        let also = BTreeMap::from([(Language::Nl, also_nl.clone()), (Language::En, also_en.clone())]);
        let text = |(language, body): (Language, Body)| {
            let also = also.get(&language).cloned().unwrap_or_default();
            (language, entry_text(body, also))
        };
        let header = self.header;
        Some(Entry {
            id: header.id.into_inner(),
            aliases: inner(header.aliases),
            kind: header.kind.into_inner(),
            form: header.form,
            provider: header.provider.map(Spanned::into_inner),
            areas: inner(header.areas),
            themes: inner(header.themes),
            sectors: header.sectors,
            status: header.status,
            opens: header.opens.map(Spanned::into_inner),
            closes: header.closes.map(Spanned::into_inner),
            paused: header.paused.map(Spanned::into_inner),
            successor: header.successor.map(Spanned::into_inner),
            related: inner(header.related),
            stacks_with: inner(header.stacks_with),
            excludes: inner(header.excludes),
            url: header.url.into_inner(),
            sources: inner(header.sources),
            verified: header.verified,
            review_by: header.review_by?.into_inner(),
            confidence: header.confidence,
            to_check: header.to_check.map(Spanned::into_inner),
            text: self.bodies.into_iter().map(text).collect(),
        })
    }
}

fn inner<T>(values: Vec<Spanned<T>>) -> Vec<T> {
    values.into_iter().map(Spanned::into_inner).collect()
}

fn entry_text(body: Body, also: Vec<String>) -> EntryText {
    EntryText {
        title: body.title.into_inner(),
        also,
        summary: plain_text(&body.summary),
        sections: body.sections.into_iter().map(|(section, blocks)| (section, plain_text(&blocks))).collect(),
        questions: inner(body.questions),
    }
}

/// Paragraphs with a blank line before them, list items each on a line of its own.
pub(super) fn plain_text(blocks: &[Block]) -> String {
    let mut text = String::new();
    for block in blocks {
        if !text.is_empty() {
            text.push_str(if block.item { "\n" } else { "\n\n" });
        }
        if block.item {
            text.push_str("• ");
        }
        text.push_str(&block.text);
    }
    text
}
