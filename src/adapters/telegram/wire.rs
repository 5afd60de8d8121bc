//! An update as Telegram wrote it, looked at without trust.
//!
//! A field that is absent, new or of another kind than we know is simply not there: nothing here can fail, so that one
//! odd field never costs a person their message.

use serde_json::Value;

use crate::conversation::event::Attachment;
use crate::domain::delivery::Topic;
use crate::domain::ids::{ChatId, MessageRef, PersonId, ThreadId};
use crate::domain::text::{Text, display_name};
use crate::ports::incoming::{Person, SentFile};

/// The longest first name we repeat, in UTF-16 units.
const NAME_LIMIT: usize = 40;

/// The longest name of a file we repeat, in UTF-16 units.
const FILE_NAME_LIMIT: usize = 80;

/// Users that are no persons: Telegram itself, the mask of anonymous admins, the mask of channels.
const MASKS: [i64; 3] = [777_000, 1_087_968_824, 136_817_688];

/// Fields that make a message somebody's words or thing, and what it is then. The first that is there counts: an
/// animation is also a document.
const THINGS: &[(&str, Attachment)] = &[
    ("photo", Attachment::Photo),
    ("live_photo", Attachment::Photo),
    ("animation", Attachment::Sticker),
    ("sticker", Attachment::Sticker),
    ("dice", Attachment::Sticker),
    ("document", Attachment::File),
    ("voice", Attachment::Voice),
    ("audio", Attachment::Voice),
    ("video", Attachment::Video),
    ("video_note", Attachment::Video),
    ("location", Attachment::Location),
    ("venue", Attachment::Location),
    ("contact", Attachment::Contact),
    ("poll", Attachment::Uncopyable),
    ("checklist", Attachment::Uncopyable),
    ("game", Attachment::Uncopyable),
    ("story", Attachment::Uncopyable),
    ("invoice", Attachment::Uncopyable),
    ("paid_media", Attachment::Uncopyable),
    ("giveaway", Attachment::Uncopyable),
    ("giveaway_winners", Attachment::Uncopyable),
];

/// Beginnings of the fields that make a message a notice of Telegram's, which nobody wrote.
const NOTICES: &[&str] = &[
    "boost_added",
    "channel_chat_created",
    "chat_background_set",
    "chat_owner_",
    "chat_shared",
    "checklist_tasks_",
    "connected_website",
    "delete_chat_photo",
    "direct_message_price_changed",
    "forum_topic_",
    "general_forum_topic_",
    "gift",
    "giveaway_completed",
    "giveaway_created",
    "group_chat_created",
    "left_chat_member",
    "managed_bot_",
    "message_auto_delete_timer_changed",
    "migrate_",
    "new_chat_",
    "paid_message_price_changed",
    "passport_data",
    "pinned_message",
    "poll_option_",
    "proximity_alert_triggered",
    "refunded_payment",
    "successful_payment",
    "suggested_post_",
    "supergroup_chat_created",
    "unique_gift",
    "user_shared",
    "users_shared",
    "video_chat_",
    "voice_chat_",
    "web_app_data",
    "write_access_allowed",
];

/// What kind of place a chat is.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Place {
    /// A person and us.
    Private,
    /// Several people and us.
    Group,
    /// A channel, or a kind of chat that we don't know.
    Elsewhere,
}

/// A chat.
#[derive(Clone, Copy, Debug)]
pub(super) struct Chat {
    /// Its id.
    pub(super) id: ChatId,
    /// What kind of place it is.
    pub(super) place: Place,
}

/// A user.
#[derive(Clone, Copy)]
pub(super) struct User<'a>(&'a Value);

/// A message.
#[derive(Clone, Copy)]
pub(super) struct Message<'a>(&'a Value);

impl Chat {
    /// The chat that `about` (a message, a change of membership) belongs to.
    pub(super) fn of(about: &Value) -> Option<Self> {
        let chat = about.get("chat")?;
        let id = number(chat, "id")?;
        let place = match words(chat, "type") {
            Some("private") => Place::Private,
            Some("group" | "supergroup") => Place::Group,
            Some(_) => Place::Elsewhere,
            // Persons have positive ids.
            None if id > 0 => Place::Private,
            None => Place::Group,
        };
        Some(Self { id: ChatId(id), place })
    }
}

impl<'a> User<'a> {
    /// The user behind `about`.
    pub(super) fn of(about: &'a Value) -> Option<Self> {
        about.get("from").filter(|from| from.is_object()).map(Self)
    }

    /// The user in `value`.
    pub(super) fn new(value: &'a Value) -> Self {
        Self(value)
    }

    /// A program, and not one of the masks of people.
    pub(super) fn is_bot(self) -> bool {
        is_true(self.0, "is_bot") && !self.is_mask()
    }

    /// Somebody whose name cannot be known.
    pub(super) fn is_mask(self) -> bool {
        number(self.0, "id").is_some_and(|id| MASKS.contains(&id))
    }

    /// A human with a name of their own.
    pub(super) fn person(self) -> Option<Person> {
        let id = number(self.0, "id").filter(|_| !self.is_bot() && !self.is_mask())?;
        let username = words(self.0, "username").map(str::to_owned).filter(|name| !name.is_empty());
        Some(Person { id: PersonId(id), name: first_name(self.0), username })
    }
}

