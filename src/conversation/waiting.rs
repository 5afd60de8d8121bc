//! A client waits for a person: the promise, the ladder when it is not kept, and a clock that stands still while they
//! can't be reached.

use super::effect::Effect;
use super::turn::Turn;
use super::wording::Wording;
use crate::domain::case::Case;
use crate::domain::delivery::Urgency;
use crate::domain::desk::Desk;
use crate::domain::happening::Kind;
use crate::domain::timer::Timer;
use crate::domain::wait::{Rung, Wait};

impl<'a> Turn<'a> {
    /// The client said something that asks for an answer: the clock starts, unless it runs already.
    pub(super) fn begin_wait(&mut self) {
        if self.conversation.phase.open_case().is_none_or(|case| case.wait.is_some()) {
            return;
        }
        let wait = Wait::from(self.context.now);
        let promise = self.desk_of_case().and_then(|desk| desk.promise(&wait));
        self.change_case(|case| {
            case.wait = Some(wait);
            case.promise = promise;
        });
        self.set_ladder();
    }

    /// A person wrote to the client: nobody waits any more. What does not reach them is no answer.
    pub(super) fn end_wait(&mut self) {
        if !self.conversation.reachable {
            return;
        }
        let now = self.context.now;
        let Some(case) = self.conversation.phase.open_case().cloned() else { return };
        if case.wait.is_none() && case.answered.is_some() {
            return;
        }
        if case.answered.is_none() {
            self.count_wait(Kind::FirstAnswer, &case);
        }
        self.change_case(|case| {
            case.wait = None;
            case.answered = case.answered.or(Some(now));
        });
        self.wish(Effect::LetSleep(Timer::Ladder));
    }

    /// The client can't be reached: the clock stands still.
    pub(super) fn pause_wait(&mut self) {
        let now = self.context.now;
        let Some(hours) = self.desk_of_case().map(|desk| &desk.hours) else { return };
        let passed = |wait: &Wait| wait.passed.saturating_add(hours.between(wait.counted_from, now));
        let Some(wait) = self.wait().filter(|wait| !wait.paused) else { return };
        let wait = Wait { passed: passed(&wait), paused: true, ..wait };
        self.change_case(|case| case.wait = Some(wait));
        self.wish(Effect::LetSleep(Timer::Ladder));
    }

    /// The client can be reached again: the clock goes on.
    pub(super) fn resume_wait(&mut self) {
        let Some(wait) = self.wait().filter(|wait| wait.paused) else { return };
        let wait = Wait { counted_from: self.context.now, paused: false, ..wait };
        let promise = self.desk_of_case().and_then(|desk| desk.promise(&wait));
        self.change_case(|case| {
            case.wait = Some(wait);
            case.promise = promise;
        });
        self.set_ladder();
    }

    /// Sets the alarm for the next step of the ladder.
    pub(super) fn set_ladder(&mut self) {
        let next = self.wait().filter(|wait| !wait.paused).and_then(|wait| {
            let desk = self.desk_of_case()?;
            wait.ahead().find_map(|rung| desk.rung_at(rung, &wait))
        });
        match next {
            Some(moment) => self.wish(Effect::Wake(Timer::Ladder, moment)),
            None => self.wish(Effect::LetSleep(Timer::Ladder)),
        }
    }

    /// The time for a step has come. After an outage several may be due: the client hears of the delay, and of the
    /// desk's steps only the last is taken.
    pub(super) fn climb(&mut self) {
        let Some((case, wait, desk)) = self.whose_wait() else {
            // A case from before there were ladders: its wait begins now.
            if self.conversation.phase.open_case().is_some_and(|case| case.wait.is_none() && case.answered.is_none()) {
                self.begin_wait();
            }
            return;
        };
        if !desk.hours.is_open(self.context.now) {
            if let Some(open) = desk.hours.next_open(self.context.now) {
                self.wish(Effect::Wake(Timer::Ladder, open));
            }
            return;
        }
        let due: Vec<Rung> = wait
            .ahead()
            .take_while(|rung| desk.rung_at(*rung, &wait).is_some_and(|moment| moment <= self.context.now))
            .collect();
        let Some(last) = due.last().copied() else { return self.set_ladder() };
        self.change_case(|case| case.wait = Some(Wait { done: Some(last), ..wait }));
        if due.contains(&Rung::Explain) {
            self.count(Kind::TakesLonger);
            let owner = case.owner.as_ref().map(|owner| owner.name.clone());
            self.say(Wording::TakesLonger { case: case.number, owner });
        }
        if let Some(step) = due.into_iter().rfind(|rung| *rung != Rung::Explain) {
            self.call(&case, desk, step);
        }
        self.set_ladder();
    }

    /// One step of the ladder, at the desk.
    fn call(&mut self, case: &Case, desk: &Desk, step: Rung) {
        let urgency = if case.is_urgent() { Urgency::First } else { Urgency::Now };
        let owner = case.owner.clone();
        match step {
            Rung::Nudge => {
                self.say_in_topic(case.number, Wording::Nudge { promise: case.promise }, urgency);
            }
            Rung::Call => match owner {
                Some(owner) => {
                    let wording = Wording::CallOwner { owner, promise: case.promise };
                    self.say_in_topic(case.number, wording, urgency);
                }
                None => {
                    let wording = Wording::CallDesk { case: Box::new(case.clone()) };
                    self.say_to_desk(desk.id.clone(), wording, urgency);
                }
            },
            Rung::Lead => {
                self.count(Kind::PromiseBroken);
                let wording = Wording::CallLead { case: Box::new(case.clone()), lead: desk.lead.clone() };
                self.say_to_desk(desk.id.clone(), wording, urgency);
            }
            Rung::FallBack => {
                let fallback = self.context.catalogue.desks.fallback().filter(|fallback| **fallback != desk.id);
                match fallback.cloned() {
                    Some(fallback) => self.pass_to_desk(case, None, &fallback),
                    None => {
                        let wording = Wording::CallDesk { case: Box::new(case.clone()) };
                        self.say_to_desk(desk.id.clone(), wording, urgency);
                    }
                }
            }
            Rung::Explain => {}
        }
    }

    fn whose_wait(&self) -> Option<(Case, Wait, &'a Desk)> {
        let case = self.conversation.phase.open_case()?;
        let wait = case.wait.filter(|wait| !wait.paused)?;
        Some((case.clone(), wait, self.desk_of_case()?))
    }

    fn wait(&self) -> Option<Wait> {
        self.conversation.phase.open_case()?.wait
    }
}
