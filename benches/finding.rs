//! From a question to what the house makes of it: how long it takes, one core, warm. Times are those of the processor
//! in this thread, so that whatever else runs on the machine does not count.
//!
//! `cargo bench --bench finding` prints, each measured in the same run as what it is compared with:
//!
//! - the time per question, against a bare tantivy search of the same index for the same terms;
//! - the time of the worst messages, against that of the usual question;
//! - the time per question, the time to build and the memory, of a catalogue ten and a hundred times as large.

#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::cast_precision_loss,
    clippy::print_stdout,
    reason = "a bench may fail loudly, and printing is what it is for"
)]

#[path = "support/copies.rs"]
mod copies;

use std::hint::black_box;
use std::sync::LazyLock;
use std::time::Duration;

use divan::Bencher;
use jiff::civil::date;
use loket::adapters::index::distress::Distress;
use loket::adapters::index::{Index, Ranking, TellingWords};
use loket::adapters::knowledge::{folder::Folder, load};
use loket::conversation::judgement::{Verdict, judge};
use loket::domain::catalogue::Catalogue;
use loket::domain::evidence::Question;
use loket::ports::search::Search as _;
use rustix::time::{ClockId, clock_gettime};

/// So often each question is asked; its time is the middle one.
const ROUNDS: usize = 15;

/// How many times as large the catalogue grows.
const GROWTH: [usize; 3] = [1, 10, 100];

/// The longest message a messenger sends.
const LONGEST: usize = 4096;

static HOUSE: LazyLock<House> = LazyLock::new(|| House::of(&built_in()));

struct House {
    index: Index,
    ranking: Ranking,
    questions: Vec<Question>,
    terms: Vec<Vec<String>>,
}

fn built_in() -> Catalogue {
    let loaded = load(&Folder::embedded(), date(2026, 11, 23), &TellingWords::default());
    loaded.catalogue.expect("the built-in knowledge has no errors")
}

fn question(text: &str) -> Question {
    Question { text: text.to_owned(), language: None, place: None }
}

impl House {
    fn of(catalogue: &Catalogue) -> Self {
        let folder = Folder::embedded();
        let ranking = folder.files.text("ranking.toml").and_then(|text| Ranking::parse(text).ok()).unwrap_or_default();
        let text = |path: &str| folder.files.text(path).unwrap_or_default();
        let distress = Distress::parse(text("distress/weights.toml"), text("distress/concepts.toml"))
            .expect("the built-in model can be read");
        let index = Index::build(catalogue, &ranking).expect("the catalogue can be indexed").with_distress(distress);
        let lines = include_str!("../tests/questions/written.jsonl").lines();
        let lines = lines.map(|line| serde_json::from_str::<serde_json::Value>(line).expect("a line of JSON"));
        let questions: Vec<Question> = lines.map(|line| question(line["text"].as_str().unwrap_or_default())).collect();
        let terms = questions.iter().map(|question| index.terms(question)).collect();
        Self { index, ranking, questions, terms }
    }

    fn decide(&self, question: &Question) -> Verdict {
        judge(&self.index.evidence(question), &self.ranking.thresholds, true)
    }

    /// How long each question takes, and a bare search for its terms.
    fn times(&self) -> (Vec<Duration>, Vec<Duration>) {
        let ours = |at: usize| black_box(self.decide(&self.questions[at])).word().len();
        let bare = |at: usize| self.index.bare_search(&self.terms[at]);
        (times(self.questions.len(), ours), times(self.questions.len(), bare))
    }
}

/// How long each of so many works takes: all are done in turn, so that each finds the memory as others leave it, and
/// of a work's times the middle one counts.
fn times(works: usize, work: impl Fn(usize) -> usize) -> Vec<Duration> {
    let mut rounds: Vec<Vec<Duration>> = vec![Vec::with_capacity(ROUNDS); works];
    for _ in 0..=ROUNDS {
        for (at, times) in rounds.iter_mut().enumerate() {
            let start = worked();
            black_box(work(at));
            times.push(worked().saturating_sub(start));
        }
    }
    // The first round warms up.
    rounds.iter().map(|times| share(50, &times[1..])).collect()
}

/// How long the processor has worked in this thread.
fn worked() -> Duration {
    let time = clock_gettime(ClockId::ThreadCPUTime);
    Duration::try_from(time).expect("a time that has passed")
}

