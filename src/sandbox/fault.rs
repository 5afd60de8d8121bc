//! Misfortunes on request: what the Bot API, or the line to it, does wrong next.

use std::collections::VecDeque;
use std::time::Duration;

use rand::rngs::SmallRng;
use rand::{RngExt, SeedableRng};

use super::id::ChatId;

/// What goes wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Misfortune {
    /// 429 with this many seconds; the chat of the call stays frozen so long.
    RetryAfter(u64),
    /// 500 with a JSON body. The call is not carried out.
    InternalError,
    /// 502 with a JSON body. The call is not carried out.
    BadGateway,
    /// 502 with an HTML page, as a proxy sends it. The call is not carried out.
    HtmlPage,
    /// 200 with half a JSON body. The call *is* carried out.
    BrokenJson,
    /// The line is cut before the call is looked at.
    ConnectionReset,
    /// The call is carried out, then the line is cut: the bot cannot know.
    AnswerLost,
    /// The call is carried out; its answer comes late.
    SlowAnswer(Duration),
    /// 400 message thread not found.
    ThreadNotFound,
    /// 400 `TOPIC_DELETED`, the other answer that a deleted topic can give.
    TopicDeleted,
    /// 403 bot was blocked by the user.
    Blocked,
    /// 400 with the new number of a group that became a supergroup.
    Migrated(ChatId),
}

/// When something goes wrong.
#[derive(Clone, Debug)]
pub struct Fault {
    pub(crate) misfortune: Misfortune,
    method: String,
    chat: Option<ChatId>,
    times: u64,
    after: u64,
    percent: u32,
}

impl Fault {
    /// Once, at the next call of any method but `getUpdates`.
    pub fn new(misfortune: Misfortune) -> Self {
        Self { misfortune, method: "*".to_owned(), chat: None, times: 1, after: 0, percent: 100 }
    }

    /// Only at this method; `send*` means all that begin so.
    #[must_use]
    pub fn at(mut self, method: &str) -> Self {
        self.method = method.to_ascii_lowercase();
        self
    }

    /// Only at calls for this chat.
    #[must_use]
    pub fn in_chat(mut self, chat: impl Into<ChatId>) -> Self {
        self.chat = Some(chat.into());
        self
    }

    /// So many times instead of once.
    #[must_use]
    pub fn times(mut self, times: u64) -> Self {
        self.times = times;
        self
    }

    /// Lets so many fitting calls pass first.
    #[must_use]
    pub fn after(mut self, calls: u64) -> Self {
        self.after = calls;
        self
    }

    /// Strikes at so many of a hundred fitting calls, drawn by the seed of the stand-in.
    #[must_use]
    pub fn percent(mut self, percent: u32) -> Self {
        self.percent = percent;
        self
    }

    fn fits(&self, method: &str, chat: Option<ChatId>) -> bool {
        let fits_method = match self.method.strip_suffix('*') {
            Some("") => method != "getupdates",
            Some(start) => method.starts_with(start),
            None => method == self.method,
        };
        fits_method && (self.chat.is_none() || self.chat == chat)
    }
}

/// The misfortunes that are still to come.
#[derive(Debug)]
pub(crate) struct Faults {
    queue: VecDeque<Fault>,
    dice: SmallRng,
}

impl Default for Faults {
    fn default() -> Self {
        Self { queue: VecDeque::new(), dice: SmallRng::seed_from_u64(0) }
    }
}

impl Faults {
    pub(crate) fn add(&mut self, fault: Fault) {
        self.queue.push_back(fault);
    }

    /// How many are still to come.
    pub(crate) fn coming(&self) -> usize {
        self.queue.len()
    }

    pub(crate) fn clear(&mut self) {
        self.queue.clear();
    }

    pub(crate) fn seed(&mut self, seed: u64) {
        self.dice = SmallRng::seed_from_u64(seed);
    }

    /// What strikes this call, if anything does. Method names come in lower case.
    pub(crate) fn strike(&mut self, method: &str, chat: Option<ChatId>) -> Option<Misfortune> {
        for fault in &mut self.queue {
            if fault.times == 0 || !fault.fits(method, chat) {
                continue;
            }
            if fault.after > 0 {
                fault.after -= 1;
            } else if self.dice.random_range(0..100) < fault.percent {
                fault.times -= 1;
                let misfortune = fault.misfortune.clone();
                self.queue.retain(|fault| fault.times > 0);
                return Some(misfortune);
            }
        }
        None
    }
}
