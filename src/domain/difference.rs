//! What differs between two releases of the catalogue, entry by entry and field by field.

use std::collections::BTreeMap;
use std::fmt::Display;

use jiff::civil::Date;

use super::catalogue::Catalogue;
use super::entry::{Entry, EntryText, Section};
use super::ids::EntryId;
use super::language::Language;

/// A part of an entry that can differ.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub enum Field {
    /// Kind, form or trades: what it is.
    Nature,
    /// Whether it can be used.
    Status,
    /// Since when it is out of use for a while.
    Paused,
    /// The first day.
    Opens,
    /// The last day.
    Closes,
    /// Where it holds.
    Areas,
    /// Its themes.
    Themes,
    /// The organisation behind it.
    Provider,
    /// What came instead.
    Successor,
    /// What it goes together with, or not.
    Relations,
    /// The official page and the sources.
    Sources,
    /// When it was checked, and when that must be done again.
    Review,
    /// What an editor must look up.
    ToCheck,
    /// Its title in a language.
    Title(Language),
    /// Its other names.
    Names(Language),
    /// Its summary.
    Summary(Language),
    /// One of its sections.
    Text(Language, Section),
    /// How people ask for it.
    Questions(Language),
}

/// A field before and after.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Change {
    /// Which.
    pub field: Field,
    /// What it said; empty when there was nothing.
    pub before: String,
    /// What it says.
    pub after: String,
}

/// What differs between two releases.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Difference {
    /// Entries that are new.
    pub new: Vec<EntryId>,
    /// Entries that say something else, with what.
    pub changed: Vec<(EntryId, Vec<Change>)>,
    /// Entries that are gone.
    pub gone: Vec<EntryId>,
    /// Entries that could be used when they were written and whose last day is past.
    pub expired: Vec<EntryId>,
}

impl Difference {
    /// What differs in `after`, as it stands on `today`.
    pub fn between(before: &Catalogue, after: &Catalogue, today: Date) -> Self {
        let mut difference = Self::default();
        for entry in after.entries() {
            match before.entry(&entry.id) {
                None => difference.new.push(entry.id.clone()),
                Some(earlier) => {
                    let changes = changes(earlier, entry);
                    if !changes.is_empty() {
                        difference.changed.push((entry.id.clone(), changes));
                    }
                }
            }
            if entry.status.on(today, entry.opens, entry.closes).is_over() && !entry.status.is_over() {
                difference.expired.push(entry.id.clone());
            }
        }
        let is_gone = |entry: &&Entry| after.entry(&entry.id).is_none();
        difference.gone = before.entries().filter(is_gone).map(|entry| entry.id.clone()).collect();
        difference
    }

    /// Do both say the same?
    pub fn is_empty(&self) -> bool {
        self.new.is_empty() && self.changed.is_empty() && self.gone.is_empty()
    }
}

fn changes(before: &Entry, after: &Entry) -> Vec<Change> {
    let (before, mut after) = (fields(before), fields(after));
    let mut changes = Vec::new();
    for (field, was) in before {
        let is = after.remove(&field).unwrap_or_default();
        if is != was {
            changes.push(Change { field, before: was, after: is });
        }
    }
    let new = after.into_iter().filter(|(_, is)| !is.is_empty());
    changes.extend(new.map(|(field, after)| Change { field, before: String::new(), after }));
    changes
}

/// Every field with what it says.
fn fields(entry: &Entry) -> BTreeMap<Field, String> {
    let form = entry.form.map(|form| format!("{form:?}").to_lowercase());
    let nature = [Some(entry.kind.word().to_owned()), form].into_iter().flatten().chain(entry.sectors.iter().cloned());
    let relations = [&entry.related, &entry.stacks_with, &entry.excludes].map(listed);
    let mut fields = BTreeMap::from([
        (Field::Nature, listed(nature)),
        (Field::Status, format!("{:?}", entry.status).to_lowercase()),
        (Field::Paused, written(entry.paused)),
        (Field::Opens, written(entry.opens)),
        (Field::Closes, written(entry.closes)),
        (Field::Areas, listed(&entry.areas)),
        (Field::Themes, listed(&entry.themes)),
        (Field::Provider, written(entry.provider.as_ref())),
        (Field::Successor, written(entry.successor.as_ref())),
        (Field::Relations, relations.join(" · ").trim_matches([' ', '·']).to_owned()),
        (Field::Sources, listed(std::iter::once(&entry.url).chain(&entry.sources))),
        (Field::Review, format!("{} · {}", entry.verified.written(), entry.review_by)),
        (Field::ToCheck, entry.to_check.clone().unwrap_or_default()),
    ]);
    for (language, text) in &entry.text {
        fields.extend(texts(*language, text));
    }
    fields
}

fn texts(language: Language, text: &EntryText) -> impl Iterator<Item = (Field, String)> {
    let own = [
        (Field::Title(language), text.title.clone()),
        (Field::Names(language), listed(&text.also)),
        (Field::Summary(language), text.summary.clone()),
        (Field::Questions(language), text.questions.join("\n")),
    ];
    own.into_iter()
        .chain(text.sections.iter().map(move |(section, says)| (Field::Text(language, *section), says.clone())))
}

fn written(value: Option<impl Display>) -> String {
    value.map_or_else(String::new, |value| value.to_string())
}

fn listed<T: Display>(all: impl IntoIterator<Item = T>) -> String {
    all.into_iter().map(|one| one.to_string()).collect::<Vec<_>>().join(", ")
}
