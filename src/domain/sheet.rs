//! A table that people fill in: what its columns ask, and what its cells say.

/// A table with what somebody needs to know to fill it in.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Sheet {
    /// Its columns, from left to right.
    pub columns: Vec<Column>,
    /// Its rows, each with a cell per column.
    pub rows: Vec<Vec<String>>,
    /// How to fill it in, a paragraph each.
    pub guide: Vec<String>,
}

/// What a column asks.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Column {
    /// What stands above it.
    pub heading: String,
    /// How to fill it in, in one sentence.
    pub hint: String,
    /// What may stand in its cells.
    pub fill: Fill,
}

/// What may stand in a cell.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Fill {
    /// A few words.
    Words,
    /// Sentences, on several lines.
    Text,
    /// A day, as `2026-12-31`.
    Day,
    /// One of these.
    OneOf(Vec<String>),
    /// Several of these, one a line.
    SomeOf(Vec<String>),
}

/// A table as it was read, before anybody looked at what it says.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Grid {
    /// The rows that say anything, from top to bottom; the first holds the headings.
    pub rows: Vec<GridRow>,
}

/// A row as it was read.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct GridRow {
    /// Its number, as the spreadsheet shows it: the first row of the table is 1.
    pub number: usize,
    /// Its cells from the first column on; what is not there is empty.
    pub cells: Vec<String>,
}

/// One thing that is wrong in a table.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct CellFault {
    /// The row, as the spreadsheet shows it.
    pub row: usize,
    /// The column, when it is one cell that is wrong.
    pub column: Option<Place>,
    /// What is wrong.
    pub problem: CellProblem,
}

/// A column as a person finds it.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Place {
    /// Its letters, as the spreadsheet shows them: `F`, `AB`.
    pub letters: String,
    /// What stands above it.
    pub heading: String,
}

impl Place {
    /// The column at `index`, which counts from 0.
    pub fn new(index: usize, heading: impl Into<String>) -> Self {
        Self { letters: letters(index), heading: heading.into() }
    }
}

/// What is wrong with a cell, a row or a heading.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum CellProblem {
    /// There is no such column; perhaps this one was meant.
    UnknownHeading {
        /// The heading that is most like it.
        meant: Option<String>,
    },
    /// The heading stands above two columns.
    HeadingTwice,
    /// The column without which no row can be placed is not there.
    HeadingMissing {
        /// Its heading.
        heading: String,
    },
    /// The row has no id.
    NoId,
    /// The id has other letters than small ones, digits and hyphens.
    BadId,
    /// The id stands in an earlier row as well.
    IdTwice {
        /// That row.
        row: usize,
    },
    /// What a new entry can't do without is not filled in.
    Needed,
    /// It is none of the words that may stand here.
    UnknownWord {
        /// The words that may.
        choices: Vec<String>,
    },
    /// It is no day.
    NotADay,
    /// It holds marks that are no plain text, and would be read as something else.
    NotPlain,
    /// This kind of entry has no such text.
    NoSuchText,
    /// The entry as it is now can't be read.
    Unreadable {
        /// Its file.
        file: String,
    },
}

/// The letters of the column at `index`, which counts from 0: `A` … `Z`, `AA` ….
fn letters(index: usize) -> String {
    let mut left = index + 1;
    let mut letters = Vec::new();
    while left > 0 {
        let digit = u8::try_from((left - 1) % 26).unwrap_or_default();
        letters.push(char::from(b'A' + digit));
        left = (left - 1) / 26;
    }
    letters.into_iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::letters;

    #[test]
    fn columns_have_the_letters_that_a_spreadsheet_shows() {
        let shown: Vec<String> = [0, 25, 26, 51, 52, 701, 702].into_iter().map(letters).collect();
        assert_eq!(shown, ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
    }
}
