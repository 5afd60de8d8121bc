//! Whatever stands in a workbook: reading it never panics.
//!
//! The bytes are the parts of a workbook, packed here: behind a checksum a fuzzer finds nothing.
#![no_main]

use libfuzzer_sys::fuzz_target;
use loket::adapters::exchange::{xlsx_reader, zip_file};
use loket::domain::files::Files;

const TYPES: &str = include_str!("parts/content_types.xml");
const RELATIONS: &str = include_str!("parts/rels.xml");
const WORKBOOK: &str = include_str!("parts/workbook.xml");
const BOOK_RELATIONS: &str = include_str!("parts/workbook.xml.rels");

/// What stands between the parts: the sheet, the texts, the styles.
const SEAM: &str = "\n====\n";

fuzz_target!(|parts: &str| {
    let mut parts = parts.split(SEAM).map(str::as_bytes);
    let mut part = || parts.next().unwrap_or_default();
    let (sheet, strings, styles) = (part(), part(), part());
    let files = Files::from_iter([
        ("[Content_Types].xml", TYPES.as_bytes()),
        ("_rels/.rels", RELATIONS.as_bytes()),
        ("xl/workbook.xml", WORKBOOK.as_bytes()),
        ("xl/_rels/workbook.xml.rels", BOOK_RELATIONS.as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet),
        ("xl/sharedStrings.xml", strings),
        ("xl/styles.xml", styles),
    ]);
    if let Ok(packed) = zip_file::pack(&files) {
        let _ = xlsx_reader::read(&packed);
    }
});
