//! Wishes: what the heart wants to happen. The service carries them out.

use crate::conversation::wording::Wording;
use crate::domain::case::Case;
use crate::domain::delivery::{Lane, Urgency};
use crate::domain::ids::{LineId, MessageRef};
use crate::domain::moment::Moment;

/// Something that must happen because of a decision.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Say something new.
    Say {
        /// Its name from now on.
        line: LineId,
        /// Where.
        lane: Lane,
        /// What.
        wording: Wording,
        /// How urgent.
        urgency: Urgency,
    },
    /// Say something else in the place of an earlier line.
    Revise {
        /// The name of this change.
        line: LineId,
        /// Where the earlier line stands.
        lane: Lane,
        /// The line that changes.
        of: LineId,
        /// What stands there from now on.
        wording: Wording,
    },
    /// Copy a person's message to the other side.
    Relay {
        /// Its name from now on.
        line: LineId,
        /// Where to.
        lane: Lane,
        /// The message.
        from: MessageRef,
        /// Who wrote it.
        author: String,
    },
    /// Make the topic of a case.
    OpenTopic {
        /// Its name in the outbox.
        line: LineId,
        /// The case.
        case: Case,
    },
    /// Pin a line in the topic of a case.
    Pin {
        /// Its name in the outbox.
        line: LineId,
        /// Where.
        lane: Lane,
        /// The line to pin.
        of: LineId,
    },
    /// Close the topic of a case.
    CloseTopic {
        /// Its name in the outbox.
        line: LineId,
        /// Where.
        lane: Lane,
    },
    /// Wake me at this moment to say what I hold back.
    Settle(Moment),
    /// A short notice, only for who tapped just now.
    Notice(Wording),
    /// Send the client a file with everything that is kept about them.
    SendMyData {
        /// Its name.
        line: LineId,
    },
    /// Erase everything about this client; `farewell` is the last line.
    Erase {
        /// The name of the last line.
        farewell: LineId,
    },
    /// Count this: no client, no words.
    Count(String),
}
