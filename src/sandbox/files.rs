//! Files: bytes under an id, to be fetched again by that id.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::message::MediaKind;
use super::picture;

/// The Bot API hands out files up to this size.
pub(crate) const DOWNLOAD_LIMIT: usize = 20 * 1024 * 1024;

/// A file that somebody sent.
#[derive(Clone, Debug)]
pub(crate) struct StoredFile {
    pub(crate) name: String,
    pub(crate) mime_type: String,
    pub(crate) bytes: Vec<u8>,
    /// Seconds, of what can be played.
    pub(crate) duration: u64,
}

/// All files.
#[derive(Debug, Default)]
pub(crate) struct Files {
    by_id: BTreeMap<String, StoredFile>,
}

impl Files {
    /// Keeps a file and gives it an id.
    pub(crate) fn keep(&mut self, file: StoredFile) -> String {
        let id = format!("SANDBOX-FILE-{:06}", self.by_id.len() + 1);
        self.by_id.insert(id.clone(), file);
        id
    }

    pub(crate) fn get(&self, id: &str) -> Option<&StoredFile> {
        self.by_id.get(id)
    }

    /// The last part of a download path is the id, with the name behind it.
    pub(crate) fn at_path(&self, path: &str) -> Option<&StoredFile> {
        let (_, file) = path.split_once('/')?;
        let (id, _) = file.split_once('.').unwrap_or((file, ""));
        self.by_id.get(id)
    }

    /// The `File` object.
    pub(crate) fn to_json(&self, id: &str) -> Option<Value> {
        let file = self.by_id.get(id)?;
        let ending = file.name.rsplit_once('.').map_or("bin", |(_, ending)| ending);
        let mut fields = identity(id, file);
        fields.insert("file_path".to_owned(), json!(format!("files/{id}.{ending}")));
        Some(Value::Object(fields))
    }

    /// The object in a message: `PhotoSize`s, `Document`, `Voice` and so on.
    pub(crate) fn media_json(&self, kind: MediaKind, id: &str) -> Value {
        let Some(file) = self.by_id.get(id) else {
            return Value::Null;
        };
        let mut fields = identity(id, file);
        let own = match kind {
            MediaKind::Photo => {
                let (width, height) = picture::size(&file.bytes).unwrap_or((1280, 960));
                json!({ "width": width, "height": height })
            }
            MediaKind::Document => json!({ "file_name": file.name, "mime_type": file.mime_type }),
            MediaKind::Voice => json!({ "duration": file.duration, "mime_type": file.mime_type }),
            MediaKind::Audio => json!({
                "duration": file.duration, "file_name": file.name, "mime_type": file.mime_type,
            }),
            MediaKind::Video | MediaKind::Animation => json!({
                "width": 1280, "height": 720, "duration": file.duration,
                "file_name": file.name, "mime_type": file.mime_type,
            }),
            MediaKind::VideoNote => json!({ "length": 240, "duration": file.duration }),
            MediaKind::Sticker => json!({
                "width": 512, "height": 512, "type": "regular",
                "is_animated": false, "is_video": false, "emoji": "👍",
            }),
        };
        if let Value::Object(own) = own {
            fields.extend(own);
        }
        if kind == MediaKind::Photo {
            return json!([fields]);
        }
        Value::Object(fields)
    }
}

fn identity(id: &str, file: &StoredFile) -> Map<String, Value> {
    let mut fields = Map::new();
    fields.insert("file_id".to_owned(), json!(id));
    fields.insert("file_unique_id".to_owned(), json!(id.replace("SANDBOX-FILE-", "AQAD")));
    fields.insert("file_size".to_owned(), json!(file.bytes.len()));
    fields
}
