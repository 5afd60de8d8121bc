//! The stand-in's clock: real time unless a test takes it in hand.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// Tells the time in milliseconds since 1970.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Clock {
    stopped_at: Option<u64>,
    /// So much later, or earlier, than on the wall.
    shift: i64,
}

impl Clock {
    pub(crate) fn now_ms(self) -> u64 {
        self.stopped_at.unwrap_or_else(wall_clock_ms).saturating_add_signed(self.shift)
    }

    /// Whole seconds, as the Bot API writes dates.
    pub(crate) fn now_s(self) -> u64 {
        self.now_ms() / 1000
    }

    /// Stops the clock at a moment; from here it moves only by hand.
    pub(crate) fn stop_at(&mut self, unix_ms: u64) {
        *self = Self { stopped_at: Some(unix_ms), shift: 0 };
    }

    /// Sets the clock to a moment, from which it runs on.
    pub(crate) fn run_from(&mut self, unix_ms: u64) {
        let ahead = i64::try_from(unix_ms).unwrap_or(i64::MAX);
        let shift = ahead.saturating_sub(i64::try_from(wall_clock_ms()).unwrap_or(i64::MAX));
        *self = Self { stopped_at: None, shift };
    }

    pub(crate) fn advance(&mut self, by: Duration) {
        let by = i64::try_from(by.as_millis()).unwrap_or(i64::MAX);
        self.shift = self.shift.saturating_add(by);
    }
}

#[expect(clippy::disallowed_methods, reason = "the stand-in is the outside world: this is its one look at real time")]
fn wall_clock_ms() -> u64 {
    SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| u64::try_from(since.as_millis()).unwrap_or(u64::MAX))
}
