//! A table that came back is put into the files.

use std::collections::{BTreeMap, HashMap};

use super::cells::canonical;
use super::columns::{COLUMNS, Column, Fact, ID, KIND, Piece};
use super::entry_file::{self, EntryFile};
use super::template;
use super::vocabulary::{List, Vocabulary};
use crate::adapters::knowledge::headings;
use crate::adapters::knowledge::nearest::nearest;
use crate::domain::area::fold_name;
use crate::domain::entry::Kind;
use crate::domain::files::Files;
use crate::domain::intake::{FileRefusal, MOST_FAULTS};
use crate::domain::sheet::{CellFault, CellProblem, Grid, GridRow, Place};

/// The files with what the table says. Rows that say nothing new change nothing; files without a row stay.
///
/// # Errors
///
/// [`FileRefusal::Cells`] with what is wrong in the table; then nothing is changed.
pub fn merge(files: &Files, grid: &Grid) -> Result<Files, FileRefusal> {
    let mut rows = grid.rows.iter();
    let headings = rows.next().ok_or(FileRefusal::NoTable)?;
    let mut faults = Vec::new();
    let used = used_columns(headings, &mut faults);
    let mut merge = Merge {
        vocabulary: Vocabulary::of(files),
        paths: paths(files),
        files: files.clone(),
        seen: HashMap::new(),
        used,
        faults,
    };
    if merge.faults.is_empty() {
        for row in rows {
            merge.take(row);
            if merge.faults.len() >= MOST_FAULTS {
                break;
            }
        }
    }
    merge.faults.truncate(MOST_FAULTS);
    if merge.faults.is_empty() { Ok(merge.files) } else { Err(FileRefusal::Cells(merge.faults)) }
}

/// The columns that are there, with their place.
fn used_columns(row: &GridRow, faults: &mut Vec<CellFault>) -> Vec<(usize, &'static Column)> {
    let mut used: Vec<(usize, &Column)> = Vec::new();
    for (index, written) in row.cells.iter().enumerate().filter(|(_, written)| !written.trim().is_empty()) {
        let fault = |problem| CellFault { row: row.number, column: Some(Place::new(index, written)), problem };
        match COLUMNS.iter().find(|column| fold_name(column.heading) == fold_name(written)) {
            None => {
                let meant = nearest(written, COLUMNS.iter().map(|column| column.heading)).map(str::to_owned);
                faults.push(fault(CellProblem::UnknownHeading { meant }));
            }
            Some(column) if used.iter().any(|(_, other)| other.fact == column.fact) => {
                faults.push(fault(CellProblem::HeadingTwice));
            }
            Some(column) => used.push((index, column)),
        }
    }
    let is_missing = |column: &&Column| column.fact == ID && used.iter().all(|(_, other)| other.fact != ID);
    let needed = COLUMNS.iter().filter(is_missing);
    faults.extend(needed.map(|column| {
        let problem = CellProblem::HeadingMissing { heading: column.heading.to_owned() };
        CellFault { row: row.number, column: None, problem }
    }));
    used
}

/// Where the entry with each id lies.
fn paths(files: &Files) -> BTreeMap<String, String> {
    entry_file::texts_of(files)
        .filter_map(|(path, text)| entry_file::name(text).map(|(id, _)| (id, path.to_owned())))
        .collect()
}

struct Merge {
    vocabulary: Vocabulary,
    paths: BTreeMap<String, String>,
    files: Files,
    /// The ids so far, with their row.
    seen: HashMap<String, usize>,
    used: Vec<(usize, &'static Column)>,
    faults: Vec<CellFault>,
}

/// A cell that says something else than the file, in its canonical form.
struct Change {
    column: &'static Column,
    cell: String,
}

impl Merge {
    fn take(&mut self, row: &GridRow) {
        let id = self.written(row, ID).trim().to_owned();
        if template::is_example(&id) {
            return;
        }
        if let Err(fault) = self.check_id(row, &id) {
            self.faults.push(fault);
            return;
        }
        match self.paths.get(&id).cloned() {
            Some(path) => self.change(row, &path),
            None => self.add(row, &id),
        }
    }

    fn check_id(&mut self, row: &GridRow, id: &str) -> Result<(), CellFault> {
        let problem = if id.is_empty() {
            CellProblem::NoId
        } else if !entry_file::is_id(id) {
            CellProblem::BadId
        } else if let Some(earlier) = self.seen.insert(id.to_owned(), row.number) {
            CellProblem::IdTwice { row: earlier }
        } else {
            return Ok(());
        };
        Err(self.fault(row, Some(ID), problem))
    }

