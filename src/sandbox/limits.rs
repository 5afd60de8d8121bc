//! Telegram's brakes: how fast a bot may write before it is told to wait.

use std::collections::{HashMap, VecDeque};

use super::id::ChatId;

/// How much a bot may write. The real figures are unpublished; these are the ones people live by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Messages that a private chat takes at once after a rest.
    pub private_burst: u64,
    /// After that, one message per so many milliseconds.
    pub private_interval_ms: u64,
    /// Sends, edits and new topics in one group, in any sixty seconds.
    pub group_per_minute: usize,
    /// Messages over all chats, in any second.
    pub overall_per_second: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { private_burst: 5, private_interval_ms: 1_000, group_per_minute: 20, overall_per_second: 30 }
    }
}

/// What a wait applies to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Scope {
    Chat(ChatId),
    Everything,
}

/// Counts what was sent.
#[derive(Debug, Default)]
pub(crate) struct Limiter {
    pub(crate) limits: Option<Limits>,
    /// When the private chat has worked off what was sent to it.
    rested_at: HashMap<ChatId, u64>,
    sent: HashMap<Scope, VecDeque<u64>>,
    frozen_until: HashMap<Scope, u64>,
}

impl Limiter {
    pub(crate) fn new(limits: Limits) -> Self {
        Self { limits: Some(limits), ..Self::default() }
    }

    /// From now on everything in the scope is refused for so long.
    pub(crate) fn freeze(&mut self, scope: Scope, now_ms: u64, seconds: u64) {
        self.frozen_until.insert(scope, now_ms + seconds * 1_000);
    }

    /// For how many more seconds the bot has been told to leave this chat alone.
    pub(crate) fn still_frozen(&mut self, chat: ChatId, now_ms: u64) -> Option<u64> {
        let scopes = [Scope::Chat(chat), Scope::Everything];
        scopes.into_iter().find_map(|scope| self.left_ms(scope, now_ms)).map(whole_seconds)
    }

    /// Counts `cost` messages to a chat, or says how many seconds to wait.
    pub(crate) fn admit(&mut self, chat: ChatId, cost: usize, now_ms: u64) -> Result<(), u64> {
        let Some(limits) = self.limits else {
            return Ok(());
        };
        let (scope, wait_ms) = self.wait_ms(limits, chat, cost, now_ms);
        if wait_ms > 0 {
            let seconds = whole_seconds(wait_ms);
            self.freeze(scope, now_ms, seconds);
            return Err(seconds);
        }
        self.count(limits, chat, cost, now_ms);
        Ok(())
    }

    fn left_ms(&mut self, scope: Scope, now_ms: u64) -> Option<u64> {
        let until = *self.frozen_until.get(&scope)?;
        if until > now_ms {
            return Some(until - now_ms);
        }
        self.frozen_until.remove(&scope);
        None
    }

    fn wait_ms(&mut self, limits: Limits, chat: ChatId, cost: usize, now: u64) -> (Scope, u64) {
        let overall = self.window_wait(Scope::Everything, limits.overall_per_second, 1_000, cost, now);
        if overall > 0 {
            return (Scope::Everything, overall);
        }
        let scope = Scope::Chat(chat);
        if is_group(chat) {
            let wait = self.window_wait(scope, limits.group_per_minute, 60_000, cost, now);
            return (scope, wait);
        }
        let rested_at = self.rested_at.get(&chat).copied().unwrap_or(0).max(now);
        let after = rested_at + cost as u64 * limits.private_interval_ms;
        let allowed = now + limits.private_burst.max(cost as u64) * limits.private_interval_ms;
        (scope, after.saturating_sub(allowed))
    }

    fn window_wait(&mut self, scope: Scope, room: usize, span: u64, cost: usize, now: u64) -> u64 {
        let sent = self.sent.entry(scope).or_default();
        while sent.front().is_some_and(|at| at + span <= now) {
            sent.pop_front();
        }
        let too_many = (sent.len() + cost).saturating_sub(room).min(sent.len());
        let Some(last_in_the_way) = too_many.checked_sub(1).and_then(|at| sent.get(at)) else {
            return 0;
        };
        last_in_the_way + span - now
    }

    fn count(&mut self, limits: Limits, chat: ChatId, cost: usize, now_ms: u64) {
        let times = std::iter::repeat_n(now_ms, cost);
        let overall = self.sent.entry(Scope::Everything).or_default();
        overall.extend(times.clone());
        if is_group(chat) {
            self.sent.entry(Scope::Chat(chat)).or_default().extend(times);
        } else {
            let rested_at = self.rested_at.entry(chat).or_insert(now_ms);
            *rested_at = (*rested_at).max(now_ms) + cost as u64 * limits.private_interval_ms;
        }
    }
}

fn is_group(chat: ChatId) -> bool {
    chat.0 < 0
}

fn whole_seconds(ms: u64) -> u64 {
    ms.div_ceil(1_000).max(1)
}
