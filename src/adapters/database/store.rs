//! The port, method by method: which job, and whether it needs a transaction.

use std::time::Duration;

use async_trait::async_trait;

use super::conversations::Load;
use super::jobs::{reading, writing};
use super::outbox::Delivered;
use super::{
    Database, backlog, cases, claims, conversations, desks, erasing, happenings, house, inbox, leases, managers,
    outbox, timers, transcript,
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
use crate::ports::store::{
    Backlog, Board, ClaimedOutgoing, ClaimedUpdate, Commit, DeskLink, DueTimer, HouseCommit, HouseTimer, Member,
    OpenCase, RawUpdate, Store, StoreError, StoredConversation, TopicCase, TranscriptLine, Undelivered, UpdateId,
};

#[async_trait]
impl Store for Database {
    async fn receive(&self, updates: &[RawUpdate]) -> Result<usize, StoreError> {
        writing!(self, inbox::receive(updates))
    }

    async fn claim_updates(&self, now: Moment, terms: Terms, limit: u32) -> Result<Vec<ClaimedUpdate>, StoreError> {
        writing!(self, inbox::claim(now, terms, limit))
    }

    async fn postpone_update(&self, id: UpdateId, not_before: Moment, by: Fence) -> Result<(), StoreError> {
        writing!(self, inbox::postpone(id, not_before, by))
    }

    async fn finish_update(&self, id: UpdateId, now: Moment) -> Result<(), StoreError> {
        writing!(self, inbox::finish(id, now))
    }

    async fn bury_update(&self, id: UpdateId, reason: &str, now: Moment, by: Fence) -> Result<(), StoreError> {
        writing!(self, inbox::bury(id, reason, now, by))
    }

    async fn sweep(&self, before: Moment) -> Result<u64, StoreError> {
        let said = writing!(self, outbox::sweep(before))?;
        let heard = writing!(self, inbox::sweep(before))?;
        Ok(said + heard)
    }

    async fn load(&self, client: ClientId) -> Result<Option<StoredConversation>, StoreError> {
        self.loads.add(self, Load(client)).await
    }

    async fn commit(&self, commit: &Commit) -> Result<(), StoreError> {
        self.commits.add(self, commit.clone()).await
    }

    async fn next_case_number(&self) -> Result<CaseNumber, StoreError> {
        writing!(self, cases::next_number())
    }

    async fn transcript(&self, client: ClientId, limit: u32) -> Result<Vec<TranscriptLine>, StoreError> {
        reading!(self, transcript::last(client, limit))
    }

    async fn cases(&self, client: ClientId) -> Result<Vec<Case>, StoreError> {
        reading!(self, cases::of(client))
    }

    async fn clients_silent_since(&self, before: Moment, limit: u32) -> Result<Vec<ClientId>, StoreError> {
        reading!(self, conversations::silent_since(before, limit))
    }

    async fn erase(
        &self,
        client: ClientId,
        farewell: Option<&Outgoing>,
        handled: Option<UpdateId>,
        now: Moment,
    ) -> Result<(), StoreError> {
        writing!(self, erasing::erase(client, farewell, handled, now))?;
        self.remove_traces().await
    }

    async fn case_in_topic(&self, topic: Topic) -> Result<Option<TopicCase>, StoreError> {
        reading!(self, cases::in_topic(topic))
    }

    async fn case(&self, number: CaseNumber) -> Result<Option<Case>, StoreError> {
        reading!(self, cases::one(number))
    }

    async fn open_cases(&self, desk: Option<&DeskId>) -> Result<Vec<OpenCase>, StoreError> {
        reading!(self, cases::open(desk))
    }

    async fn topic_of(&self, case: CaseNumber) -> Result<Option<Topic>, StoreError> {
        reading!(self, cases::topic_of(case))
    }

    async fn line_at(&self, client: ClientId, message: MessageRef) -> Result<Option<LineId>, StoreError> {
        reading!(self, outbox::line_at(client, message))
    }

    async fn link_desk(&self, link: &DeskLink) -> Result<(), StoreError> {
        writing!(self, desks::link(link))
    }

    async fn desk_links(&self) -> Result<Vec<DeskLink>, StoreError> {
        reading!(self, desks::links())
    }

    async fn move_group(&self, from: ChatId, to: ChatId) -> Result<(), StoreError> {
        writing!(self, desks::move_group(from, to))
    }

    async fn next_house_line(&self) -> Result<LineId, StoreError> {
        writing!(self, house::next_line())
    }

    async fn commit_house(&self, commit: &HouseCommit) -> Result<(), StoreError> {
        writing!(self, house::commit(commit))
    }

    async fn board(&self, desk: &DeskId) -> Result<Option<Board>, StoreError> {
        reading!(self, house::board(desk))
    }

    async fn forget_board(&self, desk: &DeskId) -> Result<(), StoreError> {
        writing!(self, house::forget_board(desk))
    }

    async fn due_house_timers(&self, now: Moment, limit: u32) -> Result<Vec<(HouseTimer, Moment)>, StoreError> {
        reading!(self, house::due_timers(now, limit))
    }

    async fn house_timer(&self, timer: &HouseTimer) -> Result<Option<Moment>, StoreError> {
        reading!(self, house::timer_at(timer))
    }

    async fn note_member(&self, member: &Member) -> Result<(), StoreError> {
        writing!(self, managers::note_member(member))
    }

    async fn members(&self, chat: ChatId) -> Result<Vec<Member>, StoreError> {
        reading!(self, managers::members(chat))
    }

    async fn note_absence(&self, absence: &Absence) -> Result<(), StoreError> {
        writing!(self, managers::note_absence(absence))
    }

    async fn end_absence(&self, person: PersonId) -> Result<(), StoreError> {
        writing!(self, managers::end_absence(person))
    }

    async fn absences(&self) -> Result<Vec<Absence>, StoreError> {
        reading!(self, managers::absences())
    }

    async fn claim_outgoing(&self, now: Moment, terms: Terms, limit: u32) -> Result<Vec<ClaimedOutgoing>, StoreError> {
        writing!(self, claims::claim_outgoing(now, terms, limit))
    }

    async fn claim_joining(
        &self,
        head: &ClaimedOutgoing,
        now: Moment,
        terms: Terms,
        limit: u32,
    ) -> Result<Vec<ClaimedOutgoing>, StoreError> {
        writing!(self, claims::claim_joining(head, now, terms, limit))
    }

    async fn delivered(&self, client: ClientId, line: LineId, receipt: Receipt, now: Moment) -> Result<(), StoreError> {
        self.deliveries.add(self, Delivered { client, line, receipt, now }).await
    }

    async fn undelivered(
        &self,
        client: ClientId,
        line: LineId,
        what: &Undelivered,
        now: Moment,
        by: Fence,
    ) -> Result<(), StoreError> {
        writing!(self, outbox::undelivered(client, line, what, now, by))
    }

    async fn dead_outgoing(&self, limit: u32) -> Result<Vec<(ClientId, LineId, Operation, String)>, StoreError> {
        reading!(self, outbox::dead(limit))
    }

    async fn due_timers(&self, now: Moment, limit: u32) -> Result<Vec<DueTimer>, StoreError> {
        reading!(self, timers::due(now, limit))
    }

    async fn next_due(&self, now: Moment) -> Result<Option<Moment>, StoreError> {
        reading!(self, backlog::next_due(now))
    }

    async fn happenings(&self, from: Moment, until: Moment) -> Result<Vec<Happening>, StoreError> {
        reading!(self, happenings::between(from, until))
    }

    fn is_shared(&self) -> bool {
        Self::is_shared(self)
    }

    async fn hold_lease(&self, duty: &Duty, fence: Fence, length: Duration) -> Result<Option<Fence>, StoreError> {
        writing!(self, leases::hold(duty, fence, length))
    }

    async fn let_go(&self, duty: &Duty, fence: Fence) -> Result<(), StoreError> {
        writing!(self, leases::let_go(duty, fence))
    }

    async fn free_claims(&self, by: Fence) -> Result<(), StoreError> {
        if by == Fence::NONE { Ok(()) } else { writing!(self, leases::free_claims(by)) }
    }

    async fn free_the_dead(&self) -> Result<u64, StoreError> {
        writing!(self, leases::free_the_dead())
    }

    async fn wake_others(&self, from: &str) -> Result<(), StoreError> {
        Self::wake_others(self, from).await
    }

    async fn woken(&self, me: &str) -> Result<(), StoreError> {
        Self::woken(self, me).await
    }

    async fn close(&self) {
        Self::close(self).await;
    }

    fn connections(&self) -> Connections {
        Self::connections(self)
    }

    async fn backlog(&self) -> Result<Backlog, StoreError> {
        reading!(self, backlog::backlog())
    }
}
