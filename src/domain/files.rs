//! Files by name, with what they say: the form in which knowledge travels.

use std::borrow::Cow;
use std::collections::BTreeMap;

use sha2::{Digest as _, Sha256};

use super::ids::ReleaseId;

/// How many hexadecimal digits name a release.
const FINGERPRINT_DIGITS: usize = 12;

/// Files in order of their path, e.g. `schemes/bmkb.md`, with forward slashes.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Files {
    /// What is built into the program is not copied.
    by_path: BTreeMap<String, Cow<'static, [u8]>>,
}

impl Files {
    /// These files with one more, or with other content for one that is there.
    #[must_use]
    pub fn with(mut self, path: impl Into<String>, content: impl Into<Vec<u8>>) -> Self {
        self.put(path, content);
        self
    }

    /// These files without one.
    #[must_use]
    pub fn without(mut self, path: &str) -> Self {
        self.remove(path);
        self
    }

    /// Puts a file here; one that has this path is replaced.
    pub fn put(&mut self, path: impl Into<String>, content: impl Into<Vec<u8>>) {
        self.by_path.insert(path.into(), Cow::Owned(content.into()));
    }

    /// Puts a file here that is built into the program.
    pub fn put_built_in(&mut self, path: impl Into<String>, content: &'static [u8]) {
        self.by_path.insert(path.into(), Cow::Borrowed(content));
    }

    /// Takes a file away.
    pub fn remove(&mut self, path: &str) {
        self.by_path.remove(path);
    }

    /// The file at `path`, byte for byte.
    pub fn get(&self, path: &str) -> Option<&[u8]> {
        self.by_path.get(path).map(AsRef::as_ref)
    }

    /// What the file at `path` says; `None` when there is none, or when it is not text.
    pub fn text(&self, path: &str) -> Option<&str> {
        self.get(path).and_then(|bytes| str::from_utf8(bytes).ok())
    }

    /// The files in order of path.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.by_path.iter().map(|(path, content)| (path.as_str(), content.as_ref()))
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.by_path.len()
    }

    /// Is there no file at all?
    pub fn is_empty(&self) -> bool {
        self.by_path.is_empty()
    }

    /// The fingerprint of all files: the same files are the same release, wherever they lie.
    pub fn fingerprint(&self) -> ReleaseId {
        let mut hash = Sha256::new();
        for (path, content) in &self.by_path {
            for part in [path.as_bytes(), content.as_ref()] {
                // The length goes in front, so that no other cut of the same bytes gives the same fingerprint.
                hash.update((part.len() as u64).to_le_bytes());
                hash.update(part);
            }
        }
        let digits = hash.finalize().into_iter().flat_map(|byte| [byte >> 4, byte & 15]).take(FINGERPRINT_DIGITS);
        ReleaseId::new(digits.filter_map(|digit| char::from_digit(u32::from(digit), 16)).collect::<String>())
    }
}

/// What became of a file.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum FileChange {
    /// It was not there.
    New,
    /// It says something else.
    Changed,
    /// It is not there any more.
    Gone,
}

impl Files {
    /// What became of each file since it stood in `old`, in order of path; what stayed the same is left out.
    pub fn changes_since<'a>(&'a self, old: &'a Self) -> Vec<(&'a str, FileChange)> {
        let gone = old.by_path.keys().filter(|path| !self.by_path.contains_key(*path));
        let mut changes: Vec<(&str, FileChange)> = gone.map(|path| (path.as_str(), FileChange::Gone)).collect();
        for (path, content) in &self.by_path {
            match old.by_path.get(path) {
                None => changes.push((path, FileChange::New)),
                Some(before) if before != content => changes.push((path, FileChange::Changed)),
                Some(_) => {}
            }
        }
        changes.sort_unstable_by_key(|(path, _)| *path);
        changes
    }
}

impl<P: Into<String>, C: Into<Vec<u8>>> FromIterator<(P, C)> for Files {
    fn from_iter<I: IntoIterator<Item = (P, C)>>(files: I) -> Self {
        Self { by_path: files.into_iter().map(|(path, content)| (path.into(), Cow::Owned(content.into()))).collect() }
    }
}
