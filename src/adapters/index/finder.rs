//! The tantivy index in memory: which entries share terms with a question, quickly and roughly.
//!
//! Every entry is a document, and so is every example question, so that the best single question counts.
//! Queries are made of terms; a text never reaches tantivy's query parser, which a long nested one aborts.

use tantivy::collector::TopDocs;
use tantivy::directory::RamDirectory;
use tantivy::query::{BooleanQuery, BoostQuery, Occur, Query, TermQuery};
use tantivy::schema::{Field as Column, IndexRecordOption, Schema, TextFieldIndexing, TextOptions};
use tantivy::{DocId, IndexBuilder, Score, Searcher, SegmentReader, TantivyDocument, TantivyError, Term};

use super::analyst::Analyst;
use super::pages::{Field, Page};
use crate::domain::entry::Entry;
use crate::domain::language::Language;

/// What the writer may use while it builds; given back when it is done.
const WRITER_MEMORY: usize = 50_000_000;

/// So many entries are found by all they say, and so many example questions by themselves.
const BY_ALL: usize = 40;
const BY_QUESTION: usize = 30;

/// How much more the example questions count than other fields in the rough search; the fine weighing comes later.
const ASKED: f32 = 1.5;

/// Finds the entries that share terms with a question.
pub(super) struct Finder {
    searcher: Searcher,
    columns: [Column; Field::COUNT],
    question: Column,
    /// For every document the place of its entry.
    owners: Vec<usize>,
}

impl Finder {
    /// An index of these entries, in this order.
    pub(super) fn of<'e>(
        entries: impl Iterator<Item = &'e Entry> + Clone,
        analyst: &Analyst,
    ) -> Result<Self, TantivyError> {
        let indexing =
            TextFieldIndexing::default().set_tokenizer("whitespace").set_index_option(IndexRecordOption::WithFreqs);
        let mut schema = Schema::builder();
        let columns = Field::ALL.map(|field| {
            schema.add_text_field(&format!("{field:?}"), TextOptions::default().set_indexing_options(indexing.clone()))
        });
        let question = schema.add_text_field("Question", TextOptions::default().set_indexing_options(indexing.clone()));
        let builder = IndexBuilder::new().schema(schema.build());
        let mut writer = builder.single_segment_index_writer(RamDirectory::create(), WRITER_MEMORY)?;
        let mut owners = Vec::new();
        // All entries stand together, before the example questions: a search for the ones passes over the others.
        for (owner, entry) in entries.clone().enumerate() {
            writer.add_document(whole(entry, analyst, columns))?;
            owners.push(owner);
        }
        for (owner, entry) in entries.enumerate() {
            for document in questions(entry, analyst, question) {
                writer.add_document(document)?;
                owners.push(owner);
            }
        }
        let searcher = writer.finalize()?.reader()?.searcher();
        Ok(Self { searcher, columns, question, owners })
    }

    /// The places of the entries that share these weighted terms, in all they say or in one example question.
    pub(super) fn find(&self, terms: &[(&str, f32)]) -> Vec<usize> {
        let mut found = Vec::new();
        self.search(terms, &self.whole(), BY_ALL, &mut found);
        self.search(terms, &[(self.question, 1.0)], BY_QUESTION, &mut found);
        found
    }

    /// The columns of whole entries, with how much each counts.
    fn whole(&self) -> Vec<(Column, f32)> {
        let boost = |field| if field == Field::Asked { ASKED } else { 1.0 };
        self.columns.into_iter().zip(Field::ALL.map(boost)).collect()
    }

    fn search(&self, terms: &[(&str, f32)], columns: &[(Column, f32)], limit: usize, found: &mut Vec<usize>) {
        let query = query(terms, columns);
        // `order_by_score` passes over documents that can't be among the best, and to know which it sorts the terms
        // anew at every document: with some fifty terms that costs several times what it saves.
        let best = TopDocs::with_limit(limit).tweak_score(|_: &SegmentReader| |_: DocId, score: Score| score);
        let documents = self.searcher.search(&query, &best).unwrap_or_default();
        for (_, address) in documents {
            if let Some(owner) = self.owners.get(address.doc_id as usize)
                && !found.contains(owner)
            {
                found.push(*owner);
            }
        }
    }

    /// The ten best documents for these terms by tantivy's own measure, with nothing around it: what benchmarks
    /// compare with.
    pub(super) fn bare(&self, terms: &[(&str, f32)]) -> usize {
        let query = query(terms, &self.whole());
        self.searcher.search(&query, &TopDocs::with_limit(10).order_by_score()).map_or(0, |found| found.len())
    }
}

fn query(terms: &[(&str, f32)], columns: &[(Column, f32)]) -> BooleanQuery {
    let mut clauses: Vec<(Occur, Box<dyn Query>)> = Vec::new();
    for (term, weight) in terms {
        for (column, boost) in columns {
            let term = TermQuery::new(Term::from_field_text(*column, term), IndexRecordOption::WithFreqs);
            clauses.push((Occur::Should, Box::new(BoostQuery::new(Box::new(term), weight * boost))));
        }
    }
    BooleanQuery::new(clauses)
}

/// The document of an entry with all it says.
fn whole(entry: &Entry, analyst: &Analyst, columns: [Column; Field::COUNT]) -> TantivyDocument {
    let mut whole = TantivyDocument::default();
    for (language, text) in &entry.text {
        for (column, field) in columns.into_iter().zip(Field::ALL) {
            for part in Page::texts(text, field) {
                whole.add_text(column, line(part, *language, analyst));
            }
        }
    }
    whole
}

/// The documents of its example questions.
fn questions(entry: &Entry, analyst: &Analyst, question: Column) -> impl Iterator<Item = TantivyDocument> {
    let texts = entry.text.iter().flat_map(|(language, text)| text.questions.iter().map(|one| (one, *language)));
    texts.map(move |(text, language)| {
        let mut single = TantivyDocument::default();
        single.add_text(question, line(text, language, analyst));
        single
    })
}

/// The terms of a text, as the index takes them in.
fn line(text: &str, language: Language, analyst: &Analyst) -> String {
    let terms: Vec<String> = analyst.terms(text, language).into_iter().map(|(term, _)| term).collect();
    terms.join(" ")
}
