//! `loket backup FILE`: everything that is kept, in one new file, while the bot goes on.

use std::io::{self, Write as _};
use std::path::PathBuf;

use super::{Failure, block_on};
use crate::config::Config;
use crate::startup;

/// Where to.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The file to make; nothing is overwritten
    file: PathBuf,
}

pub(super) fn run(args: &Args) -> Result<(), Failure> {
    let config = Config::from_environment()?;
    let backup = block_on(async { Ok(startup::back_up(&config, &args.file).await?) })?;
    let rows: i64 = backup.rows.iter().map(|(_, rows)| rows).sum();
    let tables = backup.rows.len();
    writeln!(io::stdout(), "{}: {rows} rows of {tables} tables, {} bytes", args.file.display(), backup.bytes)?;
    Ok(())
}
