//! Callback queries: buttons that were tapped and wait for the bot's answer.

use std::collections::BTreeMap;

use super::id::{ChatId, PersonId};

/// How long a tapped button turns before the app gives up.
pub(crate) const ANSWER_WITHIN_S: u64 = 60;

/// What the bot answered to a tapped button.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct Answer {
    /// The note that pops up, if any.
    pub text: String,
    /// Whether the note has to be dismissed.
    pub show_alert: bool,
    /// A page to open, if any.
    pub url: String,
}

/// One tapped button.
#[derive(Clone, Debug)]
pub(crate) struct Query {
    pub(crate) from: PersonId,
    pub(crate) chat: ChatId,
    pub(crate) asked_at: u64,
    pub(crate) answer: Option<Answer>,
}

/// All of them.
#[derive(Debug, Default)]
pub(crate) struct Queries {
    by_id: BTreeMap<u64, Query>,
}

impl Queries {
    pub(crate) fn ask(&mut self, query: Query) -> String {
        let id = 430_000_000_000_000_001 + self.by_id.len() as u64;
        self.by_id.insert(id, query);
        id.to_string()
    }

    pub(crate) fn get(&self, id: &str) -> Option<&Query> {
        self.by_id.get(&id.parse().ok()?)
    }

    pub(crate) fn get_mut(&mut self, id: &str) -> Option<&mut Query> {
        self.by_id.get_mut(&id.parse().ok()?)
    }

    /// The newest ones, newest first.
    pub(crate) fn newest(&self, count: usize) -> impl Iterator<Item = (String, &Query)> {
        let newest_first = self.by_id.iter().rev().take(count);
        newest_first.map(|(id, query)| (id.to_string(), query))
    }
}
