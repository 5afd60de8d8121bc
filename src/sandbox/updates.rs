//! The queue of updates: what the bot has yet to hear.

use std::collections::VecDeque;

use serde_json::{Map, Value, json};

use super::id::ChatId;

/// Telegram keeps an update for a day, counted from the message it is about.
const KEPT_FOR_S: u64 = 24 * 60 * 60;

/// Kinds a bot hears only if it asks for them by name.
const ONLY_ON_REQUEST: [&str; 3] = ["chat_member", "message_reaction", "message_reaction_count"];

/// An update that waits to be fetched or delivered.
#[derive(Clone, Debug)]
pub(crate) struct Update {
    pub(crate) id: i64,
    pub(crate) date: u64,
    /// Updates of one chat keep their order.
    pub(crate) chat: Option<ChatId>,
    pub(crate) body: Value,
    /// Delivered on purpose although it was confirmed before: survives until it is handed out again.
    is_repeat: bool,
}

/// Everything that waits.
#[derive(Debug)]
pub(crate) struct Updates {
    next_id: i64,
    waiting: VecDeque<Update>,
    /// The newest that left the queue, kept to be able to deliver it twice.
    history: VecDeque<Update>,
    /// None until the bot says what it wants; sticky after that.
    pub(crate) allowed: Option<Vec<String>>,
}

impl Default for Updates {
    fn default() -> Self {
        Self { next_id: 523_000_001, waiting: VecDeque::new(), history: VecDeque::new(), allowed: None }
    }
}

impl Updates {
    /// Queues an update of a kind, if the bot wants that kind; gives its number.
    pub(crate) fn push(&mut self, kind: &str, chat: Option<ChatId>, date: u64, value: Value) -> Option<i64> {
        let body = Map::from_iter([(kind.to_owned(), value)]);
        self.wants(kind).then(|| self.push_raw(chat, date, Value::Object(body)))
    }

    /// Queues whatever it is under the next number, and gives that.
    pub(crate) fn push_raw(&mut self, chat: Option<ChatId>, date: u64, mut body: Value) -> i64 {
        let id = self.next_id;
        self.next_id += 1;
        if let Some(fields) = body.as_object_mut() {
            fields.insert("update_id".to_owned(), json!(id));
        }
        self.waiting.push_back(Update { id, date, chat, body, is_repeat: false });
        id
    }

    fn wants(&self, kind: &str) -> bool {
        match &self.allowed {
            Some(allowed) if !allowed.is_empty() => allowed.iter().any(|name| name == kind),
            _ => !ONLY_ON_REQUEST.contains(&kind),
        }
    }

    /// Queues an update once more, under its own number.
    pub(crate) fn repeat(&mut self, id: i64) -> bool {
        let mut known = self.history.iter().chain(&self.waiting);
        let Some(mut update) = known.find(|update| update.id == id).cloned() else {
            return false;
        };
        update.is_repeat = true;
        self.waiting.push_front(update);
        true
    }

    /// Everything below the offset is received; a negative offset keeps only so many newest.
    pub(crate) fn confirm(&mut self, offset: i64) {
        let first_kept = if offset < 0 {
            let keep = usize::try_from(offset.unsigned_abs()).unwrap_or(usize::MAX);
            let skip = self.waiting.len().saturating_sub(keep);
            self.waiting.get(skip).map_or(0, |update| update.id)
        } else {
            offset
        };
        let (received, waiting) =
            self.waiting.drain(..).partition(|update| update.id < first_kept && !update.is_repeat);
        self.waiting = waiting;
        self.remember(received);
    }

    /// The oldest updates, for a poll.
    pub(crate) fn hand_out(&mut self, limit: usize) -> Vec<Value> {
        let oldest = self.waiting.iter_mut().take(limit);
        oldest
            .map(|update| {
                update.is_repeat = false;
                update.body.clone()
            })
            .collect()
    }

    /// One update is received.
    pub(crate) fn confirm_one(&mut self, id: i64) {
        if let Some(at) = self.waiting.iter().position(|update| update.id == id) {
            let received = self.waiting.remove(at).into_iter().collect();
            self.remember(received);
        }
    }

    fn remember(&mut self, received: VecDeque<Update>) {
        const REMEMBERED: usize = 1_000;
        self.history.extend(received);
        let surplus = self.history.len().saturating_sub(REMEMBERED);
        self.history.drain(..surplus);
    }

    pub(crate) fn drop_all(&mut self) {
        self.waiting.clear();
    }

    pub(crate) fn forget_expired(&mut self, now_s: u64) {
        self.waiting.retain(|update| update.date + KEPT_FOR_S > now_s);
    }

    pub(crate) fn waiting(&self) -> impl Iterator<Item = &Update> {
        self.waiting.iter()
    }

    pub(crate) fn len(&self) -> usize {
        self.waiting.len()
    }

    /// The newest update, waiting or not.
    pub(crate) fn newest_id(&self) -> Option<i64> {
        let newest = self.waiting.iter().chain(&self.history).map(|update| update.id);
        newest.max()
    }
}
