//! Saying something to somebody at the office, changing it later, handing over a file.

use super::Visitor;
use crate::domain::content::Content;
use crate::domain::delivery::{Lane, Operation, Outgoing, Urgency};
use crate::domain::errand::Errand;
use crate::domain::ids::{ClientId, LineId, PersonId};
use crate::domain::language::Language;
use crate::domain::message::{Action, Button, Message, Rich};
use crate::domain::text::shorten;
use crate::ports::phrases::Value;
use crate::ports::store::{HouseCommit, StoreError};
use crate::service::house::House;

/// The longest message, in UTF-16 units.
const LONGEST: usize = 4_096;

impl House {
    /// Says one sentence.
    pub(in crate::service) async fn say_to(
        &self,
        visitor: &Visitor,
        key: &str,
        values: &[(&str, Value)],
    ) -> Result<(), StoreError> {
        let message = self.sentence(visitor.language, key, values);
        self.send_message(visitor.person, message).await.map(drop)
    }

    /// One sentence as a message.
    pub(in crate::service) fn sentence(&self, language: Language, key: &str, values: &[(&str, Value)]) -> Message {
        Message::new(Rich::plain(shorten(&self.words(language, key, values), LONGEST)))
    }

    /// A button of the office.
    pub(in crate::service) fn errand_button(&self, language: Language, key: &str, errand: Errand) -> Button {
        Button { label: self.words(language, key, &[]), action: Action::Errand(errand) }
    }

    /// Says something new.
    pub(in crate::service) async fn send_message(
        &self,
        person: PersonId,
        message: Message,
    ) -> Result<LineId, StoreError> {
        let line = self.ports.store.next_house_line().await?;
        self.say_as(person, line, message).await?;
        Ok(line)
    }

    /// Says something new under a name that it has already.
    pub(in crate::service) async fn say_as(
        &self,
        person: PersonId,
        line: LineId,
        message: Message,
    ) -> Result<(), StoreError> {
        self.send(person, line, Operation::Send { message, quiet: false, reply: None, joins: false }).await
    }

    /// Says something else in the place of an earlier line.
    pub(in crate::service) async fn retell(
        &self,
        person: PersonId,
        line: LineId,
        message: Message,
    ) -> Result<(), StoreError> {
        let own = self.ports.store.next_house_line().await?;
        self.send(person, own, Operation::Edit { line, message }).await
    }

    /// Hands over a file.
    pub(in crate::service) async fn hand_over_file(
        &self,
        person: PersonId,
        name: &str,
        content: impl Into<Content>,
        caption: Message,
    ) -> Result<(), StoreError> {
        let line = self.ports.store.next_house_line().await?;
        self.send(person, line, Operation::Document { name: name.to_owned(), content: content.into(), caption }).await
    }

    async fn send(&self, person: PersonId, line: LineId, operation: Operation) -> Result<(), StoreError> {
        let outgoing = Outgoing {
            client: ClientId::HOUSE,
            line,
            lane: Lane::Client(ClientId(person.0)),
            operation,
            urgency: Urgency::Now,
        };
        self.ports.store.commit_house(&HouseCommit { outgoing: vec![outgoing], ..HouseCommit::default() }).await?;
        self.ring();
        Ok(())
    }
}
