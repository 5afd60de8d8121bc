//! What can go wrong: refusals of the Bot API towards the bot, and of the app towards a person.

use axum::http::StatusCode;
use serde_json::{Value, json};
use thiserror::Error;

use super::id::{ChatId, MessageId, PersonId, ThreadId};

/// A refusal as the Bot API words it. Clients match on these texts, so they are kept to the letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ApiError {
    pub(crate) status: StatusCode,
    pub(crate) description: String,
    pub(crate) retry_after: Option<u64>,
    pub(crate) migrate_to: Option<ChatId>,
}

impl ApiError {
    fn new(status: StatusCode, description: String) -> Self {
        Self { status, description, retry_after: None, migrate_to: None }
    }

    pub(crate) fn bad(reason: impl AsRef<str>) -> Self {
        let description = format!("Bad Request: {}", reason.as_ref());
        Self::new(StatusCode::BAD_REQUEST, description)
    }

    pub(crate) fn forbidden(reason: &str) -> Self {
        Self::new(StatusCode::FORBIDDEN, format!("Forbidden: {reason}"))
    }

    pub(crate) fn conflict(reason: &str) -> Self {
        Self::new(StatusCode::CONFLICT, format!("Conflict: {reason}"))
    }

    pub(crate) fn unauthorized() -> Self {
        Self::new(StatusCode::UNAUTHORIZED, "Unauthorized".to_owned())
    }

    pub(crate) fn no_such_method() -> Self {
        let description = "Not Found: method not found".to_owned();
        Self::new(StatusCode::NOT_FOUND, description)
    }

    pub(crate) fn server(status: StatusCode) -> Self {
        let reason = status.canonical_reason().unwrap_or("Server Error");
        Self::new(status, reason.to_owned())
    }

    /// Never sent: it stands in the ledger for a call that nobody looked at. 499 is what
    /// servers write down for a request that was closed before it was answered.
    pub(crate) fn line_cut() -> Self {
        let status = StatusCode::from_u16(499).unwrap_or(StatusCode::BAD_GATEWAY);
        Self::new(status, "connection reset".to_owned())
    }

    pub(crate) fn too_many_requests(retry_after: u64) -> Self {
        Self {
            retry_after: Some(retry_after),
            ..Self::new(StatusCode::TOO_MANY_REQUESTS, format!("Too Many Requests: retry after {retry_after}"))
        }
    }

    pub(crate) fn migrated(to: ChatId) -> Self {
        Self { migrate_to: Some(to), ..Self::bad("group chat was upgraded to a supergroup chat") }
    }

    pub(crate) fn body(&self) -> Value {
        let mut body = json!({
            "ok": false,
            "error_code": self.status.as_u16(),
            "description": self.description,
        });
        let parameters = match (self.retry_after, self.migrate_to) {
            (Some(seconds), _) => json!({ "retry_after": seconds }),
            (_, Some(chat)) => json!({ "migrate_to_chat_id": chat }),
            _ => return body,
        };
        if let Some(fields) = body.as_object_mut() {
            fields.insert("parameters".to_owned(), parameters);
        }
        body
    }
}

/// Why a person cannot do what was asked of them: their app would not let them either.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Refusal {
    /// Nobody has this number.
    #[error("there is no person {0}")]
    NoSuchPerson(PersonId),
    /// No chat has this number.
    #[error("there is no chat {0}")]
    NoSuchChat(ChatId),
    /// The topic never was, or is deleted.
    #[error("there is no topic {thread} in chat {chat}")]
    NoSuchTopic {
        /// The forum.
        chat: ChatId,
        /// The topic asked for.
        thread: ThreadId,
    },
    /// The message never was, or is deleted.
    #[error("there is no message {message} in chat {chat}")]
    NoSuchMessage {
        /// The chat.
        chat: ChatId,
        /// The message asked for.
        message: MessageId,
    },
    /// The message has no such button.
    #[error("there is no button {wanted:?} here, only {present:?}")]
    NoSuchButton {
        /// The text or data asked for.
        wanted: String,
        /// The texts of the buttons that are there.
        present: Vec<String>,
    },
    /// The person is not in the group.
    #[error("{person} is not a member of {chat}")]
    NotAMember {
        /// Who tried.
        person: PersonId,
        /// The group.
        chat: ChatId,
    },
    /// The topic is closed and the person is no administrator.
    #[error("the topic is closed")]
    TopicClosed,
    /// Only own messages can be edited, and only words.
    #[error("this message cannot be edited by this person")]
    CannotEdit,
    /// What was awaited did not come.
    #[error("waited {seconds} s in vain")]
    TimedOut {
        /// How long.
        seconds: u64,
    },
    /// A request of the page that makes no sense.
    #[error("{0}")]
    Senseless(String),
}
