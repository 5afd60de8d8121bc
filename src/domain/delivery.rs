//! What was decided and must now happen outside: the rows of the outbox.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::content::Content;
use super::ids::{CaseNumber, ChatId, ClientId, DeskId, LineId, MessageRef, ThreadId};
use super::message::{Message, ReplyTo};

/// Where something goes. Things in one lane happen in the order in which they were decided.
#[derive(Clone, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Lane {
    /// The private chat of a client.
    Client(ClientId),
    /// The topic of a case; its place in the forum is known once the topic is there.
    Case(CaseNumber),
    /// A topic that is no case's any more, or not this case's: its place is known.
    Topic(Topic),
    /// The General topic of a desk's group.
    Desk(DeskId),
}

/// A topic of a forum.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
pub struct Topic {
    /// The group.
    pub chat: ChatId,
    /// The thread.
    pub thread: ThreadId,
}

/// The sign on a topic: where its case stands, seen from the list of topics.
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, Hash, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum TopicIcon {
    /// Nobody has taken it.
    #[default]
    Waiting,
    /// A manager has it.
    Taken,
    /// The promise is broken.
    Late,
    /// Somebody in distress.
    Urgent,
    /// It is done.
    Closed,
}

/// How a topic looks in the list of topics.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct TopicLook {
    /// Its name, at most 128 characters.
    pub name: String,
    /// Its sign.
    #[serde(default)]
    pub icon: TopicIcon,
}

impl fmt::Display for Lane {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Client(client) => write!(f, "client:{client}"),
            Self::Case(number) => write!(f, "case:{number}"),
            Self::Topic(topic) => write!(f, "topic:{}:{}", topic.chat, topic.thread),
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
        /// What it replies to.
        #[serde(default)]
        reply: Option<ReplyTo>,
        /// May it stand in one message with its neighbours, when the group's budget is short?
        #[serde(default)]
        joins: bool,
    },
    /// Put another text under an earlier line of the same client.
    Edit {
        /// The line that changes.
        line: LineId,
        /// What it shows from now on.
        message: Message,
    },
    /// Put other words under the picture or file that an earlier line copied.
    EditCaption {
        /// The line that changes.
        line: LineId,
        /// The words from now on.
        caption: String,
    },
    /// Copy a person's message as it is, without a link to who wrote it.
    Copy {
        /// The message to copy.
        from: MessageRef,
        /// What it replies to.
        #[serde(default)]
        reply: Option<ReplyTo>,
    },
    /// Copy the messages of an album as they are, together and in order.
    CopyAlbum {
        /// The messages, of one chat.
        from: Vec<MessageRef>,
    },
    /// Send a file.
    Document {
        /// Its name, with an ending.
        name: String,
        /// Its content.
        content: Content,
        /// What stands under it.
        caption: Message,
    },
    /// Send a picture, to be seen in the chat itself.
    Picture {
        /// Its name, with an ending: it goes as a file where it can't be shown.
        name: String,
        /// The picture.
        png: Content,
        /// What stands under it.
        caption: Message,
    },
    /// Make the topic of this lane's case.
    OpenTopic {
        /// How it looks.
        #[serde(flatten)]
        look: TopicLook,
    },
    /// Change how the topic of this lane's case looks.
    DressTopic {
        /// How it looks from now on.
        #[serde(flatten)]
        look: TopicLook,
    },
    /// Pin an earlier line of the same client in this lane.
    Pin {
        /// The line to pin.
        line: LineId,
    },
    /// Close the topic of this lane.
    CloseTopic,
    /// Open the topic of this lane's case again.
    ReopenTopic,
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
            Self::Edit { .. }
            | Self::EditCaption { .. }
            | Self::Pin { .. }
            | Self::DressTopic { .. }
            | Self::CloseTopic
            | Self::ReopenTopic
            | Self::DeleteTopic { .. } => true,
            Self::Send { .. }
            | Self::Copy { .. }
            | Self::CopyAlbum { .. }
            | Self::Document { .. }
            | Self::Picture { .. }
            | Self::OpenTopic { .. } => false,
        }
    }

    /// The word for logs.
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Send { .. } => "send",
            Self::Edit { .. } => "edit",
            Self::EditCaption { .. } => "edit-caption",
            Self::Copy { .. } => "copy",
            Self::CopyAlbum { .. } => "copy-album",
            Self::Document { .. } => "document",
            Self::Picture { .. } => "picture",
            Self::OpenTopic { .. } => "open-topic",
            Self::DressTopic { .. } => "dress-topic",
            Self::Pin { .. } => "pin",
            Self::CloseTopic => "close-topic",
            Self::ReopenTopic => "reopen-topic",
            Self::DeleteTopic { .. } => "delete-topic",
        }
    }
}

/// How urgent something is when a limit makes us choose: human lines first.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Urgency {
    /// Somebody in distress.
    First = -1,
    /// An answer, or a line between people.
    Now = 0,
    /// A new case.
    Soon = 1,
    /// Upkeep: pins, boards, closing of topics.
    Later = 2,
}

impl Urgency {
    /// Every urgency, the highest first.
    pub const ALL: [Self; 4] = [Self::First, Self::Now, Self::Soon, Self::Later];

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
