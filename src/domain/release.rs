//! A version of the knowledge that was published, and one that is proposed.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::files::Files;
use super::ids::{LineId, ProposalId, QuestionId, ReleaseId, ReleaseNumber};
use super::moment::Moment;
use super::official::Author;

/// A published version of the knowledge. It is never changed; another one may be in use.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Release {
    /// Its number, as people say it.
    pub number: ReleaseNumber,
    /// The fingerprint of its files.
    pub fingerprint: ReleaseId,
    /// The release it was made from.
    pub based_on: Option<ReleaseNumber>,
    /// Who published it.
    pub by: Author,
    /// When.
    pub at: Moment,
    /// Why, in a few words.
    pub note: String,
}

/// Files that are to be put in the place of others: the new text, or `None` where a file goes.
#[derive(Clone, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
#[serde(transparent)]
pub struct Changes(pub BTreeMap<String, Option<String>>);

/// A file that is no text: it can't be kept in a release.
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error)]
#[error("{0} is no text")]
pub struct NoText(pub String);

impl Changes {
    /// What makes `after` out of `before`.
    pub fn between(before: &Files, after: &Files) -> Result<Self, NoText> {
        let mut changes = BTreeMap::new();
        for (path, content) in after.iter() {
            if before.get(path) != Some(content) {
                let text = str::from_utf8(content).map_err(|_| NoText(path.to_owned()))?;
                changes.insert(path.to_owned(), Some(text.to_owned()));
            }
        }
        for (path, _) in before.iter() {
            if after.get(path).is_none() {
                changes.insert(path.to_owned(), None);
            }
        }
        Ok(Self(changes))
    }

    /// Nothing is different.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// `before` with these changes made.
    pub fn made_in(&self, before: Files) -> Files {
        self.0.iter().fold(before, |files, (path, text)| match text {
            Some(text) => files.with(path.clone(), text.clone()),
            None => files.without(path),
        })
    }
}

/// A change of the knowledge that somebody works on: there is one at a time.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Proposal {
    /// Its number.
    pub id: ProposalId,
    /// Whose it is.
    pub by: Author,
    /// What it is about, in a few words: it becomes the note of the release.
    pub note: String,
    /// The release it changes.
    pub based_on: ReleaseNumber,
    /// When it was begun.
    pub begun: Moment,
    /// Has it been checked, so that it may be published?
    pub is_ready: bool,
    /// The line in which its author sees it.
    pub line: LineId,
    /// What it changes.
    pub changes: Changes,
    /// The question of a client that it is made for.
    pub question: Option<QuestionId>,
}
