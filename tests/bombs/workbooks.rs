//! Workbooks that nobody should open.

use std::fmt::Write as _;

use zip::CompressionMethod;

use crate::archives::{noise, packed};
use crate::{Bomb, Why, bomb};

const TYPES: &str = include_str!("../../fuzz/targets/parts/content_types.xml");
const RELATIONS: &str = include_str!("../../fuzz/targets/parts/rels.xml");
const BOOK: &str = include_str!("../../fuzz/targets/parts/workbook.xml");
const BOOK_RELATIONS: &str = include_str!("../../fuzz/targets/parts/workbook.xml.rels");
const STYLES: &str = "<styleSheet/>";
const STRINGS: &str = "<sst><si><t>Id</t></si></sst>";

#[expect(clippy::too_many_lines, reason = "a line for every bomb is what it is for")]
pub(crate) fn all() -> Vec<Bomb> {
    let table = |what, sheet: &str, why| bomb(what, "tabel.xlsx", workbook(sheet, STRINGS, STYLES), why);
    let texts = |what, strings: &str, why| bomb(what, "tabel.xlsx", workbook(&sheet(FIRST), strings, STYLES), why);
    vec![
        texts(
            "100 MB of empty texts, packed",
            &format!("<sst>{}</sst>", "<si/>".repeat(5_000_000)),
            Why::UnpacksTooLarge,
        ),
        bomb(
            "a million empty texts, not packed",
            "tabel.xlsx",
            stored(&sheet(FIRST), &format!("<sst>{}</sst>", "<si/>".repeat(1_000_000)), STYLES),
            Why::TooMuchText,
        ),
        texts(
            "a count of texts beyond all memory",
            r#"<sst uniqueCount="999999999999999999"><si/></sst>"#,
            Why::Damaged,
        ),
        texts("a count of texts that is merely large", r#"<sst uniqueCount="900000000"><si/></sst>"#, Why::Damaged),
        texts(
            "one text of five megabytes",
            &format!("<sst><si><t>{}</t></si></sst>", varied(5_000_000)),
            Why::CellTooLong,
        ),
        bomb("one text in many pieces", "tabel.xlsx", in_pieces(), Why::CellTooLong),
        texts(
            "a billion laughs",
            "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]><sst><si><t>&b;</t></si></sst>",
            Why::Unsafe,
        ),
        texts(
            "a file from elsewhere",
            "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><sst><si><t>&a;</t></si></sst>",
            Why::Unsafe,
        ),
        texts("an entity that nobody explains", "<sst><si><t>&a;</t></si></sst>", Why::Unsafe),
        texts("another alphabet code", "<?xml version=\"1.0\" encoding=\"UTF-7\"?><sst><si/></sst>", Why::Unsafe),
        bomb("two bytes a letter", "tabel.xlsx", two_bytes_a_letter(), Why::Unsafe),
        bomb("one long text in very many cells", "tabel.xlsx", shared(), Why::TooMuchText),
        table("sixty thousand rows", &rows(60_000, "A"), Why::TooManyRows),
        table("fifty thousand rows with a cell far to the right", &rows(49_000, "GR"), Why::TooMuchText),
        table(
            "a row beyond all rows",
            &sheet(r#"<row r="4000000"><c r="A4000000"><v>1</v></c></row>"#),
            Why::TooManyRows,
        ),
        table("a row beyond all numbers", &sheet(r#"<row r="99999999999"><c><v>1</v></c></row>"#), Why::Damaged),
        table(
            "a column beyond all columns",
            &sheet(r#"<row r="1"><c r="XFD1"><v>1</v></c></row>"#),
            Why::TooManyColumns,
        ),
        table(
            "a column beyond all letters",
            &sheet(r#"<row r="1"><c r="ZZZZZZZZZZ1"><v>1</v></c></row>"#),
            Why::Damaged,
        ),
        table(
            "a size that counts backwards",
            &sheet(FIRST).replacen("<sheetData>", "<dimension ref=\"ZZZZZ9:A1\"/><sheetData>", 1),
            Why::Damaged,
        ),
        table(
            "a cell of a megabyte",
            &sheet(&format!("<row><c t=\"inlineStr\"><is><t>{}</t></is></c></row>", varied(1_000_000))),
            Why::CellTooLong,
        ),
        table(
            "rows from bottom to top",
            &sheet(r#"<row r="9"><c r="A9"><v>1</v></c></row><row r="2"><c r="A2"><v>1</v></c></row>"#),
            Why::Damaged,
        ),
        bomb(
            "a hundred thousand steps down",
            "tabel.xlsx",
            stored(&sheet(&"<a>".repeat(100_000)), STRINGS, STYLES),
            Why::TooMuchText,
        ),
        table("a sheet that was cut off", "<worksheet><sheetData><row><c t=\"s\"><v>0", Why::Damaged),
        table("no sheet at all", "<chartsheet/>", Why::NoTable),
        table("an empty sheet", &sheet(""), Why::NoTable),
        table(
            "an attribute of five megabytes",
            &format!("<worksheet x=\"{}\"><sheetData/></worksheet>", varied(5_000_000)),
            Why::NoTable,
        ),
        bomb(
            "a hundred thousand styles",
            "tabel.xlsx",
            stored(
                &sheet(FIRST),
                STRINGS,
                &format!("<styleSheet><cellXfs>{}</cellXfs></styleSheet>", "<xf/>".repeat(100_000)),
            ),
            Why::TooMuchText,
        ),
        bomb(
            "a password of Office",
            "tabel.xlsx",
            [b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".as_slice(), &noise(4096)].concat(),
            Why::Locked,
        ),
        bomb("a text with the name of a workbook", "tabel.xlsx", "Id;Status\nborg;Open\n", Why::Damaged),
        bomb(
            "an archive without a workbook",
            "tabel.xlsx",
            packed(&[("x.md", b"x")], CompressionMethod::Stored),
            Why::Damaged,
        ),
        bomb("a hundred and fifty parts", "tabel.xlsx", many_parts(), Why::TooManyFiles),
    ]
}

const FIRST: &str = r#"<row r="1"><c r="A1" t="s"><v>0</v></c></row>"#;

fn sheet(rows: &str) -> String {
    format!("<worksheet><sheetData>{rows}</sheetData></worksheet>")
}

fn rows(count: usize, column: &str) -> String {
    let mut rows = String::new();
    for row in 1..=count {
        // Each another number, so that it does not pack too well.
        write!(rows, "<row r=\"{row}\"><c r=\"{column}{row}\"><v>{}</v></c></row>", row * 7919 % 100_003).unwrap();
    }
    sheet(&rows)
}

/// A sheet in which one long text of the workbook stands over and over.
fn shared() -> Vec<u8> {
    let strings = format!("<sst><si><t>{}</t></si></sst>", varied(30_000));
    let row = format!("<row>{}</row>", "<c t=\"s\"><v>0</v></c>".repeat(100));
    stored(&sheet(&row.repeat(1000)), &strings, STYLES)
}

/// A text of a megabyte, a thousand letters at a time.
fn in_pieces() -> Vec<u8> {
    let piece = format!("<r><t>{}</t></r>", varied(1000));
    stored(&sheet(FIRST), &format!("<sst><si>{}</si></sst>", piece.repeat(1000)), STYLES)
}

/// Letters that don't pack too well.
fn varied(count: usize) -> String {
    noise(count).into_iter().map(|byte| char::from(b'a' + byte % 26)).collect()
}

/// A workbook with as much text as is read.
pub(crate) fn within_bounds() -> Vec<u8> {
    let text = varied(1_750_000);
    let mut strings = String::from("<sst>");
    for piece in text.as_bytes().chunks(250) {
        write!(strings, "<si><t>{}</t></si>", String::from_utf8_lossy(piece)).unwrap();
    }
    strings.push_str("</sst>");
    let mut rows = String::new();
    for row in 0..12_000 {
        write!(rows, "<row r=\"{}\">", row + 1).unwrap();
        for column in 0..5 {
            write!(rows, "<c t=\"s\"><v>{}</v></c>", (row * 5 + column) % 7_000).unwrap();
        }
        rows.push_str("</row>");
    }
    workbook(&sheet(&rows), &strings, STYLES)
}

fn workbook(sheet: &str, strings: &str, styles: &str) -> Vec<u8> {
    packed(&parts(sheet.as_bytes(), strings.as_bytes(), styles.as_bytes()), CompressionMethod::Deflated)
}

fn stored(sheet: &str, strings: &str, styles: &str) -> Vec<u8> {
    packed(&parts(sheet.as_bytes(), strings.as_bytes(), styles.as_bytes()), CompressionMethod::Stored)
}

fn parts<'a>(sheet: &'a [u8], strings: &'a [u8], styles: &'a [u8]) -> Vec<(&'static str, &'a [u8])> {
    vec![
        ("[Content_Types].xml", TYPES.as_bytes()),
        ("_rels/.rels", RELATIONS.as_bytes()),
        ("xl/workbook.xml", BOOK.as_bytes()),
        ("xl/_rels/workbook.xml.rels", BOOK_RELATIONS.as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet),
        ("xl/sharedStrings.xml", strings),
        ("xl/styles.xml", styles),
    ]
}

fn two_bytes_a_letter() -> Vec<u8> {
    let strings: Vec<u8> = STRINGS.encode_utf16().flat_map(u16::to_le_bytes).collect();
    packed(&parts(sheet(FIRST).as_bytes(), &strings, STYLES.as_bytes()), CompressionMethod::Deflated)
}

fn many_parts() -> Vec<u8> {
    let names: Vec<String> = (0..150).map(|number| format!("xl/x{number}.xml")).collect();
    packed(&names.iter().map(|name| (name.as_str(), b"<x/>".as_slice())).collect::<Vec<_>>(), CompressionMethod::Stored)
}
