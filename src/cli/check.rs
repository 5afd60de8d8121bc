//! `loket check [DIR]`: every fault and warning of a catalogue; exit 1 on an error.

use std::io::{self, IsTerminal as _, Write as _};
use std::path::PathBuf;

use super::Failure;
use crate::adapters::knowledge::report::Look;
use crate::config::Config;
use crate::startup;

/// What to check, and how to say it.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The folder; that of the settings, or the built-in knowledge, when left out
    folder: Option<PathBuf>,
    /// As JSON, for other programs
    #[arg(long)]
    json: bool,
}

pub(super) fn run(args: &Args) -> Result<(), Failure> {
    let config = Config::from_environment()?;
    let folder = startup::open_folder(args.folder.as_deref().or(config.knowledge.as_deref()))?;
    let report = startup::check_knowledge(&folder, startup::today()).report;
    let mut out = io::stdout().lock();
    if args.json {
        writeln!(out, "{:#}", report.json())?;
    } else {
        let look = if out.is_terminal() { Look::Colours } else { Look::Plain };
        write!(out, "{}", report.printed(look))?;
    }
    if report.errors() > 0 { Err(Failure::Negative) } else { Ok(()) }
}
