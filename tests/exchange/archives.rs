//! An entry or an archive comes in: what goes where, what stays, and what is gone.

use loket::adapters::exchange::zip_file;
use loket::domain::intake::FileRefusal;
use loket::startup::{Export, hand_out, take_in};

use crate::office::{SCHEME, changes, small};

fn zipped(files: &[(&str, &str)]) -> Vec<u8> {
    zip_file::pack(&files.iter().copied().collect()).unwrap()
}

fn scheme() -> String {
    small().text(SCHEME).unwrap().to_owned()
}

/// What an archive with these files changes.
fn changed_by(archive: &[(&str, &str)]) -> Vec<String> {
    let files = small();
    changes(&take_in(&files, "catalogus.zip", &zipped(archive)).unwrap(), &files)
}

#[test]
fn an_entry_takes_the_place_of_the_one_with_its_id_whatever_the_file_is_called() {
    let files = small();
    let text = scheme().replace("status = \"open\"", "status = \"closed\"");
    let changed = take_in(&files, "borg (definitief) (2).md", text.as_bytes()).unwrap();
    assert_eq!(changes(&changed, &files), [format!("changed {SCHEME}")]);
    assert_eq!(changed.text(SCHEME), Some(text.as_str()), "byte for byte");
}

#[test]
fn a_new_entry_goes_to_the_folder_of_its_kind_and_an_entry_of_another_kind_moves() {
    let files = small();
    let new = scheme().replace("id = \"borg\"", "id = \"garantie\"");
    let changed = take_in(&files, "x.md", new.as_bytes()).unwrap();
    assert_eq!(changes(&changed, &files), ["new schemes/garantie.md"]);
    let moved = scheme().replace("kind = \"scheme\"", "kind = \"rule\"");
    let changed = take_in(&files, "x.md", moved.as_bytes()).unwrap();
    assert_eq!(changes(&changed, &files), ["new rules/borg.md", "gone schemes/borg.md"]);
}

#[test]
fn a_text_without_id_and_kind_is_no_entry() {
    let refused = |text: &str| take_in(&small(), "x.md", text.as_bytes()).unwrap_err();
    let no_entry = FileRefusal::NotAnEntry { name: "x.md".to_owned() };
    for text in ["Hallo", "+++\nid = \"x\"\n+++\n", "+++\nkind = \"scheme\"\n+++\n", "+++\nid = \"x\nkind\n"] {
        assert_eq!(refused(text), no_entry, "{text}");
    }
    // An id becomes a path: it can't lead elsewhere.
    assert_eq!(refused("+++\nid = \"../../x\"\nkind = \"scheme\"\n+++\n"), no_entry);
}

#[test]
fn a_part_of_the_catalogue_changes_that_part() {
    let text = scheme().replace("status = \"open\"", "status = \"closed\"");
    let changed = [format!("changed {SCHEME}")];
    assert_eq!(changed_by(&[(SCHEME, &text)]), changed);
    assert_eq!(changed_by(&[("kennis/schemes/borg.md", &text)]), changed, "with a folder around it");
    assert_eq!(changed_by(&[("borg.md", &text)]), changed, "an entry without a folder");
    assert_eq!(changed_by(&[(SCHEME, &scheme())]), [""; 0], "the same again");
    assert_eq!(changed_by(&[("gold/nieuw.toml", "")]), ["new gold/nieuw.toml"], "a folder of ours is not left out");
}

#[test]
fn what_computers_put_beside_the_files_is_left_out() {
    let clutter = [
        (SCHEME, scheme()),
        ("__MACOSX/schemes/._borg.md", String::new()),
        (".DS_Store", String::new()),
        ("schemes/Thumbs.db", String::new()),
    ];
    let clutter: Vec<(&str, &str)> = clutter.iter().map(|(path, text)| (*path, text.as_str())).collect();
    assert_eq!(changed_by(&clutter), [""; 0]);
}

#[test]
fn a_whole_catalogue_takes_the_place_of_the_old_one() {
    let files = small().with("schemes/oud.md", scheme().replace("id = \"borg\"", "id = \"oud\""));
    let export = hand_out(&small(), Export::Archive).unwrap();
    let changed = take_in(&files, "catalogus.zip", &export).unwrap();
    assert_eq!(changes(&changed, &files), ["gone schemes/oud.md"], "who takes a file out of the whole means it");
}

#[test]
fn a_stranger_among_the_files_is_named() {
    let archive = zipped(&[(SCHEME, &scheme()), ("schemes/brief.docx", "x")]);
    let refused = take_in(&small(), "catalogus.zip", &archive).unwrap_err();
    assert_eq!(refused, FileRefusal::Stranger { name: "schemes/brief.docx".to_owned() });
}
