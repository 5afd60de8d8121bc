//! The rules of the house for texts: `jargon.toml` and `official.toml`.

use toml::Spanned;

use super::page::Page;
use super::pages::Pages;
use super::table::Table;
use crate::domain::language::Language;

/// The rules of the house for texts.
#[derive(Debug, Default)]
pub(super) struct Rules {
    pub(super) jargon: Vec<Jargon>,
    /// Hosts of official pages beside those of the organisations, each with everything below it.
    pub(super) official: Vec<String>,
}

/// A word that a reader may not know.
#[derive(Debug)]
pub(super) struct Jargon {
    pub(super) language: Language,
    /// The forms in which it is written, lower case.
    pub(super) words: Vec<String>,
    /// What it means, in plain words.
    pub(super) plain: String,
}

/// The rules in this folder; without the files there are none.
pub(super) fn read(pages: &Pages) -> Rules {
    Rules {
        jargon: pages.get("jargon.toml").map(jargon).unwrap_or_default(),
        official: pages.get("official.toml").map(official).unwrap_or_default(),
    }
}

fn jargon(page: &Page) -> Vec<Jargon> {
    let mut table = Table::of_page(page);
    let words = table.tables("jargon").into_iter().filter_map(one).collect();
    table.finish();
    words
}

fn one(mut row: Table<'_>) -> Option<Jargon> {
    let language = row.required::<Language>("lang", r#""nl""#);
    let words = row.filled_list::<String>("words", r#"["cofinanciering"]"#);
    let plain = row.required::<String>("plain", r#""je legt zelf ook geld in""#);
    row.finish();
    Some(Jargon { language: language?.into_inner(), words: small(words), plain: plain?.into_inner() })
}

fn official(page: &Page) -> Vec<String> {
    let mut table = Table::of_page(page);
    let hosts = small(table.filled_list::<String>("hosts", r#"["overheid.nl"]"#));
    table.finish();
    hosts
}

fn small(words: Vec<Spanned<String>>) -> Vec<String> {
    words.into_iter().map(|word| word.get_ref().trim().to_lowercase()).collect()
}
