//! `loket export [DIR]`: the catalogue as JSONL, for other programs.

use std::io::{self, Write as _};
use std::path::PathBuf;

use super::Failure;
use crate::adapters::knowledge::export;
use crate::config::Config;
use crate::startup;

/// What to export.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The folder; that of the settings, or the built-in knowledge, when left out
    folder: Option<PathBuf>,
}

pub(super) fn run(args: &Args) -> Result<(), Failure> {
    let config = Config::from_environment()?;
    let folder = startup::open_folder(args.folder.as_deref().or(config.knowledge.as_deref()))?;
    let today = startup::today();
    let knowledge = startup::open_knowledge(&folder, today)?;
    let lines = export::export(&knowledge.catalogue, today).map_err(io::Error::from)?;
    io::stdout().lock().write_all(lines.as_bytes())?;
    Ok(())
}
