//! Somebody makes a mistake in a table: each is named by row and column, and nothing is changed.

use insta::assert_snapshot;
use loket::domain::intake::FileRefusal;
use loket::domain::language::Language;
use loket::startup::{in_words, take_in};

use crate::office::{Table, small};

#[test]
fn every_mistake_is_named_where_it_is() {
    let files = small();
    let table = Table::of(&files)
        .types("borg", "Status", "dicht")
        .types("borg", "Sluit op", "31 februari")
        .types("borg", "Titel (NL)", "# Borg <b>nu</b>")
        .types("rvo", "Wanneer (NL)", "Altijd")
        .adds(&[("Titel (NL)", "Iets zonder naam")])
        .adds(&[("Id", "Lening Voor Bakkers"), ("Soort", "Regeling")])
        .adds(&[("Id", "borg")])
        .adds(&[("Id", "nieuw")])
        .adds(&[("Id", "nieuwer"), ("Soort", "Subsidie")]);
    assert_snapshot!(table.is_refused(&files));
    assert_snapshot!(in_words(&table.handed_in(&files).unwrap_err(), Language::En));
}

#[test]
fn a_heading_that_nobody_knows_says_what_was_meant() {
    let files = small();
    let table = Table::of(&files).calls("Status", "Statsu").calls("Sluit op", "Wanneer dicht").calls("Link", "Id");
    assert_snapshot!(table.is_refused(&files));
}

#[test]
fn without_ids_nobody_knows_what_a_row_is_about() {
    let files = small();
    assert_snapshot!(Table::of(&files).keeps(&["Titel (NL)", "Status"]).is_refused(&files));
}

#[test]
fn an_entry_that_cannot_be_read_now_is_not_overwritten() {
    let files = small();
    let table = Table::of(&files).types("borg", "Status", "Gestopt");
    let broken =
        files.clone().with("schemes/borg.md", "+++\nid = \"borg\"\nkind = \"scheme\"\n+++\n\n| een | tabel |\n\n***\n");
    assert_snapshot!(table.is_refused(&broken));
}

#[test]
fn rows_of_the_template_are_passed_over() {
    let files = small();
    let template = loket::startup::hand_out(&files, loket::startup::Export::Template).unwrap();
    assert!(take_in(&files, "sjabloon.xlsx", &template).unwrap() == files);
}

#[test]
fn a_file_of_another_kind_says_what_can_be_sent() {
    let refused = |name: &str, content: &[u8]| take_in(&small(), name, content).unwrap_err();
    assert_eq!(refused("brief.docx", b"x"), FileRefusal::UnknownKind);
    assert_eq!(refused("tabel", b"x"), FileRefusal::UnknownKind);
    assert_eq!(refused("tabel.csv", b""), FileRefusal::Empty);
    // As an older spreadsheet saves it.
    assert_eq!(refused("tabel.csv", b"Id;Titel (NL)\nborg;caf\xe9"), FileRefusal::NotText);
}
