//! The header of an entry: the facts, in TOML between two `+++` lines.

use std::ops::Range;

use jiff::civil::Date;
use toml::Spanned;

use super::page::{Page, map};
use super::table::Table;
use super::words::{Address, Day, Slug, Source, Verified};
use crate::domain::area::AreaCode;
use crate::domain::entry::{Checked, Confidence, Form, Kind, Status};
use crate::domain::ids::{EntryId, ThemeId};
use crate::domain::in_both::in_both;
use crate::domain::language::Language;

/// How a list of other entries is written.
const OTHERS: &str = r#"["other-id"]"#;

/// The line above and below the header.
const FENCE: &str = "+++";

/// The facts of an entry, with the places where they are written.
///
/// A fact that is missing or unreadable was reported and stands here as something harmless.
#[derive(Debug)]
pub(super) struct Header {
    pub(super) id: Spanned<EntryId>,
    pub(super) aliases: Vec<Spanned<EntryId>>,
    pub(super) kind: Spanned<Kind>,
    pub(super) form: Option<Form>,
    pub(super) provider: Option<Spanned<EntryId>>,
    pub(super) areas: Vec<Spanned<AreaCode>>,
    pub(super) themes: Vec<Spanned<ThemeId>>,
    pub(super) sectors: Vec<String>,
    pub(super) status: Status,
    pub(super) opens: Option<Spanned<Date>>,
    pub(super) closes: Option<Spanned<Date>>,
    pub(super) paused: Option<Spanned<Date>>,
    pub(super) successor: Option<Spanned<EntryId>>,
    pub(super) related: Vec<Spanned<EntryId>>,
    pub(super) stacks_with: Vec<Spanned<EntryId>>,
    pub(super) excludes: Vec<Spanned<EntryId>>,
    /// Entries that answer the same questions, so that a question may stand in both.
    pub(super) shares: Vec<Spanned<EntryId>>,
    pub(super) url: Spanned<String>,
    pub(super) sources: Vec<Spanned<String>>,
    pub(super) verified: Checked,
    pub(super) review_by: Option<Spanned<Date>>,
    pub(super) confidence: Confidence,
    pub(super) to_check: Option<Spanned<String>>,
    pub(super) also_nl: Vec<String>,
    pub(super) also_en: Vec<String>,
}

impl Header {
    /// The other names in a language.
    pub(super) fn also(&self, language: Language) -> &[String] {
        match language {
            Language::Nl => &self.also_nl,
            Language::En => &self.also_en,
        }
    }
}

/// Does this file begin as an entry does?
pub(super) fn is_entry(text: &str) -> bool {
    text.lines().next().is_some_and(|line| line.trim_end() == FENCE)
}

/// The header of the entry on `page`, and where its body begins. `None` when there is no header at all.
pub(super) fn read(page: &Page, folder: Kind) -> Option<(Header, usize)> {
    let Some((header, body)) = fences(&page.text) else {
        page.error(
            0..page.text.find('\n').unwrap_or(page.text.len()),
            in_both!("de gegevens bovenaan ontbreken", "there is no header"),
            in_both!(
                "begin het bestand met een regel `+++`, dan de gegevens, dan weer een regel `+++`; kijk hoe het in een \
                 andere kaart staat",
                "begin the file with a line `+++`, then the facts, then a line `+++`; knowledge/STYLE.md shows one"
            ),
        );
        return None;
    };
    // The fence is blanked out, not cut off, so that every place counts from the start of the file.
    let toml = format!("{}{}", " ".repeat(header.start), page.text.get(header).unwrap_or_default());
    let mut table = Table::parse(page, &toml, 0..FENCE.len());
    let header = facts(page, &mut table, folder);
    table.finish();
    Some((header, body))
}

/// Where the header lies, without its fences, and where the body begins.
pub(super) fn fences(text: &str) -> Option<(Range<usize>, usize)> {
    let mut lines = text.split_inclusive('\n');
    let mut end = lines.next().filter(|line| line.trim_end() == FENCE)?.len();
    let start = end;
    for line in lines {
        if line.trim_end() == FENCE {
            return Some((start..end, end + line.len()));
        }
        end += line.len();
    }
    None
}

