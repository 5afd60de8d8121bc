//! Where a call is aimed, and whether the bot may aim there.

use crate::sandbox::chat::{Chat, ChatKind, Right, Status};
use crate::sandbox::error::ApiError;
use crate::sandbox::id::{ChatId, GENERAL, MessageId, PersonId, Place};
use crate::sandbox::params::Params;
use crate::sandbox::person::Standing;
use crate::sandbox::state::State;

/// The chat of a call, if the bot has anything to do with it.
pub(super) fn chat<'a>(state: &'a State, params: &Params) -> Result<&'a Chat, ApiError> {
    known_chat(state, chat_id(params)?)
}

fn chat_id(params: &Params) -> Result<ChatId, ApiError> {
    match params.text("chat_id").as_deref() {
        None | Some("") => Err(ApiError::bad("chat_id is empty")),
        Some(_) => params.chat().ok_or_else(|| ApiError::bad("chat not found")),
    }
}

/// The same, by number.
pub(super) fn known_chat(state: &State, id: ChatId) -> Result<&Chat, ApiError> {
    let not_found = || ApiError::bad("chat not found");
    let chat = state.chats.get(&id).ok_or_else(not_found)?;
    if let Some(new) = chat.migrated_to {
        return Err(ApiError::migrated(new));
    }
    if chat.kind == ChatKind::Private {
        return Ok(chat);
    }
    let kind = chat.kind.wire_name();
    match chat.members.get(&state.bot) {
        None => Err(not_found()),
        Some(Status::Left) => Err(ApiError::forbidden(&format!("bot is not a member of the {kind} chat"))),
        Some(Status::Kicked) => Err(ApiError::forbidden(&format!("bot was kicked from the {kind} chat"))),
        Some(_) => Ok(chat),
    }
}

/// Where a call wants to write, if the bot may write there.
pub(super) fn place(state: &State, params: &Params) -> Result<Place, ApiError> {
    let id = chat_id(params)?;
    if id.0 > 0 {
        check_person_listens(state, PersonId(id.0))?;
    }
    let chat = known_chat(state, id)?;
    let Some(thread) = params.thread() else {
        return Ok(Place { chat: id, thread: None });
    };
    let topic = chat.topic(thread).filter(|_| thread != GENERAL);
    let topic = topic.ok_or_else(|| ApiError::bad("message thread not found"))?;
    if topic.closed && !chat.status(state.bot).may(Right::ManageTopics) {
        return Err(ApiError::bad("TOPIC_CLOSED"));
    }
    Ok(Place { chat: id, thread: Some(thread) })
}

pub(super) fn check_person_listens(state: &State, id: PersonId) -> Result<(), ApiError> {
    let not_found = || ApiError::bad("chat not found");
    let person = state.people.get(&id).ok_or_else(not_found)?;
    if person.is_bot {
        return Err(ApiError::forbidden("bots can't send messages to bots"));
    }
    match person.standing {
        Standing::Chatting => return Ok(()),
        Standing::Blocking => return Err(ApiError::forbidden("bot was blocked by the user")),
        Standing::Deactivated => return Err(ApiError::forbidden("user is deactivated")),
        Standing::Stranger => {}
    }
    let meets_bot = |chat: &Chat| chat.status(id).is_present() && chat.status(state.bot).is_present();
    if state.chats.values().any(meets_bot) {
        return Err(ApiError::forbidden("bot can't initiate conversation with a user"));
    }
    Err(not_found())
}

/// The message that a call answers, if it answers one.
pub(super) fn reply_to(state: &State, place: Place, params: &Params) -> Result<Option<MessageId>, ApiError> {
    let reply = params.json("reply_parameters")?.map(|reply| params.within(&reply));
    let source = reply.as_ref().unwrap_or(params);
    let legacy_name = "reply_to_message_id";
    let id = if reply.is_some() { source.message() } else { source.integer(legacy_name).map(MessageId) };
    let Some(id) = id else {
        return Ok(None);
    };
    let chat = state.chats.get(&place.chat);
    if chat.is_some_and(|chat| chat.message(id).is_some()) {
        return Ok(Some(id));
    }
    if source.flag("allow_sending_without_reply") {
        return Ok(None);
    }
    Err(ApiError::bad("message to be replied not found"))
}

/// Refuses unless the bot has a right in the group.
pub(super) fn check_right(state: &State, chat: &Chat, right: Right, missing: &str) -> Result<(), ApiError> {
    if chat.kind == ChatKind::Private || chat.status(state.bot).may(right) {
        return Ok(());
    }
    Err(ApiError::bad(format!("not enough rights to {missing}")))
}
