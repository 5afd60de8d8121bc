//! Leases: who does what when several programs work on the same database.
//!
//! A lease is short and renewed often. Each time it changes hands its fence rises, and what was claimed under an earlier
//! fence is refused: a program that was frozen and wakes can't go on as if nothing had happened.

use std::time::Duration;

/// The number of one holding of a lease. No two holdings have the same; a later one has a higher.
#[derive(Clone, Copy, Debug, Default, Eq, Ord, PartialEq, PartialOrd)]
pub struct Fence(pub i64);

impl Fence {
    /// Of who holds no lease: a program that has the database to itself.
    pub const NONE: Self = Self(0);
}

/// What only one program at a time may do, or be.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Duty {
    /// Fetching updates from the messenger.
    Poller,
    /// Delivering what was decided, and firing what is due.
    Sender,
    /// Being at work under this name: its updates are free as soon as this lease ends.
    Worker(String),
}

impl Duty {
    /// The word for tables.
    pub fn word(&self) -> String {
        match self {
            Self::Poller => "poller".to_owned(),
            Self::Sender => "sender".to_owned(),
            Self::Worker(name) => format!("worker:{name}"),
        }
    }
}

/// On what terms work is claimed.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Terms {
    /// Under which lease. When that ends, what was claimed is free.
    pub by: Fence,
    /// How long it is ours at the most, by the clock of the house.
    pub length: Duration,
}
