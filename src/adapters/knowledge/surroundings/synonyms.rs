//! `synonyms.toml`: how people say it, and how the catalogue says it.

use toml::Spanned;

use crate::adapters::knowledge::page::Page;
use crate::adapters::knowledge::table::Table;
use crate::domain::catalogue::Synonym;
use crate::domain::language::Language;

/// The synonyms on this page.
pub(super) fn read(page: &Page) -> Vec<Synonym> {
    let mut table = Table::of_page(page);
    let synonyms = table.tables("synonym").into_iter().filter_map(synonym).collect();
    table.finish();
    synonyms
}

fn synonym(mut row: Table<'_>) -> Option<Synonym> {
    let language = row.required::<Language>("language", r#""nl""#);
    let said = row.filled_list("said", r#"["zonnepaneel", "zonnepanelen"]"#);
    let written = row.filled_list("written", r#"["zonne-energie"]"#);
    row.finish();
    Some(Synonym { language: language?.into_inner(), said: lower_case(said), written: lower_case(written) })
}

fn lower_case(phrases: Vec<Spanned<String>>) -> Vec<String> {
    phrases.into_iter().map(|phrase| phrase.get_ref().trim().to_lowercase()).collect()
}
