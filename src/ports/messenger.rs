//! Doing in the messenger what was decided.

use std::time::Duration;

use async_trait::async_trait;

use crate::conversation::event::Hindrance;
use crate::domain::delivery::Operation;
use crate::domain::ids::{ChatId, MessageRef, PersonId, ThreadId};
use crate::domain::message::Message;
use crate::ports::meter::Attempt;

/// Where an operation lands.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub struct Destination {
    /// The chat.
    pub chat: ChatId,
    /// The topic in it, if any.
    pub thread: Option<ThreadId>,
}

/// An operation with everything looked up that it needs.
#[derive(Clone, Debug)]
pub struct Delivery<'a> {
    /// Where it lands.
    pub to: Destination,
    /// What happens.
    pub operation: &'a Operation,
    /// The message that an edit or a pin is about.
    pub target: Option<MessageRef>,
    /// The message it replies to, in the same chat.
    pub reply_to: Option<MessageRef>,
}

/// What came of a delivery.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Receipt {
    /// Done; nothing to remember.
    Done,
    /// A message stands there now.
    Message(MessageRef),
    /// A topic stands there now.
    Topic(ThreadId),
}

/// Why a delivery did not happen, by what can be done about it.
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error)]
pub enum Failure {
    /// It certainly did not arrive: try again.
    #[error("not sent: {0}")]
    NotSent(String),
    /// It may or may not have arrived.
    #[error("unknown whether it arrived: {0}")]
    Unknown(String),
    /// The messenger itself stumbled: most likely it did not arrive.
    #[error("the messenger is not well: {0}")]
    Unwell(String),
    /// Not before this much time has passed.
    #[error("asked to wait {0:?}")]
    Wait(Duration),
    /// The group has a new id.
    #[error("the group moved to {0}")]
    Moved(ChatId),
    /// The person cannot be reached: blocked us, or is gone.
    #[error("cannot be reached: {0}")]
    Unreachable(String),
    /// The topic is gone or closed.
    #[error("the topic is gone: {0}")]
    TopicGone(String),
    /// The group refuses us: thrown out, or a right is missing.
    #[error("not allowed: {0}")]
    NotAllowed(String),
    /// It is already so: nothing to do.
    #[error("nothing to change")]
    Unchanged,
    /// It will never work, and a person should know why.
    #[error("refused: {1}")]
    Hindered(Hindrance, String),
    /// It will never work.
    #[error("refused: {0}")]
    Refused(String),
}

impl Failure {
    /// How the attempt ended, for the figures.
    pub const fn attempt(&self) -> Attempt {
        match self {
            Self::NotSent(_) | Self::Unwell(_) => Attempt::NotSent,
            Self::Unknown(_) => Attempt::Unknown,
            Self::Wait(_) => Attempt::Wait,
            Self::Moved(_) | Self::TopicGone(_) => Attempt::Elsewhere,
            Self::Unreachable(_) => Attempt::Unreachable,
            Self::NotAllowed(_) => Attempt::NotAllowed,
            Self::Unchanged => Attempt::Delivered,
            Self::Hindered(..) | Self::Refused(_) => Attempt::Refused,
        }
    }
}

/// The messenger, for what leaves the house.
#[async_trait]
pub trait Messenger: Send + Sync {
    /// Does one operation, once.
    async fn deliver(&self, delivery: Delivery<'_>) -> Result<Receipt, Failure>;

    /// Answers the tap on a button: a short notice only the person who tapped sees, or just an end to the waiting sign.
    async fn answer_tap(&self, tap: &str, notice: Option<&str>) -> Result<(), Failure>;

    /// Answers somebody in a group, so that only they see it where the messenger can do that.
    async fn answer_privately(&self, to: Destination, person: PersonId, message: &Message) -> Result<(), Failure>;

    /// Fetches a file that somebody sent; refused when it is larger than `most` bytes.
    async fn fetch(&self, file: &str, most: usize) -> Result<Vec<u8>, Failure>;

    /// Is this person in this group now? `None` when the messenger can't tell.
    async fn is_member(&self, chat: ChatId, person: PersonId) -> Result<Option<bool>, Failure>;
}
