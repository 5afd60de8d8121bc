//! The knowledge in use: one release at a time, swapped whole.

use std::sync::{Arc, PoisonError, RwLock};

use crate::domain::ids::ReleaseNumber;
use crate::domain::moment::Moment;
pub use crate::ports::knowledge::Knowledge;

/// Where the knowledge in use stands. An answer takes it once and keeps it until it is given, so that no answer
/// mixes two releases.
pub struct Shelf {
    current: RwLock<Standing>,
}

/// What stands on the shelf, and what stood there before: it is at hand when somebody wants it back.
struct Standing {
    number: ReleaseNumber,
    knowledge: Arc<Knowledge>,
    since: Moment,
    before: Option<(ReleaseNumber, Arc<Knowledge>)>,
}

impl Shelf {
    /// A shelf with this release on it, from `now` on.
    pub fn new(number: ReleaseNumber, knowledge: Knowledge, now: Moment) -> Self {
        let standing = Standing { number, knowledge: Arc::new(knowledge), since: now, before: None };
        Self { current: RwLock::new(standing) }
    }

    /// The release in use.
    pub fn current(&self) -> Arc<Knowledge> {
        Arc::clone(&self.read().knowledge)
    }

    /// The number of the release in use.
    pub fn number(&self) -> ReleaseNumber {
        self.read().number
    }

    /// A release that stands here, or stood here until the last swap.
    pub fn at_hand(&self, number: ReleaseNumber) -> Option<Arc<Knowledge>> {
        let standing = self.read();
        if standing.number == number {
            return Some(Arc::clone(&standing.knowledge));
        }
        standing.before.as_ref().filter(|(before, _)| *before == number).map(|(_, knowledge)| Arc::clone(knowledge))
    }

    /// Puts another release in use from `now` on.
    pub fn replace(&self, number: ReleaseNumber, knowledge: Arc<Knowledge>, now: Moment) {
        let mut standing = self.current.write().unwrap_or_else(PoisonError::into_inner);
        let before = std::mem::replace(&mut standing.knowledge, knowledge);
        standing.before = Some((standing.number, before));
        standing.number = number;
        standing.since = now;
    }

    /// Lets go of the release that was in use before, when the present one stands there since before `long_ago`:
    /// nobody wanted it back.
    pub fn forget_earlier(&self, long_ago: Moment) {
        if self.read().since < long_ago {
            self.current.write().unwrap_or_else(PoisonError::into_inner).before = None;
        }
    }

    // A poisoned lock still holds a whole release: it is only ever replaced, never changed in place.
    fn read(&self) -> std::sync::RwLockReadGuard<'_, Standing> {
        self.current.read().unwrap_or_else(PoisonError::into_inner)
    }
}
