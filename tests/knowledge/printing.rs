//! The report as people and programs read it.

use loket::adapters::knowledge::report::Look;
use loket::domain::language::Language;

use crate::editor::{SCHEME, editor};

fn broken() -> crate::editor::Editor {
    editor()
        .changes(SCHEME, "status = \"open\"", "statsu = \"open\"")
        .changes(SCHEME, "## Voorwaarden", "## Voorwarden")
        .changes(SCHEME, "related = [\"rvo\"]", "related = [\"later\"]")
}

#[test]
fn the_report_shows_each_place_as_a_compiler_does_and_errors_last() {
    insta::assert_snapshot!(broken().loads().report.printed(Language::En, Look::Plain), @r#"
      ⚠ there is no entry `later`
        ╭─[schemes/borg.md:17:12]
     16 │ also_en = ["state guarantee"]
     17 │ related = ["later"]
        ·            ───────
     18 │ +++
        ╰────
      help: write that entry, or take the mention out

      × `status` is missing
       ╭─[schemes/borg.md:1:1]
     1 │ +++
       · ───
     2 │ id = "borg"
       ╰────
      help: add a line like `status = "open"`

      × there is no key `statsu` here
       ╭─[schemes/borg.md:8:1]
     7 │ themes = ["finance"]
     8 │ statsu = "open"
       · ──────
     9 │ closes = 2027-06-30
       ╰────
      help: did you mean `status`?

      × there is no heading `Voorwarden` here
        ╭─[schemes/borg.md:34:1]
     33 │ 
     34 │ ## Voorwarden
        · ─────────────
     35 │ 
        ╰────
      help: did you mean `## Voorwaarden`?

    3 errors, 1 warning. The catalogue cannot be published until the errors are mended.
    "#);
}

#[test]
fn only_a_terminal_gets_colours() {
    let report = broken().loads().report;
    assert!(report.printed(Language::En, Look::Colours).contains('\u{1b}'));
    assert!(!report.printed(Language::En, Look::Plain).contains('\u{1b}'));
}

#[test]
fn a_folder_without_faults_says_so() {
    assert_eq!(editor().loads().report.printed(Language::En, Look::Plain), "No faults found.\n");
}

#[test]
fn other_programs_read_the_report_as_json() {
    let json = editor().changes(SCHEME, "id = \"borg\"", "id = \"Borg\"");
    insta::assert_snapshot!(serde_json::to_string_pretty(&json.loads().report.json()).unwrap(), @r#"
    {
      "errors": 1,
      "faults": [
        {
          "column": 6,
          "end_column": 12,
          "end_line": 2,
          "file": "schemes/borg.md",
          "line": 2,
          "mend": {
            "en": "write it like `id = \"borg\"`",
            "nl": "schrijf het zoals `id = \"borg\"`"
          },
          "severity": "error",
          "what": {
            "en": "`id` cannot be read: `Borg` is no id: use small letters, digits and hyphens",
            "nl": "`id` klopt niet: `Borg` kan geen id zijn: gebruik kleine letters, cijfers en streepjes"
          }
        }
      ],
      "warnings": 0
    }
    "#);
}

#[test]
fn columns_count_letters_and_not_bytes() {
    let told = editor().changes(SCHEME, "also_nl = [\"staatsborg\"]", "also_nl = [\"één\", 5]");
    let fault = &told.loads().report.faults[0];
    assert_eq!((fault.span.line, fault.span.column, fault.span.end_column), (15, 19, 20));
}
