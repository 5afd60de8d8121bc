//! Files in and out of the catalogue: the formats and the entries meet here.

use super::knowledge::{open_knowledge, phrasebook};
use super::today;
use crate::adapters::exchange::{csv_file, xlsx_reader, xlsx_writer, zip_file};
use crate::adapters::knowledge::export::export;
use crate::adapters::knowledge::folder::Folder;
use crate::adapters::knowledge::rows::{self, merging, placing, template};
use crate::domain::files::Files;
use crate::domain::intake::{Export, FileKind, FileRefusal, LARGEST_MB};
use crate::domain::language::Language;
use crate::service::rendering::intake;

/// Why the catalogue can't be handed out.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct ExportError(String);

/// The catalogue in these files as one file. The same files give the same bytes;
/// only lines tell the status of the day.
///
/// # Errors
///
/// [`ExportError`] when an entry can't be put in a row, or a format can't hold it.
pub fn hand_out(files: &Files, form: Export) -> Result<Vec<u8>, ExportError> {
    let failed = |problem: &dyn ToString| ExportError(problem.to_string());
    let sheet = || rows::sheet(files).map_err(|problem| failed(&problem));
    match form {
        Export::Archive => zip_file::pack(files).map_err(|problem| failed(&problem)),
        Export::Csv => csv_file::write(&sheet()?).map_err(|problem| failed(&problem)),
        Export::Workbook => xlsx_writer::write(&sheet()?).map_err(|problem| failed(&problem)),
        Export::Lines => {
            let folder = Folder::from(files.clone());
            let knowledge = open_knowledge(&folder, today()).map_err(|problem| failed(&problem))?;
            export(&knowledge.catalogue, today()).map(String::into_bytes).map_err(|problem| failed(&problem))
        }
        Export::Template => xlsx_writer::write(&template::template(files)).map_err(|problem| failed(&problem)),
    }
}

/// These files with what somebody handed in as a file called `name`: an entry, an archive or a table.
///
/// Nothing is checked here but whether it can be read: what comes out goes through the same check as every release.
///
/// # Errors
///
/// [`FileRefusal`]; then nothing is changed.
pub fn take_in(files: &Files, name: &str, content: &[u8]) -> Result<Files, FileRefusal> {
    if content.len() > LARGEST_MB << 20 {
        return Err(FileRefusal::TooLarge);
    }
    if content.is_empty() {
        return Err(FileRefusal::Empty);
    }
    match FileKind::of(name).ok_or(FileRefusal::UnknownKind)? {
        FileKind::Entry => placing::put_entry(files, name, content),
        FileKind::Archive => placing::put_archive(files, &zip_file::unpack(content)?),
        FileKind::Csv => merging::merge(files, &csv_file::read(content)?),
        FileKind::Workbook => merging::merge(files, &xlsx_reader::read(content)?),
    }
}

/// Why a file is not taken in, in words: those that come with the program.
pub fn in_words(refusal: &FileRefusal, language: Language) -> String {
    match phrasebook(&Folder::embedded().files) {
        Ok(phrases) => intake::refusal(&phrases, language, refusal),
        // The tests of the program hold that its own phrases are whole.
        Err(_) => format!("{refusal:?}"),
    }
}
