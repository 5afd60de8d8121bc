//! How many answers a second the real program gives, and how long one waits for them, beside plain echo bots: see README.md.

#![expect(clippy::print_stdout, reason = "its table is what a bench is for")]

mod contestants;
mod driving;
mod large;
mod machine;
#[path = "../../tests/support/postgres.rs"]
#[expect(dead_code, clippy::unwrap_used, reason = "it is made for tests, and the contract suite asks more of it")]
mod postgres;
mod questions;

use std::time::Duration;

use self::contestants::{Contestant, Home, all};
use self::driving::{Round, Stand};
use self::machine::Process;
use self::questions::Question;

/// So long nothing happens while the use of the processor is measured.
const IDLE: Duration = Duration::from_secs(10);

#[expect(clippy::disallowed_methods, reason = "these are settings of the bench, not of the program")]
fn setting(name: &str) -> Option<String> {
    std::env::var(name).ok()
}

fn number(name: &str, default: usize) -> usize {
    setting(name).and_then(|value| value.parse().ok()).unwrap_or(default)
}

fn main() {
    // Cargo's own arguments (`--bench`) are of no use here.
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build();
    let Ok(runtime) = runtime else { return };
    runtime.block_on(async {
        let (clients, each) = (number("LOAD_CLIENTS", 1_000), number("LOAD_QUESTIONS", 10));
        let questions = questions::sure_ones();
        println!("{clients} clients, {each} questions each, {} different ones", questions.len());
        println!(
            "{:<34} {:>10} {:>10} {:>10} {:>9} {:>9} {:>12} {:>11} {:>9}",
            "", "answers/s", "half", "99 of 100", "memory", "at most", "first start", "cold start", "idle"
        );
        let only = setting("LOAD_ONLY").unwrap_or_default();
        for contestant in all().into_iter().filter(|one| one.name.contains(&only)) {
            match contestant.missing() {
                Some(what) => println!("{:<34} skipped: {what}", contestant.name),
                None => print_row(contestant.name, &measure(&contestant, &questions, clients, each).await),
            }
        }
        if setting("LOAD_LARGE").as_deref() != Some("off") && "Loket, large".contains(&only) {
            large::measure(&questions).await;
        }
    });
}

/// What was measured of one contestant.
struct Measured {
    round: Round,
    memory_mb: (f64, f64),
    first_start: Duration,
    cold_start: Duration,
    idle: f64,
}

async fn measure(contestant: &Contestant, questions: &[Question], clients: usize, each: usize) -> Measured {
    let home = Home::new(contestant);
    let stand = Stand::open(clients).await;
    // A greeting waits already: from the start of the program to its first answer. The first time there is nothing yet:
    // the knowledge is checked and becomes the first release.
    let (program, first_start) = stand.first_answer(|url| contestant.start(&home, url)).await;
    program.stops();
    let (program, cold_start) = stand.first_answer(|url| contestant.start(&home, url)).await;
    let process = Process::of(&program);
    stand.everybody_says_hello().await;
    let round = stand.play(questions, each, contestant.kind).await;
    stand.is_quiet().await;
    let before = process.processor_time();
    tokio::time::sleep(IDLE).await;
    let idle = process.processor_time().saturating_sub(before).as_secs_f64() / IDLE.as_secs_f64();
    Measured { round, memory_mb: process.memory_mb(), first_start, cold_start, idle }
}

fn print_row(name: &str, measured: &Measured) {
    let Measured { round, memory_mb: (memory, most), first_start, cold_start, idle } = measured;
    println!(
        "{name:<34} {:>10.0} {:>7} ms {:>7} ms {memory:>6.0} MB {most:>6.0} MB {:>9} ms {:>8} ms {:>7.1} %",
        round.answers_a_second(),
        round.wait(0.5).as_millis(),
        round.wait(0.99).as_millis(),
        first_start.as_millis(),
        cold_start.as_millis(),
        idle * 100.0,
    );
}
