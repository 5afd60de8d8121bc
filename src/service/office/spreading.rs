//! A release reaches every program that works on the same database, and who published it hears when all have it.

use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;

use super::Visitor;
use crate::domain::ids::{PersonId, ReleaseNumber};
use crate::domain::language::Language;
use crate::domain::moment::Moment;
use crate::ports::knowledge::Knowledge;
use crate::ports::office::Replica;
use crate::ports::store::{HouseCommit, HouseTimer, StoreError};
use crate::service::house::House;

/// A program that has said nothing for so long is not at work any more.
const AT_WORK: Duration = Duration::from_mins(2);
/// How often a program says that it is at work.
const SAY_SO_EVERY: Duration = Duration::from_secs(20);
/// How long after a swap the release before is kept at hand.
const AT_HAND: Duration = Duration::from_mins(15);
/// How often it is looked whether all have a release, and after how long one is missed.
pub(in crate::service) const LOOK_EVERY: Duration = Duration::from_secs(2);
const MISSED_AFTER: Duration = Duration::from_mins(1);

impl House {
    /// Takes over the release in use when another program put it there, and says that we are at work.
    pub async fn follow_releases(&self) -> Result<(), StoreError> {
        let Some(release) = self.ports.office.release_in_use().await? else { return Ok(()) };
        if release.number == self.shelf.number() {
            return self.say_that_we_work().await;
        }
        let knowledge = match self.shelf.at_hand(release.number) {
            Some(knowledge) => Some(knowledge),
            None => match self.ports.office.release_files(release.number).await? {
                Some(files) => self.make(files).await?,
                None => None,
            },
        };
        match knowledge {
            Some(knowledge) => {
                tracing::info!(release.number = %release.number, "a release was taken over");
                self.put_on_the_shelf(release.number, knowledge).await
            }
            None => Ok(()),
        }
    }

    /// Answers from this release from now on, and says so.
    pub(super) async fn put_on_the_shelf(
        &self,
        number: ReleaseNumber,
        knowledge: Arc<Knowledge>,
    ) -> Result<(), StoreError> {
        self.shelf.replace(number, knowledge, self.now());
        self.report_release().await
    }

    async fn say_that_we_work(&self) -> Result<(), StoreError> {
        let now = self.now();
        self.shelf.forget_earlier(now.before(AT_HAND));
        let last = Moment::from_millis(self.said_at_work.load(Ordering::Relaxed));
        if now.since(last) >= SAY_SO_EVERY { self.report_release().await } else { Ok(()) }
    }

    pub(in crate::service) async fn report_release(&self) -> Result<(), StoreError> {
        let seen = self.now();
        let replica = Replica { name: self.settings.name.clone(), release: self.shelf.number(), seen };
        self.ports.office.report_replica(&replica).await?;
        self.said_at_work.store(seen.millis(), Ordering::Relaxed);
        Ok(())
    }

    /// Who published it hears when all programs have it; when there is only this one, there is nothing to say.
    pub(super) async fn watch_spreading(&self, visitor: &Visitor, release: ReleaseNumber) -> Result<(), StoreError> {
        let at_work = self.ports.office.replicas_since(self.now().before(AT_WORK)).await?;
        if at_work.iter().all(|one| one.name == self.settings.name) {
            return Ok(());
        }
        let timer = HouseTimer::Spread { release, to: visitor.person, language: visitor.language, since: self.now() };
        let set_timers = vec![(timer, self.now().after(LOOK_EVERY))];
        self.ports.store.commit_house(&HouseCommit { set_timers, ..HouseCommit::default() }).await?;
        self.ring();
        Ok(())
    }

    /// Looks whether all programs have a release; says so, or looks again in a moment.
    pub(in crate::service) async fn look_at_spreading(
        &self,
        (release, to, language): (ReleaseNumber, PersonId, Language),
        since: Moment,
    ) -> Result<Option<HouseTimer>, StoreError> {
        self.follow_releases().await?;
        let at_work = self.ports.office.replicas_since(self.now().before(AT_WORK)).await?;
        let with_it = at_work.iter().filter(|one| one.release == release).count();
        let is_late = self.now().since(since) >= MISSED_AFTER;
        if with_it < at_work.len() && !is_late {
            return Ok(Some(HouseTimer::Spread { release, to, language, since }));
        }
        let key = if with_it == at_work.len() { "office-all-have-it" } else { "office-some-miss-it" };
        let count = |number: usize| i64::try_from(number).unwrap_or(i64::MAX).into();
        let values = [("release", release.to_string().into()), ("with", count(with_it)), ("all", count(at_work.len()))];
        self.send_message(to, self.sentence(language, key, &values)).await?;
        Ok(None)
    }
}
