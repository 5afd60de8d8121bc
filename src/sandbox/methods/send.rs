//! Sending: text, files, albums, places and contacts.

use serde_json::{Value, json};

use super::{Answer, file, markup, target};
use crate::sandbox::chat::ChatKind;
use crate::sandbox::entities::{self, utf16_len};
use crate::sandbox::error::ApiError;
use crate::sandbox::id::{MessageId, PersonId, Place};
use crate::sandbox::message::{Author, Content, Draft, MediaKind, Words};
use crate::sandbox::params::Params;
use crate::sandbox::state::State;
use crate::sandbox::wire;

pub(super) const TEXT_LIMIT: usize = 4096;
const CAPTION_LIMIT: usize = 1024;

/// `sendMessage`.
pub(super) fn message(state: &mut State, params: &Params) -> Answer {
    let draft = draft(state, params)?;
    let words = text(params, "message is too long")?;
    Ok(post(state, Draft { content: Content::Text(words), ..draft }))
}

/// The text of a call, read and measured.
pub(super) fn text(params: &Params, too_long: &str) -> Result<Words, ApiError> {
    let mode = params.text("parse_mode");
    let words = entities::read(&params.text_or_empty("text"), mode.as_deref(), params.json("entities")?)?;
    match utf16_len(&words.text) {
        0 => Err(ApiError::bad("message text is empty")),
        1..=TEXT_LIMIT => Ok(words),
        _ => Err(ApiError::bad(too_long)),
    }
}

/// The caption of a call, read and measured.
pub(super) fn caption(params: &Params) -> Result<Words, ApiError> {
    let mode = params.text("parse_mode");
    let given = params.json("caption_entities")?;
    let words = entities::read(&params.text_or_empty("caption"), mode.as_deref(), given)?;
    if utf16_len(&words.text) > CAPTION_LIMIT {
        return Err(ApiError::bad("message caption is too long"));
    }
    Ok(words)
}

/// A message from the bot to where the call is aimed, still without content.
pub(super) fn draft(state: &State, params: &Params) -> Result<Draft, ApiError> {
    let place = target::place(state, params)?;
    let reply_to = target::reply_to(state, place, params)?;
    let place = match reply_to {
        Some(id) if place.thread.is_none() => beside(state, place, id),
        _ => place,
    };
    let empty = Content::Text(Words::default());
    let only_for = only_for(state, place, params)?;
    Ok(Draft {
        reply_to,
        only_for,
        markup: markup::read(params)?,
        ..Draft::new(Author::Person(state.bot), place, empty)
    })
}

/// The one who gets to see an ephemeral message: somebody in the group.
fn only_for(state: &State, place: Place, params: &Params) -> Result<Option<PersonId>, ApiError> {
    let Some(asked) = params.json("ephemeral_message_parameters")? else { return Ok(None) };
    let receiver = params.within(&asked).integer("receiver_user_id").map(PersonId);
    let chat = state.chats.get(&place.chat).filter(|chat| chat.kind != ChatKind::Private);
    match (receiver, chat) {
        (Some(receiver), Some(chat)) if chat.status(receiver).is_present() => Ok(Some(receiver)),
        _ => Err(ApiError::bad("the message can't be ephemeral here")),
    }
}

/// An answer stands in the topic of the message it answers.
fn beside(state: &State, place: Place, answered: MessageId) -> Place {
    let chat = state.chats.get(&place.chat);
    let thread = chat.and_then(|chat| chat.message(answered)?.draft.place.thread);
    Place { thread, ..place }
}

/// Posts the bot's message and shows it.
pub(super) fn post(state: &mut State, draft: Draft) -> Value {
    let chat = draft.place.chat;
    let id = state.post(draft);
    wire::message(state, chat, id)
}

/// `sendPhoto`, `sendDocument` and the like; none if the method sends no file.
pub(super) fn media(state: &mut State, method: &str, params: &Params) -> Option<Answer> {
    let kind = match method {
        "sendphoto" => MediaKind::Photo,
        "sendvoice" => MediaKind::Voice,
        "senddocument" => MediaKind::Document,
        "sendvideo" => MediaKind::Video,
        "sendaudio" => MediaKind::Audio,
        "sendanimation" => MediaKind::Animation,
        "sendvideonote" => MediaKind::VideoNote,
        "sendsticker" => MediaKind::Sticker,
        _ => return None,
    };
    Some(send_file(state, kind, params))
}

