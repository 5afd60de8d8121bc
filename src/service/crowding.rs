//! When more comes than the house can do: new cases are shed before answers, and the admins hear that the inbox grows old.

use std::sync::atomic::Ordering;
use std::time::Duration;

use super::house::House;
use crate::domain::case::CaseState;
use crate::ports::phrases::Value;
use crate::ports::store::{HouseTimer, StoreError};

/// After so many hours that an update waited, the admins are told; once each.
const TOLD_AT_HOURS: [u8; 2] = [6, 1];
/// An inbox that is still, or again, this old a day later is told of anew.
const AGAIN_AFTER: Duration = Duration::from_hours(24);

impl House {
    /// Does so much wait that no new case should be opened?
    pub(super) fn is_crowded(&self) -> bool {
        self.is_crowded.load(Ordering::Relaxed)
    }

    /// Looks how much waits, for the decisions to come.
    pub async fn look_at_the_crowd(&self) -> Result<(), StoreError> {
        let most = self.settings.most_waiting;
        let rows = self.ports.store.backlog().await?.outbox;
        let cases = self.ports.store.open_cases(None).await?;
        let waiting = cases.iter().filter(|open| open.case.state == CaseState::Waiting).count();
        let is_crowded = rows >= most.rows || waiting >= most.cases;
        if self.is_crowded.swap(is_crowded, Ordering::Relaxed) != is_crowded {
            tracing::warn!(rows, waiting, is_crowded, "whether new cases are opened changed");
        }
        Ok(())
    }

    /// Tells the admins when somebody has waited for hours for the bot itself.
    pub async fn warn_of_an_old_inbox(&self) -> Result<(), StoreError> {
        let backlog = self.ports.store.backlog().await?;
        let age = backlog.oldest_update.map_or(Duration::ZERO, |oldest| self.now().since(oldest));
        let Some(hours) = TOLD_AT_HOURS.into_iter().find(|hours| age >= Duration::from_hours(u64::from(*hours))) else {
            return Ok(());
        };
        let timer = HouseTimer::OldInbox(hours);
        if self.ports.store.house_timer(&timer).await?.is_some_and(|until| until > self.now()) {
            return Ok(());
        }
        tracing::error!(
            updates = backlog.inbox,
            hours,
            "the oldest update waits for hours: look at the log and the database"
        );
        let values = [("hours", Value::Number(i64::from(hours))), ("updates", Value::Number(backlog.inbox))];
        self.warn_every_admin("admin-inbox-old", &values, (timer, AGAIN_AFTER)).await
    }
}
