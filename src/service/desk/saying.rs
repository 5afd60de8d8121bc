//! Answers to who asked something in a group: of no worth later, so they are given at once and not kept.

use super::OURS;
use crate::domain::delivery::{Operation, Topic};
use crate::domain::ids::{ChatId, PersonId, ThreadId};
use crate::domain::message::{Message, Rich};
use crate::ports::messenger::{Delivery, Destination};
use crate::ports::phrases::Value;
use crate::ports::store::StoreError;
use crate::service::house::House;

/// Who asked, and where.
pub(super) struct Asker<'a> {
    pub(super) chat: ChatId,
    pub(super) thread: Option<ThreadId>,
    pub(super) person: PersonId,
    /// By a button: then the answer is a notice that only they see.
    pub(super) tap: Option<&'a str>,
}

impl House {
    /// Says why something was not done and what to type instead: only to who asked, where that can be.
    pub(super) async fn answer(&self, asker: &Asker<'_>, key: &str, values: &[(&str, Value)]) {
        let text = self.shelf.current().phrases.say(OURS, key, values);
        match asker.tap {
            Some(tap) => self.answer_tap(tap, Some(&text)).await,
            None => self.answer_message(asker, &Message::new(Rich::plain(text))).await,
        }
    }

    /// Shows something only to who asked, where that can be.
    pub(super) async fn answer_message(&self, asker: &Asker<'_>, message: &Message) {
        let to = Destination { chat: asker.chat, thread: asker.thread };
        self.count_in_budget(asker.chat);
        if let Err(failure) = self.ports.messenger.answer_privately(to, asker.person, message).await {
            tracing::warn!(%failure, "an answer in a group was not delivered");
        }
    }

    /// Says something in a group to everybody there.
    pub(super) async fn say_in_group(&self, chat: ChatId, thread: Option<ThreadId>, text: &str) {
        let message = Message::new(Rich::plain(text));
        let operation = Operation::Send { message, quiet: false, reply: None, joins: false };
        let delivery =
            Delivery { to: Destination { chat, thread }, operation: &operation, target: None, reply_to: None };
        self.count_in_budget(chat);
        if let Err(failure) = self.ports.messenger.deliver(delivery).await {
            tracing::warn!(%failure, "an answer in a group was not delivered");
        }
    }

    /// Something without a name behind it that can be trusted: no order, and nothing for a client. It is said where it
    /// was written; words outside the topic of a case concern nobody here.
    pub(in crate::service) async fn refuse_untrusted(
        &self,
        chat: ChatId,
        topic: Option<Topic>,
        is_order: bool,
    ) -> Result<(), StoreError> {
        let is_of_a_case = match topic {
            Some(topic) => self.ports.store.case_in_topic(topic).await?.is_some(),
            None => false,
        };
        if is_order || is_of_a_case {
            let key = if is_order { "desk-untrusted" } else { "desk-untrusted-words" };
            let text = self.shelf.current().phrases.say(OURS, key, &[]);
            self.say_in_group(chat, topic.map(|topic| topic.thread), &text).await;
        }
        Ok(())
    }

    /// An answer at once counts in the group's budget like everything else; it does not wait for its turn.
    fn count_in_budget(&self, chat: ChatId) {
        self.pace.count(chat, self.now());
    }
}
