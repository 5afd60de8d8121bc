//! The sentences of the bot from Fluent files: `knowledge/phrases/nl.ftl` and `en.ftl`.
//!
//! A phrasebook that exists is whole: every sentence the house needs stands in it in every language, and asks for
//! no value that the house does not give. Numbers and dates come in as text; only counts decide about a plural.

mod check;
mod ready;
mod uses;

use std::collections::BTreeMap;
use std::fmt;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use fluent_syntax::ast::Pattern;
use unic_langid::LanguageIdentifier;

use self::ready::ReadyTexts;
use crate::domain::in_both::InBoth;
use crate::domain::language::Language;
use crate::ports::phrases::{Phrases, Unfilled, Value};

/// Something wrong in a file of phrases.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct PhraseFault {
    /// The file.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// What is wrong.
    pub what: InBoth,
    /// How to mend it.
    pub mend: InBoth,
}

/// All sentences in all languages.
pub struct Phrasebook {
    bundles: BTreeMap<Language, FluentBundle<FluentResource>>,
    ready: ReadyTexts,
}

impl Phrasebook {
    /// The phrasebook of these files (language, file name, text), or everything that is wrong with them.
    pub fn load(files: &[(Language, &str, &str)]) -> Result<Self, Vec<PhraseFault>> {
        let mut bundles = BTreeMap::new();
        let mut faults = check::missing_languages(files);
        for (language, file, text) in files {
            let (resource, errors) = match FluentResource::try_new((*text).to_owned()) {
                Ok(resource) => (resource, Vec::new()),
                Err((resource, errors)) => (resource, errors),
            };
            faults.extend(check::faults(file, text, &resource, &errors));
            bundles.insert(*language, bundle(*language, resource));
        }
        if faults.is_empty() { Ok(Self { bundles, ready: ReadyTexts::default() }) } else { Err(faults) }
    }

    /// This phrasebook with the ready texts of these files, or everything that is wrong with them.
    pub fn with_ready_texts(self, files: &[(Language, &str, &str)]) -> Result<Self, Vec<PhraseFault>> {
        Ok(Self { ready: ReadyTexts::load(files)?, ..self })
    }
}

fn bundle(language: Language, resource: FluentResource) -> FluentBundle<FluentResource> {
    let locale: LanguageIdentifier = language.code().parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![locale]);
    // Marks around values would be invisible characters in every message.
    bundle.set_use_isolating(false);
    bundle.add_resource_overriding(resource);
    bundle
}

impl Phrases for Phrasebook {
    fn say(&self, language: Language, key: &str, values: &[(&str, Value)]) -> String {
        let Some(bundle) = self.bundles.get(&language) else { return key.to_owned() };
        let Some(pattern) = bundle.get_message(key).and_then(|message| message.value()) else { return key.to_owned() };
        let arguments: FluentArgs<'_> = values.iter().map(|(name, value)| (*name, fluent(value))).collect();
        // A value that is missing shows as its name: the check at loading knows no such sentence.
        bundle.format_pattern(pattern, Some(&arguments), &mut Vec::new()).into_owned()
    }

    fn ready_texts(&self) -> Vec<String> {
        self.ready.names()
    }

    fn fill(&self, language: Language, name: &str, values: &[(&str, Value)]) -> Result<String, Unfilled> {
        self.ready.fill(language, name, values)
    }

    fn has(&self, language: Language, key: &str) -> bool {
        self.bundles.get(&language).is_some_and(|bundle| bundle.has_message(key))
    }
}

/// A pattern with its values, or what went wrong with each.
fn filled(
    bundle: &FluentBundle<FluentResource>,
    pattern: &Pattern<&str>,
    values: &[(&str, Value)],
) -> Result<String, Vec<String>> {
    let arguments: FluentArgs<'_> = values.iter().map(|(name, value)| (*name, fluent(value))).collect();
    let mut errors = Vec::new();
    let text = bundle.format_pattern(pattern, Some(&arguments), &mut errors).into_owned();
    if errors.is_empty() { Ok(text) } else { Err(errors.iter().map(ToString::to_string).collect()) }
}

fn fluent(value: &Value) -> FluentValue<'_> {
    match value {
        Value::Text(text) => FluentValue::from(text.as_str()),
        Value::Number(number) => FluentValue::from(*number),
    }
}

impl fmt::Debug for Phrasebook {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Phrasebook").field("languages", &self.bundles.keys()).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests;
