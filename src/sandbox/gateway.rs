//! Every call passes here: token, misfortunes, limits, the method itself, the ledger.

use std::time::Duration;

use axum::http::StatusCode;
use serde_json::{Value, json};
use tokio_util::sync::CancellationToken;

use super::change::Change;
use super::error::ApiError;
use super::fault::Misfortune;
use super::id::{ChatId, MessageId};
use super::ledger::{Call, CallError};
use super::limits::Scope;
use super::methods;
use super::params::Params;
use super::polling::get_updates;
use super::state::State;
use super::telegram::Telegram;

/// What goes back over the line.
#[derive(Debug)]
pub(crate) struct Reply {
    pub(crate) status: StatusCode,
    pub(crate) content_type: &'static str,
    pub(crate) body: String,
    /// The line is cut instead of answering.
    pub(crate) is_cut: bool,
    pub(crate) delay: Duration,
}

impl Reply {
    pub(crate) fn of(answer: &Result<Value, ApiError>) -> Self {
        let (status, body) = match answer {
            Ok(result) => (StatusCode::OK, json!({ "ok": true, "result": result })),
            Err(error) => (error.status, error.body()),
        };
        Self { status, content_type: "application/json", body: body.to_string(), is_cut: false, delay: Duration::ZERO }
    }

    fn spoiled_by(mut self, misfortune: Option<&Misfortune>) -> Self {
        match misfortune {
            Some(Misfortune::HtmlPage) => {
                self.content_type = "text/html";
                "<html><body><h1>502 Bad Gateway</h1></body></html>".clone_into(&mut self.body);
            }
            Some(Misfortune::BrokenJson) => {
                let half = self.body.chars().count() / 2;
                self.body = self.body.chars().take(half).collect();
            }
            Some(Misfortune::ConnectionReset | Misfortune::AnswerLost) => self.is_cut = true,
            Some(Misfortune::SlowAnswer(delay)) => self.delay = *delay,
            _ => {}
        }
        self
    }
}

/// Answers one call of a method.
pub(crate) async fn answer(
    telegram: &Telegram,
    token: &str,
    method: &str,
    params: Result<Params, ApiError>,
    stop: &CancellationToken,
) -> Reply {
    if telegram.token() != token {
        return Reply::of(&Err(ApiError::unauthorized()));
    }
    let params = match params {
        Ok(params) => params,
        Err(error) => return Reply::of(&Err(error)),
    };
    if !method.eq_ignore_ascii_case("getUpdates") {
        return telegram.with(|state| carry_out(state, method, &params));
    }
    let misfortune = telegram.with(|state| state.faults.strike("getupdates", None));
    let answer = match misfortune.as_ref().and_then(refusal) {
        Some(error) => Err(error),
        None => get_updates(telegram, &params, stop).await,
    };
    Reply::of(&answer).spoiled_by(misfortune.as_ref())
}

fn carry_out(state: &mut State, spelled: &str, params: &Params) -> Reply {
    let method = spelled.to_ascii_lowercase();
    let chat = params.chat();
    let cost = methods::cost(&method, chat, params);
    let frozen = chat.filter(|_| cost > 0).and_then(|chat| still_frozen(state, chat));
    let misfortune = match frozen {
        Some(_) => None,
        None => state.faults.strike(&method, chat),
    };
    if let (Some(Misfortune::RetryAfter(seconds)), Some(chat)) = (&misfortune, chat) {
        let now = state.clock.now_ms();
        state.limiter.freeze(Scope::Chat(chat), now, *seconds);
    }
    let answer = match frozen.or_else(|| misfortune.as_ref().and_then(refusal)) {
        Some(error) => Err(error),
        None => admit(state, chat, cost).and_then(|()| methods::run(state, &method, params)),
    };
    note(state, spelled, params, &answer, misfortune.as_ref());
    Reply::of(&answer).spoiled_by(misfortune.as_ref())
}

/// Was the bot told to wait, and does it call nevertheless?
fn still_frozen(state: &mut State, chat: ChatId) -> Option<ApiError> {
    let now = state.clock.now_ms();
    let seconds = state.limiter.still_frozen(chat, now)?;
    state.ledger.violations += 1;
    Some(ApiError::too_many_requests(seconds))
}

fn admit(state: &mut State, chat: Option<ChatId>, cost: usize) -> Result<(), ApiError> {
    let Some(chat) = chat.filter(|_| cost > 0) else {
        return Ok(());
    };
    let now = state.clock.now_ms();
    state.limiter.admit(chat, cost, now).map_err(ApiError::too_many_requests)
}

/// The refusal that a misfortune brings, if it keeps the call from being carried out.
fn refusal(misfortune: &Misfortune) -> Option<ApiError> {
    match misfortune {
        Misfortune::RetryAfter(seconds) => Some(ApiError::too_many_requests(*seconds)),
        Misfortune::InternalError => Some(ApiError::server(StatusCode::INTERNAL_SERVER_ERROR)),
        Misfortune::BadGateway | Misfortune::HtmlPage => Some(ApiError::server(StatusCode::BAD_GATEWAY)),
        Misfortune::ConnectionReset => Some(ApiError::line_cut()),
        Misfortune::ThreadNotFound => Some(ApiError::bad("message thread not found")),
        Misfortune::TopicDeleted => Some(ApiError::bad("TOPIC_DELETED")),
        Misfortune::Blocked => Some(ApiError::forbidden("bot was blocked by the user")),
        Misfortune::Migrated(chat) => Some(ApiError::migrated(*chat)),
        Misfortune::BrokenJson | Misfortune::AnswerLost | Misfortune::SlowAnswer(_) => None,
    }
}

/// Writes the call down.
fn note(
    state: &mut State,
    method: &str,
    params: &Params,
    answer: &Result<Value, ApiError>,
    misfortune: Option<&Misfortune>,
) {
    let error = answer
        .as_ref()
        .err()
        .map(|error| CallError { code: error.status.as_u16(), description: error.description.clone() });
    let lost = [Misfortune::ConnectionReset, Misfortune::AnswerLost, Misfortune::BrokenJson];
    let texts = ["text", "caption", "name"];
    state.ledger.write(Call {
        number: 0,
        at_ms: state.clock.now_ms(),
        method: method.to_owned(),
        chat: params.chat(),
        thread: params.thread(),
        messages: messages_of(params, answer),
        text: texts.iter().find_map(|name| params.text(name)),
        error,
        answered: misfortune.is_none_or(|misfortune| !lost.contains(misfortune)),
    });
    state.changes.push(Change::Calls);
}

/// The messages a call made; if it made none, those it was about.
fn messages_of(params: &Params, answer: &Result<Value, ApiError>) -> Vec<MessageId> {
    let id_of = |made: &Value| made.get("message_id")?.as_i64().map(MessageId);
    let made = match answer {
        Ok(Value::Array(made)) => made.iter().filter_map(id_of).collect(),
        Ok(made) => id_of(made).into_iter().collect(),
        Err(_) => Vec::new(),
    };
    if !made.is_empty() {
        return made;
    }
    params.message().map_or_else(|| params.messages().unwrap_or_default(), |id| vec![id])
}
