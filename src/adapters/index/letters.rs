//! How an entry speaks, as letter groups: which it uses more often than all entries together do.
//!
//! All its texts count, so this also sees a compound written apart, a misspelt word of a section, or the usual turns
//! of those who ask for it. Each group adds what it tells; what is missing takes nothing away.

use rustc_hash::FxHashMap;

use super::grams::{Gram, all_grams};
use super::shelves::Shelves;
use crate::domain::entry::{Entry, EntryText};

/// How much a text in a title, a name, an example question or a section counts.
const TITLE: f32 = 3.0;
const NAME: f32 = 2.0;
const QUESTION: f32 = 1.0;
const TEXT: f32 = 0.3;

/// How much an entry is trusted beside all entries together: with 1.5, a group that both use equally often adds ln 2.5.
const TRUST: f32 = 1.5;

/// The letter groups of an entry lie on shelves, by so many of their first bits: their numbers are spread evenly, so that
/// a shelf holds only a few. What a group tells stands in the room of these bits, which the shelf says.
pub(super) const STEP_BITS: u32 = 10;

/// How many shelves there are.
pub(super) const SHELVES: u32 = 1 << STEP_BITS;

/// In so many steps it is said what a group tells.
pub(super) const STEPS: u32 = SHELVES - 1;

/// No group tells more.
const MOST_TOLD: f32 = 12.0;

/// What so many steps tell.
#[expect(clippy::cast_precision_loss, reason = "0 to 1023")]
pub(super) const fn told(steps: u32) -> f32 {
    steps as f32 * (MOST_TOLD / STEPS as f32)
}

/// A letter group on its shelf, with what it tells: where two are the same group, what tells more comes first.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(super) struct Packed(u32);

impl Packed {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        clippy::cast_precision_loss,
        reason = "0 to 1023"
    )]
    fn new(gram: Gram, tells: f32) -> Self {
        let steps = (tells.clamp(0.0, MOST_TOLD) / MOST_TOLD * STEPS as f32).round() as u32;
        Self((gram << STEP_BITS) | (STEPS - steps))
    }

    const fn is(self, gram: Gram) -> bool {
        self.0 >> STEP_BITS == (gram << STEP_BITS) >> STEP_BITS
    }

    /// The group, when it lies on this shelf.
    pub(super) const fn gram(self, shelf: u32) -> Gram {
        (shelf << (Gram::BITS - STEP_BITS)) | (self.0 >> STEP_BITS)
    }

    /// What it tells, in steps.
    pub(super) const fn steps(self) -> u32 {
        STEPS - (self.0 & STEPS)
    }
}

/// What each letter group of an entry tells.
#[derive(Debug)]
pub(super) struct Letters {
    /// A hash map would take six times the memory.
    packed: Vec<Packed>,
    shelves: Shelves,
}

impl Letters {
    fn new(mut tells: Vec<(Gram, f32)>) -> Self {
        tells.sort_unstable_by_key(|(gram, _)| *gram);
        let shelves = Shelves::new(tells.iter().map(|(gram, _)| shelf(*gram)), SHELVES);
        Self { packed: tells.iter().map(|(gram, tells)| Packed::new(*gram, *tells)).collect(), shelves }
    }

    /// What this letter group tells; nothing when the entry never uses it.
    pub(super) fn of(&self, gram: Gram) -> Option<f32> {
        self.on(shelf(gram)).iter().find(|packed| packed.is(gram)).map(|packed| told(packed.steps()))
    }

    /// What lies on a shelf.
    pub(super) fn on(&self, shelf: u32) -> &[Packed] {
        self.packed.get(self.shelves.on(shelf)).unwrap_or_default()
    }
}

/// The shelf of a letter group: its first bits.
const fn shelf(gram: Gram) -> u32 {
    gram >> (Gram::BITS - STEP_BITS)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_group_is_found_again_with_what_it_tells() {
        // Two on one shelf, and the first and the last of all.
        let told = [(0, 0.0), (77, 3.25), (78, 8.9), (Gram::MAX, 1.5)];
        let letters = Letters::new(told.to_vec());
        for (gram, tells) in told {
            let found = letters.of(gram).unwrap();
            assert!((found - tells).abs() < 0.006, "{gram}: {found}");
        }
        assert_eq!([1, 79, Gram::MAX - 1].map(|other| letters.of(other)), [None; 3]);
        let each: Vec<Gram> =
            (0..SHELVES).flat_map(|shelf| letters.on(shelf).iter().map(move |packed| packed.gram(shelf))).collect();
        assert_eq!(each, told.map(|(gram, _)| gram));
    }

    #[test]
    fn of_the_same_group_what_tells_more_comes_first() {
        let mut packed = [(5, 1.0), (4, 2.0), (5, 3.0)].map(|(gram, tells)| Packed::new(gram, tells));
        packed.sort_unstable();
        let order: Vec<Gram> = packed.iter().map(|one| one.gram(0)).collect();
        assert_eq!((order, packed[1] == Packed::new(5, 3.0)), (vec![4, 5, 5], true));
    }
}
