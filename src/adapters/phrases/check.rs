//! Everything that can be wrong with a file of phrases, all at once, with line and mend.

use std::collections::BTreeSet;

use fluent_bundle::FluentResource;
use fluent_syntax::ast::{Entry, Pattern};
use fluent_syntax::parser::ParserError;

use super::PhraseFault;
use super::uses::{Use, uses};
use crate::domain::in_both::{InBoth, in_both};
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
            what: in_both!("dit bestand ontbreekt", "this file is missing"),
            mend: in_both!(
                "kopieer het bestand van een andere taal onder deze naam, en vertaal het",
                "copy the file of another language under this name and translate it"
            ),
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
                in_both!("`{key}` staat hier twee keer", "`{key}` stands here twice"),
                in_both!("laat een van de twee staan", "keep one of the two"),
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
            in_both!("dit is niet te lezen: {error}", "this can't be read: {error}"),
            in_both!(
                "schrijf `naam = zin`; laat de regels daaronder inspringen, en sluit elke `{{` met `}}`",
                "write `key = sentence`; indent the lines that follow, and close every `{{`"
            ),
        )
    }

    fn missing(&self) -> impl Iterator<Item = PhraseFault> {
        keys().filter(|(key, _)| !self.sentences.iter().any(|(has, _)| has == key)).map(|(key, values)| {
            let filled = values.iter().map(|value| format!("{{ ${value} }}")).collect::<Vec<_>>().join(", ");
            let mend = if filled.is_empty() {
                in_both!("zet er een regel `{key} = …` bij", "add a line `{key} = …`")
            } else {
                in_both!(
                    "zet er een regel `{key} = …` bij; je mag er {filled} in gebruiken",
                    "add a line `{key} = …`; in it you may use {filled}"
                )
            };
            let what = in_both!("de zin `{key}` ontbreekt", "the sentence `{key}` is missing");
            self.fault(self.text.lines().count().max(1), what, mend)
        })
    }

    fn unknown(&self, key: &str) -> PhraseFault {
        let mend = in_both!(
            "haal de regel weg, of verbeter de naam als er een tikfout in staat",
            "remove it, or correct the key if it is misspelt"
        );
        self.fault(self.last_line_of(key), in_both!("de bot zegt `{key}` nooit", "nobody says `{key}`"), mend)
    }

    fn wrong_uses(&self, key: &str, pattern: &Pattern<&str>, values: &[&str]) -> Vec<PhraseFault> {
        let found: BTreeSet<Use<'_>> = uses(pattern).into_iter().collect();
        found
            .into_iter()
            .filter_map(|one| self.wrong(key, one, values))
            .map(|(what, mend)| self.fault(self.last_line_of(key), what, mend))
            .collect()
    }

    /// What is wrong with one use, and how to mend it.
    fn wrong(&self, key: &str, one: Use<'_>, values: &[&str]) -> Option<(InBoth, InBoth)> {
        match one {
            Use::Value(name) if values.contains(&name) => None,
            Use::Value(name) => {
                let mend = if values.is_empty() {
                    in_both!(
                        "in deze zin vult de bot niets in: schrijf de woorden zelf",
                        "this sentence has no values: write the words themselves"
                    )
                } else {
                    in_both!("kies uit ${known}", "use one of ${known}"; known = values.join(", $"))
                };
                let what = in_both!(
                    "`{key}` vraagt om ${name}, en dat vult niemand in",
                    "`{key}` asks for ${name}, which nobody fills in"
                );
                Some((what, mend))
            }
            Use::Sentence(name) if self.sentences.iter().any(|(key, _)| *key == name) => None,
            Use::Term(name) if self.terms.contains(name) => None,
            Use::Sentence(name) => Some((
                in_both!(
                    "`{key}` wijst naar `{name}`, en dat bestaat niet",
                    "`{key}` points to `{name}`, which does not exist"
                ),
                in_both!("schrijf $ voor wat de bot invult", "write $ in front of a value"),
            )),
            Use::Term(name) => Some((
                in_both!(
                    "`{key}` wijst naar `-{name}`, en dat bestaat niet",
                    "`{key}` points to `-{name}`, which does not exist"
                ),
                in_both!("zet er een regel `-{name} = …` bij", "add a line `-{name} = …`"),
            )),
            Use::Function(name) => Some((
                in_both!(
                    "`{key}` gebruikt {name}(), en dat kennen we niet",
                    "`{key}` uses {name}(), which we don't have"
                ),
                in_both!("schrijf wat er wordt ingevuld zonder {name}()", "use the value without it"),
            )),
        }
    }

    /// The line on which the last sentence with this key begins.
    fn last_line_of(&self, key: &str) -> usize {
        let begins = |line: &str| line.strip_prefix(key).is_some_and(|rest| rest.trim_start().starts_with('='));
        let lines = self.text.lines().enumerate().filter(|(_, line)| begins(line));
        lines.last().map_or(1, |(index, _)| index + 1)
    }

    fn fault(&self, line: usize, what: InBoth, mend: InBoth) -> PhraseFault {
        PhraseFault { file: self.name.to_owned(), line, what, mend }
    }
}

pub(super) fn line_at(text: &str, byte: usize) -> usize {
    text.bytes().take(byte).filter(|byte| *byte == b'\n').count() + 1
}
