//! A table while it is read: it grows a cell at a time, and never past the bounds.

use super::bounds;
use crate::domain::intake::FileRefusal;
use crate::domain::sheet::{Grid, GridRow};

/// A table while it is read.
#[derive(Default)]
pub(super) struct Growing {
    grid: Grid,
    cells: usize,
    text: usize,
}

impl Growing {
    /// Puts `text` in a cell; `row` and `column` count from 0. Rows come from top to bottom.
    pub(super) fn put(&mut self, row: usize, column: usize, text: &str) -> Result<(), FileRefusal> {
        if row >= bounds::ROWS {
            return Err(FileRefusal::TooManyRows { most: bounds::ROWS });
        }
        let text = text.trim_end();
        if text.is_empty() {
            return Ok(());
        }
        if column >= bounds::COLUMNS {
            return Err(FileRefusal::TooManyColumns { most: bounds::COLUMNS });
        }
        if text.len() > bounds::CELL && text.chars().count() > bounds::CELL {
            return Err(FileRefusal::CellTooLong { row: Some(row + 1), most: bounds::CELL });
        }
        let cells = self.row(row + 1)?;
        let grown = (column + 1).saturating_sub(cells.len());
        if grown > 0 {
            cells.resize(column + 1, String::new());
        }
        if let Some(cell) = cells.get_mut(column) {
            text.clone_into(cell);
        }
        self.cells += grown;
        self.text += text.len();
        if self.cells > bounds::CELLS || self.text > bounds::TEXT {
            return Err(FileRefusal::TooMuchText { most: bounds::TEXT_MB });
        }
        Ok(())
    }

    /// The table that was read.
    pub(super) fn finish(self) -> Result<Grid, FileRefusal> {
        if self.grid.rows.is_empty() { Err(FileRefusal::NoTable) } else { Ok(self.grid) }
    }

    fn row(&mut self, number: usize) -> Result<&mut Vec<String>, FileRefusal> {
        let last = self.grid.rows.last().map_or(0, |row| row.number);
        if number < last {
            // No spreadsheet writes its rows out of order.
            return Err(FileRefusal::Damaged);
        }
        if number > last {
            self.grid.rows.push(GridRow { number, cells: Vec::new() });
        }
        self.grid.rows.last_mut().map(|row| &mut row.cells).ok_or(FileRefusal::Damaged)
    }
}
