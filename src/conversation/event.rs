//! Past facts: what happened to a conversation.

use serde::{Deserialize, Serialize};

use super::order::Order;
use crate::domain::case::Manager;
use crate::domain::evidence::Evidence;
use crate::domain::ids::{CaseNumber, LineId, MessageRef};
use crate::domain::message::Action;
use crate::domain::text::Text;

/// What was found out about a message: on its own, and read together with what came before.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Found {
    /// The message on its own.
    pub alone: Evidence,
    /// The message together with what was asked just before; `None` when nothing was.
    pub joined: Option<Evidence>,
}

/// What a message is when it is no text.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Attachment {
    /// A photo or picture.
    Photo,
    /// A file.
    File,
    /// A voice message.
    Voice,
    /// A video or video note.
    Video,
    /// A place on the map.
    Location,
    /// A contact card.
    Contact,
    /// A sticker or animation: no question, nothing to look at.
    Sticker,
    /// A kind of message that a bot can't copy: a poll, a game, something for money.
    Uncopyable,
    /// A kind of message that we don't know.
    Unknown,
}

/// A command of a client.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Command {
    /// `/start`
    Start,
    /// `/help`
    Help,
    /// `/mens`
    Person,
    /// `/status`
    Status,
    /// `/taal`, with the rest of the line
    Language(String),
    /// `/gemeente`, with the rest of the line
    Place(String),
    /// `/regelingen`
    Browse,
    /// `/privacy`
    Privacy,
    /// `/mijngegevens`
    MyData,
    /// `/vergeetmij`
    ForgetMe,
    /// A command that we don't have.
    Unknown,
}

/// What a manager put in a topic.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Contribution {
    /// Words.
    Text(Text),
    /// Something that is copied as it is, with its caption; one piece of the album with this name, when it is one.
    Copy {
        /// The album.
        album: Option<String>,
    },
    /// Something that a bot can't copy.
    Uncopyable,
    /// A note for colleagues.
    Note,
}

/// The message that somebody replied to, as it stands on their own side.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct Answered {
    /// That message.
    pub message: MessageRef,
    /// Our line, when it is one of ours.
    pub line: Option<LineId>,
}

/// Why something did not reach a person.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Hindrance {
    /// They blocked us, or their account is gone.
    Gone,
    /// It is larger than may be sent.
    TooLarge,
    /// The messenger does not pass this kind on.
    Unsupported,
    /// The original is no longer there.
    Vanished,
    /// Something else; the log says what.
    Other,
}

impl Hindrance {
    /// The word for phrases.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Gone => "gone",
            Self::TooLarge => "too-large",
            Self::Unsupported => "unsupported",
            Self::Vanished => "vanished",
            Self::Other => "other",
        }
    }
}

/// A fact about one conversation.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    /// The client wrote.
    Wrote {
        /// Their message.
        message: MessageRef,
        /// What it says.
        text: Text,
        /// What it replies to.
        reply: Option<Answered>,
        /// What was found out about it.
        found: Found,
        /// Was a citizen service number masked in it?
        masked: bool,
    },
    /// The client changed an earlier message.
    Edited {
        /// The message.
        message: MessageRef,
        /// What it says now.
        text: Text,
        /// What was found out about it.
        found: Found,
        /// Was a citizen service number masked in it?
        masked: bool,
    },
    /// The client sent something else than text.
    Attached {
        /// Their message.
        message: MessageRef,
        /// What it is.
        what: Attachment,
        /// The words with it.
        caption: Option<Text>,
        /// The album it is a piece of.
        album: Option<String>,
        /// What it replies to.
        reply: Option<Answered>,
        /// Was a citizen service number masked in it?
        masked: bool,
    },
    /// The client gave a command.
    Commanded(Command),
    /// The client tapped a button.
    Tapped {
        /// What the tap asks for.
        action: Action,
        /// The line of ours the button stood under, when it is known.
        on: Option<LineId>,
    },
    /// The client blocked us, or is gone.
    Blocked,
    /// The client came back.
    Unblocked,
    /// A manager wrote in the case's topic.
    ManagerWrote {
        /// Whose topic it is.
        case: CaseNumber,
        /// Who wrote.
        by: Manager,
        /// Their message.
        message: MessageRef,
        /// What it is.
        what: Contribution,
        /// What it replies to.
        reply: Option<Answered>,
    },
    /// A manager changed an earlier message.
    ManagerEdited {
        /// Whose topic it is.
        case: CaseNumber,
        /// Who.
        by: Manager,
        /// The message.
        message: MessageRef,
        /// What it says now; under a picture or file when `caption`.
        text: Text,
        /// Are they words under a picture or file?
        caption: bool,
    },
    /// A manager wants something done with the case.
    Ordered {
        /// Which case.
        case: CaseNumber,
        /// Who.
        by: Manager,
        /// What.
        order: Order,
    },
    /// A manager is back: the cases that were lent come home.
    CameBack {
        /// Who.
        manager: Manager,
    },
    /// The case's topic is gone.
    TopicLost {
        /// Whose topic it was.
        case: CaseNumber,
    },
    /// A line could not be delivered: to the client, or to the case's topic.
    NotDelivered {
        /// Which line.
        line: LineId,
        /// Why.
        why: Hindrance,
    },
    /// The time for a held reaction has come.
    Settled,
    /// No more pieces of an album came.
    AlbumComplete,
    /// The time for a step of the ladder has come.
    WaitedLong,
    /// An appointment comes near.
    AppointmentNear,
}
