//! What is kept: the inbox, conversations, cases, the transcript, the outbox, timers and counts.
//!
//! Two laws. An update is in [`Store::receive`] before anybody is told that it arrived. Its effects, the new
//! state, the transcript and "this update is handled" go into one [`Store::commit`], which happens wholly or
//! not at all.

use std::time::Duration;

use async_trait::async_trait;
use serde::{Deserialize, Serialize};

use crate::domain::absence::Absence;
use crate::domain::case::Case;
use crate::domain::delivery::{Operation, Outgoing, Topic};
use crate::domain::ids::{CaseNumber, ChatId, ClientId, DeskId, LineId, MessageRef, PersonId, ReleaseId};
use crate::domain::moment::Moment;
use crate::domain::timer::Timer;
use crate::ports::messenger::{Destination, Receipt};

/// Why the store could not do what was asked.
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error)]
pub enum StoreError {
    /// Somebody else changed the same conversation first: load it again and decide again.
    #[error("the conversation was changed by somebody else")]
    Conflict,
    /// It may work in a moment: locked, disk full, connection lost.
    #[error("the database is not available: {0}")]
    Unavailable(String),
    /// A row that cannot be: a person must look at it.
    #[error("the database holds something unreadable: {0}")]
    Corrupt(String),
}

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
    /// What is counted, e.g. `answer:bmkb`: no client, no words.
    pub counts: Vec<String>,
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

/// The lane of everything that is done in a topic.
pub fn lane_of_topic(topic: Topic) -> InboxLane {
    format!("topic:{}:{}", topic.chat, topic.thread)
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
}

/// What is kept.
#[async_trait]
pub trait Store: Send + Sync {
    // --- inbox -------------------------------------------------------------------------------------------

    /// Keeps updates; known ones are passed over. When this returns they are on disk. Returns how many were new.
    async fn receive(&self, updates: &[RawUpdate]) -> Result<usize, StoreError>;

    /// Takes the oldest open update of each lane that nobody holds and that is not postponed, at most `limit`,
    /// oldest first. They are ours until `now + lease`.
    async fn claim_updates(&self, now: Moment, lease: Duration, limit: u32) -> Result<Vec<ClaimedUpdate>, StoreError>;

    /// Gives a claimed update back, to be tried again not before `not_before`.
    async fn postpone_update(&self, id: UpdateId, not_before: Moment) -> Result<(), StoreError>;

    /// Ends an update that changes no conversation; its text is forgotten.
    async fn finish_update(&self, id: UpdateId, now: Moment) -> Result<(), StoreError>;

    /// Gives an update up, visibly; its JSON is kept until the inbox is swept, to look at or to replay.
    async fn bury_update(&self, id: UpdateId, reason: &str, now: Moment) -> Result<(), StoreError>;

    /// Removes ended updates that arrived before `before`. Until then their numbers keep repeats out. Of what the house
    /// said of its own accord, what is older and no longer stands on a board is forgotten too.
    async fn sweep(&self, before: Moment) -> Result<u64, StoreError>;

    // --- conversations -----------------------------------------------------------------------------------

    /// The conversation with this client.
    async fn load(&self, client: ClientId) -> Result<Option<StoredConversation>, StoreError>;

    /// One transition, wholly or not at all. [`StoreError::Conflict`] when the version is not `based_on`, or when an
    /// update in `handled` was ended by somebody else: what it asks for is done once.
    async fn commit(&self, commit: &Commit) -> Result<(), StoreError>;

    /// The next number for a case. A number is never given twice.
    async fn next_case_number(&self) -> Result<CaseNumber, StoreError>;

    /// The last `limit` lines of the transcript of this client, oldest first.
    async fn transcript(&self, client: ClientId, limit: u32) -> Result<Vec<TranscriptLine>, StoreError>;

    /// The cases of this client, oldest first.
    async fn cases(&self, client: ClientId) -> Result<Vec<Case>, StoreError>;

    /// Clients whose last contact, and whose last case's end, lie before `before`, and who have no open case.
    async fn clients_silent_since(&self, before: Moment, limit: u32) -> Result<Vec<ClientId>, StoreError>;

    /// Erases everything about a client: updates, conversation, transcript, cases, outbox, timers. Counts stay.
    ///
    /// Topics of their cases are removed by new outbox rows; `farewell` is still delivered and then forgotten. These
    /// rows get lines below zero, so that a new conversation with the same client can't meet them.
    /// `handled` is the update that asked for it; updates that came in behind it are a new contact and stay.
    async fn erase(
        &self,
        client: ClientId,
        farewell: Option<&Outgoing>,
        handled: Option<UpdateId>,
        now: Moment,
    ) -> Result<(), StoreError>;

    // --- topics and lines --------------------------------------------------------------------------------

    /// The case whose topic this is, or was.
    async fn case_in_topic(&self, topic: Topic) -> Result<Option<TopicCase>, StoreError>;

