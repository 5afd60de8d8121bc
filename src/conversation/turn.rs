//! One transition under construction: the conversation as it becomes, and the wishes collected on the way.

use super::effect::Effect;
use super::phase::Phase;
use super::wording::Wording;
use super::{Context, Conversation, Decision};
use crate::domain::case::Case;
use crate::domain::delivery::{Lane, Urgency};
use crate::domain::desk::Desk;
use crate::domain::ids::{CaseNumber, DeskId, LineId};
use crate::domain::message::ReplyTo;

/// One transition under construction.
pub(super) struct Turn<'a> {
    pub(super) conversation: Conversation,
    pub(super) context: Context<'a>,
    /// The open case as it was: what changed shows on its sheet.
    before: Option<Case>,
    effects: Vec<Effect>,
    case: Option<Case>,
    verdict: String,
    lacks_case_number: bool,
}

impl<'a> Turn<'a> {
    pub(super) fn new(conversation: Conversation, context: Context<'a>) -> Self {
        Self {
            before: conversation.phase.open_case().cloned(),
            conversation,
            context,
            effects: Vec::new(),
            case: None,
            verdict: String::new(),
            lacks_case_number: false,
        }
    }

    pub(super) fn decide(mut self) -> Decision {
        let before = self.before.take();
        self.keep_up(before.as_ref());
        let Self { conversation: next, effects, case, verdict, lacks_case_number, .. } = self;
        Decision { next, effects, case, verdict, lacks_case_number }
    }

    /// Says something to the client.
    pub(super) fn say(&mut self, wording: Wording) -> LineId {
        self.say_in(self.client_lane(), wording, Urgency::Now, None)
    }

    /// Says something in the topic of a case.
    pub(super) fn say_in_topic(&mut self, case: CaseNumber, wording: Wording, urgency: Urgency) -> LineId {
        self.say_in(Lane::Case(case), wording, urgency, None)
    }

    /// Says something in the General topic of a desk: everybody there hears it.
    pub(super) fn say_to_desk(&mut self, desk: DeskId, wording: Wording, urgency: Urgency) -> LineId {
        self.say_in(Lane::Desk(desk), wording, urgency, None)
    }

    /// Says something somewhere, perhaps as a reply.
    pub(super) fn say_in(&mut self, lane: Lane, wording: Wording, urgency: Urgency, reply: Option<ReplyTo>) -> LineId {
        let line = self.next_line();
        self.say_as(line, lane, wording, urgency, reply);
        line
    }

    /// Says something as a line that was numbered before, because it names itself.
    pub(super) fn say_as(
        &mut self,
        line: LineId,
        lane: Lane,
        wording: Wording,
        urgency: Urgency,
        reply: Option<ReplyTo>,
    ) {
        self.effects.push(Effect::Say { line, lane, wording, urgency, reply });
    }

    /// The client's private chat.
    pub(super) const fn client_lane(&self) -> Lane {
        Lane::Client(self.conversation.client)
    }

    /// Says something else in the place of an earlier line.
    pub(super) fn revise(&mut self, lane: Lane, of: LineId, wording: Wording) {
        let line = self.next_line();
        self.effects.push(Effect::Revise { line, lane, of, wording });
    }

    /// Says something else in the place of an earlier line to the client.
    pub(super) fn revise_answer(&mut self, of: LineId, wording: Wording) {
        self.revise(self.client_lane(), of, wording);
    }

    pub(super) fn wish(&mut self, effect: Effect) {
        self.effects.push(effect);
    }

    /// Notes what was decided, for the transcript.
    pub(super) fn note(&mut self, verdict: impl Into<String>) {
        self.verdict = verdict.into();
    }

    /// The case as it is from now on, in the state and for the store.
    pub(super) fn keep_case(&mut self, case: Case, phase: impl FnOnce(Case) -> Phase) {
        self.case = Some(case.clone());
        self.conversation.phase = phase(case);
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

    /// A closed case, changed afterwards, for the store.
    pub(super) fn store_case(&mut self, case: Case) {
        self.case = Some(case);
    }

    /// The desk at which the open case lies.
    pub(super) fn desk_of_case(&self) -> Option<&'a Desk> {
        self.context.catalogue.desks.desk(&self.conversation.phase.open_case()?.desk)
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
