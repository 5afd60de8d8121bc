//! What stands where on the other side, so that edits and replies follow; and what did not get there.

use super::effect::Effect;
use super::event::{Answered, Hindrance};
use super::phase::Relayed;
use super::turn::Turn;
use super::wording::Wording;
use crate::domain::delivery::{Lane, Urgency};
use crate::domain::ids::{CaseNumber, LineId, MessageRef};
use crate::domain::message::ReplyTo;

impl Turn<'_> {
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
    pub(super) fn on_the_other_side(&self, answered: Option<Answered>) -> Option<ReplyTo> {
        let answered = answered?;
        let passed_on = answered
            .line
            .and_then(|line| self.conversation.relayed.iter().find(|relayed| relayed.line == line))
            .map(|relayed| ReplyTo::Message(relayed.message));
        passed_on.or_else(|| self.line_of(answered.message).map(ReplyTo::Line))
    }

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

    /// A manager's line did not reach a client who is gone: it is said under that line, also when it was known before.
    /// It was no answer then, so the client still waits for one.
    fn lose_client_at(&mut self, message: MessageRef) {
        self.conversation.reachable = false;
        let Some(number) = self.open_number() else { return };
        let wording = Wording::NotDelivered(Hindrance::Gone);
        self.say_in(Lane::Case(number), wording, Urgency::Now, Some(ReplyTo::Message(message)));
        self.begin_wait();
        self.pause_wait();
    }

    /// What a manager sends in our words has no line of theirs to mark: while the client is gone it is said at once.
    pub(super) fn tell_if_gone(&mut self, number: CaseNumber) {
        if !self.conversation.reachable {
            self.say_in_topic(number, Wording::NotDelivered(Hindrance::Gone), Urgency::Now);
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
        let relayed = self.conversation.relayed.iter().find(|relayed| relayed.line == line).copied();
        let is_own = |message: MessageRef| message.chat == self.conversation.client.chat();
        if why == Hindrance::Gone {
            return match relayed {
                Some(Relayed { message, .. }) if !is_own(message) => self.lose_client_at(message),
                _ => self.lose_client(),
            };
        }
        let Some(Relayed { message, .. }) = relayed else { return };
        if is_own(message) {
            self.say_in(self.client_lane(), Wording::CannotPassOn, Urgency::Now, Some(ReplyTo::Message(message)));
        } else if let Some(number) = self.open_number() {
            let reply = Some(ReplyTo::Message(message));
            self.say_in(Lane::Case(number), Wording::NotDelivered(why), Urgency::Now, reply);
        }
    }
}
