//! What was decided and must now happen outside: the rows of the outbox.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::ids::{CaseNumber, ChatId, ClientId, DeskId, LineId, MessageRef, ThreadId};
use super::message::Message;

/// Where something goes. Things in one lane happen in the order in which they were decided.
#[derive(Clone, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Lane {
    /// The private chat of a client.
    Client(ClientId),
    /// The topic of a case; its place in the forum is known once the topic is there.
    Case(CaseNumber),
    /// The General topic of a desk's group.
    Desk(DeskId),
}

impl fmt::Display for Lane {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Client(client) => write!(f, "client:{client}"),
            Self::Case(number) => write!(f, "case:{number}"),
            Self::Desk(desk) => write!(f, "desk:{desk}"),
        }
    }
}

/// What must happen.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Operation {
    /// Send a message.
    Send {
        /// The message.
        message: Message,
        /// Without a sound.
        quiet: bool,
    },
    /// Put another text under an earlier line of the same client.
    Edit {
        /// The line that changes.
        line: LineId,
        /// What it shows from now on.
        message: Message,
    },
    /// Copy a person's message as it is, without a link to who wrote it.
    Copy {
        /// The message to copy.
        from: MessageRef,
        /// Said in front of it when the copy can't carry it: who wrote.
        author: String,
    },
    /// Send a text file.
    Document {
        /// Its name, with an ending.
        name: String,
        /// Its content.
        content: String,
        /// What stands under it.
        caption: Message,
    },
    /// Make the topic of this lane's case.
    OpenTopic {
        /// Its name, at most 128 characters.
        name: String,
    },
    /// Pin an earlier line of the same client in this lane.
    Pin {
        /// The line to pin.
        line: LineId,
    },
    /// Close the topic of this lane's case.
    CloseTopic,
    /// Remove a topic with everything in it. It carries its place itself: the case may be erased by then.
    DeleteTopic {
        /// The group.
        chat: ChatId,
        /// The topic.
        thread: ThreadId,
    },
}

impl Operation {
    /// May this be done twice without anybody seeing it twice?
    pub const fn is_repeatable(&self) -> bool {
        match self {
            Self::Edit { .. } | Self::Pin { .. } | Self::CloseTopic | Self::DeleteTopic { .. } => true,
            Self::Send { .. } | Self::Copy { .. } | Self::Document { .. } | Self::OpenTopic { .. } => false,
        }
    }

    /// The word for logs.
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Send { .. } => "send",
            Self::Edit { .. } => "edit",
            Self::Copy { .. } => "copy",
            Self::Document { .. } => "document",
            Self::OpenTopic { .. } => "open-topic",
            Self::Pin { .. } => "pin",
            Self::CloseTopic => "close-topic",
            Self::DeleteTopic { .. } => "delete-topic",
        }
    }
}

/// How urgent something is when a limit makes us choose: human lines first.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Urgency {
    /// An answer, or a line between people.
    Now = 0,
    /// A new case.
    Soon = 1,
    /// Upkeep: pins, boards, closing of topics.
    Later = 2,
}

impl Urgency {
    /// The number under which it is stored and sorted; the lowest goes first.
    pub const fn rank(self) -> i64 {
        self as i64
    }
}

/// One row of the outbox.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct Outgoing {
    /// On whose behalf: erasing a client erases what is still to be said.
    pub client: ClientId,
    /// Its name, and its place in the order of the lane.
    pub line: LineId,
    /// Where it goes.
    pub lane: Lane,
    /// What must happen.
    pub operation: Operation,
    /// How urgent it is.
    pub urgency: Urgency,
}
