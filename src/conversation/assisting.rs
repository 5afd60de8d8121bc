//! Help while a manager answers: the very card the bot would send, and ready texts.

use super::answering::card;
use super::phase::Offered;
use super::refusal::Refusal;
use super::turn::Turn;
use super::wording::Wording;
use crate::domain::case::{Case, Manager};
use crate::domain::delivery::{Lane, Urgency};
use crate::domain::happening::Kind;
use crate::domain::ids::{CaseNumber, EntryId, LineId};
use crate::domain::text::Text;

/// So many ready texts that were shown can still be sent.
const MOST_OFFERED: usize = 5;

impl Turn<'_> {
    /// The client gets the card the bot would send, in the manager's name.
    pub(super) fn send_card(&mut self, case: &Case, by: Manager, entry: EntryId) {
        if self.context.catalogue.entry(&entry).is_none() {
            return self.refuse(Refusal::UnknownEntry);
        }
        self.take_if_free(case, &by);
        self.say(Wording::ManagerSends { name: by.name.clone() });
        self.say(card(&entry));
        self.count_entry(Kind::SentByManager, &entry);
        self.say_in_topic(case.number, Wording::CardSent { name: by.name, entry }, Urgency::Now);
        self.tell_if_gone(case.number);
        self.end_wait();
    }

    /// A manager sees a ready text as it would be sent. What they see is what a tap sends.
    pub(super) fn offer_text(&mut self, number: CaseNumber, text: Text) {
        let line = self.next_line();
        let wording = Wording::TextOffered { case: number, offer: line, text: text.clone() };
        self.say_as(line, Lane::Case(number), wording, Urgency::Now, None);
        self.conversation.offered.push(Offered { line, text });
        let too_many = self.conversation.offered.len().saturating_sub(MOST_OFFERED);
        self.conversation.offered.drain(..too_many);
    }

    /// The client gets a ready text, as the manager's own words; once.
    pub(super) fn send_text(&mut self, case: &Case, by: Manager, offer: LineId) {
        let Some(at) = self.conversation.offered.iter().position(|offered| offered.line == offer) else {
            return self.refuse(Refusal::NotOffered);
        };
        let text = self.conversation.offered.remove(at).text;
        self.take_if_free(case, &by);
        self.say(Wording::ManagerSays { name: by.name.clone(), text: text.as_str().to_owned() });
        self.say_in_topic(case.number, Wording::TextSent { name: by.name, text }, Urgency::Now);
        self.tell_if_gone(case.number);
        self.end_wait();
    }
}
