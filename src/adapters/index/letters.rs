//! How an entry speaks, as letter groups: which it uses more often than all entries together do.
//!
//! All its texts count, so this also sees a compound written apart, a misspelt word of a section, or the usual turns
//! of those who ask for it. Each group adds what it tells; what is missing takes nothing away.

use rustc_hash::FxHashMap;

use super::grams::{Gram, all_grams};
use crate::domain::entry::{Entry, EntryText};

/// How much a text in a title, a name, an example question or a section counts.
const TITLE: f32 = 3.0;
const NAME: f32 = 2.0;
const QUESTION: f32 = 1.0;
const TEXT: f32 = 0.3;

/// How much an entry is trusted beside all entries together: with 1.5, a group that both use equally often adds ln 2.5.
const TRUST: f32 = 1.5;

/// The letter groups of an entry lie on shelves, by so many of their first bits: their numbers are spread evenly, so that
/// a shelf holds only a few.
const SHELF_BITS: u32 = 10;
const SHELVES: u32 = 1 << SHELF_BITS;

/// What each letter group of an entry tells.
#[derive(Debug)]
pub(super) struct Letters {
    /// Sorted, which takes a third of the memory of a hash map.
    tells: Vec<(Gram, f32)>,
    /// Where each shelf begins, and where the last one ends.
    begins: Vec<u32>,
}

impl Letters {
    fn new(mut tells: Vec<(Gram, f32)>) -> Self {
        tells.sort_unstable_by_key(|(gram, _)| *gram);
        let begin = |number: u32| tells.partition_point(|(gram, _)| shelf(*gram) < number);
        let begins = (0..=SHELVES).map(|number| u32::try_from(begin(number)).unwrap_or(u32::MAX)).collect();
        Self { tells, begins }
    }

    /// What this letter group tells; nothing when the entry never uses it.
    pub(super) fn of(&self, gram: Gram) -> Option<f32> {
        let shelf = shelf(gram) as usize;
        let (begin, end) = (self.begins.get(shelf)?, self.begins.get(shelf + 1)?);
        let here = self.tells.get(*begin as usize..*end as usize)?;
        here.iter().find(|(other, _)| *other == gram).map(|(_, tells)| *tells)
    }

    /// Every letter group with what it tells.
    pub(super) fn each(&self) -> impl Iterator<Item = (Gram, f32)> {
        self.tells.iter().copied()
    }
}

/// How often each letter group occurs, weighed by where.
#[derive(Default)]
pub(super) struct Counts {
    pub(super) of: FxHashMap<Gram, f32>,
    pub(super) total: f32,
}

impl Counts {
    /// The letter groups of one entry, in all its languages.
    pub(super) fn of_entry(entry: &Entry) -> Self {
        let mut counts = Self::default();
        entry.text.values().for_each(|text| counts.add_text(text));
        counts
    }

    /// The letter groups of all entries.
    pub(super) fn together(counted: &[Self]) -> Self {
        let mut all = Self::default();
        for counts in counted {
            for (gram, count) in &counts.of {
                *all.of.entry(*gram).or_default() += count;
            }
            all.total += counts.total;
        }
        all
    }

    fn add(&mut self, text: &str, weight: f32) {
        for gram in all_grams(text) {
            *self.of.entry(gram).or_default() += weight;
            self.total += weight;
        }
    }

    fn add_text(&mut self, text: &EntryText) {
        self.add(&text.title, TITLE);
        self.add(&text.summary, TEXT);
        text.also.iter().for_each(|name| self.add(name, NAME));
        text.questions.iter().for_each(|question| self.add(question, QUESTION));
        text.sections.values().for_each(|section| self.add(section, TEXT));
    }
}

/// The letters of each of these entries, in their order.
pub(super) fn letters_of_each<'e>(entries: impl Iterator<Item = &'e Entry>) -> Vec<Letters> {
    let counted: Vec<Counts> = entries.map(Counts::of_entry).collect();
    let all = Counts::together(&counted);
    counted.into_iter().map(|counts| beside(counts, &all)).collect()
}

fn shelf(gram: Gram) -> u32 {
    gram >> (Gram::BITS - SHELF_BITS)
}

/// What these counts tell beside those of all entries.
fn beside(counts: Counts, all: &Counts) -> Letters {
    let told = counts.of.into_iter().map(|(gram, count)| {
        let everywhere = all.of.get(&gram).copied().unwrap_or(count);
        (gram, tells(count, counts.total, everywhere, all.total))
    });
    Letters::new(told.collect())
}

/// What a letter group tells that has `count` of an entry's `total`, and `everywhere` of those of all entries.
pub(super) fn tells(count: f32, total: f32, everywhere: f32, of_all: f32) -> f32 {
    (TRUST * of_all / total.max(f32::EPSILON) * count / everywhere.max(f32::EPSILON)).ln_1p()
}
