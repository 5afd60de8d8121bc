//! What goes into the store and comes out of it.

use serde::{Deserialize, Serialize};

use crate::domain::case::Case;
use crate::domain::delivery::{Outgoing, Topic};
use crate::domain::happening::Happening;
use crate::domain::ids::{
    CaseNumber, ChatId, ClientId, DeskId, LineId, MessageRef, PersonId, ReleaseId, ReleaseNumber,
};
use crate::domain::language::Language;
use crate::domain::moment::Moment;
use crate::domain::timer::Timer;
use crate::ports::lease::Fence;
use crate::ports::messenger::Destination;

/// The number of an update, as the messenger gave it.
pub type UpdateId = i64;

/// Which updates must be handled one after another: those of one chat, or of one topic.
///
/// What must be found again when a client is erased lies in [`lane_of_client`] and [`lane_of_topic`].
pub type InboxLane = String;

/// The lane of everything a client does in their private chat.
pub fn lane_of_client(client: ClientId) -> InboxLane {
    format!("client:{client}")
}

/// The lane of everything that is done in a topic.
pub fn lane_of_topic(topic: Topic) -> InboxLane {
    format!("topic:{}:{}", topic.chat, topic.thread)
}

/// An update as it arrived.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct RawUpdate {
    /// Its number; one that is known is not stored again.
    pub id: UpdateId,
    /// The chat or topic it belongs to.
    pub lane: InboxLane,
    /// Its JSON, masked, as text.
    pub raw: String,
    /// When it arrived here.
    pub received: Moment,
}

/// An update that is ours to handle until the lease ends.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct ClaimedUpdate {
    /// The update.
    pub update: RawUpdate,
    /// How often it was claimed, this time included.
    pub attempts: u32,
    /// Under which lease it was claimed.
    pub by: Fence,
}

/// A conversation as it is kept: its state as JSON, opaque to the store.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct StoredConversation {
    /// Whose it is.
    pub client: ClientId,
    /// Counts the commits; a commit names the version it was decided on.
    pub version: i64,
    /// The state as JSON.
    pub state: String,
}

/// Who said a line of the transcript.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Speaker {
    /// The entrepreneur.
    Client,
    /// Loket.
    Bot,
    /// An account manager.
    Manager,
}

impl Speaker {
    /// The word for tables.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Client => "client",
            Self::Bot => "bot",
            Self::Manager => "manager",
        }
    }
}

/// A line of the transcript: who said what, when, on what ground.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct TranscriptLine {
    /// When.
    pub at: Moment,
    /// Who.
    pub speaker: Speaker,
    /// The manager's first name; empty for the others.
    pub name: String,
    /// What.
    pub text: String,
    /// The message of the person, when it is one.
    pub message: Option<MessageRef>,
    /// Our line, when it is one.
    pub line: Option<LineId>,
    /// What was decided, e.g. `answer:bmkb`; empty when nothing was.
    pub decision: String,
    /// The release the answer came from.
    pub release: Option<ReleaseId>,
    /// The case it belongs to.
    pub case: Option<CaseNumber>,
}

/// One transition of one conversation, with everything that comes with it.
#[derive(Clone, Debug)]
pub struct Commit {
    /// When it was decided.
    pub now: Moment,
    /// The state it was decided on: its version, 0 when there was none.
    pub based_on: i64,
    /// Whose conversation.
    pub client: ClientId,
    /// The new state as JSON.
    pub state: String,
    /// The moment of the last contact, for retention.
    pub last_contact: Moment,
    /// The updates that are handled by this.
    pub handled: Vec<UpdateId>,
    /// Timers to set, replacing the one of the same kind.
    pub set_timers: Vec<(Timer, Moment)>,
    /// Timers to remove.
    pub clear_timers: Vec<Timer>,
    /// Lines of the transcript, in order.
    pub transcript: Vec<TranscriptLine>,
    /// A corrected text for a message that stands in the transcript.
    pub corrected: Option<(MessageRef, String)>,
    /// The case, when it was opened or changed.
    pub case: Option<Case>,
    /// The desks whose boards may have changed, and when those are to be written anew.
    pub boards: Vec<(DeskId, Moment)>,
    /// The case that goes on without its topic: that becomes a former one.
    pub leaves_topic: Option<CaseNumber>,
    /// What must happen outside, in order.
    pub outgoing: Vec<Outgoing>,
    /// What happened: no client, no words.
    pub happened: Vec<Happening>,
}

