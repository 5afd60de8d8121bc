//! The knowledge that comes with the program.

use std::path::Path;

use loket::adapters::knowledge::export::export;
use loket::adapters::knowledge::folder::Folder;
use loket::adapters::knowledge::report::Severity;
use loket::adapters::knowledge::reread;
use loket::domain::area::AreaCode;
use loket::domain::catalogue::Catalogue;
use loket::domain::ids::EntryId;

use crate::editor::{TODAY, editor, load_folder};

#[test]
fn the_knowledge_that_comes_with_the_program_has_no_errors() {
    let loaded = load_folder(&Folder::embedded());
    let errors: Vec<_> = loaded.report.faults.iter().filter(|fault| fault.severity == Severity::Error).collect();
    assert!(errors.is_empty(), "{errors:#?}");
    assert!(!loaded.catalogue.unwrap().is_empty());
}

/// A house opens with a release that was checked before; it must know the same as when it was published.
#[test]
fn what_is_read_again_is_what_was_checked() {
    let folder = Folder::embedded();
    let checked = load_folder(&folder).catalogue.unwrap();
    let (again, _) = reread(&folder, TODAY);
    let told = |catalogue: &Catalogue| {
        let entries: Vec<String> = catalogue.entries().map(|entry| format!("{entry:?}")).collect();
        let Catalogue { release, region, desks, themes, synonyms, signals, doors, notice, .. } = catalogue;
        (entries, format!("{release:?} {region:?} {desks:?} {themes:?} {synonyms:?} {signals:?} {doors:?} {notice:?}"))
    };
    let (checked, again) = (told(&checked), told(&again.unwrap()));
    assert_eq!(checked.1, again.1);
    assert_eq!(checked.0, again.0);
}

#[test]
fn every_fact_that_was_gathered_has_its_entry() {
    let catalogue = load_folder(&Folder::embedded()).catalogue.unwrap();
    let missing: Vec<_> = include_str!("../data/fact-ids.txt")
        .lines()
        .filter(|id| catalogue.entry(&EntryId::new(*id)).is_none())
        .collect();
    assert!(missing.is_empty(), "no entry and no alias is called: {missing:?}");
}

#[test]
fn what_is_built_in_is_what_lies_in_the_folder() {
    let folder = Folder::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("knowledge")).unwrap();
    assert_eq!(folder.files.fingerprint(), Folder::embedded().files.fingerprint());
}

#[test]
fn people_find_their_town_under_the_name_they_use() {
    let folder = Folder::embedded();
    let whole_country = editor().writes("areas.csv", folder.files.text("areas.csv").unwrap());
    assert_eq!(whole_country.warnings(), [""; 0], "no name is claimed twice");
    let catalogue = whole_country.loads().catalogue.unwrap();
    assert_eq!(catalogue.areas.municipalities().count(), 342);
    for (said, meant) in [
        ("Den Haag", "'s-Gravenhage"),
        ("den bosch", "'s-Hertogenbosch"),
        ("Sittard", "Sittard-Geleen"),
        ("veghel", "Meierijstad"),
        ("Enschedé", "Enschede"),
        ("Borculo", "Berkelland"),
        ("nijverdal", "Hellendoorn"),
        ("Hengelo Gld", "Bronckhorst"),
        ("hengelo", "Hengelo"),
        ("Mokum", "Amsterdam"),
    ] {
        assert_eq!(catalogue.areas.find(said).map(|area| area.name.as_str()), Some(meant), "{said}");
    }
    let national = AreaCode::country();
    assert!(catalogue.areas.municipalities().all(|place| catalogue.areas.holds_at(&national, &place.code)));
}

#[test]
fn the_export_has_a_line_for_every_entry_and_language() {
    let catalogue = editor().loads().catalogue.unwrap();
    let lines: Vec<serde_json::Value> =
        export(&catalogue, TODAY).unwrap().lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let which: Vec<_> = lines.iter().map(|line| format!("{}/{}", line["id"], line["lang"])).collect();
    assert_eq!(which, [r#""borg"/"nl""#, r#""borg"/"en""#, r#""rvo"/"nl""#, r#""rvo"/"en""#]);
    insta::assert_snapshot!(serde_json::to_string_pretty(&lines[1]).unwrap(), @r#"
    {
      "also": [
        "state guarantee"
      ],
      "areas": [
        "NL"
      ],
      "body": "Too little collateral? Then the government can guarantee a part.\n\nFirms with too little collateral.\n\nThe government guarantees 90% of a part.\n\n• Your firm is healthy.\n\nAsk your bank.",
      "id": "borg",
      "kind": "scheme",
      "lang": "en",
      "name": "The government guarantees your loan",
      "questions": [
        "i have no collateral",
        "who guarantees my loan",
        "my bank wants security",
        "state guarantee for a bakery",
        "the bank said no",
        "borrow money without a house",
        "collateral for a restaurant loan",
        "does the state vouch for shops",
        "a guarantor for my garage",
        "loan refused for lack of security"
      ],
      "status": "open",
      "themes": [
        "finance"
      ],
      "url": "https://www.rvo.nl/borg",
      "verified": "2026"
    }
    "#);
}

#[test]
fn what_is_over_is_exported_as_closed() {
    let catalogue =
        editor().changes("schemes/borg.md", "closes = 2027-06-30", "closes = 2026-11-22").loads().catalogue.unwrap();
    assert!(export(&catalogue, TODAY).unwrap().lines().next().unwrap().contains(r#""status":"closed""#));
}
