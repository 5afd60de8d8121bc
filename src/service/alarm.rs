//! What happens because time passes: reactions that were held back, the ladder, appointments, boards and digests.

use super::deciding::{Cause, Fact};
use super::house::House;
use crate::conversation::event::Event;
use crate::domain::moment::Moment;
use crate::domain::timer::Timer;
use crate::ports::lease::Fence;
use crate::ports::store::{DueTimer, HouseCommit, HouseTimer, StoreError};

/// Fired at once.
const TIMER_BATCH: u32 = 64;

impl House {
    /// Fires the timers that are due, of clients and of the house; says how many.
    pub async fn fire_due_timers(&self) -> Result<usize, StoreError> {
        let by = self.sender.fence();
        let due = self.ports.store.due_timers(self.now(), TIMER_BATCH).await?;
        let own = self.ports.store.due_house_timers(self.now(), TIMER_BATCH).await?;
        let count = due.len() + own.len();
        for timer in due {
            self.still_sends(by)?;
            self.fire(timer).await?;
        }
        for (timer, due) in own {
            self.still_sends(by)?;
            self.fire_own(timer, due).await?;
        }
        Ok(count)
    }

    /// What is due is fired by the sender: of two who do it, one would say it again.
    fn still_sends(&self, by: Fence) -> Result<(), StoreError> {
        if self.sender.covers(by) { Ok(()) } else { Err(StoreError::Superseded) }
    }

    async fn fire(&self, due: DueTimer) -> Result<(), StoreError> {
        let event = match due.timer {
            Timer::Settle => Event::Settled,
            Timer::Album => Event::AlbumComplete,
            Timer::Ladder => Event::WaitedLong,
            Timer::Appointment => Event::AppointmentNear,
        };
        self.take_in(due.client, &Fact::Known(event), Cause::Timer(due.timer)).await.map(drop)
    }

    async fn fire_own(&self, timer: HouseTimer, due: Moment) -> Result<(), StoreError> {
        match &timer {
            HouseTimer::Board(desk) => self.refresh_board(desk, due).await,
            HouseTimer::Digest(desk) => self.say_digest(desk, due).await,
            HouseTimer::Back(person) => {
                self.is_back(*person, None).await?;
                self.clear(timer, due).await
            }
            HouseTimer::Spread { release, to, language, since } => {
                let again = self.look_at_spreading((*release, *to, *language), *since).await?;
                let set_timers = again.map(|timer| (timer, self.now().after(super::office::LOOK_EVERY)));
                let commit = HouseCommit { set_timers: set_timers.into_iter().collect(), ..HouseCommit::default() };
                self.clear(timer, due).await?;
                self.ports.store.commit_house(&commit).await
            }
            HouseTimer::Figures(person) => self.send_weekly_figures(*person, due).await,
            // The time of quiet is over: the next refusal is told again.
            HouseTimer::Warned(_) | HouseTimer::OldInbox(_) => self.clear(timer, due).await,
        }
    }

    async fn clear(&self, timer: HouseTimer, due: Moment) -> Result<(), StoreError> {
        let clear_timers = vec![(timer, due)];
        self.ports.store.commit_house(&HouseCommit { clear_timers, ..HouseCommit::default() }).await
    }
}
