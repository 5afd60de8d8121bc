//! `loket fit FILE…`: learns weights and thresholds from labelled questions, and writes them for review.

use std::collections::{BTreeMap, HashSet};
use std::fs;
use std::io::{self, Write as _};
use std::path::PathBuf;

use sha2::{Digest as _, Sha256};

use super::Failure;
use super::eval::read_questions;
use crate::adapters::index::fitting::{Lesson, Weights, fit};
use crate::adapters::index::learning::learn;
use crate::adapters::index::practice::practice;
use crate::adapters::index::{Index, Ranking, TellingWords};
use crate::adapters::knowledge::{self, report::Look};
use crate::config::Config;
use crate::domain::area::fold_name;
use crate::domain::catalogue::Catalogue;
use crate::domain::evidence::Evidence;
use crate::domain::gold::GoldQuestions;
use crate::domain::language::Language;
use crate::ports::search::Search as _;
use crate::service::evaluation::{Case, Evaluation, Labelled, Row, best_thresholds, evaluate, known_only};
use crate::startup::{self, StartError};

/// The file with the ranking, which does not count among what it was fitted on.
const RANKING: &str = "ranking.toml";

/// Each time a fifth of the questions is kept out of the fit, to measure with.
const FOLDS: u64 = 5;

/// So many times the questions are divided anew, so that no lucky division decides.
const ROUNDS: u64 = 2;

/// How much weights are held back from learning the questions by heart; found by cross-validation.
const RESTRAINT: f64 = 0.4;

/// How much a question of the catalogue's own counts beside one of a person: there are twenty times as many, and their writers knew the entry.
const PRACTICE_COUNTS: f64 = 0.01;

/// What to learn from.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// JSONL as for `eval`
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// Where the ranking is written
    #[arg(long, default_value = "knowledge/ranking.toml")]
    out: PathBuf,
    /// Divides the questions; the same seed gives the same file
    #[arg(long, default_value_t = 1)]
    seed: u64,
}

pub(super) fn run(args: &Args) -> Result<(), Failure> {
    let (catalogue, gold) = open_catalogue()?;
    let worth = learn(&catalogue);
    let unfitted = Ranking { worth: worth.clone(), ..Ranking::default() };
    let index = Index::build(&catalogue, &unfitted).map_err(|error| Failure::Argument(error.to_string()))?;
    let (questions, left_out) = known_only(read_questions(&args.files)?, &catalogue);
    let (questions, kept_apart) = without_gold(questions, &gold);
    let lessons: Vec<Lesson> = questions.iter().map(|question| lesson(question, &index)).collect();
    let practice = practice(&catalogue, PRACTICE_COUNTS).map_err(|error| Failure::Argument(error.to_string()))?;
    let found = cross_validated(&questions, &lessons, &practice, &index, args.seed);
    let thresholds = best_thresholds(&found);
    let cases = found.into_iter().map(|(question, evidence)| Case::new(question.clone(), evidence, &thresholds));
    let evaluation = evaluate(cases.collect(), &catalogue);
    let Weights { features, doubts } = fit(&lessons.iter().chain(&practice).collect::<Vec<_>>(), RESTRAINT);
    let mut ranking = Ranking { thresholds, weights: features, doubts, worth, ..Ranking::default() };
    ranking.fitted.questions = fingerprint(&questions);
    ranking.fitted.catalogue = catalogue.release.to_string();
    ranking.fitted.seed = args.seed;
    ranking.fitted.figures = figures(&evaluation);
    let written = ranking.written().map_err(|error| Failure::Argument(error.to_string()))?;
    fs::write(&args.out, written)?;
    let mut out = io::stdout().lock();
    writeln!(out, "{left_out} left out: no gold entry in this catalogue")?;
    writeln!(out, "{kept_apart} left out: gold questions, which judge what is fitted here")?;
    writeln!(out, "cross-validated: each question measured with weights fitted without it\n\n{evaluation}")?;
    writeln!(out, "written to {}: look at what changed before you keep it", args.out.display())?;
    Ok(())
}

