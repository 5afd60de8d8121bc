//! Help while a manager answers: the very card the bot would send, and ready texts.

use super::answering::card;
use super::refusal::Refusal;
use super::turn::Turn;
use super::wording::Wording;
use crate::domain::case::{Case, Manager};
use crate::domain::delivery::Urgency;
use crate::domain::ids::EntryId;
use crate::domain::text::Text;

impl Turn<'_> {
    /// The client gets the card the bot would send, in the manager's name.
    pub(super) fn send_card(&mut self, case: &Case, by: Manager, entry: EntryId, tapped: bool) {
        if self.context.catalogue.entry(&entry).is_none() {
            return self.refuse(case.number, Refusal::UnknownEntry, tapped);
        }
        self.take_if_free(case, &by);
        self.say(Wording::ManagerSends { name: by.name.clone() });
        self.say(card(&entry));
        self.count(format!("sent-by-manager:{entry}"));
        self.say_in_topic(case.number, Wording::CardSent { name: by.name, entry }, Urgency::Now);
        self.tell_if_gone(case.number);
        self.end_wait();
    }

    /// The client gets a ready text, as the manager's own words.
    pub(super) fn send_text(&mut self, case: &Case, by: Manager, text: Text) {
        self.take_if_free(case, &by);
        self.say(Wording::ManagerSays { name: by.name.clone(), text: text.as_str().to_owned() });
        self.say_in_topic(case.number, Wording::TextSent { name: by.name, text }, Urgency::Now);
        self.tell_if_gone(case.number);
        self.end_wait();
    }
}
