//! How full the house is and what it answers from, at one moment: for who runs it.

use std::collections::BTreeMap;
use std::time::Duration;

use crate::domain::ids::{DeskId, ReleaseNumber};

/// How a pool of connections to the database is used.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct Connections {
    /// At work.
    pub busy: u32,
    /// Open, with nothing to do.
    pub idle: u32,
}

/// The open cases of one desk.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct OpenCases {
    /// Nobody has taken them yet.
    pub waiting: i64,
    /// Somebody has.
    pub taken: i64,
    /// Of those that wait, the promise has passed.
    pub late: i64,
}

/// How things stand at one moment.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Levels {
    /// Updates not yet handled.
    pub inbox: i64,
    /// How long ago the oldest of them arrived; zero when there is none.
    pub inbox_age: Duration,
    /// Rows not yet delivered.
    pub outbox: i64,
    /// How long ago the oldest of them that can go was decided; zero when there is none.
    pub outbox_age: Duration,
    /// Rows that wait for a desk without a group.
    pub waiting_for_a_group: i64,
    /// Updates and rows that were given up.
    pub dead: i64,
    /// Open cases by desk, also for desks without any.
    pub cases: BTreeMap<DeskId, OpenCases>,
    /// The release in use.
    pub release: ReleaseNumber,
    /// How long ago it was published.
    pub knowledge_age: Duration,
    /// Entries in it.
    pub entries: usize,
    /// Of these, past their day of review.
    pub overdue_entries: usize,
    /// Connections to the database.
    pub connections: Connections,
}
