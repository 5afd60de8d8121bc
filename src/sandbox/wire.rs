//! How chats, members and messages look on the wire.

use serde_json::{Map, Value, json};

use super::chat::{Chat, ChatKind, Right, Status, Topic};
use super::id::{ChatId, MessageId, PersonId, ThreadId};
use super::message::{Author, Content, Message, Service};
use super::person::anonymous_admin_json;
use super::state::State;

/// The `User` object.
pub(crate) fn user(state: &State, person: PersonId) -> Value {
    state
        .people
        .get(&person)
        .map_or_else(|| json!({ "id": person, "is_bot": false, "first_name": "" }), super::person::Person::to_json)
}

/// The `Chat` object.
pub(crate) fn chat(state: &State, chat: &Chat) -> Value {
    let mut fields = Map::new();
    if chat.kind == ChatKind::Private {
        let person = state.people.get(&PersonId(chat.id.0));
        fields.extend(person.map(super::person::Person::name_fields).unwrap_or_default());
    } else {
        fields.insert("title".to_owned(), json!(chat.title));
    }
    fields.insert("id".to_owned(), json!(chat.id));
    fields.insert("type".to_owned(), json!(chat.kind.wire_name()));
    if chat.kind == ChatKind::Forum {
        fields.insert("is_forum".to_owned(), json!(true));
    }
    Value::Object(fields)
}

/// The `ChatMember` object.
pub(crate) fn member(state: &State, person: PersonId, status: &Status) -> Value {
    let own = match status {
        Status::Creator => json!({ "status": "creator", "is_anonymous": false }),
        Status::Member => json!({ "status": "member" }),
        Status::Left => json!({ "status": "left" }),
        Status::Kicked => json!({ "status": "kicked", "until_date": 0 }),
        Status::Administrator(_) => json!({
            "status": "administrator",
            "can_be_edited": false,
            "is_anonymous": false,
            "can_manage_chat": true,
            "can_change_info": false,
            "can_delete_messages": status.may(Right::DeleteMessages),
            "can_invite_users": true,
            "can_restrict_members": false,
            "can_pin_messages": status.may(Right::PinMessages),
            "can_manage_topics": status.may(Right::ManageTopics),
            "can_promote_members": false,
            "can_manage_video_chats": false,
            "can_post_stories": false,
            "can_edit_stories": false,
            "can_delete_stories": false,
        }),
    };
    let mut fields = own.as_object().cloned().unwrap_or_default();
    fields.insert("user".to_owned(), user(state, person));
    Value::Object(fields)
}

/// The `ForumTopic` object.
pub(crate) fn topic(thread: ThreadId, topic: &Topic) -> Value {
    let mut fields = topic_fields(&topic.name, topic.icon_color, topic.icon_emoji.as_deref());
    if let Some(fields) = fields.as_object_mut() {
        fields.insert("message_thread_id".to_owned(), json!(thread));
    }
    fields
}

fn topic_fields(name: &str, icon_color: i64, icon_emoji: Option<&str>) -> Value {
    let mut fields = json!({ "name": name, "icon_color": icon_color });
    if let (Some(fields), Some(icon)) = (fields.as_object_mut(), icon_emoji) {
        fields.insert("icon_custom_emoji_id".to_owned(), json!(icon));
    }
    fields
}

/// The `Message` object, with the message it answers.
pub(crate) fn message(state: &State, chat: ChatId, id: MessageId) -> Value {
    let found = state.chats.get(&chat);
    let Some((chat, message)) = found.and_then(|chat| Some((chat, chat.messages.get(&id)?))) else {
        return Value::Null;
    };
    let mut fields = bare_message(state, chat, message);
    let answered = replied_to(message).and_then(|id| chat.message(id));
    if let Some(answered) = answered {
        let answered = Value::Object(bare_message(state, chat, answered));
        fields.insert("reply_to_message".to_owned(), answered);
    }
    Value::Object(fields)
}

/// In a topic a message that answers nothing is still a reply: to the message that opened the topic.
fn replied_to(message: &Message) -> Option<MessageId> {
    let opening = || message.draft.place.thread.map(|thread| MessageId(thread.0));
    let answered = message.draft.reply_to.or_else(opening);
    answered.filter(|id| *id != message.id && !message.is_service())
}

