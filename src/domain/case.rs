//! One handover inside a conversation, from request to outcome.

use serde::{Deserialize, Serialize};

use super::area::AreaCode;
use super::ids::{CaseNumber, ClientId, DeskId, PersonId};
use super::language::Language;
use super::moment::Moment;

/// Why a person was fetched.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reason {
    /// The client asked for a person.
    Asked,
    /// Nothing in the catalogue fits.
    NoMatch,
    /// What was shown did not help.
    NotHelped,
    /// Somebody is not well.
    Distress,
    /// A photo, file or voice message only a person can look at.
    Attachment,
}

impl Reason {
    /// The word for logs, tables and phrases.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Asked => "asked",
            Self::NoMatch => "no-match",
            Self::NotHelped => "not-helped",
            Self::Distress => "distress",
            Self::Attachment => "attachment",
        }
    }
}

/// Where a case stands.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum CaseState {
    /// Nobody has taken it yet.
    Waiting,
    /// A manager has it.
    Taken,
    /// It is done.
    Closed,
}

impl CaseState {
    /// The word for tables.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Taken => "taken",
            Self::Closed => "closed",
        }
    }
}

/// A manager as a client hears of them.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct Manager {
    /// Who it is.
    pub id: PersonId,
    /// Their first name.
    pub name: String,
}

/// One handover.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct Case {
    /// Its number, as people say it.
    pub number: CaseNumber,
    /// Whose case it is.
    pub client: ClientId,
    /// The desk it lies at.
    pub desk: DeskId,
    /// Where it stands.
    pub state: CaseState,
    /// Why a person was fetched.
    pub reason: Reason,
    /// Who has it.
    pub owner: Option<Manager>,
    /// The client's language.
    pub language: Language,
    /// Where the firm is, when known.
    pub place: Option<AreaCode>,
    /// When it was opened.
    pub opened: Moment,
    /// By when a person reacts; `None` when the desk has no working hours ahead.
    pub promise: Option<Moment>,
    /// When it was closed.
    pub closed: Option<Moment>,
}

impl Case {
    /// Does somebody in distress wait here?
    pub fn is_urgent(&self) -> bool {
        self.reason == Reason::Distress
    }
}
