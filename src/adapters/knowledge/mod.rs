//! The knowledge: files that people write become the catalogue, or a report of everything that is wrong with them.
//!
//! ```text
//! Folder → Pages → surroundings, drafts → check → Catalogue and Report
//! ```
//!
//! - [`folder`]: where the files come from: a directory, or the defaults in the program.
//! - `page`, `pages`: a file while it is read, with the faults found on it.
//! - `header`, `outline`, `headings`, `body`, `draft`: one entry.
//! - `surroundings`: areas, region, desks, themes, synonyms, signals and doors.
//! - `asked`: the example questions; `gold` and [`score`] the gold questions and how they were answered.
//! - `check`: what shows when entries are read side by side.
//! - [`report`]: the faults, as a compiler prints them or as JSON.
//! - [`export`]: the catalogue for other programs.
//!
//! To add a key to the header: `header.rs` and STYLE.md. A heading: `headings.rs`. A check: a file in `check/`.

mod asked;
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
pub mod score;
mod surroundings;
mod table;
mod words;

use jiff::civil::Date;

use crate::domain::catalogue::Catalogue;
use crate::domain::gold::GoldQuestions;
use crate::ports::words::Words;
use asked::Asked;
use draft::Draft;
use folder::Folder;
use gold::Gauge;
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

/// Reads a folder as it stands on `today`; `words` tells which questions say the same. Every fault is found at once.
pub fn load(folder: &Folder, today: Date, words: &dyn Words) -> Loaded {
    let pages = Pages::open(folder);
    let mut surroundings = surroundings::read(&pages);
    let drafts: Vec<_> = pages.entries().filter_map(|(kind, page)| Draft::read(page, kind)).collect();
    let known = Known::new(&drafts);
    surroundings.signals = surroundings::read_signals(&pages, &known);
    surroundings.doors = surroundings::read_doors(&pages, &surroundings, &known, today);
    let asked = Asked::of(&drafts, words);
    let gold = gold::read(&pages, &Gauge { areas: &surroundings.areas, known: &known, asked: &asked });
    gold::check(&drafts, &gold, &known);
    check::check(&drafts, (&known, &asked), &surroundings, today);
    let entries: Vec<_> = drafts.into_iter().filter_map(Draft::into_entry).collect();
    let report = pages.into_report();
    let catalogue = (report.errors() == 0).then(|| Catalogue::new(folder.release(), surroundings, entries));
    Loaded { catalogue, gold, report }
}
