//! `loket doctor`: everything that must be right, looked at; what is wrong, and what to do.

use std::io::{self, Write as _};

use super::{Failure, block_on};
use crate::adapters::clock::SystemClock;
use crate::config::Config;
use crate::ports::clock::Clock as _;
use crate::startup::{self, Finding, State};

/// How it is told.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The findings as JSON, for other programs
    #[arg(long)]
    json: bool,
}

pub(super) fn run(args: &Args) -> Result<(), Failure> {
    let findings = match Config::from_environment() {
        Ok(config) => block_on(async { Ok(startup::examine(&config, SystemClock.now()).await) })?,
        Err(faults) => startup::settings_findings(&faults),
    };
    if args.json {
        let text = serde_json::to_string_pretty(&findings).map_err(io::Error::other)?;
        writeln!(io::stdout(), "{text}")?;
    } else {
        print(&findings)?;
    }
    let worst = findings.iter().map(|finding| finding.state).max();
    if worst == Some(State::Fault) { Err(Failure::Negative) } else { Ok(()) }
}

fn print(findings: &[Finding]) -> io::Result<()> {
    let mut out = io::stdout().lock();
    for finding in findings {
        writeln!(out, "{:<8} {:<10} {}", finding.state.word(), finding.about, finding.what)?;
        if let Some(mend) = &finding.mend {
            writeln!(out, "{:<19} → {mend}", "")?;
        }
    }
    Ok(())
}
