//! `loket restore FILE`: a backup becomes the database again.

use std::io::{self, Write as _};
use std::path::PathBuf;

use super::{Failure, block_on};
use crate::config::Config;
use crate::startup;

/// What from, and over what.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The backup
    file: PathBuf,
    /// Puts aside the database that stands in the data folder
    #[arg(long)]
    force: bool,
}

pub(super) fn run(args: &Args) -> Result<(), Failure> {
    let config = Config::from_environment()?;
    let restored = block_on(async { Ok(startup::restore(&config, &args.file, args.force).await?) })?;
    let rows: i64 = restored.rows.iter().map(|(_, rows)| rows).sum();
    let mut out = io::stdout().lock();
    writeln!(out, "restored: {rows} rows, as they were at {}", restored.made.timestamp())?;
    if let Some(aside) = restored.put_aside {
        writeln!(out, "what was there before lies in {}; remove it when all is well", aside.display())?;
    }
    Ok(())
}
