//! From a question to what the house makes of it, against a bare tantivy search of the same index.
//!
//! `cargo bench --bench finding` prints the ratio first, then both times.

#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a bench may fail loudly, and printing is what it is for"
)]

use std::hint::black_box;
use std::sync::LazyLock;
use std::time::{Duration, Instant};

use divan::Bencher;
use jiff::civil::date;
use loket::adapters::index::distress::Distress;
use loket::adapters::index::{Index, Ranking, TellingWords};
use loket::adapters::knowledge::{folder::Folder, load};
use loket::conversation::judgement::{Verdict, judge};
use loket::domain::evidence::Question;
use loket::ports::search::Search as _;

/// Rounds over all questions for the ratio.
const ROUNDS: u32 = 20;

static HOUSE: LazyLock<House> = LazyLock::new(House::open);

struct House {
    index: Index,
    ranking: Ranking,
    questions: Vec<Question>,
    terms: Vec<Vec<String>>,
}

impl House {
    fn open() -> Self {
        let folder = Folder::embedded();
        let catalogue = load(&folder, date(2026, 11, 23), &TellingWords::default())
            .catalogue
            .expect("the built-in knowledge has no errors");
        let ranking = folder.files.text("ranking.toml").and_then(|text| Ranking::parse(text).ok()).unwrap_or_default();
        let text = |path: &str| folder.files.text(path).unwrap_or_default();
        let distress = Distress::parse(text("distress/weights.toml"), text("distress/concepts.toml"))
            .expect("the built-in model can be read");
        let index = Index::build(&catalogue, &ranking).expect("the built-in knowledge can be indexed");
        let index = index.with_distress(distress);
        let lines = include_str!("../tests/questions/written.jsonl").lines();
        let texts = lines.map(|line| serde_json::from_str::<serde_json::Value>(line).expect("a line of JSON"));
        let questions: Vec<Question> = texts
            .map(|line| Question {
                text: line["text"].as_str().unwrap_or_default().to_owned(),
                language: None,
                place: None,
            })
            .collect();
        let terms = questions.iter().map(|question| index.terms(question)).collect();
        Self { index, ranking, questions, terms }
    }

    fn decide(&self, question: &Question) -> Verdict {
        judge(&self.index.evidence(question), &self.ranking.thresholds, true)
    }
}

fn main() {
    print_ratio();
    divan::main();
}

fn print_ratio() {
    let house = &*HOUSE;
    let (mut ours, mut bare) = (Duration::ZERO, Duration::ZERO);
    let mut single: Vec<Duration> = Vec::new();
    for _ in 0..ROUNDS {
        for (question, terms) in house.questions.iter().zip(&house.terms) {
            let start = Instant::now();
            black_box(house.decide(question));
            single.push(start.elapsed());
            ours += start.elapsed();
            let start = Instant::now();
            black_box(house.index.bare_search(terms));
            bare += start.elapsed();
        }
    }
    single.sort_unstable();
    let at = |share: usize| single[(single.len() - 1) * share / 100];
    println!("question → decision: median {:?}, p99 {:?}", at(50), at(99));
    println!("bare tantivy top 10: mean {:?}", bare / u32::try_from(single.len()).unwrap_or(u32::MAX));
    println!("ratio of the means: {:.2}\n", ours.as_secs_f64() / bare.as_secs_f64());
}

#[divan::bench]
fn question_to_decision(bencher: Bencher<'_, '_>) {
    let mut questions = HOUSE.questions.iter().cycle();
    bencher.with_inputs(|| questions.next()).bench_local_values(|question| question.map(|one| HOUSE.decide(one)));
}

#[divan::bench]
fn bare_tantivy_top_ten(bencher: Bencher<'_, '_>) {
    let mut terms = HOUSE.terms.iter().cycle();
    bencher.with_inputs(|| terms.next()).bench_local_values(|terms| terms.map(|one| HOUSE.index.bare_search(one)));
}
