//! Checks keyboards as Telegram checks them.

use serde_json::Value;

use crate::sandbox::error::ApiError;
use crate::sandbox::params::Params;

/// The `reply_markup` of a call, if there is one and it is sound.
pub(super) fn read(params: &Params) -> Result<Option<Value>, ApiError> {
    let Some(markup) = params.json("reply_markup")? else {
        return Ok(None);
    };
    if !markup.is_object() {
        return Err(ApiError::bad("object expected as reply markup"));
    }
    if let Some(rows) = markup.get("inline_keyboard") {
        let buttons = buttons(rows).ok_or_else(|| {
            ApiError::bad("can't parse inline keyboard button: field \"inline_keyboard\" must be an Array of Arrays")
        })?;
        if buttons.len() > 100 {
            return Err(ApiError::bad("reply markup is too long"));
        }
        buttons.into_iter().try_for_each(check_button)?;
        // A keyboard without buttons is no keyboard.
        let is_empty =
            rows.as_array().is_none_or(|rows| rows.iter().all(|row| row.as_array().is_none_or(Vec::is_empty)));
        return Ok((!is_empty).then_some(markup));
    }
    Ok(Some(markup))
}

fn buttons(rows: &Value) -> Option<Vec<&Value>> {
    let rows = rows.as_array()?;
    let rows: Option<Vec<&Vec<Value>>> = rows.iter().map(Value::as_array).collect();
    Some(rows?.into_iter().flatten().collect())
}

fn check_button(button: &Value) -> Result<(), ApiError> {
    let text = button.get("text").and_then(Value::as_str).unwrap_or_default();
    if text.trim().is_empty() {
        return Err(ApiError::bad("inline keyboard button text must be non-empty"));
    }
    if let Some(data) = button.get("callback_data") {
        return match data.as_str().map(str::len) {
            Some(1..=64) => Ok(()),
            _ => Err(ApiError::bad("BUTTON_DATA_INVALID")),
        };
    }
    if let Some(url) = button.get("url") {
        let url = url.as_str().and_then(|url| reqwest::Url::parse(url).ok());
        let is_sound = url.is_some_and(|url| matches!(url.scheme(), "http" | "https" | "tg"));
        return if is_sound { Ok(()) } else { Err(ApiError::bad("BUTTON_URL_INVALID")) };
    }
    let acts = [
        "web_app",
        "login_url",
        "switch_inline_query",
        "switch_inline_query_current_chat",
        "switch_inline_query_chosen_chat",
        "copy_text",
        "callback_game",
        "pay",
    ];
    if acts.iter().any(|act| button.get(act).is_some()) {
        return Ok(());
    }
    Err(ApiError::bad("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"))
}
