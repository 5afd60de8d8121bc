//! What is counted and timed while the house works, for who runs it: numbers, never whom or what they are about.

use std::time::Duration;

use crate::domain::happening::Kind;

macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$word_doc:meta])* $word:ident = $text:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
        pub enum $name {
            $($(#[$word_doc])* $word,)+
        }

        impl $name {
            /// All there are: a figure that never happened stands at zero instead of missing.
            pub const ALL: &[Self] = &[$(Self::$word),+];

            /// The word in the figures.
            pub const fn word(self) -> &'static str {
                match self {
                    $(Self::$word => $text,)+
                }
            }
        }
    };
}

words! {
    /// How the handling of an update ended.
    Handling {
        /// It is done with.
        Done = "done",
        /// It failed and is tried again.
        Postponed = "postponed",
        /// It was given up.
        Buried = "buried",
    }
}

words! {
    /// What a client got.
    Verdict {
        /// A card.
        Answer = "answer",
        /// A question back.
        Clarify = "clarify",
        /// A person.
        HandOver = "handover",
        /// The listening lines, and a person.
        Listen = "listen",
        /// A kind word.
        SmallTalk = "smalltalk",
        /// A card they chose themselves.
        Shown = "shown",
        /// No person, for too many wait.
        TooBusy = "too-busy",
        /// A word about a photo or file.
        Attachment = "attachment",
        /// Anything else.
        Other = "other",
    }
}

impl Verdict {
    /// What a decision's own words say, e.g. `answer:bmkb`; `None` when nothing was decided.
    pub fn of(decision: &str) -> Option<Self> {
        let head = decision.split(':').next().filter(|head| !head.is_empty())?;
        Some(Self::ALL.iter().copied().find(|verdict| verdict.word() == head).unwrap_or(Self::Other))
    }
}

words! {
    /// How an attempt to deliver ended.
    Attempt {
        /// It arrived.
        Delivered = "delivered",
        /// It is not known whether it arrived.
        Unknown = "unknown",
        /// It did not leave, or the messenger is not well.
        NotSent = "not-sent",
        /// The messenger asked to wait (429).
        Wait = "wait",
        /// The group refuses us.
        NotAllowed = "not-allowed",
        /// The group moved, or the topic is gone: it goes on elsewhere.
        Elsewhere = "elsewhere",
        /// The person can't be reached.
        Unreachable = "unreachable",
        /// The messenger will never take it.
        Refused = "refused",
    }
}

/// What is timed.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum Timed {
    /// From an update's arrival here until its decision is kept.
    Decision,
    /// Looking up the evidence for one message.
    Search,
    /// One call to the messenger.
    Delivery,
}

/// Something that happened.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Counted {
    /// So many new updates were kept.
    Received(usize),
    /// An update was handled.
    Handled(Handling),
    /// Something was decided.
    Decided(Verdict),
    /// Somebody tried to deliver a row.
    Tried(Attempt),
    /// A row was given up.
    GivenUp,
    /// Something worth a figure for the office.
    Happened(Kind),
    /// A person answered a client for the first time: within the promise, or not.
    Promise {
        /// Was it kept?
        kept: bool,
    },
}

/// Who keeps count. Called on the way to an answer: returns at once.
pub trait Meter: Send + Sync {
    /// Counts it.
    fn count(&self, what: Counted);
    /// It took this long.
    fn time(&self, what: Timed, took: Duration);
}

/// Nobody keeps count.
impl Meter for () {
    fn count(&self, _: Counted) {}
    fn time(&self, _: Timed, _: Duration) {}
}
