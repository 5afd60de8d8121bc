//! Whatever stands in an entry's file: reading it never panics, and a row made of it changes nothing.
#![no_main]

use jiff::civil::date;
use libfuzzer_sys::fuzz_target;
use loket::adapters::index::TellingWords;
use loket::adapters::knowledge::load;
use loket::adapters::knowledge::rows;
use loket::domain::files::Files;

fuzz_target!(|text: &str| {
    let files = Files::default().with("schemes/borg.md", text);
    if let Ok(sheet) = rows::sheet(&files) {
        assert_eq!(sheet.rows.len(), 1, "an entry is a row");
    }
    load(&files.into(), date(2026, 11, 23), &TellingWords::default());
});
