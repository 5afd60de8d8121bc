//! How much of everything is read. The whole catalogue is about 3 MB of text in 840 files and 810 rows.

use crate::domain::intake::LARGEST_MB;

/// A megabyte.
const MB: u64 = 1 << 20;

/// The largest file that is taken in, in bytes.
pub(super) const FILE: u64 = LARGEST_MB as u64 * MB;

/// Nothing that people write packs better than one to this.
pub(super) const RATIO: u64 = 100;
/// Below this size, in bytes, a file packs as well as it likes: it is small anyway.
pub(super) const SMALL: u64 = 64 * 1024;

/// The longest path in an archive, in bytes.
pub(super) const PATH: usize = 240;
/// The deepest path in an archive, in folders and file.
pub(super) const DEPTH: usize = 8;

/// What an archive may hold.
#[derive(Clone, Copy, Debug)]
pub(super) struct Room {
    /// So many files and folders.
    pub(super) files: usize,
    /// So many megabytes, unpacked.
    pub(super) megabytes: usize,
}

impl Room {
    /// The catalogue, several times over.
    pub(super) const CATALOGUE: Self = Self { files: 5_000, megabytes: 32 };
    /// A workbook: its reader keeps all texts in memory, beside the table.
    pub(super) const WORKBOOK: Self = Self { files: 100, megabytes: 24 };

    /// How much it holds, in bytes.
    pub(super) const fn bytes(self) -> u64 {
        self.megabytes as u64 * MB
    }
}

/// The rows of a table, the headings among them.
pub(super) const ROWS: usize = 50_000;
/// The columns of a table.
pub(super) const COLUMNS: usize = 200;
/// The cells of a table that are kept, with the empty ones left of a filled one.
pub(super) const CELLS: usize = 500_000;
/// The longest text in a cell, in characters: no spreadsheet keeps more.
pub(super) const CELL: usize = 32_767;
/// All texts of a table together, in megabytes.
pub(super) const TEXT_MB: usize = 16;
/// All texts of a table together, in bytes.
pub(super) const TEXT: usize = TEXT_MB << 20;

/// The texts in a workbook.
pub(super) const STRINGS: usize = CELLS;
/// Everything else that is marked up in a part of a workbook: styles, names, widths.
pub(super) const MARKUP: usize = 50_000;