    /// The open cases, of one desk or of all, oldest first.
    async fn open_cases(&self, desk: Option<&DeskId>) -> Result<Vec<OpenCase>, StoreError>;

    /// The topic of a case.
    async fn topic_of(&self, case: CaseNumber) -> Result<Option<Topic>, StoreError>;

    /// Forgets the topic of a case: it is gone.
    async fn forget_topic(&self, case: CaseNumber) -> Result<(), StoreError>;

    /// The line of this client that stands as `message` in the messenger.
    async fn line_at(&self, client: ClientId, message: MessageRef) -> Result<Option<LineId>, StoreError>;

    // --- desks -------------------------------------------------------------------------------------------

    /// Links a desk to a group; its waiting rows can go from now on. A desk has one group, a group one desk.
    async fn link_desk(&self, link: &DeskLink) -> Result<(), StoreError>;

    /// All links.
    async fn desk_links(&self) -> Result<Vec<DeskLink>, StoreError>;

    /// A group got a new id.
    async fn move_group(&self, from: ChatId, to: ChatId) -> Result<(), StoreError>;

    // --- the house's own ---------------------------------------------------------------------------------

    /// The next line for something that the house does of its own accord. A line is never given twice.
    async fn next_house_line(&self) -> Result<LineId, StoreError>;

    /// Does it wholly or not at all.
    async fn commit_house(&self, commit: &HouseCommit) -> Result<(), StoreError>;

    /// The board of a desk.
    async fn board(&self, desk: &DeskId) -> Result<Option<Board>, StoreError>;

    /// Forgets the board of a desk: it is gone from the group.
    async fn forget_board(&self, desk: &DeskId) -> Result<(), StoreError>;

    /// Timers of the house due at `now`, the oldest first, each with its moment.
    async fn due_house_timers(&self, now: Moment, limit: u32) -> Result<Vec<(HouseTimer, Moment)>, StoreError>;

    /// When a timer of the house is due, if it is set.
    async fn house_timer(&self, timer: &HouseTimer) -> Result<Option<Moment>, StoreError>;

    // --- managers ----------------------------------------------------------------------------------------

    /// Somebody was seen in, or gone from, a group.
    async fn note_member(&self, member: &Member) -> Result<(), StoreError>;

    /// Everybody who was ever seen in a group.
    async fn members(&self, chat: ChatId) -> Result<Vec<Member>, StoreError>;

    /// A manager is away, until the moment that stands there; one absence a person.
    async fn note_absence(&self, absence: &Absence) -> Result<(), StoreError>;

    /// A manager is back.
    async fn end_absence(&self, person: PersonId) -> Result<(), StoreError>;

    /// Everybody who is away.
    async fn absences(&self) -> Result<Vec<Absence>, StoreError>;

    // --- outbox ------------------------------------------------------------------------------------------

    /// Takes the first row of each lane that can go: not postponed, held by nobody, with a destination. A topic that
    /// must be made goes before everything else in its lane. At most `limit`, the most urgent and oldest first. A lane
    /// goes on only when its first row is delivered or given up. They are ours until `now + lease`; a row whose lease
    /// ran out comes back with `uncertain` set.
    async fn claim_outgoing(
        &self,
        now: Moment,
        lease: Duration,
        limit: u32,
    ) -> Result<Vec<ClaimedOutgoing>, StoreError>;

    /// Takes the rows right behind a claimed one in its lane that may stand in one message with it, at most `limit`.
    /// Whatever can't go along ends the row: what replies, what somebody holds, what is postponed.
    async fn claim_joining(
        &self,
        head: &ClaimedOutgoing,
        now: Moment,
        lease: Duration,
        limit: u32,
    ) -> Result<Vec<ClaimedOutgoing>, StoreError>;

    /// A row was delivered. A topic's receipt becomes the topic of the lane's case.
    async fn delivered(&self, client: ClientId, line: LineId, receipt: Receipt, now: Moment) -> Result<(), StoreError>;

    /// A row was not delivered.
    async fn undelivered(
        &self,
        client: ClientId,
        line: LineId,
        what: &Undelivered,
        now: Moment,
    ) -> Result<(), StoreError>;

    /// Rows that were given up, newest first: client, line, operation, reason.
    async fn dead_outgoing(&self, limit: u32) -> Result<Vec<(ClientId, LineId, Operation, String)>, StoreError>;

    // --- timers and counts -------------------------------------------------------------------------------

    /// Timers due at `now`, the oldest first.
    async fn due_timers(&self, now: Moment, limit: u32) -> Result<Vec<DueTimer>, StoreError>;

    /// The next moment after `now` at which something postponed, held or timed can go on.
    async fn next_due(&self, now: Moment) -> Result<Option<Moment>, StoreError>;

    /// How often something was counted, over all days, by name.
    async fn counts(&self) -> Result<Vec<(String, i64)>, StoreError>;

    /// Lets go of it: everything committed is kept. Nothing can be asked of it afterwards.
    async fn close(&self);

    /// How full the house is.
    async fn backlog(&self) -> Result<Backlog, StoreError>;
}
