//! One transition under construction: the conversation as it becomes, and the wishes collected on the way.

use super::effect::Effect;
use super::phase::{Phase, Relayed};
use super::wording::Wording;
use super::{Context, Conversation, Decision};
use crate::domain::case::Case;
use crate::domain::delivery::{Lane, Urgency};
use crate::domain::ids::{CaseNumber, LineId, MessageRef};

/// One transition under construction.
pub(super) struct Turn<'a> {
    pub(super) conversation: Conversation,
    pub(super) context: Context<'a>,
    effects: Vec<Effect>,
    case: Option<Case>,
    verdict: String,
    lacks_case_number: bool,
}

impl<'a> Turn<'a> {
    pub(super) fn new(conversation: Conversation, context: Context<'a>) -> Self {
        Self {
            conversation,
            context,
            effects: Vec::new(),
            case: None,
            verdict: String::new(),
            lacks_case_number: false,
        }
    }

    pub(super) fn decide(self) -> Decision {
        let Self { conversation: next, effects, case, verdict, lacks_case_number, .. } = self;
        Decision { next, effects, case, verdict, lacks_case_number }
    }

    /// Says something to the client.
    pub(super) fn say(&mut self, wording: Wording) -> LineId {
        let lane = Lane::Client(self.conversation.client);
        self.say_in(lane, wording, Urgency::Now)
    }

    /// Says something in the topic of a case.
    pub(super) fn say_in_topic(&mut self, case: CaseNumber, wording: Wording, urgency: Urgency) -> LineId {
        self.say_in(Lane::Case(case), wording, urgency)
    }

    fn say_in(&mut self, lane: Lane, wording: Wording, urgency: Urgency) -> LineId {
        let line = self.next_line();
        self.effects.push(Effect::Say { line, lane, wording, urgency });
        line
    }

    /// Says something else in the place of an earlier line.
    pub(super) fn revise(&mut self, lane: Lane, of: LineId, wording: Wording) {
        let line = self.next_line();
        self.effects.push(Effect::Revise { line, lane, of, wording });
    }

    /// Says something else in the place of an earlier line to the client.
    pub(super) fn revise_answer(&mut self, of: LineId, wording: Wording) {
        self.revise(Lane::Client(self.conversation.client), of, wording);
    }

    /// Copies a message to the other side.
    pub(super) fn relay(&mut self, lane: Lane, from: MessageRef, author: String) {
        let line = self.next_line();
        self.effects.push(Effect::Relay { line, lane, from, author });
        self.remember_relay(from, line);
    }

    /// Remembers in which line a message stands on the other side, so that an edit can follow.
    pub(super) fn remember_relay(&mut self, message: MessageRef, line: LineId) {
        self.conversation.relayed.push(Relayed { message, line });
        let too_many = self.conversation.relayed.len().saturating_sub(self.context.policy.remembered_relays);
        self.conversation.relayed.drain(..too_many);
    }

    /// The line in which a message stands on the other side.
    pub(super) fn line_of(&self, message: MessageRef) -> Option<LineId> {
        self.conversation.relayed.iter().find(|relayed| relayed.message == message).map(|relayed| relayed.line)
    }

    pub(super) fn wish(&mut self, effect: Effect) {
        self.effects.push(effect);
    }

    pub(super) fn count(&mut self, what: impl Into<String>) {
        self.effects.push(Effect::Count(what.into()));
    }

    /// Notes what was decided, for the transcript, and counts it.
    pub(super) fn note(&mut self, verdict: impl Into<String>) {
        self.verdict = verdict.into();
        self.count(self.verdict.clone());
    }

    /// The case as it is from now on, in the state and for the store.
    pub(super) fn keep_case(&mut self, case: Case, phase: impl FnOnce(Case) -> Phase) {
        self.case = Some(case.clone());
        self.conversation.phase = phase(case);
    }

    pub(super) fn next_line(&mut self) -> LineId {
        let line = LineId(self.conversation.next_line);
        self.conversation.next_line = self.conversation.next_line.saturating_add(1);
        line
    }

    pub(super) fn lack_case_number(&mut self) {
        self.lacks_case_number = true;
    }
}
