//! A message: who wrote what, where, and what became of it.

use serde_json::{Map, Value};

use super::id::{MessageId, PersonId, Place};

/// Words with their formatting; offsets count UTF-16 units, as everywhere in Telegram.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Words {
    pub(crate) text: String,
    pub(crate) entities: Vec<Value>,
}

/// In whose name a message stands in the chat.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Author {
    Person(PersonId),
    /// An administrator who hides behind the group; the number is known to nobody but us.
    Anonymous(PersonId),
}

impl Author {
    pub(crate) fn person(self) -> PersonId {
        match self {
            Self::Person(person) | Self::Anonymous(person) => person,
        }
    }
}

/// The kinds of file a message can carry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MediaKind {
    /// A picture.
    Photo,
    /// A spoken message.
    Voice,
    /// Any file.
    Document,
    /// A film.
    Video,
    /// Music.
    Audio,
    /// A film without sound.
    Animation,
    /// A round film.
    VideoNote,
    /// A sticker.
    Sticker,
}

impl MediaKind {
    /// The field of a `Message` that holds it.
    pub(crate) fn field(self) -> &'static str {
        match self {
            Self::Photo => "photo",
            Self::Voice => "voice",
            Self::Document => "document",
            Self::Video => "video",
            Self::Audio => "audio",
            Self::Animation => "animation",
            Self::VideoNote => "video_note",
            Self::Sticker => "sticker",
        }
    }

    pub(crate) fn has_caption(self) -> bool {
        !matches!(self, Self::VideoNote | Self::Sticker)
    }
}

/// What Telegram itself writes into a chat.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Service {
    TopicCreated { name: String, icon_color: i64, icon_emoji: Option<String> },
    TopicEdited { name: Option<String>, icon_emoji: Option<String> },
    TopicClosed,
    TopicReopened,
    Pinned(MessageId),
    Joined(Vec<PersonId>),
    Left(PersonId),
    MigratedTo(super::id::ChatId),
    MigratedFrom(super::id::ChatId),
}

/// The body of a message.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Content {
    Text(Words),
    Media {
        kind: MediaKind,
        file: String,
        caption: Words,
    },
    Location {
        latitude: f64,
        longitude: f64,
    },
    Contact {
        phone_number: String,
        first_name: String,
        user: Option<PersonId>,
    },
    Service(Service),
    /// Fields taken over as they are: for kinds of message the stand-in does not know itself.
    Other(Map<String, Value>),
}

/// Kinds of message that no bot can copy.
const UNCOPYABLE: [&str; 4] = ["paid_media", "giveaway", "giveaway_winners", "invoice"];

impl Content {
    pub(crate) fn plain(text: &str) -> Self {
        Self::Text(Words { text: text.to_owned(), entities: super::entities::detect(text) })
    }

    /// The text or caption.
    pub(crate) fn words(&self) -> Option<&Words> {
        match self {
            Self::Text(words) | Self::Media { caption: words, .. } => Some(words),
            _ => None,
        }
    }

    /// Telegram's own lines and things for money are not copied, and a quiz only by a bot that knows its answer.
    pub(crate) fn can_be_copied(&self) -> bool {
        let is_open_quiz = |poll: &Value| {
            poll.get("type").is_some_and(|kind| kind == "quiz") && poll.get("correct_option_id").is_none()
        };
        match self {
            Self::Service(_) => false,
            Self::Other(fields) => {
                !UNCOPYABLE.iter().any(|kind| fields.contains_key(*kind))
                    && !fields.get("poll").is_some_and(is_open_quiz)
            }
            _ => true,
        }
    }

    pub(crate) fn words_mut(&mut self) -> Option<&mut Words> {
        match self {
            Self::Text(words) | Self::Media { caption: words, .. } => Some(words),
            _ => None,
        }
    }
}

/// A message that is about to be posted.
#[derive(Clone, Debug)]
pub(crate) struct Draft {
    pub(crate) author: Author,
    pub(crate) place: Place,
    pub(crate) content: Content,
    pub(crate) reply_to: Option<MessageId>,
    pub(crate) markup: Option<Value>,
    pub(crate) album: Option<String>,
    pub(crate) forward_origin: Option<Value>,
    /// The only one in the group who gets to see it: an ephemeral message.
    pub(crate) only_for: Option<PersonId>,
}

impl Draft {
    pub(crate) fn new(author: Author, place: Place, content: Content) -> Self {
        Self { author, place, content, reply_to: None, markup: None, album: None, forward_origin: None, only_for: None }
    }
}

/// A message in a chat.
#[derive(Clone, Debug)]
pub(crate) struct Message {
    pub(crate) id: MessageId,
    pub(crate) date: u64,
    pub(crate) edit_date: Option<u64>,
    pub(crate) draft: Draft,
    pub(crate) pinned: bool,
    pub(crate) deleted: bool,
    pub(crate) reactions: Vec<(PersonId, String)>,
}

impl Message {
    pub(crate) fn is_by(&self, person: PersonId) -> bool {
        self.draft.author.person() == person
    }

    pub(crate) fn is_service(&self) -> bool {
        matches!(self.draft.content, Content::Service(_))
    }

    /// The inline keyboard; other keyboards belong to the phone, not to the message.
    pub(crate) fn inline_markup(&self) -> Option<&Value> {
        self.draft.markup.as_ref().filter(|markup| markup.get("inline_keyboard").is_some())
    }
}
