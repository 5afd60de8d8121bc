//! What the house answers from, and the workshop in which files become that.

use jiff::civil::Date;

use super::phrases::Phrases;
use super::search::Search;
use super::words::Words;
use crate::conversation::policy::Thresholds;
use crate::domain::catalogue::Catalogue;
use crate::domain::contradiction::Contradiction;
use crate::domain::correction::{Correction, NotCorrected};
use crate::domain::entry::Entry;
use crate::domain::files::Files;
use crate::domain::gaps::FaqDraft;
use crate::domain::gold::GoldScore;
use crate::domain::in_both::InBoth;
use crate::domain::intake::{Export, FileRefusal};
use crate::domain::language::Language;

/// One release of the knowledge with everything made from it.
pub struct Knowledge {
    /// The entries and what surrounds them.
    pub catalogue: Catalogue,
    /// The index over them.
    pub search: Box<dyn Search>,
    /// The sentences of the bot.
    pub phrases: Box<dyn Phrases>,
    /// How sure the house must be, as fitted for this search.
    pub thresholds: Thresholds,
    /// Takes texts apart as the search does.
    pub words: Box<dyn Words + Send + Sync>,
}

/// One thing that is wrong with files of knowledge.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Fault {
    /// The file.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// What is wrong.
    pub what: InBoth,
    /// How to mend it.
    pub mend: InBoth,
}

/// What came of checking files.
pub struct Judged {
    /// What can be used; `None` when there are errors.
    pub knowledge: Option<Knowledge>,
    /// What refuses the files.
    pub errors: Vec<Fault>,
    /// What somebody should look at.
    pub warnings: Vec<Fault>,
    /// How the gold questions are answered; `None` when there are none, or nothing to ask.
    pub gold: Option<GoldScore>,
    /// Entries that answer the same question differently.
    pub contradictions: Vec<Contradiction>,
    /// All faults as a page to read, with the lines they are about.
    pub report: InBoth,
}

/// How far a check has come.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Stage {
    /// The files are read and checked, and an index is made.
    Checking,
    /// The gold questions are asked.
    Asking,
}

/// Makes knowledge of files. Its work takes seconds and keeps a processor busy: call it where that is no harm.
pub trait Workshop: Send + Sync {
    /// The files that the operator keeps, as they are now; or why they can't be read.
    fn source(&self) -> Result<Files, InBoth>;

    /// Checks files as they stand on `today`, makes knowledge of them and puts the gold questions to it; tells how far
    /// it has come.
    fn judge(&self, files: &Files, today: Date, tell: &mut (dyn FnMut(Stage) + Send)) -> Judged;

    /// `files` with what somebody handed in as a file called `name`: an entry, an archive or a table. Nothing is checked
    /// but whether it can be read, within bounds.
    fn take_in(&self, files: &Files, name: &str, content: &[u8]) -> Result<Files, FileRefusal>;

    /// The catalogue in these files as one file, as it stands today; or why that can't be made.
    fn hand_out(&self, files: &Files, form: Export) -> Result<Vec<u8>, String>;

    /// Checks files and makes knowledge of them, without the gold questions; or the report, for a log, of why they are
    /// refused.
    fn read(&self, files: &Files, today: Date) -> Result<Knowledge, String>;

    /// Makes knowledge of files that were checked when they were published, which is quicker; or the report, for a log,
    /// of what this program can't read in them.
    fn reread(&self, files: &Files, today: Date) -> Result<Knowledge, String>;

    /// The files with a small correction made in its place; the rest of them stays as people wrote it.
    fn correct(&self, files: Files, correction: &Correction) -> Result<Files, NotCorrected>;
    /// The files with one more example question for an entry, and nothing else changed. `None` when the entry's file has
    /// no place for it.
    fn with_question(&self, files: &Files, entry: &Entry, language: Language, question: &str) -> Option<Files>;

    /// The file of a draft: its path and what it says. What nobody said stays open, so that the check names it.
    fn draft(&self, draft: &FaqDraft) -> (String, String);
}
