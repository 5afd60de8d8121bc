//! What shows when entries are read side by side.

use loket::domain::ids::EntryId;

use crate::editor::{SCHEME, editor};

#[test]
fn whatever_an_entry_names_must_exist() {
    let told = editor()
        .changes(SCHEME, "provider = \"rvo\"", "provider = \"rov\"")
        .changes(SCHEME, "areas = [\"NL\"]", "areas = [\"PV99\", \"GM0150\", \"Deventer\"]")
        .changes(SCHEME, "themes = [\"finance\"]", "themes = [\"finanse\", \"zwemmen\"]")
        .changes(SCHEME, "closes = ", "successor = \"nergens\"\ncloses = ")
        .errors();
    insta::assert_snapshot!(told.join("\n"), @r#"
    schemes/borg.md:5 there is no entry `rov` — did you mean `rvo`? Otherwise write that entry, or take the mention out
    schemes/borg.md:6 there is no area PV99 — look its code up in areas.csv: NL, PV23 or GM0150
    schemes/borg.md:6 `areas` cannot be read: `Deventer` is no area code: write NL, a province such as PV23 or a municipality such as GM0150 — write it like `areas = ["NL"]`
    schemes/borg.md:7 there is no theme `finanse` — did you mean `finance`?
    schemes/borg.md:7 there is no theme `zwemmen` — write one of: finance, network
    schemes/borg.md:9 there is no entry `nergens` — write that entry, or take the mention out
    "#);
}

#[test]
fn a_related_entry_may_still_have_to_be_written() {
    let told = editor().changes(SCHEME, "related = [\"rvo\"]", "related = [\"later\"]");
    assert_eq!(told.errors(), [""; 0]);
    insta::assert_snapshot!(told.warnings().join("\n"), @"schemes/borg.md:17 there is no entry `later` — write that entry, or take the mention out");
}

#[test]
fn a_related_entry_that_is_over_helps_nobody() {
    let told = editor()
        .copies_the_scheme("oud")
        .changes("schemes/oud.md", "closes = 2027-06-30", "closes = 2026-11-22")
        .changes(SCHEME, "related = [\"rvo\"]", "related = [\"oud\"]");
    insta::assert_snapshot!(told.warnings().join("\n"), @r#"
    schemes/borg.md:17 `oud` is closed — name what came instead, or take it out
    schemes/oud.md:9 the last day is past, so it is shown as closed — write `status = "closed"` or "ended", and what came instead; or the new last day
    "#);
}

#[test]
fn an_id_is_the_name_of_its_file_and_of_no_other() {
    let told = editor()
        .copies_the_scheme("tweede")
        .changes("schemes/tweede.md", "id = \"tweede\"", "id = \"borg\"")
        .changes(SCHEME, "closes = ", "aliases = [\"rvo\"]\ncloses = ")
        .errors();
    insta::assert_snapshot!(told.join("\n"), @r#"
    schemes/borg.md:9 `rvo` is already the name of organisations/rvo.md — an id or alias names one entry for ever: choose another
    schemes/tweede.md:2 `borg` is already the name of schemes/borg.md — an id or alias names one entry for ever: choose another
    schemes/tweede.md:2 the id is not the name of the file — rename the file to `borg.md`, or write `id = "tweede"`
    "#);
}

#[test]
fn an_old_name_still_leads_to_the_entry() {
    let catalogue = editor()
        .changes(SCHEME, "closes = ", "aliases = [\"oude-borg\"]\ncloses = ")
        .copies_the_scheme("tweede")
        .changes("schemes/tweede.md", "aliases = [\"oude-borg\"]", "successor = \"oude-borg\"")
        .loads()
        .catalogue
        .unwrap();
    assert_eq!(catalogue.entry(&EntryId::new("oude-borg")).unwrap().id, EntryId::new("borg"));
}

#[test]
fn an_entry_in_the_wrong_folder_is_shown_the_way() {
    let told = editor()
        .writes("rules/borg.md", include_str!("folder/borg.md"))
        .removes(SCHEME)
        .writes("regelingen/nieuw.md", include_str!("folder/borg.md"))
        .errors();
    insta::assert_snapshot!(told.join("\n"), @r"
    regelingen/nieuw.md:1 nobody reads entries in `regelingen` — move the file to one of: schemes, rules, faq, organisations, examples
    rules/borg.md:3 a scheme does not belong in `rules` — move the file to `schemes`
    ");
}

#[test]
fn only_an_organisation_provides() {
    let told = editor()
        .copies_the_scheme("tweede")
        .changes("schemes/tweede.md", "provider = \"rvo\"", "provider = \"borg\"")
        .changes(SCHEME, "provider = \"rvo\"\n", "")
        .changes("organisations/rvo.md", "areas = ", "provider = \"rvo\"\nareas = ")
        .errors();
    insta::assert_snapshot!(told.join("\n"), @r#"
    organisations/rvo.md:4 an organisation has no provider — take the line out
    schemes/borg.md:1 `provider` is missing — name the organisation behind it, e.g. `provider = "rvo"`
    schemes/tweede.md:5 `borg` is no organisation — name an entry from the folder organisations
    "#);
}

#[test]
fn nothing_closes_before_it_opens() {
    let told = editor().changes(SCHEME, "closes = 2027-06-30", "opens = 2027-07-01\ncloses = 2027-06-30").errors();
    insta::assert_snapshot!(told.join("\n"), @"schemes/borg.md:10 it closes before it opens — exchange `opens` and `closes`, or mend one of them");
}

#[test]
fn what_grows_old_or_is_unsure_is_listed() {
    let told = editor()
        .changes(SCHEME, "review_by = 2027-12-31", "review_by = 2026-11-22\nto_check = \"Klopt 90% nog?\"")
        .warnings();
    insta::assert_snapshot!(told.join("\n"), @r"
    schemes/borg.md:13 the day on which somebody should have looked at it is past — read the sources again, mend the text, and set `verified` and `review_by`
    schemes/borg.md:14 something is unsure — look it up, then take `to_check` out
    ");
    let on_its_last_day = editor().changes(SCHEME, "review_by = 2027-12-31", "review_by = 2026-11-23");
    assert_eq!(on_its_last_day.warnings(), [""; 0]);
}

#[test]
fn what_goes_together_and_what_does_not_is_part_of_the_entry() {
    let catalogue = editor()
        .changes(SCHEME, "related = ", "stacks_with = [\"later\"]\nexcludes = [\"rvo\"]\nrelated = ")
        .loads()
        .catalogue
        .unwrap();
    let entry = catalogue.entry(&EntryId::new("borg")).unwrap();
    assert_eq!(entry.stacks_with, [EntryId::new("later")]);
    assert_eq!(entry.excludes, [EntryId::new("rvo")]);
}

#[test]
fn nothing_goes_together_with_what_excludes_it() {
    let told = editor()
        .copies_the_scheme("tweede")
        .copies_the_scheme("derde")
        .changes("schemes/tweede.md", "related = [\"rvo\"]", "stacks_with = [\"borg\", \"tweede\"]")
        .changes("schemes/derde.md", "related = [\"rvo\"]", "stacks_with = [\"rvo\"]\nexcludes = [\"rvo\"]")
        .changes(SCHEME, "related = [\"rvo\"]", "excludes = [\"tweede\"]")
        .errors();
    insta::assert_snapshot!(told.join("\n"), @r"
    schemes/borg.md:17 schemes/tweede.md says that the two go together — look on the official page which of the two is right
    schemes/derde.md:18 `rvo` stands in both lists — keep it in `excludes` or in `stacks_with`, as the official page says
    schemes/tweede.md:17 this is the entry itself — name another entry, or take it out
    ");
}
