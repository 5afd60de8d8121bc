//! Somebody who looks on while the house works: in the sandbox, and nowhere else. Logs hold no reasons; this does.

use crate::conversation::event::Found;
use crate::conversation::policy::Thresholds;
use crate::domain::delivery::Outgoing;
use crate::domain::ids::ClientId;
use crate::domain::moment::Moment;
use crate::domain::timer::Timer;
use crate::ports::kept::{ClaimedOutgoing, UpdateId};
use crate::ports::messenger::{Failure, Receipt};

/// What made the house decide something.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Occasion {
    /// An update came in.
    Update(UpdateId),
    /// It was time for something.
    Timer(Timer),
    /// Something did not arrive.
    Delivery,
    /// The house did so of its own accord.
    House,
}

/// A decision that was committed, with its why.
#[derive(Clone, Debug)]
pub struct Decided<'a> {
    /// What it was an answer to.
    pub occasion: Occasion,
    /// Whose conversation.
    pub client: ClientId,
    /// The phase before, as a word.
    pub before: &'a str,
    /// The phase from now on, as a word.
    pub after: &'a str,
    /// What was decided: `answer:bmkb`; empty when there was nothing to judge.
    pub verdict: &'a str,
    /// What was looked up, when something was.
    pub found: Option<&'a Found>,
    /// How sure the house had to be.
    pub thresholds: &'a Thresholds,
    /// The rows that went into the outbox.
    pub rows: &'a [Outgoing],
    /// What must be looked at later, and when.
    pub timers: &'a [(Timer, Moment)],
}

/// One thing that happens inside.
#[derive(Clone, Debug)]
pub enum Step<'a> {
    /// A worker took an update up; the number counts how often that happened.
    Begun(UpdateId, u32),
    /// An update was handled; or, with the reason, it was not this time.
    Ended(UpdateId, Option<&'a str>),
    /// A decision was committed.
    Decided(&'a Decided<'a>),
    /// A row of the outbox may not go yet: the house keeps to the messenger's limits.
    Held(&'a ClaimedOutgoing, Moment),
    /// A row goes out.
    Sending(&'a ClaimedOutgoing),
    /// What came of that, for the row and those that went along in one message with it.
    Sent(&'a ClaimedOutgoing, &'a [ClaimedOutgoing], &'a Result<Receipt, Failure>),
}

/// Who looks on. It must be quick, and can change nothing.
pub trait Observer: Send + Sync {
    /// Sees one step.
    fn sees(&self, step: &Step<'_>);
}
