//! The knowledge: can it be read, and is it looked after.

use std::time::Duration;

use super::{Desks, Finding};
use crate::adapters::database::Database;
use crate::adapters::knowledge::folder::Folder;
use crate::config::Config;
use crate::domain::catalogue::Catalogue;
use crate::domain::moment::Moment;
use crate::ports::knowledge::Workshop as _;
use crate::ports::office::Office as _;
use crate::ports::store::{Store as _, StoreError};
use crate::startup::{KnowledgeWorkshop, check_knowledge, day_of, open_folder};

const DAY: Duration = Duration::from_hours(24);
/// A catalogue in which nothing changed for so long is hardly looked after.
const LONG: Duration = Duration::from_hours(24 * 90);

/// What is to be seen of the release in use, and of the folder; and the desks.
pub(super) async fn look(config: &Config, database: Option<Database>, now: Moment) -> (Vec<Finding>, Desks) {
    let mut findings = Vec::new();
    let mut desks = Desks::default();
    if let Some(database) = &database {
        match in_use(database, now).await {
            Ok((finding, catalogue)) => {
                findings.push(finding);
                desks.known = catalogue
                    .map(|catalogue| catalogue.desks.iter().map(|desk| (desk.id.clone(), desk.name.clone())).collect());
            }
            Err(error) => findings.push(unreadable(&error)),
        }
        match database.desk_links().await {
            Ok(links) => desks.links = links.into_iter().map(|link| (link.desk, link.chat)).collect(),
            Err(error) => findings.push(unreadable(&error)),
        }
        database.close().await;
    }
    findings.extend(of_folder(config, now));
    (findings, desks)
}

fn unreadable(error: &StoreError) -> Finding {
    Finding::fault("knowledge", format!("the database does not give it: {error}"), "look at the database")
}

/// The release in use.
async fn in_use(database: &Database, now: Moment) -> Result<(Finding, Option<Catalogue>), StoreError> {
    let nothing = || Finding::ok("knowledge", "nothing was published yet: the first start does");
    let Some(release) = database.release_in_use().await? else { return Ok((nothing(), None)) };
    let Some(files) = database.release_files(release.number).await? else { return Ok((nothing(), None)) };
    let today = day_of(now);
    let catalogue = match KnowledgeWorkshop::new(None).reread(&files, today) {
        Ok(knowledge) => knowledge.catalogue,
        Err(report) => {
            let what =
                format!("release {} in use can't be read by this version:\n{}", release.number, report.trim_end());
            let mend = "put an earlier release in use with `loket release rollback`, or publish a mended folder";
            return Ok((Finding::fault("knowledge", what, mend), None));
        }
    };
    let overdue = catalogue.entries().filter(|entry| entry.is_due_for_review(today)).count();
    let age = now.since(release.at);
    let what = format!(
        "release {} of {} days ago: {} entries, {overdue} of them past their day of review",
        release.number,
        age.as_secs() / DAY.as_secs(),
        catalogue.len()
    );
    let finding = if overdue * 5 > catalogue.len() || age > LONG {
        Finding::warning("knowledge", what, "an admin writes /nalopen to the bot: it lists what to look at")
    } else {
        Finding::ok("knowledge", what)
    };
    Ok((finding, Some(catalogue)))
}

/// The operator's folder, as a start or `/herlaad` would read it.
fn of_folder(config: &Config, now: Moment) -> Option<Finding> {
    let directory = config.knowledge.as_deref()?;
    let folder: Folder = match open_folder(Some(directory)) {
        Ok(folder) => folder,
        Err(error) => {
            let mend = "let the user Loket runs as read that folder";
            return Some(Finding::fault("folder", error.to_string(), mend));
        }
    };
    let today = day_of(now);
    let checked = check_knowledge(&folder, today);
    Some(match checked.knowledge {
        Some(_) => Finding::ok("folder", format!("{} can be published", directory.display())),
        None => Finding::fault(
            "folder",
            format!("{} has errors and can't be published", directory.display()),
            format!("`loket check {}` names them all", directory.display()),
        ),
    })
}