    /// Changes an entry that is there, where the row says something else.
    fn change(&mut self, row: &GridRow, path: &str) {
        let Some(entry) = self.files.text(path).and_then(EntryFile::read) else {
            let problem = CellProblem::Unreadable { file: path.to_owned() };
            self.faults.push(self.fault(row, None, problem));
            return;
        };
        let changes = self.changes(row, &entry);
        if !changes.is_empty() {
            self.write(row, entry, Some(path), &changes);
        }
    }

    /// Adds an entry that is not there yet.
    fn add(&mut self, row: &GridRow, id: &str) {
        let written = self.written(row, KIND);
        let Some(kind) = self.kind(written.trim()) else {
            let problem = if written.trim().is_empty() {
                CellProblem::Needed
            } else {
                CellProblem::UnknownWord { choices: self.vocabulary.choices(List::Kind) }
            };
            self.faults.push(self.fault(row, Some(KIND), problem));
            return;
        };
        let entry = EntryFile::new(id, kind);
        let changes = self.changes(row, &entry);
        self.write(row, entry, None, &changes);
    }

    /// The cells that say something else than the entry; what is wrong with them is noted.
    fn changes(&mut self, row: &GridRow, entry: &EntryFile) -> Vec<Change> {
        let mut changes = Vec::new();
        let mut faults = Vec::new();
        for (index, column) in &self.used {
            let written = row.cells.get(*index).map_or("", String::as_str);
            let now = entry.cell(column.fact, &self.vocabulary);
            if written == now {
                continue;
            }
            // What stands there now may be odd, and is compared all the same.
            let now = canonical(column.fact, &now, &self.vocabulary).unwrap_or(now);
            match canonical(column.fact, written, &self.vocabulary) {
                Ok(cell) if cell == now => {}
                Ok(cell) => changes.push(Change { column, cell }),
                Err(problem) => faults.push(self.fault(row, Some(column.fact), problem)),
            }
        }
        self.faults.extend(faults);
        changes
    }

    fn write(&mut self, row: &GridRow, mut entry: EntryFile, old: Option<&str>, changes: &[Change]) {
        let mut faults = Vec::new();
        for Change { column, cell } in changes {
            if column.fact == KIND {
                match self.kind(cell) {
                    Some(kind) => entry.become_a(kind),
                    None => faults.push(self.fault(row, Some(column.fact), CellProblem::Needed)),
                }
            }
            if let Err(problem) = entry.put(column.fact, cell, &self.vocabulary) {
                faults.push(self.fault(row, Some(column.fact), problem));
            }
        }
        for Change { column, cell } in changes {
            if let Fact::Text(language, Piece::Section(section)) = column.fact {
                let has_it = headings::heading(entry.kind, language, section).is_some();
                if !has_it && !cell.is_empty() {
                    faults.push(self.fault(row, Some(column.fact), CellProblem::NoSuchText));
                }
            }
        }
        if faults.is_empty() {
            let path = entry_file::path(entry.kind, &entry.id);
            let is_moved = old.is_some_and(|old| old != path);
            let in_body = |change: &Change| matches!(change.column.fact, Fact::Text(..));
            let is_told_anew = old.is_none() || is_moved || changes.iter().any(in_body);
            let text = if is_told_anew { entry.written() } else { entry.with_facts() };
            match self.misread(&text, changes) {
                None => {
                    if let Some(old) = old.filter(|_| is_moved) {
                        self.files.remove(old);
                    }
                    self.files.put(path, text);
                }
                Some(fact) => faults.push(self.fault(row, Some(fact), CellProblem::NotPlain)),
            }
        }
        self.faults.extend(faults);
    }

    /// The first cell that would be read as something else than was meant.
    fn misread(&self, text: &str, changes: &[Change]) -> Option<Fact> {
        let read = EntryFile::read(text);
        let is_misread = |change: &&Change| {
            let reads = |entry: &EntryFile| entry.cell(change.column.fact, &self.vocabulary) == change.cell;
            !read.as_ref().is_some_and(reads)
        };
        changes.iter().find(is_misread).map(|change| change.column.fact)
    }

    fn kind(&self, word: &str) -> Option<Kind> {
        let code = self.vocabulary.code(List::Kind, word)?;
        Kind::ALL.into_iter().find(|kind| kind.word() == code)
    }

    /// What stands in a column of a row; nothing when the column is not there.
    fn written<'a>(&self, row: &'a GridRow, fact: Fact) -> &'a str {
        let place = self.used.iter().find(|(_, column)| column.fact == fact);
        place.and_then(|(index, _)| row.cells.get(*index)).map_or("", String::as_str)
    }

    fn fault(&self, row: &GridRow, fact: Option<Fact>, problem: CellProblem) -> CellFault {
        let place = self.used.iter().find(|(_, column)| Some(column.fact) == fact);
        let column = place.map(|(index, column)| Place::new(*index, column.heading));
        CellFault { row: row.number, column, problem }
    }
}
