//! Updates, from Telegram's JSON into our own words.

use std::hash::{DefaultHasher, Hash, Hasher};

use serde_json::Value;

use super::wire::{Chat, Message, Place, User, is_member, number, words};
use super::{buttons, group, masking, private};
use crate::domain::ids::ClientId;
use crate::domain::moment::Moment;
use crate::ports::incoming::{ClientDid, GroupDid, Incoming, Reader, Unreadable};
use crate::ports::store::{RawUpdate, UpdateId};

/// Reads updates as the bot with a certain name.
#[derive(Clone, Debug)]
pub struct TelegramReader {
    our_name: String,
}

impl TelegramReader {
    /// A reader for the bot called `username`, without the `@`: it hears which commands are meant for others.
    pub fn new(username: impl Into<String>) -> Self {
        Self { our_name: username.into() }
    }

    fn message(&self, json: &Value, is_new: bool, masked: bool) -> Result<Incoming, Unreadable> {
        let message = Message::of(json);
        let chat = message.chat().ok_or_else(|| unreadable("a message without a chat"))?;
        Ok(match (chat.place, is_new) {
            (Place::Private, true) => private::read_new(message, chat, masked, &self.our_name),
            (Place::Private, false) => private::read_edited(message, chat, masked),
            (Place::Group, true) => group::read_new(message, chat, &self.our_name),
            (Place::Group, false) => group::read_edited(message, chat),
            (Place::Elsewhere, _) => Incoming::Nothing,
        })
    }
}

impl Reader for TelegramReader {
    fn prepare(&self, raw: &str, received: Moment) -> RawUpdate {
        let Ok(mut json) = serde_json::from_str::<Value>(raw) else {
            let id = stand_in_id(raw);
            return RawUpdate { id, lane: format!("update:{id}"), raw: raw.to_owned(), received };
        };
        let id = number(&json, "update_id").unwrap_or_else(|| stand_in_id(raw));
        let is_private = chat(&json).is_some_and(|chat| chat.place == Place::Private);
        // Only what had to be masked is written anew: the rest is kept letter by letter.
        let raw = if is_private && masking::mask(&mut json) { json.to_string() } else { raw.to_owned() };
        RawUpdate { id, lane: lane(&json, id), raw, received }
    }

    fn read(&self, update: &RawUpdate) -> Result<Incoming, Unreadable> {
        let json: Value = serde_json::from_str(&update.raw).map_err(|_| unreadable("it is no JSON"))?;
        if !json.is_object() {
            return Err(unreadable("it is no object"));
        }
        let masked = masking::is_masked(&json);
        if let Some(message) = json.get("message") {
            self.message(message, true, masked)
        } else if let Some(message) = json.get("edited_message") {
            self.message(message, false, masked)
        } else if let Some(query) = json.get("callback_query") {
            tap(query)
        } else if let Some(change) = json.get("my_chat_member") {
            Ok(our_membership(change))
        } else if let Some(change) = json.get("chat_member") {
            Ok(membership(change))
        } else {
            Ok(Incoming::Nothing)
        }
    }
}

/// A tap on a button. The message it stood under may be too old to be shown, or gone.
fn tap(query: &Value) -> Result<Incoming, Unreadable> {
    let tap = words(query, "id").ok_or_else(|| unreadable("a tap without an id"))?.to_owned();
    let user = User::of(query).ok_or_else(|| unreadable("a tap by nobody"))?;
    let Some(by) = user.person() else { return Ok(Incoming::Nothing) };
    let action = words(query, "data").and_then(buttons::decode);
    let message = query.get("message").map(Message::of);
    let stood_in = message.and_then(|message| message.chat().map(|chat| (message, chat)));
    Ok(match stood_in {
        Some((message, Chat { id, place: Place::Group })) => {
            Incoming::Group { chat: id, topic: message.topic(), by, did: GroupDid::Tapped { tap, action } }
        }
        Some((_, Chat { place: Place::Elsewhere, .. })) => Incoming::Nothing,
        private => {
            let on = private.map(|(message, chat)| message.in_chat(chat.id));
            Incoming::Client { client: ClientId(by.id.0), name: by.name, did: ClientDid::Tapped { tap, action, on } }
        }
    })
}

/// Our own membership changed. In a private chat that means: blocked, or let in again.
fn our_membership(change: &Value) -> Incoming {
    let Some(Chat { id, place: Place::Private }) = Chat::of(change) else { return Incoming::Nothing };
    let status = change.get("new_chat_member").and_then(|member| words(member, "status"));
    let did = match status {
        Some("kicked") => ClientDid::Blocked,
        Some("member") => ClientDid::Unblocked,
        _ => return Incoming::Nothing,
    };
    let name = User::of(change).and_then(User::person).map_or_else(|| "?".to_owned(), |person| person.name);
    Incoming::Client { client: ClientId(id.0), name, did }
}

/// Somebody joined a group, or is gone from it.
fn membership(change: &Value) -> Incoming {
    let Some(Chat { id: chat, place: Place::Group }) = Chat::of(change) else { return Incoming::Nothing };
    let Some(member) = change.get("new_chat_member") else { return Incoming::Nothing };
    match (member.get("user").map(User::new).and_then(User::person), is_member(member)) {
        (Some(person), Some(is_member)) => Incoming::Membership { chat, person, is_member },
        _ => Incoming::Nothing,
    }
}

/// What must be handled one after another: all of one person, all of one topic.
fn lane(update: &Value, id: UpdateId) -> String {
    if let Some(topic) = about(update).and_then(|about| Message::of(about).topic()) {
        return format!("topic:{}:{}", topic.chat, topic.thread);
    }
    match chat(update) {
        Some(Chat { id, place: Place::Private }) => format!("client:{id}"),
        Some(Chat { id, .. }) => format!("chat:{id}"),
        None => match update.get("callback_query").and_then(User::of).and_then(User::person) {
            Some(person) => format!("client:{}", person.id),
            None => format!("update:{id}"),
        },
    }
}

fn chat(update: &Value) -> Option<Chat> {
    about(update).and_then(Chat::of)
}

/// The part of an update that says where it happened. Kinds that are new to us have one too.
fn about(update: &Value) -> Option<&Value> {
    let query = update.get("callback_query").and_then(|query| query.get("message"));
    let mut parts = update.as_object()?.values();
    query.or_else(|| parts.find(|part| part.get("chat").is_some()))
}

/// A number for an update without one: the same text gets the same number, so that a repeat is known. Telegram's own
/// numbers are positive.
fn stand_in_id(raw: &str) -> UpdateId {
    let mut hasher = DefaultHasher::new();
    raw.hash(&mut hasher);
    -1 - (hasher.finish() >> 1).cast_signed()
}

fn unreadable(why: &str) -> Unreadable {
    Unreadable(why.to_owned())
}
