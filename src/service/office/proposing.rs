//! From files to a proposal: checked, asked its gold questions, and shown before anything changes.

use std::sync::{Arc, PoisonError};

use jiff::civil::Date;
use tokio::sync::mpsc;

use super::Visitor;
use super::preview::{Preview, refusal};
use crate::domain::difference::Difference;
use crate::domain::errand::Errand;
use crate::domain::files::Files;
use crate::domain::ids::{LineId, ProposalId, QuestionId};
use crate::domain::in_both::{InBoth, in_both};
use crate::domain::release::{Changes, Proposal, Release};
use crate::ports::knowledge::{Judged, Knowledge, Stage};
use crate::ports::store::StoreError;
use crate::service::house::House;

/// Knowledge that was made for a proposal, so that it need not be made again when it is published.
pub(in crate::service) type Made = Option<(ProposalId, Arc<Knowledge>)>;

impl House {
    /// `/herlaad`: what the operator's folder says, as a proposal.
    pub(super) async fn reload(&self, visitor: &Visitor) -> Result<(), StoreError> {
        match self.source().await {
            Ok(files) => {
                let note = self.words(visitor.language, "note-reload", &[]);
                self.propose(visitor, &note, files).await
            }
            Err(why) => {
                let why = why.say(visitor.language).into();
                self.say_to(visitor, "office-no-source", &[("why", why)]).await
            }
        }
    }

    /// The files of the operator's folder.
    pub(super) async fn source(&self) -> Result<Files, InBoth> {
        let workshop = Arc::clone(&self.ports.workshop);
        tokio::task::spawn_blocking(move || workshop.source())
            .await
            .unwrap_or_else(|error| Err(in_both!("het lezen ging mis: {error}", "the reading went wrong: {error}")))
    }

    /// Checks `files` and shows what they would change; only a tap publishes them.
    pub(super) async fn propose(&self, visitor: &Visitor, note: &str, files: Files) -> Result<(), StoreError> {
        self.propose_for(visitor, note, files, None).await
    }

    /// The same, made for a question of a client.
    pub(super) async fn propose_for(
        &self,
        visitor: &Visitor,
        note: &str,
        files: Files,
        question: Option<QuestionId>,
    ) -> Result<(), StoreError> {
        let Some((release, before)) = self.release_with_files().await? else {
            return self.say_to(visitor, "office-no-release", &[]).await;
        };
        let changes = match Changes::between(&before, &files) {
            Ok(changes) => changes,
            Err(no_text) => return self.say_to(visitor, "office-no-text", &[("file", no_text.0.into())]).await,
        };
        if changes.is_empty() {
            let values = [("release", release.number.to_string().into())];
            return self.say_to(visitor, "office-nothing-new", &values).await;
        }
        let line = self.ports.store.next_house_line().await?;
        let id = self.ports.office.next_proposal().await?;
        let proposal = Proposal {
            id,
            by: visitor.author.clone(),
            note: note.to_owned(),
            based_on: release.number,
            begun: self.now(),
            is_ready: false,
            line,
            changes,
            question,
        };
        match self.ports.office.propose(&proposal).await {
            Err(StoreError::Conflict) => return self.name_who_is_busy(visitor).await,
            other => other?,
        }
        self.say_as(visitor.person, line, self.sentence(visitor.language, "office-checking", &[])).await?;
        let judged = self.judge(visitor, line, files).await?;
        self.show_verdict(visitor, proposal, judged).await
    }

    /// Checks files away from the other work, and tells `line` how far that has come.
    async fn judge(&self, visitor: &Visitor, line: LineId, files: Files) -> Result<Judged, StoreError> {
        let (workshop, today) = (Arc::clone(&self.ports.workshop), self.today());
        let (tell, mut told) = mpsc::unbounded_channel();
        let work = tokio::task::spawn_blocking(move || {
            workshop.judge(&files, today, &mut |stage| {
                // Who no longer listens misses nothing: the verdict comes anyhow.
                let _ = tell.send(stage);
            })
        });
        while let Some(stage) = told.recv().await {
            if stage == Stage::Asking {
                self.retell(visitor.person, line, self.sentence(visitor.language, "office-asking", &[])).await?;
            }
        }
        work.await.map_err(|error| StoreError::Unavailable(format!("the check did not end: {error}")))
    }

