//! `loket fit-distress`: learns what speaks of distress from the knowledge folder, and writes it for review.

use std::fs;
use std::io::{self, Write as _};
use std::path::PathBuf;

use super::Failure;
use super::fit::open_catalogue;
use crate::adapters::index::distress::learning::{Texts, learn};
use crate::config::Config;
use crate::domain::files::Files;
use crate::startup;

/// Where it is written.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Where the weights are written
    #[arg(long, default_value = "knowledge/distress/weights.toml")]
    out: PathBuf,
    /// Puts the messages in order; the same seed gives the same file
    #[arg(long, default_value_t = 1)]
    seed: u64,
}

pub(super) fn run(args: &Args) -> Result<(), Failure> {
    let (catalogue, _) = open_catalogue()?;
    let folder = startup::open_folder(Config::from_environment()?.knowledge.as_deref())?;
    let texts = Texts {
        distressed: text(&folder.files, "distress/distressed.txt")?,
        ordinary: text(&folder.files, "distress/ordinary.txt")?,
        concepts: text(&folder.files, "distress/concepts.toml")?,
    };
    let learned = learn(&texts, &catalogue, args.seed).map_err(|error| Failure::Argument(error.to_string()))?;
    fs::write(&args.out, learned.written().map_err(|error| Failure::Argument(error.to_string()))?)?;
    let mut out = io::stdout().lock();
    writeln!(out, "cross-validated: each message measured with weights fitted without it\n")?;
    for (name, figure) in &learned.fitted().figures {
        writeln!(out, "{name:<18} {figure:.4}")?;
    }
    writeln!(out, "\nwritten to {}: look at what changed before you keep it", args.out.display())?;
    Ok(())
}

fn text<'a>(files: &'a Files, path: &str) -> Result<&'a str, Failure> {
    files
        .text(path)
        .ok_or_else(|| Failure::Argument(format!("{path} is missing: take the one that comes with the program")))
}
