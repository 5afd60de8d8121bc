//! Where the files come from.

use std::fs;
use std::path::Path;

use loket::adapters::knowledge::folder::Folder;
use loket::domain::files::Files;

use crate::editor::{SCHEME, editor, load_folder, told as told_by};

/// The folder of the stories, as an editor has it on disk.
fn on_disk() -> tempfile::TempDir {
    let place = tempfile::tempdir().unwrap();
    let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/knowledge/folder");
    for (name, folder) in [("rvo.md", "organisations/"), ("borg.md", "schemes/")] {
        fs::create_dir_all(place.path().join(folder)).unwrap();
        fs::copy(from.join(name), place.path().join(folder).join(name)).unwrap();
    }
    for name in ["areas.csv", "region.toml", "desks.toml", "themes.toml", "signals.toml"] {
        fs::copy(from.join(name), place.path().join(name)).unwrap();
    }
    place
}

fn told(folder: &Path) -> Vec<String> {
    let loaded = load_folder(&Folder::read(folder).unwrap());
    loaded.report.faults.iter().map(|fault| told_by(fault).replace(":1 ", " ")).collect()
}

#[test]
fn the_same_files_are_the_same_release_wherever_they_lie() {
    let disk = load_folder(&Folder::read(on_disk().path()).unwrap()).catalogue.unwrap();
    let memory = editor().loads().catalogue.unwrap();
    assert_eq!(disk.release, memory.release);
    assert_eq!(disk.release.as_str().len(), 12);
    assert!(disk.release.as_str().chars().all(|digit| digit.is_ascii_hexdigit()));
}

#[test]
fn one_letter_makes_another_release_and_so_does_a_name() {
    let release = Files::fingerprint;
    let files = Files::default().with("a.md", "ab").with("c.md", "");
    assert_ne!(release(&files), release(&files.clone().with("a.md", "ac")));
    assert_ne!(release(&files), release(&Files::default().with("a.md", "a").with("bc.md", "")));
    assert_eq!(release(&files), release(&Files::default().with("c.md", "").with("a.md", "ab")));
}

#[test]
fn a_hidden_file_is_no_part_of_the_knowledge() {
    let place = on_disk();
    let before = Folder::read(place.path()).unwrap().files.fingerprint();
    fs::write(place.path().join(".DS_Store"), [0, 159, 146, 150]).unwrap();
    assert_eq!(Folder::read(place.path()).unwrap().files.fingerprint(), before);
}

#[cfg(unix)]
#[test]
fn a_link_is_not_followed_and_its_absence_is_not_silent() {
    let place = on_disk();
    std::os::unix::fs::symlink("/etc/passwd", place.path().join("schemes/geheim.md")).unwrap();
    std::os::unix::fs::symlink("/etc", place.path().join("rules")).unwrap();
    assert_eq!(
        told(place.path()),
        [
            "rules links are not followed — put the file itself here",
            "schemes/geheim.md links are not followed — put the file itself here",
        ]
    );
}

#[test]
fn a_huge_file_is_not_read() {
    let place = on_disk();
    let huge = fs::File::create(place.path().join("schemes/groot.md")).unwrap();
    huge.set_len(10 * 1024 * 1024 + 1).unwrap();
    assert_eq!(
        told(place.path()),
        ["schemes/groot.md the file is larger than 10 MB — keep files in it that people wrote"]
    );
}

#[test]
fn a_folder_that_is_not_there_is_an_error_and_no_empty_catalogue() {
    assert!(Folder::read(Path::new("/there/is/no/such/folder")).is_err());
}

#[test]
fn an_empty_folder_is_told_what_a_counter_needs() {
    let loaded = load_folder(&Folder::default());
    assert!(loaded.catalogue.is_none());
    let told: Vec<_> = loaded.report.faults.iter().map(|fault| fault.what.en.as_str()).collect();
    insta::assert_snapshot!(told.join("\n"), @r"
    areas.csv is missing: all municipalities of the country
    desks.toml is missing: who answers when the bot cannot
    region.toml is missing: the municipalities this counter serves
    signals.toml is missing: the words by which distress is heard
    themes.toml is missing: the themes under which people browse
    ");
}

#[test]
fn a_file_in_another_alphabet_code_is_named() {
    let told = editor().writes(SCHEME, b"+++\nid = \"caf\xe9\"".as_slice()).errors();
    assert_eq!(
        told,
        ["schemes/borg.md:1 the file is not text in UTF-8 — save it as UTF-8; in Notepad: Save as, Encoding, UTF-8"]
    );
}
