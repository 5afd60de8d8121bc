//! How long it takes to read a catalogue and to index it, at 60, 1,000 and 10,000 generated entries.

mod support;

use divan::{Bencher, black_box};
use jiff::civil::date;
use loket::adapters::index::ranking::Ranking;
use loket::adapters::index::{Index, TellingWords};
use loket::adapters::knowledge;
use loket::domain::catalogue::Catalogue;
use loket::domain::language::Language;
use loket::startup::Folder;

const SIZES: [usize; 3] = [60, 1_000, 10_000];

fn main() {
    divan::main();
}

fn catalogue(count: usize) -> Catalogue {
    let loaded = knowledge::load(&support::generated(count), date(2026, 11, 23), &TellingWords::default());
    match loaded.catalogue {
        Some(catalogue) => catalogue,
        None => {
            let report = loaded.report.without_warnings().printed(Language::En, knowledge::report::Look::Plain);
            unreachable!("the generated catalogue is refused: {report}")
        }
    }
}

#[divan::bench(args = SIZES, sample_count = 5, sample_size = 1)]
fn read_and_check(bencher: Bencher<'_, '_>, count: usize) {
    let folder = support::generated(count);
    bencher.bench_local(|| knowledge::load(black_box(&folder), date(2026, 11, 23), &TellingWords::default()));
}

#[divan::bench(args = SIZES, sample_count = 5, sample_size = 1)]
fn build_the_index(bencher: Bencher<'_, '_>, count: usize) {
    let catalogue = catalogue(count);
    let Some(Ok(ranking)) = Folder::embedded().files.text("ranking.toml").map(Ranking::parse) else {
        unreachable!("the built-in ranking can be read")
    };
    bencher.bench_local(|| Index::build(black_box(&catalogue), &ranking));
}
