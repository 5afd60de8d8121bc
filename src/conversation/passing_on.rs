//! Who has a case: it is taken, passed to a colleague or another desk, given back, lent and brought home. It always has
//! an owner or a desk.

use super::effect::Effect;
use super::order::Order;
use super::refusal::Refusal;
use super::turn::Turn;
use super::wording::Wording;
use crate::domain::absence::present;
use crate::domain::case::{Case, CaseState, Manager, Rejection};
use crate::domain::delivery::{TopicIcon, Urgency};
use crate::domain::happening::Kind;
use crate::domain::ids::{CaseNumber, DeskId};
use crate::domain::text::Text;
use crate::domain::wait::Wait;

impl Turn<'_> {
    /// A manager wants something done. Their role was checked when it came in; whether the case is theirs is checked here.
    pub(super) fn obey_manager(&mut self, number: CaseNumber, by: Manager, order: Order) {
        if let Order::Gap(gap) = order {
            return self.note_gap(number, gap);
        }
        let Some(case) = self.open_case_of(number) else {
            return self.refuse(Refusal::Closed);
        };
        let is_others = case.owner.as_ref().filter(|owner| owner.id != by.id).cloned();
        match (order, is_others) {
            (Order::TakeOver, _) | (Order::Take, None) => self.take(&case, by),
            (Order::Show { words, found }, _) => {
                self.say_in_topic(number, Wording::Candidates { case: number, words, found }, Urgency::Now);
            }
            (Order::OfferText(text), _) => self.offer_text(number, text),
            (Order::SendAnyway(message), _) => {
                if !self.send_anyway(&by, message) {
                    self.refuse(Refusal::NotHeld);
                }
            }
            (Order::Unknown, _) => self.refuse(Refusal::UnknownOrder),
            // What concerns the client or the owner is the owner's to do.
            (_, Some(owner)) => self.refuse(Refusal::NotYours { owner: owner.name }),
            (Order::PassTo { to, lent }, None) => self.pass_to(&case, &by, &to, lent),
            (Order::PassToDesk(desk), None) => self.pass_to_desk(&case, Some(&by), &desk),
            (Order::Reject(why, words), None) => self.reject(&case, &by, why, words),
            (Order::SendCard(entry), None) => self.send_card(&case, by, entry),
            (Order::SendText(offer), None) => self.send_text(&case, by, offer),
            (Order::Appoint { what, at }, None) => self.appoint(&case, by, what, at),
            (Order::Close { outcome, why }, None) => self.end(&case, &by, outcome, why.as_ref()),
            (Order::Gap(_), None) => {}
        }
    }

    /// Says why something can't be done, and only to who asked for it.
    pub(super) fn refuse(&mut self, why: Refusal) {
        self.wish(Effect::Notice(Wording::Refused(why)));
    }

    /// A manager takes the case. The first wins; a colleague takes over with a tap of their own.
    pub(super) fn take(&mut self, case: &Case, by: Manager) {
        if case.is_owned_by(by.id) {
            return;
        }
        self.announce_owner(case, &by);
        self.say_in_topic(case.number, Wording::TakenInTopic { name: by.name.clone() }, Urgency::Now);
        if case.taken.is_some() {
            self.count(Kind::TakenOver);
        }
        self.own(by, None);
    }

    /// A colleague has it from now on.
    fn pass_to(&mut self, case: &Case, by: &Manager, to: &Manager, lent: bool) {
        let to = present(to, self.context.away);
        if case.is_owned_by(to.id) {
            return self.refuse(Refusal::AlreadyTheirs { name: to.name });
        }
        let wording = Wording::PassedInTopic { by: by.name.clone(), to: to.clone(), lent };
        self.say_in_topic(case.number, wording, Urgency::Now);
        self.announce_owner(case, &to);
        self.count(Kind::Passed);
        let lender = lent.then(|| case.lent_by.clone().unwrap_or_else(|| by.clone()));
        self.own(to, lender);
    }

    /// A manager is back: what was lent comes home.
    pub(super) fn bring_home(&mut self, manager: &Manager) {
        let Some(case) = self.conversation.phase.open_case().cloned() else { return };
        if case.lent_by.as_ref().is_none_or(|lender| lender.id != manager.id) {
            return;
        }
        let by = case.owner.as_ref().map_or_else(String::new, |owner| owner.name.clone());
        let wording = Wording::PassedInTopic { by, to: manager.clone(), lent: false };
        self.say_in_topic(case.number, wording, Urgency::Now);
        self.announce_owner(&case, manager);
        self.own(manager.clone(), None);
    }

    /// Another desk has it from now on: the topic there opens, the topic here closes, nobody owns it yet.
    pub(super) fn pass_to_desk(&mut self, case: &Case, by: Option<&Manager>, to: &DeskId) {
        let Some(desk) = self.context.catalogue.desks.desk(to) else {
            return self.refuse(Refusal::UnknownDesk);
        };
        if desk.id == case.desk {
            return self.refuse(Refusal::AlreadyThere { desk: desk.name.clone() });
        }
        let from = self.context.catalogue.desks.desk(&case.desk).map_or_else(String::new, |desk| desk.name.clone());
        let wait =
            Wait { since: case.wait.map_or(self.context.now, |wait| wait.since), ..Wait::from(self.context.now) };
        let promise = desk.promise(&wait);
        let lines = [self.next_line(), self.next_line(), self.next_line()];
        let farewell = Wording::LeftForDesk { desk: desk.name.clone(), by: by.map(|by| by.name.clone()) };
        let left = Case { icon: TopicIcon::Closed, ..case.clone() };
        self.wish(Effect::LeaveTopic { lines, case: left, farewell });
        self.say(Wording::SentToDesk { desk: desk.name.clone(), promise });
        let (desk, name) = (desk.id.clone(), by.map(|by| by.name.clone()));
        self.change_case(|case| {
            case.desk = desk;
            case.owner = None;
            case.lent_by = None;
            case.state = CaseState::Waiting;
            case.promise = promise;
            case.wait = Some(wait);
            case.sheet = None;
        });
        self.conversation.held.clear();
        self.count(Kind::PassedToDesk);
        self.open_topic();
        self.say_in_topic(case.number, Wording::CameFromDesk { desk: from, by: name }, Urgency::Now);
        self.set_ladder();
    }

    /// It is not for this manager: it goes back to the desk, with the reason.
    fn reject(&mut self, case: &Case, by: &Manager, why: Option<Rejection>, words: Option<Text>) {
        let Some(why) = why else {
            self.say_in_topic(case.number, Wording::AskWhyNot { case: case.number }, Urgency::Now);
            return;
        };
        if why == Rejection::Other && words.is_none() {
            return self.refuse(Refusal::NoReason);
        }
        self.count_why(Kind::Rejected, why.word());
        self.say_in_topic(case.number, Wording::RejectedInTopic { by: by.name.clone(), why, words }, Urgency::Now);
        if case.owner.is_some() {
            self.say(Wording::LookingForColleague { name: by.name.clone() });
            self.change_case(|case| {
                case.owner = None;
                case.lent_by = None;
                case.state = CaseState::Waiting;
            });
            self.begin_wait();
        }
    }

    /// The client hears who has it, once for each new owner.
    fn announce_owner(&mut self, case: &Case, owner: &Manager) {
        let desk = self.context.catalogue.desks.desk(&case.desk).map_or_else(String::new, |desk| desk.name.clone());
        let wording = if case.owner.is_some() {
            Wording::SentTo { name: owner.name.clone(), desk }
        } else {
            Wording::TakenBy { name: owner.name.clone(), desk }
        };
        self.say(wording);
    }

    fn own(&mut self, owner: Manager, lent_by: Option<Manager>) {
        let now = self.context.now;
        if let Some(case) = self.conversation.phase.open_case().filter(|case| case.taken.is_none()).cloned() {
            self.count_wait(Kind::Claimed, &case);
        }
        // What the new owner wrote while the case was a colleague's stays unsent until they say so: it is not guessed.
        self.change_case(|case| {
            case.state = CaseState::Taken;
            case.owner = Some(owner);
            case.lent_by = lent_by;
            case.taken = case.taken.or(Some(now));
        });
    }

    /// By doing something for the client a manager takes a case that nobody has.
    pub(super) fn take_if_free(&mut self, case: &Case, by: &Manager) {
        if case.owner.is_none() {
            self.take(case, by.clone());
        }
    }
}
