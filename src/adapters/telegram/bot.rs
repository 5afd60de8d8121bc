//! One call to the Bot API: made once, within a time, and sorted by what is known afterwards.

use std::error::Error;
use std::sync::Arc;
use std::time::Duration;

use reqwest::header::DATE;
use reqwest::multipart::Form;
use reqwest::{Client, RequestBuilder, Url, redirect};
use secrecy::{ExposeSecret, SecretString};
use serde::Serialize;
use serde_json::value::RawValue;
use teloxide::requests::Payload;

use super::answer::{self, CallError};
use super::setup::SetupError;
use crate::domain::text::display_name;

/// The longest reason that is repeated in logs, in UTF-16 units.
const REASON_LIMIT: usize = 200;

/// How long a call may take.
#[derive(Clone, Copy, Debug)]
pub struct Patience {
    /// Until there is a connection.
    pub connect: Duration,
    /// Until an ordinary call is answered.
    pub send: Duration,
    /// How long Telegram may hold a question for updates open when there are none. More than 50 s is not granted.
    pub poll: Duration,
}

impl Default for Patience {
    fn default() -> Self {
        Self { connect: Duration::from_secs(5), send: Duration::from_secs(15), poll: Duration::from_secs(50) }
    }
}

/// Our line to the Bot API. Cheap to clone; never shows the token.
#[derive(Clone, Debug)]
pub struct Bot {
    line: Arc<Line>,
}

#[derive(Debug)]
struct Line {
    http: Client,
    api: String,
    token: SecretString,
    patience: Patience,
}

impl Bot {
    /// A line to the Bot API at `api_url`, as the bot that `token` belongs to. Nothing is sent yet.
    pub fn new(api_url: &str, token: SecretString, patience: Patience) -> Result<Self, SetupError> {
        let is_web = Url::parse(api_url).is_ok_and(|url| matches!(url.scheme(), "http" | "https"));
        if !is_web {
            return Err(SetupError::WrongAddress);
        }
        if !looks_like_a_token(token.expose_secret()) {
            return Err(SetupError::WrongToken);
        }
        let http = Client::builder()
            .connect_timeout(patience.connect)
            // The address holds the token: it goes nowhere but where the operator said.
            .redirect(redirect::Policy::none())
            .referer(false)
            .build()
            .map_err(|error| SetupError::Failed(error.without_url().to_string()))?;
        let api = api_url.trim_end_matches('/').to_owned();
        Ok(Self { line: Arc::new(Line { http, api, token, patience }) })
    }

    /// How long Telegram may hold a question for updates open.
    pub(super) fn poll_time(&self) -> Duration {
        self.line.patience.poll
    }

    /// How long an ordinary call may take.
    pub(super) fn send_time(&self) -> Duration {
        self.line.patience.send
    }

    /// Calls a method of the Bot API and returns its result as it came.
    pub(super) async fn call<P: Payload + Serialize + Sync>(&self, payload: &P) -> Result<Box<RawValue>, CallError> {
        self.call_named(P::NAME, payload, self.line.patience.send).await
    }

    /// Calls a method that may take as long as `within`.
    pub(super) async fn call_named(
        &self,
        method: &str,
        payload: &(impl Serialize + Sync),
        within: Duration,
    ) -> Result<Box<RawValue>, CallError> {
        self.ask(self.post(method).json(payload), within).await
    }

    /// Calls a method with a file in it.
    pub(super) async fn upload(&self, method: &str, form: Form) -> Result<Box<RawValue>, CallError> {
        self.ask(self.post(method).multipart(form), self.line.patience.send).await
    }

    /// Reads a file from where the Bot API said it lies; `None` when it is larger than `most` bytes.
    ///
    /// The address holds the token, and the path comes from outside: only what stays below the bot's files is asked for.
    pub(super) async fn download(&self, path: &str, most: usize) -> Result<Option<Vec<u8>>, CallError> {
        let is_plain = path.split('/').all(|part| !part.is_empty() && !part.starts_with('.'));
        if !is_plain || path.contains(['?', '#', '\\', '%']) {
            return Err(CallError::NotSent("the file lies nowhere".to_owned()));
        }
        let url = format!("{}/file/bot{}/{path}", self.line.api, self.line.token.expose_secret());
        let request = self.line.http.get(url).timeout(self.line.patience.send);
        let mut response = request.send().await.map_err(|error| self.not_answered(error))?;
        if !response.status().is_success() {
            return Err(CallError::NotSent(format!("the file is not handed out: {}", response.status())));
        }
        let mut bytes = Vec::new();
        while let Some(chunk) = response.chunk().await.map_err(|error| self.not_answered(error))? {
            if bytes.len() + chunk.len() > most {
                return Ok(None);
            }
            bytes.extend_from_slice(&chunk);
        }
        Ok(Some(bytes))
    }

    /// The time of day where the Bot API is, as the header of an answer says it; `None` when there is none.
    pub(super) async fn date(&self) -> Result<Option<String>, CallError> {
        let request = self.post("GetMe").timeout(self.line.patience.send);
        let response = request.send().await.map_err(|error| self.not_answered(error))?;
        Ok(response.headers().get(DATE).and_then(|date| date.to_str().ok()).map(str::to_owned))
    }

    fn post(&self, method: &str) -> RequestBuilder {
        self.line.http.post(format!("{}/bot{}/{method}", self.line.api, self.line.token.expose_secret()))
    }

    async fn ask(&self, request: RequestBuilder, within: Duration) -> Result<Box<RawValue>, CallError> {
        let response = request.timeout(within).send().await.map_err(|error| self.not_answered(error))?;
        let status = response.status();
        let body = response.bytes().await.map_err(|error| self.not_answered(error))?;
        answer::read(status, &String::from_utf8_lossy(&body))
            .map_err(|error| error.retell(|words| self.fit_to_show(words)))
    }

    /// Without a connection nothing can have arrived; after that, nobody knows.
    fn not_answered(&self, error: reqwest::Error) -> CallError {
        let error = error.without_url();
        let never_left = error.is_connect() || error.is_builder();
        let words = self.fit_to_show(&in_one_line(&error));
        if never_left { CallError::NotSent(words) } else { CallError::Lost(words) }
    }

    /// What others say may repeat the address we called, and be as long as a web page. Hidden first, so that no cut
    /// goes through the token.
    fn fit_to_show(&self, words: &str) -> String {
        let hidden = words.replace(self.line.token.expose_secret(), "<token>");
        display_name(&hidden, REASON_LIMIT, "without a reason")
    }
}

/// Only what cannot change the address it is put into.
fn looks_like_a_token(token: &str) -> bool {
    !token.is_empty() && token.chars().all(|letter| letter.is_ascii_alphanumeric() || matches!(letter, ':' | '_' | '-'))
}

/// An error with its causes: "error sending request" alone helps nobody.
fn in_one_line(error: &(dyn Error + 'static)) -> String {
    let causes = std::iter::successors(Some(error), |error| Error::source(*error));
    causes.map(ToString::to_string).collect::<Vec<_>>().join(": ")
}
