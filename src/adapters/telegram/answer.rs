//! What the Bot API answered, read without trust: proxies and half-started servers answer too.

use std::time::Duration;

use reqwest::StatusCode;
use serde::Deserialize;
use serde_json::Value;
use serde_json::value::RawValue;

use crate::domain::ids::ChatId;

/// How long to wait when Telegram asks to, without saying how long.
const UNSAID_WAIT: Duration = Duration::from_secs(5);

/// Why a call brought no result.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) enum CallError {
    /// It certainly did not arrive.
    NotSent(String),
    /// It may or may not have been done.
    Lost(String),
    /// Telegram, or a proxy before it, stumbled: most likely it was not done.
    Unwell(String),
    /// It was not done: not before this much time.
    Wait(Duration),
    /// It was not done: the group has a new id.
    Moved(ChatId),
    /// It was not done.
    Refused {
        /// The status, e.g. 400.
        code: i64,
        /// Telegram's words.
        description: String,
    },
}

impl CallError {
    /// The same with its words changed by `retell`.
    pub(super) fn retell(self, retell: impl FnOnce(&str) -> String) -> Self {
        match self {
            Self::NotSent(words) => Self::NotSent(retell(&words)),
            Self::Lost(words) => Self::Lost(retell(&words)),
            Self::Unwell(words) => Self::Unwell(retell(&words)),
            Self::Refused { code, description } => Self::Refused { code, description: retell(&description) },
            same @ (Self::Wait(_) | Self::Moved(_)) => same,
        }
    }

    /// Is it the token that Telegram does not know?
    pub(super) fn is_about_the_token(&self) -> bool {
        match self {
            Self::Refused { code: 401, .. } => true,
            // An unknown method is a 404 too, with more words.
            Self::Refused { code: 404, description } => description == "Not Found",
            _ => false,
        }
    }
}

#[derive(Deserialize)]
struct Answer<'a> {
    #[serde(default)]
    ok: bool,
    #[serde(borrow)]
    result: Option<&'a RawValue>,
    error_code: Option<i64>,
    description: Option<String>,
    #[serde(default)]
    parameters: Value,
}

/// The result in `body`, or why there is none.
pub(super) fn read(status: StatusCode, body: &str) -> Result<Box<RawValue>, CallError> {
    match serde_json::from_str::<Answer<'_>>(body) {
        Ok(Answer { ok: true, result: Some(result), .. }) => Ok(result.to_owned()),
        Ok(Answer { ok: false, error_code: Some(code), description, parameters, .. }) => {
            Err(refusal(code, description.unwrap_or_default(), &parameters))
        }
        _ if status == StatusCode::TOO_MANY_REQUESTS => Err(CallError::Wait(UNSAID_WAIT)),
        _ if status.is_server_error() => Err(CallError::Unwell(format!("HTTP {}", status.as_u16()))),
        _ => Err(CallError::Lost(format!("HTTP {}, and no answer that can be read", status.as_u16()))),
    }
}

fn refusal(code: i64, description: String, parameters: &Value) -> CallError {
    if let Some(chat) = parameters.get("migrate_to_chat_id").and_then(Value::as_i64) {
        return CallError::Moved(ChatId(chat));
    }
    match code {
        429 => {
            let seconds = parameters.get("retry_after").and_then(Value::as_u64);
            CallError::Wait(seconds.map_or(UNSAID_WAIT, Duration::from_secs))
        }
        500.. => CallError::Unwell(format!("HTTP {code}: {description}")),
        _ => CallError::Refused { code, description },
    }
}
