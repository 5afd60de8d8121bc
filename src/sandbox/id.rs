//! Identifiers: a number that says what it is a number of.

use serde::{Deserialize, Serialize};

macro_rules! identifier {
    ($name:ident, $what:literal) => {
        #[doc = $what]
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub i64);

        impl std::fmt::Display for $name {
            fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(out)
            }
        }
    };
}

identifier!(PersonId, "A person or a bot.");
identifier!(ChatId, "A chat. A private chat has the number of the person in it.");
identifier!(MessageId, "A message. In a supergroup each chat counts for itself; private chats share one count.");
identifier!(ThreadId, "A forum topic: the number of the message that opened it.");

impl From<PersonId> for ChatId {
    fn from(person: PersonId) -> Self {
        Self(person.0)
    }
}

impl From<MessageId> for ThreadId {
    fn from(opening: MessageId) -> Self {
        Self(opening.0)
    }
}

/// The topic every forum starts with. Its number is known, yet the Bot API refuses it.
pub const GENERAL: ThreadId = ThreadId(1);

/// Where a message stands: a chat, and in a forum a topic (none means General).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// The chat.
    pub chat: ChatId,
    /// The topic, if it is one other than General.
    pub thread: Option<ThreadId>,
}
