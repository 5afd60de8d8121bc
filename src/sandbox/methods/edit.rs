//! Changing and removing messages.

use serde_json::json;

use super::{Answer, markup as keyboards, send, target};
use crate::sandbox::change::Change;
use crate::sandbox::chat::{Chat, ChatKind, Right};
use crate::sandbox::error::ApiError;
use crate::sandbox::id::{ChatId, MessageId, PersonId};
use crate::sandbox::message::{Content, Message};
use crate::sandbox::params::Params;
use crate::sandbox::state::State;
use crate::sandbox::wire;

const DELETABLE_FOR_S: u64 = 48 * 60 * 60;

const NOT_MODIFIED: &str = "message is not modified: specified new message content and reply markup \
    are exactly the same as a current content and reply markup of the message";

/// `editMessageText`.
pub(super) fn text(state: &mut State, params: &Params) -> Answer {
    let message = own_message(state, params)?;
    if !matches!(message.draft.content, Content::Text(_)) {
        return Err(ApiError::bad("there is no text in the message to edit"));
    }
    let content = Content::Text(send::text(params, "MESSAGE_TOO_LONG")?);
    replace(state, params, content)
}

/// `editMessageCaption`.
pub(super) fn caption(state: &mut State, params: &Params) -> Answer {
    let mut content = own_message(state, params)?.draft.content.clone();
    let Content::Media { caption, .. } = &mut content else {
        return Err(ApiError::bad("there is no caption in the message to edit"));
    };
    *caption = send::caption(params)?;
    replace(state, params, content)
}

/// `editMessageReplyMarkup`.
pub(super) fn markup(state: &mut State, params: &Params) -> Answer {
    let content = own_message(state, params)?.draft.content.clone();
    replace(state, params, content)
}

/// The message of a call, if the bot may edit it.
fn own_message<'a>(state: &'a State, params: &Params) -> Result<&'a Message, ApiError> {
    let chat = target::chat(state, params)?;
    if chat.kind == ChatKind::Private {
        target::check_person_listens(state, PersonId(chat.id.0))?;
    }
    let id = params.message();
    let id = id.ok_or_else(|| ApiError::bad("message identifier is not specified"))?;
    let not_found = || ApiError::bad("message to edit not found");
    let message = chat.message(id).ok_or_else(not_found)?;
    let is_forwarded = message.draft.forward_origin.is_some();
    if !message.is_by(state.bot) || message.is_service() || is_forwarded {
        return Err(ApiError::bad("message can't be edited"));
    }
    Ok(message)
}

fn replace(state: &mut State, params: &Params, content: Content) -> Answer {
    let markup = keyboards::read(params)?;
    let edited_at = state.clock.now_s();
    let id = params.message().unwrap_or(MessageId(0));
    let chat_id = params.chat().unwrap_or(ChatId(0));
    let found = state.chats.get_mut(&chat_id).and_then(|chat| chat.message_mut(id));
    let message = found.ok_or_else(|| ApiError::bad("message to edit not found"))?;
    if message.draft.content == content && message.inline_markup() == markup.as_ref() {
        return Err(ApiError::bad(NOT_MODIFIED));
    }
    // A change of buttons alone does not mark the message as edited.
    if message.draft.content != content {
        message.edit_date = Some(edited_at);
    }
    message.draft.content = content;
    message.draft.markup = markup;
    state.changes.push(Change::Chat(chat_id));
    Ok(wire::message(state, chat_id, id))
}

/// `deleteMessage`.
pub(super) fn delete_one(state: &mut State, params: &Params) -> Answer {
    let chat = target::chat(state, params)?;
    let id = params.message();
    let id = id.ok_or_else(|| ApiError::bad("message identifier is not specified"))?;
    let not_found = || ApiError::bad("message to delete not found");
    let message = chat.message(id).ok_or_else(not_found)?;
    check_deletable(state, chat, message)?;
    let chat = chat.id;
    mark_deleted(state, chat, &[id]);
    Ok(json!(true))
}

/// `deleteMessages`: what is gone already does not matter.
pub(super) fn delete_several(state: &mut State, params: &Params) -> Answer {
    let chat = target::chat(state, params)?;
    let ids = params.messages()?;
    let mut present = ids.iter().filter_map(|id| chat.message(*id));
    present.try_for_each(|message| check_deletable(state, chat, message))?;
    let chat = chat.id;
    mark_deleted(state, chat, &ids);
    Ok(json!(true))
}

fn check_deletable(state: &State, chat: &Chat, message: &Message) -> Result<(), ApiError> {
    let is_own = message.is_by(state.bot);
    let may_delete = match chat.kind {
        ChatKind::Private => true,
        _ => is_own || chat.status(state.bot).may(Right::DeleteMessages),
    };
    let is_opening = message.draft.place.thread.is_some_and(|thread| thread.0 == message.id.0);
    if !may_delete || is_opening {
        return Err(ApiError::bad("message can't be deleted"));
    }
    let is_old = message.date + DELETABLE_FOR_S < state.clock.now_s();
    let has_right = chat.kind != ChatKind::Private && chat.status(state.bot).may(Right::DeleteMessages);
    if is_old && !has_right {
        return Err(ApiError::bad("message can't be deleted for everyone"));
    }
    Ok(())
}

fn mark_deleted(state: &mut State, chat: ChatId, ids: &[MessageId]) {
    if let Some(chat) = state.chats.get_mut(&chat) {
        for id in ids {
            if let Some(message) = chat.message_mut(*id) {
                message.deleted = true;
                message.pinned = false;
            }
        }
    }
    state.changes.push(Change::Chat(chat));
}
