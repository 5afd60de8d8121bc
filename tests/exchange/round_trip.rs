//! What was handed out comes back and changes nothing: the whole catalogue, in every form.

use loket::startup::{Export, hand_out, take_in};

use crate::office::real;

const FORMS: [(Export, &str); 3] =
    [(Export::Archive, "catalogus.zip"), (Export::Csv, "catalogus.csv"), (Export::Workbook, "catalogus.xlsx")];

#[test]
fn an_export_that_comes_back_changes_nothing() {
    let files = real();
    assert!(files.len() > 800, "the whole catalogue");
    for (form, name) in FORMS {
        let export = hand_out(&files, form).unwrap();
        let back = take_in(&files, name, &export).unwrap();
        assert_eq!(back.fingerprint(), files.fingerprint(), "{name}");
        assert!(back == files, "{name}: byte for byte");
        assert!(hand_out(&back, form).unwrap() == export, "{name}: exported again, byte for byte");
    }
}

#[test]
fn an_archive_rebuilds_the_catalogue_from_nothing() {
    let files = real();
    let export = hand_out(&files, Export::Archive).unwrap();
    let rebuilt = take_in(&loket::domain::files::Files::default(), "catalogus.zip", &export).unwrap();
    assert_eq!(rebuilt.fingerprint(), files.fingerprint());
}

#[test]
fn every_entry_written_anew_from_its_cells_says_the_same() {
    let files = real();
    let table = crate::office::Table::of(&files);
    // The same rows, given to a house that has the surroundings and no entry at all.
    let entries: Vec<String> = files.iter().map(|(path, _)| path.to_owned()).filter(|path| is_entry(path)).collect();
    assert!(entries.len() > 800, "the whole catalogue");
    let bare = entries.iter().fold(files.clone(), |files, path| files.without(path));
    let rebuilt = table.handed_in(&bare).unwrap();
    let other: Vec<&String> =
        entries.iter().filter(|path| rebuilt.text(path) != files.text(path).map(loosened).as_deref()).collect();
    assert_eq!(other, [""; 0], "these are written in another way than the house's");
}

/// The text with an empty line between a paragraph and its list: some editors leave it out, the house writes it.
fn loosened(text: &str) -> String {
    let mut lines: Vec<&str> = Vec::new();
    for line in text.lines() {
        let before = lines.last().copied().unwrap_or_default();
        if line.starts_with("- ") && !before.is_empty() && !before.starts_with("- ") {
            lines.push("");
        }
        lines.push(line);
    }
    lines.join("\n") + "\n"
}

fn is_entry(path: &str) -> bool {
    let folders = ["schemes/", "rules/", "faq/", "organisations/", "examples/"];
    folders.iter().any(|folder| path.starts_with(folder))
}
