//! Somebody who is not well, and somebody who only has trouble: how they say it, in their own words.

use std::path::Path;

use jiff::civil::date;
use loket::adapters::knowledge::folder::Folder;
use loket::conversation::judgement::{Verdict, judge};
use loket::domain::evidence::Question;
use loket::startup::open_knowledge;

/// The lines of a file for which listening is `wanted` and does not come, or comes and is not wanted.
fn misheard(file: &str, wanted: bool) -> (Vec<String>, usize) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/questions").join(file);
    let text = std::fs::read_to_string(path).unwrap();
    let knowledge = open_knowledge(&Folder::embedded(), date(2026, 11, 23)).unwrap();
    let listens = |line: &str| {
        let question = Question { text: line.to_owned(), language: None, place: None };
        judge(&knowledge.search.evidence(&question), &knowledge.thresholds, true) == Verdict::Listen
    };
    let wrong = text.lines().filter(|line| listens(line) != wanted).map(str::to_owned).collect();
    (wrong, text.lines().count())
}

#[test]
fn distress_is_heard_however_it_is_said() {
    let (missed, all) = misheard("distress.txt", true);
    assert!(missed.len() * 20 <= all, "{missed:#?}");
}

#[test]
fn ordinary_money_worries_are_no_distress() {
    let (alarms, all) = misheard("worries.txt", false);
    assert!(alarms.len() * 100 <= all, "{alarms:#?}");
}
