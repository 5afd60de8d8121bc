//! A case ends with an outcome; the client may come back to it, and says whether it helped.

use std::time::Duration;

use super::effect::Effect;
use super::phase::Phase;
use super::refusal::Refusal;
use super::turn::Turn;
use super::wording::Wording;
use crate::domain::absence::present;
use crate::domain::case::{Case, CaseState, Gap, Manager, Outcome};
use crate::domain::delivery::{Lane, TopicIcon, Urgency};
use crate::domain::happening::Kind;
use crate::domain::ids::CaseNumber;
use crate::domain::text::Text;
use crate::domain::timer::Timer;

/// How long after its end a client may come back to a case.
const REOPENS_WITHIN: Duration = Duration::from_hours(14 * 24);
/// So many closed cases are remembered.
const MOST_PAST: usize = 5;

impl Turn<'_> {
    /// A manager is done. Without an outcome they are asked for it; an appointment ahead must be explained.
    pub(super) fn end(&mut self, case: &Case, by: &Manager, outcome: Option<Outcome>, why: Option<&Text>) {
        let ahead = self.ahead(case);
        let explained = why.or(case.explained.as_ref()).cloned();
        if let Some(appointment) = ahead.first().filter(|_| explained.is_none()) {
            return self.refuse(Refusal::AppointmentAhead(appointment.clone()));
        }
        let Some(outcome) = outcome else {
            self.change_case(|case| case.explained.clone_from(&explained));
            self.say_in_topic(case.number, Wording::AskOutcome { case: case.number, why: explained }, Urgency::Now);
            return;
        };
        if outcome == Outcome::Referred && why.is_none() {
            return self.refuse(Refusal::ReferredToWhom);
        }
        let referred_to = why.filter(|_| outcome == Outcome::Referred).map(|to| to.as_str().to_owned());
        self.say(Wording::Done {
            case: case.number,
            name: by.name.clone(),
            outcome,
            referred_to: referred_to.clone(),
            cancelled: ahead,
        });
        let wording = Wording::ClosedInTopic { name: by.name.clone(), outcome, why: explained };
        self.say_in_topic(case.number, wording, Urgency::Now);
        self.say_in_topic(case.number, Wording::AskGap { case: case.number, shown: case.shown.clone() }, Urgency::Now);
        self.change_case(|case| case.referred_to = referred_to);
        self.close(outcome);
    }

    /// The client goes on with the bot.
    pub(super) fn withdraw(&mut self) {
        let Some(number) = self.open_number() else {
            self.say(Wording::Ready);
            return;
        };
        self.say(Wording::Withdrawn);
        self.say_in_topic(number, Wording::WithdrawnInTopic, Urgency::Now);
        self.close(Outcome::Withdrawn);
    }

    /// Ends the open case: its topic closes, and the bot answers again.
    fn close(&mut self, outcome: Outcome) {
        self.pass_album_on();
        let Some(case) = self.conversation.phase.open_case().cloned() else { return };
        self.count_why(Kind::Closed, outcome.word());
        let closed = Case {
            state: CaseState::Closed,
            closed: Some(self.context.now),
            outcome: Some(outcome),
            wait: None,
            appointments: Vec::new(),
            icon: TopicIcon::Closed,
            ..case
        };
        self.show_as_closed(&closed);
        let line = self.next_line();
        self.wish(Effect::CloseTopic { line, lane: Lane::Case(closed.number) });
        for timer in [Timer::Ladder, Timer::Appointment, Timer::Album] {
            self.wish(Effect::LetSleep(timer));
        }
        self.conversation.relayed.clear();
        self.conversation.held.clear();
        self.conversation.offered.clear();
        self.conversation.asked.clear();
        self.conversation.past.push(closed.clone());
        let too_many = self.conversation.past.len().saturating_sub(MOST_PAST);
        self.conversation.past.drain(..too_many);
        self.keep_case(closed, |case| Phase::Closed { case: case.number });
    }

    /// "One more thing": the client goes on with the person they spoke with.
    pub(super) fn reopen(&mut self, number: CaseNumber) {
        if self.tell_where_it_stands().is_some() {
            return;
        }
        let at = self.conversation.past.iter().position(|case| case.number == number);
        let is_recent =
            |case: &Case| case.closed.is_some_and(|closed| self.context.now.since(closed) <= REOPENS_WITHIN);
        let Some(at) = at.filter(|at| self.conversation.past.get(*at).is_some_and(is_recent)) else {
            self.say(Wording::TooLateToReopen);
            return;
        };
        let case = self.conversation.past.remove(at);
        let owner = case.owner.as_ref().map(|owner| present(owner, self.context.away));
        let state = if owner.is_some() { CaseState::Taken } else { CaseState::Waiting };
        let lent_by = case.owner.clone().filter(|was| owner.as_ref().is_some_and(|is| is.id != was.id));
        let case = Case { state, owner, lent_by, closed: None, outcome: None, helped: None, ..case };
        let line = self.next_line();
        self.wish(Effect::ReopenTopic { line, lane: Lane::Case(number) });
        self.say(Wording::Reopened { name: case.owner.as_ref().map(|owner| owner.name.clone()) });
        let wording = Wording::ReopenedInTopic { owner: case.owner.clone() };
        self.say_in_topic(number, wording, Urgency::Now);
        self.conversation.asked.clear();
        let is_owned = case.owner.is_some();
        self.keep_case(case, |case| if is_owned { Phase::WithManager { case } } else { Phase::Waiting { case } });
        self.count(Kind::Reopened);
        self.begin_wait();
        self.revise_sheet();
    }

    /// The client says whether the person helped; asked and counted once.
    pub(super) fn mark_case(&mut self, number: CaseNumber, helped: bool) {
        self.wish(Effect::Notice(Wording::MarkNoticed));
        if let Some(case) = self.past_case(number).filter(|case| case.helped.is_none()) {
            let kind = if helped { Kind::CaseHelped } else { Kind::CaseNotHelped };
            self.count_past(kind, &case, None);
            self.keep_past(Case { helped: Some(helped), ..case });
        }
    }

    /// A manager says what the catalogue should have known.
    pub(super) fn note_gap(&mut self, number: CaseNumber, gap: Option<Gap>) {
        self.wish(Effect::Notice(Wording::GapNoted { is_gap: gap.is_some() }));
        let Some(case) = self.past_case(number).filter(|case| case.gap.is_none()) else { return };
        match &gap {
            Some(Gap::Entry(entry)) => self.count_past(Kind::Gap, &case, Some(entry)),
            Some(Gap::Missing) => self.count_past(Kind::Gap, &case, None),
            None => return,
        }
        self.keep_past(Case { gap, ..case });
    }

    fn past_case(&self, number: CaseNumber) -> Option<Case> {
        self.conversation.past.iter().find(|case| case.number == number).cloned()
    }

    fn keep_past(&mut self, case: Case) {
        if let Some(past) = self.conversation.past.iter_mut().find(|past| past.number == case.number) {
            *past = case.clone();
        }
        self.store_case(case);
    }
}
