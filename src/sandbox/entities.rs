//! Formatting of text: what Telegram finds by itself, and whether given entities fit the text.

use serde_json::{Value, json};

use super::error::ApiError;
use super::html;
use super::message::Words;

/// Length as Telegram counts it.
pub(crate) fn utf16_len(text: &str) -> usize {
    text.encode_utf16().count()
}

/// Commands, links, mentions and hashtags, found as Telegram finds them in what people write.
pub(crate) fn detect(text: &str) -> Vec<Value> {
    let mut found = Vec::new();
    let mut offset = 0;
    for piece in text.split_inclusive(char::is_whitespace) {
        let word = piece.trim_end();
        if let Some((kind, word)) = kind_of(word) {
            found.push(json!({ "type": kind, "offset": offset, "length": utf16_len(word) }));
        }
        offset += utf16_len(piece);
    }
    found
}

fn kind_of(word: &str) -> Option<(&'static str, &str)> {
    if word.starts_with("http://") || word.starts_with("https://") {
        return Some(("url", word.trim_end_matches(['.', ',', ')', '!', '?'])));
    }
    let kind = match word.chars().next()? {
        '/' => "bot_command",
        '@' => "mention",
        '#' => "hashtag",
        _ => return None,
    };
    let is_part = |c: char| c.is_alphanumeric() || c == '_' || (kind == "bot_command" && c == '@');
    let end = word.char_indices().skip(1).find(|(_, c)| !is_part(*c)).map_or(word.len(), |(at, _)| at);
    let word = word.get(..end)?;
    (word.len() > 1).then_some((kind, word))
}

/// The words of a message from what a bot sent: markup read, or entities checked; ends trimmed.
pub(crate) fn read(text: &str, parse_mode: Option<&str>, entities: Option<Value>) -> Result<Words, ApiError> {
    let words = match parse_mode.map(str::to_ascii_lowercase).as_deref() {
        None | Some("") => Words { entities: checked(text, entities)?, text: text.to_owned() },
        Some("html") => html::parse(text).map_err(|reason| ApiError::bad(format!("can't parse entities: {reason}")))?,
        Some("markdown" | "markdownv2") => {
            return Err(ApiError::bad("the stand-in reads HTML and entities, not Markdown"));
        }
        Some(_) => return Err(ApiError::bad("unsupported parse_mode")),
    };
    Ok(with_detected(trimmed(words)))
}

fn checked(text: &str, entities: Option<Value>) -> Result<Vec<Value>, ApiError> {
    let Some(entities) = entities else {
        return Ok(Vec::new());
    };
    let Value::Array(entities) = entities else {
        return Err(ApiError::bad("can't parse entities: expected an Array of MessageEntity"));
    };
    let units: Vec<u16> = text.encode_utf16().collect();
    // A position inside a character that takes two units is no position.
    let is_boundary =
        |at: usize| at == units.len() || units.get(at).is_some_and(|unit| !(0xDC00..0xE000).contains(unit));
    for entity in &entities {
        let (offset, length) = span(entity);
        if length == 0 || !is_boundary(offset) || !is_boundary(offset.saturating_add(length)) {
            return Err(ApiError::bad("ENTITY_BOUNDS_INVALID"));
        }
    }
    Ok(entities)
}

/// Offset and length of an entity.
pub(crate) fn span(entity: &Value) -> (usize, usize) {
    let number = |name: &str| {
        let value = entity.get(name).and_then(Value::as_u64);
        value.and_then(|value| usize::try_from(value).ok()).unwrap_or(0)
    };
    (number("offset"), number("length"))
}

fn trimmed(words: Words) -> Words {
    let lead = utf16_len(&words.text) - utf16_len(words.text.trim_start());
    let text = words.text.trim().to_owned();
    let end = utf16_len(&text);
    let mut entities = Vec::new();
    for mut entity in words.entities {
        let (offset, length) = span(&entity);
        let from = offset.saturating_sub(lead);
        let to = (offset + length).saturating_sub(lead).min(end);
        if from < to
            && let Some(fields) = entity.as_object_mut()
        {
            fields.insert("offset".to_owned(), json!(from));
            fields.insert("length".to_owned(), json!(to - from));
            entities.push(entity);
        }
    }
    Words { text, entities }
}

/// Telegram also marks links and commands in what bots send, where nothing else stands.
fn with_detected(mut words: Words) -> Words {
    for found in detect(&words.text) {
        let (from, length) = span(&found);
        let is_free = words.entities.iter().all(|entity| {
            let (other_from, other_length) = span(entity);
            from + length <= other_from || other_from + other_length <= from
        });
        if is_free {
            words.entities.push(found);
        }
    }
    words.entities.sort_by_key(span);
    words
}