/// What the house does of its own accord, for a desk and not for a client: wholly or not at all.
#[derive(Clone, Debug, Default)]
pub struct HouseCommit {
    /// What must happen outside, in order; the client is [`ClientId::HOUSE`].
    pub outgoing: Vec<Outgoing>,
    /// The board of a desk from now on.
    pub board: Option<(DeskId, Board)>,
    /// Timers to set, replacing the one of the same kind; a board that is to be looked at earlier stays so.
    pub set_timers: Vec<(HouseTimer, Moment)>,
    /// Timers to remove, if they were not set anew since they were read.
    pub clear_timers: Vec<(HouseTimer, Moment)>,
}

/// The board in the General topic of a desk.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Board {
    /// The line it stands in.
    pub line: LineId,
    /// What it says.
    pub text: String,
}

/// Something that the house looks at later, for a desk or a manager.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub enum HouseTimer {
    /// The board of this desk may have changed.
    Board(DeskId),
    /// The morning digest of this desk.
    Digest(DeskId),
    /// This manager is back.
    Back(PersonId),
    /// The admins were told that this desk's group refuses us.
    Warned(DeskId),
    /// The admins were told that an update has waited for so many hours.
    OldInbox(u8),
    /// This person gets the figures of last week.
    Figures(PersonId),
    /// A release was published: do all programs that work on this database have it?
    Spread {
        /// The release.
        release: ReleaseNumber,
        /// Who published it.
        to: PersonId,
        /// The language they speak.
        language: Language,
        /// When it was published.
        since: Moment,
    },
}

/// The topic of a case, as it is found by its place.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct TopicCase {
    /// The case.
    pub number: CaseNumber,
    /// Whose it is.
    pub client: ClientId,
    /// The desk it lies at.
    pub desk: DeskId,
    /// Is the topic a former one: did the case go on elsewhere?
    pub is_former: bool,
}

/// A case that is open, and where its topic stands.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct OpenCase {
    /// The case.
    pub case: Case,
    /// Its topic, once there is one.
    pub topic: Option<Topic>,
}

/// Somebody in a desk's group.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Member {
    /// The group.
    pub chat: ChatId,
    /// Who.
    pub person: PersonId,
    /// Their first name.
    pub name: String,
    /// Their name in the messenger, without the `@`.
    pub username: Option<String>,
    /// Are they in the group?
    pub is_member: bool,
    /// When that was last known for sure.
    pub checked_at: Moment,
}

/// A row of the outbox that is ours to deliver until the lease ends.
#[derive(Clone, Debug)]
pub struct ClaimedOutgoing {
    /// The row.
    pub outgoing: Outgoing,
    /// Where it lands.
    pub to: Destination,
    /// The message that an edit or a pin is about; `None` when that was never delivered.
    pub target: Option<MessageRef>,
    /// The message it replies to.
    pub reply_to: Option<MessageRef>,
    /// How often it was claimed, this time included.
    pub attempts: u32,
    /// Was an earlier attempt lost without an answer, so that this one may be a repeat?
    pub uncertain: bool,
    /// Under which lease it was claimed.
    pub by: Fence,
}

/// What to do with a row of the outbox that was not delivered.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Undelivered {
    /// Try again, not before this moment.
    Again {
        /// Not before.
        not_before: Moment,
        /// May the attempt have arrived?
        uncertain: bool,
        /// Does this attempt count? A wait that the messenger asked for does not.
        counts: bool,
    },
    /// Give up, visibly.
    Dead {
        /// Why.
        reason: String,
    },
}

/// A timer that is due.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct DueTimer {
    /// Whose.
    pub client: ClientId,
    /// Which.
    pub timer: Timer,
    /// When it was due.
    pub due: Moment,
}

/// A desk's group.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct DeskLink {
    /// The desk.
    pub desk: DeskId,
    /// Its forum group.
    pub chat: ChatId,
    /// Who linked it.
    pub by: PersonId,
    /// When.
    pub at: Moment,
}

/// How full the house is, for health and alarms.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct Backlog {
    /// Updates not yet handled.
    pub inbox: i64,
    /// Rows not yet delivered.
    pub outbox: i64,
    /// Rows that wait for a desk without a group.
    pub waiting_for_a_group: i64,
    /// Updates and rows that were given up.
    pub dead: i64,
    /// When the oldest update that is not yet handled arrived.
    pub oldest_update: Option<Moment>,
    /// When the oldest row for a client that has a destination and is not yet delivered was decided.
    pub oldest_row: Option<Moment>,
}
