//! The bot itself, its files, and the buttons people tapped.

use serde_json::{Value, json};

use super::Answer;
use crate::sandbox::change::Change;
use crate::sandbox::error::ApiError;
use crate::sandbox::files::DOWNLOAD_LIMIT;
use crate::sandbox::params::Params;
use crate::sandbox::query::{self, ANSWER_WITHIN_S};
use crate::sandbox::state::State;
use crate::sandbox::wire;

/// `getMe`.
pub(super) fn me(state: &State) -> Value {
    let mut me = wire::user(state, state.bot);
    let name = state.profile.text("name", "");
    let abilities = [
        ("can_join_groups", true),
        ("can_read_all_group_messages", false),
        ("supports_inline_queries", false),
        ("can_connect_to_business", false),
        ("has_main_web_app", false),
    ];
    if let Some(fields) = me.as_object_mut() {
        let abilities = abilities.map(|(name, able)| (name.to_owned(), json!(able)));
        fields.extend(abilities);
        if !name.is_empty() {
            fields.insert("first_name".to_owned(), json!(name));
        }
    }
    me
}

/// `getFile`.
pub(super) fn file(state: &mut State, params: &Params) -> Answer {
    let id = params.text_or_empty("file_id");
    if id.is_empty() {
        return Err(ApiError::bad("file_id not specified"));
    }
    if state.files.get(&id).is_some_and(|file| file.bytes.len() > DOWNLOAD_LIMIT) {
        return Err(ApiError::bad("file is too big"));
    }
    state.files.to_json(&id).ok_or_else(|| ApiError::bad("invalid file_id"))
}

/// `answerCallbackQuery`: once, and in time.
pub(super) fn answer_query(state: &mut State, params: &Params) -> Answer {
    let now = state.clock.now_s();
    let text = params.text_or_empty("text");
    if text.chars().count() > 200 {
        return Err(ApiError::bad("MESSAGE_TOO_LONG"));
    }
    let query = state.queries.get_mut(&params.text_or_empty("callback_query_id"));
    let open = query.filter(|query| query.answer.is_none() && now <= query.asked_at + ANSWER_WITHIN_S);
    let query =
        open.ok_or_else(|| ApiError::bad("query is too old and response timeout expired or query ID is invalid"))?;
    let (show_alert, url) = (params.flag("show_alert"), params.text_or_empty("url"));
    query.answer = Some(query::Answer { text, show_alert, url });
    let chat = query.chat;
    state.changes.push(Change::Chat(chat));
    Ok(json!(true))
}
