//! The tantivy index in memory: which entries share terms with a question, quickly and roughly.
//!
//! Every entry is a document, and so is every example question, so that the best single question counts.
//! Queries are made of terms; a text never reaches tantivy's query parser, which a long nested one aborts.

use tantivy::collector::TopDocs;
use tantivy::directory::RamDirectory;
use tantivy::query::{BooleanQuery, BoostQuery, Occur, Query, TermQuery};
use tantivy::schema::{Field as Column, IndexRecordOption, Schema, TextFieldIndexing, TextOptions};
use tantivy::{DocId, IndexBuilder, Score, Searcher, SegmentReader, TantivyDocument, TantivyError, Term};

use super::lines::{EntryLines, Line};
use super::pages::Field;
use super::vocabulary::Vocabulary;

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
    /// An index of the entries that have these lines, in this order.
    pub(super) fn of(lines: &[EntryLines], vocabulary: &Vocabulary) -> Result<Self, TantivyError> {
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
        for (owner, fields) in lines.iter().enumerate() {
            let columns = columns.into_iter().zip(fields);
            writer.add_document(document(columns.flat_map(|(column, lines)| in_column(column, lines)), vocabulary))?;
            owners.push(owner);
        }
        for (owner, fields) in lines.iter().enumerate() {
            for one in fields.get(Field::Asked as usize).into_iter().flatten() {
                writer.add_document(document([(question, one)], vocabulary))?;
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

fn in_column(column: Column, lines: &[Line]) -> impl Iterator<Item = (Column, &Line)> {
    lines.iter().map(move |line| (column, line))
}

fn document<'l>(lines: impl IntoIterator<Item = (Column, &'l Line)>, vocabulary: &Vocabulary) -> TantivyDocument {
    let mut document = TantivyDocument::default();
    for (column, line) in lines {
        let terms: Vec<&str> = line.iter().map(|(term, _)| vocabulary.text(*term)).collect();
        document.add_text(column, terms.join(" "));
    }
    document
}
