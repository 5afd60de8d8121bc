//! Bombs and broken files: each is refused with its reason, and costs little memory.
//!
//! Each is read by a process of its own, so that no memory of an earlier one hides what it costs.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail loudly, its helpers too")]

mod archives;
mod measuring;
mod tables;
mod workbooks;

use loket::domain::intake::FileRefusal;

/// A file that must be refused.
pub(crate) struct Bomb {
    /// What it is, in a word.
    pub(crate) what: &'static str,
    /// What it is called by who sends it.
    pub(crate) name: &'static str,
    pub(crate) content: Vec<u8>,
    /// Why it must be refused.
    pub(crate) why: Why,
}

/// The kind of a refusal.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Why {
    Empty,
    TooLarge,
    NotText,
    NotAnEntry,
    TooLong,
    Stranger,
    Damaged,
    Locked,
    TooManyFiles,
    UnpacksTooLarge,
    UnsafeName,
    Link,
    SameName,
    Unsafe,
    NoTable,
    TooManyRows,
    TooManyColumns,
    CellTooLong,
    TooMuchText,
    Other,
}

impl From<&FileRefusal> for Why {
    fn from(refusal: &FileRefusal) -> Self {
        match refusal {
            FileRefusal::Empty => Self::Empty,
            FileRefusal::TooLarge => Self::TooLarge,
            FileRefusal::NotText => Self::NotText,
            FileRefusal::NotAnEntry { .. } => Self::NotAnEntry,
            FileRefusal::TooLong { .. } => Self::TooLong,
            FileRefusal::Stranger { .. } => Self::Stranger,
            FileRefusal::Damaged => Self::Damaged,
            FileRefusal::Locked => Self::Locked,
            FileRefusal::TooManyFiles { .. } => Self::TooManyFiles,
            FileRefusal::UnpacksTooLarge { .. } => Self::UnpacksTooLarge,
            FileRefusal::UnsafeName { .. } => Self::UnsafeName,
            FileRefusal::Link { .. } => Self::Link,
            FileRefusal::SameName => Self::SameName,
            FileRefusal::Unsafe => Self::Unsafe,
            FileRefusal::NoTable => Self::NoTable,
            FileRefusal::TooManyRows { .. } => Self::TooManyRows,
            FileRefusal::TooManyColumns { .. } => Self::TooManyColumns,
            FileRefusal::CellTooLong { .. } => Self::CellTooLong,
            FileRefusal::TooMuchText { .. } => Self::TooMuchText,
            FileRefusal::UnknownKind | FileRefusal::Cells(_) => Self::Other,
        }
    }
}

/// The file as somebody sends it.
pub(crate) fn bomb(what: &'static str, name: &'static str, content: impl Into<Vec<u8>>, why: Why) -> Bomb {
    Bomb { what, name, content: content.into(), why }
}
