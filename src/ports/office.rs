//! What is kept for the people who look after the house: releases, proposals, roles, the audit log.
//!
//! Whatever somebody does with their rights is committed together with its line in the audit log.

use async_trait::async_trait;

use super::store::{StoreError, TranscriptLine};
use crate::domain::audit;
use crate::domain::case::Case;
use crate::domain::files::Files;
use crate::domain::gaps::GapMark;
use crate::domain::ids::{ClientId, PersonId, ProposalId, QuestionId, ReleaseId, ReleaseNumber};
use crate::domain::moment::Moment;
use crate::domain::official::{Author, Invitation, Official};
use crate::domain::release::{Proposal, Release};

/// A release as it is to be published.
#[derive(Clone, Debug)]
pub struct NewRelease<'a> {
    /// Its files.
    pub files: &'a Files,
    /// Their fingerprint.
    pub fingerprint: ReleaseId,
    /// Who publishes it.
    pub by: Author,
    /// When.
    pub at: Moment,
    /// Why, in a few words.
    pub note: String,
    /// The release that was in use when it was made; `None` when there was none.
    pub based_on: Option<ReleaseNumber>,
}

/// A program that works on this database, and the release it answers from.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Replica {
    /// Its name, drawn when it started.
    pub name: String,
    /// The release it answers from.
    pub release: ReleaseNumber,
    /// When it last said so.
    pub seen: Moment,
}

/// What was said lately between one client and the house, to learn from.
#[derive(Clone, Debug, PartialEq)]
pub struct Talk {
    /// Who.
    pub client: ClientId,
    /// The state of the conversation as JSON.
    pub state: String,
    /// The lines in order, each with the number by which a question that begins with it is known.
    pub lines: Vec<(QuestionId, TranscriptLine)>,
    /// The cases, oldest first.
    pub cases: Vec<Case>,
}

/// What is kept for the people who look after the house.
#[async_trait]
pub trait Office: Send + Sync {
    // --- releases ----------------------------------------------------------------------------------------

    /// Keeps a release and puts it in use, with its line in the audit log.
    /// [`StoreError::Conflict`] when the release in use is not the one it is based on;
    /// [`StoreError::Corrupt`] when a file is no text.
    async fn publish(&self, release: &NewRelease<'_>) -> Result<ReleaseNumber, StoreError>;

    /// Puts an earlier release in use again, with its line in the audit log. [`StoreError::Conflict`] when there is none
    /// with this number, or when `instead_of` is not in use any more.
    async fn put_in_use(
        &self,
        number: ReleaseNumber,
        instead_of: ReleaseNumber,
        by: &Author,
        at: Moment,
    ) -> Result<(), StoreError>;

    /// The release in use; `None` on a new database.
    async fn release_in_use(&self) -> Result<Option<Release>, StoreError>;

    /// The release that was in use before the present one.
    async fn release_before(&self) -> Result<Option<Release>, StoreError>;

    /// The newest releases, the newest first.
    async fn releases(&self, limit: u32) -> Result<Vec<Release>, StoreError>;

    /// The release with this number.
    async fn release(&self, number: ReleaseNumber) -> Result<Option<Release>, StoreError>;

    /// The files of a release.
    async fn release_files(&self, number: ReleaseNumber) -> Result<Option<Files>, StoreError>;

    // --- replicas ----------------------------------------------------------------------------------------

    /// A program says which release it answers from.
    async fn report_replica(&self, replica: &Replica) -> Result<(), StoreError>;

    /// The programs that said so since a moment; others are forgotten.
    async fn replicas_since(&self, since: Moment) -> Result<Vec<Replica>, StoreError>;

    // --- proposals ---------------------------------------------------------------------------------------

    /// Keeps a proposal; it takes the place of an earlier one of the same author.
    /// [`StoreError::Conflict`] when somebody else is busy with one.
    async fn propose(&self, proposal: &Proposal) -> Result<(), StoreError>;

    /// The next number for a proposal.
    async fn next_proposal(&self) -> Result<ProposalId, StoreError>;

    /// The proposal that somebody works on.
    async fn proposal(&self) -> Result<Option<Proposal>, StoreError>;

    /// Ends a proposal: `false` when it was ended already.
    async fn end_proposal(&self, id: ProposalId) -> Result<bool, StoreError>;

    // --- roles -------------------------------------------------------------------------------------------

    /// Everybody with a role.
    async fn officials(&self) -> Result<Vec<Official>, StoreError>;

    /// Keeps an invitation, with its line in the audit log.
    async fn invite(&self, invitation: &Invitation, at: Moment) -> Result<(), StoreError>;

    /// The invitation with this secret name.
    async fn invitation(&self, token: &str) -> Result<Option<Invitation>, StoreError>;

    /// Somebody said yes to an invitation by link; who offered it has yet to confirm.
    async fn accept(&self, token: &str, who: &Author) -> Result<(), StoreError>;

    /// The invitation is used up: the role is taken up (`Some`), or it is declined, with its line in the audit log.
    /// `false` when it was used up already.
    async fn settle(
        &self,
        token: &str,
        official: Option<&Official>,
        by: &Author,
        at: Moment,
    ) -> Result<bool, StoreError>;

    /// Takes somebody's role away, with its line in the audit log. `false` when they had none.
    async fn revoke(&self, person: PersonId, by: &Author, at: Moment) -> Result<bool, StoreError>;

    // --- audit -------------------------------------------------------------------------------------------

    /// Writes a line that goes with no other change.
    async fn note(&self, entry: &audit::Entry) -> Result<(), StoreError>;

    /// The newest lines of the audit log, the newest first.
    async fn audit(&self, limit: u32) -> Result<Vec<audit::Entry>, StoreError>;

    /// Whether each line of the audit log still fits the one before it: nobody changed or removed one.
    async fn audit_is_whole(&self) -> Result<bool, StoreError>;

    // --- gaps --------------------------------------------------------------------------------------------

    /// What was said since a moment, client by client; of more than `limit` lines the newest.
    async fn talks(&self, since: Moment, limit: u32) -> Result<Vec<Talk>, StoreError>;

    /// Which questions were dealt with, and how.
    async fn gap_marks(&self) -> Result<Vec<(QuestionId, GapMark)>, StoreError>;

    /// Notes that these questions are dealt with, with a line in the audit log. What was erased meanwhile is passed over.
    async fn mark_gaps(&self, questions: &[QuestionId], mark: GapMark, entry: &audit::Entry) -> Result<(), StoreError>;
}
