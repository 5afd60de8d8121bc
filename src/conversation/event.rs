//! Past facts: what happened to a conversation.

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
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Contribution {
    /// Words.
    Text(Text),
    /// Something that is copied as it is, with its caption.
    Copy,
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
    /// A manager takes the case.
    Taken {
        /// Which case.
        case: CaseNumber,
        /// Who takes it.
        by: Manager,
    },
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
    },
    /// A manager changed an earlier message.
    ManagerEdited {
        /// Whose topic it is.
        case: CaseNumber,
        /// The message.
        message: MessageRef,
        /// What it says now.
        text: Text,
    },
    /// A manager gave a command that can't be given here, or one we don't know.
    ManagerMistyped {
        /// Whose topic it is.
        case: CaseNumber,
    },
    /// A manager gives the client back to the bot.
    HandedBack {
        /// Whose topic it is.
        case: CaseNumber,
        /// Who.
        by: Manager,
    },
    /// The case's topic is gone.
    TopicLost {
        /// Whose topic it was.
        case: CaseNumber,
    },
    /// A line for the client could not be delivered.
    NotDelivered {
        /// Which line.
        line: LineId,
    },
    /// The time for a held reaction has come.
    Settled,
}
