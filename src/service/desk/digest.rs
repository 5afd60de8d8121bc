//! The morning digest: on working days at half past eight, what is whose and what is due. Silent when there is nothing.

use jiff::civil::Time;

use super::board::row;
use crate::domain::delivery::Outgoing;
use crate::domain::delivery::{Operation, Urgency};
use crate::domain::ids::DeskId;
use crate::domain::moment::Moment;
use crate::ports::store::{HouseCommit, HouseTimer, StoreError};
use crate::service::house::House;

/// When it comes.
const AT: Time = Time::constant(8, 30, 0, 0);

impl House {
    /// Says the digest of a desk, and expects the next morning.
    pub(in crate::service) async fn say_digest(&self, desk: &DeskId, due: Moment) -> Result<(), StoreError> {
        let now = self.now();
        let cases = self.ports.store.open_cases(Some(desk)).await?;
        let timer = HouseTimer::Digest(desk.clone());
        let mut commit = HouseCommit { clear_timers: vec![(timer.clone(), due)], ..HouseCommit::default() };
        commit.set_timers.extend(self.next_morning(desk, now).map(|moment| (timer, moment)));
        // After an outage of hours this morning's digest is no news any more.
        let is_fresh = now.since(due) < std::time::Duration::from_hours(3);
        let knowledge = self.shelf.current();
        let renderer = crate::service::rendering::Renderer::new(
            knowledge.phrases.as_ref(),
            &knowledge.catalogue,
            now,
            self.settings.retention,
        );
        if let Some(message) = renderer.digest(&cases).filter(|_| is_fresh) {
            let line = self.ports.store.next_house_line().await?;
            let operation = Operation::Send { message, quiet: false, reply: None, joins: false };
            commit.outgoing.push(Outgoing { urgency: Urgency::Soon, ..row(desk, line, operation) });
        }
        self.ports.store.commit_house(&commit).await?;
        self.ring();
        Ok(())
    }

    /// From now on a desk gets its digest.
    pub(in crate::service) async fn expect_mornings(&self, desk: &DeskId) -> Result<(), StoreError> {
        let timer = HouseTimer::Digest(desk.clone());
        if self.ports.store.house_timer(&timer).await?.is_some() {
            return Ok(());
        }
        let Some(morning) = self.next_morning(desk, self.now()) else { return Ok(()) };
        let set_timers = vec![(timer, morning)];
        self.ports.store.commit_house(&HouseCommit { set_timers, ..HouseCommit::default() }).await
    }

    /// Desks that were linked before there were digests get theirs too.
    pub(in crate::service) async fn expect_mornings_everywhere(&self) -> Result<(), StoreError> {
        for link in self.ports.store.desk_links().await? {
            self.expect_mornings(&link.desk).await?;
        }
        Ok(())
    }

    fn next_morning(&self, desk: &DeskId, after: Moment) -> Option<Moment> {
        let knowledge = self.shelf.current();
        knowledge.catalogue.desks.desk(desk)?.hours.next_working_day_at(after, AT)
    }
}
