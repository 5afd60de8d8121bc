//! Text from outside, made safe at the door.

use serde::{Deserialize, Serialize};

/// The longest text a messenger message may have, in UTF-16 units.
pub const MESSAGE_LIMIT: usize = 4096;

/// What a person wrote: bounded, without invisible tricks, never empty.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(transparent)]
pub struct Text(String);

impl Text {
    /// Cleans and bounds what a person wrote; `None` when nothing readable is left.
    pub fn parse(raw: &str) -> Option<Self> {
        let cleaned = clean(raw);
        let trimmed = cleaned.trim();
        (!trimmed.is_empty()).then(|| Self(shorten(trimmed, MESSAGE_LIMIT)))
    }

    /// The text itself.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// This text with `next` on a new line: several messages that are one question.
    #[must_use]
    pub fn and(&self, next: &Self) -> Self {
        Self(shorten(&format!("{}\n{}", self.0, next.0), MESSAGE_LIMIT))
    }
}

/// Removes what a reader cannot see but what can deceive them: direction marks, zero-width and control characters.
pub fn clean(raw: &str) -> String {
    raw.chars()
        .filter(|letter| !is_invisible(*letter))
        .map(|letter| if letter == '\t' { ' ' } else { letter })
        .collect()
}

fn is_invisible(letter: char) -> bool {
    // The zero-width joiner stays: emoji families fall apart without it, and it deceives nobody.
    matches!(letter,
        '\u{200B}' | '\u{200C}' | '\u{2060}' | '\u{FEFF}' | '\u{00AD}'
        | '\u{200E}' | '\u{200F}' | '\u{061C}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
        || (letter.is_control() && letter != '\n' && letter != '\t')
}

/// The beginning of `text` that fits in `limit` UTF-16 units, with an ellipsis when something was cut.
pub fn shorten(text: &str, limit: usize) -> String {
    if text.encode_utf16().count() <= limit {
        return text.to_owned();
    }
    let mut room = limit.saturating_sub(1);
    let mut short = String::new();
    for letter in text.chars() {
        let Some(left) = room.checked_sub(letter.len_utf16()) else {
            break;
        };
        room = left;
        short.push(letter);
    }
    format!("{}…", short.trim_end())
}

/// A text without what does not change what it asks: capitals, accents, punctuation.
pub fn folded(text: &str) -> String {
    let letters: String = text.chars().map(|letter| if letter.is_alphanumeric() { letter } else { ' ' }).collect();
    super::area::fold_name(&letters)
}

/// A name for display: one line, at most `limit` UTF-16 units, `fallback` when nothing readable is left.
pub fn display_name(raw: &str, limit: usize, fallback: &str) -> String {
    let one_line = clean(raw).split_whitespace().collect::<Vec<_>>().join(" ");
    if one_line.is_empty() { fallback.to_owned() } else { shorten(&one_line, limit) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn invisible_characters_are_gone_and_the_rest_stays_literally() {
        let text = Text::parse("  \u{202E}<b>hoi</b>\u{200B}\u{0007} ((( ").map(|text| text.0);
        assert_eq!(text.as_deref(), Some("<b>hoi</b> ((("));
    }

    #[test]
    fn nothing_readable_is_no_text() {
        assert_eq!(Text::parse(" \u{200B}\u{2060}\n "), None);
    }

    #[test]
    fn a_long_text_is_cut_between_characters() {
        let long = "🦀".repeat(4096);
        let text = Text::parse(&long).unwrap();
        assert!(text.as_str().encode_utf16().count() <= MESSAGE_LIMIT);
        assert!(text.as_str().ends_with("🦀…"));
    }
}
