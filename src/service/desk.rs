//! What somebody does in a desk's group: linking it, and everything in the topic of a case.

use super::deciding::{Cause, Fact};
use super::house::House;
use crate::conversation::event::{Contribution, Event};
use crate::domain::case::{Case, Manager};
use crate::domain::delivery::Operation;
use crate::domain::ids::{ChatId, DeskId, ThreadId};
use crate::domain::language::Language;
use crate::domain::message::{Action, Message, Rich};
use crate::ports::incoming::{GroupDid, Person};
use crate::ports::messenger::{Delivery, Destination};
use crate::ports::phrases::Value;
use crate::ports::store::{DeskLink, StoreError, Topic, UpdateId};

impl House {
    /// Somebody did something in a group.
    pub(super) async fn hear_group(
        &self,
        chat: ChatId,
        topic: Option<Topic>,
        by: Person,
        did: GroupDid,
        update: UpdateId,
    ) -> Result<(), StoreError> {
        let case = match topic {
            Some(topic) => self.ports.store.case_in_topic(topic).await?,
            None => None,
        };
        match (case, did) {
            (_, GroupDid::Commanded { word, rest }) if word == "koppel" => {
                self.link(chat, topic.map(|topic| topic.thread), &by, &rest).await?;
                self.finish(update).await
            }
            (Some(case), did) => self.hear_topic(&case, by, did, update).await,
            (None, GroupDid::Tapped { tap, .. }) => {
                self.finish(update).await?;
                self.answer_tap(&tap, None).await;
                Ok(())
            }
            (None, _) => self.finish(update).await,
        }
    }

    /// Somebody did something in the topic of a case.
    async fn hear_topic(&self, case: &Case, by: Person, did: GroupDid, update: UpdateId) -> Result<(), StoreError> {
        let number = case.number;
        let by = Manager { id: by.id, name: by.name };
        let (event, tap) = match did {
            GroupDid::Wrote { message, text } => {
                (Event::ManagerWrote { case: number, by, message, what: Contribution::Text(text) }, None)
            }
            GroupDid::Sent { message } => {
                (Event::ManagerWrote { case: number, by, message, what: Contribution::Copy }, None)
            }
            GroupDid::Edited { message, text } => (Event::ManagerEdited { case: number, message, text }, None),
            GroupDid::Commanded { word, .. } if matches!(word.as_str(), "klaar" | "done") => {
                (Event::HandedBack { case: number, by }, None)
            }
            GroupDid::Commanded { .. } => (Event::ManagerMistyped { case: number }, None),
            // A button belongs to the topic it stands in: one for another case is not ours to obey here.
            GroupDid::Tapped { tap, action: Some(Action::Take(wanted)) } if wanted == number => {
                (Event::Taken { case: number, by }, Some(tap))
            }
            GroupDid::Tapped { tap, .. } => {
                self.finish(update).await?;
                self.answer_tap(&tap, None).await;
                return Ok(());
            }
            GroupDid::Noted => return self.finish(update).await,
        };
        self.take_in(case.client, &Fact::Known(event), Cause::Update(update)).await?;
        if let Some(tap) = tap {
            self.answer_tap(&tap, None).await;
        }
        Ok(())
    }

    /// `/koppel <desk>`: an admin makes this group the desk's.
    async fn link(&self, chat: ChatId, thread: Option<ThreadId>, by: &Person, rest: &str) -> Result<(), StoreError> {
        let knowledge = self.shelf.current();
        let desks = &knowledge.catalogue.desks;
        let known = || desks.iter().map(|desk| desk.id.as_str()).collect::<Vec<_>>().join(", ");
        let desk = desks.desk(&DeskId::new(rest.trim().to_lowercase()));
        let (key, values) = match desk {
            _ if !self.settings.admins.contains(&by.id) => ("desk-link-admins-only", vec![]),
            None => ("desk-link-unknown", vec![("desks", Value::Text(known()))]),
            Some(desk) => {
                let link = DeskLink { desk: desk.id.clone(), chat, by: by.id, at: self.now() };
                self.ports.store.link_desk(&link).await?;
                tracing::info!(desk.id = %desk.id, "a desk was linked to a group");
                self.ring();
                ("desk-linked", vec![("desk", Value::Text(desk.name.clone()))])
            }
        };
        let text = knowledge.phrases.say(Language::default(), key, &values);
        self.say_in_group(chat, thread, &text).await;
        Ok(())
    }

    /// A command without a name behind it that can be trusted.
    pub(super) async fn refuse_untrusted(&self, chat: ChatId, update: UpdateId) -> Result<(), StoreError> {
        self.finish(update).await?;
        let text = self.shelf.current().phrases.say(Language::default(), "desk-untrusted", &[]);
        self.say_in_group(chat, None, &text).await;
        Ok(())
    }

    /// Says something in a group at once: an answer to a command, of no worth later.
    async fn say_in_group(&self, chat: ChatId, thread: Option<ThreadId>, text: &str) {
        let operation = Operation::Send { message: Message::new(Rich::plain(text)), quiet: false };
        let to = Destination { chat, thread };
        let delivery = Delivery { to, operation: &operation, target: None, reply_to: None };
        if let Err(failure) = self.ports.messenger.deliver(delivery).await {
            tracing::warn!(%failure, "an answer in a group was not delivered");
        }
    }

    /// Warns when cases wait for a desk that has no group.
    pub(super) async fn warn_of_unlinked_desks(&self) -> Result<(), StoreError> {
        let waiting = self.ports.store.backlog().await?.waiting_for_a_group;
        if waiting > 0 {
            tracing::warn!(rows = waiting, "cases wait for a desk without a group: an admin links one with /koppel");
        }
        Ok(())
    }
}
