//! Whatever somebody types in a cell: it is kept as it was meant, or refused; never kept as something else.

use loket::adapters::exchange::{csv_file, xlsx_reader, xlsx_writer};
use loket::domain::intake::FileRefusal;
use loket::domain::sheet::{Column, Fill, Sheet};
use loket::startup::take_in;
use proptest::prelude::*;

use crate::office::{SCHEME, Table, small};

/// What people type, and what they should not.
fn typed() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "a",
        "Je krijgt € 5.000",
        " ",
        "\n",
        "\n\n",
        "• ",
        "- ",
        "# ",
        "* ",
        "_x0041_",
        "<b>",
        "&amp;",
        "\\",
        "\"",
        "'",
        ";",
        ",",
        "=1+1",
        "+",
        "@",
        "1. ",
        "> ",
        "`",
        "|",
        "[x](y)",
        "+++",
        "---",
        "é",
        "🙂",
        "\u{200B}",
        "\t",
        "\r\n",
        "{$x}",
        "$",
        "~",
    ]);
    prop::collection::vec(pieces, 0..12).prop_map(|pieces| pieces.concat())
}

/// The lines that say something, as they are compared.
fn said(text: &str) -> Vec<String> {
    let bare = |line: &str| line.split_whitespace().collect::<Vec<_>>().join(" ");
    // One bullet is as good as several.
    let bullets = |mut line: String| {
        while let Some(rest) = line.strip_prefix(['•', '-', '*', '–']) {
            if !(rest.is_empty() || rest.starts_with(' ') || line.starts_with('•')) {
                break;
            }
            line = rest.trim().to_owned();
        }
        line
    };
    // A bullet with nothing but bullets behind it says nothing either.
    let says = |line: &String| line.chars().any(|sign| !sign.is_whitespace() && !"•-*–".contains(sign));
    text.replace('\r', "\n").lines().map(bare).map(bullets).filter(says).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn a_text_is_kept_as_it_was_typed_or_refused(text in typed()) {
        let files = small();
        for heading in ["Voor wie (NL)", "Vragen (EN)"] {
            let table = Table::of(&files).types("borg", heading, &text);
            match take_in(&files, "tabel.csv", &table.saved("tabel.csv")) {
                Ok(changed) => {
                    let now = Table::of(&changed);
                    prop_assert_eq!(said(now.cell("borg", heading)), said(&text));
                    for column in now.0.columns.iter().filter(|column| column.heading != heading) {
                        let before = Table::of(&files);
                        prop_assert_eq!(now.cell("borg", &column.heading), before.cell("borg", &column.heading));
                    }
                    let others = changed.clone().without(SCHEME) == files.clone().without(SCHEME);
                    prop_assert!(others, "no other file changes");
                    // What was taken in is handed out, and changes nothing when it comes back.
                    let again = take_in(&changed, "tabel.xlsx", &now.saved("tabel.xlsx")).unwrap();
                    prop_assert!(again == changed);
                }
                Err(refusal) => prop_assert!(matches!(refusal, FileRefusal::Cells(_)), "{:?}", refusal),
            }
        }
    }

    #[test]
    fn a_fact_is_kept_as_it_was_typed_or_refused(text in typed()) {
        let files = small();
        for heading in ["Nog na te kijken", "Ook bekend als (NL)"] {
            let table = Table::of(&files).types("borg", heading, &text);
            let changed = take_in(&files, "tabel.csv", &table.saved("tabel.csv")).unwrap();
            let bare = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
            prop_assert_eq!(bare(Table::of(&changed).cell("borg", heading)), bare(&text));
        }
    }

    #[test]
    fn both_kinds_of_tables_bring_every_cell_back(cells in prop::collection::vec(typed(), 1..6)) {
        let column = |index: usize| Column { heading: format!("Kop {index}"), hint: String::new(), fill: Fill::Words };
        let sheet = Sheet { columns: (0..cells.len()).map(column).collect(), rows: vec![cells.clone()], guide: vec![] };
        let meant: Vec<String> = cells.iter().map(|cell| ended(cell)).collect();
        for grid in [csv_file::read(&csv_file::write(&sheet).unwrap()), xlsx_reader::read(&xlsx_writer::write(&sheet).unwrap())] {
            let mut read = grid.unwrap().rows.get(1).map(|row| row.cells.clone()).unwrap_or_default();
            read.resize(cells.len(), String::new());
            prop_assert_eq!(&read, &meant);
        }
    }
}

/// A cell without what nobody sees at its end.
fn ended(cell: &str) -> String {
    cell.replace("\r\n", "\n").replace('\r', "\n").trim_end().to_owned()
}
