//! A case is open: what goes to the other side, and how. The table is [`passage`].

use super::effect::Effect;
use super::event::{Answered, Attachment, Contribution, Event, Hindrance};
use super::phase::{Album, Held, Phase, Relayed};
use super::turn::Turn;
use super::wording::Wording;
use crate::domain::case::{Case, Manager};
use crate::domain::delivery::{Lane, Urgency};
use crate::domain::evidence::{Evidence, SmallTalk};
use crate::domain::ids::{CaseNumber, LineId, MessageRef};
use crate::domain::message::ReplyTo;
use crate::domain::text::Text;
use crate::domain::timer::Timer;

/// So many lines in colleagues' cases are remembered for a later word.
const MOST_HELD: usize = 20;

/// Who writes in the topic of an open case, seen from the case.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Author {
    /// Its owner.
    Owner,
    /// Somebody of the desk, and nobody owns the case: by writing they take it.
    First,
    /// Somebody else than its owner.
    Colleague,
}

/// What becomes of something that was written in a topic.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Passage {
    /// It goes to the client.
    Relay,
    /// It waits until its author says that it is meant for the client.
    Hold,
    /// It stays in the topic: it was meant for colleagues.
    Stay,
    /// It can't go, and its author is told so.
    Refuse,
}

/// What is relayed: the whole table. Orders and the messenger's own notices are not in it: they are no words of
/// anybody for anybody, and never come this way.
pub const fn passage(what: &Contribution, by: Author) -> Passage {
    match (what, by) {
        (Contribution::Note, _) => Passage::Stay,
        (Contribution::Uncopyable, Author::Owner | Author::First) => Passage::Refuse,
        (Contribution::Uncopyable, Author::Colleague) => Passage::Stay,
        (Contribution::Text(_) | Contribution::Copy { .. }, Author::Owner | Author::First) => Passage::Relay,
        (Contribution::Text(_) | Contribution::Copy { .. }, Author::Colleague) => Passage::Hold,
    }
}

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
            self.say_in_topic(number, Wording::ClientSentUnknown, Urgency::Now);
            if let Some(caption) = caption {
                self.relay_words(message, caption, reply, &Evidence::default());
            }
            self.say(Wording::CannotPassOn);
        } else if let Some(album) = album {
            self.collect(album, None, message);
        } else {
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
        self.relay_manager(held);
        true
    }

    fn hold(&mut self, case: &Case, said: Held) {
        let owner = case.owner.as_ref().map_or_else(String::new, |owner| owner.name.clone());
        // Of an album the first piece asks, for all of it.
        let album = album_of(&said.what);
        let known = self.conversation.held.iter().any(|held| album.is_some() && album_of(&held.what) == album);
        if !known {
            let wording = Wording::NotYours { owner, case: case.number, message: said.message.message };
            let reply = Some(ReplyTo::Message(said.message));
            self.say_in(Lane::Case(case.number), wording, Urgency::Now, reply);
        }
        self.conversation.held.push(said);
        let too_many = self.conversation.held.len().saturating_sub(MOST_HELD);
        self.conversation.held.drain(..too_many);
    }

    /// A manager's line, to the client.
    fn relay_manager(&mut self, said: Held) {
        let Held { message, by, what, reply } = said;
        let reply = self.on_the_other_side(reply);
        match what {
            Contribution::Text(text) => {
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
    pub(super) fn relay_manager_change(&mut self, number: CaseNumber, message: MessageRef, text: Text, caption: bool) {
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
        } else if let Some(owner) = self.conversation.phase.open_case().and_then(|case| case.owner.clone()) {
            self.revise_answer(line, Wording::ManagerSays { name: owner.name, text: text.as_str().to_owned() });
        }
    }

    // --- albums ----------------------------------------------------------------------------------------

    /// One more piece of an album. What is complete goes on when no more pieces come.
    fn collect(&mut self, name: String, by: Option<Manager>, piece: MessageRef) {
        let same = self.conversation.album.as_ref().is_some_and(|album| {
            album.name == name && album.by.as_ref().map(|by| by.id) == by.as_ref().map(|by| by.id)
        });
        if !same {
            self.pass_album_on();
            self.conversation.album = Some(Album { name, by, pieces: Vec::new() });
        }
        if let Some(album) = &mut self.conversation.album
            && !album.pieces.contains(&piece)
        {
            album.pieces.push(piece);
            album.pieces.sort_unstable();
        }
        self.wish(Effect::Wake(Timer::Album, self.context.now.after(self.context.policy.album)));
    }

    /// The album is complete: it goes to the other side, together and in order.
    pub(super) fn pass_album_on(&mut self) {
        let Some(Album { by, pieces, .. }) = self.conversation.album.take() else { return };
        let Some(number) = self.open_number() else { return };
        let lane = match by {
            None => Lane::Case(number),
            Some(by) => {
                self.say(Wording::ManagerSends { name: by.name });
                self.client_lane()
            }
        };
        let line = self.next_line();
        for piece in &pieces {
            self.remember_relay(*piece, line);
        }
        self.wish(Effect::RelayAlbum { line, lane, from: pieces });
    }

    // --- what stands where on the other side ------------------------------------------------------------

    /// Copies a message to the other side.
    pub(super) fn relay(&mut self, lane: Lane, from: MessageRef, reply: Option<ReplyTo>) {
        let line = self.next_line();
        self.wish(Effect::Relay { line, lane, from, reply });
        self.remember_relay(from, line);
    }

    /// Remembers in which line a message stands on the other side, so that edits and replies can follow.
    pub(super) fn remember_relay(&mut self, message: MessageRef, line: LineId) {
        self.conversation.relayed.push(Relayed { message, line });
        let too_many = self.conversation.relayed.len().saturating_sub(self.context.policy.remembered_relays);
        self.conversation.relayed.drain(..too_many);
    }

    /// The newest line in which a message stands on the other side.
    pub(super) fn line_of(&self, message: MessageRef) -> Option<LineId> {
        self.conversation.relayed.iter().rfind(|relayed| relayed.message == message).map(|relayed| relayed.line)
    }

    /// Where the message somebody replied to stands on the other side: their own as our line there, and a line of ours
    /// as the message that it passed on.
    fn on_the_other_side(&self, answered: Option<Answered>) -> Option<ReplyTo> {
        let answered = answered?;
        let passed_on = answered
            .line
            .and_then(|line| self.conversation.relayed.iter().find(|relayed| relayed.line == line))
            .map(|relayed| ReplyTo::Message(relayed.message));
        passed_on.or_else(|| self.line_of(answered.message).map(ReplyTo::Line))
    }

    // --- reachability ----------------------------------------------------------------------------------

    /// The client blocked us or is gone: nothing reaches them, the manager knows, and the clock stands still.
    pub(super) fn lose_client(&mut self) {
        let was_reachable = std::mem::replace(&mut self.conversation.reachable, false);
        if let Some(number) = self.open_number()
            && was_reachable
        {
            self.say_in_topic(number, Wording::NotDelivered(Hindrance::Gone), Urgency::Now);
            self.pause_wait();
        }
    }

    /// The client is back.
    pub(super) fn find_client_again(&mut self) {
        let was_reachable = std::mem::replace(&mut self.conversation.reachable, true);
        if let Some(number) = self.open_number()
            && !was_reachable
        {
            self.say_in_topic(number, Wording::ClientIsBack, Urgency::Now);
            self.resume_wait();
        }
    }

    /// Something did not arrive. It is said where it was written.
    pub(super) fn mark_undelivered(&mut self, line: LineId, why: Hindrance) {
        if why == Hindrance::Gone {
            return self.lose_client();
        }
        let relayed = self.conversation.relayed.iter().find(|relayed| relayed.line == line).copied();
        let Some(Relayed { message, .. }) = relayed else { return };
        if message.chat == self.conversation.client.chat() {
            self.say_in(self.client_lane(), Wording::CannotPassOn, Urgency::Now, Some(ReplyTo::Message(message)));
        } else if let Some(number) = self.open_number() {
            let reply = Some(ReplyTo::Message(message));
            self.say_in(Lane::Case(number), Wording::NotDelivered(why), Urgency::Now, reply);
        }
    }

    // --- the open case ---------------------------------------------------------------------------------

    pub(super) fn tell_closed(&mut self, number: CaseNumber) {
        self.say_in_topic(number, Wording::CaseIsClosed, Urgency::Now);
    }

    /// The open case, if it is the one with this number: an old topic must not reach into a new case.
    pub(super) fn open_case_of(&self, number: CaseNumber) -> Option<Case> {
        self.conversation.phase.open_case().filter(|case| case.number == number).cloned()
    }

    pub(super) fn open_number(&self) -> Option<CaseNumber> {
        self.conversation.phase.open_case().map(|case| case.number)
    }

    /// Changes the open case, if there is one.
    pub(super) fn change_case(&mut self, change: impl FnOnce(&mut Case)) {
        let Some(case) = self.conversation.phase.open_case() else { return };
        let mut case = case.clone();
        change(&mut case);
        let is_owned = case.owner.is_some();
        self.keep_case(case, |case| if is_owned { Phase::WithManager { case } } else { Phase::Waiting { case } });
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
        self.count("distress-in-case");
    }

    fn client_says(&self, text: &Text, edited: bool) -> Wording {
        Wording::ClientSays { name: self.conversation.name.clone(), text: text.as_str().to_owned(), edited }
    }
}

fn author(case: &Case, by: &Manager) -> Author {
    match &case.owner {
        None => Author::First,
        Some(owner) if owner.id == by.id => Author::Owner,
        Some(_) => Author::Colleague,
    }
}

fn album_of(what: &Contribution) -> Option<&str> {
    if let Contribution::Copy { album } = what { album.as_deref() } else { None }
}
