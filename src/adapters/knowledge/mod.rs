//! The knowledge: files that people write become the catalogue, or a report of everything that is wrong with them.
//!
//! ```text
//! Folder → Pages → surroundings, drafts → check → Catalogue and Report
//! ```
//!
//! - [`folder`]: where the files come from: a directory, or the defaults in the program.
//! - `page`, `pages`: a file while it is read, with the faults found on it.
//! - `header`, `outline`, `headings`, `body`, `draft`: one entry.
//! - `surroundings`: areas, region, desks, themes, synonyms and signals; `gold` the gold questions.
//! - `check`: what shows when entries are read side by side.
//! - [`report`]: the faults, as a compiler prints them or as JSON.
//! - [`export`]: the catalogue for other programs.
//!
//! To add a key to the header: `header.rs` and STYLE.md. A heading: `headings.rs`. A check: a file in `check/`.

mod body;
mod check;
mod draft;
pub mod export;
pub mod folder;
mod gold;
mod header;
mod headings;
mod known;
mod nearest;
mod outline;
mod page;
mod pages;
pub mod report;
mod surroundings;
mod table;
mod words;

use jiff::civil::Date;

use crate::domain::catalogue::Catalogue;
use crate::domain::gold::GoldQuestions;
use draft::Draft;
use folder::Folder;
use known::Known;
use pages::Pages;
use report::Report;

/// What became of a folder.
#[derive(Debug)]
pub struct Loaded {
    /// The catalogue; `None` when the report has errors.
    pub catalogue: Option<Catalogue>,
    /// The questions by which it is judged.
    pub gold: GoldQuestions,
    /// Everything that is wrong.
    pub report: Report,
}

/// Reads a folder as it stands on `today`. Every fault is found at once.
pub fn load(folder: &Folder, today: Date) -> Loaded {
    let pages = Pages::open(folder);
    let mut surroundings = surroundings::read(&pages);
    let drafts: Vec<_> = pages.entries().filter_map(|(kind, page)| Draft::read(page, kind)).collect();
    let known = Known::new(&drafts);
    surroundings.signals = surroundings::read_signals(&pages, &known);
    let gold = gold::read(&pages, &surroundings.areas, &known);
    check::check(&drafts, &known, &surroundings, today);
    let entries: Vec<_> = drafts.into_iter().filter_map(Draft::into_entry).collect();
    let report = pages.into_report();
    let catalogue = (report.errors() == 0).then(|| Catalogue::new(folder.release(), surroundings, entries));
    Loaded { catalogue, gold, report }
}
