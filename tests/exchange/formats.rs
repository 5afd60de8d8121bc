//! The files themselves: what a spreadsheet makes of them, and what people do to them.

use std::io::{Cursor, Read as _};

use loket::adapters::exchange::{csv_file, xlsx_reader, xlsx_writer};
use loket::domain::sheet::{Column, Fill, Sheet};
use loket::startup::{Export, hand_out, take_in};

use crate::office::{SCHEME, Table, changes, real, small};

/// A table of one column with these cells.
fn sheet(cells: &[&str]) -> Sheet {
    let column = Column { heading: "Kop".to_owned(), hint: "Wat je invult.".to_owned(), fill: Fill::Words };
    Sheet { columns: vec![column], rows: cells.iter().map(|cell| vec![(*cell).to_owned()]).collect(), guide: vec![] }
}

#[test]
fn a_cell_that_looks_like_a_formula_is_harmless_in_a_spreadsheet_and_comes_back_as_it_was() {
    let cells = ["=1+1", "+31 570", "-5", "@naam", "'=x", "''-x", "'gewoon", "gewoon", "\t=x"];
    let written = csv_file::write(&sheet(&cells)).unwrap();
    let text = String::from_utf8(written.clone()).unwrap();
    assert!(text.starts_with('\u{FEFF}'), "by this a spreadsheet sees that it is UTF-8");
    for line in text.trim_start_matches('\u{FEFF}').lines() {
        assert!(!line.trim_start_matches('"').starts_with(['=', '+', '-', '@', '\t']), "{line}");
    }
    let read: Vec<String> =
        csv_file::read(&written).unwrap().rows.iter().skip(1).map(|row| row.cells[0].clone()).collect();
    assert_eq!(read, cells);
}

#[test]
fn no_cell_of_the_exported_catalogue_is_taken_for_a_formula() {
    let written = hand_out(&real(), Export::Csv).unwrap();
    let text = String::from_utf8(written).unwrap();
    let mut reader =
        csv::ReaderBuilder::new().delimiter(b';').from_reader(text.trim_start_matches('\u{FEFF}').as_bytes());
    let mut cells = 0;
    for record in reader.records() {
        for cell in &record.unwrap() {
            assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{cell}");
            cells += 1;
        }
    }
    assert!(cells > 30_000, "the whole catalogue");
}

#[test]
fn a_spreadsheet_may_save_it_with_commas_or_tabs_and_other_line_ends() {
    let files = small();
    for (delimiter, end) in [(",", "\r\n"), ("\t", "\n"), (";", "\r")] {
        let table = [["Id", "Status"], ["borg", "Gesloten"]].map(|row| row.join(delimiter)).join(end);
        let changed = take_in(&files, "tabel.csv", table.as_bytes()).unwrap();
        assert_eq!(changes(&changed, &files), [format!("changed {SCHEME}")], "{table:?}");
    }
}

#[test]
fn rows_have_the_number_that_a_spreadsheet_shows() {
    let numbers =
        |bytes: &[u8]| -> Vec<usize> { csv_file::read(bytes).unwrap().rows.iter().map(|row| row.number).collect() };
    assert_eq!(numbers(b"a;b\n1;2\n\n\n3;4\n;\n5;6"), [1, 2, 5, 7]);
    assert_eq!(numbers(b"\na;b\r\n\"1\r\n2\";2\r\n3;4\r\n"), [2, 3, 4]);
    let spaced = xlsx_writer::write(&sheet(&["een", "", "", "vier"])).unwrap();
    let numbers: Vec<usize> = xlsx_reader::read(&spaced).unwrap().rows.iter().map(|row| row.number).collect();
    assert_eq!(numbers, [1, 2, 5]);
}

#[test]
fn a_workbook_offers_words_to_choose_from_and_days_that_are_days() {
    let workbook = hand_out(&small(), Export::Workbook).unwrap();
    let page = part(&workbook, "xl/worksheets/sheet1.xml");
    assert!(page.contains(r#"type="list""#), "lists to choose from");
    assert!(part(&workbook, "xl/worksheets/sheet3.xml").contains("<v>"), "what can be chosen from");
    assert!(part(&workbook, "xl/workbook.xml").contains(r#"name="Uitleg""#));
    let texts = part(&workbook, "xl/sharedStrings.xml");
    for word in ["Regeling", "Budget op", "Geld", "Wat je invult"] {
        assert!(texts.contains(word), "{word}");
    }
    assert!(!texts.contains("2027-06-30"), "a day is no text");
}

#[test]
fn a_number_where_a_text_is_expected_is_read_as_it_is_shown() {
    let mut workbook = rust_xlsxwriter::Workbook::new();
    let page = workbook.add_worksheet();
    page.write_row(0, 0, ["Id", "Gecontroleerd"]).unwrap();
    page.write(1, 0, "borg").unwrap();
    page.write(1, 1, 2025).unwrap();
    let files = small();
    let changed = take_in(&files, "tabel.xlsx", &workbook.save_to_buffer().unwrap()).unwrap();
    assert!(changed.text(SCHEME).unwrap().contains("verified = \"2025\""));
}

#[test]
fn the_template_explains_itself() {
    let template = hand_out(&real(), Export::Template).unwrap();
    let read = xlsx_reader::read(&template).unwrap();
    assert_eq!(read.rows.len(), 3, "headings and two examples");
    assert_eq!(read.rows[1].cells[0], "voorbeeld-regeling");
    let texts = part(&template, "xl/sharedStrings.xml");
    for column in &Table::of(&real()).0.columns {
        let escaped = |text: &str| text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
        assert!(texts.contains(&escaped(&column.hint)), "{} is explained", column.heading);
    }
}

/// What stands in a part of a workbook.
fn part(workbook: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(workbook)).unwrap();
    let mut text = String::new();
    archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}
