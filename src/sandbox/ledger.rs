//! The ledger: what the bot asked for and what became of it, written down independently of the state.

use serde::Serialize;

use super::id::{ChatId, MessageId, ThreadId};

/// One call of the Bot API.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Call {
    /// Counts all calls from 1.
    pub number: usize,
    /// When, on the stand-in's clock.
    pub at_ms: u64,
    /// As the bot spelled it.
    pub method: String,
    /// The chat it was for.
    pub chat: Option<ChatId>,
    /// The topic it named.
    pub thread: Option<ThreadId>,
    /// The messages it made, changed or removed.
    pub messages: Vec<MessageId>,
    /// The text, caption or name it carried, as sent.
    pub text: Option<String>,
    /// Why it was refused.
    pub error: Option<CallError>,
    /// Whether the bot was told; false when the answer was lost or came out broken.
    pub answered: bool,
}

/// A refusal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CallError {
    /// The HTTP status; 499 when the line was cut before the call was looked at.
    pub code: u16,
    /// The description.
    pub description: String,
}

impl Call {
    /// Was it carried out?
    pub fn is_accepted(&self) -> bool {
        self.error.is_none()
    }
}

/// All calls but `getUpdates`, in order.
#[derive(Clone, Debug, Default)]
pub struct Ledger {
    /// The calls.
    pub calls: Vec<Call>,
    /// Calls made before a `retry_after` was over.
    pub violations: usize,
}

impl Ledger {
    /// Calls that were carried out.
    pub fn accepted(&self) -> impl Iterator<Item = &Call> {
        self.calls.iter().filter(|call| call.is_accepted())
    }

    /// Texts that appeared in a chat, in order, repeats included.
    pub fn texts_sent_to(&self, chat: impl Into<ChatId>) -> Vec<&str> {
        let chat = Some(chat.into());
        self.accepted()
            .filter(|call| call.chat == chat && call.method.to_ascii_lowercase().starts_with("send"))
            .filter_map(|call| call.text.as_deref())
            .collect()
    }

    /// What was asked in one chat since the ledger had this many calls.
    pub fn since(&self, calls: usize, chat: ChatId) -> impl Iterator<Item = &Call> {
        self.calls.iter().skip(calls).filter(move |call| call.chat == Some(chat))
    }

    pub(crate) fn write(&mut self, call: Call) {
        let number = self.calls.len() + 1;
        self.calls.push(Call { number, ..call });
    }
}
