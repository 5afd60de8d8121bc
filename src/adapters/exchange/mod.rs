//! Files in and out: archives and tables become the house's nouns and back, within bounds.
//!
//! - [`zip_file`]: files as one `.zip`, and back.
//! - [`csv_file`]: a table as `.csv`, and back.
//! - [`xlsx_writer`], [`xlsx_reader`]: a table as a workbook, and back.
//! - `zip_walk`: an archive is walked before anything in it is used.
//! - `xlsx_screen`: what is in a workbook is looked through before its reader sees it.
//! - `grid`: a table while it is read.
//! - `bounds`: how much of everything is read.
//!
//! Whatever is handed in was made by somebody else: nothing is written to disk under a name from inside a file, no more
//! is unpacked than the bounds say, and what is refused says why.

mod bounds;
pub mod csv_file;
mod grid;
pub mod xlsx_reader;
mod xlsx_screen;
pub mod xlsx_writer;
pub mod zip_file;
mod zip_walk;
