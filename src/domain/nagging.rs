//! What somebody must look at before clients are told something stale.

use std::collections::BTreeSet;

use jiff::ToSpan as _;
use jiff::civil::Date;

use super::catalogue::Catalogue;
use super::entry::{Checked, Entry, Status};
use super::ids::EntryId;
use super::language::Language;

/// What closes within so many days is told.
const CLOSING_DAYS: i64 = 30;
/// A pause that lasts longer than this many days was forgotten.
const PAUSED_DAYS: i64 = 30;
/// Money that was gone so many days ago may be there again.
const GONE_DAYS: i64 = 180;

/// Why somebody must look at an entry.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub enum Nag {
    /// The day of its review is past.
    Review,
    /// It closes soon.
    Closing,
    /// It was paused long ago.
    Paused,
    /// Its money was gone long ago, and nobody looked since.
    BudgetGone,
    /// An editor left something to look up.
    ToCheck,
    /// It has no example questions in a language.
    NoQuestions(Language),
    /// Nobody asked for it in a year.
    NeverAsked,
}

impl Nag {
    /// Every reason, the most urgent first.
    pub const ALL: [Self; 8] = [
        Self::Review,
        Self::Closing,
        Self::Paused,
        Self::BudgetGone,
        Self::ToCheck,
        Self::NoQuestions(Language::Nl),
        Self::NoQuestions(Language::En),
        Self::NeverAsked,
    ];
}

/// An entry that somebody must look at.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Nagged {
    /// Why.
    pub nag: Nag,
    /// Which.
    pub entry: EntryId,
    /// The day it is about: of the review, the last day, since when.
    pub day: Option<Date>,
}

/// Everything to look at on `today`: by reason, and of each the most urgent first. `asked`: what was asked for within a
/// year; `None` when the house does not remember a year.
pub fn nags(catalogue: &Catalogue, today: Date, asked: Option<&BTreeSet<EntryId>>) -> Vec<Nagged> {
    let mut found: Vec<Nagged> = catalogue.entries().flat_map(|entry| of_entry(entry, today, asked)).collect();
    found.sort_by(|one, other| (one.nag, one.day, &one.entry).cmp(&(other.nag, other.day, &other.entry)));
    found
}

fn of_entry(entry: &Entry, today: Date, asked: Option<&BTreeSet<EntryId>>) -> Vec<Nagged> {
    let before = |days: i64| today.checked_sub(days.days()).unwrap_or(today);
    let soon = today.checked_add(CLOSING_DAYS.days()).unwrap_or(today);
    let is_over = entry.status_on(today).is_over();
    let closing = entry.closes.filter(|last| !is_over && (today..=soon).contains(last));
    let paused = entry.paused.filter(|since| *since < before(PAUSED_DAYS));
    let gone =
        Some(last_day(entry.verified)).filter(|day| entry.status == Status::BudgetGone && *day < before(GONE_DAYS));
    let mut nags: Vec<(Nag, Option<Date>)> = Vec::new();
    let dated = [
        (Nag::Review, Some(entry.review_by).filter(|_| entry.is_due_for_review(today))),
        (Nag::Closing, closing),
        (Nag::Paused, paused),
        (Nag::BudgetGone, gone),
    ];
    nags.extend(dated.into_iter().filter(|(_, day)| day.is_some()));
    if entry.to_check.is_some() {
        nags.push((Nag::ToCheck, None));
    }
    for language in Language::ALL {
        if entry.text.get(&language).is_none_or(|text| text.questions.is_empty()) {
            nags.push((Nag::NoQuestions(language), None));
        }
    }
    if asked.is_some_and(|asked| !asked.contains(&entry.id)) {
        nags.push((Nag::NeverAsked, None));
    }
    nags.into_iter().map(|(nag, day)| Nagged { nag, entry: entry.id.clone(), day }).collect()
}

/// The last day on which facts may have been checked.
fn last_day(checked: Checked) -> Date {
    let (year, month) = match checked {
        Checked::Day(day) => return day,
        Checked::Month(year, month) => (year, month),
        Checked::Year(year) => (year, 12),
    };
    Date::new(year, month, 1).map_or(Date::MIN, Date::last_of_month)
}
