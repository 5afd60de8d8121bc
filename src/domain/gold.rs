//! Gold: questions that a release must answer right, or it is refused.

use serde::{Deserialize, Serialize};

use super::area::AreaCode;
use super::ids::EntryId;
use super::language::Language;

/// A question with the only right answer to it.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Gold {
    /// What somebody writes.
    pub text: String,
    /// The language it is written in.
    pub language: Language,
    /// Where the firm is, when that matters.
    pub place: Option<AreaCode>,
    /// What must come of it.
    pub expect: Expected,
}

/// What must come of a gold question.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Expected {
    /// One of these entries comes first.
    Entries(Vec<EntryId>),
    /// No entry; the house does this.
    Action(GoldAction),
}

/// What the house does when it does not show an entry.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum GoldAction {
    /// A person takes over.
    HandOver,
    /// Somebody in distress gets the listening lines and a person.
    Listen,
    /// Small talk gets small talk.
    SmallTalk,
}
