//! `loket move FROM TO`: everything that is kept, from one database to another.

use std::io;

use super::{Failure, block_on};
use crate::config::Config;
use crate::startup::{self, MovedTable, Place};

/// From where to where.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// A data folder, `sqlite:` and a data folder, or an address such as `postgres://user:password@host/name`;
    /// `LOKET_DATA` and `DATABASE_URL` stand for those of the settings
    from: String,
    /// The same, of an empty database
    to: String,
}

pub(super) fn run(args: &Args) -> Result<(), Failure> {
    let config = Config::from_environment()?;
    let place = |named: &str| Place::named(named, &config).map_err(Failure::Argument);
    let (from, to) = (place(&args.from)?, place(&args.to)?);
    let moved = block_on(async { Ok(startup::move_everything(&from, &to).await?) })?;
    Ok(tell(&mut io::stdout().lock(), &moved)?)
}

fn tell(out: &mut impl io::Write, moved: &[MovedTable]) -> io::Result<()> {
    writeln!(out, "{:<16} {:>9}  hash of the content, here as there", "table", "rows")?;
    for table in moved {
        writeln!(out, "{:<16} {:>9}  {}", table.name, table.rows, table.hash)?;
    }
    let rows: i64 = moved.iter().map(|table| table.rows).sum();
    writeln!(
        out,
        "\n{rows} rows were moved and compared. The source is as it was: remove it when the bot runs on the target."
    )
}
