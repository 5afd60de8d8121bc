//! `loket release`: what was published, what differs, and publishing or putting back; beside a running bot.

use std::io::{self, BufRead as _, IsTerminal as _, Write as _};
use std::path::PathBuf;

use jiff::tz::TimeZone;

use super::{Failure, block_on};
use crate::adapters::clock::SystemClock;
use crate::config::Config;
use crate::domain::files::Files;
use crate::domain::ids::ReleaseNumber;
use crate::domain::language::Language;
use crate::domain::moment::Moment;
use crate::domain::release::Release;
use crate::ports::clock::Clock as _;
use crate::service::office::{Prospect, Terminal, TerminalError};
use crate::startup::{self, KnowledgeWorkshop};

/// So many releases are listed.
const MOST_LISTED: u32 = 50;

/// What to do with releases.
#[derive(Debug, clap::Subcommand)]
pub(super) enum Args {
    /// The newest releases, and which is in use
    List,
    /// One release: who, when, why, and what it changed
    Show {
        /// Its number
        number: i64,
    },
    /// What the folder would change; with one number: what would change if that release came back; with two: from the
    /// first to the second
    Diff {
        /// A release
        from: Option<i64>,
        /// Another one
        to: Option<i64>,
    },
    /// Checks a folder, shows what it would change, and publishes it after a yes
    Publish {
        /// The folder; that of the settings, or the built-in knowledge, when left out
        folder: Option<PathBuf>,
        /// Why, in a few words
        #[arg(long, default_value = "terminal")]
        note: String,
        /// Asks nothing
        #[arg(long)]
        yes: bool,
    },
    /// Puts an earlier release in use again
    Rollback {
        /// Its number
        number: i64,
    },
}

pub(super) fn run(args: &Args) -> Result<(), Failure> {
    let config = Config::from_environment()?;
    block_on(async {
        let database = startup::open_database_beside(&config).await?;
        let folder = if let Args::Publish { folder: Some(folder), .. } = args { Some(folder) } else { None };
        let workshop = KnowledgeWorkshop::new(folder.or(config.knowledge.as_ref()).cloned());
        let terminal = Terminal { office: &database, workshop: &workshop, today: startup::today() };
        let done = work(args, &terminal).await;
        database.close().await;
        done
    })
}

async fn work(args: &Args, terminal: &Terminal<'_>) -> Result<(), Failure> {
    match args {
        Args::List => list(terminal).await,
        Args::Show { number } => show(terminal, ReleaseNumber(*number)).await,
        Args::Diff { from: None, .. } => look(terminal).await,
        Args::Diff { from: Some(back), to: None } => {
            let in_use = terminal.in_use().await?.number;
            say(&terminal.difference(in_use, ReleaseNumber(*back)).await?)
        }
        Args::Diff { from: Some(from), to: Some(to) } => {
            say(&terminal.difference(ReleaseNumber(*from), ReleaseNumber(*to)).await?)
        }
        Args::Publish { note, yes, .. } => publish(terminal, note, *yes).await,
        Args::Rollback { number } => {
            let before = terminal.roll_back(ReleaseNumber(*number), SystemClock.now()).await?;
            say(&format!("Release {number} is in use again, instead of {before}."))
        }
    }
}

async fn list(terminal: &Terminal<'_>) -> Result<(), Failure> {
    let in_use = terminal.in_use().await?.number;
    for release in terminal.office.releases(MOST_LISTED).await.map_err(TerminalError::from)? {
        let mark = if release.number == in_use { "●" } else { " " };
        say(&format!("{mark} {}", line(&release)))?;
    }
    Ok(())
}

async fn show(terminal: &Terminal<'_>, number: ReleaseNumber) -> Result<(), Failure> {
    let release = terminal.release(number).await?;
    let files = terminal.files(number).await?;
    say(&line(&release))?;
    say(&format!("{} files, fingerprint {}", files.len(), release.fingerprint))?;
    match release.based_on {
        Some(before) => say(&format!("Made from release {before}:\n{}", terminal.difference(before, number).await?)),
        None => say("The first release."),
    }
}

async fn look(terminal: &Terminal<'_>) -> Result<(), Failure> {
    match terminal.look_at(source(terminal)?).await? {
        Prospect::Nothing(release) => say(&format!("Nothing new: this is exactly release {release}.")),
        Prospect::Refused(judged) => refuse(judged.report.say(Language::En)),
        Prospect::Ready(ready) => say(&ready.told),
    }
}

async fn publish(terminal: &Terminal<'_>, note: &str, yes: bool) -> Result<(), Failure> {
    if !yes && !io::stdin().is_terminal() {
        return Err(Failure::Argument("there is nobody to ask: publish with --yes".to_owned()));
    }
    let ready = match terminal.look_at(source(terminal)?).await? {
        Prospect::Nothing(release) => return say(&format!("Nothing new: this is exactly release {release}.")),
        Prospect::Refused(judged) => return refuse(judged.report.say(Language::En)),
        Prospect::Ready(ready) => ready,
    };
    say(&ready.told)?;
    if let Some(proposal) = &ready.busy {
        let since = local(proposal.begun);
        say(&format!("\n{} is busy with the knowledge since {since}, and will be shown it anew.", proposal.by.name))?;
    }
    if !yes && !agrees()? {
        return say("Nothing was changed.");
    }
    let number = terminal.publish(&ready, note, SystemClock.now()).await?;
    say(&format!("Published: release {number}. A bot that is at work answers from it within seconds."))
}

fn source(terminal: &Terminal<'_>) -> Result<Files, Failure> {
    terminal.workshop.source().map_err(|why| Failure::Argument(why.say(Language::En).to_owned()))
}

fn refuse(report: &str) -> Result<(), Failure> {
    say(report.trim_end())?;
    say("Nothing was changed.")?;
    Err(Failure::Negative)
}

/// Asks on the terminal; only a yes is a yes.
fn agrees() -> Result<bool, Failure> {
    let mut out = io::stdout().lock();
    write!(out, "\nPublish this? [y/N] ")?;
    out.flush()?;
    let mut answer = String::new();
    io::stdin().lock().read_line(&mut answer)?;
    Ok(matches!(answer.trim().to_lowercase().as_str(), "y" | "yes" | "j" | "ja"))
}

fn line(release: &Release) -> String {
    format!("{} · {} · {} · {}", release.number, local(release.at), release.by.name, release.note)
}

fn local(moment: Moment) -> String {
    moment.timestamp().to_zoned_datetime(TimeZone::system()).strftime("%Y-%m-%d %H:%M").to_string()
}

fn say(text: &str) -> Result<(), Failure> {
    Ok(writeln!(io::stdout().lock(), "{text}")?)
}
