//! Somebody changes a cell: that entry's file changes, in the house's format, and nothing else.

use insta::assert_snapshot;
use loket::adapters::index::TellingWords;
use loket::adapters::knowledge::load;

use crate::office::{SCHEME, Table, changes, difference, real, small};

/// One cell of the scheme, typed anew; what becomes of its file.
fn typed(heading: &str, text: &str) -> String {
    let files = small();
    let changed = Table::of(&files).types("borg", heading, text).handed_in(&files).unwrap();
    assert_eq!(changes(&changed, &files), [format!("changed {SCHEME}")], "only that file");
    difference(&changed, &files, SCHEME)
}

#[test]
fn a_scheme_that_ends() {
    assert_snapshot!(typed("Status", "Gestopt"), @r#"
    - status = "open"
    + status = "ended"
    "#);
    assert_snapshot!(typed("Status", "budget-gone"), @r#"
    - status = "open"
    + status = "budget-gone"
    "#);
}

#[test]
fn a_day_as_a_dutch_spreadsheet_writes_it() {
    assert_snapshot!(typed("Sluit op", "31-12-2026"), @r"
    - closes = 2027-06-30
    + closes = 2026-12-31
    ");
    assert_snapshot!(typed("Sluit op", ""), @"- closes = 2027-06-30");
}

#[test]
fn a_fact_that_was_not_there_gets_the_place_that_the_house_gives_it() {
    let files = small();
    let changed = Table::of(&files).types("borg", "Opent op", "2026-12-01").handed_in(&files).unwrap();
    let text = changed.text(SCHEME).unwrap();
    let around: Vec<&str> = text.lines().skip_while(|line| !line.starts_with("status")).take(3).collect();
    assert_eq!(around, ["status = \"open\"", "opens = 2026-12-01", "closes = 2027-06-30"]);
}

#[test]
fn what_stands_behind_a_fact_stays_there() {
    let files = small();
    let text =
        files.text(SCHEME).unwrap().replace("status = \"open\"", "# since June\nstatus = \"open\"   # so they say");
    let files = files.with(SCHEME, text);
    let changed = Table::of(&files).types("borg", "Status", "Gesloten").handed_in(&files).unwrap();
    assert_snapshot!(difference(&changed, &files, SCHEME), @r#"
    - status = "open"   # so they say
    + status = "closed"   # so they say
    "#);
}

#[test]
fn a_list_with_the_bullets_that_people_type() {
    assert_snapshot!(typed("Voorwaarden (NL)", "Let op:\n• Je bedrijf is gezond.\n- Je betaalt niets."), @r"
    - - Je betaalt één keer
    -   een bedrag.
    + - Je betaalt niets.
    ");
}

#[test]
fn a_new_question_is_a_line_in_a_cell() {
    let files = small();
    let now = Table::of(&files).cell("borg", "Vragen (NL)").to_owned();
    let written = typed("Vragen (NL)", &format!("{now}\nmag mijn oma ook borg staan?"));
    assert!(written.ends_with("+ - mag mijn oma ook borg staan?"), "{written}");
}

#[test]
fn themes_are_chosen_by_the_word_on_their_button() {
    let files = small();
    let changed = Table::of(&files).types("borg", "Andere thema's", "Netwerk").handed_in(&files).unwrap();
    assert_snapshot!(difference(&changed, &files, SCHEME), @r#"
    - themes = ["finance"]
    + themes = ["finance", "network"]
    "#);
}

#[test]
fn a_new_row_is_a_new_entry_in_the_houses_format() {
    let files = small();
    let table = Table::of(&files);
    let same = |heading: &str| table.cell("borg", heading).to_owned();
    let cells: Vec<(String, String)> =
        table.0.columns.iter().map(|column| (column.heading.clone(), same(&column.heading))).collect();
    let mut cells: Vec<(&str, &str)> = cells.iter().map(|(heading, cell)| (heading.as_str(), cell.as_str())).collect();
    cells[0].1 = "garantie";
    let changed = table.clone().adds(&cells).handed_in(&files).unwrap();
    assert_eq!(changes(&changed, &files), ["new schemes/garantie.md"]);
    let written = changed.text("schemes/garantie.md").unwrap();
    assert_snapshot!(written.lines().take(24).collect::<Vec<_>>().join("\n"));
    assert_eq!(Table::of(&changed).cell("garantie", "Vragen (EN)"), table.cell("borg", "Vragen (EN)"));
}

#[test]
fn a_row_that_is_left_out_takes_nothing_away() {
    let files = small();
    let changed = Table::of(&files).removes("borg").handed_in(&files).unwrap();
    assert_eq!(changes(&changed, &files), [""; 0]);
}

#[test]
fn a_few_columns_in_any_order_are_enough() {
    let files = small();
    let table = Table::of(&files).keeps(&["Status", "Id"]).types_anywhere("Gesloten");
    let changed = table.handed_in(&files).unwrap();
    assert_eq!(changes(&changed, &files), ["changed organisations/rvo.md", &format!("changed {SCHEME}")]);
}

impl Table {
    /// Types the same in the first cell of every row.
    fn types_anywhere(mut self, text: &str) -> Self {
        for row in &mut self.0.rows {
            text.clone_into(&mut row[0]);
        }
        self
    }
}

#[test]
fn an_entry_that_becomes_another_kind_moves_and_gets_the_headings_of_that_kind() {
    let files = small();
    let table = Table::of(&files).types("borg", "Soort", "Vraag").types("borg", "Vorm", "");
    let changed = table.handed_in(&files).unwrap();
    assert_eq!(changes(&changed, &files), ["new faq/borg.md", &format!("gone {SCHEME}")]);
    let text = changed.text("faq/borg.md").unwrap();
    assert!(text.contains("## Wat geldt er\n\nDe overheid staat borg"), "{text}");
    let loaded = load(&changed.into(), jiff::civil::date(2026, 11, 23), &TellingWords::default());
    let structure: Vec<_> = loaded.report.faults.iter().filter(|fault| fault.what.en.contains("heading")).collect();
    assert!(structure.is_empty(), "{structure:?}");
}

#[test]
fn one_cell_of_the_whole_catalogue_changes_one_line_of_one_file() {
    let files = real();
    let changed = Table::of(&files).types("bmkb", "Status", "Budget op").handed_in(&files).unwrap();
    assert_eq!(changes(&changed, &files), ["changed schemes/bmkb.md"]);
    assert_snapshot!(difference(&changed, &files, "schemes/bmkb.md"), @r#"
    - status = "open"
    + status = "budget-gone"
    "#);
    let title = "De staat staat borg (BMKB)";
    let changed = Table::of(&files).types("bmkb", "Titel (NL)", title).handed_in(&files).unwrap();
    assert_snapshot!(difference(&changed, &files, "schemes/bmkb.md"), @r"
    - # De overheid staat borg voor je lening (BMKB)
    + # De staat staat borg (BMKB)
    ");
}
