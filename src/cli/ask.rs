//! `loket ask "…"`: one question, answered in the terminal, or many from a file.

use std::fs::File;
use std::io::{self, BufRead as _, BufReader, Write};
use std::path::{Path, PathBuf};
use std::time::Instant;

use serde::{Deserialize, Serialize};

use super::Failure;
use crate::config::Config;
use crate::conversation::judgement::{Verdict, judge};
use crate::domain::area::AreaCode;
use crate::domain::evidence::{Candidate, Evidence, Question};
use crate::domain::ids::EntryId;
use crate::domain::language::Language;
use crate::service::shelf::Knowledge;
use crate::startup;

/// So many candidates are shown.
const SHOWN: usize = 5;

/// What to ask.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The question
    #[arg(required_unless_present = "batch")]
    question: Option<String>,
    /// Where the firm is: a municipality's name or code
    #[arg(long)]
    area: Option<String>,
    /// The language of the conversation, nl or en; guessed when left out
    #[arg(long)]
    lang: Option<String>,
    /// Why: words, likenesses, probabilities
    #[arg(long)]
    explain: bool,
    /// As JSON, for other programs
    #[arg(long)]
    json: bool,
    /// A JSONL file with {"id","text","lang"?,"area"?} a line; writes JSONL
    #[arg(long, conflicts_with_all = ["question", "explain", "json"])]
    batch: Option<PathBuf>,
}

/// A line of a batch.
#[derive(Deserialize)]
struct Line {
    id: String,
    text: String,
    lang: Option<String>,
    area: Option<String>,
}

/// What came of a question.
#[derive(Serialize)]
struct Outcome {
    id: String,
    action: &'static str,
    candidates: Vec<Shown>,
    ms: f64,
}

#[derive(Serialize)]
struct Shown {
    id: EntryId,
    p: f64,
}

pub(super) fn run(args: &Args) -> Result<(), Failure> {
    let config = Config::from_environment()?;
    let folder = startup::open_folder(config.knowledge.as_deref())?;
    let knowledge = startup::open_knowledge(&folder, startup::today())?;
    let mut out = io::stdout().lock();
    if let Some(file) = &args.batch {
        return ask_all(file, &knowledge, &mut out);
    }
    let text = args.question.clone().unwrap_or_default();
    let question = understand(text, args.lang.as_deref(), args.area.as_deref(), &knowledge)?;
    if args.json {
        let outcome = ask(String::new(), &question, &knowledge);
        serde_json::to_writer(&mut out, &outcome).map_err(io::Error::from)?;
        writeln!(out)?;
        return Ok(());
    }
    tell(&question, &knowledge, &mut out)?;
    if args.explain {
        writeln!(out)?;
        for line in knowledge.search.explain(&question) {
            writeln!(out, "{line}")?;
        }
    }
    Ok(())
}

fn ask_all(file: &Path, knowledge: &Knowledge, out: &mut impl Write) -> Result<(), Failure> {
    for (number, line) in BufReader::new(File::open(file)?).lines().enumerate() {
        let line = line?;
        if line.trim().is_empty() {
            continue;
        }
        let at = |problem: String| Failure::Argument(format!("{}, line {}: {problem}", file.display(), number + 1));
        let line: Line = serde_json::from_str(&line).map_err(|error| at(error.to_string()))?;
        // Questions of every language come in a batch; one that we don't speak is guessed as any other.
        let language = line.lang.as_deref().filter(|code| Language::from_code(code).is_some());
        let area = line.area.as_deref().filter(|area| !area.is_empty());
        let question = understand(line.text, language, area, knowledge).map_err(|error| at(error.to_string()))?;
        let outcome = ask(line.id, &question, knowledge);
        serde_json::to_writer(&mut *out, &outcome).map_err(io::Error::from)?;
        writeln!(out)?;
    }
    Ok(())
}

/// The question as the house gets it.
fn understand(
    text: String,
    lang: Option<&str>,
    area: Option<&str>,
    knowledge: &Knowledge,
) -> Result<Question, Failure> {
    let language = lang
        .map(|code| {
            Language::from_code(code).ok_or_else(|| Failure::Argument(format!("no language `{code}`: write nl or en")))
        })
        .transpose()?;
    let place = area.map(|area| find_area(area, knowledge)).transpose()?;
    Ok(Question { text, language, place })
}

fn find_area(area: &str, knowledge: &Knowledge) -> Result<AreaCode, Failure> {
    let areas = &knowledge.catalogue.areas;
    let by_code = AreaCode::try_from(area.to_owned()).ok().filter(|code| areas.knows(code));
    let found = by_code.or_else(|| areas.find(area).map(|municipality| municipality.code.clone()));
    found.ok_or_else(|| Failure::Argument(format!("no municipality `{area}`: write a name, or a code such as GM0150")))
}

fn ask(id: String, question: &Question, knowledge: &Knowledge) -> Outcome {
    let start = Instant::now();
    let evidence = knowledge.search.evidence(question);
    let verdict = judge(&evidence, &knowledge.thresholds, true);
    let ms = start.elapsed().as_secs_f64() * 1000.0;
    let shown = |candidate: Candidate| Shown { id: candidate.entry, p: candidate.probability };
    Outcome { id, action: verdict.word(), candidates: evidence.candidates.into_iter().map(shown).collect(), ms }
}

/// Says what the bot would do, in words.
fn tell(question: &Question, knowledge: &Knowledge, out: &mut impl Write) -> io::Result<()> {
    let evidence = knowledge.search.evidence(question);
    let language = question.language.or(evidence.language).unwrap_or_default();
    let title = |entry: &EntryId| {
        let text = knowledge.catalogue.entry(entry).and_then(|entry| entry.text(language));
        text.map_or_else(|| entry.to_string(), |text| text.title.clone())
    };
    match judge(&evidence, &knowledge.thresholds, true) {
        Verdict::Answer(entry) => {
            writeln!(out, "answer: {}", title(&entry))?;
            let text = knowledge.catalogue.entry(&entry).and_then(|entry| entry.text(language));
            text.map_or(Ok(()), |text| writeln!(out, "{}", text.summary))?;
        }
        Verdict::Clarify(options) => {
            writeln!(out, "ask back:")?;
            options.iter().try_for_each(|entry| writeln!(out, "- {}", title(entry)))?;
        }
        Verdict::SmallTalk(kind) => writeln!(out, "small talk: {kind:?}")?,
        Verdict::Listen => writeln!(out, "listen: calm words, the listening lines and a person")?,
        Verdict::Person => writeln!(out, "hand over: a person was asked for")?,
        Verdict::HandOver => writeln!(out, "hand over: nothing fits well enough")?,
    }
    list(&evidence, out)
}

fn list(evidence: &Evidence, out: &mut impl Write) -> io::Result<()> {
    writeln!(out)?;
    evidence.candidates.iter().take(SHOWN).try_for_each(|one| writeln!(out, "{:5.2}  {}", one.probability, one.entry))
}
