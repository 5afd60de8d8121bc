//! `getUpdates`: waits until there is something to tell.

use std::time::Duration;

use serde_json::Value;
use tokio::time::Instant;
use tokio_util::sync::CancellationToken;

use super::change::Change;
use super::error::ApiError;
use super::params::Params;
use super::state::State;
use super::telegram::Telegram;

const LONGEST_POLL_S: u64 = 50;

impl State {
    /// Takes over from any poll that still waits, and confirms what the offset says was received.
    fn begin_poll(&mut self, params: &Params) -> Result<u64, ApiError> {
        if self.webhook.is_some() {
            return Err(ApiError::conflict(
                "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
            ));
        }
        self.set_allowed_updates(params)?;
        self.updates.confirm(params.integer("offset").unwrap_or(0));
        self.newest_poll += 1;
        self.changes.push(Change::Updates);
        Ok(self.newest_poll)
    }

    /// What there is to tell, or that another poll took over.
    fn poll(&mut self, turn: u64, limit: usize) -> Result<Vec<Value>, ApiError> {
        if self.webhook.is_some() {
            return Err(ApiError::conflict("terminated by setWebhook request"));
        }
        if self.newest_poll != turn {
            return Err(ApiError::conflict(
                "terminated by other getUpdates request; make sure that only one bot instance is running",
            ));
        }
        let now = self.clock.now_s();
        self.updates.forget_expired(now);
        Ok(self.updates.hand_out(limit))
    }

    /// Remembers which kinds of update the bot asks for; without the parameter all stays as it was.
    pub(crate) fn set_allowed_updates(&mut self, params: &Params) -> Result<(), ApiError> {
        if let Some(allowed) = params.json("allowed_updates")? {
            let names = allowed.as_array().into_iter().flatten().filter_map(Value::as_str);
            self.updates.allowed = Some(names.map(ToOwned::to_owned).collect());
        }
        Ok(())
    }
}

/// Carries out one `getUpdates` call.
pub(crate) async fn get_updates(
    telegram: &Telegram,
    params: &Params,
    stop: &CancellationToken,
) -> Result<Value, ApiError> {
    let limit = params.integer("limit").unwrap_or(100).clamp(1, 100);
    let limit = usize::try_from(limit).unwrap_or(100);
    let seconds = params.integer("timeout").and_then(|seconds| u64::try_from(seconds).ok());
    let seconds = seconds.unwrap_or(0).min(LONGEST_POLL_S);
    let deadline = Instant::now() + Duration::from_secs(seconds);
    let turn = telegram.with(|state| state.begin_poll(params))?;
    let mut changes = telegram.subscribe();
    loop {
        let batch = telegram.with(|state| state.poll(turn, limit))?;
        if !batch.is_empty() || Instant::now() >= deadline {
            return Ok(Value::Array(batch));
        }
        tokio::select! {
            _ = changes.recv() => {}
            () = tokio::time::sleep_until(deadline) => {}
            () = stop.cancelled() => return Ok(Value::Array(Vec::new())),
        }
    }
}
