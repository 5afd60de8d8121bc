//! A file that somebody hands in: what may come in, and why something else may not.

use super::sheet::CellFault;

/// The largest file that is taken in, in megabytes of 2^20 bytes.
pub const LARGEST_MB: usize = 10;

/// The longest file of the catalogue that is taken in, in kilobytes of 2^10 bytes: ten times the longest there is.
pub const LONGEST_KB: usize = 512;

/// So many things that are wrong in a table are told; who mends those hears the rest.
pub const MOST_FAULTS: usize = 100;

/// Why a file is not taken in. Nothing was changed.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum FileRefusal {
    /// It is none of the kinds of files that can be read.
    UnknownKind,
    /// There is nothing in it.
    Empty,
    /// It is larger than [`LARGEST_MB`].
    TooLarge,
    /// It is not text in UTF-8.
    NotText,
    /// It is no entry: no header, or one without a usable id and kind.
    NotAnEntry {
        /// Which file, when it is one of several.
        name: String,
    },
    /// A file of the catalogue is longer than [`LONGEST_KB`].
    TooLong {
        /// Its name.
        name: String,
    },
    /// A file in it is no part of a catalogue.
    Stranger {
        /// Its name.
        name: String,
    },
    /// It can't be read, or is not what it says it is.
    Damaged,
    /// It is locked with a password.
    Locked,
    /// It holds too many files.
    TooManyFiles {
        /// So many are read.
        most: usize,
    },
    /// What is in it is too large once it is unpacked.
    UnpacksTooLarge {
        /// So many megabytes are read.
        most: usize,
    },
    /// A file in it has a name that could lead elsewhere.
    UnsafeName {
        /// The name, without what can't be shown.
        name: String,
    },
    /// A file in it is a link to another.
    Link {
        /// Its name.
        name: String,
    },
    /// Two files in it have the same name, or differ in capitals only.
    SameName,
    /// It holds instructions to a reader (DTD, entities, another encoding) that no table needs.
    Unsafe,
    /// There is no table in it.
    NoTable,
    /// The table has too many rows.
    TooManyRows {
        /// So many are read.
        most: usize,
    },
    /// The table has too many columns.
    TooManyColumns {
        /// So many are read.
        most: usize,
    },
    /// A cell holds too much.
    CellTooLong {
        /// Its row, as the spreadsheet shows it, when it is known.
        row: Option<usize>,
        /// So many characters fit.
        most: usize,
    },
    /// All cells together hold too much.
    TooMuchText {
        /// So many megabytes are read.
        most: usize,
    },
    /// What the table says can't be used: what is wrong, from top to bottom, at most [`MOST_FAULTS`].
    Cells(Vec<CellFault>),
}

/// A form in which the whole catalogue is handed out.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Export {
    /// All files, `.zip`.
    Archive,
    /// The entries as a table, `.csv`.
    Csv,
    /// The entries as a table, `.xlsx`.
    Workbook,
    /// The entries line by line for other programs, `.jsonl`.
    Lines,
    /// An empty table with two examples, `.xlsx`.
    Template,
}

impl Export {
    /// The ending of its file.
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Archive => "zip",
            Self::Csv => "csv",
            Self::Workbook | Self::Template => "xlsx",
            Self::Lines => "jsonl",
        }
    }

    /// The form with this ending, as people type it; the table that every office opens when they typed none.
    pub fn from_word(word: &str) -> Option<Self> {
        match word.trim().trim_start_matches('.').to_lowercase().as_str() {
            "" | "xlsx" | "excel" => Some(Self::Workbook),
            "csv" => Some(Self::Csv),
            "zip" => Some(Self::Archive),
            "jsonl" | "json" => Some(Self::Lines),
            _ => None,
        }
    }
}

/// The kinds of files that travel.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum FileKind {
    /// One entry, `.md`.
    Entry,
    /// Files of the catalogue, `.zip`.
    Archive,
    /// A table, `.csv`.
    Csv,
    /// A table, `.xlsx`.
    Workbook,
}

impl FileKind {
    /// What a file with this name is; `None` when it is nothing that can be read.
    pub fn of(name: &str) -> Option<Self> {
        let (_, ending) = name.rsplit_once('.')?;
        match ending.to_ascii_lowercase().as_str() {
            "md" => Some(Self::Entry),
            "zip" => Some(Self::Archive),
            "csv" => Some(Self::Csv),
            "xlsx" => Some(Self::Workbook),
            _ => None,
        }
    }
}
