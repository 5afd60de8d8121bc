//! What must be looked at later; a conversation has at most one timer of each kind.

use serde::{Deserialize, Serialize};

/// A kind of timer.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Timer {
    /// The burst is over: say what was held back.
    Settle,
    /// The album is complete: pass it on.
    Album,
    /// The client waits too long: the next step of the ladder.
    Ladder,
    /// An appointment comes near.
    Appointment,
}

impl Timer {
    /// Every kind.
    pub const ALL: [Self; 4] = [Self::Settle, Self::Album, Self::Ladder, Self::Appointment];

    /// The word for tables.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Settle => "settle",
            Self::Album => "album",
            Self::Ladder => "ladder",
            Self::Appointment => "appointment",
        }
    }
}
