//! The stand-in's clock: real time unless a test takes it in hand.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// Tells the time in milliseconds since 1970.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Clock {
    stopped_at: Option<u64>,
    ahead: u64,
}

impl Clock {
    pub(crate) fn now_ms(self) -> u64 {
        self.stopped_at.unwrap_or_else(wall_clock_ms) + self.ahead
    }

    /// Whole seconds, as the Bot API writes dates.
    pub(crate) fn now_s(self) -> u64 {
        self.now_ms() / 1000
    }

    /// Stops the clock at a moment; from here it moves only by hand.
    pub(crate) fn stop_at(&mut self, unix_ms: u64) {
        *self = Self { stopped_at: Some(unix_ms), ahead: 0 };
    }

    pub(crate) fn advance(&mut self, by: Duration) {
        self.ahead += u64::try_from(by.as_millis()).unwrap_or(u64::MAX);
    }
}

#[expect(clippy::disallowed_methods, reason = "the stand-in is the outside world: this is its one look at real time")]
fn wall_clock_ms() -> u64 {
    SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| u64::try_from(since.as_millis()).unwrap_or(u64::MAX))
}
