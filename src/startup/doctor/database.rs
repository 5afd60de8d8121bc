//! The database: can it be opened, whose version is it, does work pile up.

use std::time::Duration;

use secrecy::ExposeSecret as _;

use super::Finding;
use crate::adapters::database::{Database, Examined, OpenError, Schema};
use crate::config::Config;
use crate::domain::moment::Moment;
use crate::ports::store::{Backlog, Store as _, StoreError};
use crate::startup::open_database_beside;

/// Whoever waits longer than this for the bot itself waits too long.
const LONG: Duration = Duration::from_mins(10);

/// What is to be seen; and the database, open beside a program at work, when its tables are of this version.
pub(super) async fn look(config: &Config, now: Moment) -> (Vec<Finding>, Option<Database>) {
    let examined = match &config.database_url {
        Some(url) => Database::examine_at_server(url.expose_secret()).await,
        None => Database::examine_in_folder(&config.data).await,
    };
    let examined = match examined {
        Ok(examined) => examined,
        Err(error) => return (vec![refused(&error)], None),
    };
    let finding = of_tables(&examined);
    if examined.schema != Schema::Current {
        return (vec![finding], None);
    }
    match open_database_beside(config).await {
        Ok(database) => {
            let waiting = of_backlog(database.backlog().await, now);
            (std::iter::once(finding).chain(waiting).collect(), Some(database))
        }
        Err(error) => (vec![Finding::fault("database", error.to_string(), "do as it says, then look again")], None),
    }
}

/// The sentences of an [`OpenError`] say what is wrong and what to do, divided by a colon or a semicolon.
fn refused(error: &OpenError) -> Finding {
    let sentence = error.to_string();
    let (what, mend) = sentence
        .rsplit_once("; ")
        .or_else(|| sentence.rsplit_once(": "))
        .unwrap_or((&sentence, "look at the log of the database"));
    Finding::fault("database", what, mend)
}

fn of_tables(examined: &Examined) -> Finding {
    let version = &examined.version;
    match examined.schema {
        Schema::Current => Finding::ok("database", format!("{version}, with the tables of this version")),
        Schema::None => Finding::ok("database", format!("{version}, still empty: the first start makes its tables")),
        Schema::Older { at, newest } => Finding::warning(
            "database",
            format!("{version}, with the tables of an earlier version (migration {at} of {newest})"),
            "make a backup with the earlier version, then start this one: it brings the tables up by itself",
        ),
        Schema::Newer(at) => Finding::fault(
            "database",
            format!("{version}, with the tables of a later version (migration {at})"),
            "install that version or a later one; or restore the backup that was made before the upgrade",
        ),
        Schema::Foreign => Finding::fault(
            "database",
            format!("{version}, with the tables of another program"),
            "give Loket a database of its own",
        ),
    }
}

fn of_backlog(backlog: Result<Backlog, StoreError>, now: Moment) -> Vec<Finding> {
    let backlog = match backlog {
        Ok(backlog) => backlog,
        Err(error) => {
            return vec![Finding::fault("work", format!("what waits can't be read: {error}"), "look at the database")];
        }
    };
    let mut findings = Vec::new();
    let late = |oldest: Option<Moment>| oldest.map(|oldest| now.since(oldest)).filter(|age| *age > LONG);
    if let Some(age) = late(backlog.oldest_update) {
        let what = format!("{} updates wait, the oldest for {} minutes", backlog.inbox, age.as_secs() / 60);
        findings.push(Finding::fault("work", what, "see that `loket serve` runs; its log says what it can't handle"));
    }
    if let Some(age) = late(backlog.oldest_row) {
        let what = format!("{} messages wait, the oldest for {} minutes", backlog.outbox, age.as_secs() / 60);
        let mend = "see that `loket serve` runs; its log says what Telegram refuses";
        findings.push(Finding::warning("work", what, mend));
    }
    if backlog.dead > 0 {
        let what = format!("{} updates and messages were given up", backlog.dead);
        findings.push(Finding::warning("work", what, "the log says why: look for `given up`"));
    }
    if findings.is_empty() {
        findings.push(Finding::ok("work", "nothing waits long, and nothing was given up"));
    }
    findings
}
