//! A table as `.csv`, as a Dutch spreadsheet opens it, and back.
//!
//! A cell that a spreadsheet would take for a formula gets a `'` in front, which is taken off again when it comes back.

use csv::{QuoteStyle, WriterBuilder};
use csv_core::{ReadFieldResult, Reader, ReaderBuilder};

use super::bounds;
use super::grid::Growing;
use crate::domain::intake::FileRefusal;
use crate::domain::sheet::{Grid, Sheet};

/// What stands between cells: in Dutch the comma is in the numbers.
const DELIMITER: u8 = b';';
/// What spreadsheets in other languages put there.
const DELIMITERS: [u8; 3] = [DELIMITER, b',', b'\t'];
/// By this a spreadsheet sees that the text is UTF-8.
const MARK: &str = "\u{FEFF}";
/// What tells a spreadsheet that the rest is plain text.
const PLAIN: char = '\'';
/// So many bytes hold the longest cell.
const ROOM: usize = bounds::CELL * 4;

/// The table as a file.
pub fn write(sheet: &Sheet) -> Result<Vec<u8>, csv::Error> {
    let mut writer = WriterBuilder::new()
        .delimiter(DELIMITER)
        .quote_style(QuoteStyle::Necessary)
        .from_writer(MARK.as_bytes().to_vec());
    writer.write_record(sheet.columns.iter().map(|column| harmless(&column.heading)))?;
    for row in &sheet.rows {
        writer.write_record(row.iter().map(|cell| harmless(cell)))?;
    }
    writer.into_inner().map_err(|error| csv::Error::from(error.into_error()))
}

/// The table in a file.
pub fn read(bytes: &[u8]) -> Result<Grid, FileRefusal> {
    if bytes.len() as u64 > bounds::FILE {
        return Err(FileRefusal::TooLarge);
    }
    let text = str::from_utf8(bytes).map_err(|_| FileRefusal::NotText)?;
    if text.contains('\0') {
        return Err(FileRefusal::NotText);
    }
    let text = text.strip_prefix(MARK).unwrap_or(text);
    if text.trim().is_empty() {
        return Err(FileRefusal::Empty);
    }
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let reader = ReaderBuilder::new().delimiter(delimiter(&text)).build();
    Reading { reader, left: text.as_bytes(), row: 0, column: 0, grid: Growing::default() }.all()
}

/// The delimiter: the one that stands most often among the headings.
fn delimiter(text: &str) -> u8 {
    let headings = text.trim_start_matches('\n').lines().next().unwrap_or_default();
    let times = |delimiter: u8| headings.bytes().filter(|byte| *byte == delimiter).count();
    // Of equals the last one counts, so that ours comes out when there is none.
    DELIMITERS.into_iter().rev().max_by_key(|delimiter| times(*delimiter)).unwrap_or(DELIMITER)
}

/// A file while it is read. The reader keeps nothing but the cell at hand.
struct Reading<'a> {
    reader: Reader,
    left: &'a [u8],
    row: usize,
    column: usize,
    grid: Growing,
}

impl Reading<'_> {
    fn all(mut self) -> Result<Grid, FileRefusal> {
        let mut cell = vec![0; ROOM];
        let mut filled = 0;
        self.skip_empty_rows();
        loop {
            let room = cell.get_mut(filled..).unwrap_or_default();
            let (result, read, written) = self.reader.read_field(self.left, room);
            self.left = self.left.get(read..).unwrap_or_default();
            filled += written;
            match result {
                // Once more, with nothing left: then the last cell is given.
                ReadFieldResult::InputEmpty => {}
                ReadFieldResult::OutputFull => {
                    return Err(FileRefusal::CellTooLong { row: Some(self.row + 1), most: bounds::CELL });
                }
                ReadFieldResult::Field { record_end } => {
                    let text = str::from_utf8(cell.get(..filled).unwrap_or_default());
                    self.take(text.map_err(|_| FileRefusal::NotText)?, record_end)?;
                    filled = 0;
                }
                ReadFieldResult::End => return self.grid.finish(),
            }
        }
    }

    fn take(&mut self, text: &str, record_end: bool) -> Result<(), FileRefusal> {
        self.grid.put(self.row, self.column, as_meant(text))?;
        if record_end {
            self.row += 1;
            self.column = 0;
            self.skip_empty_rows();
        } else {
            self.column += 1;
        }
        Ok(())
    }

    /// The reader passes over empty rows without a word; a spreadsheet counts them.
    fn skip_empty_rows(&mut self) {
        while let [b'\n', rest @ ..] = self.left {
            self.left = rest;
            self.row += 1;
        }
    }
}

/// The cell as no spreadsheet takes it for a formula.
fn harmless(cell: &str) -> String {
    let cell = cell.replace("\r\n", "\n").replace('\r', "\n");
    if is_dangerous(&cell) { format!("{PLAIN}{cell}") } else { cell }
}

/// The cell as it was before it was made harmless.
fn as_meant(cell: &str) -> &str {
    cell.strip_prefix(PLAIN).filter(|rest| is_dangerous(rest)).unwrap_or(cell)
}

/// Would a spreadsheet take it for a formula? What is one behind a few `'` counts too, so that one more can be taken off.
fn is_dangerous(cell: &str) -> bool {
    cell.trim_start_matches(PLAIN).starts_with(['=', '+', '-', '@', '\t', '\n'])
}