fn bare_message(state: &State, chat: &Chat, message: &Message) -> Map<String, Value> {
    let draft = &message.draft;
    let mut fields = Map::new();
    let mut put = |name: &str, value: Value| {
        fields.insert(name.to_owned(), value);
    };
    put("message_id", json!(message.id));
    put("date", json!(message.date));
    put("chat", self::chat(state, chat));
    match draft.author {
        Author::Person(person) => put("from", user(state, person)),
        Author::Anonymous(_) => {
            put("from", anonymous_admin_json());
            put("sender_chat", self::chat(state, chat));
        }
    }
    if let Some(thread) = draft.place.thread {
        put("message_thread_id", json!(thread));
        put("is_topic_message", json!(true));
    }
    if let Some(edit_date) = message.edit_date {
        put("edit_date", json!(edit_date));
    }
    if let Some(markup) = message.inline_markup() {
        put("reply_markup", markup.clone());
    }
    if let Some(album) = &draft.album {
        put("media_group_id", json!(album));
    }
    if draft.only_for.is_some() {
        put("ephemeral_message_id", json!(message.id));
    }
    if let Some(origin) = &draft.forward_origin {
        put("forward_origin", origin.clone());
    }
    fields.extend(content(state, chat, &draft.content));
    fields
}

fn content(state: &State, chat: &Chat, content: &Content) -> Map<String, Value> {
    let fields = match content {
        Content::Text(words) if words.entities.is_empty() => json!({ "text": words.text }),
        Content::Text(words) => json!({ "text": words.text, "entities": words.entities }),
        Content::Media { kind, file, caption } => {
            let media = state.files.media_json(*kind, file);
            let mut fields = json!({ kind.field(): media });
            if let Some(fields) = fields.as_object_mut().filter(|_| !caption.text.is_empty()) {
                fields.insert("caption".to_owned(), json!(caption.text));
                fields.insert("caption_entities".to_owned(), json!(caption.entities));
            }
            fields
        }
        Content::Location { latitude, longitude } => {
            json!({ "location": { "latitude": latitude, "longitude": longitude } })
        }
        Content::Contact { phone_number, first_name, user: None } => {
            json!({ "contact": { "phone_number": phone_number, "first_name": first_name } })
        }
        Content::Contact { phone_number, first_name, user } => json!({ "contact": {
            "phone_number": phone_number, "first_name": first_name, "user_id": user,
        } }),
        Content::Service(service) => self::service(state, chat, service),
        Content::Other(fields) => return fields.clone(),
    };
    fields.as_object().cloned().unwrap_or_default()
}

fn service(state: &State, chat: &Chat, service: &Service) -> Value {
    match service {
        Service::TopicCreated { name, icon_color, icon_emoji } => json!({
            "forum_topic_created": topic_fields(name, *icon_color, icon_emoji.as_deref()),
        }),
        Service::TopicEdited { name, icon_emoji } => {
            let mut changed = Map::new();
            let icon = ("icon_custom_emoji_id", icon_emoji);
            for (field, value) in [("name", name), icon] {
                if let Some(value) = value {
                    changed.insert(field.to_owned(), json!(value));
                }
            }
            json!({ "forum_topic_edited": changed })
        }
        Service::TopicClosed => json!({ "forum_topic_closed": {} }),
        Service::TopicReopened => json!({ "forum_topic_reopened": {} }),
        Service::Pinned(id) => {
            let pinned = chat.messages.get(id).map(|message| bare_message(state, chat, message));
            json!({ "pinned_message": pinned })
        }
        Service::Joined(people) => {
            let people: Vec<Value> = people.iter().map(|person| user(state, *person)).collect();
            // The old field with one member is still sent, and still read by some.
            json!({ "new_chat_members": people, "new_chat_member": people.first() })
        }
        Service::Left(person) => json!({ "left_chat_member": user(state, *person) }),
        Service::MigratedTo(chat) => json!({ "migrate_to_chat_id": chat }),
        Service::MigratedFrom(chat) => json!({ "migrate_from_chat_id": chat }),
    }
}
