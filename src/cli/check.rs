//! `loket check [DIR]`: every fault and warning of a catalogue; exit 1 on an error.

use std::fs;
use std::io::{self, IsTerminal as _, Write as _};
use std::path::{Path, PathBuf};

use super::Failure;
use crate::adapters::knowledge::report::Look;
use crate::adapters::knowledge::score;
use crate::adapters::links::LinkVisitor;
use crate::config::Config;
use crate::domain::gold::GoldScore;
use crate::domain::language::Language;
use crate::startup::{self, Checked};

/// What to check, and how to say it.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The folder; that of the settings, or the built-in knowledge, when left out
    folder: Option<PathBuf>,
    /// As JSON, for other programs
    #[arg(long)]
    json: bool,
    /// Writes down how the gold questions are answered now; a later release must do as well
    #[arg(long)]
    accept: bool,
    /// Visits every link, one request at a time per site
    #[arg(long)]
    links: bool,
    /// The language of the report, nl or en; JSON has both
    #[arg(long, default_value = "en", value_parser = language)]
    lang: Language,
}

pub(super) fn run(args: &Args) -> Result<(), Failure> {
    let config = Config::from_environment()?;
    let directory = args.folder.as_deref().or(config.knowledge.as_deref());
    let folder = startup::open_folder(directory)?;
    let mut checked = startup::check_knowledge(&folder, startup::today());
    let score = startup::judge_gold(&folder.files, &mut checked, args.accept);
    if let Some(score) = score.as_ref().filter(|_| args.accept) {
        accept(directory, score)?;
    }
    if args.links {
        super::block_on(async {
            Ok(startup::visit_links(&folder.files, &mut checked, &LinkVisitor::default()).await?)
        })?;
    }
    let Checked { report, summary, .. } = checked;
    let mut out = io::stdout().lock();
    if args.json {
        let mut json = report.json();
        if let Some(fields) = json.as_object_mut() {
            fields.insert("summary".to_owned(), serde_json::to_value(&summary).map_err(io::Error::from)?);
        }
        writeln!(out, "{json:#}")?;
    } else {
        let look = if out.is_terminal() { Look::Colours } else { Look::Plain };
        let (listed, last) = (report.listed(args.lang, look), report.summary());
        writeln!(out, "{listed}{}\n{}", summary.printed(args.lang), last.say(args.lang))?;
    }
    if report.errors() > 0 { Err(Failure::Negative) } else { Ok(()) }
}

/// Writes the score where the next check reads it.
fn accept(directory: Option<&Path>, score: &GoldScore) -> Result<(), Failure> {
    let argument = |problem: String| Failure::Argument(problem);
    let directory = directory.ok_or_else(|| argument("name the folder whose score is accepted".to_owned()))?;
    let written = score::written(score).map_err(|error| argument(error.to_string()))?;
    Ok(fs::write(directory.join(score::FILE), written)?)
}

fn language(code: &str) -> Result<Language, String> {
    Language::from_code(code).ok_or_else(|| format!("no language `{code}`: write nl or en"))
}
