//! The entries as the scorer reads them: the terms of each field and of each example question.

use rustc_hash::FxHashMap;

use super::letters::Letters;
use super::lines::{EntryLines, Line};
use super::occurrences::Occurrences;
use super::vocabulary::{TermId, Vocabulary};
use crate::domain::area::AreaCode;
use crate::domain::entry::{Entry, EntryText, Kind, Status};
use crate::domain::ids::EntryId;

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

    /// The texts that an entry has here in one language.
    pub(super) fn texts(self, text: &EntryText) -> Vec<&str> {
        match self {
            Self::Names => text.also.iter().map(String::as_str).collect(),
            Self::Title => vec![&text.title],
            Self::Summary => vec![&text.summary],
            Self::Sections => text.sections.values().map(String::as_str).collect(),
            Self::Asked => text.questions.iter().map(String::as_str).collect(),
        }
    }
}

/// How well a term is present in each field, from nothing to [`WHOLLY`]: as a fraction it would take twice the memory.
pub(super) type Presence = [u16; Field::COUNT];

/// It can't be present better.
const WHOLLY: u16 = u16::MAX;

/// How well a term is present, as a share.
pub(super) fn share(present: u16) -> f32 {
    f32::from(present) / f32::from(WHOLLY)
}

/// The number of an example question within its page.
pub(super) type ExampleId = u16;

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
    /// The weight of the terms of each example question together.
    pub(super) examples: Vec<f32>,
    /// For every term how well it is present in each field, and the example questions that say it.
    pub(super) words: Occurrences<Presence, Said>,
    /// What each letter group tells.
    pub(super) letters: Letters,
    /// The weight of the terms of its title together.
    pub(super) title_weight: f32,
}

/// What an entry says in one field, in all languages, as counted terms.
struct Counted {
    counts: FxHashMap<TermId, f32>,
    length: f32,
}

/// The pages of these entries, in their order, of which these are the lines and the letters.
pub(super) fn pages<'e>(
    entries: impl Iterator<Item = &'e Entry>,
    lines: &[EntryLines],
    letters: Vec<Letters>,
    vocabulary: &Vocabulary,
) -> Vec<Page> {
    let counted: Vec<[Counted; Field::COUNT]> =
        lines.iter().map(|lines| lines.each_ref().map(|lines| Counted::of(lines))).collect();
    let usual = Field::ALL.map(|field| usual_length(&counted, field));
    let printed = entries.zip(lines).zip(counted).zip(letters);
    printed
        .map(|(((entry, lines), counted), letters)| page(entry, lines, present(counted, usual), letters, vocabulary))
        .collect()
}

fn page(
    entry: &Entry,
    lines: &EntryLines,
    presence: FxHashMap<TermId, Presence>,
    letters: Letters,
    vocabulary: &Vocabulary,
) -> Page {
    let (mut examples, mut said) = (Vec::new(), Vec::new());
    let questions = lines.get(Field::Asked as usize).into_iter().flatten();
    for (at, question) in (0..ExampleId::MAX).zip(questions) {
        let terms = example_terms(question, vocabulary);
        examples.push(terms.iter().map(|(_, weight)| weight).sum());
        said.extend(terms.into_iter().map(|(term, weight)| (term, Said { example: at, weight })));
    }
    let title_weight = |(term, fields): (&TermId, &Presence)| {
        let in_title = fields.get(Field::Title as usize).is_some_and(|present| *present > 0);
        if in_title { vocabulary.weight(*term) } else { 0.0 }
    };
    Page {
        id: entry.id.clone(),
        kind: entry.kind,
        status: entry.status.paused(entry.paused.is_some()),
        areas: entry.areas.clone(),
        examples,
        title_weight: presence.iter().map(title_weight).sum(),
        words: Occurrences::new(presence, said),
        letters,
    }
}

/// The terms of an example question, each with its weight.
fn example_terms(question: &Line, vocabulary: &Vocabulary) -> Vec<(TermId, f32)> {
    let mut terms: FxHashMap<TermId, f32> = FxHashMap::default();
    for (term, weight) in question {
        let best = terms.entry(*term).or_default();
        *best = best.max(weight * vocabulary.weight(*term));
    }
    let mut terms: Vec<_> = terms.into_iter().collect();
    terms.sort_unstable_by_key(|(term, _)| *term);
    terms
}

/// How well each term is present in each field, given the usual length of the fields.
fn present(counted: [Counted; Field::COUNT], usual: [f32; Field::COUNT]) -> FxHashMap<TermId, Presence> {
    let mut presence: FxHashMap<TermId, Presence> = FxHashMap::default();
    for (field, (counted, usual)) in counted.into_iter().zip(usual).enumerate() {
        for (term, present) in counted.saturated(usual) {
            if let Some(here) = presence.entry(term).or_default().get_mut(field) {
                *here = of_wholly(present);
            }
        }
    }
    presence
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 65535")]
fn of_wholly(share: f32) -> u16 {
    (share.clamp(0.0, 1.0) * f32::from(WHOLLY)).round() as u16
}

impl Counted {
    fn of(lines: &[Line]) -> Self {
        let mut counted = Self { counts: FxHashMap::default(), length: 0.0 };
        for (term, weight) in lines.iter().flatten() {
            *counted.counts.entry(*term).or_default() += weight;
            counted.length += weight;
        }
        counted
    }

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
