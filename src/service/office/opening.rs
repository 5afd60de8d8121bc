//! Which knowledge the house opens with: the release in use, or the operator's folder when that is newer and nobody
//! changed anything since.

use jiff::civil::Date;

use crate::domain::files::Files;
use crate::domain::ids::ReleaseNumber;
use crate::domain::moment::Moment;
use crate::domain::official::Author;
use crate::domain::release::Release;
use crate::ports::knowledge::{Knowledge, Workshop};
use crate::ports::office::{NewRelease, Office};
use crate::ports::store::StoreError;
use crate::service::shelf::Shelf;

/// So many releases are looked through for the one that the folder was published as.
const MOST_COMPARED: u32 = 100;

/// Who publishes when nobody is at the office.
pub(super) const PROGRAM: &str = "Loket";
/// The note of a release that the folder made.
pub(super) const FOLDER_CHANGED: &str = "map gewijzigd";

/// Why the house can't open.
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error)]
pub enum OpeningError {
    /// The folder can't be read.
    #[error("{0}")]
    NoSource(String),
    /// The folder has errors, and there is no release that can be used.
    #[error("the knowledge is refused:\n{0}")]
    Refused(String),
    /// The database does not answer.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// A shelf with the knowledge to open with.
///
/// What somebody published from their phone is never put aside by a folder: that takes a person. A release that this
/// program can't use gives way to the folder.
pub async fn open_shelf(
    office: &dyn Office,
    workshop: &dyn Workshop,
    today: Date,
    now: Moment,
) -> Result<Shelf, OpeningError> {
    let Some(release) = office.release_in_use().await? else {
        let files = workshop.source().map_err(|why| OpeningError::NoSource(why.en))?;
        return publish(office, workshop, (today, now), files, None, "begin").await;
    };
    let Some(knowledge) = knowledge_of(office, workshop, &release, today).await? else {
        tracing::error!(release.number = %release.number, "the release in use can't be used by this program");
        let files = workshop.source().map_err(|why| OpeningError::NoSource(why.en))?;
        return publish(office, workshop, (today, now), files, Some(release.number), "nieuw programma").await;
    };
    let shelf = Shelf::new(release.number, knowledge, now);
    let files = match workshop.source() {
        Ok(files) => files,
        Err(why) => {
            tracing::error!(why = why.en, "the folder can't be read; the release in use stays");
            return Ok(shelf);
        }
    };
    let fingerprint = files.fingerprint();
    let known = office.releases(MOST_COMPARED).await?.iter().any(|one| one.fingerprint == fingerprint);
    // Somebody is looking at what the folder would change: that is theirs to decide.
    let is_looked_at = office.proposal().await?.is_some();
    match (known || is_looked_at, release.by.id) {
        (true, _) => Ok(shelf),
        (false, Some(_)) => {
            tracing::warn!("the folder differs from the release in use, which somebody published: see /herlaad");
            Ok(shelf)
        }
        (false, None) => {
            match publish(office, workshop, (today, now), files, Some(release.number), FOLDER_CHANGED).await {
                Err(OpeningError::Refused(report)) => {
                    tracing::error!("the folder is refused, and the release in use stays:\n{report}");
                    Ok(shelf)
                }
                other => other,
            }
        }
    }
}

async fn knowledge_of(
    office: &dyn Office,
    workshop: &dyn Workshop,
    release: &Release,
    today: Date,
) -> Result<Option<Knowledge>, StoreError> {
    let files = office.release_files(release.number).await?;
    Ok(files.and_then(|files| workshop.reread(&files, today).inspect_err(|report| tracing::error!("{report}")).ok()))
}

async fn publish(
    office: &dyn Office,
    workshop: &dyn Workshop,
    (today, now): (Date, Moment),
    files: Files,
    based_on: Option<ReleaseNumber>,
    note: &str,
) -> Result<Shelf, OpeningError> {
    // The gold questions are asked before a person publishes; a house that opens must not wait for them.
    let knowledge = workshop.read(&files, today).map_err(OpeningError::Refused)?;
    let release = NewRelease {
        files: &files,
        fingerprint: files.fingerprint(),
        by: Author::program(PROGRAM),
        at: now,
        note: note.to_owned(),
        based_on,
    };
    let number = match office.publish(&release).await {
        // Another program that opens at the same moment was first: what it published is in use.
        Err(StoreError::Conflict) => office.release_in_use().await?.map_or(ReleaseNumber(0), |release| release.number),
        other => other?,
    };
    Ok(Shelf::new(number, knowledge, now))
}
