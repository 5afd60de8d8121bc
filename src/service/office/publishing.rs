//! The yes to a proposal, the no, and who works on it.

use std::sync::Arc;

use super::Visitor;
use crate::domain::audit::{Act, Entry};
use crate::domain::errand::Errand;
use crate::domain::files::Files;
use crate::domain::gaps::GapMark;
use crate::domain::ids::{PersonId, ProposalId, ReleaseNumber};
use crate::domain::official::Author;
use crate::domain::release::Proposal;
use crate::ports::knowledge::Knowledge;
use crate::ports::office::NewRelease;
use crate::ports::store::StoreError;
use crate::service::house::House;

impl House {
    /// *Publiceren*. What comes back is a notice for who tapped.
    pub(super) async fn publish_proposal(
        &self,
        visitor: &Visitor,
        id: ProposalId,
    ) -> Result<Option<String>, StoreError> {
        let Some(proposal) = self.own_proposal(visitor, id).await? else {
            return Ok(Some(self.words(visitor.language, "office-proposal-gone", &[])));
        };
        let Some((release, before)) = self.release_with_files().await? else { return Ok(None) };
        let files = proposal.changes.made_in(before);
        // Something else was published meanwhile: what was shown is no longer what would happen.
        if release.number != proposal.based_on {
            self.ports.office.end_proposal(id).await?;
            self.propose_for(visitor, &proposal.note, files, proposal.question).await?;
            return Ok(Some(self.words(visitor.language, "office-changed-meanwhile", &[])));
        }
        let knowledge = match self.take_made(id) {
            Some(knowledge) => Some(knowledge),
            None => self.make(files.clone()).await?,
        };
        let Some(knowledge) = knowledge else {
            self.ports.office.end_proposal(id).await?;
            return Ok(Some(self.words(visitor.language, "office-not-usable", &[])));
        };
        self.ports.office.end_proposal(id).await?;
        let number = self.publish(&visitor.author, &proposal.note, &files, release.number, knowledge).await?;
        if let Some(question) = proposal.question {
            let (at, by, about) = (self.now(), visitor.author.clone(), proposal.note.clone());
            let entry = Entry { at, by, act: Act::GapClosed, about };
            self.ports.office.mark_gaps(&[question], GapMark::Done, &entry).await?;
        }
        let values = [("release", number.to_string().into())];
        let undo = self.errand_button(visitor.language, "button-undo", Errand::Undo(number));
        let message = self.sentence(visitor.language, "office-published", &values).row(vec![undo]);
        self.retell(visitor.person, proposal.line, message).await?;
        self.watch_spreading(visitor, number).await?;
        Ok(None)
    }

    /// Keeps a release and answers from it from now on.
    pub(super) async fn publish(
        &self,
        by: &Author,
        note: &str,
        files: &Files,
        based_on: ReleaseNumber,
        knowledge: Arc<Knowledge>,
    ) -> Result<ReleaseNumber, StoreError> {
        let release = NewRelease {
            files,
            fingerprint: files.fingerprint(),
            by: by.clone(),
            at: self.now(),
            note: note.to_owned(),
            based_on: Some(based_on),
        };
        let number = self.ports.office.publish(&release).await?;
        self.put_on_the_shelf(number, knowledge).await?;
        tracing::info!(release.number = %number, "a release was published");
        Ok(number)
    }

    /// Makes knowledge of files that were checked before; `None` when this program can't use them.
    pub(super) async fn make(&self, files: Files) -> Result<Option<Arc<Knowledge>>, StoreError> {
        let (workshop, today) = (Arc::clone(&self.ports.workshop), self.today());
        let made = tokio::task::spawn_blocking(move || workshop.reread(&files, today)).await;
        let made = made.map_err(|error| StoreError::Unavailable(error.to_string()))?;
        Ok(made.inspect_err(|report| tracing::error!("a release can't be used:\n{report}")).map(Arc::new).ok())
    }

    /// *Laat maar*.
    pub(super) async fn drop_proposal(&self, visitor: &Visitor, id: ProposalId) -> Result<Option<String>, StoreError> {
        let Some(proposal) = self.own_proposal(visitor, id).await? else {
            return Ok(Some(self.words(visitor.language, "office-proposal-gone", &[])));
        };
        self.end(&proposal, &visitor.author).await?;
        self.retell(visitor.person, proposal.line, self.sentence(visitor.language, "office-dropped", &[])).await?;
        Ok(None)
    }

    /// Somebody else is busy, and this can't wait: their proposal is dropped, and they hear by whom.
    pub(super) async fn take_seat(&self, visitor: &Visitor, id: ProposalId) -> Result<Option<String>, StoreError> {
        let Some(proposal) = self.ports.office.proposal().await?.filter(|proposal| proposal.id == id) else {
            return Ok(Some(self.words(visitor.language, "office-seat-free", &[])));
        };
        self.end(&proposal, &visitor.author).await?;
        if let Some(PersonId(other)) = proposal.by.id {
            let theirs = self.visitor(crate::domain::ids::ClientId(other), &proposal.by.name).await?;
            let values = [("name", visitor.author.name.as_str().into())];
            self.retell(theirs.person, proposal.line, self.sentence(theirs.language, "office-seat-taken", &values))
                .await?;
        }
        Ok(Some(self.words(visitor.language, "office-seat-free", &[])))
    }

    async fn end(&self, proposal: &Proposal, by: &Author) -> Result<(), StoreError> {
        if self.ports.office.end_proposal(proposal.id).await? {
            let (at, about) = (self.now(), proposal.note.clone());
            self.ports.office.note(&Entry { at, by: by.clone(), act: Act::Dropped, about }).await?;
        }
        self.keep_made(None);
        Ok(())
    }

    /// The proposal with this number, ready and their own.
    async fn own_proposal(&self, visitor: &Visitor, id: ProposalId) -> Result<Option<Proposal>, StoreError> {
        let proposal = self.ports.office.proposal().await?;
        Ok(proposal.filter(|proposal| proposal.id == id && proposal.is_ready && proposal.by.id == Some(visitor.person)))
    }
}
