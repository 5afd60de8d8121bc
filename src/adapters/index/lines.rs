//! The terms of every text of a catalogue.

use rustc_hash::{FxHashMap, FxHashSet};

use super::analyst::Analyst;
use super::corpus::{Corpus, Text};
use super::lexicon::WordId;
use super::pages::Field;
use super::vocabulary::{TermId, Vocabulary};
use crate::domain::language::Language;

/// The terms of one text, each with its weight there.
pub(super) type Line = Vec<(TermId, f32)>;

/// The lines of an entry by field, language after language.
pub(super) type EntryLines = [Vec<Line>; Field::COUNT];

/// The terms of these texts, entry by entry; they are added to `vocabulary`, and counted there.
pub(super) fn lines(corpus: &Corpus, analyst: &Analyst, vocabulary: &mut Vocabulary) -> Vec<EntryLines> {
    let mut reader = Reader { analyst, vocabulary, known: FxHashMap::default() };
    let entries = corpus.entries.iter().map(|languages| {
        let mut all = EntryLines::default();
        for written in languages {
            for (lines, texts) in all.iter_mut().zip(&written.fields) {
                lines.extend(texts.iter().map(|text| reader.line(text, written.language)));
            }
        }
        let terms: FxHashSet<TermId> = all.iter().flatten().flatten().map(|(term, _)| *term).collect();
        reader.vocabulary.count_entry(terms.into_iter());
        all
    });
    entries.collect()
}

struct Reader<'a> {
    analyst: &'a Analyst,
    vocabulary: &'a mut Vocabulary,
    /// The terms of the words that were met.
    known: FxHashMap<(WordId, Language), Line>,
}

impl Reader<'_> {
    fn line(&mut self, text: &Text, language: Language) -> Line {
        let mut line = Line::with_capacity(text.len());
        for word in text {
            let (analyst, vocabulary) = (self.analyst, &mut *self.vocabulary);
            let terms = self.known.entry((*word, language)).or_insert_with(|| {
                let terms = analyst.terms(analyst.forms.word(*word), language).into_iter();
                terms.map(|(term, weight)| (vocabulary.add(&term), weight)).collect()
            });
            line.extend_from_slice(terms);
        }
        line
    }
}
