//! Wishes: what the heart wants to happen. The service carries them out.

use crate::conversation::wording::Wording;
use crate::domain::case::Case;
use crate::domain::delivery::{Lane, Urgency};
use crate::domain::happening::Happening;
use crate::domain::ids::{LineId, MessageRef};
use crate::domain::message::ReplyTo;
use crate::domain::moment::Moment;
use crate::domain::text::Text;
use crate::domain::timer::Timer;

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
        /// What it replies to.
        reply: Option<ReplyTo>,
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
        /// What it replies to there.
        reply: Option<ReplyTo>,
    },
    /// Copy an album to the other side, together and in order.
    RelayAlbum {
        /// Its name from now on.
        line: LineId,
        /// Where to.
        lane: Lane,
        /// The messages.
        from: Vec<MessageRef>,
    },
    /// Put other words under a picture or file that was copied.
    ReviseCaption {
        /// The name of this change.
        line: LineId,
        /// Where the copy stands.
        lane: Lane,
        /// The line that changes.
        of: LineId,
        /// The words from now on.
        caption: Text,
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
    /// Make the topic of a case look as the case stands.
    DressTopic {
        /// Its name in the outbox.
        line: LineId,
        /// The case, with the sign on its topic.
        case: Case,
    },
    /// The case goes on elsewhere: say so in its topic, close that, and forget it.
    LeaveTopic {
        /// The names of the three rows in the outbox.
        lines: [LineId; 3],
        /// The case, as it was here, with the sign for what is done.
        case: Case,
        /// What is said there.
        farewell: Wording,
    },
    /// Open the closed topic of a case again.
    ReopenTopic {
        /// Its name in the outbox.
        line: LineId,
        /// Where.
        lane: Lane,
    },
    /// Close the topic of a case.
    CloseTopic {
        /// Its name in the outbox.
        line: LineId,
        /// Where.
        lane: Lane,
    },
    /// Wake me at this moment.
    Wake(Timer, Moment),
    /// Don't wake me any more.
    LetSleep(Timer),
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
    Count(Happening),
}
