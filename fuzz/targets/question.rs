//! Any bytes as a message: read, searched for and explained, with the small counter of the stories.

#![no_main]

#[path = "../../tests/finding/counter.rs"]
#[expect(dead_code, reason = "the stories ask more of their counter")]
mod counter;

use std::sync::LazyLock;

use counter::Counter;
use libfuzzer_sys::fuzz_target;

static COUNTER: LazyLock<Counter> = LazyLock::new(Counter::open);

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    let evidence = COUNTER.evidence(&text);
    assert!(evidence.candidates.len() <= 10);
    assert!(COUNTER.terms(&text).len() <= 64);
    assert!(COUNTER.explains(&text).iter().filter(|line| line.contains(", read as ")).count() <= 3);
});
