//! A small change of the knowledge that can't wait for an editor at a desk.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::ids::EntryId;
use super::notice::Notice;

/// What is corrected.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Correction {
    /// The facts of one entry.
    Entry(EntryId, Adjustment),
    /// What everybody is told; `None`: nothing any more.
    Notice(Option<Notice>),
}

/// Which fact of an entry changes.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Adjustment {
    /// For now it can't be used, since this day.
    Pause(Date),
    /// It can be used again.
    Resume,
    /// The money is gone.
    BudgetGone,
    /// This is its last day.
    CloseOn(Date),
}

/// Why nothing was corrected.
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error)]
pub enum NotCorrected {
    /// It says so already.
    #[error("it is so already")]
    AlreadySo,
    /// There is no file with this entry.
    #[error("there is no entry {0}")]
    NoSuchEntry(EntryId),
    /// The file can't be changed in its place.
    #[error("{0} can't be changed from here")]
    Unreadable(String),
}
