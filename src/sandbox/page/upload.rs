//! A file from the visitor's machine, sent in the name of someone on the page.

use axum::body::Bytes;
use serde::Deserialize;

use crate::sandbox::error::Refusal;
use crate::sandbox::files::DOWNLOAD_LIMIT;
use crate::sandbox::id::{ChatId, MessageId, PersonId, ThreadId};
use crate::sandbox::message::MediaKind;
use crate::sandbox::picture;
use crate::sandbox::telegram::Telegram;

/// The kind of body that is taken. No form of another site can send it without being asked first.
pub(super) const CONTENT_TYPE: &str = "application/octet-stream";

/// What names do at most.
const LONGEST_NAME: usize = 128;

/// Who sends it, and where.
#[derive(Debug, Deserialize)]
pub(super) struct Upload {
    person: PersonId,
    chat: ChatId,
    thread: Option<ThreadId>,
    name: String,
    #[serde(default)]
    caption: String,
    reply_to: Option<MessageId>,
}

/// Sends it: a picture as a photo, anything else as a file.
pub(super) fn send(telegram: &Telegram, upload: &Upload, bytes: &Bytes) -> Result<(), Refusal> {
    if bytes.len() > DOWNLOAD_LIMIT {
        return Err(Refusal::Senseless("a bot may fetch files of at most 20 MB".into()));
    }
    let name: String = upload.name.chars().filter(|letter| !letter.is_control()).take(LONGEST_NAME).collect();
    let there = telegram.person(upload.person).in_topic(upload.chat, upload.thread);
    let actor = upload.reply_to.map_or(there.clone(), |message| there.answering(message));
    let (kind, mime_type) = match picture::mime_type(bytes) {
        Some(mime_type) => (MediaKind::Photo, mime_type),
        None => (MediaKind::Document, CONTENT_TYPE),
    };
    actor.sends_file(kind, &name, mime_type, bytes, &upload.caption).map(drop)
}