    async fn show_verdict(&self, visitor: &Visitor, proposal: Proposal, judged: Judged) -> Result<(), StoreError> {
        let Judged { knowledge, errors, warnings, gold, contradictions, report } = judged;
        let (person, language) = (visitor.person, visitor.language);
        let Some(knowledge) = knowledge else {
            self.ports.office.end_proposal(proposal.id).await?;
            let current = self.shelf.current();
            self.retell(person, proposal.line, refusal(current.phrases.as_ref(), language, &errors)).await?;
            let caption = self.sentence(language, "office-report-caption", &[]);
            let name = self.words(language, "office-report-file", &[]);
            return self.hand_over_file(person, &name, report.say(language).to_owned(), caption).await;
        };
        let current = self.shelf.current();
        let difference = Difference::between(&current.catalogue, &knowledge.catalogue, self.today());
        let preview = Preview {
            phrases: current.phrases.as_ref(),
            language,
            before: &current.catalogue,
            after: &knowledge.catalogue,
            difference: &difference,
            changes: &proposal.changes,
            gold: gold.as_ref(),
            warnings: warnings.len(),
            contradictions: &contradictions,
        };
        let message = preview.message().row(vec![
            self.errand_button(language, "button-publish", Errand::Publish(proposal.id)),
            self.errand_button(language, "button-drop", Errand::Drop(proposal.id)),
        ]);
        let everything = preview.everything(report.say(language));
        let line = proposal.line;
        match self.ports.office.propose(&Proposal { is_ready: true, ..proposal.clone() }).await {
            // Somebody took the seat meanwhile: they said so to both.
            Err(StoreError::Conflict) => return Ok(()),
            other => other?,
        }
        self.keep_made(Some((proposal.id, Arc::new(knowledge))));
        self.retell(person, line, message).await?;
        let caption = self.sentence(language, "office-preview-caption", &[]);
        let name = self.words(language, "office-preview-file", &[]);
        self.hand_over_file(person, &name, everything, caption).await
    }

    async fn name_who_is_busy(&self, visitor: &Visitor) -> Result<(), StoreError> {
        let Some(other) = self.ports.office.proposal().await? else {
            return self.say_to(visitor, "office-try-again", &[]).await;
        };
        let knowledge = self.shelf.current();
        let since = self.renderer(&knowledge).moment(visitor.language, other.begun);
        let values = [("name", other.by.name.into()), ("since", since.into())];
        let message = self.sentence(visitor.language, "office-busy", &values);
        let button = self.errand_button(visitor.language, "button-take-seat", Errand::TakeSeat(other.id));
        self.send_message(visitor.person, message.row(vec![button])).await.map(drop)
    }

    /// The release in use with its files.
    pub(super) async fn release_with_files(&self) -> Result<Option<(Release, Files)>, StoreError> {
        let Some(release) = self.ports.office.release_in_use().await? else { return Ok(None) };
        let files = self.ports.office.release_files(release.number).await?;
        Ok(files.map(|files| (release, files)))
    }

    /// The day it is now, where the desks are.
    pub(in crate::service) fn today(&self) -> Date {
        let zone = self.shelf.current().catalogue.desks.zone();
        self.now().timestamp().to_zoned_datetime(zone).date()
    }

    pub(super) fn keep_made(&self, made: Made) {
        *self.made.lock().unwrap_or_else(PoisonError::into_inner) = made;
    }

    /// The knowledge made for a proposal, if this program made it and still has it.
    pub(super) fn take_made(&self, id: ProposalId) -> Option<Arc<Knowledge>> {
        let mut made = self.made.lock().unwrap_or_else(PoisonError::into_inner);
        made.take_if(|(of, _)| *of == id).map(|(_, knowledge)| knowledge)
    }
}