fn send_file(state: &mut State, kind: MediaKind, params: &Params) -> Answer {
    let draft = draft(state, params)?;
    let caption = if kind.has_caption() { caption(params)? } else { Words::default() };
    let file = file::take(state, params, kind.field(), kind)?;
    Ok(post(state, Draft { content: Content::Media { kind, file, caption }, ..draft }))
}

/// `sendLocation`.
pub(super) fn location(state: &mut State, params: &Params) -> Answer {
    let draft = draft(state, params)?;
    let degree = |name: &str, most: f64| {
        let value = params.decimal(name).filter(|degree| degree.abs() <= most);
        value.ok_or_else(|| ApiError::bad(format!("{name} is empty")))
    };
    let content = Content::Location { latitude: degree("latitude", 90.0)?, longitude: degree("longitude", 180.0)? };
    Ok(post(state, Draft { content, ..draft }))
}

/// `sendContact`.
pub(super) fn contact(state: &mut State, params: &Params) -> Answer {
    let draft = draft(state, params)?;
    let needed = |name: &str, missing: &str| {
        let value = params.text(name).filter(|text| !text.is_empty());
        value.ok_or_else(|| ApiError::bad(missing))
    };
    let content = Content::Contact {
        phone_number: needed("phone_number", "phone number is empty")?,
        first_name: needed("first_name", "first name is empty")?,
        user: None,
    };
    Ok(post(state, Draft { content, ..draft }))
}

/// `sendMediaGroup`: all or nothing.
pub(super) fn album(state: &mut State, params: &Params) -> Answer {
    let draft = draft(state, params)?;
    let items = params.array("media")?;
    match items.len() {
        0 => return Err(ApiError::bad("there are no messages to send")),
        11.. => return Err(ApiError::bad("too many messages to send as an album")),
        _ => {}
    }
    let contents: Result<Vec<Content>, ApiError> =
        items.iter().map(|item| album_item(state, &params.within(item))).collect();
    let contents = contents?;
    check_mix(&contents)?;
    let album = state.next_album();
    let post_one = |content| {
        let draft = Draft { content, album: Some(album.clone()), ..draft.clone() };
        post(state, draft)
    };
    Ok(contents.into_iter().map(post_one).collect())
}

fn album_item(state: &mut State, item: &Params) -> Result<Content, ApiError> {
    let kind = match item.text_or_empty("type").as_str() {
        "photo" => MediaKind::Photo,
        "video" => MediaKind::Video,
        "document" => MediaKind::Document,
        "audio" => MediaKind::Audio,
        _ => {
            return Err(ApiError::bad("can't parse InputMedia: type must be photo, video, document or audio"));
        }
    };
    let caption = caption(item)?;
    let file = file::take(state, item, "media", kind)?;
    Ok(Content::Media { kind, file, caption })
}

/// Pictures and films go together; documents and music only among themselves.
fn check_mix(contents: &[Content]) -> Result<(), ApiError> {
    let family = |content: &Content| match content {
        Content::Media { kind: MediaKind::Video, .. } => Some(MediaKind::Photo),
        Content::Media { kind, .. } => Some(*kind),
        _ => None,
    };
    let first = contents.first().and_then(family);
    if contents.iter().all(|content| family(content) == first) {
        return Ok(());
    }
    Err(ApiError::bad("can't use the media of the specified type in the album"))
}

/// `sendChatAction`. A deleted topic goes unnoticed here, as it does for real.
pub(super) fn action(state: &mut State, params: &Params) -> Answer {
    let known = [
        "typing",
        "upload_photo",
        "record_video",
        "upload_video",
        "record_voice",
        "upload_voice",
        "upload_document",
        "choose_sticker",
        "find_location",
        "record_video_note",
        "upload_video_note",
    ];
    target::chat(state, params)?;
    if known.contains(&params.text_or_empty("action").as_str()) {
        return Ok(json!(true));
    }
    Err(ApiError::bad("wrong parameter action in request"))
}
