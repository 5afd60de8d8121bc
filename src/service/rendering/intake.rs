//! Why a file that somebody handed in is not taken in, in words an office worker can do something with.

use crate::domain::intake::{FileRefusal, LARGEST_MB, LONGEST_KB, MOST_FAULTS};
use crate::domain::language::Language;
use crate::domain::sheet::{CellFault, CellProblem};
use crate::ports::phrases::{Phrases, Value};

/// A sentence: its key and its values.
type Sentence = (&'static str, Vec<(&'static str, Value)>);

/// Why a file is refused: one sentence, or a line for everything that is wrong in a table.
pub fn refusal(phrases: &dyn Phrases, language: Language, refusal: &FileRefusal) -> String {
    let say = |(key, values): Sentence| phrases.say(language, key, &values);
    match refusal {
        FileRefusal::Cells(faults) => {
            let lines = faults.iter().map(|fault| format!("{} {}", say(place(fault)), say(problem(&fault.problem))));
            std::iter::once(say(sentence(refusal))).chain(lines).collect::<Vec<_>>().join("\n")
        }
        other => say(sentence(other)),
    }
}

fn sentence(refusal: &FileRefusal) -> Sentence {
    let named = |key, name: &String| (key, vec![("name", name.as_str().into())]);
    let bounded = |key, most: usize| (key, vec![("most", counted(most))]);
    match refusal {
        FileRefusal::UnknownKind => ("admin-file-unknown-kind", vec![]),
        FileRefusal::Empty => ("admin-file-empty", vec![]),
        FileRefusal::TooLarge => bounded("admin-file-too-large", LARGEST_MB),
        FileRefusal::NotText => ("admin-file-not-text", vec![]),
        FileRefusal::NotAnEntry { name } => named("admin-file-not-an-entry", name),
        FileRefusal::TooLong { name } => {
            ("admin-file-too-long", vec![("name", name.as_str().into()), ("most", counted(LONGEST_KB))])
        }
        FileRefusal::Stranger { name } => named("admin-file-stranger", name),
        FileRefusal::Damaged => ("admin-file-damaged", vec![]),
        FileRefusal::Locked => ("admin-file-locked", vec![]),
        FileRefusal::TooManyFiles { most } => bounded("admin-file-too-many-files", *most),
        FileRefusal::UnpacksTooLarge { most } => bounded("admin-file-unpacks-too-large", *most),
        FileRefusal::UnsafeName { name } => named("admin-file-unsafe-name", name),
        FileRefusal::Link { name } => named("admin-file-link", name),
        FileRefusal::SameName => ("admin-file-same-name", vec![]),
        FileRefusal::Unsafe => ("admin-file-unsafe", vec![]),
        FileRefusal::NoTable => ("admin-file-no-table", vec![]),
        FileRefusal::TooManyRows { most } => bounded("admin-file-too-many-rows", *most),
        FileRefusal::TooManyColumns { most } => bounded("admin-file-too-many-columns", *most),
        FileRefusal::CellTooLong { row: Some(row), most } => {
            ("admin-file-cell-too-long", vec![("row", counted(*row)), ("most", counted(*most))])
        }
        FileRefusal::CellTooLong { row: None, most } => bounded("admin-file-some-cell-too-long", *most),
        FileRefusal::TooMuchText { most } => bounded("admin-file-too-much-text", *most),
        FileRefusal::Cells(faults) if faults.len() >= MOST_FAULTS => {
            ("admin-file-first-cells", vec![("count", counted(faults.len()))])
        }
        FileRefusal::Cells(faults) => ("admin-file-cells", vec![("count", counted(faults.len()))]),
    }
}

/// Where it is, as the spreadsheet shows it.
fn place(fault: &CellFault) -> Sentence {
    let row = ("row", number(fault.row));
    match &fault.column {
        Some(place) => {
            let heading: String = place.heading.split_whitespace().collect::<Vec<_>>().join(" ");
            ("admin-cell-place", vec![row, ("column", place.letters.as_str().into()), ("heading", heading.into())])
        }
        None => ("admin-row-place", vec![row]),
    }
}

fn problem(problem: &CellProblem) -> Sentence {
    match problem {
        CellProblem::UnknownHeading { meant: Some(meant) } => {
            ("admin-cell-heading-meant", vec![("heading", meant.as_str().into())])
        }
        CellProblem::UnknownHeading { meant: None } => ("admin-cell-heading-unknown", vec![]),
        CellProblem::HeadingTwice => ("admin-cell-heading-twice", vec![]),
        CellProblem::HeadingMissing { heading } => {
            ("admin-cell-heading-missing", vec![("heading", heading.as_str().into())])
        }
        CellProblem::NoId => ("admin-cell-no-id", vec![]),
        CellProblem::BadId => ("admin-cell-bad-id", vec![]),
        CellProblem::IdTwice { row } => ("admin-cell-id-twice", vec![("row", number(*row))]),
        CellProblem::Needed => ("admin-cell-needed", vec![]),
        CellProblem::UnknownWord { choices } => {
            ("admin-cell-unknown-word", vec![("choices", choices.join(", ").into())])
        }
        CellProblem::NotADay => ("admin-cell-not-a-day", vec![]),
        CellProblem::NotPlain => ("admin-cell-not-plain", vec![]),
        CellProblem::NoSuchText => ("admin-cell-no-such-text", vec![]),
        CellProblem::Unreadable { file } => ("admin-cell-unreadable", vec![("file", file.as_str().into())]),
    }
}

fn counted(count: usize) -> Value {
    Value::Number(i64::try_from(count).unwrap_or(i64::MAX))
}

/// A number by which something is found: without separators.
fn number(number: usize) -> Value {
    number.to_string().into()
}
