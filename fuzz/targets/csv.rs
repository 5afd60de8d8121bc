//! Whatever stands in a `.csv`: reading it and putting it into the files never panics.
#![no_main]

use libfuzzer_sys::fuzz_target;
use loket::domain::files::Files;
use loket::startup::take_in;

const ENTRY: &str = include_str!("../../tests/knowledge/folder/borg.md");

fuzz_target!(|bytes: &[u8]| {
    let files = Files::default().with("schemes/borg.md", ENTRY);
    let _ = take_in(&files, "tabel.csv", bytes);
});
