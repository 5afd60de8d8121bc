//! All terms of the index, with how much each one tells.

use rustc_hash::FxHashMap;

/// The number of a term.
pub(super) type TermId = u32;

/// The terms of the index.
#[derive(Debug, Default)]
pub(super) struct Vocabulary {
    ids: FxHashMap<String, TermId>,
    texts: Vec<String>,
    entries_with: Vec<u32>,
    entries: u32,
}

impl Vocabulary {
    /// The number of a term, new or known.
    pub(super) fn add(&mut self, term: &str) -> TermId {
        if let Some(id) = self.ids.get(term) {
            return *id;
        }
        let id = TermId::try_from(self.texts.len()).unwrap_or(TermId::MAX);
        self.ids.insert(term.to_owned(), id);
        self.texts.push(term.to_owned());
        self.entries_with.push(0);
        id
    }

    /// Counts one entry that holds these terms, each named once.
    pub(super) fn count_entry(&mut self, terms: impl Iterator<Item = TermId>) {
        self.entries += 1;
        for term in terms {
            if let Some(count) = self.entries_with.get_mut(term as usize) {
                *count += 1;
            }
        }
    }

    /// The number of a known term.
    pub(super) fn id(&self, term: &str) -> Option<TermId> {
        self.ids.get(term).copied()
    }

    /// The term itself.
    pub(super) fn text(&self, id: TermId) -> &str {
        self.texts.get(id as usize).map_or("", String::as_str)
    }

    /// How much a term tells: much when few entries hold it.
    pub(super) fn weight(&self, id: TermId) -> f32 {
        self.rarity(self.entries_with.get(id as usize).copied().unwrap_or_default())
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
