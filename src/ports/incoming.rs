//! What comes in from the messenger, in our own words.

use crate::conversation::event::{Attachment, Command, Contribution};
use crate::domain::delivery::Topic;
use crate::domain::ids::{ChatId, ClientId, MessageRef, PersonId};
use crate::domain::message::Action;
use crate::domain::text::Text;
use crate::ports::store::RawUpdate;

/// Somebody who did something in a desk's group.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Person {
    /// Who it is.
    pub id: PersonId,
    /// Their first name, cleaned and bounded.
    pub name: String,
    /// Their name in the messenger, without the `@`.
    pub username: Option<String>,
}

/// A file that somebody sent, not yet fetched.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct SentFile {
    /// The messenger's name for it.
    pub id: String,
    /// Its own name, cleaned and bounded.
    pub name: String,
    /// Its size in bytes, as far as the messenger tells.
    pub size: Option<u64>,
}

/// What a client did in their private chat.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum ClientDid {
    /// Wrote a text.
    Wrote {
        /// The message.
        message: MessageRef,
        /// Its text.
        text: Text,
        /// The message it replies to.
        reply: Option<MessageRef>,
        /// Was a citizen service number masked in it?
        masked: bool,
    },
    /// Changed the text of a message, or the words under it.
    Edited {
        /// The message.
        message: MessageRef,
        /// Its text now.
        text: Text,
        /// Was a citizen service number masked in it?
        masked: bool,
    },
    /// Sent something else than text.
    Attached {
        /// The message.
        message: MessageRef,
        /// What it is.
        what: Attachment,
        /// The words with it.
        caption: Option<Text>,
        /// The album it is a piece of.
        album: Option<String>,
        /// The message it replies to.
        reply: Option<MessageRef>,
        /// Was a citizen service number masked in it?
        masked: bool,
    },
    /// Gave a command.
    Commanded(Command),
    /// Gave a command that clients don't have: perhaps one of those who look after the house.
    Asked {
        /// Its word without the slash, lower case.
        word: String,
        /// The rest of the line.
        rest: String,
    },
    /// Sent a file; whoever looks after the house may send knowledge.
    SentFile {
        /// The file.
        file: SentFile,
        /// What it is to anybody else: always an `Attached`.
        otherwise: Box<ClientDid>,
    },
    /// Tapped a button.
    Tapped {
        /// The tap's own id, to answer it.
        tap: String,
        /// What it asks for; `None` when we never made such a button.
        action: Option<Action>,
        /// The message the button stood under, when the messenger still knows.
        on: Option<MessageRef>,
    },
    /// Blocked us, or is gone.
    Blocked,
    /// Came back.
    Unblocked,
}

/// What somebody did in a desk's group.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum GroupDid {
    /// Wrote something, for the client or for colleagues.
    Contributed {
        /// The message.
        message: MessageRef,
        /// What it is.
        what: Contribution,
        /// The message it replies to.
        reply: Option<MessageRef>,
    },
    /// Changed the text of a message, or the words under it.
    Edited {
        /// The message.
        message: MessageRef,
        /// Its text now.
        text: Text,
        /// Are they words under a picture or file?
        caption: bool,
    },
    /// Gave a command: its word without the slash, lower case, and the rest of the line.
    Commanded {
        /// The word.
        word: String,
        /// The rest.
        rest: String,
        /// The people named in it by a link to them, who have no name in the messenger.
        mentions: Vec<Person>,
    },
    /// Tapped a button.
    Tapped {
        /// The tap's own id, to answer it.
        tap: String,
        /// What it asks for.
        action: Option<Action>,
    },
}

/// An update in our own words.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Incoming {
    /// A client did something.
    Client {
        /// Who.
        client: ClientId,
        /// Their first name, cleaned and bounded.
        name: String,
        /// What.
        did: ClientDid,
    },
    /// Somebody whose name can be trusted did something in a group.
    Group {
        /// The group.
        chat: ChatId,
        /// The topic; `None` in General and in groups without topics.
        topic: Option<Topic>,
        /// Who. Never an anonymous admin, a channel, a bot or the messenger itself.
        by: Person,
        /// What.
        did: GroupDid,
    },
    /// Somebody joined a group, or is gone from it.
    Membership {
        /// The group.
        chat: ChatId,
        /// Who.
        person: Person,
        /// Are they in it?
        is_member: bool,
    },
    /// A topic was closed or reopened by hand, or the like: nothing to do.
    Nothing,
    /// The group has a new id.
    GroupMoved {
        /// Its old id.
        from: ChatId,
        /// Its new id.
        to: ChatId,
    },
    /// Somebody without a name that can be trusted did something in a group: an anonymous admin, a channel, somebody
    /// whose words were forwarded.
    Untrusted {
        /// The group.
        chat: ChatId,
        /// The topic; `None` in General and in groups without topics.
        topic: Option<Topic>,
        /// Was it a command?
        is_order: bool,
    },
}

/// Reads what the messenger sent.
pub trait Reader: Send + Sync {
    /// The lane an update belongs to, and its JSON with citizen service numbers masked: ready to be stored.
    ///
    /// Never fails: what cannot be understood is stored as it is, in a lane of its own.
    fn prepare(&self, raw: &str, received: crate::domain::moment::Moment) -> RawUpdate;

    /// The update in our own words. A message of a person that cannot be understood is an
    /// [`Attachment::Unknown`]; an error means that nothing at all can be made of it.
    fn read(&self, update: &RawUpdate) -> Result<Incoming, Unreadable>;
}

/// An update of which nothing can be made.
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error)]
#[error("unreadable update: {0}")]
pub struct Unreadable(pub String);
