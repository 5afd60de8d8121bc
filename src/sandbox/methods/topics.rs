//! Forum topics.

use serde_json::{Value, json};

use super::{Answer, target};
use crate::sandbox::change::Change;
use crate::sandbox::chat::{Chat, ChatKind, Right, Topic};
use crate::sandbox::error::ApiError;
use crate::sandbox::id::{ChatId, ThreadId};
use crate::sandbox::message::Service;
use crate::sandbox::params::Params;
use crate::sandbox::state::State;
use crate::sandbox::topic_icon::ICONS;
use crate::sandbox::wire;

const COLORS: [i64; 6] = [0x6F_B9F0, 0xFF_D67E, 0xCB_86DB, 0x8E_EE98, 0xFF_93B2, 0xFB_6F5F];

/// `createForumTopic`.
pub(super) fn create(state: &mut State, params: &Params) -> Answer {
    let chat = forum(state, params)?;
    target::check_right(state, chat, Right::ManageTopics, "create a topic")?;
    let chat = chat.id;
    let name = checked_name(&params.text_or_empty("name"))?;
    let icon_emoji = icon(params)?;
    let first = COLORS.first().copied().unwrap_or_default();
    let icon_color = params.integer("icon_color").unwrap_or(first);
    if !COLORS.contains(&icon_color) {
        return Err(ApiError::bad("TOPIC_ICON_COLOR_INVALID"));
    }
    let topic = Topic { name, icon_color, icon_emoji, creator: state.bot, closed: false, deleted: false };
    let thread = state.open_topic(chat, topic.clone());
    Ok(wire::topic(thread, &topic))
}

/// The real service cuts a name that is too long in silence; here it is refused, so that a test notices.
fn checked_name(name: &str) -> Result<String, ApiError> {
    let name = name.trim();
    match name.chars().count() {
        0 => Err(ApiError::bad("title must be non-empty")),
        1..=128 => Ok(name.to_owned()),
        _ => Err(ApiError::bad("topic name is longer than 128 characters")),
    }
}

fn icon(params: &Params) -> Result<Option<String>, ApiError> {
    let id = params.text("icon_custom_emoji_id").filter(|id| !id.is_empty());
    let is_known = |id: &String| ICONS.iter().any(|(known, _)| known == id);
    if id.as_ref().is_none_or(is_known) {
        return Ok(id);
    }
    Err(ApiError::bad("DOCUMENT_INVALID"))
}

/// `editForumTopic`.
pub(super) fn edit(state: &mut State, params: &Params) -> Answer {
    let (chat, thread) = topic(state, params, "edit the topic")?;
    let name = params.text("name").filter(|name| !name.is_empty());
    let name = name.map(|name| checked_name(&name)).transpose()?;
    let icon_emoji = match params.text("icon_custom_emoji_id") {
        Some(_) => Some(icon(params)?),
        None => None,
    };
    let topic = topic_mut(state, chat, thread)?;
    let new_name = name.filter(|name| *name != topic.name);
    let new_icon = icon_emoji.filter(|icon| *icon != topic.icon_emoji);
    if new_name.is_none() && new_icon.is_none() {
        return Err(ApiError::bad("TOPIC_NOT_MODIFIED"));
    }
    topic.name = new_name.clone().unwrap_or_else(|| topic.name.clone());
    topic.icon_emoji = new_icon.clone().unwrap_or_else(|| topic.icon_emoji.clone());
    let icon_emoji = new_icon.map(Option::unwrap_or_default);
    note(state, chat, thread, Service::TopicEdited { name: new_name, icon_emoji });
    Ok(json!(true))
}

/// `closeForumTopic` and `reopenForumTopic`.
pub(super) fn set_closed(state: &mut State, params: &Params, closed: bool) -> Answer {
    let (chat, thread) = topic(state, params, "close or open the topic")?;
    let topic = topic_mut(state, chat, thread)?;
    if topic.closed == closed {
        return Err(ApiError::bad("TOPIC_NOT_MODIFIED"));
    }
    topic.closed = closed;
    let service = if closed { Service::TopicClosed } else { Service::TopicReopened };
    note(state, chat, thread, service);
    Ok(json!(true))
}

/// `deleteForumTopic`: with all its messages.
pub(super) fn delete(state: &mut State, params: &Params) -> Answer {
    let chat = forum(state, params)?;
    target::check_right(state, chat, Right::DeleteMessages, "delete the topic")?;
    let chat = chat.id;
    let thread = params.thread().unwrap_or(ThreadId(0));
    topic_mut(state, chat, thread)?;
    state.delete_topic(chat, thread);
    Ok(json!(true))
}

/// `getForumTopicIconStickers`.
pub(super) fn icon_stickers() -> Value {
    ICONS
        .iter()
        .map(|(id, emoji)| {
            json!({
                "file_id": format!("SANDBOX-ICON-{id}"), "file_unique_id": format!("ICON{id}"),
                "file_size": 1024, "width": 100, "height": 100, "type": "custom_emoji",
                "custom_emoji_id": id, "emoji": emoji, "set_name": "TopicIcons",
                "is_animated": false, "is_video": true,
            })
        })
        .collect()
}

fn forum<'a>(state: &'a State, params: &Params) -> Result<&'a Chat, ApiError> {
    let chat = target::chat(state, params)?;
    if chat.kind == ChatKind::Forum {
        return Ok(chat);
    }
    Err(ApiError::bad("the chat is not a forum"))
}

/// A topic that the bot may manage: with the right to, or as the one who created it.
fn topic(state: &State, params: &Params, missing: &str) -> Result<(ChatId, ThreadId), ApiError> {
    let chat = forum(state, params)?;
    let invalid = || ApiError::bad("TOPIC_ID_INVALID");
    let thread = params.thread().ok_or_else(invalid)?;
    let topic = chat.topic(thread).ok_or_else(invalid)?;
    if topic.creator != state.bot {
        target::check_right(state, chat, Right::ManageTopics, missing)?;
    }
    Ok((chat.id, thread))
}

fn topic_mut(state: &mut State, chat: ChatId, thread: ThreadId) -> Result<&mut Topic, ApiError> {
    let chat = state.chats.get_mut(&chat);
    let topic = chat.and_then(|chat| chat.topic_mut(thread));
    topic.ok_or_else(|| ApiError::bad("TOPIC_ID_INVALID"))
}

fn note(state: &mut State, chat: ChatId, thread: ThreadId, service: Service) {
    let bot = state.bot;
    let place = crate::sandbox::id::Place { chat, thread: Some(thread) };
    state.post_service(bot, place, service);
    state.changes.push(Change::Chat(chat));
}
