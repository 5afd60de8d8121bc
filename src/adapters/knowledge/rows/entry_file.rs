//! An entry's file as cells, and with cells changed.

use toml_edit::DocumentMut;

use super::columns::{COLUMNS, Fact};
use super::facts;
use super::texts::{self, Texts};
use super::vocabulary::Vocabulary;
use crate::adapters::knowledge::{header, pages};
use crate::domain::entry::Kind;
use crate::domain::files::Files;
use crate::domain::sheet::CellProblem;

/// The mark that some editors put in front of a text.
const MARK: char = '\u{FEFF}';

/// An entry's file, taken apart.
pub(super) struct EntryFile {
    pub(super) id: String,
    pub(super) kind: Kind,
    facts: DocumentMut,
    texts: Texts,
    /// What stands before and behind the facts; behind them the body as it was written.
    before: String,
    behind: String,
    body: String,
}

/// The entries among these files, each with its path and what it says.
pub(super) fn texts_of(files: &Files) -> impl Iterator<Item = (&str, &str)> {
    files
        .iter()
        .filter(|(path, _)| pages::kind_of(path).is_some())
        .filter_map(|(path, _)| Some((path, files.text(path)?)))
}

/// The id and the kind that an entry's header tells; `None` when there is none, or no usable one.
pub(super) fn name(text: &str) -> Option<(String, Kind)> {
    let text = text.trim_start_matches(MARK);
    let (place, _) = header::fences(text)?;
    let facts: DocumentMut = text.get(place)?.parse().ok()?;
    named(&facts)
}

/// The path at which an entry lies.
pub(super) fn path(kind: Kind, id: &str) -> String {
    format!("{}/{id}.md", kind.folder())
}

/// Is this an id: small letters, digits and hyphens?
pub(super) fn is_id(written: &str) -> bool {
    const LONGEST: usize = 80;
    let fits = |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-';
    !written.is_empty() && written.len() <= LONGEST && written.chars().all(fits)
}

fn named(facts: &DocumentMut) -> Option<(String, Kind)> {
    let id = facts.get("id")?.as_str().filter(|id| is_id(id))?;
    let word = facts.get("kind")?.as_str()?;
    let kind = Kind::ALL.into_iter().find(|kind| kind.word() == word)?;
    Some((id.to_owned(), kind))
}

impl EntryFile {
    /// The file that says `text`; `None` when it can't be taken apart without loss.
    pub(super) fn read(text: &str) -> Option<Self> {
        let text = text.trim_start_matches(MARK);
        let (place, begin) = header::fences(text)?;
        let facts: DocumentMut = text.get(place.clone())?.parse().ok()?;
        let (id, kind) = named(&facts)?;
        Some(Self {
            texts: texts::read(text, begin, kind)?,
            before: text.get(..place.start)?.to_owned(),
            behind: text.get(place.end..begin)?.to_owned(),
            body: text.get(begin..)?.to_owned(),
            id,
            kind,
            facts,
        })
    }

    /// A file that does not exist yet.
    pub(super) fn new(id: &str, kind: Kind) -> Self {
        Self {
            id: id.to_owned(),
            kind,
            facts: facts::empty(),
            texts: Texts::new(),
            before: "+++\n".to_owned(),
            behind: "+++\n".to_owned(),
            body: String::new(),
        }
    }

    /// The cell of a column.
    pub(super) fn cell(&self, fact: Fact, vocabulary: &Vocabulary) -> String {
        match fact {
            Fact::Text(language, piece) => self.texts.get(&(language, piece)).cloned().unwrap_or_default(),
            fact => facts::cell(&self.facts, fact, vocabulary),
        }
    }

    /// The row of this entry.
    pub(super) fn cells(&self, vocabulary: &Vocabulary) -> Vec<String> {
        COLUMNS.iter().map(|column| self.cell(column.fact, vocabulary)).collect()
    }

    /// Puts a cell, in its canonical form, in its place.
    pub(super) fn put(&mut self, fact: Fact, cell: &str, vocabulary: &Vocabulary) -> Result<(), CellProblem> {
        match fact {
            Fact::Text(language, piece) => drop(self.texts.insert((language, piece), cell.to_owned())),
            fact => facts::put(&mut self.facts, fact, cell, vocabulary)?,
        }
        Ok(())
    }

    /// Makes it an entry of another kind, with the headings of that kind.
    pub(super) const fn become_a(&mut self, kind: Kind) {
        self.kind = kind;
    }

    /// The file with its facts as they are now, and its body as it was.
    pub(super) fn with_facts(&self) -> String {
        format!("{}{}{}{}", self.before, self.facts, self.behind, self.body)
    }

    /// The file with facts and texts as they are now.
    pub(super) fn written(&self) -> String {
        format!("{}{}{}\n{}", self.before, self.facts, self.behind, texts::body(self.kind, &self.texts))
    }
}
