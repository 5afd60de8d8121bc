//! The port of those who look after the house, method by method: which job, and whether it needs a transaction.

use async_trait::async_trait;

use super::jobs::{reading, writing};
use super::{Database, audit, gaps, officials, proposals, releases, replicas};
use crate::domain::audit::Entry;
use crate::domain::files::Files;
use crate::domain::gaps::GapMark;
use crate::domain::ids::{PersonId, ProposalId, QuestionId, ReleaseNumber};
use crate::domain::moment::Moment;
use crate::domain::official::{Author, Invitation, Official};
use crate::domain::release::{Proposal, Release};
use crate::ports::office::{NewRelease, Office, Replica, Talk};
use crate::ports::store::StoreError;

#[async_trait]
impl Office for Database {
    async fn publish(&self, release: &NewRelease<'_>) -> Result<ReleaseNumber, StoreError> {
        writing!(self, releases::publish(release))
    }

    async fn put_in_use(
        &self,
        number: ReleaseNumber,
        instead_of: ReleaseNumber,
        by: &Author,
        at: Moment,
    ) -> Result<(), StoreError> {
        writing!(self, releases::put_in_use(number, instead_of, by, at))
    }

    async fn release_in_use(&self) -> Result<Option<Release>, StoreError> {
        reading!(self, releases::in_use())
    }

    async fn release_before(&self) -> Result<Option<Release>, StoreError> {
        reading!(self, releases::before())
    }

    async fn releases(&self, limit: u32) -> Result<Vec<Release>, StoreError> {
        reading!(self, releases::newest(limit))
    }

    async fn release(&self, number: ReleaseNumber) -> Result<Option<Release>, StoreError> {
        reading!(self, releases::release(number))
    }

    async fn release_files(&self, number: ReleaseNumber) -> Result<Option<Files>, StoreError> {
        reading!(self, releases::files(number))
    }

    async fn report_replica(&self, replica: &Replica) -> Result<(), StoreError> {
        writing!(self, replicas::report(replica))
    }

    async fn replicas_since(&self, since: Moment) -> Result<Vec<Replica>, StoreError> {
        writing!(self, replicas::since(since))
    }

    async fn propose(&self, proposal: &Proposal) -> Result<(), StoreError> {
        writing!(self, proposals::propose(proposal))
    }

    async fn next_proposal(&self) -> Result<ProposalId, StoreError> {
        writing!(self, proposals::next())
    }

    async fn proposal(&self) -> Result<Option<Proposal>, StoreError> {
        reading!(self, proposals::present())
    }

    async fn end_proposal(&self, id: ProposalId) -> Result<bool, StoreError> {
        writing!(self, proposals::end(id))
    }

    async fn officials(&self) -> Result<Vec<Official>, StoreError> {
        reading!(self, officials::all())
    }

    async fn invite(&self, invitation: &Invitation, at: Moment) -> Result<(), StoreError> {
        writing!(self, officials::invite(invitation, at))
    }

    async fn invitation(&self, token: &str) -> Result<Option<Invitation>, StoreError> {
        reading!(self, officials::invitation(token))
    }

    async fn accept(&self, token: &str, who: &Author) -> Result<(), StoreError> {
        writing!(self, officials::accept(token, who))
    }

    async fn settle(
        &self,
        token: &str,
        official: Option<&Official>,
        by: &Author,
        at: Moment,
    ) -> Result<bool, StoreError> {
        writing!(self, officials::settle(token, official, by, at))
    }

    async fn revoke(&self, person: PersonId, by: &Author, at: Moment) -> Result<bool, StoreError> {
        writing!(self, officials::revoke(person, by, at))
    }

    async fn note(&self, entry: &Entry) -> Result<(), StoreError> {
        writing!(self, audit::add(entry))
    }

    async fn audit(&self, limit: u32) -> Result<Vec<Entry>, StoreError> {
        reading!(self, audit::newest(limit))
    }

    async fn audit_is_whole(&self) -> Result<bool, StoreError> {
        reading!(self, audit::is_whole())
    }

    async fn talks(&self, since: Moment, limit: u32) -> Result<Vec<Talk>, StoreError> {
        reading!(self, gaps::talks(since, limit))
    }

    async fn gap_marks(&self) -> Result<Vec<(QuestionId, GapMark)>, StoreError> {
        reading!(self, gaps::marks())
    }

    async fn mark_gaps(&self, questions: &[QuestionId], mark: GapMark, entry: &Entry) -> Result<(), StoreError> {
        writing!(self, gaps::mark(questions, mark, entry))
    }
}
