//! Which entries the letter groups of a question speak for: they find what a misspelt word, a compound written apart
//! or an inflection hides from a search for words.

use rustc_hash::FxHashMap;

use super::grams::Gram;
use super::letters::{Packed, SHELVES, STEP_BITS, STEPS, told};
use super::pages::Page;
use super::question::AskedGram;
use super::shelves::Shelves;

/// So many entries of each letter group are kept, those for which it tells most: what tells for hundreds tells nothing.
const MOST_ENTRIES: usize = 50;

/// So many shelves for the letter groups of all entries.
const FINE_SHELVES: u32 = 1 << 15;

/// So many entries are found.
const FOUND: usize = 15;

/// For each letter group the entries that it speaks for.
#[derive(Debug)]
pub(super) struct Spelling {
    /// Sorted: few stand on a shelf. A hash map would take three times the memory.
    grams: Vec<Gram>,
    shelves: Shelves,
    /// Where the entries of each letter group begin, and where those of the last one end.
    begins: Vec<u32>,
    /// The entries of all letter groups, one after the other.
    told: Vec<Told>,
}

/// An entry and how much a letter group tells for it, in one number.
#[derive(Clone, Copy, Debug)]
struct Told(u32);

impl Told {
    const fn new(entry: u32, tells: Packed) -> Self {
        Self((entry << STEP_BITS) | tells.steps())
    }

    const fn entry(self) -> u32 {
        self.0 >> STEP_BITS
    }

    fn tells(self) -> f32 {
        told(self.0 & STEPS)
    }
}

impl Spelling {
    /// The letter groups of these pages, in their order.
    pub(super) fn of(pages: &[Page]) -> Self {
        let (mut grams, mut begins, mut all) = (Vec::new(), vec![0], Vec::new());
        let mut here: Vec<(Packed, u32)> = Vec::new();
        for shelf in 0..SHELVES {
            let on_shelf =
                (0..).zip(pages).flat_map(|(at, page)| page.letters.on(shelf).iter().map(move |one| (*one, at)));
            here.clear();
            here.extend(on_shelf);
            here.sort_unstable();
            for same in here.chunk_by(|(one, _), (other, _)| one.gram(shelf) == other.gram(shelf)) {
                grams.extend(same.first().map(|(one, _)| one.gram(shelf)));
                all.extend(same.iter().take(MOST_ENTRIES).map(|(one, at)| Told::new(*at, *one)));
                begins.push(u32::try_from(all.len()).unwrap_or(u32::MAX));
            }
        }
        let shelves = Shelves::new(grams.iter().map(|gram| shelf(*gram)), FINE_SHELVES);
        all.shrink_to_fit();
        Self { grams, shelves, begins, told: all }
    }

    fn of_gram(&self, gram: Gram) -> Option<&[Told]> {
        let here = self.shelves.on(shelf(gram));
        let at = here.start + self.grams.get(here)?.iter().position(|other| *other == gram)?;
        let (begin, end) = (self.begins.get(at)?, self.begins.get(at + 1)?);
        self.told.get(*begin as usize..*end as usize)
    }

    /// The places of the entries that these letter groups speak for most.
    pub(super) fn find(&self, grams: &[AskedGram]) -> Vec<usize> {
        let mut sums: FxHashMap<u32, f32> = FxHashMap::default();
        for asked in grams.iter().filter(|asked| asked.worth > 0.0) {
            for told in self.of_gram(asked.gram).unwrap_or_default() {
                *sums.entry(told.entry()).or_default() += asked.worth * told.tells();
            }
        }
        let mut best: Vec<(u32, f32)> = sums.into_iter().collect();
        let order = |one: &(u32, f32), other: &(u32, f32)| other.1.total_cmp(&one.1).then(one.0.cmp(&other.0));
        if best.len() > FOUND {
            best.select_nth_unstable_by(FOUND, order);
            best.truncate(FOUND);
        }
        best.sort_unstable_by(order);
        best.into_iter().map(|(entry, _)| entry as usize).collect()
    }
}

/// The shelf of a letter group: its first bits, more than within one entry, for there are more groups.
const fn shelf(gram: Gram) -> u32 {
    gram >> (Gram::BITS - FINE_SHELVES.ilog2())
}
