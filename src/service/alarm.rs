//! What happens because time passes: reactions that were held back.

use super::deciding::{Cause, Fact};
use super::house::House;
use crate::conversation::event::Event;
use crate::ports::store::{DueTimer, StoreError, Timer};

/// Fired at once.
const TIMER_BATCH: u32 = 64;

impl House {
    /// Fires the timers that are due; says how many.
    pub async fn fire_due_timers(&self) -> Result<usize, StoreError> {
        let due = self.ports.store.due_timers(self.now(), TIMER_BATCH).await?;
        let count = due.len();
        for timer in due {
            self.fire(timer).await?;
        }
        Ok(count)
    }

    async fn fire(&self, due: DueTimer) -> Result<(), StoreError> {
        let event = match due.timer {
            Timer::Settle => Event::Settled,
        };
        self.take_in(due.client, &Fact::Known(event), Cause::Timer(due.timer)).await.map(drop)
    }
}
