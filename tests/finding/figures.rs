//! The figures on the questions that were written for this project: the built-in knowledge must keep them.

use std::path::Path;

use jiff::civil::{Date, date};
use loket::adapters::knowledge::folder::Folder;
use loket::service::evaluation::{Case, Evaluation, Labelled, evaluate, known_only};
use loket::startup::open_knowledge;

const TODAY: Date = date(2026, 11, 23);

fn measured() -> Evaluation {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/questions/written.jsonl");
    let text = std::fs::read_to_string(file).unwrap();
    let questions: Vec<Labelled> = text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let knowledge = open_knowledge(&Folder::embedded(), TODAY).unwrap();
    let (questions, _) = known_only(questions, &knowledge.catalogue);
    let cases = questions.into_iter().map(|question| {
        let evidence = knowledge.search.evidence(&question.question());
        Case::new(question, evidence, &knowledge.thresholds)
    });
    evaluate(cases.collect(), &knowledge.catalogue)
}

/// Entries come and go, so these are floors below what was measured, not the figures themselves.
#[test]
fn written_questions_find_their_entry_or_a_person() {
    let evaluation = measured();
    let all = &evaluation.all;
    assert!(all.recall_at_1() >= 0.85, "{evaluation}");
    assert!(all.recall_at_3() >= 0.93, "{evaluation}");
    assert!(all.right() >= 0.82, "{evaluation}");
    assert!(all.wrong_but_sure() <= 0.03, "{evaluation}");
    assert!(all.distress_heard() >= 0.9, "{evaluation}");
}
