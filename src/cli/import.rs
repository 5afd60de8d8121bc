//! `loket import FILE [DIR]`: what a file would change in a catalogue, and whether that can be published; with `--write`
//! it is changed.

use std::fs::{self, File};
use std::io::{self, IsTerminal as _, Read as _, Write as _};
use std::path::{Path, PathBuf};

use super::Failure;
use crate::adapters::knowledge::report::Look;
use crate::config::Config;
use crate::domain::files::{FileChange, Files};
use crate::domain::intake::LARGEST_MB;
use crate::domain::language::Language;
use crate::startup;

/// What to import.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// An entry (.md), files as an archive (.zip) or a table (.csv, .xlsx)
    file: PathBuf,
    /// The folder; that of the settings, or the built-in knowledge, when left out
    folder: Option<PathBuf>,
    /// Changes the folder, when nothing is wrong
    #[arg(long)]
    write: bool,
}

pub(super) fn run(args: &Args) -> Result<(), Failure> {
    let config = Config::from_environment()?;
    let directory = args.folder.as_deref().or(config.knowledge.as_deref());
    let folder = startup::open_folder(directory)?;
    let name = args.file.file_name().unwrap_or_default().to_string_lossy();
    let changed = startup::take_in(&folder.files, &name, &content(&args.file)?)
        .map_err(|refusal| Failure::Refused(startup::in_words(&refusal, Language::En)))?;
    let changes = changed.changes_since(&folder.files);
    let mut out = io::stdout().lock();
    if changes.is_empty() {
        writeln!(out, "This file changes nothing.")?;
        return Ok(());
    }
    let mut checked = startup::check_knowledge(&folder.clone().with_files(changed.clone()), startup::today());
    startup::judge_gold(&changed, &mut checked, false);
    let look = if out.is_terminal() { Look::Colours } else { Look::Plain };
    writeln!(out, "{}", checked.report.listed(Language::En, look))?;
    for (path, change) in &changes {
        writeln!(out, "{} {path}", word(*change))?;
    }
    writeln!(out, "\n{}", checked.report.summary().en)?;
    if checked.report.errors() > 0 {
        return Err(Failure::Negative);
    }
    match directory.filter(|_| args.write) {
        Some(directory) => {
            write(directory, &changed, &changes)?;
            writeln!(out, "Written to {}.", directory.display())?;
        }
        None if args.write => return Err(Failure::Argument("name the folder that is to be changed".to_owned())),
        None => writeln!(out, "Nothing was written yet: add --write to change the folder.")?,
    }
    Ok(())
}

/// What the file holds; of one that is too large just enough to see it.
fn content(file: &Path) -> io::Result<Vec<u8>> {
    let mut content = Vec::new();
    File::open(file)?.take(((LARGEST_MB as u64) << 20) + 1).read_to_end(&mut content)?;
    Ok(content)
}

const fn word(change: FileChange) -> &'static str {
    match change {
        FileChange::New => "new    ",
        FileChange::Changed => "changed",
        FileChange::Gone => "gone   ",
    }
}

/// Writes what changed, each file whole or not at all; what is gone goes last.
fn write(directory: &Path, files: &Files, changes: &[(&str, FileChange)]) -> io::Result<()> {
    for (path, _) in changes {
        if let Some(content) = files.get(path) {
            let file = directory.join(path);
            if let Some(folder) = file.parent() {
                fs::create_dir_all(folder)?;
            }
            let beside = file.with_added_extension("new");
            fs::write(&beside, content)?;
            fs::rename(&beside, &file)?;
        }
    }
    for (path, _) in changes.iter().filter(|(_, change)| *change == FileChange::Gone) {
        fs::remove_file(directory.join(path))?;
    }
    Ok(())
}
