//! Fetching updates by asking again and again (long polling).
//!
//! Asking for what comes next tells Telegram to forget what came before. So [`Poller::next`] is called only when the
//! updates of the last call are safely stored.

use std::time::Duration;

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use super::answer::CallError;
use super::bot::Bot;

/// The most updates at once; Telegram gives no more.
const MOST: u8 = 100;
/// What we want to hear of. Without a list Telegram leaves out who joins or leaves a group.
pub(super) const WANTED: [&str; 5] = ["message", "edited_message", "callback_query", "my_chat_member", "chat_member"];
/// The answer may take this much longer than Telegram was asked to hold the question open.
const ON_THE_WAY: Duration = Duration::from_secs(10);

/// Why there are no updates.
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error)]
pub enum PollError {
    /// Telegram does not know our token. Asking again won't help.
    #[error("Telegram does not know this token: copy it again from @BotFather into TELOXIDE_TOKEN")]
    WrongToken,
    /// Somebody else fetches our updates: another copy of this program, or a webhook that is set.
    #[error("somebody else receives this bot's updates: {0}")]
    Conflict(String),
    /// It may work in a moment: no network, or Telegram is not well.
    #[error("no updates for now: {0}")]
    Failed(String),
    /// Not before this much time has passed.
    #[error("asked to wait {0:?}")]
    Wait(Duration),
}

impl From<CallError> for PollError {
    fn from(error: CallError) -> Self {
        match error {
            error if error.is_about_the_token() => Self::WrongToken,
            CallError::Refused { code: 409, description } => Self::Conflict(description),
            CallError::Refused { code, description } => Self::Failed(format!("HTTP {code}: {description}")),
            CallError::NotSent(words) | CallError::Lost(words) | CallError::Unwell(words) => Self::Failed(words),
            CallError::Wait(time) => Self::Wait(time),
            CallError::Moved(_) => Self::Failed("an answer about a group that moved".to_owned()),
        }
    }
}

/// Our own words for `getUpdates`: teloxide's cannot count as far as Telegram does.
#[derive(Serialize)]
struct GetUpdates {
    #[serde(skip_serializing_if = "Option::is_none")]
    offset: Option<i64>,
    limit: u8,
    timeout: u64,
    allowed_updates: [&'static str; 5],
}

#[derive(Deserialize)]
struct Numbered {
    update_id: i64,
}

/// Fetches updates, in order.
#[derive(Debug)]
pub struct Poller {
    bot: Bot,
    /// The number behind the last update that was handed over; Telegram is not yet told.
    ///
    /// Told once, it is forgotten: after a week of silence the numbers begin anew, perhaps lower.
    handed_over: Option<i64>,
}

impl Poller {
    /// Fetches the updates of `bot`, from the oldest that was never confirmed.
    pub fn new(bot: Bot) -> Self {
        Self { bot, handed_over: None }
    }

    /// The next updates, each as its JSON; none when nothing happened for a while.
    ///
    /// Confirms those of the last call: call it only when they are stored. After an error nothing is lost, and
    /// when to ask again is the caller's to decide. May be cancelled at any time.
    pub async fn next(&mut self) -> Result<Vec<String>, PollError> {
        let hold = self.bot.poll_time();
        let payload =
            GetUpdates { offset: self.handed_over, limit: MOST, timeout: hold.as_secs(), allowed_updates: WANTED };
        let result = self.bot.call_named("GetUpdates", &payload, hold + ON_THE_WAY).await?;
        // Each update stays as it came: one that cannot be read must not cost the others.
        let updates: Vec<&RawValue> =
            serde_json::from_str(result.get()).map_err(|_| PollError::Failed("the answer is no list".to_owned()))?;
        let last = updates.iter().filter_map(|update| number(update)).max();
        if last.is_none() && !updates.is_empty() {
            return Err(PollError::Failed("updates without numbers".to_owned()));
        }
        self.handed_over = last.map(|last| last.saturating_add(1));
        Ok(updates.into_iter().map(|update| update.get().to_owned()).collect())
    }
}

fn number(update: &RawValue) -> Option<i64> {
    serde_json::from_str::<Numbered>(update.get()).ok().map(|numbered| numbered.update_id)
}
