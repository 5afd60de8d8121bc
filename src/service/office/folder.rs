//! The operator's folder, published without anybody at the office: at a signal, or when its files change.
//!
//! What changed in the folder since it was last looked at is made in the release in use, so that a correction from
//! somebody's phone in another file stays. When something is wrong with it nothing changes; the admins hear either.

use std::sync::{Arc, PoisonError};

use super::Visitor;
use super::opening::{FOLDER_CHANGED, PROGRAM};
use super::preview::{Preview, refusal};
use crate::domain::contradiction::Contradiction;
use crate::domain::difference::Difference;
use crate::domain::errand::Errand;
use crate::domain::files::Files;
use crate::domain::ids::{ClientId, ReleaseNumber};
use crate::domain::message::Message;
use crate::domain::official::Author;
use crate::domain::release::Changes;
use crate::ports::knowledge::{Judged, Knowledge};
use crate::ports::store::StoreError;
use crate::service::house::House;

/// So often it is tried again when somebody else publishes at the same moment.
const MOST_TRIES: usize = 5;

/// The folder as it was last looked at: what was in it then, and what was refused.
#[derive(Default)]
pub(in crate::service) struct Seen {
    files: Option<Files>,
    refused: Option<Files>,
}

impl House {
    /// Remembers the folder as it is: only what changes from now on is published from it.
    pub async fn remember_folder(&self) {
        match self.source().await {
            Ok(files) => self.with_seen(|seen| seen.files = Some(files)),
            Err(why) => tracing::warn!(why = why.en, "the folder can't be read; it is looked at again when it changes"),
        }
    }

    /// Publishes what changed in the folder when nothing is wrong with it, and tells the admins; or tells them what is.
    pub async fn publish_folder(&self) -> Result<(), StoreError> {
        let folder = match self.source().await {
            Ok(folder) => folder,
            Err(why) => {
                tracing::error!(why = why.en, "the folder can't be read; the release in use stays");
                return self
                    .tell_admins(|visitor| {
                        self.sentence(
                            visitor.language,
                            "office-no-source",
                            &[("why", why.say(visitor.language).into())],
                        )
                    })
                    .await;
            }
        };
        if self.with_seen(|seen| seen.files.as_ref() == Some(&folder) || seen.refused.as_ref() == Some(&folder)) {
            tracing::info!("nothing changed in the folder since it was last looked at");
            return Ok(());
        }
        for _ in 0..MOST_TRIES {
            match self.try_to_publish_folder(&folder).await {
                Err(StoreError::Conflict) => {}
                other => return other,
            }
        }
        Err(StoreError::Conflict)
    }

    async fn try_to_publish_folder(&self, folder: &Files) -> Result<(), StoreError> {
        let Some((release, before)) = self.release_with_files().await? else { return Ok(()) };
        let changed = self.with_seen(|seen| seen.files.as_ref().map(|seen| Changes::between(seen, folder)));
        let files = match changed {
            Some(Ok(changes)) => changes.made_in(before.clone()),
            Some(Err(no_text)) => return self.refuse_no_text(&no_text.0).await,
            None => folder.clone(),
        };
        let changes = match Changes::between(&before, &files) {
            Ok(changes) => changes,
            Err(no_text) => return self.refuse_no_text(&no_text.0).await,
        };
        if changes.is_empty() {
            self.with_seen(|seen| *seen = Seen { files: Some(folder.clone()), refused: None });
            tracing::info!("the folder says what the release in use says");
            return Ok(());
        }
        let judged = self.judge_quietly(files.clone()).await?;
        let Some(knowledge) = judged.knowledge.map(Arc::new) else {
            self.with_seen(|seen| seen.refused = Some(folder.clone()));
            tracing::error!("the folder is refused, and the release in use stays:\n{}", judged.report.en);
            return self.tell_refusal(&Judged { knowledge: None, ..judged }).await;
        };
        let earlier = self.shelf.current();
        let author = Author::program(PROGRAM);
        let number = self.publish(&author, FOLDER_CHANGED, &files, release.number, Arc::clone(&knowledge)).await?;
        self.with_seen(|seen| *seen = Seen { files: Some(folder.clone()), refused: None });
        self.tell_published(number, (&earlier, &knowledge), &changes, (&judged.contradictions, judged.warnings.len()))
            .await
    }

    async fn judge_quietly(&self, files: Files) -> Result<Judged, StoreError> {
        let (workshop, today) = (Arc::clone(&self.ports.workshop), self.today());
        let work = tokio::task::spawn_blocking(move || workshop.judge(&files, today, &mut |_| {}));
        work.await.map_err(|error| StoreError::Unavailable(format!("the check did not end: {error}")))
    }

    async fn tell_published(
        &self,
        number: ReleaseNumber,
        (before, after): (&Knowledge, &Knowledge),
        changes: &Changes,
        (contradictions, warnings): (&[Contradiction], usize),
    ) -> Result<(), StoreError> {
        let difference = Difference::between(&before.catalogue, &after.catalogue, self.today());
        self.tell_admins(|visitor| {
            let (phrases, language) = (after.phrases.as_ref(), visitor.language);
            let (before, after) = (&before.catalogue, &after.catalogue);
            let preview = Preview {
                phrases,
                language,
                before,
                after,
                difference: &difference,
                changes,
                gold: None,
                warnings,
                contradictions,
            };
            let values = [("release", number.to_string().into())];
            let said = self.sentence(language, "folder-published", &values).text;
            let undo = self.errand_button(language, "button-undo", Errand::Undo(number));
            Message::new(said.paragraph().and(preview.message().text)).row(vec![undo])
        })
        .await
    }

    async fn tell_refusal(&self, judged: &Judged) -> Result<(), StoreError> {
        let current = self.shelf.current();
        self.tell_admins(|visitor| {
            let said = self.sentence(visitor.language, "folder-refused", &[]).text;
            let faults = refusal(current.phrases.as_ref(), visitor.language, &judged.errors);
            Message::new(said.paragraph().and(faults.text))
        })
        .await
    }

    async fn refuse_no_text(&self, file: &str) -> Result<(), StoreError> {
        tracing::error!(file, "a file in the folder is no text; the release in use stays");
        self.tell_admins(|visitor| self.sentence(visitor.language, "office-no-text", &[("file", file.into())])).await
    }

    /// Tells every admin something, each in their own language.
    async fn tell_admins(&self, say: impl Fn(&Visitor) -> Message) -> Result<(), StoreError> {
        for person in self.admins().await? {
            let visitor = self.visitor(ClientId(person.0), "").await?;
            self.send_message(person, say(&visitor)).await?;
        }
        Ok(())
    }

    fn with_seen<T>(&self, look: impl FnOnce(&mut Seen) -> T) -> T {
        look(&mut self.folder.lock().unwrap_or_else(PoisonError::into_inner))
    }
}
