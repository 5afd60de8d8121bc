//! What is relayed: one table for everything that is written in the topic of a case.

use super::event::Contribution;
use crate::domain::case::{Case, Manager};

/// Who writes in the topic of an open case, seen from the case.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Author {
    /// Its owner.
    Owner,
    /// Somebody of the desk, and nobody owns the case: by writing they take it.
    First,
    /// Somebody else than its owner.
    Colleague,
}

/// What becomes of something that was written in a topic.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Passage {
    /// It goes to the client.
    Relay,
    /// It waits until its author says that it is meant for the client.
    Hold,
    /// It stays in the topic: it was meant for colleagues.
    Stay,
    /// It can't go, and its author is told so.
    Refuse,
}

/// What is relayed: the whole table. Orders and the messenger's own notices are not in it: they are no words of
/// anybody for anybody, and never come this way.
pub const fn passage(what: &Contribution, by: Author) -> Passage {
    match (what, by) {
        (Contribution::Note, _) | (Contribution::Uncopyable, Author::Colleague) => Passage::Stay,
        (Contribution::Uncopyable, Author::Owner | Author::First) => Passage::Refuse,
        (Contribution::Text(_) | Contribution::Copy { .. }, Author::Owner | Author::First) => Passage::Relay,
        (Contribution::Text(_) | Contribution::Copy { .. }, Author::Colleague) => Passage::Hold,
    }
}

/// Who `by` is to this case.
pub(super) fn author(case: &Case, by: &Manager) -> Author {
    match &case.owner {
        None => Author::First,
        Some(owner) if owner.id == by.id => Author::Owner,
        Some(_) => Author::Colleague,
    }
}
