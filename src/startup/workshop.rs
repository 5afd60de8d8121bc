//! The workshop: files become knowledge, checked and asked its gold questions.

use std::path::PathBuf;

use jiff::civil::Date;

use super::gold::judge_gold;
use super::knowledge::{check_knowledge, open_folder};
use crate::adapters::knowledge::folder::Folder;
use crate::adapters::knowledge::report::{Fault as Found, Look, Severity};
use crate::adapters::knowledge::writing;
use crate::domain::entry::Entry;
use crate::domain::files::Files;
use crate::domain::gaps::FaqDraft;
use crate::domain::language::Language;
use crate::ports::knowledge::{Fault, Judged, Knowledge, Stage, Workshop};

/// Makes knowledge of the operator's folder, or of the one built into the program.
pub struct KnowledgeWorkshop {
    directory: Option<PathBuf>,
}

impl KnowledgeWorkshop {
    /// A workshop for this folder; for the knowledge that comes with the program when there is none.
    pub fn new(directory: Option<PathBuf>) -> Self {
        Self { directory }
    }
}

impl Workshop for KnowledgeWorkshop {
    fn source(&self) -> Result<Files, String> {
        let folder = open_folder(self.directory.as_deref()).map_err(|error| error.to_string())?;
        match folder.not_taken() {
            Some(why) => Err(why),
            None => Ok(folder.files),
        }
    }

    fn judge(&self, files: &Files, today: Date, tell: &mut (dyn FnMut(Stage) + Send)) -> Judged {
        tell(Stage::Checking);
        let folder = Folder::from(files.clone());
        let mut checked = check_knowledge(&folder, today);
        tell(Stage::Asking);
        let gold = judge_gold(files, &mut checked, false).filter(|score| score.questions > 0);
        let of = |severity| checked.report.faults.iter().filter(move |fault| fault.severity == severity).map(fault);
        let (errors, warnings) = (of(Severity::Error).collect::<Vec<_>>(), of(Severity::Warning).collect());
        let knowledge = checked.knowledge.filter(|_| errors.is_empty());
        let report = checked.report.printed(Look::Plain);
        Judged { knowledge, errors, warnings, gold, report }
    }

    fn read(&self, files: &Files, today: Date) -> Result<Knowledge, String> {
        let checked = check_knowledge(&Folder::from(files.clone()), today);
        checked.knowledge.ok_or_else(|| checked.report.without_warnings().printed(Look::Plain))
    }

    fn with_question(&self, files: &Files, entry: &Entry, language: Language, question: &str) -> Option<Files> {
        writing::with_question(files, entry, language, question)
    }

    fn draft(&self, draft: &FaqDraft) -> (String, String) {
        writing::draft(draft)
    }
}

fn fault(found: &Found) -> Fault {
    Fault { file: found.file.clone(), line: found.span.line, what: found.what.clone(), mend: found.mend.clone() }
}
