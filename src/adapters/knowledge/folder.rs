//! A folder of files: read from a directory, or the one that is built into the program.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Read as _};
use std::path::Path;

use include_dir::{Dir, include_dir};
use sha2::{Digest as _, Sha256};

use crate::domain::ids::ReleaseId;

/// The knowledge that comes with the program, so that a newcomer needs no files.
static DEFAULTS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/knowledge");

/// The largest file that is read. No entry comes near it; a file that does is no entry.
const LARGEST: u64 = 10 * 1024 * 1024;

/// How many hexadecimal digits name a release.
const FINGERPRINT_DIGITS: usize = 12;

/// Files by their path inside the folder, e.g. `schemes/bmkb.md`, with what they say.
#[derive(Clone, Debug, Default)]
pub struct Folder {
    files: BTreeMap<String, Vec<u8>>,
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

    /// This folder with one more file, or with other content for a file it has.
    #[must_use]
    pub fn with(mut self, path: impl Into<String>, content: impl Into<Vec<u8>>) -> Self {
        self.files.insert(path.into(), content.into());
        self
    }

    /// This folder without a file.
    #[must_use]
    pub fn without(mut self, path: &str) -> Self {
        self.files.remove(path);
        self
    }

    /// What the file at `path` says; `None` when there is none, or when it is not text.
    pub fn text(&self, path: &str) -> Option<&str> {
        self.files.get(path).and_then(|bytes| str::from_utf8(bytes).ok())
    }

    /// The fingerprint of all files: two folders with the same files are the same release.
    pub fn release(&self) -> ReleaseId {
        let mut hash = Sha256::new();
        for (path, content) in &self.files {
            for part in [path.as_bytes(), content] {
                // The length goes in front, so that no other cut of the same bytes gives the same fingerprint.
                hash.update((part.len() as u64).to_le_bytes());
                hash.update(part);
            }
        }
        let digits = hash.finalize().into_iter().flat_map(|byte| [byte >> 4, byte & 15]).take(FINGERPRINT_DIGITS);
        ReleaseId::new(digits.filter_map(|digit| char::from_digit(u32::from(digit), 16)).collect::<String>())
    }

    /// The files in order of path.
    pub(super) fn files(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.files.iter().map(|(path, content)| (path.as_str(), content.as_slice()))
    }

    /// The files that were not read, and why.
    pub(super) fn unread(&self) -> impl Iterator<Item = (&str, Unread)> {
        self.unread.iter().map(|(path, why)| (path.as_str(), *why))
    }

    fn embed(&mut self, directory: &Dir<'_>) {
        for file in directory.files() {
            let parts: Vec<_> = file.path().iter().map(|part| part.to_string_lossy()).collect();
            if !parts.iter().any(|part| part.starts_with('.')) {
                self.files.insert(parts.join("/"), file.contents().to_vec());
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
            self.files.insert(path, content);
        } else {
            self.unread.insert(path, Unread::TooLarge);
        }
        Ok(())
    }
}
