//! The tantivy index in memory: which entries share terms with a question, quickly and roughly.
//!
//! Every entry is a document, and so is every example question, so that the best single question counts.
//! Queries are made of terms; a text never reaches tantivy's query parser, which a long nested one aborts.

use tantivy::collector::TopDocs;
use tantivy::directory::RamDirectory;
use tantivy::query::{BooleanQuery, BoostQuery, Occur, Query, TermQuery};
use tantivy::schema::{Field as Column, IndexRecordOption, Schema, TextFieldIndexing, TextOptions};
use tantivy::{IndexBuilder, Searcher, TantivyDocument, TantivyError, Term};

use super::analyst::Analyst;
use super::pages::{Field, Page};
use crate::domain::entry::Entry;
use crate::domain::language::Language;

/// What the writer may use while it builds; given back when it is done.
const WRITER_MEMORY: usize = 50_000_000;

/// How much a field counts in the rough search. The fine weighing comes after it.
const fn boost(field: Field) -> f32 {
    match field {
        Field::Names => 2.0,
        Field::Title => 1.6,
        Field::Asked => 1.5,
        Field::Summary => 1.0,
        Field::Sections => 0.6,
    }
}

/// Finds the entries that share terms with a question.
pub(super) struct Finder {
    searcher: Searcher,
    columns: [Column; 5],
    /// For every document the place of its entry.
    owners: Vec<usize>,
}

impl Finder {
    /// An index of these entries, in this order.
    pub(super) fn of<'e>(entries: impl Iterator<Item = &'e Entry>, analyst: &Analyst) -> Result<Self, TantivyError> {
        let indexing =
            TextFieldIndexing::default().set_tokenizer("whitespace").set_index_option(IndexRecordOption::WithFreqs);
        let mut schema = Schema::builder();
        let columns = Field::ALL.map(|field| {
            schema.add_text_field(&format!("{field:?}"), TextOptions::default().set_indexing_options(indexing.clone()))
        });
        let builder = IndexBuilder::new().schema(schema.build());
        let mut writer = builder.single_segment_index_writer(RamDirectory::create(), WRITER_MEMORY)?;
        let mut owners = Vec::new();
        for (owner, entry) in entries.enumerate() {
            for document in documents(entry, analyst, columns) {
                writer.add_document(document)?;
                owners.push(owner);
            }
        }
        let searcher = writer.finalize()?.reader()?.searcher();
        Ok(Self { searcher, columns, owners })
    }

    /// The places of at most `limit` entries that share these weighted terms, the likeliest first.
    pub(super) fn find<'t>(&self, terms: impl Iterator<Item = (&'t str, f32)>, limit: usize) -> Vec<usize> {
        let query = self.query(terms);
        let top = TopDocs::with_limit(limit.max(1) * 2).order_by_score();
        let documents = self.searcher.search(&query, &top).unwrap_or_default();
        let mut found: Vec<usize> = Vec::new();
        for (_, address) in documents {
            if let Some(owner) = self.owners.get(address.doc_id as usize)
                && !found.contains(owner)
                && found.len() < limit
            {
                found.push(*owner);
            }
        }
        found
    }

    fn query<'t>(&self, terms: impl Iterator<Item = (&'t str, f32)>) -> BooleanQuery {
        let mut clauses: Vec<(Occur, Box<dyn Query>)> = Vec::new();
        for (term, weight) in terms {
            for (column, field) in self.columns.into_iter().zip(Field::ALL) {
                let term = TermQuery::new(Term::from_field_text(column, term), IndexRecordOption::WithFreqs);
                clauses.push((Occur::Should, Box::new(BoostQuery::new(Box::new(term), weight * boost(field)))));
            }
        }
        BooleanQuery::new(clauses)
    }

    /// The ten best documents for these terms by tantivy's own measure, with nothing around it: what benchmarks
    /// compare with.
    pub(super) fn bare<'t>(&self, terms: impl Iterator<Item = &'t str>) -> usize {
        let query = self.query(terms.map(|term| (term, 1.0)));
        self.searcher.search(&query, &TopDocs::with_limit(10).order_by_score()).map_or(0, |found| found.len())
    }
}

/// The documents of an entry: itself, and each of its example questions.
fn documents(entry: &Entry, analyst: &Analyst, columns: [Column; 5]) -> Vec<TantivyDocument> {
    let line = |text: &str, language: Language| {
        let terms: Vec<String> = analyst.terms(text, language).into_iter().map(|(term, _)| term).collect();
        terms.join(" ")
    };
    let mut whole = TantivyDocument::default();
    let mut documents = Vec::new();
    for (language, text) in &entry.text {
        for (column, field) in columns.into_iter().zip(Field::ALL) {
            for part in Page::texts(text, field) {
                if field == Field::Asked {
                    let mut question = TantivyDocument::default();
                    question.add_text(column, line(part, *language));
                    documents.push(question);
                } else {
                    whole.add_text(column, line(part, *language));
                }
            }
        }
    }
    documents.push(whole);
    documents
}
