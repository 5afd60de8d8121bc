//! What a person can send besides words.

use serde_json::{Map, Value, json};

use super::actor::{Actor, words};
use super::error::Refusal;
use super::files::StoredFile;
use super::id::MessageId;
use super::message::{Content, MediaKind};
use super::state::State;

/// What a phone would have taken: an oven, a shop, a letter.
const STAND_IN_PICTURES: [(&str, &[u8]); 3] = [
    ("oven.png", include_bytes!("pictures/oven.png")),
    ("shop.png", include_bytes!("pictures/shop.png")),
    ("letter.png", include_bytes!("pictures/letter.png")),
];

impl Actor {
    /// Sends a picture.
    pub fn sends_photo(&self, caption: &str) -> Result<MessageId, Refusal> {
        let [(name, bytes), ..] = STAND_IN_PICTURES;
        self.sends_file(MediaKind::Photo, name, "image/png", bytes, caption)
    }

    /// Sends a spoken message.
    pub fn sends_voice(&self) -> Result<MessageId, Refusal> {
        self.sends_file(MediaKind::Voice, "voice.ogg", "audio/ogg", b"OggS stand-in", "")
    }

    /// Sends a file.
    pub fn sends_document(&self, name: &str, bytes: &[u8], caption: &str) -> Result<MessageId, Refusal> {
        self.sends_file(MediaKind::Document, name, "application/octet-stream", bytes, caption)
    }

    /// Sends a file of any kind.
    pub fn sends_file(
        &self,
        kind: MediaKind,
        name: &str,
        mime_type: &str,
        bytes: &[u8],
        caption: &str,
    ) -> Result<MessageId, Refusal> {
        let file = self.keeps_file(name, mime_type, bytes);
        self.posts(Content::Media { kind, file, caption: words(caption) })
    }

    /// Sends pictures together, the caption on the first.
    pub fn sends_album(&self, pictures: usize, caption: &str) -> Result<Vec<MessageId>, Refusal> {
        let album = self.telegram().with(State::next_album);
        let captions = std::iter::once(caption).chain(std::iter::repeat(""));
        let taken = STAND_IN_PICTURES.into_iter().cycle();
        let contents = captions.take(pictures).zip(taken).map(|(caption, (name, bytes))| {
            let file = self.keeps_file(name, "image/png", bytes);
            Content::Media { kind: MediaKind::Photo, file, caption: words(caption) }
        });
        contents.map(|content| self.posts_draft(content, |draft| draft.album = Some(album.clone()))).collect()
    }

    /// Sends a place.
    pub fn sends_location(&self, latitude: f64, longitude: f64) -> Result<MessageId, Refusal> {
        self.posts(Content::Location { latitude, longitude })
    }

    /// Shares the own telephone number.
    pub fn sends_contact(&self, phone_number: &str) -> Result<MessageId, Refusal> {
        let first_name = self.telegram().read(|state| {
            let person = state.people.get(&self.id());
            person.map(|person| person.first_name.clone()).unwrap_or_default()
        });
        let phone_number = phone_number.to_owned();
        self.posts(Content::Contact { phone_number, first_name, user: Some(self.id()) })
    }

    /// Holds a quiz, which bots can't copy: they don't know its answer.
    pub fn sends_quiz(&self, question: &str) -> Result<MessageId, Refusal> {
        let option = |text: &str| json!({ "text": text, "voter_count": 0 });
        let quiz = json!({ "poll": {
            "id": "5000000000000000001", "type": "quiz", "question": question,
            "options": [option("Ja"), option("Nee")], "total_voter_count": 0, "is_closed": false,
            "is_anonymous": true, "allows_multiple_answers": false,
        }});
        self.sends_other(quiz.as_object().cloned().unwrap_or_default())
    }

    /// Sends a kind of message that the stand-in does not know: the fields are taken as they are.
    pub fn sends_other(&self, fields: Map<String, Value>) -> Result<MessageId, Refusal> {
        self.posts(Content::Other(fields))
    }

    fn keeps_file(&self, name: &str, mime_type: &str, bytes: &[u8]) -> String {
        let file =
            StoredFile { name: name.to_owned(), mime_type: mime_type.to_owned(), bytes: bytes.to_vec(), duration: 7 };
        self.telegram().with(|state| state.files.keep(file))
    }
}
