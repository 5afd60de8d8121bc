//! The parameters of a call, however they were sent: as JSON, in the query, as a form or in parts.

use std::collections::HashMap;

use axum::body::{Bytes, to_bytes};
use axum::extract::{FromRequest, Multipart, Request};
use axum::http::header::CONTENT_TYPE;
use serde_json::{Map, Value, json};

use super::error::ApiError;
use super::id::{ChatId, MessageId, ThreadId};

/// The Bot API takes files up to 50 MB; the rest is room for the other parts.
pub(crate) const BODY_LIMIT: usize = 52 * 1024 * 1024;

/// A file that came with a call.
#[derive(Clone, Debug)]
pub(crate) struct Upload {
    pub(crate) name: String,
    pub(crate) mime_type: String,
    pub(crate) bytes: Bytes,
}

/// Named values, and files.
#[derive(Clone, Debug, Default)]
pub(crate) struct Params {
    values: Map<String, Value>,
    uploads: HashMap<String, Upload>,
}

impl Params {
    pub(crate) async fn read(request: Request) -> Result<Self, ApiError> {
        let mut params = Self::default();
        if let Some(query) = request.uri().query() {
            params.add_form(query);
        }
        let content_type = request.headers().get(CONTENT_TYPE);
        let content_type = content_type.and_then(|value| value.to_str().ok());
        let content_type = content_type.unwrap_or_default().to_ascii_lowercase();
        if content_type.starts_with("multipart/form-data") {
            params.add_parts(request).await?;
            return Ok(params);
        }
        let body = to_bytes(request.into_body(), BODY_LIMIT).await;
        let body = body.map_err(|_| ApiError::bad("request body is too big"))?;
        if content_type.starts_with("application/json") {
            params.add_json(&body)?;
        } else {
            params.add_form(&String::from_utf8_lossy(&body));
        }
        Ok(params)
    }

    fn add_form(&mut self, form: &str) {
        let Ok(url) = reqwest::Url::parse(&format!("http://form/?{form}")) else {
            return;
        };
        for (name, value) in url.query_pairs() {
            self.values.insert(name.into_owned(), json!(value));
        }
    }

    fn add_json(&mut self, body: &[u8]) -> Result<(), ApiError> {
        if body.is_empty() {
            return Ok(());
        }
        let values: Map<String, Value> =
            serde_json::from_slice(body).map_err(|_| ApiError::bad("can't parse request body as JSON object"))?;
        self.values.extend(values);
        Ok(())
    }

    async fn add_parts(&mut self, request: Request) -> Result<(), ApiError> {
        let broken = |_| ApiError::bad("can't parse multipart body");
        let mut parts =
            Multipart::from_request(request, &()).await.map_err(|_| ApiError::bad("can't parse multipart body"))?;
        while let Some(part) = parts.next_field().await.map_err(broken)? {
            let name = part.name().unwrap_or_default().to_owned();
            let Some(file_name) = part.file_name().map(ToOwned::to_owned) else {
                let text = part.text().await.map_err(broken)?;
                self.values.insert(name, json!(text));
                continue;
            };
            let mime_type = part.content_type().unwrap_or("application/octet-stream").to_owned();
            let bytes = part.bytes().await.map_err(broken)?;
            self.uploads.insert(name, Upload { name: file_name, mime_type, bytes });
        }
        Ok(())
    }

    /// Values of an object inside a parameter, read by the same rules, with the same files.
    pub(crate) fn within(&self, object: &Value) -> Self {
        Self { values: object.as_object().cloned().unwrap_or_default(), uploads: self.uploads.clone() }
    }

    pub(crate) fn text(&self, name: &str) -> Option<String> {
        match self.values.get(name)? {
            Value::String(text) => Some(text.clone()),
            Value::Null => None,
            other => Some(other.to_string()),
        }
    }

    pub(crate) fn text_or_empty(&self, name: &str) -> String {
        self.text(name).unwrap_or_default()
    }

    pub(crate) fn integer(&self, name: &str) -> Option<i64> {
        self.text(name)?.trim().parse().ok()
    }

    pub(crate) fn decimal(&self, name: &str) -> Option<f64> {
        self.text(name)?.trim().parse().ok()
    }

    pub(crate) fn flag(&self, name: &str) -> bool {
        self.text(name).is_some_and(|text| matches!(text.to_ascii_lowercase().as_str(), "true" | "1" | "yes"))
    }

    /// An object or array, sent as such or as a string that holds one.
    pub(crate) fn json(&self, name: &str) -> Result<Option<Value>, ApiError> {
        match self.values.get(name) {
            None | Some(Value::Null) => Ok(None),
            Some(Value::String(text)) if text.is_empty() => Ok(None),
            Some(Value::String(text)) => serde_json::from_str(text)
                .map(Some)
                .map_err(|_| ApiError::bad(format!("can't parse {} JSON object", name.replace('_', " ")))),
            Some(value) => Ok(Some(value.clone())),
        }
    }

    pub(crate) fn array(&self, name: &str) -> Result<Vec<Value>, ApiError> {
        match self.json(name)? {
            None => Ok(Vec::new()),
            Some(Value::Array(items)) => Ok(items),
            Some(_) => Err(ApiError::bad(format!("can't parse {name}: expected an Array"))),
        }
    }

    pub(crate) fn upload(&self, name: &str) -> Option<&Upload> {
        self.uploads.get(name)
    }

    pub(crate) fn chat(&self) -> Option<ChatId> {
        self.integer("chat_id").map(ChatId)
    }

    pub(crate) fn thread(&self) -> Option<ThreadId> {
        self.integer("message_thread_id").filter(|id| *id != 0).map(ThreadId)
    }

    pub(crate) fn message(&self) -> Option<MessageId> {
        self.integer("message_id").map(MessageId)
    }

    /// The ids of a call about several messages.
    pub(crate) fn messages(&self) -> Result<Vec<MessageId>, ApiError> {
        let ids = self.array("message_ids")?;
        let ids: Vec<MessageId> = ids.iter().filter_map(Value::as_i64).map(MessageId).collect();
        match ids.len() {
            0 => Err(ApiError::bad("message identifiers are not specified")),
            1..=100 => Ok(ids),
            _ => Err(ApiError::bad("too many message identifiers specified")),
        }
    }
}
