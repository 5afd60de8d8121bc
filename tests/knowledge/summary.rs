//! The summary at the end of a check.

use loket::adapters::knowledge::summary::Summary;
use loket::domain::language::Language;
use loket::startup::{check_knowledge, judge_gold};

use crate::editor::{SCHEME, TODAY, editor};

/// What there is in a folder with three entries and a gold question.
fn summary() -> Summary {
    let words = "Je zet een stap. Dan kijk je om. Het is een huis met een dak. ".repeat(6);
    let editor = editor()
        .can_be_asked()
        .changes(SCHEME, "Vraag het je bank.", words.trim())
        .copies_the_scheme("tweede")
        .changes("schemes/tweede.md", "areas = [\"NL\"]", "areas = [\"PV23\", \"GM0150\"]")
        .changes("schemes/tweede.md", "verified = \"2026\"", "verified = \"2019-04\"")
        .writes("gold/geld.toml", "[[gold]]\ntext = \"borgtocht voor de bank\"\nlang = \"nl\"\nentries = [\"borg\"]\n");
    let mut checked = check_knowledge(editor.folder(), TODAY);
    judge_gold(&editor.folder().files, &mut checked, false);
    checked.summary
}

#[test]
fn a_check_ends_with_what_there_is_in_the_readers_language() {
    insta::assert_snapshot!(summary().printed(Language::En), @r"
    entries         3
    kinds           organisation 1 · scheme 2
    areas           country 2 · province 1
    themes          finance 2 · network 1
    languages       en 3 · nl 3
    oldest facts    2019-04 (tweede)
    read on a page  3 of 3
    Flesch-Douma    115.0 on average; 60 to 70 is normal, higher is easier
    gold            1 asked: 100.0% first, 100.0% among the first three
    ");
    insta::assert_snapshot!(summary().printed(Language::Nl), @r"
    kaarten           3
    soorten           organisation 1 · scheme 2
    gebieden          country 2 · province 1
    thema's           finance 2 · network 1
    talen             en 3 · nl 3
    oudste gegevens   2019-04 (tweede)
    van een pagina    3 van 3
    Flesch-Douma      gemiddeld 115,0; 60 tot 70 is gewoon, hoger is makkelijker
    gouden vragen     1 gesteld: 100,0% als eerste, 100,0% bij de eerste drie
    ");
}

#[test]
fn other_programs_read_what_there_is_as_json() {
    insta::assert_snapshot!(serde_json::to_string_pretty(&summary()).unwrap(), @r#"
    {
      "entries": 3,
      "kinds": {
        "organisation": 1,
        "scheme": 2
      },
      "themes": {
        "finance": 2,
        "network": 1
      },
      "areas": {
        "country": 2,
        "province": 1
      },
      "languages": {
        "en": 3,
        "nl": 3
      },
      "oldest": [
        "2019-04",
        "tweede"
      ],
      "read": 3,
      "flesch_douma": 115.0,
      "flesch_douma_of": {
        "borg": 115.1,
        "tweede": 114.8
      },
      "gold": {
        "questions": 1,
        "first": 1.0,
        "among_three": 1.0
      }
    }
    "#);
}
