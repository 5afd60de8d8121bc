//! A person comes in: what a client hears about their case, and words between people.

use super::fitting::{gist, size};
use super::voice::Voice;
use crate::conversation::bounds::Bound;
use crate::domain::appointment::Appointment;
use crate::domain::case::{Case, Outcome, Reason};
use crate::domain::entry::Section;
use crate::domain::ids::{CaseNumber, EntryId};
use crate::domain::message::{Action, Button, Message, Rich, Style};
use crate::domain::moment::Moment;
use crate::domain::text::MESSAGE_LIMIT;
use crate::ports::phrases::Value;

/// So many listening lines are shown: somebody in distress must not have to choose from a list.
const MOST_LINES: usize = 4;

impl Voice<'_> {
    /// A case is opened: why, its number, and the promise.
    pub(super) fn handed_over(
        &self,
        number: CaseNumber,
        promise: Option<Moment>,
        desk: &str,
        reason: Reason,
    ) -> Message {
        let why = match reason {
            Reason::Asked | Reason::Distress => "handed-over-asked",
            Reason::NoMatch => "handed-over-no-match",
            Reason::NotHelped => "handed-over-not-helped",
            Reason::Attachment => "handed-over-attachment",
        };
        let number = self.say("case-number", &[case(number)]);
        let promise = match promise {
            Some(promise) if promise >= self.house.now => {
                let moment = self.before(promise);
                self.say("case-promise", &[("desk", desk.into()), ("moment", moment.into())])
            }
            other => self.promise(other),
        };
        let text = Rich::plain(format!("{} {number} {promise}", self.word(why)))
            .paragraph()
            .then(Style::Plain, self.word("case-write-on"));
        Message::new(text).row(vec![self.withdraw_button()])
    }

    /// Calm words first, then who listens now, then the case.
    pub(super) fn listening(&self, number: CaseNumber, promise: Option<Moment>) -> Message {
        let lines: Vec<Rich> = self
            .catalogue()
            .signals
            .listening
            .iter()
            .filter_map(|id| self.listening_line(id))
            .take(MOST_LINES)
            .collect();
        let mut text = Rich::plain(self.word("listening"));
        if !lines.is_empty() {
            text = text.paragraph().then(Style::Plain, self.word("listening-lines"));
            text = lines.into_iter().fold(text, |text, line| text.line().and(line));
        }
        let waiting = format!("{} {}", self.say("listening-case", &[case(number)]), self.promise(promise));
        let text = text.paragraph().then(Style::Plain, self.word("listening-danger"));
        let text = text.paragraph().then(Style::Plain, waiting).then(Style::Plain, " ");
        Message::new(text.then(Style::Plain, self.word("case-write-on"))).row(vec![self.withdraw_button()])
    }

    /// The name of a listening line, and how to reach it.
    fn listening_line(&self, id: &EntryId) -> Option<Rich> {
        let text = self.text(self.catalogue().entry(id)?)?;
        let reach = gist(text.sections.get(&Section::How).unwrap_or(&text.summary));
        Some(Rich::plain("• ").then(Style::Bold, text.title.clone()).line().then(Style::Plain, reach))
    }

    /// Where the open case stands.
    pub(super) fn where_it_stands(
        &self,
        number: CaseNumber,
        promise: Option<Moment>,
        owner: Option<&str>,
        appointments: &[Appointment],
    ) -> Message {
        let mut text = match (owner, promise) {
            (Some(name), None) => Rich::plain(self.say("case-with-owner", &[("name", name.into()), case(number)])),
            (Some(name), promise) => {
                let with = self.say("case-with-owner", &[("name", name.into()), case(number)]);
                Rich::plain(format!("{with} {}", self.promise(promise)))
            }
            (None, promise) => {
                let waiting = self.say("case-waiting", &[case(number)]);
                Rich::plain(format!("{waiting} {} {}", self.promise(promise), self.word("case-write-on")))
            }
        };
        for appointment in appointments {
            text = text.line().then(Style::Plain, self.agreed("case-appointment", appointment));
        }
        Message::new(text).row(vec![self.withdraw_button()])
    }

    /// No case is open; how the last one ended.
    pub(super) fn no_open_case(&self, last: Option<&Case>) -> Message {
        let Some(last) = last else { return self.line("no-case") };
        let ended = last.closed.map_or_else(String::new, |closed| self.moment(closed));
        let text = self.say("last-case", &[case(last.number), ("moment", ended.into())]);
        Message::new(Rich::plain(text)).row(vec![self.reopen_button(last.number), self.person_button()])
    }

    /// More than the house can do now.
    pub(super) fn bound(&self, bound: Bound) -> Message {
        match bound {
            Bound::Messages(from) => {
                let text = self.say("too-many-messages", &[("moment", self.moment(from).into())]);
                Message::new(Rich::plain(text)).row(vec![self.person_button()])
            }
            Bound::Cases => self.line("too-many-cases"),
        }
    }

    // --- every step, once ------------------------------------------------------------------------------

    /// Somebody else has the case from now on.
    pub(super) fn sent_to(&self, name: &str, desk: &str) -> Message {
        Message::new(Rich::plain(self.say("sent-to", &[("name", name.into()), ("desk", desk.into())])))
    }

    /// Another desk has the case from now on.
    pub(super) fn sent_to_desk(&self, desk: &str, promise: Option<Moment>) -> Message {
        let sent = self.say("sent-to-desk", &[("desk", desk.into())]);
        Message::new(Rich::plain(format!("{sent} {}", self.promise(promise)))).row(vec![self.withdraw_button()])
    }

    /// It takes longer than was promised, and why.
    pub(super) fn takes_longer(&self, number: CaseNumber, owner: Option<&str>) -> Message {
        let why = match owner {
            Some(name) => self.say("takes-longer-owner", &[("name", name.into())]),
            None => self.word("takes-longer-nobody"),
        };
        let rest = self.say("takes-longer", &[case(number)]);
        Message::new(Rich::plain(format!("{why} {rest}")))
    }

    /// Something was agreed.
    pub(super) fn appointed(&self, name: &str, appointment: &Appointment) -> Message {
        let (what, at) = self.what_and_when(appointment);
        Message::new(Rich::plain(self.say("appointed", &[("name", name.into()), what, at])))
    }

    /// What was agreed comes near.
    pub(super) fn appointment_near(&self, appointment: &Appointment) -> Message {
        Message::new(Rich::plain(self.agreed("appointment-near", appointment)))
    }

    /// The person is done; did it help?
    pub(super) fn done(
        &self,
        number: CaseNumber,
        name: &str,
        outcome: Outcome,
        referred_to: Option<&str>,
        cancelled: &[Appointment],
    ) -> Message {
        let named = ("name", Value::from(name));
        let how = match outcome {
            Outcome::Answered | Outcome::HelpedOn => self.say("done-answered", &[named]),
            Outcome::Referred => {
                let to = referred_to.unwrap_or_default();
                self.say("done-referred", &[named, ("to", to.into())])
            }
            Outcome::NoScheme => self.say("done-no-scheme", &[named]),
            Outcome::NotReachable => self.say("done-not-reachable", &[named]),
            Outcome::Withdrawn => self.say("done-withdrawn", &[named]),
        };
        let mut text = Rich::plain(how);
        for appointment in cancelled {
            text = text.line().then(Style::Plain, self.agreed("appointment-cancelled", appointment));
        }
        let text = text.paragraph().then(Style::Plain, self.word("done-bot-is-back"));
        // Who was not reached, or no longer needs it, is not asked whether it helped.
        let marks = match outcome {
            Outcome::NotReachable | Outcome::Withdrawn => Vec::new(),
            _ => [("button-helped", true), ("button-not-helped", false)]
                .map(|(key, helped)| self.button(key, Action::CaseHelped(number, helped)))
                .to_vec(),
        };
        Message::new(text).row(marks).row(vec![self.reopen_button(number)])
    }

    /// The client goes on with the person they spoke with.
    pub(super) fn reopened(&self, name: Option<&str>) -> Message {
        match name {
            Some(name) => self.named("reopened", name),
            None => self.bare("reopened-waiting"),
        }
    }

    /// `what` and `at`, for a sentence about something that was agreed.
    pub(super) fn what_and_when(&self, appointment: &Appointment) -> ((&'static str, Value), (&'static str, Value)) {
        (("what", appointment.what.as_str().into()), ("at", self.at(appointment.at).into()))
    }

    /// A sentence about something that was agreed.
    pub(super) fn agreed(&self, key: &str, appointment: &Appointment) -> String {
        let (what, at) = self.what_and_when(appointment);
        self.say(key, &[what, at])
    }

    fn reopen_button(&self, number: CaseNumber) -> Button {
        self.button("button-reopen", Action::Reopen(number))
    }

    /// By when somebody reacts; honest when that is not known, or was not kept.
    pub(super) fn promise(&self, promise: Option<Moment>) -> String {
        match promise {
            None => self.word("case-no-promise"),
            Some(promise) if promise < self.house.now => self.word("case-promise-broken"),
            Some(promise) => self.say("case-promise-someone", &[("moment", self.before(promise).into())]),
        }
    }

    /// Somebody took the case.
    pub(super) fn taken_by(&self, name: &str, desk: &str) -> Message {
        if desk.is_empty() {
            return self.named("taken-by", name);
        }
        Message::new(Rich::plain(self.say("taken-by-of", &[("name", name.into()), ("desk", desk.into())])))
    }

    /// A person's own words under their name, literally. Words so long that the name does not fit go without it.
    pub(super) fn says(&self, name: &str, words: &str, mark: Option<&str>) -> Message {
        let mut text = Rich::default().then(Style::Bold, name);
        if let Some(mark) = mark {
            text = text.then(Style::Italic, format!(" ({})", self.word(mark)));
        }
        let whole = text.line().then(Style::Plain, words);
        let fits = size(&whole.text()) <= MESSAGE_LIMIT;
        Message::new(if fits { whole } else { Rich::plain(words) })
    }

    fn withdraw_button(&self) -> Button {
        self.button("button-withdraw", Action::Withdraw)
    }
}

fn case(number: CaseNumber) -> (&'static str, Value) {
    // As text, so that no language puts a mark into a long number.
    ("case", number.to_string().into())
}
