//! A client waits for a person: since when, and what was done about it.

use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::moment::Moment;

/// A step of the ladder: what happens while a client waits, in order. Each happens once a wait.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Rung {
    /// A reminder in the topic.
    Nudge,
    /// The owner by name, or the whole desk.
    Call,
    /// The client hears that it takes longer.
    Explain,
    /// The team lead.
    Lead,
    /// The region's fall-back desk.
    FallBack,
}

impl Rung {
    /// The steps in order.
    pub const ALL: [Self; 5] = [Self::Nudge, Self::Call, Self::Explain, Self::Lead, Self::FallBack];

    /// When it comes: per cent of the promised working time.
    pub const fn percent(self) -> u32 {
        match self {
            Self::Nudge => 50,
            Self::Call => 75,
            Self::Explain => 90,
            Self::Lead => 100,
            Self::FallBack => 150,
        }
    }
}

/// A client waits for a person.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct Wait {
    /// Since their first unanswered message.
    pub since: Moment,
    /// From when the working time is counted: later than `since` when the clock stood still or the desk changed.
    pub counted_from: Moment,
    /// The working time that had passed before.
    pub passed: Duration,
    /// Does the clock stand still, because the client can't be reached?
    pub paused: bool,
    /// The last step that was taken.
    pub done: Option<Rung>,
}

impl Wait {
    /// A wait that begins.
    pub const fn from(since: Moment) -> Self {
        Self { since, counted_from: since, passed: Duration::ZERO, paused: false, done: None }
    }

    /// The steps that were not taken yet, in order.
    pub fn ahead(&self) -> impl Iterator<Item = Rung> + use<> {
        let done = self.done;
        Rung::ALL.into_iter().filter(move |rung| Some(*rung) > done)
    }
}