/// The time below which so many hundredths of them lie.
fn share(hundredths: usize, times: &[Duration]) -> Duration {
    let mut sorted = times.to_vec();
    sorted.sort_unstable();
    sorted[(sorted.len() - 1) * hundredths / 100]
}

fn mean(times: &[Duration]) -> Duration {
    times.iter().sum::<Duration>() / u32::try_from(times.len()).unwrap_or(u32::MAX)
}

fn ratio(one: Duration, other: Duration) -> f64 {
    one.as_secs_f64() / other.as_secs_f64()
}

fn main() {
    print_ratio();
    print_worst();
    print_growth();
    divan::main();
}

fn print_ratio() {
    let (ours, bare) = HOUSE.times();
    for (what, times) in [("question → decision", &ours), ("bare tantivy top 10", &bare)] {
        let [median, p99, worst] = [50, 99, 100].map(|hundredths| share(hundredths, times));
        println!("{what}: median {median:?}, p99 {p99:?}, worst {worst:?}");
    }
    println!(
        "ratio: {:.2} of the means, {:.2} of the p99s",
        ratio(mean(&ours), mean(&bare)),
        ratio(share(99, &ours), share(99, &bare))
    );
    let both = ours.iter().zip(&bare).map(|(ours, bare)| (ratio(*ours, *bare), *ours, *bare));
    if let Some((ratio, ours, bare)) = both.max_by(|one, other| one.0.total_cmp(&other.0)) {
        println!("ratio at the worst question: {ratio:.2} ({ours:?} against {bare:?}: it has hardly a term)\n");
    }
}

fn print_worst() {
    let house = &*HOUSE;
    let usual = share(50, &house.times().0);
    println!("the worst messages of {LONGEST} letters, against the usual question ({usual:?}):");
    let worst = worst(&house.questions);
    let messages: Vec<Question> =
        worst.iter().map(|(_, text)| question(&text.chars().take(LONGEST).collect::<String>())).collect();
    let times = times(messages.len(), |at| house.decide(&messages[at]).word().len());
    for ((what, _), time) in worst.iter().zip(times) {
        println!("  {:>6.1} × ({time:?}) {what}", ratio(time, usual));
    }
    println!();
}

/// Messages that cost as much as any that we can think of.
fn worst(questions: &[Question]) -> Vec<(&'static str, String)> {
    let all = questions.iter().map(|question| question.text.as_str()).collect::<Vec<_>>();
    let misspelt: Vec<String> = all.join(" ").split(' ').map(|word| format!("{word}q")).collect();
    let numbers = |digits: usize| (0..).map(move |number| format!("w{number:0digits$} ")).take(LONGEST);
    vec![
        ("as many questions as fit", all.join("? ")),
        ("words that are all misspelt", misspelt.join(" ")),
        ("words of four letters that nobody knows", numbers(3).collect()),
        ("words of forty letters that nobody knows", numbers(39).collect()),
        ("one word", "zonnepanelen".repeat(400)),
        ("one word that unfolds to eighteen times its length", "\u{FDFA}".repeat(LONGEST)),
        ("one place, named over and over", "Deventer ".repeat(500)),
        ("words of one letter, tied", "a-".repeat(LONGEST)),
        ("nothing but spaces", " ".repeat(LONGEST)),
    ]
}

fn print_growth() {
    let catalogue = built_in();
    println!("growth, with at most eighteen example questions an entry; what was freed before counts as not resident:");
    let mut first: Option<Duration> = None;
    for times in GROWTH {
        let catalogue = copies::copies(&catalogue, times);
        let before = resident();
        let start = worked();
        let house = House::of(&catalogue);
        let built = worked().saturating_sub(start);
        let memory = resident().saturating_sub(before);
        let (ours, bare) = house.times();
        let mean = mean(&ours);
        let first = *first.get_or_insert(mean);
        println!(
            "  {times:>3} × the entries ({}): {:.2} × the time per question (mean {mean:?}, p99 {:?}; bare p99 {:?}), \
             built in {:.2} s ({:.2} ms an entry), {} MB resident ({} KB an entry)",
            catalogue.len(),
            ratio(mean, first),
            share(99, &ours),
            share(99, &bare),
            built.as_secs_f64(),
            built.as_secs_f64() * 1000.0 / catalogue.len() as f64,
            memory / 1024,
            memory / catalogue.len(),
        );
    }
    println!();
}

/// What this process holds in memory, in KB; 0 where the system does not tell.
fn resident() -> usize {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    line.and_then(|line| line.trim().trim_end_matches(" kB").parse().ok()).unwrap_or_default()
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
