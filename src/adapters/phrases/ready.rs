//! Ready texts for managers: `knowledge/texts/nl.ftl` and `en.ftl`. Their names are the editors' own.

use std::collections::{BTreeMap, BTreeSet};

use fluent_bundle::FluentResource;
use fluent_bundle::concurrent::FluentBundle;
use fluent_syntax::ast::{Entry, Pattern};

use super::check::line_at;
use super::uses::{Use, uses};
use super::{PhraseFault, bundle, filled};
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
            let fault = |line, what: String, mend: &str| PhraseFault {
                file: (*file).to_owned(),
                line,
                what,
                mend: mend.to_owned(),
            };
            let (resource, errors) = match FluentResource::try_new((*text).to_owned()) {
                Ok(resource) => (resource, Vec::new()),
                Err((resource, errors)) => (resource, errors),
            };
            for error in errors {
                let mend = "write `name = text`; indent the lines that follow, and close every `{`";
                faults.push(fault(line_at(text, error.pos.start), format!("this can't be read: {error}"), mend));
            }
            let names = names_of.entry(file).or_default();
            for (name, pattern) in sentences(&resource) {
                if !names.insert(name.to_owned()) {
                    faults.push(fault(
                        last_line_of(text, name),
                        format!("`{name}` stands here twice"),
                        "keep one of the two",
                    ));
                }
                if name.chars().any(char::is_uppercase) {
                    let mend = "write it in small letters: that is how /tekst looks for it";
                    faults.push(fault(last_line_of(text, name), format!("nobody finds `{name}`"), mend));
                }
                texts.names.insert(name.to_owned());
                for wrong in uses(pattern).into_iter().filter(|one| !is_known(*one)) {
                    let what = format!("`{name}` uses {}, which nobody fills in", said(wrong));
                    let mend = format!("use one of ${}", TEXT_VALUES.join(", $"));
                    faults.push(fault(last_line_of(text, name), what, &mend));
                }
            }
            texts.bundles.insert(*language, bundle(*language, resource));
        }
        for (file, names) in &names_of {
            for name in texts.names.iter().filter(|name| !names.contains(*name)) {
                faults.push(PhraseFault {
                    file: (*file).to_owned(),
                    line: 1,
                    what: format!("the text `{name}` is missing here, and stands in another language"),
                    mend: format!("add a line `{name} = …`, or take it out of the other file"),
                });
            }
        }
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
