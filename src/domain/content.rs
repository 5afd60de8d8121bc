//! What a file holds: bytes, kept as text.

use std::fmt;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::{Deserialize, Serialize};

/// The bytes of a file.
#[derive(Clone, Default, Deserialize, Eq, PartialEq, Serialize)]
#[serde(try_from = "Kept", into = "Kept")]
pub struct Content(Vec<u8>);

/// How it is kept. What was kept as plain text before files could hold anything else is still read.
#[derive(Deserialize, Serialize)]
#[serde(untagged)]
enum Kept {
    Coded { base64: String },
    Plain(String),
}

impl Content {
    /// The bytes.
    pub fn bytes(&self) -> &[u8] {
        &self.0
    }
}

impl From<Vec<u8>> for Content {
    fn from(bytes: Vec<u8>) -> Self {
        Self(bytes)
    }
}

impl From<String> for Content {
    fn from(text: String) -> Self {
        Self(text.into_bytes())
    }
}

impl TryFrom<Kept> for Content {
    type Error = base64::DecodeError;

    fn try_from(kept: Kept) -> Result<Self, Self::Error> {
        match kept {
            Kept::Coded { base64 } => STANDARD.decode(base64).map(Self),
            Kept::Plain(text) => Ok(text.into()),
        }
    }
}

impl From<Content> for Kept {
    fn from(content: Content) -> Self {
        Self::Coded { base64: STANDARD.encode(content.0) }
    }
}

/// A file is somebody's: only its size is shown.
impl fmt::Debug for Content {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} bytes", self.0.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_bytes_come_back_as_they_were_kept() {
        for bytes in [vec![], vec![0, 255, b'"', 10], "één regel".as_bytes().to_vec()] {
            let content = Content::from(bytes);
            let kept = serde_json::to_string(&content).unwrap();
            assert_eq!(serde_json::from_str::<Content>(&kept).unwrap(), content, "{kept}");
        }
    }

    #[test]
    fn what_was_kept_as_plain_text_is_read_as_that_text() {
        // The second could be taken for base64, and is none.
        for text in ["Naam: Anna\néén regel", "aGFs"] {
            let kept = serde_json::to_string(text).unwrap();
            assert_eq!(serde_json::from_str::<Content>(&kept).unwrap().bytes(), text.as_bytes());
        }
    }

    #[test]
    fn what_is_no_base64_is_no_content() {
        assert!(serde_json::from_str::<Content>(r#"{ "base64": "%%%" }"#).is_err());
    }
}
