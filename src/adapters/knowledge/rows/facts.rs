//! The header of an entry, read and changed key by key; comments and order stay as they were.

use toml_edit::{Array, Datetime, DocumentMut, Formatted, Item, Value};

use super::columns::{Fact, THEMES};
use super::vocabulary::{List, Vocabulary};
use crate::domain::sheet::CellProblem;

/// The keys in the order in which the house writes them.
const ORDER: [&str; 24] = [
    "id",
    "aliases",
    "kind",
    "form",
    "provider",
    "areas",
    THEMES,
    "sectors",
    "status",
    "opens",
    "closes",
    "successor",
    "url",
    "sources",
    "verified",
    "review_by",
    "confidence",
    "to_check",
    "also_nl",
    "also_en",
    "related",
    "stacks_with",
    "excludes",
    "shares",
];

/// The lists that every entry has, be they empty.
const ALWAYS: [&str; 4] = ["sources", "also_nl", "also_en", "related"];

/// The header of a new entry, with nothing in it.
pub(super) fn empty() -> DocumentMut {
    let mut header = DocumentMut::new();
    for key in ALWAYS {
        header.insert(key, Item::Value(Value::Array(Array::new())));
    }
    header
}

/// The cell of a fact.
pub(super) fn cell(header: &DocumentMut, fact: Fact, vocabulary: &Vocabulary) -> String {
    match fact {
        Fact::Line(key) | Fact::Day(key) | Fact::Lines(key) | Fact::Ids(key) => all(header, key).join("\n"),
        Fact::Word(key, list) => {
            let written = all(header, key).join("\n");
            vocabulary.word(list, &written).to_owned()
        }
        Fact::MainTheme => themes(header, vocabulary).into_iter().next().unwrap_or_default(),
        Fact::OtherThemes => themes(header, vocabulary).into_iter().skip(1).collect::<Vec<_>>().join("\n"),
        Fact::Text(..) => String::new(),
    }
}

/// Puts a cell, in its canonical form, where its fact stands.
pub(super) fn put(
    header: &mut DocumentMut,
    fact: Fact,
    cell: &str,
    vocabulary: &Vocabulary,
) -> Result<(), CellProblem> {
    let code = |list: List, word: &str| vocabulary.code(list, word).unwrap_or(word).to_owned();
    match fact {
        Fact::Line(key) => put_value(header, key, (!cell.is_empty()).then(|| cell.into())),
        Fact::Word(key, list) => put_value(header, key, (!cell.is_empty()).then(|| code(list, cell).into())),
        Fact::Day(key) if cell.is_empty() => put_value(header, key, None),
        Fact::Day(key) => {
            let day: Datetime = cell.parse().map_err(|_| CellProblem::NotADay)?;
            put_value(header, key, Some(Value::Datetime(Formatted::new(day))));
        }
        Fact::Lines(key) | Fact::Ids(key) => put_list(header, key, cell.lines().map(str::to_owned)),
        Fact::MainTheme => {
            let others = all(header, THEMES).into_iter().skip(1);
            let main = (!cell.is_empty()).then(|| code(List::Theme, cell));
            put_list(header, THEMES, main.into_iter().chain(others).collect::<Vec<_>>());
        }
        Fact::OtherThemes => {
            let main = all(header, THEMES).into_iter().take(1);
            put_list(header, THEMES, main.chain(cell.lines().map(|word| code(List::Theme, word))).collect::<Vec<_>>());
        }
        Fact::Text(..) => {}
    }
    Ok(())
}

fn themes(header: &DocumentMut, vocabulary: &Vocabulary) -> Vec<String> {
    all(header, THEMES).iter().map(|code| vocabulary.word(List::Theme, code).to_owned()).collect()
}

/// The value of a key, or the values of its list, as they read.
fn all(header: &DocumentMut, key: &str) -> Vec<String> {
    match header.get(key).and_then(Item::as_value) {
        None => Vec::new(),
        Some(Value::Array(values)) => values.iter().map(read).collect(),
        Some(value) => vec![read(value)],
    }
}

fn read(value: &Value) -> String {
    match value {
        Value::String(text) => text.value().clone(),
        Value::Datetime(day) => day.value().to_string(),
        other => other.to_string().trim().to_owned(),
    }
}

fn put_list(header: &mut DocumentMut, key: &str, values: impl IntoIterator<Item = String>) {
    let list: Array = values.into_iter().collect();
    let is_needed = !list.is_empty() || header.contains_key(key);
    if is_needed {
        put_value(header, key, Some(Value::Array(list)));
    }
}

fn put_value(header: &mut DocumentMut, key: &str, value: Option<Value>) {
    let Some(mut value) = value else {
        header.remove(key);
        return;
    };
    if let Some(old) = header.get_mut(key).and_then(Item::as_value_mut) {
        // What somebody wrote behind it stays.
        *value.decor_mut() = old.decor().clone();
        *old = value;
        return;
    }
    header.insert(key, Item::Value(value));
    let place = |key: &str| ORDER.iter().position(|known| *known == key).unwrap_or(ORDER.len());
    header.sort_values_by(|one, _, other, _| place(one.get()).cmp(&place(other.get())));
}
