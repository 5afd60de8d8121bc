//! Two mouths: entries that come up for the same question and tell it differently.
//!
//! Entries that come up together often say different things because they *are* different things. So little counts as a
//! contradiction: the same sentence with another number in it, and one name under which the one can be used and the
//! other can't, or which ends on another day. Entries that know of each other are believed: one that came instead of
//! the other, that can't or can be used together with it, or a scheme beside a scheme that it is related to.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::area::{Areas, fold_name};
use super::catalogue::Catalogue;
use super::entry::{Entry, Kind, Status};
use super::ids::EntryId;
use super::language::Language;
use super::sentences::sentences;

/// So much of the words of two sentences must be the same for them to say the same.
const SAME: f64 = 0.6;
/// Fewer words in common than this is chance.
const FEWEST_SHARED: usize = 4;
/// A word shorter than this says nothing about what a sentence is about.
const SHORTEST_WORD: usize = 3;
/// A name shorter than this is shared by chance.
const SHORTEST_NAME: usize = 3;
/// What looks like a year is no amount: one page speaks of this year, another of the next.
const YEARS: std::ops::Range<u32> = 1_900..2_100;

/// Two entries that answer one question differently.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Contradiction {
    /// The one.
    pub one: EntryId,
    /// The other.
    pub other: EntryId,
    /// A question for which both come up.
    pub question: String,
    /// In what they differ.
    pub about: Disagreement,
}

/// In what two entries differ.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Disagreement {
    /// Under one name the one can be used and the other can't.
    Status(Status, Status),
    /// Under one name they end on different days.
    LastDay(Date, Date),
    /// They say the same sentence with other numbers.
    Numbers(String, String),
}

/// In what these two contradict each other on `today`; `None` when they don't.
pub fn disagreement(catalogue: &Catalogue, one: &Entry, other: &Entry, today: Date) -> Option<Disagreement> {
    if one.id == other.id || !overlap(&catalogue.areas, one, other) || know_each_other(one, other) {
        return None;
    }
    if one.kind == other.kind && share_a_name(one, other) {
        let (first, second) = (one.status_on(today), other.status_on(today));
        if first.is_over() != second.is_over() {
            return Some(Disagreement::Status(first, second));
        }
        if let Some((first, second)) = one.closes.zip(other.closes).filter(|(first, second)| first != second) {
            return Some(Disagreement::LastDay(first, second));
        }
    }
    Language::ALL.into_iter().find_map(|language| other_numbers(one, other, language))
}

/// Is there a place where both hold?
fn overlap(areas: &Areas, one: &Entry, other: &Entry) -> bool {
    let within = |area, wide| areas.holds_at(wide, area) || area == wide;
    one.areas.iter().any(|area| other.areas.iter().any(|wide| within(area, wide) || within(wide, area)))
}

fn know_each_other(one: &Entry, other: &Entry) -> bool {
    let names = |from: &Entry, to: &Entry| {
        let both_are_schemes = from.kind == Kind::Scheme && to.kind == Kind::Scheme;
        let related: &[EntryId] = if both_are_schemes { &from.related } else { &[] };
        let lists = from.successor.iter().chain(&from.excludes).chain(&from.stacks_with).chain(related);
        lists.into_iter().any(|id| id == &to.id || to.aliases.contains(id))
    };
    names(one, other) || names(other, one)
}

fn share_a_name(one: &Entry, other: &Entry) -> bool {
    let names = |entry: &Entry| -> BTreeSet<String> {
        let all = entry.text.values().flat_map(|text| text.also.iter().chain([&text.title]));
        all.map(|name| fold_name(name)).filter(|name| name.len() >= SHORTEST_NAME).collect()
    };
    !names(one).is_disjoint(&names(other))
}

/// A sentence that both say, with other numbers.
fn other_numbers(one: &Entry, other: &Entry, language: Language) -> Option<Disagreement> {
    let (ones, others) = (spoken(one, language), spoken(other, language));
    ones.iter().find_map(|said| {
        let differs = |heard: &&Spoken| {
            said.is_the_same_as(heard)
                && !said.numbers.is_subset(&heard.numbers)
                && !heard.numbers.is_subset(&said.numbers)
        };
        let heard = others.iter().find(differs)?;
        Some(Disagreement::Numbers(said.sentence.to_owned(), heard.sentence.to_owned()))
    })
}

/// A sentence with numbers in it: its other words, and the numbers.
struct Spoken<'a> {
    sentence: &'a str,
    words: BTreeSet<String>,
    numbers: BTreeSet<String>,
}

impl Spoken<'_> {
    fn is_the_same_as(&self, other: &Self) -> bool {
        let shared = self.words.intersection(&other.words).count();
        let all = self.words.union(&other.words).count();
        let count = |number: usize| u32::try_from(number).map_or(0.0, f64::from);
        shared >= FEWEST_SHARED && count(shared) >= SAME * count(all)
    }
}

