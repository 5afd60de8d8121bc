//! Which entries the letter groups of a question speak for: they find what a misspelt word, a compound written apart
//! or an inflection hides from a search for words.

use rustc_hash::FxHashMap;

use super::grams::Gram;
use super::pages::Page;
use super::question::AskedGram;

/// So many entries of each letter group are kept, those for which it tells most: what tells for hundreds tells nothing.
const MOST_ENTRIES: usize = 50;

/// So many entries are found.
const FOUND: usize = 15;

/// For each letter group the entries that it speaks for.
#[derive(Debug, Default)]
pub(super) struct Spelling {
    speaks_for: FxHashMap<Gram, Vec<(usize, f32)>>,
}

impl Spelling {
    /// The letter groups of these pages, in their order.
    pub(super) fn of(pages: &[Page]) -> Self {
        let mut speaks_for: FxHashMap<Gram, Vec<(usize, f32)>> = FxHashMap::default();
        for (at, page) in pages.iter().enumerate() {
            for (gram, tells) in page.letters.each() {
                speaks_for.entry(gram).or_default().push((at, tells));
            }
        }
        for entries in speaks_for.values_mut() {
            entries.sort_by(|one, other| other.1.total_cmp(&one.1).then(one.0.cmp(&other.0)));
            entries.truncate(MOST_ENTRIES);
            entries.shrink_to_fit();
        }
        Self { speaks_for }
    }

    /// The places of the entries that these letter groups speak for most.
    pub(super) fn find(&self, grams: &[AskedGram]) -> Vec<usize> {
        let mut sums: FxHashMap<usize, f32> = FxHashMap::default();
        for asked in grams.iter().filter(|asked| asked.worth > 0.0) {
            for (entry, tells) in self.speaks_for.get(&asked.gram).into_iter().flatten() {
                *sums.entry(*entry).or_default() += asked.worth * tells;
            }
        }
        let mut best: Vec<(usize, f32)> = sums.into_iter().collect();
        let order = |one: &(usize, f32), other: &(usize, f32)| other.1.total_cmp(&one.1).then(one.0.cmp(&other.0));
        if best.len() > FOUND {
            best.select_nth_unstable_by(FOUND, order);
            best.truncate(FOUND);
        }
        best.sort_unstable_by(order);
        best.into_iter().map(|(entry, _)| entry).collect()
    }
}
