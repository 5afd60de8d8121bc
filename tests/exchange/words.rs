//! Every reason why a file is refused has its sentence in both languages, and the list of sentences is true.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Mutex;

use loket::domain::intake::{FileRefusal, MOST_FAULTS};
use loket::domain::language::Language;
use loket::domain::sheet::{CellFault, CellProblem, Place};
use loket::ports::phrase_keys::INTAKE_KEYS;
use loket::ports::phrases::{Phrases, Unfilled, Value};
use loket::service::rendering::intake;
use loket::startup::in_words;

fn name() -> String {
    "a/b.md".to_owned()
}

fn refusals() -> Vec<FileRefusal> {
    let fault = |problem| CellFault { row: 12, column: Some(Place::new(5, "Aanbieder")), problem };
    let problems = vec![
        CellProblem::UnknownHeading { meant: Some("Status".to_owned()) },
        CellProblem::UnknownHeading { meant: None },
        CellProblem::HeadingTwice,
        CellProblem::HeadingMissing { heading: "Id".to_owned() },
        CellProblem::NoId,
        CellProblem::BadId,
        CellProblem::IdTwice { row: 3 },
        CellProblem::Needed,
        CellProblem::UnknownWord { choices: vec!["Open".to_owned(), "Gesloten".to_owned()] },
        CellProblem::NotADay,
        CellProblem::NotPlain,
        CellProblem::NoSuchText,
        CellProblem::Unreadable { file: name() },
    ];
    let mut faults: Vec<CellFault> = problems.into_iter().map(fault).collect();
    faults.push(CellFault { row: 4, column: None, problem: CellProblem::NoId });
    vec![
        FileRefusal::UnknownKind,
        FileRefusal::Empty,
        FileRefusal::TooLarge,
        FileRefusal::NotText,
        FileRefusal::NotAnEntry { name: name() },
        FileRefusal::TooLong { name: name() },
        FileRefusal::Stranger { name: name() },
        FileRefusal::Damaged,
        FileRefusal::Locked,
        FileRefusal::TooManyFiles { most: 100 },
        FileRefusal::UnpacksTooLarge { most: 32 },
        FileRefusal::UnsafeName { name: name() },
        FileRefusal::Link { name: name() },
        FileRefusal::SameName,
        FileRefusal::Unsafe,
        FileRefusal::NoTable,
        FileRefusal::TooManyRows { most: 50_000 },
        FileRefusal::TooManyColumns { most: 200 },
        FileRefusal::CellTooLong { row: Some(1204), most: 32_767 },
        FileRefusal::CellTooLong { row: None, most: 32_767 },
        FileRefusal::TooMuchText { most: 16 },
        FileRefusal::Cells(faults),
    ]
}

#[test]
fn every_refusal_has_a_sentence() {
    for language in Language::ALL {
        let said: Vec<String> = refusals().iter().map(|refusal| in_words(refusal, language)).collect();
        insta::assert_snapshot!(format!("refusals_{}", language.code()), said.join("\n- - -\n"));
    }
}

/// Notes which sentences are asked for, with which values.
#[derive(Default)]
struct Recorder(Mutex<BTreeMap<String, BTreeSet<String>>>);

impl Phrases for Recorder {
    fn say(&self, _: Language, key: &str, values: &[(&str, Value)]) -> String {
        let names = values.iter().map(|(name, _)| (*name).to_owned()).collect();
        self.0.lock().unwrap().insert(key.to_owned(), names);
        key.to_owned()
    }

    fn ready_texts(&self) -> Vec<String> {
        Vec::new()
    }

    fn fill(&self, _: Language, _: &str, _: &[(&str, Value)]) -> Result<String, Unfilled> {
        Err(Unfilled::Unknown)
    }

    fn has(&self, _: Language, _: &str) -> bool {
        true
    }
}

#[test]
fn the_list_of_sentences_is_true() {
    let recorder = Recorder::default();
    let very_wrong = vec![CellFault { row: 2, column: None, problem: CellProblem::NoId }; MOST_FAULTS];
    for refusal in refusals().into_iter().chain([FileRefusal::Cells(very_wrong)]) {
        intake::refusal(&recorder, Language::Nl, &refusal);
    }
    let listed: BTreeMap<String, BTreeSet<String>> = INTAKE_KEYS
        .iter()
        .map(|(key, values)| ((*key).to_owned(), values.iter().map(|value| (*value).to_owned()).collect()))
        .collect();
    assert_eq!(recorder.0.into_inner().unwrap(), listed);
}
