//! A workbook that somebody filled in becomes a table.

use std::io::Cursor;

use calamine::{DataRef, ExcelDateTime, Reader as _, Xlsx};

use super::grid::Growing;
use super::xlsx_screen;
use super::xlsx_writer::SHEET;
use crate::domain::intake::FileRefusal;
use crate::domain::sheet::Grid;

/// The table in a workbook: its sheet with our name, else its first one.
pub fn read(bytes: &[u8]) -> Result<Grid, FileRefusal> {
    let clean = xlsx_screen::screen(bytes)?;
    let mut workbook = Xlsx::new(Cursor::new(clean)).map_err(|_| FileRefusal::Damaged)?;
    let names = workbook.sheet_names();
    let name = names.iter().find(|name| *name == SHEET).or(names.first()).cloned().ok_or(FileRefusal::NoTable)?;
    let mut cells = workbook.worksheet_cells_reader(&name).map_err(|_| FileRefusal::NoTable)?;
    let mut grid = Growing::default();
    // A cell at a time: what a sheet says about its own size is believed by nobody.
    while let Some(cell) = cells.next_cell().map_err(|_| FileRefusal::Damaged)? {
        let (row, column) = cell.get_position();
        let place = |number: u32| usize::try_from(number).unwrap_or(usize::MAX);
        grid.put(place(row), place(column), &written(cell.get_value()))?;
    }
    grid.finish()
}

/// What a cell says, as a person would type it.
fn written(value: &DataRef<'_>) -> String {
    match value {
        DataRef::Empty => String::new(),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => lines(text),
        DataRef::SharedString(text) => lines(text),
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number.to_string(),
        DataRef::Bool(yes) => yes.to_string(),
        DataRef::DateTime(moment) => day(moment),
        DataRef::Error(error) => error.to_string(),
    }
}

fn lines(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n")
}

fn day(moment: &ExcelDateTime) -> String {
    // A number beyond the calendar is no day, and is shown as the number it is.
    if moment.is_datetime() && (1.0..2_958_466.0).contains(&moment.as_f64()) {
        let (year, month, day, ..) = moment.to_ymd_hms_milli();
        return format!("{year:04}-{month:02}-{day:02}");
    }
    moment.as_f64().to_string()
}
