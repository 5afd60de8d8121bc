//! The workshop: files become knowledge, checked and asked its gold questions.

use std::path::PathBuf;

use jiff::civil::Date;

use super::StartError;
use super::exchange::{hand_out, take_in};
use super::gold::judge_gold;
use super::knowledge::{check_knowledge, open_folder, read_knowledge, reread_knowledge};
use crate::adapters::knowledge::correct;
use crate::adapters::knowledge::folder::Folder;
use crate::adapters::knowledge::report::{Fault as Found, Look, Severity};
use crate::adapters::knowledge::writing;
use crate::domain::correction::{Correction, NotCorrected};
use crate::domain::entry::Entry;
use crate::domain::files::Files;
use crate::domain::gaps::FaqDraft;
use crate::domain::in_both::{InBoth, in_both};
use crate::domain::intake::{Export, FileRefusal};
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
    fn source(&self) -> Result<Files, InBoth> {
        let folder = open_folder(self.directory.as_deref()).map_err(|error| match error {
            StartError::Folder { folder, problem } => {
                in_both!("de map {folder} geeft deze melding: {problem}", "the folder {folder} says: {problem}")
            }
            other => in_both!("er kwam deze melding: {other}", "this came of it: {other}"),
        })?;
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
        let report = InBoth::each(|language| checked.report.printed(language, Look::Plain));
        let contradictions = checked.contradictions;
        Judged { knowledge, errors, warnings, gold, contradictions, report }
    }

    fn take_in(&self, files: &Files, name: &str, content: &[u8]) -> Result<Files, FileRefusal> {
        take_in(files, name, content)
    }

    fn hand_out(&self, files: &Files, form: Export) -> Result<Vec<u8>, String> {
        hand_out(files, form).map_err(|error| error.to_string())
    }

    fn read(&self, files: &Files, today: Date) -> Result<Knowledge, String> {
        read_knowledge(&Folder::from(files.clone()), today)
    }

    fn reread(&self, files: &Files, today: Date) -> Result<Knowledge, String> {
        reread_knowledge(&Folder::from(files.clone()), today)
    }

    fn correct(&self, files: Files, correction: &Correction) -> Result<Files, NotCorrected> {
        correct(files, correction)
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