fn spoken(entry: &Entry, language: Language) -> Vec<Spoken<'_>> {
    let Some(text) = entry.text.get(&language) else { return Vec::new() };
    let all = text.sections.values().chain([&text.summary]).flat_map(|says| sentences(says));
    all.filter_map(|sentence| {
        let numbers: BTreeSet<String> = sentence.split_whitespace().filter_map(number).collect();
        let is_word =
            |word: &&str| word.chars().count() >= SHORTEST_WORD && !word.contains(|sign: char| sign.is_ascii_digit());
        let words =
            sentence.split(|sign: char| !sign.is_alphanumeric()).filter(is_word).map(str::to_lowercase).collect();
        (!numbers.is_empty()).then_some(Spoken { sentence, words, numbers })
    })
    .collect()
}

/// The number in a word, without the signs around it: `€`, `%` and full stops; a year is none.
fn number(word: &str) -> Option<String> {
    let bare = word.trim_matches(|sign: char| !sign.is_ascii_digit());
    let is_number = !bare.is_empty() && bare.chars().all(|sign| sign.is_ascii_digit() || matches!(sign, '.' | ','));
    let is_year = bare.parse::<u32>().is_ok_and(|year| YEARS.contains(&year));
    (is_number && !is_year).then(|| bare.to_owned())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use jiff::civil::date;

    use super::*;
    use crate::domain::catalogue::{Signals, Surroundings};
    use crate::domain::desk::Desks;
    use crate::domain::doors::Doors;
    use crate::domain::entry::{Checked, Confidence, EntryText, Section};
    use crate::domain::ids::ReleaseId;
    use crate::domain::region::Region;

    const TODAY: Date = date(2026, 11, 23);

    fn entry(id: &str, what: &str) -> Entry {
        let sections = BTreeMap::from([(Section::What, what.to_owned())]);
        let also = vec!["Bijzonder fonds".to_owned()];
        let text = EntryText { title: id.to_owned(), also, sections, ..EntryText::default() };
        Entry {
            id: EntryId::new(id),
            aliases: vec![],
            kind: Kind::Rule,
            form: None,
            provider: None,
            areas: vec!["NL".to_owned().try_into().unwrap()],
            themes: vec![],
            sectors: vec![],
            status: Status::Open,
            opens: None,
            closes: None,
            paused: None,
            successor: None,
            related: vec![],
            stacks_with: vec![],
            excludes: vec![],
            url: String::new(),
            sources: vec![],
            verified: Checked::Year(2026),
            review_by: date(2027, 12, 31),
            confidence: Confidence::Read,
            to_check: None,
            text: BTreeMap::from([(Language::Nl, text)]),
        }
    }

    fn between(one: &Entry, other: &Entry) -> Option<Disagreement> {
        let surroundings = Surroundings {
            areas: Areas::default(),
            region: Region::default(),
            desks: Desks::default(),
            themes: vec![],
            synonyms: vec![],
            signals: Signals::default(),
            doors: Doors::default(),
            notice: None,
        };
        let catalogue = Catalogue::new(ReleaseId::new("test"), surroundings, vec![one.clone(), other.clone()]);
        disagreement(&catalogue, one, other, TODAY)
    }

    const NINE: &str = "Voor producten en diensten uit de horeca betaal je 9% btw.";
    const TWENTY_ONE: &str = "Voor producten en diensten uit de horeca betaal je 21% btw.";

    #[test]
    fn one_sentence_with_two_numbers_is_a_contradiction() {
        let found = between(&entry("a", NINE), &entry("b", TWENTY_ONE));
        assert_eq!(found, Some(Disagreement::Numbers(NINE.to_owned(), TWENTY_ONE.to_owned())));
        assert_eq!(between(&entry("a", NINE), &entry("b", NINE)), None);
        let longer = format!("Sinds 2025: {NINE}");
        assert_eq!(between(&entry("a", NINE), &entry("b", &longer)), None, "a year is no amount");
        assert_eq!(between(&entry("a", NINE), &entry("b", "Je krijgt 21% korting op je nieuwe machine.")), None);
    }

    #[test]
    fn one_name_that_is_open_and_closed_is_a_contradiction() {
        let (open, gone) = (entry("a", ""), Entry { status: Status::BudgetGone, ..entry("b", "") });
        assert_eq!(between(&open, &gone), Some(Disagreement::Status(Status::Open, Status::BudgetGone)));
        let came_instead = Entry { successor: Some(EntryId::new("a")), ..gone.clone() };
        assert_eq!(between(&open, &came_instead), None, "they know of each other");
        let elsewhere = |code: &str, entry: Entry| Entry { areas: vec![code.to_owned().try_into().unwrap()], ..entry };
        assert_eq!(between(&elsewhere("GM0150", open), &elsewhere("GM0153", gone)), None, "nobody meets both");
        let until = |month| Entry { closes: Some(date(2027, month, 1)), ..entry(&format!("m{month}"), "") };
        assert_eq!(between(&until(3), &until(4)), Some(Disagreement::LastDay(date(2027, 3, 1), date(2027, 4, 1))));
    }
}
