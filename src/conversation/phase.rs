//! Where a conversation stands. An enum with data: a case without a desk cannot exist.

use serde::{Deserialize, Serialize};

use super::event::{Answered, Contribution};
use super::judgement::Verdict;
use crate::domain::case::{Case, Manager};
use crate::domain::ids::{CaseNumber, EntryId, LineId, MessageRef};
use crate::domain::moment::Moment;
use crate::domain::text::Text;

/// Where a conversation stands.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Phase {
    /// The bot answers.
    Answering,
    /// The bot asked back and waits for a choice.
    Offering {
        /// What it offered.
        options: Vec<EntryId>,
    },
    /// A case is open and nobody has taken it.
    Waiting {
        /// The case.
        case: Case,
    },
    /// A person has the chat; the bot keeps still.
    WithManager {
        /// The case; it has an owner.
        case: Case,
    },
    /// The last case is closed; the next question is answered by the bot.
    Closed {
        /// That case.
        case: CaseNumber,
    },
}

impl Phase {
    /// The open case, if there is one.
    pub const fn open_case(&self) -> Option<&Case> {
        match self {
            Self::Waiting { case } | Self::WithManager { case } => Some(case),
            Self::Answering | Self::Offering { .. } | Self::Closed { .. } => None,
        }
    }

    /// Does the bot answer here?
    pub const fn bot_answers(&self) -> bool {
        self.open_case().is_none()
    }

    /// The word for logs.
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Answering => "answering",
            Self::Offering { .. } => "offering",
            Self::Waiting { .. } => "waiting",
            Self::WithManager { .. } => "with-manager",
            Self::Closed { .. } => "closed",
        }
    }
}

/// A question and what became of it: remembered for a while, so that bursts and edits find their answer.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct Asked {
    /// The messages it was asked in, with the words of each.
    pub parts: Vec<(MessageRef, Text)>,
    /// When the last of them came.
    pub last: Moment,
    /// What the house makes of it.
    pub verdict: Verdict,
    /// The entries that may answer, the most probable first: for *something else*.
    pub candidates: Vec<EntryId>,
    /// The line it was answered in; `None` while the reaction is held back.
    pub answer: Option<LineId>,
}

impl Asked {
    /// The whole question.
    pub fn text(&self) -> Option<Text> {
        let mut parts = self.parts.iter().map(|(_, text)| text);
        let first = parts.next()?.clone();
        Some(parts.fold(first, |whole, next| whole.and(next)))
    }

    /// Was it asked in this message?
    pub fn holds(&self, message: MessageRef) -> bool {
        self.parts.iter().any(|(part, _)| *part == message)
    }
}

/// A message of one side and the line in which it stands on the other side.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct Relayed {
    /// The person's message.
    pub message: MessageRef,
    /// Our line on the other side.
    pub line: LineId,
}

/// A manager's line in a colleague's case: it waits for a word that it is meant for the client.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct Held {
    /// The message.
    pub message: MessageRef,
    /// Who wrote it.
    pub by: Manager,
    /// What it is.
    pub what: Contribution,
    /// What it replies to.
    pub reply: Option<Answered>,
    /// Our line that asks whether it is meant for the client.
    #[serde(default)]
    pub asked: Option<LineId>,
}

/// A ready text that a manager was shown: a tap under it sends just that.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct Offered {
    /// The line in which it was shown.
    pub line: LineId,
    /// The text.
    pub text: Text,
}

/// An album that is coming in, piece by piece.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct Album {
    /// Its name, as the messenger gave it.
    pub name: String,
    /// The manager it comes from; `None` when it comes from the client.
    pub by: Option<Manager>,
    /// Its pieces, in order.
    pub pieces: Vec<MessageRef>,
}
