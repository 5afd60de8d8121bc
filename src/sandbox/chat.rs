//! A chat: private, group or forum, with its members, topics and messages.

use std::collections::BTreeMap;

use super::id::{ChatId, GENERAL, MessageId, PersonId, ThreadId};
use super::message::Message;

/// What kind of chat it is, as far as the Bot API makes a difference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ChatKind {
    Private,
    Group,
    Supergroup,
    Forum,
}

impl ChatKind {
    pub(crate) fn wire_name(self) -> &'static str {
        match self {
            Self::Private => "private",
            Self::Group => "group",
            Self::Supergroup | Self::Forum => "supergroup",
        }
    }
}

/// One right of an administrator that matters to a bot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Right {
    /// Create, edit, close and reopen topics.
    ManageTopics,
    /// Pin and unpin messages.
    PinMessages,
    /// Delete messages of others, and whole topics.
    DeleteMessages,
}

/// Someone's place in a group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Status {
    Creator,
    Administrator(Vec<Right>),
    Member,
    Left,
    Kicked,
}

impl Status {
    pub(crate) fn is_present(&self) -> bool {
        !matches!(self, Self::Left | Self::Kicked)
    }

    pub(crate) fn is_administrator(&self) -> bool {
        matches!(self, Self::Creator | Self::Administrator(_))
    }

    pub(crate) fn may(&self, right: Right) -> bool {
        match self {
            Self::Creator => true,
            Self::Administrator(rights) => rights.contains(&right),
            Self::Member | Self::Left | Self::Kicked => false,
        }
    }
}

/// A forum topic.
#[derive(Clone, Debug)]
pub(crate) struct Topic {
    pub(crate) name: String,
    pub(crate) icon_color: i64,
    pub(crate) icon_emoji: Option<String>,
    pub(crate) creator: PersonId,
    pub(crate) closed: bool,
    pub(crate) deleted: bool,
}

/// A chat and everything in it.
#[derive(Clone, Debug)]
pub(crate) struct Chat {
    pub(crate) id: ChatId,
    pub(crate) kind: ChatKind,
    pub(crate) title: String,
    pub(crate) members: BTreeMap<PersonId, Status>,
    pub(crate) topics: BTreeMap<ThreadId, Topic>,
    pub(crate) messages: BTreeMap<MessageId, Message>,
    pub(crate) migrated_to: Option<ChatId>,
}

impl Chat {
    pub(crate) fn new(id: ChatId, kind: ChatKind, title: &str) -> Self {
        Self {
            id,
            kind,
            title: title.to_owned(),
            members: BTreeMap::new(),
            topics: BTreeMap::new(),
            messages: BTreeMap::new(),
            migrated_to: None,
        }
    }

    /// Someone unknown to the group has simply never been in it.
    pub(crate) fn status(&self, person: PersonId) -> &Status {
        self.members.get(&person).unwrap_or(&Status::Left)
    }

    /// The message, unless it is deleted.
    pub(crate) fn message(&self, id: MessageId) -> Option<&Message> {
        self.messages.get(&id).filter(|message| !message.deleted)
    }

    pub(crate) fn message_mut(&mut self, id: MessageId) -> Option<&mut Message> {
        self.messages.get_mut(&id).filter(|message| !message.deleted)
    }

    /// The topic, unless it is deleted.
    pub(crate) fn topic(&self, thread: ThreadId) -> Option<&Topic> {
        self.topics.get(&thread).filter(|topic| !topic.deleted)
    }

    pub(crate) fn topic_mut(&mut self, thread: ThreadId) -> Option<&mut Topic> {
        self.topics.get_mut(&thread).filter(|topic| !topic.deleted)
    }

    /// In a forum number 1 is General itself: a person may name it, messages in it carry none.
    pub(crate) fn plain_thread(thread: Option<ThreadId>) -> Option<ThreadId> {
        thread.filter(|thread| *thread != GENERAL)
    }
}
