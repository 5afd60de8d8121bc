//! Reads the HTML that the Bot API understands: a few tags, properly closed, and four named entities.

use serde_json::{Map, Value, json};

use super::entities::utf16_len;
use super::message::Words;

/// Text and entities, or the reason why Telegram would refuse it.
pub(crate) fn parse(source: &str) -> Result<Words, String> {
    let mut reader = Reader::default();
    let mut rest = source;
    while let Some(next) = rest.chars().next() {
        let at = source.len() - rest.len();
        rest = match next {
            '<' => reader.tag(rest, at)?,
            '&' => reader.reference(rest),
            _ => {
                reader.text.push(next);
                rest.get(next.len_utf8()..).unwrap_or_default()
            }
        };
    }
    match reader.open.pop() {
        Some(tag) => Err(format!("Can't find end tag corresponding to start tag \"{}\"", tag.name)),
        None => Ok(reader.words()),
    }
}

/// A start tag that waits for its end tag.
struct OpenTag {
    name: String,
    entity: Map<String, Value>,
    from: usize,
}

#[derive(Default)]
struct Reader {
    text: String,
    open: Vec<OpenTag>,
    entities: Vec<Value>,
}

impl Reader {
    /// Reads one tag from the start of `rest` and returns what follows it.
    fn tag<'a>(&mut self, rest: &'a str, at: usize) -> Result<&'a str, String> {
        let unclosed = || format!("Unclosed start tag at byte offset {at}");
        let body = rest.strip_prefix('<').ok_or_else(unclosed)?;
        let (body, after) = split_at_tag_end(body).ok_or_else(unclosed)?;
        if let Some(name) = body.strip_prefix('/') {
            self.close(name.trim(), at)?;
            return Ok(after);
        }
        let (name, attributes) = body.split_once(char::is_whitespace).unwrap_or((body, ""));
        let name = name.to_ascii_lowercase();
        let entity = entity_of(&name, &read_attributes(attributes))
            .ok_or_else(|| format!("Unsupported start tag \"{name}\" at byte offset {at}"))?;
        let from = utf16_len(&self.text);
        self.open.push(OpenTag { name, entity, from });
        Ok(after)
    }

    fn close(&mut self, name: &str, at: usize) -> Result<(), String> {
        let Some(tag) = self.open.pop() else {
            return Err(format!("Unexpected end tag at byte offset {at}"));
        };
        if !name.is_empty() && !name.eq_ignore_ascii_case(&tag.name) {
            return Err(format!(
                "Unmatched end tag at byte offset {at}, expected \"</{}>\", found \"</{name}>\"",
                tag.name
            ));
        }
        let length = utf16_len(&self.text) - tag.from;
        // An `a` without an address and a `code` that only names a language mark nothing.
        if length > 0 && tag.entity.contains_key("type") {
            let mut entity = tag.entity;
            entity.insert("offset".to_owned(), json!(tag.from));
            entity.insert("length".to_owned(), json!(length));
            self.entities.push(Value::Object(entity));
        }
        Ok(())
    }

    /// Reads `&amp;` and the like; an ampersand that starts nothing stands for itself.
    fn reference<'a>(&mut self, rest: &'a str) -> &'a str {
        let known = rest
            .strip_prefix('&')
            .and_then(|rest| rest.split_once(';'))
            .and_then(|(name, after)| Some((character(name)?, after)));
        let (character, after) = known.unwrap_or_else(|| ('&', rest.strip_prefix('&').unwrap_or_default()));
        self.text.push(character);
        after
    }

    fn words(mut self) -> Words {
        self.entities.sort_by_key(|entity| {
            let (offset, length) = super::entities::span(entity);
            (offset, std::cmp::Reverse(length))
        });
        Words { text: self.text, entities: self.entities }
    }
}

/// The end of a tag is the first `>` outside quotes.
fn split_at_tag_end(body: &str) -> Option<(&str, &str)> {
    let mut quote = None;
    for (at, c) in body.char_indices() {
        match (quote, c) {
            (None, '>') => return Some((body.get(..at)?, body.get(at + 1..)?)),
            (None, '"' | '\'') => quote = Some(c),
            (Some(open), c) if open == c => quote = None,
            _ => {}
        }
    }
    None
}

fn read_attributes(source: &str) -> Map<String, Value> {
    let mut attributes = Map::new();
    let mut rest = source.trim();
    while !rest.is_empty() {
        let name_end = rest.find(|c: char| c == '=' || c.is_whitespace()).unwrap_or(rest.len());
        let (name, after) = rest.split_at_checked(name_end).unwrap_or((rest, ""));
        let (value, after) = match after.trim_start().strip_prefix('=') {
            Some(after) => read_value(after.trim_start()),
            None => (String::new(), after),
        };
        if name.is_empty() {
            break;
        }
        attributes.insert(name.to_ascii_lowercase(), json!(value));
        rest = after.trim_start();
    }
    attributes
}

fn read_value(source: &str) -> (String, &str) {
    let quoted = ['"', '\''].into_iter().find_map(|quote| source.strip_prefix(quote)?.split_once(quote));
    let (value, after) = quoted.or_else(|| source.split_once(char::is_whitespace)).unwrap_or((source, ""));
    let mut reader = Reader::default();
    let mut rest = value;
    while let Some(next) = rest.chars().next() {
        rest = if next == '&' {
            reader.reference(rest)
        } else {
            reader.text.push(next);
            rest.get(next.len_utf8()..).unwrap_or_default()
        };
    }
    (reader.text, after)
}

/// The entity that a tag makes; none if Telegram does not know the tag.
fn entity_of(tag: &str, attributes: &Map<String, Value>) -> Option<Map<String, Value>> {
    let attribute = |name: &str| attributes.get(name).and_then(Value::as_str).unwrap_or("");
    let entity = match tag {
        "b" | "strong" => json!({ "type": "bold" }),
        "i" | "em" => json!({ "type": "italic" }),
        "u" | "ins" => json!({ "type": "underline" }),
        "s" | "strike" | "del" => json!({ "type": "strikethrough" }),
        "tg-spoiler" => json!({ "type": "spoiler" }),
        "span" if attribute("class") == "tg-spoiler" => json!({ "type": "spoiler" }),
        "pre" => json!({ "type": "pre" }),
        "code" => match attribute("class").strip_prefix("language-") {
            Some(_) => json!({}),
            None => json!({ "type": "code" }),
        },
        "blockquote" if attributes.contains_key("expandable") => {
            json!({ "type": "expandable_blockquote" })
        }
        "blockquote" => json!({ "type": "blockquote" }),
        "tg-emoji" => {
            json!({ "type": "custom_emoji", "custom_emoji_id": attribute("emoji-id") })
        }
        "a" if attribute("href").is_empty() => json!({}),
        "a" => json!({ "type": "text_link", "url": attribute("href") }),
        _ => return None,
    };
    entity.as_object().cloned()
}

fn character(name: &str) -> Option<char> {
    match name {
        "lt" => Some('<'),
        "gt" => Some('>'),
        "amp" => Some('&'),
        "quot" => Some('"'),
        _ => {
            let number = name.strip_prefix('#')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(code).filter(|c| *c != '\0')
        }
    }
}
