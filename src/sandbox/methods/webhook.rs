//! Setting, removing and inspecting the webhook.

use serde_json::{Value, json};

use super::Answer;
use crate::sandbox::change::Change;
use crate::sandbox::error::ApiError;
use crate::sandbox::params::Params;
use crate::sandbox::state::State;
use crate::sandbox::webhook::Webhook;

/// `setWebhook`. An address on this machine without TLS is fine here, unlike for real.
pub(super) fn set(state: &mut State, params: &Params) -> Answer {
    let url = params.text_or_empty("url");
    let secret = params.text("secret_token").filter(|secret| !secret.is_empty());
    let is_allowed = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-';
    if secret.as_ref().is_some_and(|secret| !secret.chars().all(is_allowed)) {
        return Err(ApiError::bad("secret token contains unallowed characters"));
    }
    if secret.as_ref().is_some_and(|secret| secret.len() > 256) {
        return Err(ApiError::bad("secret token is too long"));
    }
    if !url.is_empty() && reqwest::Url::parse(&url).is_err() {
        return Err(ApiError::bad("invalid webhook URL specified"));
    }
    let connections = params.integer("max_connections").unwrap_or(40).clamp(1, 100);
    state.set_allowed_updates(params)?;
    if params.flag("drop_pending_updates") {
        state.updates.drop_all();
    }
    let max_connections = usize::try_from(connections).unwrap_or(40);
    state.webhook = (!url.is_empty()).then(|| Webhook::new(url, secret, max_connections));
    // Whoever polls at this moment is turned away.
    state.newest_poll += 1;
    state.changes.push(Change::Bot);
    Ok(json!(true))
}

/// `deleteWebhook`.
pub(super) fn delete(state: &mut State, params: &Params) -> Value {
    if params.flag("drop_pending_updates") {
        state.updates.drop_all();
    }
    state.webhook = None;
    state.changes.push(Change::Bot);
    json!(true)
}

/// `getWebhookInfo`.
pub(super) fn info(state: &State) -> Value {
    let mut info = json!({
        "url": "", "has_custom_certificate": false, "pending_update_count": state.updates.len(),
    });
    let Some(fields) = info.as_object_mut() else {
        return info;
    };
    if let Some(allowed) = state.updates.allowed.as_ref().filter(|allowed| !allowed.is_empty()) {
        fields.insert("allowed_updates".to_owned(), json!(allowed));
    }
    if let Some(webhook) = &state.webhook {
        fields.insert("url".to_owned(), json!(webhook.url));
        fields.insert("max_connections".to_owned(), json!(webhook.max_connections));
        if let Some((date, message)) = &webhook.last_error {
            fields.insert("last_error_date".to_owned(), json!(date));
            fields.insert("last_error_message".to_owned(), json!(message));
        }
    }
    info
}
