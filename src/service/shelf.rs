//! The knowledge in use: one release at a time, swapped whole.

use std::sync::{Arc, PoisonError, RwLock};

use crate::conversation::policy::Thresholds;
use crate::domain::catalogue::Catalogue;
use crate::ports::phrases::Phrases;
use crate::ports::search::Search;

/// One release of the knowledge with everything made from it.
pub struct Knowledge {
    /// The entries and what surrounds them.
    pub catalogue: Catalogue,
    /// The index over them.
    pub search: Box<dyn Search>,
    /// The sentences of the bot.
    pub phrases: Box<dyn Phrases>,
    /// How sure the house must be, as fitted for this search.
    pub thresholds: Thresholds,
}

/// Where the knowledge in use stands. An answer takes it once and keeps it until it is given, so that no answer
/// mixes two releases.
pub struct Shelf {
    current: RwLock<Arc<Knowledge>>,
}

impl Shelf {
    /// A shelf with this release on it.
    pub fn new(knowledge: Knowledge) -> Self {
        Self { current: RwLock::new(Arc::new(knowledge)) }
    }

    /// The release in use.
    pub fn current(&self) -> Arc<Knowledge> {
        // A poisoned lock still holds a whole release: it is only ever replaced, never changed in place.
        Arc::clone(&self.current.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Puts another release in use.
    pub fn replace(&self, knowledge: Knowledge) {
        *self.current.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(knowledge);
    }
}
