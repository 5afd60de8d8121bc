//! Names for things: a newtype for every id, so that none can stand in for another.

use std::fmt;

use serde::{Deserialize, Serialize};

macro_rules! number_id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
        #[serde(transparent)]
        pub struct $name(pub i64);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }
    };
}

macro_rules! word_id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            /// Names a thing by its word.
            pub fn new(word: impl Into<String>) -> Self {
                Self(word.into())
            }

            /// The word itself.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }
    };
}

number_id! {
    /// An entrepreneur: the address of their private chat with us.
    ClientId
}
number_id! {
    /// Somebody on our side of the counter: a manager or an admin.
    PersonId
}
number_id! {
    /// A chat of the messenger: a private one or a desk's group.
    ChatId
}
number_id! {
    /// A thread in a desk's group: the topic of one case.
    ThreadId
}
number_id! {
    /// The number of a case, as people say it on the phone: small, counting up from 1.
    CaseNumber
}
number_id! {
    /// One thing the house says, edits or does outside. Unique per client and rising in the order of decision,
    /// so that it is also the order of delivery within a lane.
    LineId
}

number_id! {
    /// The number of a release of the knowledge, as people say it: counting up from 1.
    ReleaseNumber
}
number_id! {
    /// A change of the knowledge that somebody works on.
    ProposalId
}
number_id! {
    /// A question of a client: the number of the line in the transcript with which it begins.
    QuestionId
}

word_id! {
    /// An entry of the catalogue, e.g. `bmkb`. Stable for ever.
    EntryId
}
word_id! {
    /// A desk, e.g. `deventer`.
    DeskId
}
word_id! {
    /// A theme under which people browse, e.g. `finance`.
    ThemeId
}
word_id! {
    /// The fingerprint of a release of the catalogue.
    ReleaseId
}

/// One message in one chat of the messenger.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
pub struct MessageRef {
    /// The chat it stands in.
    pub chat: ChatId,
    /// Its number in that chat.
    pub message: i64,
}

impl ClientId {
    /// Nobody: for what the house says of its own accord.
    pub const HOUSE: Self = Self(0);

    /// The private chat in which this client is reached.
    pub const fn chat(self) -> ChatId {
        ChatId(self.0)
    }
}
