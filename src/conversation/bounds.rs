//! How much the house does at once: for one client, and for the desks. Nobody with a person is ever cut off.

use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::event::{Command, Event, Found};
use super::judgement::{Verdict, judge};
use super::turn::Turn;
use super::wording::Wording;
use crate::domain::case::Reason;
use crate::domain::ids::LineId;
use crate::domain::message::Action;
use crate::domain::moment::Moment;

/// How many messages and taps of one client the bot takes.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Quota {
    /// Within a minute.
    pub a_minute: u32,
    /// Within a day.
    pub a_day: u32,
}

/// What is too much, for who asked.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Bound {
    /// So many messages: the bot reads on from this moment.
    Messages(Moment),
    /// So many people wait for a person that nobody is added.
    Cases,
}

/// What a client has used of their quota.
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
pub struct Usage {
    minute: Stretch,
    day: Stretch,
    /// Have they heard that it is too much?
    told: bool,
}

/// So many since a moment.
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
struct Stretch {
    since: Moment,
    many: u32,
}

const MINUTE: Duration = Duration::from_mins(1);
const DAY: Duration = Duration::from_hours(24);

impl Stretch {
    /// Counts one more; the moment from which there is room again, when this one is too much.
    fn count(&mut self, span: Duration, most: u32, now: Moment) -> Option<Moment> {
        // A clock that jumped back begins anew, too.
        if now.since(self.since) >= span || now < self.since {
            *self = Self { since: now, many: 0 };
        }
        self.many = self.many.saturating_add(1);
        (self.many > most).then(|| self.since.after(span))
    }
}

impl Turn<'_> {
    /// Does the client ask for more than the bot takes? They hear it once; after that nothing is said until there is
    /// room again.
    pub(super) fn is_too_much(&mut self, event: &Event) -> bool {
        if !self.conversation.phase.bot_answers() || !is_the_clients(event) {
            return false;
        }
        let (quota, now) = (self.context.policy.quota, self.context.now);
        let usage = &mut self.conversation.usage;
        let minute = usage.minute.count(MINUTE, quota.a_minute, now);
        let day = usage.day.count(DAY, quota.a_day, now);
        let Some(from) = minute.max(day) else {
            usage.told = false;
            return false;
        };
        if self.is_always_heard(event) {
            return false;
        }
        if !std::mem::replace(&mut self.conversation.usage.told, true) {
            self.say(Wording::Bound(Bound::Messages(from)));
        }
        true
    }

    /// Distress, the wish for a person, and the wish to be forgotten.
    fn is_always_heard(&self, event: &Event) -> bool {
        match event {
            Event::Wrote { found: Found { alone, .. }, .. } | Event::Edited { found: Found { alone, .. }, .. } => {
                let verdict = judge(alone, &self.context.policy.thresholds, false);
                matches!(verdict, Verdict::Listen | Verdict::Person)
            }
            Event::Commanded(command) => matches!(command, Command::Person | Command::ForgetMe),
            Event::Tapped { action, .. } => matches!(action, Action::Person | Action::Erase(_)),
            _ => false,
        }
    }

    /// Are so many waiting for a person that nobody is added? Somebody in distress always is.
    pub(super) fn is_too_crowded_for(&mut self, reason: Reason) -> Option<LineId> {
        if self.context.policy.takes_cases || reason == Reason::Distress {
            return None;
        }
        self.note("too-busy");
        Some(self.say(Wording::Bound(Bound::Cases)))
    }
}

/// Did the client do it themselves, and does it ask for work?
const fn is_the_clients(event: &Event) -> bool {
    matches!(
        event,
        Event::Wrote { .. }
            | Event::Edited { .. }
            | Event::Attached { .. }
            | Event::Commanded(_)
            | Event::Tapped { .. }
    )
}
