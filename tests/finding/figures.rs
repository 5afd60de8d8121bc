//! The figures on labelled questions: the built-in knowledge keeps those that are recorded in `figures.toml`.
//!
//! A figure that moved is looked at: `loket eval FILE` shows what fell. When the change is meant, the test says what
//! to record.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use loket::service::evaluation::{Case, Evaluation, Labelled, evaluate, known_only};

use crate::built_in::KNOWLEDGE;

/// So far a figure may move before somebody must look.
const PLAY: f64 = 0.01;

type Figures = BTreeMap<String, f64>;

/// Measures the questions of a file below the project; `None` when it is not on this machine.
fn measured(file: &str) -> Option<Evaluation> {
    let text = std::fs::read_to_string(project().join(file)).ok()?;
    let questions: Vec<Labelled> = text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let (questions, _) = known_only(questions, &KNOWLEDGE.catalogue);
    let cases = questions.into_iter().map(|question| {
        let evidence = KNOWLEDGE.search.evidence(&question.question());
        Case::new(question, evidence, &KNOWLEDGE.thresholds)
    });
    Some(evaluate(cases.collect(), &KNOWLEDGE.catalogue))
}

fn project() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn figures(evaluation: &Evaluation) -> Figures {
    let all = &evaluation.all;
    let figures = [
        ("recall-at-1", all.recall_at_1()),
        ("recall-at-3", all.recall_at_3()),
        ("right", all.right()),
        ("wrong-but-sure", all.wrong_but_sure()),
        ("distress-heard", all.distress_heard()),
    ];
    figures.into_iter().map(|(name, value)| (name.to_owned(), (value * 1000.0).round() / 1000.0)).collect()
}

/// Holds the figures of a file to those that are recorded under `name`.
fn hold(name: &str, evaluation: &Evaluation) {
    let text = std::fs::read_to_string(Path::new(&project()).join("tests/finding/figures.toml")).unwrap();
    let recorded: BTreeMap<String, Figures> = toml::from_str(&text).unwrap();
    let (recorded, now) = (&recorded[name], figures(evaluation));
    let moved: Vec<_> = now.iter().filter(|(figure, now)| (recorded[*figure] - **now).abs() > PLAY).collect();
    assert!(moved.is_empty(), "{moved:?} moved; were {recorded:?}, are\n[{name}]\n{}\n{evaluation}", written(&now));
}

fn written(figures: &Figures) -> String {
    toml::to_string(figures).unwrap()
}

#[test]
fn questions_written_for_this_project_keep_their_figures() {
    hold("written", &measured("tests/questions/written.jsonl").unwrap());
}

/// Real people's questions never enter the project: they are read where they are, if they are there.
#[test]
fn questions_of_real_people_keep_their_figures() {
    match measured("../shared/questions/dev.jsonl") {
        Some(evaluation) => hold("dev", &evaluation),
        None => eprintln!("skipped: ../shared/questions/dev.jsonl is not on this machine"),
    }
}
