//! `gold.toml` and `gold/*.toml`: questions with the right answer, by which a release is judged.

use toml::Spanned;

use super::known::Known;
use super::page::Page;
use super::pages::Pages;
use super::table::Table;
use super::words::Slug;
use crate::domain::area::{AreaCode, Areas};
use crate::domain::gold::{Expected, Gold, GoldAction, GoldQuestions};
use crate::domain::language::Language;

/// The questions that must each be answered right.
const EACH: &str = "gold.toml";
/// The folder with the questions that are counted together.
const TOGETHER: &str = "gold";

/// All gold questions of the folder.
pub(super) fn read(pages: &Pages, areas: &Areas, known: &Known<'_>) -> GoldQuestions {
    let on = |page| on_page(page, areas, known);
    GoldQuestions {
        each: pages.get(EACH).map(on).unwrap_or_default(),
        together: pages.lists_in(TOGETHER).flat_map(on).collect(),
        accepted: None,
    }
}

fn on_page(page: &Page, areas: &Areas, known: &Known<'_>) -> Vec<Gold> {
    let mut table = Table::of_page(page);
    let gold = table.tables("gold").into_iter().filter_map(|row| question(page, areas, known, row)).collect();
    table.finish();
    gold
}

fn question(page: &Page, areas: &Areas, known: &Known<'_>, mut row: Table<'_>) -> Option<Gold> {
    let (span, errors) = (row.span(), page.errors());
    let text = row.required::<String>("text", r#""wie staat borg voor mijn lening""#);
    let language = row.required::<Language>("lang", r#""nl""#);
    let place = row.optional::<AreaCode>("place", r#""GM0150""#);
    let entries = row.list::<Slug>("entries", r#"["bmkb"]"#);
    let action = row.optional::<GoldAction>("action", r#""handover""#);
    row.finish();
    let readable = page.errors() == errors;
    if let Some(place) = place.as_ref().filter(|place| areas.municipality(place.get_ref()).is_none()) {
        page.error(
            place.span(),
            format!("there is no municipality {}", place.get_ref()),
            "look its code up in areas.csv",
        );
    }
    for entry in &entries {
        known.require(page, &entry.get_ref().0, entry.span());
    }
    let expect = match (entries.is_empty(), action) {
        (false, None) => Expected::Entries(entries.into_iter().map(|entry| entry.into_inner().0).collect()),
        (true, Some(action)) => Expected::Action(action.into_inner()),
        _ => {
            if readable {
                page.error(
                    span,
                    "this question has not exactly one right answer",
                    "write either `entries` or `action`",
                );
            }
            return None;
        }
    };
    let text = text?;
    Some(Gold {
        line: page.line(&text.span()),
        file: page.name.clone(),
        text: text.into_inner(),
        language: language?.into_inner(),
        place: place.map(Spanned::into_inner),
        expect,
    })
}
