//! Everything that can be wrong with a file of phrases, all at once, with line and mend.

use std::collections::BTreeSet;

use fluent_bundle::FluentResource;
use fluent_syntax::ast::{Entry, Pattern};
use fluent_syntax::parser::ParserError;

use super::PhraseFault;
use super::uses::{Use, uses};
use crate::domain::language::Language;
use crate::ports::phrase_keys::keys;

/// One file while it is checked.
struct File<'a> {
    name: &'a str,
    text: &'a str,
    sentences: Vec<(&'a str, &'a Pattern<&'a str>)>,
    terms: BTreeSet<&'a str>,
}

/// A fault for every language without a file.
pub(super) fn missing_languages(files: &[(Language, &str, &str)]) -> Vec<PhraseFault> {
    Language::ALL
        .into_iter()
        .filter(|language| !files.iter().any(|(has, ..)| has == language))
        .map(|language| PhraseFault {
            file: format!("{}.ftl", language.code()),
            line: 1,
            what: "this file is missing".to_owned(),
            mend: "copy the file of another language under this name and translate it".to_owned(),
        })
        .collect()
}

/// All faults of one file, in the order of its lines.
pub(super) fn faults(name: &str, text: &str, resource: &FluentResource, errors: &[ParserError]) -> Vec<PhraseFault> {
    let file = File::read(name, text, resource);
    let mut faults: Vec<PhraseFault> = errors.iter().map(|error| file.unreadable(error)).collect();
    faults.extend(file.missing());
    for (at, (key, pattern)) in file.sentences.iter().enumerate() {
        if file.sentences.iter().take(at).any(|(earlier, _)| earlier == key) {
            faults.push(file.fault(
                file.last_line_of(key),
                format!("`{key}` stands here twice"),
                "keep one of the two".to_owned(),
            ));
        }
        match keys().find(|(known, _)| known == key) {
            Some((_, values)) => faults.extend(file.wrong_uses(key, pattern, values)),
            None => faults.push(file.unknown(key)),
        }
    }
    faults.sort_by_key(|fault| fault.line);
    faults
}

impl<'a> File<'a> {
    fn read(name: &'a str, text: &'a str, resource: &'a FluentResource) -> Self {
        let mut file = Self { name, text, sentences: Vec::new(), terms: BTreeSet::new() };
        for entry in resource.entries() {
            match entry {
                Entry::Message(message) => {
                    file.sentences.extend(message.value.as_ref().map(|value| (message.id.name, value)));
                }
                Entry::Term(term) => drop(file.terms.insert(term.id.name)),
                _ => {}
            }
        }
        file
    }

    fn unreadable(&self, error: &ParserError) -> PhraseFault {
        self.fault(
            line_at(self.text, error.pos.start),
            format!("this can't be read: {error}"),
            "write `key = sentence`; indent the lines that follow, and close every `{`".to_owned(),
        )
    }

    fn missing(&self) -> impl Iterator<Item = PhraseFault> {
        keys().filter(|(key, _)| !self.sentences.iter().any(|(has, _)| has == key)).map(|(key, values)| {
            let filled: Vec<String> = values.iter().map(|value| format!("{{ ${value} }}")).collect();
            let mend = if filled.is_empty() {
                format!("add a line `{key} = …`")
            } else {
                format!("add a line `{key} = …`; in it you may use {}", filled.join(", "))
            };
            self.fault(self.text.lines().count().max(1), format!("the sentence `{key}` is missing"), mend)
        })
    }

    fn unknown(&self, key: &str) -> PhraseFault {
        let mend = "remove it, or correct the key if it is misspelt".to_owned();
        self.fault(self.last_line_of(key), format!("nobody says `{key}`"), mend)
    }

    fn wrong_uses(&self, key: &str, pattern: &Pattern<&str>, values: &[&str]) -> Vec<PhraseFault> {
        let found: BTreeSet<(String, String)> =
            uses(pattern).into_iter().filter_map(|one| self.wrong(one, values)).collect();
        found
            .into_iter()
            .map(|(what, mend)| self.fault(self.last_line_of(key), format!("`{key}` {what}"), mend))
            .collect()
    }

    /// What is wrong with one use, and how to mend it.
    fn wrong(&self, one: Use<'_>, values: &[&str]) -> Option<(String, String)> {
        match one {
            Use::Value(name) if values.contains(&name) => None,
            Use::Value(name) => {
                let mend = if values.is_empty() {
                    "this sentence has no values: write the words themselves".to_owned()
                } else {
                    format!("use one of ${}", values.join(", $"))
                };
                Some((format!("asks for ${name}, which nobody fills in"), mend))
            }
            Use::Sentence(name) if self.sentences.iter().any(|(key, _)| *key == name) => None,
            Use::Term(name) if self.terms.contains(name) => None,
            Use::Sentence(name) => {
                Some((format!("points to `{name}`, which does not exist"), "write $ in front of a value".to_owned()))
            }
            Use::Term(name) => {
                Some((format!("points to `-{name}`, which does not exist"), format!("add a line `-{name} = …`")))
            }
            Use::Function(name) => {
                Some((format!("uses {name}(), which we don't have"), "use the value without it".to_owned()))
            }
        }
    }

    /// The line on which the last sentence with this key begins.
    fn last_line_of(&self, key: &str) -> usize {
        let begins = |line: &str| line.strip_prefix(key).is_some_and(|rest| rest.trim_start().starts_with('='));
        let lines = self.text.lines().enumerate().filter(|(_, line)| begins(line));
        lines.last().map_or(1, |(index, _)| index + 1)
    }

    fn fault(&self, line: usize, what: String, mend: String) -> PhraseFault {
        PhraseFault { file: self.name.to_owned(), line, what, mend }
    }
}

pub(super) fn line_at(text: &str, byte: usize) -> usize {
    text.bytes().take(byte).filter(|byte| *byte == b'\n').count() + 1
}
