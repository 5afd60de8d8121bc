//! A clock that stands still until it is moved.

use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

use loket::domain::moment::Moment;
use loket::ports::clock::Clock;

/// A clock that stands still until it is moved.
pub(crate) struct StageClock(AtomicI64);

impl StageClock {
    /// A clock that stands at `moment`.
    pub(crate) fn at(moment: Moment) -> Self {
        Self(AtomicI64::new(moment.millis()))
    }

    /// What it says.
    pub(crate) fn time(&self) -> Moment {
        Moment::from_millis(self.0.load(Ordering::SeqCst))
    }

    /// Moves it forward.
    pub(crate) fn advance(&self, span: Duration) {
        self.0.fetch_add(span.as_millis().try_into().unwrap(), Ordering::SeqCst);
    }
}

impl Clock for StageClock {
    fn now(&self) -> Moment {
        self.time()
    }
}
