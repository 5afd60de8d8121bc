//! Which entries the letter groups of a question speak for: they find what a misspelt word, a compound written apart
//! or an inflection hides from a search for words.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::grams::Gram;
use super::letters::{Packed, SHELVES};
use super::pages::Page;
use super::question::AskedGram;

/// So many entries of each letter group are kept, those for which it tells most: what tells for hundreds tells nothing.
const MOST_ENTRIES: usize = 50;

/// So many entries are found.
const FOUND: usize = 15;

/// An entry, and how much a letter group tells for it.
type Told = (u32, f32);

/// For each letter group the entries that it speaks for.
#[derive(Debug, Default)]
pub(super) struct Spelling {
    /// Where the entries of each letter group stand.
    speaks_for: FxHashMap<Gram, Range<u32>>,
    /// The entries of all letter groups, one after the other: a list for each would take twice the memory.
    told: Vec<Told>,
}

impl Spelling {
    /// The letter groups of these pages, in their order.
    pub(super) fn of(pages: &[Page]) -> Self {
        let mut spelling = Self::default();
        let mut here: Vec<(Packed, u32)> = Vec::new();
        for shelf in 0..SHELVES {
            let on_shelf =
                (0..).zip(pages).flat_map(|(at, page)| page.letters.on(shelf).iter().map(move |one| (*one, at)));
            here.clear();
            here.extend(on_shelf);
            here.sort_unstable();
            for same in here.chunk_by(|(one, _), (other, _)| one.gram(shelf) == other.gram(shelf)) {
                let begin = spelling.end();
                spelling.told.extend(same.iter().take(MOST_ENTRIES).map(|(one, at)| (*at, one.tells())));
                if let Some((one, _)) = same.first() {
                    spelling.speaks_for.insert(one.gram(shelf), begin..spelling.end());
                }
            }
        }
        spelling.told.shrink_to_fit();
        spelling.speaks_for.shrink_to_fit();
        spelling
    }

    fn end(&self) -> u32 {
        u32::try_from(self.told.len()).unwrap_or(u32::MAX)
    }

    fn of_gram(&self, gram: Gram) -> &[Told] {
        let range = self.speaks_for.get(&gram).cloned().unwrap_or_default();
        self.told.get(range.start as usize..range.end as usize).unwrap_or_default()
    }

    /// The places of the entries that these letter groups speak for most.
    pub(super) fn find(&self, grams: &[AskedGram]) -> Vec<usize> {
        let mut sums: FxHashMap<u32, f32> = FxHashMap::default();
        for asked in grams.iter().filter(|asked| asked.worth > 0.0) {
            for (entry, tells) in self.of_gram(asked.gram) {
                *sums.entry(*entry).or_default() += asked.worth * tells;
            }
        }
        let mut best: Vec<Told> = sums.into_iter().collect();
        let order = |one: &Told, other: &Told| other.1.total_cmp(&one.1).then(one.0.cmp(&other.0));
        if best.len() > FOUND {
            best.select_nth_unstable_by(FOUND, order);
            best.truncate(FOUND);
        }
        best.sort_unstable_by(order);
        best.into_iter().map(|(entry, _)| entry as usize).collect()
    }
}
