//! A case is open: words go both ways, the bot keeps still.

use super::event::{Attachment, Contribution};
use super::phase::Phase;
use super::turn::Turn;
use super::wording::Wording;
use crate::domain::case::{Case, CaseState, Manager};
use crate::domain::delivery::{Lane, Urgency};
use crate::domain::ids::{CaseNumber, LineId, MessageRef};
use crate::domain::text::Text;

impl Turn<'_> {
    // --- from the client -------------------------------------------------------------------------------

    /// The client's words, to the topic.
    pub(super) fn relay_words(&mut self, message: MessageRef, text: &Text) {
        let Some(number) = self.open_number() else { return };
        let wording = self.client_says(text, false);
        let line = self.say_in_topic(number, wording, Urgency::Now);
        self.remember_relay(message, line);
    }

    /// The client's changed words: the line in the topic changes, or says so when it stood before the case.
    pub(super) fn relay_change(&mut self, message: MessageRef, text: &Text) {
        let Some(number) = self.open_number() else { return };
        let wording = self.client_says(text, true);
        match self.line_of(message) {
            Some(line) => self.revise(Lane::Case(number), line, wording),
            None => {
                let line = self.say_in_topic(number, wording, Urgency::Now);
                self.remember_relay(message, line);
            }
        }
    }

    /// The client's photo, file or voice message, to the topic. With a masked caption it can't be copied as it is.
    pub(super) fn relay_attachment(
        &mut self,
        message: MessageRef,
        what: Attachment,
        caption: Option<&Text>,
        masked: bool,
    ) {
        let Some(number) = self.open_number() else { return };
        if what == Attachment::Unknown || masked {
            self.say_in_topic(number, Wording::ClientSentUnknown, Urgency::Now);
            if let Some(caption) = caption {
                self.relay_words(message, caption);
            }
            if what == Attachment::Unknown {
                self.say(Wording::CannotRead);
            }
        } else {
            self.relay(Lane::Case(number), message, self.conversation.name.clone());
        }
    }

    /// The client blocked us or is gone: nothing reaches them, and the manager knows.
    pub(super) fn lose_client(&mut self) {
        let was_reachable = std::mem::replace(&mut self.conversation.reachable, false);
        if let Some(number) = self.open_number()
            && was_reachable
        {
            self.say_in_topic(number, Wording::NotDelivered, Urgency::Now);
        }
    }

    /// A line for the client did not arrive.
    pub(super) fn mark_undelivered(&mut self, _line: LineId) {
        self.lose_client();
    }

    // --- from the desk ---------------------------------------------------------------------------------

    /// A manager takes the case. The first wins; a colleague takes over with a tap of their own.
    pub(super) fn take(&mut self, number: CaseNumber, by: Manager) {
        let Some(case) = self.open_case_of(number) else { return self.tell_closed(number) };
        if case.owner.as_ref().is_some_and(|owner| owner.id == by.id) {
            return;
        }
        let desk = self.context.catalogue.desks.desk(&case.desk).map_or_else(String::new, |desk| desk.name.clone());
        self.say(Wording::TakenBy { name: by.name.clone(), desk });
        self.say_in_topic(number, Wording::TakenInTopic { name: by.name.clone() }, Urgency::Now);
        self.count("taken");
        let case = Case { state: CaseState::Taken, owner: Some(by), ..case };
        self.keep_case(case, |case| Phase::WithManager { case });
    }

    /// A manager's line: it takes the case when nobody has it, and reaches the client when it is the owner's.
    pub(super) fn relay_manager(&mut self, number: CaseNumber, by: Manager, message: MessageRef, what: Contribution) {
        let Some(case) = self.open_case_of(number) else { return self.tell_closed(number) };
        match case.owner {
            None => self.take(number, by.clone()),
            Some(owner) if owner.id != by.id => {
                self.say_in_topic(number, Wording::NotYours { owner: owner.name, case: number }, Urgency::Now);
                return;
            }
            Some(_) => {}
        }
        match what {
            Contribution::Text(text) => {
                let line = self.say(Wording::ManagerSays { name: by.name, text: text.as_str().to_owned() });
                self.remember_relay(message, line);
            }
            Contribution::Copy => {
                self.say(Wording::ManagerSends { name: by.name.clone() });
                self.relay(Lane::Client(self.conversation.client), message, by.name);
            }
        }
    }

    /// A manager's changed words: the client's line changes with them.
    pub(super) fn relay_manager_change(&mut self, number: CaseNumber, message: MessageRef, text: &Text) {
        let Some(case) = self.open_case_of(number) else { return };
        let (Some(line), Some(owner)) = (self.line_of(message), case.owner) else { return };
        self.revise_answer(line, Wording::ManagerSays { name: owner.name, text: text.as_str().to_owned() });
    }

    /// A command the topic does not know.
    pub(super) fn explain_topic(&mut self, number: CaseNumber) {
        self.say_in_topic(number, Wording::TopicCommands, Urgency::Now);
    }

    /// The person is done: the bot answers again.
    pub(super) fn hand_back(&mut self, number: CaseNumber, by: &Manager) {
        let Some(case) = self.open_case_of(number) else { return self.tell_closed(number) };
        self.say(Wording::HandedBack { name: by.name.clone() });
        self.say_in_topic(number, Wording::ClosedInTopic { name: by.name.clone() }, Urgency::Now);
        self.count("closed");
        self.close(case);
    }

    fn tell_closed(&mut self, number: CaseNumber) {
        self.say_in_topic(number, Wording::CaseIsClosed, Urgency::Now);
    }

    /// The open case, if it is the one with this number: an old topic must not reach into a new case.
    fn open_case_of(&self, number: CaseNumber) -> Option<Case> {
        self.conversation.phase.open_case().filter(|case| case.number == number).cloned()
    }

    fn open_number(&self) -> Option<CaseNumber> {
        self.conversation.phase.open_case().map(|case| case.number)
    }

    fn client_says(&self, text: &Text, edited: bool) -> Wording {
        Wording::ClientSays { name: self.conversation.name.clone(), text: text.as_str().to_owned(), edited }
    }
}
