//! The entries as a table: a row an entry, a column a fact or a text; and back into their files.
//!
//! What nobody changed stays as it is, byte for byte: a row is held against the row its file gives now, and only where
//! the two differ the file is written, in the house's format. A row that is not there takes nothing away.
//!
//! - `columns`: what the columns are; `vocabulary` the words that stand in them instead of codes.
//! - `cells`: a cell as it is compared: lists, days, words and texts each in one form.
//! - `entry_file`: an entry's file as cells, and with cells changed; `facts` its header, `texts` its body.
//! - [`merging`]: a table that came back, put into the files.
//! - [`placing`]: an entry or an archive that came in, put into the files.
//! - [`template`]: an empty table with examples and an explanation.
//!
//! To add a fact: its column in `columns.rs`, and its key in the order of `facts.rs`.

mod cells;
mod columns;
mod entry_file;
mod facts;
pub mod merging;
pub mod placing;
pub mod template;
mod texts;
mod vocabulary;

use self::columns::COLUMNS;
use self::entry_file::EntryFile;
use self::vocabulary::Vocabulary;
use crate::domain::files::Files;
use crate::domain::sheet::Sheet;

/// A file with an entry that can't be put in a row.
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error)]
#[error("{0} can't be read as an entry: mend it first, `loket check` says how")]
pub struct Unreadable(pub String);

/// All entries as a table, in order of kind and id.
pub fn sheet(files: &Files) -> Result<Sheet, Unreadable> {
    let vocabulary = Vocabulary::of(files);
    let mut rows = Vec::new();
    for (path, text) in entry_file::texts_of(files) {
        let entry = EntryFile::read(text).ok_or_else(|| Unreadable(path.to_owned()))?;
        rows.push(entry.cells(&vocabulary));
    }
    Ok(Sheet { columns: columns(&vocabulary), rows, guide: template::guide() })
}

fn columns(vocabulary: &Vocabulary) -> Vec<crate::domain::sheet::Column> {
    COLUMNS.iter().map(|column| column.shown(vocabulary)).collect()
}
