//! What somebody at the gap board asks for by a button.

use serde::{Deserialize, Serialize};

use super::GapMark;
use crate::domain::ids::{EntryId, QuestionId};
use crate::domain::official::Role;

/// Something about what the bot did not know. A group is named by one of its questions.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum GapErrand {
    /// One page of the board, counted from 0.
    Board(u16),
    /// One page of the group that holds this question.
    Group(QuestionId, u16),
    /// This question, with what can be done about it.
    Question(QuestionId),
    /// Make this question an example of this entry.
    Attach(QuestionId, EntryId),
    /// Begin an entry with what a manager said to this question.
    Draft(QuestionId),
    /// Close the group that holds this question, as far as it was seen: this is the newest that was.
    Close(QuestionId, GapMark),
    /// One page of what could be learned, counted from 0.
    Lessons(u16),
    /// Learn from this question (`true`), or don't.
    Learn(QuestionId, bool),
}

impl GapErrand {
    /// The role that it takes.
    pub const fn needs(&self) -> Role {
        match self {
            Self::Board(_) | Self::Group(..) | Self::Question(_) | Self::Lessons(_) => Role::Lead,
            Self::Attach(..) | Self::Draft(_) | Self::Close(..) | Self::Learn(..) => Role::Admin,
        }
    }
}
