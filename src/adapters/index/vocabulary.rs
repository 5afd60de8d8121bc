//! All terms of the index, with how much each one tells.

use indexmap::IndexMap;
use rustc_hash::FxBuildHasher;

/// The number of a term.
pub(super) type TermId = u32;

/// The terms of the index.
#[derive(Debug, Default)]
pub(super) struct Vocabulary {
    /// In how many entries each stands; its number is its place.
    entries_with: IndexMap<String, u32, FxBuildHasher>,
    entries: u32,
}

impl Vocabulary {
    /// The number of a term, new or known.
    pub(super) fn add(&mut self, term: &str) -> TermId {
        if let Some(id) = self.id(term) {
            return id;
        }
        let (at, _) = self.entries_with.insert_full(term.to_owned(), 0);
        TermId::try_from(at).unwrap_or(TermId::MAX)
    }

    /// Counts one entry that holds these terms, each named once.
    pub(super) fn count_entry(&mut self, terms: impl Iterator<Item = TermId>) {
        self.entries += 1;
        for term in terms {
            if let Some((_, count)) = self.entries_with.get_index_mut(term as usize) {
                *count += 1;
            }
        }
    }

    /// The number of a known term.
    pub(super) fn id(&self, term: &str) -> Option<TermId> {
        self.entries_with.get_index_of(term).and_then(|at| TermId::try_from(at).ok())
    }

    /// The term itself.
    pub(super) fn text(&self, id: TermId) -> &str {
        self.entries_with.get_index(id as usize).map_or("", |(term, _)| term)
    }

    /// How much a term tells: much when few entries hold it.
    pub(super) fn weight(&self, id: TermId) -> f32 {
        self.rarity(self.entries_with.get_index(id as usize).map_or(0, |(_, with)| *with))
    }

    /// How much a word would tell that no entry holds.
    pub(super) fn weight_of_unknown(&self) -> f32 {
        self.rarity(0)
    }

    #[expect(clippy::cast_precision_loss, reason = "a catalogue has far fewer than 2^24 entries")]
    fn rarity(&self, with: u32) -> f32 {
        let (all, with) = (self.entries as f32, with as f32);
        (1.0 + (all - with + 0.5).max(0.0) / (with + 0.5)).ln()
    }
}
