//! Ready texts for managers: `knowledge/texts/nl.ftl` and `en.ftl`. Their names are the editors' own.

use std::collections::{BTreeMap, BTreeSet};

use fluent_bundle::FluentResource;
use fluent_bundle::concurrent::FluentBundle;
use fluent_syntax::ast::{Entry, Pattern};

use super::check::line_at;
use super::uses::{Use, uses};
use super::{PhraseFault, bundle, filled};
use crate::domain::in_both::{InBoth, in_both};
use crate::domain::language::Language;
use crate::ports::phrase_keys::TEXT_VALUES;
use crate::ports::phrases::{Unfilled, Value};

/// All ready texts in all languages.
#[derive(Default)]
pub(super) struct ReadyTexts {
    bundles: BTreeMap<Language, FluentBundle<FluentResource>>,
    names: BTreeSet<String>,
}

impl ReadyTexts {
    /// The texts of these files, or everything that is wrong with them. Without files there are no ready texts.
    pub(super) fn load(files: &[(Language, &str, &str)]) -> Result<Self, Vec<PhraseFault>> {
        let mut texts = Self::default();
        let mut faults = Vec::new();
        let mut names_of: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
        for (language, file, text) in files {
            let fault = |line, what: InBoth, mend: InBoth| PhraseFault { file: (*file).to_owned(), line, what, mend };
            let (resource, errors) = match FluentResource::try_new((*text).to_owned()) {
                Ok(resource) => (resource, Vec::new()),
                Err((resource, errors)) => (resource, errors),
            };
            for error in errors {
                let what = in_both!("dit is niet te lezen: {error}", "this can't be read: {error}");
                let mend = in_both!(
                    "schrijf `naam = tekst`; laat de regels daaronder inspringen, en sluit elke `{{` met `}}`",
                    "write `name = text`; indent the lines that follow, and close every `{{`"
                );
                faults.push(fault(line_at(text, error.pos.start), what, mend));
            }
            let names = names_of.entry(file).or_default();
            for (name, pattern) in sentences(&resource) {
                if !names.insert(name.to_owned()) {
                    faults.push(fault(
                        last_line_of(text, name),
                        in_both!("`{name}` staat hier twee keer", "`{name}` stands here twice"),
                        in_both!("laat een van de twee staan", "keep one of the two"),
                    ));
                }
                if name.chars().any(char::is_uppercase) {
                    let what = in_both!("niemand vindt `{name}`", "nobody finds `{name}`");
                    let mend = in_both!(
                        "schrijf het in kleine letters: zo zoekt /tekst ernaar",
                        "write it in small letters: that is how /tekst looks for it"
                    );
                    faults.push(fault(last_line_of(text, name), what, mend));
                }
                texts.names.insert(name.to_owned());
                for wrong in uses(pattern).into_iter().filter(|one| !is_known(*one)) {
                    let what = in_both!(
                        "`{name}` gebruikt {used}, en dat vult niemand in",
                        "`{name}` uses {used}, which nobody fills in"; used = said(wrong)
                    );
                    let mend = in_both!("kies uit ${known}", "use one of ${known}"; known = TEXT_VALUES.join(", $"));
                    faults.push(fault(last_line_of(text, name), what, mend));
                }
            }
            texts.bundles.insert(*language, bundle(*language, resource));
        }
        faults.extend(missing(&names_of, &texts.names));
        if faults.is_empty() { Ok(texts) } else { Err(faults) }
    }

    pub(super) fn names(&self) -> Vec<String> {
        self.names.iter().cloned().collect()
    }

    pub(super) fn fill(&self, language: Language, name: &str, values: &[(&str, Value)]) -> Result<String, Unfilled> {
        let bundle = self.bundles.get(&language).or_else(|| self.bundles.get(&Language::default()));
        let bundle = bundle.ok_or(Unfilled::Unknown)?;
        let pattern = bundle.get_message(name).and_then(|message| message.value()).ok_or(Unfilled::Unknown)?;
        let has = |wanted: &str| values.iter().any(|(name, value)| *name == wanted && !is_empty(value));
        let missing: BTreeSet<String> = uses(pattern)
            .into_iter()
            .filter_map(|one| if let Use::Value(name) = one { Some(name) } else { None })
            .filter(|name| !has(name))
            .map(str::to_owned)
            .collect();
        if missing.is_empty() {
            filled(bundle, pattern, values).map_err(Unfilled::Missing)
        } else {
            Err(Unfilled::Missing(missing.into_iter().collect()))
        }
    }
}

/// A fault for every text that is not there in every language.
fn missing(names_of: &BTreeMap<&str, BTreeSet<String>>, all: &BTreeSet<String>) -> Vec<PhraseFault> {
    let mut faults = Vec::new();
    for (file, names) in names_of {
        for name in all.difference(names) {
            faults.push(PhraseFault {
                file: (*file).to_owned(),
                line: 1,
                what: in_both!(
                    "de tekst `{name}` ontbreekt hier, en staat wel in een andere taal",
                    "the text `{name}` is missing here, and stands in another language"
                ),
                mend: in_both!(
                    "zet er een regel `{name} = …` bij, of haal hem uit het andere bestand",
                    "add a line `{name} = …`, or take it out of the other file"
                ),
            });
        }
    }
    faults
}

fn is_empty(value: &Value) -> bool {
    matches!(value, Value::Text(text) if text.trim().is_empty())
}

fn sentences(resource: &FluentResource) -> impl Iterator<Item = (&str, &Pattern<&str>)> {
    resource.entries().filter_map(|entry| match entry {
        Entry::Message(message) => message.value.as_ref().map(|value| (message.id.name, value)),
        _ => None,
    })
}

fn is_known(one: Use<'_>) -> bool {
    matches!(one, Use::Value(name) if TEXT_VALUES.contains(&name))
}

fn said(one: Use<'_>) -> String {
    match one {
        Use::Value(name) => format!("${name}"),
        Use::Sentence(name) => name.to_owned(),
        Use::Term(name) => format!("-{name}"),
        Use::Function(name) => format!("{name}()"),
    }
}

/// The line on which the last text with this name begins.
fn last_line_of(text: &str, name: &str) -> usize {
    let begins = |line: &str| line.strip_prefix(name).is_some_and(|rest| rest.trim_start().starts_with('='));
    text.lines().enumerate().filter(|(_, line)| begins(line)).last().map_or(1, |(at, _)| at + 1)
}
