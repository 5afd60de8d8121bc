//! How full the house is and whether it can work, for who runs it.

use std::collections::BTreeMap;
use std::time::Duration;

use tokio::time::timeout;

use super::house::House;
use crate::domain::case::CaseState;
use crate::domain::ids::DeskId;
use crate::ports::levels::{Levels, OpenCases};
use crate::ports::store::StoreError;

/// Whoever asks for our health does not wait long: a database that is slower is as good as gone.
const LONGEST_CHECK: Duration = Duration::from_secs(3);

impl House {
    /// How things stand.
    pub async fn levels(&self) -> Result<Levels, StoreError> {
        let now = self.now();
        let backlog = self.ports.store.backlog().await?;
        let release = self.ports.office.release_in_use().await?;
        let catalogue = &self.knowledge().catalogue;
        let today = self.today();
        let age = |since| now.since(since);
        Ok(Levels {
            inbox: backlog.inbox,
            inbox_age: backlog.oldest_update.map_or(Duration::ZERO, age),
            outbox: backlog.outbox,
            outbox_age: backlog.oldest_row.map_or(Duration::ZERO, age),
            waiting_for_a_group: backlog.waiting_for_a_group,
            dead: backlog.dead,
            cases: self.open_cases_by_desk().await?,
            release: self.shelf.number(),
            knowledge_age: release.map_or(Duration::ZERO, |release| age(release.at)),
            entries: catalogue.len(),
            overdue_entries: catalogue.entries().filter(|entry| entry.is_due_for_review(today)).count(),
            connections: self.ports.store.connections(),
        })
    }

    /// Also desks without any: a figure that is missing looks like one that could not be read.
    async fn open_cases_by_desk(&self) -> Result<BTreeMap<DeskId, OpenCases>, StoreError> {
        let now = self.now();
        let knowledge = self.knowledge();
        let desks = knowledge.catalogue.desks.iter();
        let mut by_desk: BTreeMap<DeskId, OpenCases> =
            desks.map(|desk| (desk.id.clone(), OpenCases::default())).collect();
        for open in self.ports.store.open_cases(None).await? {
            let cases = by_desk.entry(open.case.desk).or_default();
            match open.case.state {
                CaseState::Waiting => {
                    cases.waiting += 1;
                    cases.late += i64::from(open.case.promise.is_some_and(|promise| promise < now));
                }
                CaseState::Taken => cases.taken += 1,
                CaseState::Closed => {}
            }
        }
        Ok(by_desk)
    }

    /// Why the house can't work at this moment, each in a sentence; empty when it can.
    ///
    /// That the database takes what is written is tried, not asked: a full disk still answers questions.
    pub async fn complaints(&self) -> Vec<String> {
        match timeout(LONGEST_CHECK, self.report_release()).await {
            Ok(Ok(())) => Vec::new(),
            Ok(Err(error)) => vec![format!("the database takes nothing in: {error}")],
            Err(_) => vec![format!("the database does not answer within {} seconds", LONGEST_CHECK.as_secs())],
        }
    }
}
