//! The knowledge: files that people write become the catalogue, or a report of everything that is wrong with them.
//!
//! ```text
//! Folder → Pages → surroundings, drafts → check → Catalogue and Report
//! ```
//!
//! - [`folder`]: where the files come from: a directory, or the defaults in the program.
//! - `page`, `pages`: a file while it is read, with the faults found on it.
//! - `table`, `words`, `plain_words`: what an editor writes as TOML, read key by key.
//! - `header`, `outline`, `headings`, `body`, `draft`: one entry.
//! - `surroundings`: areas, region, desks, themes, synonyms, signals and doors.
//! - `asked`: the example questions; `gold` and [`score`] the gold questions and how they were answered.
//! - `rules`: hard words and official hosts; `gauge` all that entries are held against.
//! - [`correct`]: one fact changed in its place.
//! - `check`: what shows when entries are read side by side.
//! - [`report`]: the faults, as a compiler prints them or as JSON.
//! - [`cited`]: the addresses that entries cite.
//! - [`summary`]: what there is, counted.
//! - [`export`]: the catalogue for other programs.
//! - [`rows`]: the entries as a table that people fill in, and back.
//! - [`writing`]: one more example question in an entry's file, and the beginning of an entry.
//!
//! To add a key to the header: `header.rs` and STYLE.md. A heading: `headings.rs`. A check: a file in `check/`.
//! A fault: `page.error` or `page.warning` with what is wrong and how to mend it, each `in_both!` languages.

mod asked;
mod body;
mod check;
pub mod cited;
mod correcting;
mod days;
mod draft;
pub mod export;
pub mod folder;
mod gauge;
mod gold;
mod header;
mod headings;
mod known;
mod nearest;
mod outline;
mod page;
mod pages;
mod plain_words;
pub mod report;
pub mod rows;
mod rules;
pub mod score;
pub mod summary;
mod surroundings;
mod table;
mod words;
pub mod writing;

use jiff::civil::Date;
use toml::Spanned;

pub use self::correcting::correct;
use crate::domain::catalogue::{Catalogue, Surroundings, Synonym};
use crate::domain::gold::GoldQuestions;
use crate::ports::words::Words;
use asked::Asked;
use cited::Cited;
use draft::Draft;
use folder::Folder;
use gauge::Gauge;
use known::Known;
use pages::Pages;
use report::Report;
use summary::Summary;

/// What became of a folder.
#[derive(Debug)]
pub struct Loaded {
    /// The catalogue; `None` when the report has errors.
    pub catalogue: Option<Catalogue>,
    /// The questions by which it is judged.
    pub gold: GoldQuestions,
    /// Everything that is wrong.
    pub report: Report,
    /// What there is, counted.
    pub summary: Summary,
    /// Every address it cites.
    pub cited: Vec<Cited>,
}

/// Reads a folder as it stands on `today`; `words` tells which questions say the same. Every fault is found at once.
pub fn load(folder: &Folder, today: Date, words: &dyn Words) -> Loaded {
    let pages = Pages::open(folder);
    let drafts = drafts(&pages);
    let known = Known::new(&drafts);
    let surroundings = surroundings::read(&pages, &known, today);
    let synonyms = surroundings::read_synonyms(&pages);
    surroundings::check_synonyms(&pages, &synonyms, &drafts, words);
    let asked = Asked::of(&drafts, words);
    let rules = rules::read(&pages);
    let gauge = Gauge { surroundings: &surroundings, known: &known, asked: &asked, rules: &rules, today };
    let gold = gold::read(&pages, &gauge);
    gold::check(&drafts, &gold, &known);
    check::check(&drafts, &gauge);
    let summary = Summary::of(&drafts);
    let cited = cited::of(&drafts);
    let catalogue = catalogue(folder, surroundings, synonyms, drafts);
    let report = pages.into_report();
    Loaded { catalogue: (report.errors() == 0).then_some(catalogue), gold, report, summary, cited }
}

/// Reads a folder that was checked when it was published: nobody waits for the eye of an editor when the house opens.
/// What this program can't read is in the report.
pub fn reread(folder: &Folder, today: Date) -> (Option<Catalogue>, Report) {
    let pages = Pages::open(folder);
    let drafts = drafts(&pages);
    let surroundings = surroundings::read(&pages, &Known::new(&drafts), today);
    let catalogue = catalogue(folder, surroundings, surroundings::read_synonyms(&pages), drafts);
    let report = pages.into_report();
    ((report.errors() == 0).then_some(catalogue), report)
}

fn drafts(pages: &Pages) -> Vec<Draft<'_>> {
    pages.entries().filter_map(|(kind, page)| Draft::read(page, kind)).collect()
}

fn catalogue(
    folder: &Folder,
    surroundings: Surroundings,
    synonyms: Vec<Spanned<Synonym>>,
    drafts: Vec<Draft<'_>>,
) -> Catalogue {
    let synonyms = synonyms.into_iter().map(Spanned::into_inner).collect();
    let entries: Vec<_> = drafts.into_iter().filter_map(Draft::into_entry).collect();
    Catalogue::new(folder.files.fingerprint(), Surroundings { synonyms, ..surroundings }, entries)
}