/// The catalogue of the settings with its gold questions. The ranking in it is not read: it may be the one that must
/// be made anew.
pub(super) fn open_catalogue() -> Result<(Catalogue, GoldQuestions), Failure> {
    let config = Config::from_environment()?;
    let folder = startup::open_folder(config.knowledge.as_deref())?.files.without(RANKING).into();
    let loaded = knowledge::load(&folder, startup::today(), &TellingWords::default());
    let refused = || StartError::Knowledge(loaded.report.without_warnings().printed(Language::En, Look::Plain));
    let catalogue = loaded.catalogue.ok_or_else(refused)?;
    Ok((catalogue, loaded.gold))
}

/// The questions that are no gold, and how many were: who learns the exam by heart passes it and knows nothing.
fn without_gold(questions: Vec<Labelled>, gold: &GoldQuestions) -> (Vec<Labelled>, usize) {
    let exam: HashSet<String> = gold.each.iter().chain(&gold.together).map(|gold| fold_name(&gold.text)).collect();
    let all = questions.len();
    let learned: Vec<_> = questions.into_iter().filter(|one| !exam.contains(&fold_name(&one.text))).collect();
    let kept_apart = all - learned.len();
    (learned, kept_apart)
}

fn lesson(question: &Labelled, index: &Index) -> Lesson {
    let observation = index.observe(&question.question());
    let right = observation.candidates.iter().map(|candidate| question.is_gold(&candidate.entry)).collect();
    // Distress is heard before any search; its entries are no answers.
    let weight = if question.distress { 0.0 } else { question.counts() };
    Lesson { observation, right, none_is_right: question.handover, weight }
}

/// What is found for each question with weights that were fitted without it.
fn cross_validated<'q>(
    questions: &'q [Labelled],
    lessons: &[Lesson],
    practice: &[Lesson],
    index: &Index,
    seed: u64,
) -> Vec<(&'q Labelled, Evidence)> {
    let heard: Vec<Evidence> = questions.iter().map(|question| index.evidence(&question.question())).collect();
    let mut found = Vec::new();
    for (round, fold) in (0..ROUNDS).flat_map(|round| (0..FOLDS).map(move |fold| (round, fold))) {
        let folds: Vec<u64> = questions.iter().map(|question| fold_of(&question.id, seed, round)).collect();
        let others = lessons.iter().zip(&folds).filter(|(_, other)| **other != fold).map(|(lesson, _)| lesson);
        let others: Vec<&Lesson> = others.chain(practice).collect();
        let Weights { features, doubts } = fit(&others, RESTRAINT);
        let ranking = Ranking { weights: features, doubts, ..Ranking::default() };
        for (((question, lesson), heard), own) in questions.iter().zip(lessons).zip(&heard).zip(&folds) {
            if *own == fold {
                let candidates = ranking.candidates(&lesson.observation);
                found.push((question, Evidence { candidates, ..heard.clone() }));
            }
        }
    }
    found
}

/// The fifth a question belongs to.
fn fold_of(id: &str, seed: u64, round: u64) -> u64 {
    let digest = Sha256::digest(format!("{seed}:{round}:{id}"));
    digest.iter().take(4).fold(0, |sum, byte| sum * 256 + u64::from(*byte)) % FOLDS
}

fn fingerprint(questions: &[Labelled]) -> String {
    let mut hash = Sha256::new();
    for question in questions {
        hash.update(format!("{:?}", (&question.id, &question.text, &question.gold)));
    }
    let short = hash.finalize().iter().take(6).fold(0, |sum, byte| sum << 8 | u64::from(*byte));
    format!("{short:012x}")
}

/// The figures of all questions, and of each set: `recall-at-1`, `real-recall-at-1`.
fn figures(evaluation: &Evaluation) -> BTreeMap<String, f64> {
    let sets =
        evaluation.groups.iter().filter_map(|(name, row)| Some((format!("{}-", name.strip_prefix("set ")?), row)));
    let rows = sets.chain([(String::new(), &evaluation.all)]);
    rows.flat_map(|(set, row)| {
        figures_of(row)
            .into_iter()
            .map(move |(name, value)| (format!("{set}{name}"), (value * 1000.0).round() / 1000.0))
    })
    .collect()
}

fn figures_of(row: &Row) -> Vec<(&'static str, f64)> {
    let recall = [("recall-at-1", row.recall_at_1()), ("recall-at-3", row.recall_at_3())];
    let others =
        [("right", row.right()), ("wrong-but-sure", row.wrong_but_sure()), ("questions", f64::from(row.questions))];
    recall.into_iter().filter(|_| row.recalled > 0).chain(others).collect()
}
