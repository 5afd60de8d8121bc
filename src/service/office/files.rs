//! Files at the office: knowledge that is handed in goes through the same check and preview; the whole is handed out.

use std::sync::Arc;

use super::Visitor;
use crate::conversation::event::Hindrance;
use crate::domain::audit::{Act, Entry};
use crate::domain::files::Files;
use crate::domain::intake::{Export, FileKind, FileRefusal, LARGEST_MB};
use crate::domain::message::{Message, Rich};
use crate::domain::text::shorten;
use crate::ports::incoming::SentFile;
use crate::ports::messenger::Failure;
use crate::ports::store::StoreError;
use crate::service::house::House;
use crate::service::rendering::intake;

/// The largest file that is fetched, in bytes.
const LARGEST: usize = LARGEST_MB << 20;
/// The longest message, in UTF-16 units.
const LONGEST: usize = 4_096;

impl House {
    /// A file was sent: is it one of those that hold knowledge?
    pub(super) fn is_knowledge(file: &SentFile) -> bool {
        FileKind::of(&file.name).is_some()
    }

    /// Fetches a file, puts it among the knowledge, and shows what that would change.
    pub(super) async fn take_file(&self, visitor: &Visitor, file: &SentFile) -> Result<(), StoreError> {
        let Some((_, before)) = self.release_with_files().await? else {
            return self.say_to(visitor, "office-no-release", &[]).await;
        };
        let is_too_large = file.size.is_some_and(|size| usize::try_from(size).map_or(true, |size| size > LARGEST));
        if is_too_large {
            return self.refuse_file(visitor, &FileRefusal::TooLarge).await;
        }
        let content = match self.ports.messenger.fetch(&file.id, LARGEST).await {
            Ok(content) => content,
            Err(Failure::Hindered(Hindrance::TooLarge, _)) => {
                return self.refuse_file(visitor, &FileRefusal::TooLarge).await;
            }
            Err(failure) => {
                tracing::warn!(%failure, "a file was not fetched");
                return self.say_to(visitor, "office-file-not-fetched", &[]).await;
            }
        };
        let (workshop, name) = (Arc::clone(&self.ports.workshop), file.name.clone());
        let taken = tokio::task::spawn_blocking(move || workshop.take_in(&before, &name, &content)).await;
        match taken.map_err(|error| StoreError::Unavailable(error.to_string()))? {
            Ok(files) => self.propose(visitor, &file.name, files).await,
            Err(refusal) => self.refuse_file(visitor, &refusal).await,
        }
    }

    async fn refuse_file(&self, visitor: &Visitor, refusal: &FileRefusal) -> Result<(), StoreError> {
        let knowledge = self.shelf.current();
        let why = intake::refusal(knowledge.phrases.as_ref(), visitor.language, refusal);
        let unchanged = self.words(visitor.language, "office-nothing-changed", &[]);
        let text = format!("{}\n\n{unchanged}", shorten(&why, LONGEST - unchanged.len() - 2));
        self.send_message(visitor.person, Message::new(Rich::plain(text))).await?;
        if why.encode_utf16().count() > LONGEST / 2 {
            let caption = self.sentence(visitor.language, "office-report-caption", &[]);
            let name = self.words(visitor.language, "office-report-file", &[]);
            self.hand_over_file(visitor.person, &name, why, caption).await?;
        }
        Ok(())
    }

    /// `/export`: the catalogue in use as one file. `/sjabloon`: an empty table to fill in.
    pub(super) async fn hand_out(&self, visitor: &Visitor, form: Export) -> Result<(), StoreError> {
        let Some((release, files)) = self.release_with_files().await? else {
            return self.say_to(visitor, "office-no-release", &[]).await;
        };
        match self.made_file(files, form).await? {
            Ok(content) => {
                let (at, by) = (self.now(), visitor.author.clone());
                let about = format!("{} ({})", form.ending(), release.number);
                self.ports.office.note(&Entry { at, by, act: Act::Exported, about }).await?;
                let (name, caption) = match form {
                    Export::Template => ("loket-sjabloon.xlsx".to_owned(), "office-template-caption"),
                    _ => (format!("loket-{}.{}", release.number, form.ending()), "office-export-caption"),
                };
                let caption =
                    self.sentence(visitor.language, caption, &[("release", release.number.to_string().into())]);
                self.hand_over_file(visitor.person, &name, content, caption).await
            }
            Err(why) => {
                tracing::error!(why, "the catalogue could not be handed out");
                self.say_to(visitor, "office-try-again", &[]).await
            }
        }
    }

    async fn made_file(&self, files: Files, form: Export) -> Result<Result<Vec<u8>, String>, StoreError> {
        let workshop = Arc::clone(&self.ports.workshop);
        let made = tokio::task::spawn_blocking(move || workshop.hand_out(&files, form)).await;
        made.map_err(|error| StoreError::Unavailable(error.to_string()))
    }
}
