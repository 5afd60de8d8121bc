//! A cell as it is compared: whatever way somebody writes a list, a day or a word, it comes out in one form.

use jiff::civil::Date;

use super::columns::{Fact, Piece};
use super::vocabulary::{List, Vocabulary};
use crate::domain::sheet::CellProblem;

/// What a list item begins with in a cell, and what people type instead.
pub(super) const BULLET: char = '•';
const BULLETS: [char; 4] = [BULLET, '-', '*', '–'];

/// A line of a text: a paragraph or a list item.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) struct Line {
    pub(super) text: String,
    pub(super) item: bool,
}

/// The cell in the form in which the table writes it, or what is wrong with it.
pub(super) fn canonical(fact: Fact, cell: &str, vocabulary: &Vocabulary) -> Result<String, CellProblem> {
    match fact {
        Fact::Line(_) | Fact::Text(_, Piece::Title) => Ok(on_one_line(cell)),
        Fact::Word(_, list) => word(list, &on_one_line(cell), vocabulary),
        Fact::MainTheme => word(List::Theme, &on_one_line(cell), vocabulary),
        Fact::OtherThemes => {
            let words = lines(cell).map(|theme| word(List::Theme, &theme, vocabulary));
            Ok(words.collect::<Result<Vec<_>, _>>()?.join("\n"))
        }
        Fact::Day(_) => day(&on_one_line(cell)),
        Fact::Lines(_) => Ok(lines(cell).collect::<Vec<_>>().join("\n")),
        Fact::Ids(_) => {
            let ids = cell.split([',', ';', '\n']).map(on_one_line).filter(|id| !id.is_empty());
            Ok(ids.collect::<Vec<_>>().join("\n"))
        }
        Fact::Text(_, Piece::Questions) => Ok(text(cell).map(|line| line.text).collect::<Vec<_>>().join("\n")),
        Fact::Text(_, Piece::Summary | Piece::Section(_)) => Ok(joined(text(cell))),
    }
}

/// The lines of a text, without empty ones.
pub(super) fn text(cell: &str) -> impl Iterator<Item = Line> {
    let read = |line: String| match line.strip_prefix(BULLETS) {
        Some(rest) if rest.is_empty() || rest.starts_with(' ') || line.starts_with(BULLET) => {
            Line { text: rest.trim().to_owned(), item: true }
        }
        _ => Line { text: line, item: false },
    };
    lines(cell).map(read).filter(|line| !line.text.is_empty())
}

/// The lines as one text: paragraphs with an empty line before them, list items each on a line of its own.
pub(super) fn joined(text: impl IntoIterator<Item = Line>) -> String {
    let mut joined = String::new();
    for line in text {
        if !joined.is_empty() {
            joined.push_str(if line.item { "\n" } else { "\n\n" });
        }
        if line.item {
            joined.push(BULLET);
            joined.push(' ');
        }
        joined.push_str(&line.text);
    }
    joined
}

/// The lines that say something.
pub(super) fn lines(cell: &str) -> impl Iterator<Item = String> {
    cell.lines().map(on_one_line).filter(|line| !line.is_empty())
}

fn on_one_line(cell: &str) -> String {
    cell.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn word(list: List, written: &str, vocabulary: &Vocabulary) -> Result<String, CellProblem> {
    if written.is_empty() {
        return Ok(String::new());
    }
    match vocabulary.code(list, written) {
        Some(code) => Ok(vocabulary.word(list, code).to_owned()),
        None => Err(CellProblem::UnknownWord { choices: vocabulary.choices(list) }),
    }
}

/// `2026-12-31`, and what a Dutch spreadsheet makes of it: `31-12-2026`.
fn day(written: &str) -> Result<String, CellProblem> {
    if written.is_empty() {
        return Ok(String::new());
    }
    let parts: Vec<&str> = written.split(['-', '/', '.']).collect();
    let date = |year: &str, month: &str, day: &str| {
        let year = year.parse().ok().filter(|_| year.len() == 4)?;
        Date::new(year, month.parse().ok()?, day.parse().ok()?).ok()
    };
    let found = match parts.as_slice() {
        [year, month, day] if year.len() == 4 => date(year, month, day),
        [day, month, year] => date(year, month, day),
        _ => None,
    };
    found.map(|date| date.to_string()).ok_or(CellProblem::NotADay)
}
