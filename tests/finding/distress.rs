//! Somebody who is not well, and somebody who only has trouble: how they say it, in their own words.
//!
//! The texts in `tests/questions` are kept out of what the model learns from. Each of the floors and
//! ceilings here lies a little beside what was measured when the weights were made.

use std::path::Path;

use loket::adapters::index::distress::learning::messages_in;
use loket::conversation::judgement::{Verdict, judge};
use loket::domain::evidence::Question;

use crate::built_in::{KNOWLEDGE, evidence};

fn lines(file: &str) -> Vec<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
    messages_in(&std::fs::read_to_string(path).unwrap()).map(str::to_owned).collect()
}

fn listens(message: &str) -> bool {
    judge(&evidence(message), &KNOWLEDGE.thresholds, true) == Verdict::Listen
}

/// The share of these messages that is listened to, and those for which that is not as `wanted`.
fn heard(messages: &[String], wanted: bool) -> (f64, Vec<&str>) {
    let wrong: Vec<&str> = messages.iter().map(String::as_str).filter(|one| listens(one) != wanted).collect();
    let share = |count: usize| f64::from(u32::try_from(count).unwrap());
    let wrong_share = share(wrong.len()) / share(messages.len());
    (if wanted { 1.0 - wrong_share } else { wrong_share }, wrong)
}

/// As somebody types who has no eye for capitals and full stops.
fn without_capitals(message: &str) -> String {
    message.to_lowercase().chars().filter(|letter| !letter.is_ascii_punctuation() || *letter == '\'').collect()
}

/// The longest word with two of its letters the wrong way round.
fn with_a_typing_error(message: &str) -> String {
    let longest = message.split(' ').max_by_key(|word| word.chars().count()).unwrap();
    let mut letters: Vec<char> = longest.chars().collect();
    let middle = letters.len() / 2;
    if middle > 0 {
        letters.swap(middle - 1, middle);
    }
    message.replacen(longest, &letters.into_iter().collect::<String>(), 1)
}

#[test]
fn distress_is_heard_in_words_nobody_thought_of_before() {
    let messages = lines("tests/questions/distress.txt");
    let (share, missed) = heard(&messages, true);
    assert!(share >= 0.85, "{share}: {missed:#?}");
}

#[test]
fn ordinary_money_worries_are_no_distress() {
    let messages = lines("tests/questions/worries.txt");
    let (share, alarms) = heard(&messages, false);
    assert!(share <= 0.04, "{share}: {alarms:#?}");
}

#[test]
fn even_what_is_hardest_to_tell_apart_mostly_is() {
    let messages = lines("tests/questions/distress-veiled.txt");
    let (share, missed) = heard(&messages, true);
    assert!(share >= 0.7, "{share}: {missed:#?}");
    let messages = lines("tests/questions/worries-close.txt");
    let (share, alarms) = heard(&messages, false);
    assert!(share <= 0.05, "{share}: {alarms:#?}");
}

#[test]
fn what_is_said_between_two_questions_is_no_distress() {
    let messages = lines("tests/questions/short.txt");
    let (share, alarms) = heard(&messages, false);
    assert!(share <= 0.1, "{share}: {alarms:#?}");
}

#[test]
fn distress_is_heard_without_capitals_and_in_spite_of_a_typing_error() {
    let messages = lines("tests/questions/distress.txt");
    for retyped in [without_capitals, with_a_typing_error] {
        let messages: Vec<String> = messages.iter().map(|message| retyped(message)).collect();
        let (share, missed) = heard(&messages, true);
        assert!(share >= 0.8, "{share}: {missed:#?}");
    }
}

#[test]
fn what_people_ask_the_catalogue_is_no_distress() {
    let catalogue = &KNOWLEDGE.catalogue;
    let others = catalogue.entries().filter(|entry| !catalogue.signals.listening.contains(&entry.id));
    let questions = others.flat_map(|entry| entry.text.values().flat_map(|text| &text.questions));
    // One in so many: all of them take minutes.
    let questions: Vec<String> = questions.step_by(40).cloned().collect();
    let (share, alarms) = heard(&questions, false);
    assert!(share <= 0.01, "{share}: {alarms:#?}");
}

#[test]
fn suicide_is_heard_of_an_employee_too_and_a_burnout_is_work_for_the_employer() {
    for message in [
        "mijn werknemer zegt dat hij zelfmoord wil plegen, wat moet ik doen",
        "one of my employees told me she wants to kill herself",
        "een collega heeft een afscheidsbrief achtergelaten",
    ] {
        assert!(listens(message), "{message}");
    }
    for message in [
        "mijn werknemer heeft een burn-out, hoe lang betaal ik loon door",
        "my employee is off sick with a burnout, do I keep paying",
        "een collega is depressief, wat moet ik als werkgever regelen",
    ] {
        assert!(!listens(message), "{message}");
    }
}

#[test]
fn the_reason_why_is_told() {
    let question =
        Question { text: "ik huil elke nacht en zie geen uitweg meer".to_owned(), language: None, place: None };
    let explained = KNOWLEDGE.search.explain(&question).join("\n");
    assert!(explained.contains("distress: ") && explained.contains("@cry"), "{explained}");
}
