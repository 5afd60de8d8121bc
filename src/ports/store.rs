//! What is kept: the inbox, conversations, cases, the transcript, the outbox, timers and happenings.
//!
//! Two laws. An update is in [`Store::receive`] before anybody is told that it arrived. Its effects, the new
//! state, the transcript and "this update is handled" go into one [`Store::commit`], which happens wholly or
//! not at all.

use std::time::Duration;

use async_trait::async_trait;

pub use super::kept::{
    Backlog, Board, ClaimedOutgoing, ClaimedUpdate, Commit, DeskLink, DueTimer, HouseCommit, HouseTimer, InboxLane,
    Member, OpenCase, RawUpdate, Speaker, StoredConversation, TopicCase, TranscriptLine, Undelivered, UpdateId,
    lane_of_client, lane_of_topic,
};
use crate::domain::absence::Absence;
use crate::domain::case::Case;
use crate::domain::delivery::{Operation, Outgoing, Topic};
use crate::domain::happening::Happening;
use crate::domain::ids::{CaseNumber, ChatId, ClientId, DeskId, LineId, MessageRef, PersonId};
use crate::domain::moment::Moment;
use crate::ports::lease::{Duty, Fence, Terms};
use crate::ports::levels::Connections;
use crate::ports::messenger::Receipt;

/// Why the store could not do what was asked.
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error)]
pub enum StoreError {
    /// Somebody else changed the same conversation first: load it again and decide again.
    #[error("the conversation was changed by somebody else")]
    Conflict,
    /// The lease under which it was asked has ended: stop, and take it again.
    #[error("another program has taken over")]
    Superseded,
    /// It may work in a moment: locked, disk full, connection lost.
    #[error("the database is not available: {0}")]
    Unavailable(String),
    /// A row that cannot be: a person must look at it.
    #[error("the database holds something unreadable: {0}")]
    Corrupt(String),
}

/// What is kept.
#[async_trait]
pub trait Store: Send + Sync {
    // --- inbox -------------------------------------------------------------------------------------------

    /// Keeps updates; known ones are passed over. When this returns they are on disk. Returns how many were new.
    async fn receive(&self, updates: &[RawUpdate]) -> Result<usize, StoreError>;

    /// Takes the oldest open update of each lane that nobody holds and that is not postponed, at most `limit`,
    /// oldest first. They are ours until `now + terms.length`, or until the lease
    /// ends under which they were claimed. [`StoreError::Superseded`] when it has ended.
    async fn claim_updates(&self, now: Moment, terms: Terms, limit: u32) -> Result<Vec<ClaimedUpdate>, StoreError>;

    /// Gives an update that was claimed under this lease back, to be tried again not before `not_before`.
    async fn postpone_update(&self, id: UpdateId, not_before: Moment, by: Fence) -> Result<(), StoreError>;

    /// Ends an update that changes no conversation; its text is forgotten.
    async fn finish_update(&self, id: UpdateId, now: Moment) -> Result<(), StoreError>;

    /// Gives an update that was claimed under this lease up, visibly; its JSON is kept until the inbox is swept, to look at or to replay.
    async fn bury_update(&self, id: UpdateId, reason: &str, now: Moment, by: Fence) -> Result<(), StoreError>;

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

    /// Erases everything about a client: updates, conversation, transcript, cases, outbox, timers. Happenings stay: they are nobody's.
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

    /// The case with this number, open or closed.
    async fn case(&self, number: CaseNumber) -> Result<Option<Case>, StoreError>;

    /// The open cases, of one desk or of all, oldest first.
    async fn open_cases(&self, desk: Option<&DeskId>) -> Result<Vec<OpenCase>, StoreError>;

    /// The topic of a case.
    async fn topic_of(&self, case: CaseNumber) -> Result<Option<Topic>, StoreError>;

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
    /// goes on only when its first row is delivered or given up. They are ours until `now + terms.length`; a row
    /// that was held when that ran out, or when another took over, comes back with `uncertain` set.
    /// [`StoreError::Superseded`] when another is the sender now.
    async fn claim_outgoing(&self, now: Moment, terms: Terms, limit: u32) -> Result<Vec<ClaimedOutgoing>, StoreError>;

    /// Takes the rows right behind a claimed one in its lane that may stand in one message with it, at most `limit`.
    /// Whatever can't go along ends the row: what replies, what somebody else holds, what is postponed. May be asked
    /// again when the answer was lost.
    async fn claim_joining(
        &self,
        head: &ClaimedOutgoing,
        now: Moment,
        terms: Terms,
        limit: u32,
    ) -> Result<Vec<ClaimedOutgoing>, StoreError>;

    /// A row was delivered: a fact, whoever tells it. A topic's receipt becomes the topic of the lane's case.
    async fn delivered(&self, client: ClientId, line: LineId, receipt: Receipt, now: Moment) -> Result<(), StoreError>;

    /// A row that was claimed under this lease was not delivered. Of a row that another holds by now nothing changes.
    async fn undelivered(
        &self,
        client: ClientId,
        line: LineId,
        what: &Undelivered,
        now: Moment,
        by: Fence,
    ) -> Result<(), StoreError>;

    /// Rows that were given up, newest first: client, line, operation, reason.
    async fn dead_outgoing(&self, limit: u32) -> Result<Vec<(ClientId, LineId, Operation, String)>, StoreError>;

    // --- timers and happenings ---------------------------------------------------------------------------

    /// Timers due at `now`, the oldest first.
    async fn due_timers(&self, now: Moment, limit: u32) -> Result<Vec<DueTimer>, StoreError>;

    /// The next moment after `now` at which something postponed, held or timed can go on.
    async fn next_due(&self, now: Moment) -> Result<Option<Moment>, StoreError>;

    /// What happened from `from` until before `until`, in order.
    async fn happenings(&self, from: Moment, until: Moment) -> Result<Vec<Happening>, StoreError>;

    // --- several programs --------------------------------------------------------------------------------

    /// May several programs work on it side by side?
    fn is_shared(&self) -> bool;

    /// Renews the lease that we hold under `fence`; takes it under a new one when nobody holds it. `None`: another does.
    /// It is ours for `length`, by the clock of the database. What a former sender was delivering is free at once, and
    /// uncertain.
    async fn hold_lease(&self, duty: &Duty, fence: Fence, length: Duration) -> Result<Option<Fence>, StoreError>;

    /// Gives a lease back: another needs not wait until it ends.
    async fn let_go(&self, duty: &Duty, fence: Fence) -> Result<(), StoreError>;

    /// Frees what was claimed under this lease: nobody is at it. What was claimed under none stays.
    async fn free_claims(&self, by: Fence) -> Result<(), StoreError>;

    /// Frees the updates of workers whose lease has ended; says how many workers these were.
    async fn free_the_dead(&self) -> Result<u64, StoreError>;

    /// Wakes the other programs: there may be something to do. No more than a hint; looking is the truth.
    async fn wake_others(&self, from: &str) -> Result<(), StoreError>;

    /// Waits until another program than `me` says that there may be something to do.
    async fn woken(&self, me: &str) -> Result<(), StoreError>;

    /// Lets go of it: everything committed is kept. Nothing can be asked of it afterwards.
    async fn close(&self);

    /// How the connections to it are used at this moment.
    fn connections(&self) -> Connections;

    /// How full the house is.
    async fn backlog(&self) -> Result<Backlog, StoreError>;
}
