//! The entries as the scorer reads them: the terms of each field and of each example question.

use rustc_hash::{FxHashMap, FxHashSet};

use super::analyst::Analyst;
use super::grams::{Gram, Grams, grams};
use super::letters::Letters;
use super::vocabulary::{TermId, Vocabulary};
use crate::domain::area::AreaCode;
use crate::domain::entry::{Entry, EntryText, Kind, Status};
use crate::domain::ids::EntryId;
use crate::domain::language::Language;

/// How fast one more mention of a term adds less.
const MENTIONS: f32 = 1.2;

/// How much a long section is held against a mention in it.
const LENGTH: f32 = 0.75;

/// A part of an entry that is scored on its own.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Field {
    Names,
    Title,
    Summary,
    Sections,
    Asked,
}

impl Field {
    pub(super) const ALL: [Self; 5] = [Self::Names, Self::Title, Self::Summary, Self::Sections, Self::Asked];
}

/// Terms, each with how well it is present: 0 to 1.
pub(super) type Terms = Vec<(TermId, f32)>;

/// One example question.
#[derive(Debug)]
pub(super) struct Example {
    pub(super) terms: Terms,
    pub(super) length: f32,
    pub(super) grams: Vec<Gram>,
    pub(super) grams_length: f32,
}

/// One entry.
#[derive(Debug)]
pub(super) struct Page {
    pub(super) id: EntryId,
    pub(super) kind: Kind,
    pub(super) status: Status,
    pub(super) areas: Vec<AreaCode>,
    pub(super) fields: [Terms; 5],
    pub(super) examples: Vec<Example>,
    pub(super) letters: Letters,
}

/// What an entry says in one field, in all languages, as counted terms.
struct Counted {
    counts: FxHashMap<TermId, f32>,
    length: f32,
}

impl Page {
    /// The texts of a field in one language.
    pub(super) fn texts(text: &EntryText, field: Field) -> Vec<&str> {
        match field {
            Field::Names => text.also.iter().map(String::as_str).collect(),
            Field::Title => vec![&text.title],
            Field::Summary => vec![&text.summary],
            Field::Sections => text.sections.values().map(String::as_str).collect(),
            Field::Asked => text.questions.iter().map(String::as_str).collect(),
        }
    }
}

/// Reads entries into pages.
pub(super) struct Printer<'a> {
    pub(super) analyst: &'a Analyst,
    pub(super) vocabulary: &'a mut Vocabulary,
    pub(super) grams: &'a mut Grams,
}

impl Printer<'_> {
    /// The pages of all entries, in order.
    pub(super) fn print<'e>(&mut self, entries: impl Iterator<Item = &'e Entry> + Clone) -> Vec<Page> {
        let counted: Vec<[Counted; 5]> =
            entries.clone().map(|entry| Field::ALL.map(|field| self.count(entry, field))).collect();
        for fields in &counted {
            let all: FxHashSet<TermId> = fields.iter().flat_map(|field| field.counts.keys().copied()).collect();
            self.vocabulary.count_entry(all.into_iter());
        }
        let usual = Field::ALL.map(|field| usual_length(&counted, field));
        for text in entries.clone().flat_map(|entry| entry.text.values()).flat_map(|text| &text.questions) {
            self.grams.learn(text);
        }
        let letters = Letters::of_each(entries.clone());
        entries
            .zip(counted)
            .zip(letters)
            .map(|((entry, fields), letters)| self.page(entry, fields, usual, letters))
            .collect()
    }

    fn count(&mut self, entry: &Entry, field: Field) -> Counted {
        let mut counted = Counted { counts: FxHashMap::default(), length: 0.0 };
        for (language, text) in &entry.text {
            for (term, weight) in Page::texts(text, field).iter().flat_map(|one| self.analyst.terms(one, *language)) {
                *counted.counts.entry(self.vocabulary.add(&term)).or_default() += weight;
                counted.length += weight;
            }
        }
        counted
    }

    fn page(&self, entry: &Entry, counted: [Counted; 5], usual: [f32; 5], letters: Letters) -> Page {
        let mut usual = usual.into_iter();
        let fields = counted.map(|field| field.saturated(usual.next().unwrap_or(1.0)));
        let examples = entry.text.iter().flat_map(|(language, text)| {
            text.questions.iter().map(|question| self.example(question, *language)).collect::<Vec<_>>()
        });
        Page {
            id: entry.id.clone(),
            kind: entry.kind,
            status: entry.status.paused(entry.paused.is_some()),
            areas: entry.areas.clone(),
            fields,
            examples: examples.collect(),
            letters,
        }
    }

    fn example(&self, question: &str, language: Language) -> Example {
        let mut terms: FxHashMap<TermId, f32> = FxHashMap::default();
        for (term, weight) in self.analyst.terms(question, language) {
            if let Some(term) = self.vocabulary.id(&term) {
                let best = terms.entry(term).or_default();
                *best = best.max(weight * self.vocabulary.weight(term));
            }
        }
        let mut terms: Terms = terms.into_iter().collect();
        terms.sort_unstable_by_key(|(term, _)| *term);
        let length = terms.iter().map(|(_, weight)| weight * weight).sum::<f32>().sqrt();
        let grams = grams(question);
        let grams_length = self.grams.length(&grams);
        Example { terms, length, grams, grams_length }
    }
}

impl Counted {
    /// How well each term is present, given the usual length of this field.
    fn saturated(self, usual: f32) -> Terms {
        let held_back = MENTIONS * (1.0 - LENGTH + LENGTH * self.length / usual.max(1.0));
        let present = |count: f32| (count * (MENTIONS + 1.0) / (count + held_back)).min(1.0);
        let mut terms: Terms = self.counts.into_iter().map(|(term, count)| (term, present(count))).collect();
        terms.sort_unstable_by_key(|(term, _)| *term);
        terms
    }
}

#[expect(clippy::cast_precision_loss, reason = "a catalogue has far fewer than 2^24 entries")]
fn usual_length(counted: &[[Counted; 5]], field: Field) -> f32 {
    let lengths: Vec<f32> =
        counted.iter().filter_map(|fields| fields.get(field as usize)).map(|one| one.length).collect();
    let filled = lengths.iter().filter(|length| **length > 0.0).count().max(1);
    lengths.iter().sum::<f32>() / filled as f32
}
