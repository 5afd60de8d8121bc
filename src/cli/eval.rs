//! `loket eval FILE`: how well labelled questions find their entry.

use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use super::Failure;
use crate::config::Config;
use crate::service::evaluation::{Case, Labelled, evaluate, known_only, plain, with_typo};
use crate::startup;

/// What to measure with.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// JSONL with `{"id","text","lang","gold":[ids],"handover":bool}` a line, and "set", "distress", "area" if known
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// Makes one typing error in each question; the same seed makes the same errors
    #[arg(long, value_name = "SEED")]
    typos: Option<u64>,
    /// Takes the capitals and the punctuation away
    #[arg(long)]
    plain: bool,
}

impl Args {
    /// The question as it is typed.
    fn typed(&self, question: Labelled) -> Labelled {
        let misspelt = self.typos.map_or_else(|| question.text.clone(), |seed| with_typo(&question.text, seed));
        let text = if self.plain { plain(&misspelt) } else { misspelt };
        Labelled { text, ..question }
    }
}

pub(super) fn run(args: &Args) -> Result<(), Failure> {
    let questions = read_questions(&args.files)?;
    let config = Config::from_environment()?;
    let folder = startup::open_folder(config.knowledge.as_deref())?;
    let knowledge = startup::open_knowledge(&folder, startup::today())?;
    let (questions, left_out) = known_only(questions, &knowledge.catalogue);
    let cases = questions.into_iter().map(|question| args.typed(question)).map(|question| {
        let evidence = knowledge.search.evidence(&question.question());
        Case::new(question, evidence, &knowledge.thresholds)
    });
    let evaluation = evaluate(cases.collect(), &knowledge.catalogue);
    let mut out = io::stdout().lock();
    if left_out > 0 {
        writeln!(out, "{left_out} left out: no gold entry in this catalogue\n")?;
    }
    write!(out, "{evaluation}")?;
    Ok(())
}

/// The labelled questions of these files.
pub(super) fn read_questions(files: &[PathBuf]) -> Result<Vec<Labelled>, Failure> {
    let read: Result<Vec<Vec<Labelled>>, Failure> = files.iter().map(|file| read_file(file)).collect();
    Ok(read?.into_iter().flatten().collect())
}

fn read_file(file: &Path) -> Result<Vec<Labelled>, Failure> {
    let name = file.display();
    let text = fs::read_to_string(file).map_err(|error| Failure::Argument(format!("{name}: {error}")))?;
    let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    let parse = |(at, line): (usize, &str)| {
        serde_json::from_str(line).map_err(|error| Failure::Argument(format!("{name}, line {}: {error}", at + 1)))
    };
    lines.map(parse).collect()
}
