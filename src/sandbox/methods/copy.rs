//! Copying and forwarding.

use serde_json::{Value, json};

use super::{Answer, send, target};
use crate::sandbox::error::ApiError;
use crate::sandbox::id::{ChatId, MessageId, Place};
use crate::sandbox::message::{Author, Content, Draft, Message};
use crate::sandbox::params::Params;
use crate::sandbox::person::anonymous_admin_json;
use crate::sandbox::state::State;
use crate::sandbox::wire;

/// `copyMessage`: a new message with the same content and no trace of where it came from.
pub(super) fn copy_one(state: &mut State, params: &Params) -> Answer {
    let draft = send::draft(state, params)?;
    let source = source(state, params, "message to copy not found")?;
    let mut content = source.draft.content.clone();
    if !content.can_be_copied() {
        return Err(ApiError::bad("message can't be copied"));
    }
    if let (Content::Media { caption, .. }, Some(_)) = (&mut content, params.text("caption")) {
        *caption = send::caption(params)?;
    }
    let markup = draft.markup.clone();
    let id = state.post(Draft { content, markup, ..draft });
    Ok(json!({ "message_id": id }))
}

/// `forwardMessage`: shows who wrote it.
pub(super) fn forward_one(state: &mut State, params: &Params) -> Answer {
    let place = target::place(state, params)?;
    let source = source(state, params, "message to forward not found")?.clone();
    if source.is_service() {
        return Err(ApiError::bad("message can't be forwarded"));
    }
    let draft = forwarded(state, &source, place);
    Ok(send::post(state, draft))
}

/// `copyMessages`: what cannot be copied is left out; albums stay together.
pub(super) fn copy_several(state: &mut State, params: &Params) -> Answer {
    let can_be_copied = |source: &Message| source.draft.content.can_be_copied();
    several(state, params, can_be_copied, |state, source, place| Draft {
        content: without_caption(source.draft.content.clone(), params.flag("remove_caption")),
        ..Draft::new(Author::Person(state.bot), place, source.draft.content.clone())
    })
}

/// `forwardMessages`.
pub(super) fn forward_several(state: &mut State, params: &Params) -> Answer {
    several(state, params, |source| !source.is_service(), forwarded)
}

fn several(
    state: &mut State,
    params: &Params,
    can_go: impl Fn(&Message) -> bool,
    draft: impl Fn(&State, &Message, Place) -> Draft,
) -> Answer {
    let place = target::place(state, params)?;
    let ids = params.messages()?;
    if !ids.is_sorted_by(|a, b| a < b) {
        return Err(ApiError::bad("message identifiers must be in a strictly increasing order"));
    }
    let from = source_chat(state, params)?;
    let mut albums = std::collections::HashMap::new();
    let mut made = Vec::new();
    for id in ids {
        let source = state.chats.get(&from).and_then(|chat| chat.message(id)).cloned();
        let Some(source) = source.filter(&can_go) else {
            continue;
        };
        let album = source.draft.album.as_ref().map(|album| {
            let copied = albums.entry(album.clone()).or_insert_with(|| state.next_album());
            copied.clone()
        });
        let draft = Draft { album, ..draft(state, &source, place) };
        made.push(json!({ "message_id": state.post(draft) }));
    }
    Ok(Value::Array(made))
}

fn forwarded(state: &State, source: &Message, place: Place) -> Draft {
    let origin = source.draft.forward_origin.clone().unwrap_or_else(|| match source.draft.author {
        Author::Person(person) => json!({
            "type": "user", "date": source.date, "sender_user": wire::user(state, person),
        }),
        Author::Anonymous(_) => json!({
            "type": "user", "date": source.date, "sender_user": anonymous_admin_json(),
        }),
    });
    Draft { forward_origin: Some(origin), ..Draft::new(Author::Person(state.bot), place, source.draft.content.clone()) }
}

fn without_caption(mut content: Content, remove: bool) -> Content {
    if let (true, Content::Media { caption, .. }) = (remove, &mut content) {
        *caption = crate::sandbox::message::Words::default();
    }
    content
}

fn source_chat(state: &State, params: &Params) -> Result<ChatId, ApiError> {
    let from = params.integer("from_chat_id").map(ChatId);
    let from = from.ok_or_else(|| ApiError::bad("chat not found"))?;
    Ok(target::known_chat(state, from)?.id)
}

fn source<'a>(state: &'a State, params: &Params, missing: &str) -> Result<&'a Message, ApiError> {
    let from = source_chat(state, params)?;
    let id = params.message().unwrap_or(MessageId(0));
    let found = state.chats.get(&from).and_then(|chat| chat.message(id));
    found.ok_or_else(|| ApiError::bad(missing))
}
