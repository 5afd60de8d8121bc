//! Where the files come from: a directory, or the folder that is built into the program.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Read as _};
use std::path::Path;

use include_dir::{Dir, include_dir};

use crate::domain::files::Files;
use crate::domain::in_both::{InBoth, in_both};

/// The knowledge that comes with the program, so that a newcomer needs no files.
static DEFAULTS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/knowledge");

/// The largest file that is read. No entry comes near it; a file that does is no entry.
const LARGEST: u64 = 10 * 1024 * 1024;

/// The files of a folder, by their path inside it.
#[derive(Clone, Debug, Default)]
pub struct Folder {
    /// What was read.
    pub files: Files,
    unread: BTreeMap<String, Unread>,
}

/// Why a file was not read.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Unread {
    /// It points elsewhere, perhaps outside the folder.
    Symlink,
    /// It is larger than 10 MB.
    TooLarge,
}

impl Folder {
    /// The knowledge that comes with the program, without hidden files.
    pub fn embedded() -> Self {
        let mut folder = Self::default();
        folder.embed(&DEFAULTS);
        folder
    }

    /// The files under `directory`. Links are not followed; hidden files are left out.
    pub fn read(directory: &Path) -> io::Result<Self> {
        let mut folder = Self::default();
        folder.walk(directory, "")?;
        Ok(folder)
    }

    /// This folder with other files; what could not be read in it still can't be.
    #[must_use]
    pub fn with_files(self, files: Files) -> Self {
        Self { files, ..self }
    }

    /// The files that were not read, and why.
    pub(super) fn unread(&self) -> impl Iterator<Item = (&str, Unread)> {
        self.unread.iter().map(|(path, why)| (path.as_str(), *why))
    }

    /// A file that was not read, and why, in words; `None` when all were.
    pub fn not_taken(&self) -> Option<InBoth> {
        let (name, why) = self.unread.first_key_value()?;
        Some(match why {
            Unread::Symlink => in_both!(
                "{name} is een koppeling naar een andere plek: zet het bestand zelf in de map",
                "{name} points elsewhere: put the file itself in the folder"
            ),
            Unread::TooLarge => in_both!(
                "{name} is groter dan 10 MB: zo groot is geen kaart",
                "{name} is larger than 10 MB: no entry is"
            ),
        })
    }

    fn embed(&mut self, directory: &Dir<'static>) {
        for file in directory.files() {
            let parts: Vec<_> = file.path().iter().map(|part| part.to_string_lossy()).collect();
            if !parts.iter().any(|part| part.starts_with('.')) {
                self.files.put_built_in(parts.join("/"), file.contents());
            }
        }
        for inner in directory.dirs() {
            self.embed(inner);
        }
    }

    fn walk(&mut self, directory: &Path, prefix: &str) -> io::Result<()> {
        for item in fs::read_dir(directory)? {
            let item = item?;
            let name = item.file_name().to_string_lossy().into_owned();
            if name.starts_with('.') {
                continue;
            }
            let (kind, path) = (item.file_type()?, format!("{prefix}{name}"));
            if kind.is_symlink() {
                self.unread.insert(path, Unread::Symlink);
            } else if kind.is_dir() {
                self.walk(&item.path(), &format!("{path}/"))?;
            } else if kind.is_file() {
                self.take(&item.path(), path)?;
            }
        }
        Ok(())
    }

    fn take(&mut self, file: &Path, path: String) -> io::Result<()> {
        let mut content = Vec::new();
        File::open(file)?.take(LARGEST + 1).read_to_end(&mut content)?;
        if u64::try_from(content.len()).is_ok_and(|length| length <= LARGEST) {
            self.files.put(path, content);
        } else {
            self.unread.insert(path, Unread::TooLarge);
        }
        Ok(())
    }
}

impl From<Files> for Folder {
    fn from(files: Files) -> Self {
        Self { files, unread: BTreeMap::new() }
    }
}
