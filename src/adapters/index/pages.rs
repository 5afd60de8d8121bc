//! The entries as the scorer reads them: the terms of each field and of each example question.

use rustc_hash::{FxHashMap, FxHashSet};

use super::analyst::Analyst;
use super::grams::{Grams, grams};
use super::letters::{Tells, tells_of_each};
use super::occurrences::Occurrences;
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
    /// How many there are.
    pub(super) const COUNT: usize = 5;

    pub(super) const ALL: [Self; Self::COUNT] = [Self::Names, Self::Title, Self::Summary, Self::Sections, Self::Asked];
}

/// How well a term is present in each field: 0 to 1.
pub(super) type Presence = [f32; Field::COUNT];

/// The number of an example question within its page.
pub(super) type ExampleId = u16;

/// What is known of one example question as a whole.
#[derive(Clone, Copy, Debug)]
pub(super) struct Example {
    /// The weight of its terms together.
    pub(super) weight: f32,
    /// Its length in the space of terms, and in that of letter groups.
    pub(super) length: f32,
    pub(super) grams_length: f32,
}

/// A term in an example question, with its weight there.
#[derive(Clone, Copy, Debug)]
pub(super) struct Said {
    pub(super) example: ExampleId,
    pub(super) weight: f32,
}

/// One entry.
#[derive(Debug)]
pub(super) struct Page {
    pub(super) id: EntryId,
    pub(super) kind: Kind,
    pub(super) status: Status,
    pub(super) areas: Vec<AreaCode>,
    pub(super) examples: Vec<Example>,
    /// For every term how well it is present in each field, and the example questions that say it.
    pub(super) words: Occurrences<Presence, Said>,
    /// For every letter group what it tells, and the example questions that have it.
    pub(super) letters: Occurrences<f32, ExampleId>,
    /// The weight of the terms of its title together.
    pub(super) title_weight: f32,
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
        let counted: Vec<[Counted; Field::COUNT]> =
            entries.clone().map(|entry| Field::ALL.map(|field| self.count(entry, field))).collect();
        for fields in &counted {
            let all: FxHashSet<TermId> = fields.iter().flat_map(|field| field.counts.keys().copied()).collect();
            self.vocabulary.count_entry(all.into_iter());
        }
        let usual = Field::ALL.map(|field| usual_length(&counted, field));
        for text in entries.clone().flat_map(|entry| entry.text.values()).flat_map(|text| &text.questions) {
            self.grams.learn(text);
        }
        let tells = tells_of_each(entries.clone());
        entries
            .zip(counted)
            .zip(tells)
            .map(|((entry, fields), tells)| self.page(entry, present(fields, usual), tells))
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

    fn page(&self, entry: &Entry, presence: FxHashMap<TermId, Presence>, tells: Tells) -> Page {
        let (mut examples, mut said, mut spelt) = (Vec::new(), Vec::new(), Vec::new());
        let questions =
            entry.text.iter().flat_map(|(language, text)| text.questions.iter().map(|one| (one, *language)));
        for (at, (question, language)) in (0..ExampleId::MAX).zip(questions) {
            let terms = self.example_terms(question, language);
            let grams = grams(question);
            examples.push(Example {
                weight: terms.iter().map(|(_, weight)| weight).sum(),
                length: terms.iter().map(|(_, weight)| weight * weight).sum::<f32>().sqrt(),
                grams_length: self.grams.length(&grams),
            });
            said.extend(terms.into_iter().map(|(term, weight)| (term, Said { example: at, weight })));
            spelt.extend(grams.into_iter().map(|gram| (gram, at)));
        }
        let title_weight = |(term, fields): (&TermId, &Presence)| {
            let in_title = fields.get(Field::Title as usize).is_some_and(|present| *present > 0.0);
            if in_title { self.vocabulary.weight(*term) } else { 0.0 }
        };
        Page {
            id: entry.id.clone(),
            kind: entry.kind,
            status: entry.status.paused(entry.paused.is_some()),
            areas: entry.areas.clone(),
            examples,
            title_weight: presence.iter().map(title_weight).sum(),
            words: Occurrences::new(presence, said),
            letters: Occurrences::new(tells, spelt),
        }
    }

    /// The terms of an example question, each with its weight.
    fn example_terms(&self, question: &str, language: Language) -> Vec<(TermId, f32)> {
        let mut terms: FxHashMap<TermId, f32> = FxHashMap::default();
        for (term, weight) in self.analyst.terms(question, language) {
            if let Some(term) = self.vocabulary.id(&term) {
                let best = terms.entry(term).or_default();
                *best = best.max(weight * self.vocabulary.weight(term));
            }
        }
        let mut terms: Vec<_> = terms.into_iter().collect();
        terms.sort_unstable_by_key(|(term, _)| *term);
        terms
    }
}

/// How well each term is present in each field, given the usual length of the fields.
fn present(counted: [Counted; Field::COUNT], usual: [f32; Field::COUNT]) -> FxHashMap<TermId, Presence> {
    let mut presence: FxHashMap<TermId, Presence> = FxHashMap::default();
    for (field, (counted, usual)) in counted.into_iter().zip(usual).enumerate() {
        for (term, present) in counted.saturated(usual) {
            if let Some(here) = presence.entry(term).or_default().get_mut(field) {
                *here = present;
            }
        }
    }
    presence
}

impl Counted {
    /// How well each term is present, given the usual length of this field.
    fn saturated(self, usual: f32) -> impl Iterator<Item = (TermId, f32)> {
        let held_back = MENTIONS * (1.0 - LENGTH + LENGTH * self.length / usual.max(1.0));
        let present = move |count: f32| (count * (MENTIONS + 1.0) / (count + held_back)).min(1.0);
        self.counts.into_iter().map(move |(term, count)| (term, present(count)))
    }
}

#[expect(clippy::cast_precision_loss, reason = "a catalogue has far fewer than 2^24 entries")]
fn usual_length(counted: &[[Counted; Field::COUNT]], field: Field) -> f32 {
    let lengths: Vec<f32> =
        counted.iter().filter_map(|fields| fields.get(field as usize)).map(|one| one.length).collect();
    let filled = lengths.iter().filter(|length| **length > 0.0).count().max(1);
    lengths.iter().sum::<f32>() / filled as f32
}
