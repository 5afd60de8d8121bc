//! Releases for who works at a terminal, beside a program that may be answering from them at the same moment.
//!
//! That program takes over by itself what is put in use here: see `spreading`.

use jiff::civil::Date;

use super::preview::Preview;
use crate::domain::difference::Difference;
use crate::domain::files::Files;
use crate::domain::ids::{ReleaseId, ReleaseNumber};
use crate::domain::language::Language;
use crate::domain::moment::Moment;
use crate::domain::official::Author;
use crate::domain::release::{Changes, NoText, Proposal, Release};
use crate::ports::knowledge::{Judged, Knowledge, Workshop};
use crate::ports::office::{NewRelease, Office};
use crate::ports::store::StoreError;

/// The name under which a terminal stands in the log.
const AUTHOR: &str = "terminal";
/// Terminals speak English, as logs do.
const LANGUAGE: Language = Language::En;

/// Why something can't be done from the terminal.
#[derive(Debug, thiserror::Error)]
pub enum TerminalError {
    /// There is no release with this number.
    #[error("there is no release {0}; `loket release list` names them")]
    Unknown(ReleaseNumber),
    /// It is what the bot answers from.
    #[error("release {0} is in use already")]
    InUse(ReleaseNumber),
    /// Nothing was published yet.
    #[error("nothing was published yet; `loket release publish` does")]
    NoRelease,
    /// This program can't read what an earlier one published.
    #[error("this program can't use release {0}:\n{1}")]
    Unusable(ReleaseNumber, String),
    /// A file can't be kept in a release.
    #[error(transparent)]
    NoText(#[from] NoText),
    /// Somebody else was first.
    #[error("somebody else published meanwhile; nothing was changed: look again")]
    Meanwhile,
    /// The database does not answer.
    #[error(transparent)]
    Store(StoreError),
}

impl From<StoreError> for TerminalError {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Conflict => Self::Meanwhile,
            other => Self::Store(other),
        }
    }
}

/// What became of files that somebody may want to publish.
pub enum Prospect {
    /// They are the release in use.
    Nothing(ReleaseNumber),
    /// They have errors.
    Refused(Box<Judged>),
    /// They can be published.
    Ready(Box<Ready>),
}

/// Files that can be published.
pub struct Ready {
    /// What they would change, in words.
    pub told: String,
    /// Who works on a change at this moment.
    pub busy: Option<Proposal>,
    files: Files,
    based_on: Option<ReleaseNumber>,
}

/// The releases, as a terminal works on them.
pub struct Terminal<'a> {
    /// What is kept.
    pub office: &'a dyn Office,
    /// Where files become knowledge.
    pub workshop: &'a dyn Workshop,
    /// The day it is.
    pub today: Date,
}

impl Terminal<'_> {
    /// Checks files and says what they would change. Takes seconds.
    pub async fn look_at(&self, files: Files) -> Result<Prospect, TerminalError> {
        let release = self.office.release_in_use().await?;
        let before = match &release {
            Some(release) => self.files(release.number).await?,
            None => Files::default(),
        };
        let changes = Changes::between(&before, &files)?;
        if let Some(release) = release.as_ref().filter(|_| changes.is_empty()) {
            return Ok(Prospect::Nothing(release.number));
        }
        let judged = self.workshop.judge(&files, self.today, &mut |_| {});
        let Some(knowledge) = &judged.knowledge else { return Ok(Prospect::Refused(Box::new(judged))) };
        // What this program can't read any more gives way to what it can: there is nothing to compare with.
        let earlier = release.as_ref().and_then(|_| self.workshop.reread(&before, self.today).ok());
        let told = match &earlier {
            Some(earlier) => self.tell(earlier, knowledge, &changes, Some(&judged)),
            None => format!("{} entries", knowledge.catalogue.len()),
        };
        let (busy, based_on) = (self.office.proposal().await?, release.map(|release| release.number));
        Ok(Prospect::Ready(Box::new(Ready { told, busy, files, based_on })))
    }

    /// Publishes what was looked at.
    pub async fn publish(&self, ready: &Ready, note: &str, now: Moment) -> Result<ReleaseNumber, TerminalError> {
        let fingerprint: ReleaseId = ready.files.fingerprint();
        let (by, note) = (Author::program(AUTHOR), note.to_owned());
        let new = NewRelease { files: &ready.files, fingerprint, by, at: now, note, based_on: ready.based_on };
        Ok(self.office.publish(&new).await?)
    }

    /// Puts an earlier release in use again; says which it was instead of.
    pub async fn roll_back(&self, number: ReleaseNumber, now: Moment) -> Result<ReleaseNumber, TerminalError> {
        let in_use = self.in_use().await?.number;
        if in_use == number {
            return Err(TerminalError::InUse(number));
        }
        self.knowledge(number).await?;
        self.office.put_in_use(number, in_use, &Author::program(AUTHOR), now).await?;
        Ok(in_use)
    }

    /// What differs from one release to another, in words.
    pub async fn difference(&self, from: ReleaseNumber, to: ReleaseNumber) -> Result<String, TerminalError> {
        let changes = Changes::between(&self.files(from).await?, &self.files(to).await?)?;
        Ok(self.tell(&self.knowledge(from).await?, &self.knowledge(to).await?, &changes, None))
    }

    /// The release in use.
    pub async fn in_use(&self) -> Result<Release, TerminalError> {
        self.office.release_in_use().await?.ok_or(TerminalError::NoRelease)
    }

    /// The release with this number.
    pub async fn release(&self, number: ReleaseNumber) -> Result<Release, TerminalError> {
        self.office.release(number).await?.ok_or(TerminalError::Unknown(number))
    }

    /// The files of a release.
    pub async fn files(&self, number: ReleaseNumber) -> Result<Files, TerminalError> {
        self.office.release_files(number).await?.ok_or(TerminalError::Unknown(number))
    }

    async fn knowledge(&self, number: ReleaseNumber) -> Result<Knowledge, TerminalError> {
        let read = self.workshop.reread(&self.files(number).await?, self.today);
        read.map_err(|report| TerminalError::Unusable(number, report))
    }

    fn tell(&self, before: &Knowledge, after: &Knowledge, changes: &Changes, judged: Option<&Judged>) -> String {
        let difference = Difference::between(&before.catalogue, &after.catalogue, self.today);
        let preview = Preview {
            phrases: after.phrases.as_ref(),
            language: LANGUAGE,
            before: &before.catalogue,
            after: &after.catalogue,
            difference: &difference,
            changes,
            gold: judged.and_then(|judged| judged.gold.as_ref()),
            warnings: 0,
            contradictions: judged.map_or(&[], |judged| &judged.contradictions),
        };
        format!("{}\n\n{}", preview.title_line(), preview.everything("").trim_end())
    }
}
