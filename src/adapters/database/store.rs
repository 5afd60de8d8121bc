//! The port, method by method: which job, and whether it needs a transaction.

use std::time::Duration;

use async_trait::async_trait;

use super::{
    Database, backlog, cases, claims, commits, conversations, counts, desks, erasing, inbox, outbox, timers, transcript,
};
use crate::domain::case::Case;
use crate::domain::delivery::{Operation, Outgoing};
use crate::domain::ids::{CaseNumber, ChatId, ClientId, LineId, MessageRef};
use crate::domain::moment::Moment;
use crate::ports::messenger::Receipt;
use crate::ports::store::{
    Backlog, ClaimedOutgoing, ClaimedUpdate, Commit, DeskLink, DueTimer, RawUpdate, Store, StoreError,
    StoredConversation, Topic, TranscriptLine, Undelivered, UpdateId,
};

/// Does a job that changes nothing.
macro_rules! reading {
    ($database:expr, $($job:ident)::+ ($($argument:expr),*)) => {{
        let mut session = $database.read().await?;
        $($job)::+(&mut session $(, $argument)*).await
    }};
}

/// Does a job in one transaction: kept when it succeeds, undone when it fails.
macro_rules! writing {
    ($database:expr, $($job:ident)::+ ($($argument:expr),*)) => {{
        let mut session = $database.write().await?;
        let outcome = $($job)::+(&mut session $(, $argument)*).await?;
        session.commit().await?;
        Ok::<_, StoreError>(outcome)
    }};
}

#[async_trait]
impl Store for Database {
    async fn receive(&self, updates: &[RawUpdate]) -> Result<usize, StoreError> {
        writing!(self, inbox::receive(updates))
    }

    async fn claim_updates(&self, now: Moment, lease: Duration, limit: u32) -> Result<Vec<ClaimedUpdate>, StoreError> {
        writing!(self, inbox::claim(now, lease, limit))
    }

    async fn postpone_update(&self, id: UpdateId, not_before: Moment) -> Result<(), StoreError> {
        writing!(self, inbox::postpone(id, not_before))
    }

    async fn finish_update(&self, id: UpdateId, now: Moment) -> Result<(), StoreError> {
        writing!(self, inbox::finish(id, now)).map(drop)
    }

    async fn bury_update(&self, id: UpdateId, reason: &str, now: Moment) -> Result<(), StoreError> {
        writing!(self, inbox::bury(id, reason, now))
    }

    async fn sweep_inbox(&self, before: Moment) -> Result<u64, StoreError> {
        writing!(self, inbox::sweep(before))
    }

    async fn load(&self, client: ClientId) -> Result<Option<StoredConversation>, StoreError> {
        reading!(self, conversations::load(client))
    }

    async fn commit(&self, commit: &Commit) -> Result<(), StoreError> {
        writing!(self, commits::commit(commit))
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

    async fn case_in_topic(&self, topic: Topic) -> Result<Option<Case>, StoreError> {
        reading!(self, cases::in_topic(topic))
    }

    async fn topic_of(&self, case: CaseNumber) -> Result<Option<Topic>, StoreError> {
        reading!(self, cases::topic_of(case))
    }

    async fn forget_topic(&self, case: CaseNumber) -> Result<(), StoreError> {
        writing!(self, cases::forget_topic(case))
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

    async fn claim_outgoing(
        &self,
        now: Moment,
        lease: Duration,
        limit: u32,
    ) -> Result<Vec<ClaimedOutgoing>, StoreError> {
        writing!(self, claims::claim_outgoing(now, lease, limit))
    }

    async fn delivered(&self, client: ClientId, line: LineId, receipt: Receipt, now: Moment) -> Result<(), StoreError> {
        writing!(self, outbox::delivered(client, line, receipt, now))
    }

    async fn undelivered(
        &self,
        client: ClientId,
        line: LineId,
        what: &Undelivered,
        now: Moment,
    ) -> Result<(), StoreError> {
        writing!(self, outbox::undelivered(client, line, what, now))
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

    async fn counts(&self) -> Result<Vec<(String, i64)>, StoreError> {
        reading!(self, counts::all())
    }

    async fn close(&self) {
        Self::close(self).await;
    }

    async fn backlog(&self) -> Result<Backlog, StoreError> {
        reading!(self, backlog::backlog())
    }
}
