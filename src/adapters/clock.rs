//! The real time of day.

use crate::domain::moment::Moment;
use crate::ports::clock::Clock;

/// The clock of this machine.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> Moment {
        #[expect(clippy::disallowed_methods, reason = "this is the one place where the house learns the time")]
        let now = jiff::Timestamp::now();
        now.into()
    }
}