fn facts(page: &Page, table: &mut Table<'_>, folder: Kind) -> Header {
    let id = table.required::<Slug>("id", &format!("\"{}\"", page.stem()));
    let kind = table.required::<Kind>("kind", &format!("\"{}\"", folder.word()));
    let fallback = Spanned::new(table.span(), EntryId::new(page.stem()));
    let header = Header {
        id: id.map_or(fallback, entry_id),
        aliases: entry_ids(table, "aliases", r#"["old-id"]"#),
        kind: kind.unwrap_or_else(|| Spanned::new(table.span(), folder)),
        form: None,
        provider: table.optional("provider", r#""rvo""#).map(entry_id),
        areas: table.filled_list("areas", r#"["NL"]"#),
        themes: table.filled_list("themes", r#"["finance"]"#),
        sectors: plain(table.list("sectors", r#"["horeca"]"#)),
        status: table.required("status", r#""open""#).map_or(Status::Unknown, Spanned::into_inner),
        opens: table.optional("opens", "2026-01-01").map(date),
        closes: table.optional("closes", "2026-12-31").map(date),
        paused: table.optional("paused", "2026-11-23").map(date),
        successor: table.optional("successor", r#""other-id""#).map(entry_id),
        related: entry_ids(table, "related", OTHERS),
        stacks_with: entry_ids(table, "stacks_with", OTHERS),
        excludes: entry_ids(table, "excludes", OTHERS),
        shares: entry_ids(table, "shares", OTHERS),
        url: table
            .required("url", r#""https://www.rvo.nl/bmkb""#)
            .map_or_else(|| Spanned::new(table.span(), String::new()), address),
        sources: Vec::new(),
        verified: table.required("verified", r#""2025-06-12""#).map_or(Checked::Year(0), verified),
        review_by: table.required("review_by", "2026-12-31").map(date),
        confidence: table.required("confidence", r#""read""#).map_or(Confidence::Known, Spanned::into_inner),
        to_check: table.optional("to_check", r#""Is the amount still right?""#),
        also_nl: plain(table.list("also_nl", r#"["BMKB"]"#)),
        also_en: plain(table.list("also_en", r#"["BMKB"]"#)),
    };
    Header { form: form(page, table, *header.kind.get_ref()), sources: sources(table, header.confidence), ..header }
}

/// The form of the help: schemes have one, nothing else has.
fn form(page: &Page, table: &mut Table<'_>, kind: Kind) -> Option<Form> {
    if kind == Kind::Scheme {
        return table.required("form", r#""subsidy""#).map(Spanned::into_inner);
    }
    let form = table.optional::<Form>("form", r#""subsidy""#)?;
    page.error(
        form.span(),
        in_both!("alleen een regeling heeft een `form`", "only a scheme has a `form`"),
        in_both!(
            "haal de regel weg, of maak er `kind = \"scheme\"` van",
            "take the line out, or make it `kind = \"scheme\"`"
        ),
    );
    None
}

/// The pages the facts were read on: at least one, unless they are general knowledge.
fn sources(table: &mut Table<'_>, confidence: Confidence) -> Vec<Spanned<String>> {
    const EXAMPLE: &str = r#"["https://www.rvo.nl/bmkb"]"#;
    let sources = match confidence {
        Confidence::Read => table.filled_list::<Source>("sources", EXAMPLE),
        Confidence::Known => table.list::<Source>("sources", EXAMPLE),
    };
    sources.into_iter().map(|source| map(source, |source| source.0)).collect()
}

fn plain(values: Vec<Spanned<String>>) -> Vec<String> {
    values.into_iter().map(Spanned::into_inner).collect()
}

fn entry_ids(table: &mut Table<'_>, key: &'static str, example: &str) -> Vec<Spanned<EntryId>> {
    table.list(key, example).into_iter().map(entry_id).collect()
}

fn entry_id(slug: Spanned<Slug>) -> Spanned<EntryId> {
    map(slug, |slug| slug.0)
}

fn date(day: Spanned<Day>) -> Spanned<Date> {
    map(day, |day| day.0)
}

fn address(written: Spanned<Address>) -> Spanned<String> {
    map(written, |address| address.0)
}

fn verified(written: Spanned<Verified>) -> Checked {
    written.into_inner().0
}
