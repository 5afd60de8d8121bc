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
use super::vocabulary::{TermId, Vocabulary};

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
    /// For every term the columns that have it, a bit each: the others need not be asked for it.
    columns_with: Vec<u8>,
}

/// A term that is looked for, with its text and its weight.
pub(super) type Sought<'a> = (TermId, &'a str, f32);

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
        let (mut owners, mut columns_with) = (Vec::new(), Vec::new());
        // All entries stand together, before the example questions: a search for the ones passes over the others.
        for (owner, fields) in lines.iter().enumerate() {
            let columns = columns.into_iter().zip(fields);
            for (column, lines) in columns.clone() {
                for (term, _) in lines.iter().flatten() {
                    note(&mut columns_with, *term, column);
                }
            }
            writer.add_document(document(columns.flat_map(|(column, lines)| in_column(column, lines)), vocabulary))?;
            owners.push(owner);
        }
        for (owner, fields) in lines.iter().enumerate() {
            for one in fields.get(Field::Asked as usize).into_iter().flatten() {
                for (term, _) in one {
                    note(&mut columns_with, *term, question);
                }
                writer.add_document(document([(question, one)], vocabulary))?;
                owners.push(owner);
            }
        }
        let searcher = writer.finalize()?.reader()?.searcher();
        Ok(Self { searcher, columns, question, owners, columns_with })
    }

    /// The places of the entries that share these weighted terms, in all they say or in one example question.
    pub(super) fn find(&self, terms: &[Sought<'_>]) -> Vec<usize> {
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

    fn search(&self, terms: &[Sought<'_>], columns: &[(Column, f32)], limit: usize, found: &mut Vec<usize>) {
        let mut clauses = Vec::new();
        for (id, term, weight) in terms {
            let with = self.columns_with.get(*id as usize).copied().unwrap_or_default();
            let columns = columns.iter().filter(|(column, _)| with & bit(*column) != 0);
            clauses.extend(columns.map(|(column, boost)| clause(*column, term, weight * boost)));
        }
        let query = BooleanQuery::new(clauses);
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
        let whole = self.whole();
        let in_all = |(term, weight): &(&str, f32)| {
            whole.iter().map(|(column, boost)| clause(*column, term, weight * boost)).collect::<Vec<_>>()
        };
        let query = BooleanQuery::new(terms.iter().flat_map(in_all).collect());
        self.searcher.search(&query, &TopDocs::with_limit(10).order_by_score()).map_or(0, |found| found.len())
    }
}

fn clause(column: Column, term: &str, weight: f32) -> (Occur, Box<dyn Query>) {
    let term = TermQuery::new(Term::from_field_text(column, term), IndexRecordOption::WithFreqs);
    (Occur::Should, Box::new(BoostQuery::new(Box::new(term), weight)))
}

/// Remembers that a column has a term.
fn note(columns_with: &mut Vec<u8>, term: TermId, column: Column) {
    let at = term as usize;
    if columns_with.len() <= at {
        columns_with.resize(at + 1, 0);
    }
    if let Some(with) = columns_with.get_mut(at) {
        *with |= bit(column);
    }
}

/// There are few columns.
const fn bit(column: Column) -> u8 {
    1 << column.field_id()
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
