//! Marks on messages: reactions and pins.

use serde_json::{Value, json};

use super::{Answer, target};
use crate::sandbox::change::Change;
use crate::sandbox::chat::Right;
use crate::sandbox::error::ApiError;
use crate::sandbox::id::{ChatId, MessageId, Place, ThreadId};
use crate::sandbox::message::{Message, Service};
use crate::sandbox::params::Params;
use crate::sandbox::state::State;

const MISSING_PIN_RIGHT: &str = "manage pinned messages in the chat";

/// `setMessageReaction`: one per message, or none to take it back.
pub(super) fn react(state: &mut State, params: &Params) -> Answer {
    let bot = state.bot;
    let reactions = params.array("reaction")?;
    if reactions.len() > 1 {
        return Err(ApiError::bad("REACTIONS_TOO_MANY"));
    }
    let emoji = |reaction: &Value| reaction.get("emoji")?.as_str().map(ToOwned::to_owned);
    let emojis: Option<Vec<String>> = reactions.iter().map(emoji).collect();
    let emojis = emojis.ok_or_else(|| ApiError::bad("REACTION_INVALID"))?;
    let message = message_mut(state, params, "message to react not found")?;
    message.reactions.retain(|(person, _)| *person != bot);
    message.reactions.extend(emojis.into_iter().map(|emoji| (bot, emoji)));
    Ok(changed(state, params))
}

/// `pinChatMessage`: leaves a line in the chat.
pub(super) fn pin(state: &mut State, params: &Params) -> Answer {
    check_right(state, params)?;
    let message = message_mut(state, params, "message to pin not found")?;
    if message.is_service() {
        return Err(ApiError::bad("message can't be pinned"));
    }
    let was_pinned = std::mem::replace(&mut message.pinned, true);
    let (id, place) = (message.id, message.draft.place);
    if !was_pinned {
        let bot = state.bot;
        state.post_service(bot, place, Service::Pinned(id));
    }
    Ok(changed(state, params))
}

/// `unpinChatMessage`: the one named, or else the newest.
pub(super) fn unpin(state: &mut State, params: &Params) -> Answer {
    check_right(state, params)?;
    if params.message().is_some() {
        message_mut(state, params, "message to unpin not found")?.pinned = false;
        return Ok(changed(state, params));
    }
    let chat = params.chat().and_then(|chat| state.chats.get_mut(&chat));
    let newest = chat.and_then(|chat| chat.messages.values_mut().rev().find(|message| message.pinned));
    newest.ok_or_else(|| ApiError::bad("message to unpin not found"))?.pinned = false;
    Ok(changed(state, params))
}

/// `unpinAllChatMessages`.
pub(super) fn unpin_all(state: &mut State, params: &Params) -> Answer {
    check_right(state, params)?;
    Ok(unpin_where(state, params, |_| true))
}

/// `unpinAllForumTopicMessages`.
pub(super) fn unpin_topic(state: &mut State, params: &Params) -> Answer {
    check_right(state, params)?;
    let Place { thread, .. } = target::place(state, params)?;
    let thread: Option<ThreadId> = Some(thread.ok_or_else(|| ApiError::bad("message thread not found"))?);
    Ok(unpin_where(state, params, |place| place.thread == thread))
}

fn unpin_where(state: &mut State, params: &Params, fits: impl Fn(Place) -> bool) -> Value {
    let chat = params.chat().and_then(|chat| state.chats.get_mut(&chat));
    let messages = chat.into_iter().flat_map(|chat| chat.messages.values_mut());
    for message in messages.filter(|message| fits(message.draft.place)) {
        message.pinned = false;
    }
    changed(state, params)
}

fn check_right(state: &State, params: &Params) -> Result<(), ApiError> {
    let chat = target::chat(state, params)?;
    target::check_right(state, chat, Right::PinMessages, MISSING_PIN_RIGHT)
}

fn message_mut<'a>(state: &'a mut State, params: &Params, missing: &str) -> Result<&'a mut Message, ApiError> {
    let chat = target::chat(state, params)?.id;
    let id = params.message().unwrap_or(MessageId(0));
    let found = state.chats.get_mut(&chat).and_then(|chat| chat.message_mut(id));
    found.ok_or_else(|| ApiError::bad(missing))
}

fn changed(state: &mut State, params: &Params) -> Value {
    let chat = params.chat().unwrap_or(ChatId(0));
    state.changes.push(Change::Chat(chat));
    json!(true)
}
