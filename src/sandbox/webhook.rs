//! Delivery by webhook: in order within a chat, side by side between chats, again until it succeeds.

use std::collections::HashSet;
use std::time::Duration;

use reqwest::header::RETRY_AFTER;
use serde_json::Value;
use tokio_util::sync::CancellationToken;

use super::change::Change;
use super::id::ChatId;
use super::state::State;
use super::telegram::Telegram;

/// The wait between attempts doubles up to this.
const LONGEST_WAIT_S: u64 = 60;
/// A server may ask for more time, but not for more than this.
const LONGEST_ASKED_S: u64 = 3_600;

/// Where updates are to be delivered.
#[derive(Debug)]
pub(crate) struct Webhook {
    pub(crate) url: String,
    pub(crate) secret: Option<String>,
    pub(crate) max_connections: usize,
    pub(crate) last_error: Option<(u64, String)>,
    /// Chats for which a delivery is under way.
    busy: HashSet<Option<ChatId>>,
}

impl Webhook {
    pub(crate) fn new(url: String, secret: Option<String>, max_connections: usize) -> Self {
        Self { url, secret, max_connections, last_error: None, busy: HashSet::new() }
    }
}

/// One update on its way.
#[derive(Clone)]
struct Errand {
    update: i64,
    chat: Option<ChatId>,
    body: Value,
    url: String,
    secret: Option<String>,
}

impl State {
    /// The first update of every chat that has no delivery under way.
    fn take_errands(&mut self) -> Vec<Errand> {
        let now = self.clock.now_s();
        self.updates.forget_expired(now);
        let Some(webhook) = &mut self.webhook else {
            return Vec::new();
        };
        let mut errands = Vec::new();
        for update in self.updates.waiting() {
            if webhook.busy.len() >= webhook.max_connections {
                break;
            }
            if webhook.busy.insert(update.chat) {
                errands.push(Errand {
                    update: update.id,
                    chat: update.chat,
                    body: update.body.clone(),
                    url: webhook.url.clone(),
                    secret: webhook.secret.clone(),
                });
            }
        }
        errands
    }

    /// Is this errand still wanted?
    fn still_wants(&self, errand: &Errand) -> bool {
        let same_address = self.webhook.as_ref().is_some_and(|webhook| webhook.url == errand.url);
        same_address && self.updates.waiting().any(|update| update.id == errand.update)
    }

    fn errand_over(&mut self, errand: &Errand, delivered: bool) {
        if delivered {
            self.updates.confirm_one(errand.update);
        }
        if let Some(webhook) = &mut self.webhook {
            webhook.busy.remove(&errand.chat);
        }
        self.changes.push(Change::Updates);
    }

    fn errand_failed(&mut self, reason: String) {
        let now = self.clock.now_s();
        if let Some(webhook) = &mut self.webhook {
            webhook.last_error = Some((now, reason));
        }
        self.changes.push(Change::Bot);
    }
}

/// Delivers updates for as long as the server runs.
pub(crate) async fn deliver_all(telegram: Telegram, stop: CancellationToken) {
    let Ok(client) = reqwest::Client::builder().no_proxy().timeout(Duration::from_mins(1)).build() else {
        return;
    };
    let mut changes = telegram.subscribe();
    loop {
        for errand in telegram.with(State::take_errands) {
            tokio::spawn(deliver(telegram.clone(), client.clone(), errand, stop.clone()));
        }
        tokio::select! {
            _ = changes.recv() => {}
            () = stop.cancelled() => return,
        }
    }
}

async fn deliver(telegram: Telegram, client: reqwest::Client, errand: Errand, stop: CancellationToken) {
    let mut failures = 0_u32;
    while telegram.read(|state| state.still_wants(&errand)) {
        let (reason, asked_wait) = match attempt(&client, &errand).await {
            Ok(()) => {
                telegram.with(|state| state.errand_over(&errand, true));
                return;
            }
            Err(failure) => failure,
        };
        telegram.with(|state| state.errand_failed(reason));
        // The first repeat comes at once, as from the real service.
        let own_wait = if failures == 0 { 0 } else { 2_u64.saturating_pow(failures).min(LONGEST_WAIT_S) };
        failures += 1;
        let wait = Duration::from_secs(asked_wait.unwrap_or(own_wait).min(LONGEST_ASKED_S));
        tokio::select! {
            () = tokio::time::sleep(wait) => {}
            () = stop.cancelled() => break,
        }
    }
    telegram.with(|state| state.errand_over(&errand, false));
}

/// One POST. A failure says why, and how long the server asked to be left alone.
async fn attempt(client: &reqwest::Client, errand: &Errand) -> Result<(), (String, Option<u64>)> {
    let mut request = client.post(&errand.url).json(&errand.body);
    if let Some(secret) = &errand.secret {
        request = request.header("X-Telegram-Bot-Api-Secret-Token", secret);
    }
    let response = request.send().await.map_err(|_| ("Connection failed".to_owned(), None))?;
    let status = response.status();
    if status.is_success() {
        return Ok(());
    }
    let asked = response.headers().get(RETRY_AFTER);
    let asked = asked.and_then(|value| value.to_str().ok()?.parse().ok());
    Err((format!("Wrong response from the webhook: {status}"), asked))
}
