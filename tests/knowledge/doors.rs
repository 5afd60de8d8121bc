//! Doors: for every theme and place exactly one where somebody turns first.

use std::collections::BTreeMap;

use loket::adapters::knowledge::folder::Folder;
use loket::domain::area::AreaCode;
use loket::domain::ids::ThemeId;
use proptest::prelude::*;

use crate::editor::{Editor, editor, load_folder};

/// Two doors for the whole country, and one of a municipality.
const DOORS: &str = r#"
[[door]]
entry = "rvo"
themes = ["finance", "network"]
areas = ["NL"]

[[door]]
entry = "borg"
themes = ["finance"]
areas = ["GM0150"]
"#;

fn with_doors() -> Editor {
    editor().writes("doors.toml", DOORS)
}

fn place(code: &str) -> AreaCode {
    AreaCode::try_from(code.to_owned()).unwrap()
}

#[test]
fn the_door_of_the_municipality_comes_before_that_of_the_country() {
    let catalogue = with_doors().loads().catalogue.unwrap();
    let door = |theme: &str, at: Option<&str>| {
        let at = at.map(place);
        catalogue.first_door(&ThemeId::new(theme), at.as_ref()).map(|entry| entry.id.to_string())
    };
    assert_eq!(door("finance", Some("GM0150")).as_deref(), Some("borg"));
    assert_eq!(door("finance", Some("GM0153")).as_deref(), Some("rvo"));
    assert_eq!(door("network", Some("GM0150")).as_deref(), Some("rvo"));
    assert_eq!(door("finance", None).as_deref(), Some("rvo"));
    assert_eq!(door("zwemmen", None), None);
}

#[test]
fn two_doors_are_one_too_many() {
    let told = with_doors().changes("doors.toml", "\"GM0150\"", "\"GM0150\", \"NL\"").errors();
    insta::assert_snapshot!(told.join("\n"), @"doors.toml:7 `finance` in NL already has the door `rvo`, on line 2 — leave one: people are sent to one first door");
}

#[test]
fn nobody_stands_before_a_wall() {
    let told = with_doors().changes("doors.toml", "\"finance\", \"network\"", "\"finance\"").errors();
    insta::assert_snapshot!(told.join("\n"), @r#"doors.toml:1 `network` has no door in 3 municipalities, e.g. Deventer (GM0150) — add it to the `themes` of a `[[door]]` with `areas = ["NL"]`"#);
}

#[test]
fn a_door_leads_somewhere() {
    let told = with_doors()
        .changes("doors.toml", "entry = \"rvo\"", "entry = \"rov\"")
        .changes("doors.toml", "\"network\"", "\"netwrok\"")
        .changes("doors.toml", "\"GM0150\"", "\"GM0151\", \"PV23\"")
        .changes("schemes/borg.md", "areas = [\"NL\"]", "areas = [\"GM0150\"]")
        .changes("schemes/borg.md", "closes = 2027-06-30", "closes = 2026-06-30")
        .errors();
    insta::assert_snapshot!(told.join("\n"), @r"
    doors.toml:3 there is no entry `rov` — did you mean `rvo`? Otherwise write that entry, or take the mention out
    doors.toml:4 there is no theme `netwrok` — did you mean `network`?
    doors.toml:8 `borg` is closed — name a door that is open
    doors.toml:10 there is no area GM0151 — look its code up in areas.csv: NL, PV23 or GM0150
    doors.toml:10 `borg` is not there for PV23 — take the area out, or add it to the `areas` of that entry
    ");
}

#[test]
fn a_counter_may_do_without_doors() {
    let catalogue = editor().loads().catalogue.unwrap();
    assert!(catalogue.doors.is_empty());
}

#[test]
fn in_the_knowledge_of_the_program_every_theme_has_a_door_everywhere() {
    let catalogue = load_folder(&Folder::embedded()).catalogue.unwrap();
    let mut doors = BTreeMap::new();
    for theme in &catalogue.themes {
        for municipality in catalogue.areas.municipalities() {
            let door = catalogue.first_door(&theme.id, Some(&municipality.code));
            assert!(door.is_some(), "{} in {}", theme.id, municipality.name);
            *doors.entry(theme.id.as_str()).or_insert(0) += 1;
        }
    }
    assert!(doors.len() >= 15 && doors.values().all(|count| *count == 342), "{doors:?}");
    for home in &catalogue.region.municipalities {
        let door = catalogue.first_door(&ThemeId::new("permits"), Some(home)).unwrap();
        assert_eq!(door.areas, std::slice::from_ref(home), "the region's own desks open their own doors");
    }
}

proptest! {
    /// Whatever doors hang, the narrowest area that has one is the one that opens.
    #[test]
    fn the_narrowest_area_wins(hung in proptest::collection::btree_set(0_usize..3, 0..4)) {
        const AREAS: [&str; 3] = ["GM0150", "PV23", "NL"];
        let catalogue = editor().loads().catalogue.unwrap();
        let mut doors = loket::domain::doors::Doors::default();
        let theme = ThemeId::new("finance");
        for at in &hung {
            let id = loket::domain::ids::EntryId::new(AREAS[*at]);
            prop_assert!(doors.hang(theme.clone(), place(AREAS[*at]), id).is_none());
        }
        let first = doors.first(&theme, Some(&place("GM0150")), &catalogue.areas).map(ToString::to_string);
        prop_assert_eq!(first.as_deref(), hung.iter().min().map(|at| AREAS[*at]));
    }
}
