//! A case is open: words go both ways, the bot keeps still. What goes stands in [`super::passage`].

use super::effect::Effect;
use super::event::{Answered, Attachment, Contribution, Event, Hindrance};
use super::passage::{Passage, author, passage};
use super::phase::Held;
use super::turn::Turn;
use super::wording::Wording;
use crate::domain::case::{Case, Manager};
use crate::domain::delivery::{Lane, Urgency};
use crate::domain::evidence::{Evidence, SmallTalk};
use crate::domain::happening::Kind;
use crate::domain::ids::{CaseNumber, MessageRef};
use crate::domain::message::ReplyTo;
use crate::domain::text::Text;

/// So many lines in colleagues' cases are remembered for a later word.
const MOST_HELD: usize = 20;

impl Turn<'_> {
    // --- from the client -------------------------------------------------------------------------------

    /// The client wrote, changed or sent something.
    pub(super) fn hear_client(&mut self, event: Event) {
        let bot_answers = self.conversation.phase.bot_answers();
        match event {
            Event::Wrote { message, text, reply, found, masked } => {
                self.greet();
                self.tell_of_mask(masked);
                if bot_answers {
                    self.consider(message, text, &found);
                } else {
                    self.relay_words(message, &text, reply, &found.alone);
                }
            }
            Event::Edited { message, text, found, masked } => {
                self.tell_of_mask(masked);
                if bot_answers {
                    self.reconsider(message, &text, &found.alone);
                } else {
                    self.relay_change(message, &text);
                }
            }
            Event::Attached { message, what, caption, album, reply, masked } => {
                self.greet();
                self.tell_of_mask(masked);
                if bot_answers {
                    self.receive_attachment(message, what);
                } else {
                    self.relay_attachment(message, what, caption.as_ref(), album, reply, masked);
                }
            }
            _ => {}
        }
    }

    /// The client's words, to the topic.
    fn relay_words(&mut self, message: MessageRef, text: &Text, reply: Option<Answered>, found: &Evidence) {
        let Some(number) = self.open_number() else { return };
        self.follow_clients_album();
        self.hear_distress(found);
        let wording = self.client_says(text, false);
        let reply = self.on_the_other_side(reply);
        let line = self.say_in(Lane::Case(number), wording, self.urgency_of_case(), reply);
        self.remember_relay(message, line);
        let closes_talk = matches!(
            found.small_talk,
            Some(SmallTalk::Thanks | SmallTalk::Goodbye | SmallTalk::Assent | SmallTalk::Greeting)
        );
        if !closes_talk {
            self.begin_wait();
        }
    }

    /// The client's changed words: a new line that points to the old one, which stays as the desk may have read it.
    fn relay_change(&mut self, message: MessageRef, text: &Text) {
        let Some(number) = self.open_number() else { return };
        let wording = self.client_says(text, true);
        let reply = self.line_of(message).map(ReplyTo::Line);
        let line = self.say_in(Lane::Case(number), wording, Urgency::Now, reply);
        self.remember_relay(message, line);
    }

    /// The client's photo, file or voice message, to the topic. With a masked caption it can't be copied as it is.
    fn relay_attachment(
        &mut self,
        message: MessageRef,
        what: Attachment,
        caption: Option<&Text>,
        album: Option<String>,
        reply: Option<Answered>,
        masked: bool,
    ) {
        let Some(number) = self.open_number() else { return };
        if masked || matches!(what, Attachment::Unknown | Attachment::Uncopyable) {
            self.follow_clients_album();
            self.say_in_topic(number, Wording::ClientSentUnknown, Urgency::Now);
            if let Some(caption) = caption {
                self.relay_words(message, caption, reply, &Evidence::default());
            }
            self.say(Wording::CannotPassOn);
        } else if let Some(album) = album {
            self.collect(album, None, message);
        } else {
            self.follow_clients_album();
            let reply = self.on_the_other_side(reply);
            self.relay(Lane::Case(number), message, reply);
        }
        self.begin_wait();
    }

    // --- from the desk ---------------------------------------------------------------------------------

    /// Somebody wrote in the topic of a case.
    pub(super) fn hear_manager(&mut self, number: CaseNumber, said: Held) {
        let Some(case) = self.open_case_of(number) else {
            if said.what != Contribution::Note {
                self.tell_closed(number);
            }
            return;
        };
        match passage(&said.what, author(&case, &said.by)) {
            Passage::Stay => {}
            Passage::Refuse => {
                let reply = Some(ReplyTo::Message(said.message));
                self.say_in(Lane::Case(number), Wording::NotRelayed(Hindrance::Unsupported), Urgency::Now, reply);
            }
            Passage::Hold => self.hold(&case, said),
            Passage::Relay => {
                if case.owner.is_none() {
                    self.take(&case, said.by.clone());
                }
                self.relay_manager(said);
            }
        }
    }

    /// A line that was held back is meant for the client after all.
    pub(super) fn send_anyway(&mut self, by: &Manager, message: i64) -> bool {
        let is_it = |held: &Held| held.message.message == message && held.by.id == by.id;
        let Some(at) = self.conversation.held.iter().position(is_it) else { return false };
        let held = self.conversation.held.remove(at);
        if let (Some(asked), Some(number)) = (held.asked, self.open_number()) {
            self.revise(Lane::Case(number), asked, Wording::SentAnyway { name: by.name.clone() });
        }
        self.relay_manager(held);
        true
    }

    fn hold(&mut self, case: &Case, mut said: Held) {
        let owner = case.owner.as_ref().map_or_else(String::new, |owner| owner.name.clone());
        // Of an album the first piece asks, for all of it.
        let album = album_of(&said.what);
        let known = self.conversation.held.iter().any(|held| album.is_some() && album_of(&held.what) == album);
        if !known {
            let wording = Wording::NotYours { owner, case: case.number, message: said.message.message };
            let reply = Some(ReplyTo::Message(said.message));
            said.asked = Some(self.say_in(Lane::Case(case.number), wording, Urgency::Now, reply));
        }
        self.conversation.held.push(said);
        let too_many = self.conversation.held.len().saturating_sub(MOST_HELD);
        self.conversation.held.drain(..too_many);
    }

    /// A manager's line, to the client.
    fn relay_manager(&mut self, said: Held) {
        let Held { message, by, what, reply, .. } = said;
        let reply = self.on_the_other_side(reply);
        match what {
            Contribution::Text(text) => {
                self.follow_desks_album();
                let wording = Wording::ManagerSays { name: by.name, text: text.as_str().to_owned() };
                let line = self.say_in(self.client_lane(), wording, Urgency::Now, reply);
                self.remember_relay(message, line);
            }
            Contribution::Copy { album: Some(album) } => {
                let rest: Vec<Held> = self.take_held_pieces(&album);
                self.collect(album.clone(), Some(by), message);
                for piece in rest {
                    self.collect(album.clone(), Some(piece.by), piece.message);
                }
            }
            Contribution::Copy { album: None } => {
                self.follow_desks_album();
                self.say(Wording::ManagerSends { name: by.name });
                self.relay(self.client_lane(), message, reply);
            }
            Contribution::Note | Contribution::Uncopyable => return,
        }
        self.end_wait();
    }

    fn take_held_pieces(&mut self, album: &str) -> Vec<Held> {
        let held = std::mem::take(&mut self.conversation.held);
        let (pieces, others) = held.into_iter().partition(|held| album_of(&held.what) == Some(album));
        self.conversation.held = others;
        pieces
    }

    /// A manager's changed words: the client's line changes with them; a line that waits is changed where it waits.
    pub(super) fn relay_manager_change(
        &mut self,
        number: CaseNumber,
        by: &Manager,
        message: MessageRef,
        text: Text,
        caption: bool,
    ) {
        if self.open_case_of(number).is_none() {
            return;
        }
        if let Some(held) = self.conversation.held.iter_mut().find(|held| held.message == message) {
            if !caption {
                held.what = Contribution::Text(text);
            }
            return;
        }
        let Some(line) = self.line_of(message) else { return };
        if caption {
            let change = self.next_line();
            self.wish(Effect::ReviseCaption { line: change, lane: self.client_lane(), of: line, caption: text });
        } else {
            self.revise_answer(line, Wording::ManagerSays { name: by.name.clone(), text: text.as_str().to_owned() });
        }
    }

    pub(super) fn tell_closed(&mut self, number: CaseNumber) {
        self.say_in_topic(number, Wording::CaseIsClosed, Urgency::Now);
    }

    fn urgency_of_case(&self) -> Urgency {
        let urgent = self.conversation.phase.open_case().is_some_and(Case::is_urgent);
        if urgent { Urgency::First } else { Urgency::Now }
    }

    /// Distress while a case is open: the desk is told at once, and as long as nobody has taken it the client gets the
    /// listening lines.
    fn hear_distress(&mut self, found: &Evidence) {
        let Some(case) = self.conversation.phase.open_case().cloned() else { return };
        if found.distress < self.context.policy.thresholds.distress || case.is_urgent() {
            return;
        }
        self.change_case(|case| case.distress = true);
        self.say_in_topic(case.number, Wording::ClientInDistress, Urgency::First);
        if case.owner.is_none() {
            self.say(Wording::Listening { case: case.number, promise: case.promise });
        }
        self.count(Kind::Distress);
    }

    fn client_says(&self, text: &Text, edited: bool) -> Wording {
        Wording::ClientSays { name: self.conversation.name.clone(), text: text.as_str().to_owned(), edited }
    }
}

fn album_of(what: &Contribution) -> Option<&str> {
    if let Contribution::Copy { album } = what { album.as_deref() } else { None }
}
