//! `gold.toml` and `gold/*.toml`: questions with the right answer, by which a release is judged.

use std::collections::HashMap;

use toml::Spanned;

use super::asked::Asked;
use super::draft::Draft;
use super::gauge::Gauge;
use super::known::Known;
use super::page::Page;
use super::pages::Pages;
use super::score;
use super::table::Table;
use super::words::Slug;
use crate::domain::area::{AreaCode, Areas};
use crate::domain::gold::{Expected, Gold, GoldAction, GoldQuestions};
use crate::domain::ids::EntryId;
use crate::domain::in_both::in_both;
use crate::domain::language::Language;

/// The questions that must each be answered right.
const EACH: &str = "gold.toml";
/// The folder with the questions that are counted together.
const TOGETHER: &str = "gold";
/// So many gold questions an entry has at least: one alone says little.
const PER_ENTRY: usize = 2;

/// All gold questions of the folder.
pub(super) fn read(pages: &Pages, gauge: &Gauge<'_>) -> GoldQuestions {
    GoldQuestions {
        each: pages.get(EACH).map(|page| on_page(page, gauge)).unwrap_or_default(),
        together: pages.lists_in(TOGETHER).flat_map(|page| on_page(page, gauge)).collect(),
        accepted: pages.get(score::FILE).and_then(score::read),
    }
}

/// Reports every entry without its part of the questions that are counted together, once anybody writes them.
pub(super) fn check(drafts: &[Draft<'_>], gold: &GoldQuestions, known: &Known<'_>) {
    let mut counts: HashMap<&EntryId, usize> = HashMap::new();
    for question in &gold.together {
        if let Expected::Entries(entries) = &question.expect {
            for draft in entries.iter().filter_map(|id| known.get(id)) {
                *counts.entry(draft.id()).or_default() += 1;
            }
        }
    }
    for draft in drafts.iter().filter(|_| !gold.together.is_empty()) {
        let count = counts.get(draft.id()).copied().unwrap_or_default();
        if count < PER_ENTRY {
            let what = in_both!("te weinig gouden vragen: {count}", "too few gold questions: {count}");
            let mend = in_both!(
                "schrijf er {PER_ENTRY} in een bestand in gold/, in andere woorden dan de voorbeeldvragen",
                "write {PER_ENTRY} in a file in gold/, in other words than its example questions"
            );
            draft.page.warning(draft.header.id.span(), what, mend);
        }
    }
}

fn on_page(page: &Page, gauge: &Gauge<'_>) -> Vec<Gold> {
    let mut table = Table::of_page(page);
    let gold = table.tables("gold").into_iter().filter_map(|row| question(page, gauge, row)).collect();
    table.finish();
    gold
}

fn question(page: &Page, gauge: &Gauge<'_>, mut row: Table<'_>) -> Option<Gold> {
    let (span, errors) = (row.span(), page.errors());
    let text = row.required::<String>("text", r#""wie staat borg voor mijn lening""#);
    let language = row.required::<Language>("lang", r#""nl""#);
    let place = row.optional::<AreaCode>("place", r#""GM0150""#);
    let entries = row.list::<Slug>("entries", r#"["bmkb"]"#);
    let action = row.optional::<GoldAction>("action", r#""handover""#);
    row.finish();
    let readable = page.errors() == errors;
    check_place(page, &gauge.surroundings.areas, place.as_ref());
    for entry in &entries {
        gauge.known.require(page, &entry.get_ref().0, entry.span());
    }
    let expect = match (entries.is_empty(), action) {
        (false, None) => Expected::Entries(entries.into_iter().map(|entry| entry.into_inner().0).collect()),
        (true, Some(action)) => Expected::Action(action.into_inner()),
        _ => {
            if readable {
                let what = in_both!(
                    "deze vraag heeft niet precies één goed antwoord",
                    "this question has not exactly one right answer"
                );
                page.error(
                    span,
                    what,
                    in_both!("schrijf óf `entries` óf `action`", "write either `entries` or `action`"),
                );
            }
            return None;
        }
    };
    let (text, language) = (text?, language?.into_inner());
    check_copied(page, gauge.asked, &text, language);
    Some(Gold {
        line: page.line(&text.span()),
        text: text.into_inner(),
        language,
        place: place.map(Spanned::into_inner),
        expect,
        file: page.name.clone(),
    })
}

fn check_place(page: &Page, areas: &Areas, place: Option<&Spanned<AreaCode>>) {
    if let Some(place) = place.filter(|place| areas.municipality(place.get_ref()).is_none()) {
        let what = in_both!(
            "een gemeente {code} bestaat niet",
            "there is no municipality {code}"; code = place.get_ref()
        );
        page.error(place.span(), what, in_both!("zoek de code op in areas.csv", "look its code up in areas.csv"));
    }
}

/// A copy of an example question measures nothing: the index knows it by heart.
fn check_copied(page: &Page, asked: &Asked<'_>, text: &Spanned<String>, language: Language) {
    let mend = in_both!(
        "vraag het in andere woorden, zoals iemand anders het vraagt",
        "ask it in other words, as somebody else would"
    );
    if let Some(example) = asked.exactly(text.get_ref(), language) {
        let what = in_both!(
            "dit is de voorbeeldvraag in {place}",
            "this is the example question at {place}"; place = example.place()
        );
        page.warning(text.span(), what, mend);
    } else if let Some(example) = asked.nearly(text.get_ref(), language) {
        let what = in_both!(
            "dit heeft de woorden van de voorbeeldvraag in {place}",
            "this has the words of the example at {place}"; place = example.place()
        );
        page.warning(text.span(), what, mend);
    }
}
