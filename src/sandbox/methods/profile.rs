//! Commands and texts with which the bot presents itself.

use serde_json::{Value, json};

use super::Answer;
use crate::sandbox::change::Change;
use crate::sandbox::error::ApiError;
use crate::sandbox::params::Params;
use crate::sandbox::state::State;

/// `setMyCommands`.
pub(super) fn set_commands(state: &mut State, params: &Params) -> Answer {
    let commands = params.array("commands")?;
    if commands.len() > 100 {
        return Err(ApiError::bad("BOT_COMMANDS_TOO_MUCH"));
    }
    commands.iter().try_for_each(check_command)?;
    let (scope, language) = audience(params)?;
    state.profile.set_commands(&scope, &language, Value::Array(commands));
    Ok(changed(state))
}

fn check_command(command: &Value) -> Result<(), ApiError> {
    let part = |name: &str| command.get(name).and_then(Value::as_str).unwrap_or_default();
    let (name, description) = (part("command").trim_start_matches('/'), part("description"));
    let is_name = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
    if !(1..=32).contains(&name.len()) || !name.chars().all(is_name) {
        return Err(ApiError::bad("BOT_COMMAND_INVALID"));
    }
    if !(1..=256).contains(&description.chars().count()) {
        return Err(ApiError::bad("BOT_COMMAND_DESCRIPTION_INVALID"));
    }
    Ok(())
}

/// `getMyCommands`.
pub(super) fn commands(state: &mut State, params: &Params) -> Answer {
    let (scope, language) = audience(params)?;
    Ok(state.profile.commands(&scope, &language))
}

/// `deleteMyCommands`.
pub(super) fn delete_commands(state: &mut State, params: &Params) -> Answer {
    let (scope, language) = audience(params)?;
    state.profile.delete_commands(&scope, &language);
    Ok(changed(state))
}

fn audience(params: &Params) -> Result<(Value, String), ApiError> {
    let scope = params.json("scope")?.unwrap_or_else(|| json!({ "type": "default" }));
    Ok((scope, language(params)?))
}

fn language(params: &Params) -> Result<String, ApiError> {
    let language = params.text_or_empty("language_code");
    if language.is_empty() || language.chars().count() == 2 {
        return Ok(language);
    }
    Err(ApiError::bad("LANG_CODE_INVALID"))
}

/// The setters and getters of name and descriptions; none if the method is something else.
pub(super) fn text(state: &mut State, method: &str, params: &Params) -> Option<Answer> {
    let (field, limit) = match method.get(3..)? {
        "myname" => ("name", 64),
        "mydescription" => ("description", 512),
        "myshortdescription" => ("short_description", 120),
        _ => return None,
    };
    if method.starts_with("get") {
        let text = |language: String| json!({ field: state.profile.text(field, &language) });
        return Some(language(params).map(text));
    }
    method.starts_with("set").then(|| set_text(state, params, field, limit))
}

fn set_text(state: &mut State, params: &Params, field: &'static str, limit: usize) -> Answer {
    let text = params.text_or_empty(field);
    if text.chars().count() > limit {
        return Err(ApiError::bad(format!("bot {} is too long", field.replace('_', " "))));
    }
    state.profile.set_text(field, &language(params)?, &text);
    Ok(changed(state))
}

fn changed(state: &mut State) -> Value {
    state.changes.push(Change::Bot);
    json!(true)
}
