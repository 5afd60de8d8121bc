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

/// What each letter group of an entry tells.
pub(super) type Tells = FxHashMap<Gram, f32>;

/// How often each letter group occurs, weighed by where.
#[derive(Default)]
struct Counts {
    of: FxHashMap<Gram, f32>,
    total: f32,
}

impl Counts {
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

/// What the letter groups of each of these entries tell, in their order.
pub(super) fn tells_of_each<'e>(entries: impl Iterator<Item = &'e Entry>) -> Vec<Tells> {
    let counted: Vec<Counts> = entries
        .map(|entry| {
            let mut counts = Counts::default();
            entry.text.values().for_each(|text| counts.add_text(text));
            counts
        })
        .collect();
    let mut all = Counts::default();
    for counts in &counted {
        for (gram, count) in &counts.of {
            *all.of.entry(*gram).or_default() += count;
        }
        all.total += counts.total;
    }
    counted.into_iter().map(|counts| beside(counts, &all)).collect()
}

/// What these counts tell beside those of all entries.
fn beside(counts: Counts, all: &Counts) -> Tells {
    let factor = TRUST * all.total / counts.total.max(f32::EPSILON);
    let tells = counts.of.into_iter().map(|(gram, count)| {
        let everywhere = all.of.get(&gram).copied().unwrap_or(count);
        (gram, (factor * count / everywhere).ln_1p())
    });
    tells.collect()
}
