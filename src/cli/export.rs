//! `loket export [DIR]`: the catalogue for other programs, or as a file that people change and hand in again.

use std::fs;
use std::io::{self, IsTerminal as _, Write as _};
use std::path::PathBuf;

use super::Failure;
use crate::config::Config;
use crate::domain::intake::Export;
use crate::startup;

/// What to export.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The folder; that of the settings, or the built-in knowledge, when left out
    folder: Option<PathBuf>,
    /// In which form
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    /// The file to write; the terminal or the next program when left out
    #[arg(long)]
    out: Option<PathBuf>,
}

/// The forms of an export.
#[derive(Clone, Copy, Debug, Default, clap::ValueEnum)]
enum Format {
    /// A line per entry and language, for other programs
    #[default]
    Jsonl,
    /// All files
    Zip,
    /// The entries as a table, as text
    Csv,
    /// The entries as a table, as a workbook
    Xlsx,
    /// An empty workbook with two examples and an explanation
    Template,
}

pub(super) fn run(args: &Args) -> Result<(), Failure> {
    let config = Config::from_environment()?;
    let folder = startup::open_folder(args.folder.as_deref().or(config.knowledge.as_deref()))?;
    let form = match args.format {
        Format::Jsonl => Export::Lines,
        Format::Zip => Export::Archive,
        Format::Csv => Export::Csv,
        Format::Xlsx => Export::Workbook,
        Format::Template => Export::Template,
    };
    let content = startup::hand_out(&folder.files, form)?;
    match &args.out {
        Some(file) => Ok(fs::write(file, content)?),
        None if io::stdout().is_terminal() && matches!(args.format, Format::Zip | Format::Xlsx | Format::Template) => {
            Err(Failure::Argument("this is no text for a terminal: name a file with --out".to_owned()))
        }
        None => Ok(io::stdout().lock().write_all(&content)?),
    }
}
