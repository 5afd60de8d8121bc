//! Citizen service numbers are masked before anything is stored, wherever in an update people's words may stand.

use serde_json::Value;

use crate::domain::bsn;

/// The field under which masking is noted, beside Telegram's own.
const MASKED: &str = "loket_masked";

/// The fields in which people's words stand, at whatever depth: also in a reply, a quote, a kind that is new to us.
const WORDS: [&str; 2] = ["text", "caption"];

/// Masks `update`, and notes when the person's own words changed (not only what they reply to). Returns whether
/// anything changed.
pub(super) fn mask(update: &mut Value) -> bool {
    let mut own_words = 0;
    for message in ["message", "edited_message"] {
        for field in WORDS {
            let words = update.get_mut(message).and_then(|message| message.get_mut(field));
            own_words += words.map_or(0, |words| mask_below(words, true));
        }
    }
    let elsewhere = mask_below(update, false);
    if own_words > 0
        && let Some(fields) = update.as_object_mut()
    {
        fields.insert(MASKED.to_owned(), Value::Bool(true));
    }
    own_words + elsewhere > 0
}

/// Were the person's own words masked?
pub(super) fn is_masked(update: &Value) -> bool {
    update.get(MASKED) == Some(&Value::Bool(true))
}

/// Masks everything below `value` and counts what had to be; strings count only where they are people's words.
fn mask_below(value: &mut Value, are_words: bool) -> usize {
    match value {
        Value::String(words) if are_words => bsn::mask(words).map_or(0, |masked| {
            *words = masked;
            1
        }),
        Value::Array(parts) => parts.iter_mut().map(|part| mask_below(part, are_words)).sum(),
        Value::Object(fields) => {
            fields.iter_mut().map(|(field, value)| mask_below(value, WORDS.contains(&field.as_str()))).sum()
        }
        _ => 0,
    }
}
