//! An office worker with a table, and the house it goes back to.

use loket::adapters::exchange::{csv_file, xlsx_writer};
use loket::adapters::knowledge::folder::Folder;
use loket::adapters::knowledge::rows;
use loket::domain::files::{FileChange, Files};
use loket::domain::intake::{FileKind, FileRefusal};
use loket::domain::language::Language;
use loket::domain::sheet::Sheet;
use loket::startup::{in_words, take_in};

/// The scheme that the stories change.
pub(crate) const SCHEME: &str = "schemes/borg.md";

/// A small catalogue: one scheme, one organisation and what surrounds them.
pub(crate) fn small() -> Files {
    Files::from_iter([
        ("areas.csv", include_str!("../knowledge/folder/areas.csv")),
        ("region.toml", include_str!("../knowledge/folder/region.toml")),
        ("desks.toml", include_str!("../knowledge/folder/desks.toml")),
        ("themes.toml", include_str!("../knowledge/folder/themes.toml")),
        ("signals.toml", include_str!("../knowledge/folder/signals.toml")),
        ("organisations/rvo.md", include_str!("../knowledge/folder/rvo.md")),
        (SCHEME, include_str!("../knowledge/folder/borg.md")),
    ])
}

/// The catalogue that comes with the program.
pub(crate) fn real() -> Files {
    Folder::embedded().files
}

/// The two kinds of tables.
pub(crate) const TABLES: [&str; 2] = ["tabel.csv", "tabel.xlsx"];

/// A table in somebody's spreadsheet.
#[derive(Clone)]
pub(crate) struct Table(pub(crate) Sheet);

impl Table {
    /// The table of this catalogue, as it is handed out.
    pub(crate) fn of(files: &Files) -> Self {
        Self(rows::sheet(files).unwrap())
    }

    /// What stands in a cell.
    pub(crate) fn cell(&self, id: &str, heading: &str) -> &str {
        &self.0.rows[self.row(id)][self.column(heading)]
    }

    /// Types something in a cell.
    pub(crate) fn types(mut self, id: &str, heading: &str, text: &str) -> Self {
        let (row, column) = (self.row(id), self.column(heading));
        text.clone_into(&mut self.0.rows[row][column]);
        self
    }

    /// Adds a row with these cells, at the bottom.
    pub(crate) fn adds(mut self, cells: &[(&str, &str)]) -> Self {
        let mut row = vec![String::new(); self.0.columns.len()];
        for (heading, text) in cells {
            (*text).clone_into(&mut row[self.column(heading)]);
        }
        self.0.rows.push(row);
        self
    }

    /// Takes a row out.
    pub(crate) fn removes(mut self, id: &str) -> Self {
        self.0.rows.remove(self.row(id));
        self
    }

    /// Types something above a column.
    pub(crate) fn calls(mut self, heading: &str, name: &str) -> Self {
        let column = self.column(heading);
        name.clone_into(&mut self.0.columns[column].heading);
        self
    }

    /// Keeps only these columns, in this order.
    pub(crate) fn keeps(self, headings: &[&str]) -> Self {
        let places: Vec<usize> = headings.iter().map(|heading| self.column(heading)).collect();
        let columns = places.iter().map(|place| self.0.columns[*place].clone()).collect();
        let rows = self.0.rows.iter().map(|row| places.iter().map(|place| row[*place].clone()).collect()).collect();
        Self(Sheet { columns, rows, ..self.0 })
    }

    /// The file as it is saved under this name.
    pub(crate) fn saved(&self, name: &str) -> Vec<u8> {
        if FileKind::of(name) == Some(FileKind::Csv) {
            csv_file::write(&self.0).unwrap()
        } else {
            xlsx_writer::write(&self.0).unwrap()
        }
    }

    /// Hands it in, as both kinds of tables, which must come to the same.
    pub(crate) fn handed_in(&self, files: &Files) -> Result<Files, FileRefusal> {
        let [csv, xlsx] = TABLES.map(|name| take_in(files, name, &self.saved(name)));
        assert_eq!(csv, xlsx, "a table is the same table as .csv and as .xlsx");
        csv
    }

    /// What the office worker reads when it is refused, in Dutch.
    pub(crate) fn is_refused(&self, files: &Files) -> String {
        in_words(&self.handed_in(files).unwrap_err(), Language::Nl)
    }

    fn row(&self, id: &str) -> usize {
        self.0.rows.iter().position(|row| row[0] == id).unwrap_or_else(|| panic!("there is no row {id}"))
    }

    fn column(&self, heading: &str) -> usize {
        let place = self.0.columns.iter().position(|column| column.heading == heading);
        place.unwrap_or_else(|| panic!("there is no column {heading}"))
    }
}

/// What changed, one file a line.
pub(crate) fn changes(new: &Files, old: &Files) -> Vec<String> {
    let word = |change| match change {
        FileChange::New => "new",
        FileChange::Changed => "changed",
        FileChange::Gone => "gone",
    };
    new.changes_since(old).into_iter().map(|(path, change)| format!("{} {path}", word(change))).collect()
}

/// The lines of a file that are other than before, as `- old` and `+ new`.
pub(crate) fn difference(new: &Files, old: &Files, path: &str) -> String {
    let lines = |files: &Files| -> Vec<String> { files.text(path).unwrap().lines().map(str::to_owned).collect() };
    let (before, after) = (lines(old), lines(new));
    let gone = before.iter().filter(|line| !after.contains(line)).map(|line| format!("- {line}"));
    let come = after.iter().filter(|line| !before.contains(line)).map(|line| format!("+ {line}"));
    gone.chain(come).collect::<Vec<_>>().join("\n")
}