impl<'a> Message<'a> {
    /// The message in `value`.
    pub(super) fn of(value: &'a Value) -> Self {
        Self(value)
    }

    /// The chat it stands in.
    pub(super) fn chat(self) -> Option<Chat> {
        Chat::of(self.0)
    }

    /// Who sent it.
    pub(super) fn from(self) -> Option<User<'a>> {
        User::of(self.0)
    }

    /// How to point to it. Its number may be 0; such a message cannot be edited, copied or replied to.
    pub(super) fn in_chat(self, chat: ChatId) -> MessageRef {
        MessageRef { chat, message: number(self.0, "message_id").unwrap_or(0) }
    }

    /// The topic it stands in; a thread of replies is none.
    pub(super) fn topic(self) -> Option<Topic> {
        let chat = self.chat().filter(|chat| chat.place == Place::Group)?;
        let thread = number(self.0, "message_thread_id").filter(|_| is_true(self.0, "is_topic_message"))?;
        Some(Topic { chat: chat.id, thread: ThreadId(thread) })
    }

    /// Its text, cleaned; `None` when it has none, or none that can be seen.
    pub(super) fn text(self) -> Option<Text> {
        words(self.0, "text").and_then(Text::parse)
    }

    /// The words under its photo or file.
    pub(super) fn caption(self) -> Option<Text> {
        words(self.0, "caption").and_then(Text::parse)
    }

    /// What it is, when it is no text.
    pub(super) fn thing(self) -> Attachment {
        THINGS.iter().find(|(field, _)| self.has(field)).map_or(Attachment::Unknown, |(_, thing)| *thing)
    }

    /// The file it is, when it was sent as one. An animation is a document too, and no file to work with.
    pub(super) fn document(self) -> Option<SentFile> {
        let document = self.0.get("document").filter(|_| self.thing() == Attachment::File)?;
        let name = words(document, "file_name").unwrap_or_default();
        Some(SentFile {
            id: words(document, "file_id")?.to_owned(),
            name: display_name(name, FILE_NAME_LIMIT, "?"),
            size: number(document, "file_size").and_then(|size| u64::try_from(size).ok()),
        })
    }

    /// The album it is a piece of.
    pub(super) fn album(self) -> Option<String> {
        words(self.0, "media_group_id").map(str::to_owned)
    }

    /// The message it replies to. What begins a topic is none: in a topic every message replies to that.
    pub(super) fn answered(self) -> Option<Message<'a>> {
        let answered = self.0.get("reply_to_message").filter(|answered| answered.is_object()).map(Message)?;
        let is_known = number(answered.0, "message_id").is_some_and(|message| message > 0);
        (is_known && !answered.has("forum_topic_created")).then_some(answered)
    }

    /// The people named in it by a link to them: who has no name in the messenger can't be named otherwise.
    pub(super) fn mentions(self) -> Vec<Person> {
        let entities = self.0.get("entities").and_then(Value::as_array);
        let named = entities.into_iter().flatten().filter(|entity| words(entity, "type") == Some("text_mention"));
        named.filter_map(|entity| entity.get("user")).filter_map(|user| User(user).person()).collect()
    }

    /// Is it a notice of Telegram's: a topic was closed, somebody joined?
    pub(super) fn is_notice(self) -> bool {
        let is_notice = |field: &String| NOTICES.iter().any(|notice| field.starts_with(notice));
        !self.has("text") && self.0.as_object().is_some_and(|fields| fields.keys().any(is_notice))
    }

    /// Somebody else's words, or words that a program put into somebody's mouth.
    pub(super) fn is_second_hand(self) -> bool {
        ["forward_origin", "forward_date", "forward_from", "forward_from_chat", "forward_sender_name", "via_bot"]
            .iter()
            .any(|field| self.has(field))
            || is_true(self.0, "is_automatic_forward")
    }

    /// Sent in the name of a chat: an anonymous admin, a channel.
    pub(super) fn is_in_the_name_of_a_chat(self) -> bool {
        self.has("sender_chat")
    }

    /// The new id of the group, in the notice that it got one.
    pub(super) fn moved_to(self) -> Option<ChatId> {
        number(self.0, "migrate_to_chat_id").map(ChatId)
    }

    fn has(self, field: &str) -> bool {
        self.0.get(field).is_some_and(|value| !value.is_null())
    }
}

/// A whole number under `field`.
pub(super) fn number(value: &Value, field: &str) -> Option<i64> {
    value.get(field)?.as_i64()
}

/// Words under `field`.
pub(super) fn words<'a>(value: &'a Value, field: &str) -> Option<&'a str> {
    value.get(field)?.as_str()
}

/// Does this `ChatMember` say that somebody is in the chat? `None` when it says nothing that we know.
pub(super) fn is_member(member: &Value) -> Option<bool> {
    match words(member, "status")? {
        "creator" | "administrator" | "member" => Some(true),
        "restricted" => Some(is_true(member, "is_member")),
        "left" | "kicked" => Some(false),
        _ => None,
    }
}

/// Does `field` say yes?
pub(super) fn is_true(value: &Value, field: &str) -> bool {
    value.get(field).and_then(Value::as_bool).unwrap_or(false)
}

/// The first name of a user or a private chat, safe to repeat.
pub(super) fn first_name(value: &Value) -> String {
    display_name(words(value, "first_name").unwrap_or_default(), NAME_LIMIT, "?")
}
