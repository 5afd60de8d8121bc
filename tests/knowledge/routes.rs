//! Where the reader gets to: what is over leads to what is there now, and links lead to official pages.

use crate::editor::{SCHEME, editor};

#[test]
fn what_is_over_leads_to_something_that_is_not() {
    let told = editor()
        .copies_the_scheme("oud")
        .changes("schemes/oud.md", "status = \"open\"", "status = \"ended\"\nsuccessor = \"tijdelijk\"")
        .copies_the_scheme("tijdelijk")
        .changes("schemes/tijdelijk.md", "status = \"open\"", "status = \"ended\"")
        .changes("schemes/tijdelijk.md", "related = [\"rvo\"]", "related = []")
        .warnings();
    insta::assert_snapshot!(told.join("\n"), @r"
    schemes/oud.md:9 `tijdelijk` came instead, and is over too — name what is there now, or say in the text that nothing is
    schemes/tijdelijk.md:2 this is over, and leads nowhere — name what came instead as `successor`, or what helps now in `related`
    ");
}

#[test]
fn successors_end_somewhere() {
    let told = editor()
        .copies_the_scheme("kippenhok")
        .changes("schemes/kippenhok.md", "status = \"open\"", "status = \"ended\"\nsuccessor = \"struisvogel\"")
        .copies_the_scheme("struisvogel")
        .changes("schemes/struisvogel.md", "status = \"open\"", "status = \"ended\"\nsuccessor = \"kippenhok\"")
        .warnings();
    insta::assert_snapshot!(told.join("\n"), @r"
    schemes/kippenhok.md:9 these successors lead around in a circle — end at one that is open
    schemes/struisvogel.md:9 these successors lead around in a circle — end at one that is open
    ");
    let ends_well = editor()
        .copies_the_scheme("kippenhok")
        .changes("schemes/kippenhok.md", "status = \"open\"", "status = \"ended\"\nsuccessor = \"struisvogel\"")
        .copies_the_scheme("struisvogel")
        .changes("schemes/struisvogel.md", "status = \"open\"", "status = \"ended\"\nsuccessor = \"borg\"");
    assert_eq!(ends_well.warnings(), [""; 0]);
}

#[test]
fn nothing_is_provided_by_an_organisation_that_is_gone() {
    let told = editor()
        .changes("organisations/rvo.md", "status = \"open\"", "status = \"ended\"\nsuccessor = \"borg\"")
        .changes(SCHEME, "related = [\"rvo\"]", "related = []")
        .warnings();
    insta::assert_snapshot!(told.join("\n"), @r"
    schemes/borg.md:5 the organisation `rvo` is gone, and this is open — name who does it now, or close this entry
    signals.toml:1 `rvo` is closed — name a line that somebody answers today
    ");
}

#[test]
fn somebody_in_distress_is_not_sent_to_a_line_that_is_closed() {
    let told = editor()
        .copies_the_scheme("oud")
        .changes("schemes/oud.md", "status = \"open\"", "status = \"closed\"")
        .changes("signals.toml", "[\"rvo\"]", "[\"oud\"]");
    insta::assert_snapshot!(told.warnings().join("\n"), @"signals.toml:1 `oud` is closed — name a line that somebody answers today");
}

#[test]
fn a_link_leads_to_the_page_of_a_known_party() {
    let told =
        editor().changes(SCHEME, "url = \"https://www.rvo.nl/borg\"", "url = \"https://www.subsidiebureau.nl/borg\"");
    insta::assert_snapshot!(told.warnings().join("\n"), @"schemes/borg.md:10 nobody says that subsidiebureau.nl is official — link to the page of the provider or of the government; if this is official, add subsidiebureau.nl to official.toml");
    let official = told.writes("official.toml", "hosts = [\"subsidiebureau.nl\"]\n");
    assert_eq!(official.warnings(), [""; 0]);
    let below = editor().changes(SCHEME, "url = \"https://www.rvo.nl/borg\"", "url = \"https://mijn.rvo.nl/borg\"");
    assert_eq!(below.warnings(), [""; 0], "what lies below an official host is official");
}

#[test]
fn a_day_in_the_text_that_is_past_helps_nobody() {
    let when = "## Tot wanneer\n\nTot en met 1 juli 2026.\n\n# The government guarantees your loan";
    let told = editor().changes(SCHEME, "# The government guarantees your loan", when).changes(
        SCHEME,
        "# Zo vragen",
        "## By when\n\nFrom 3 May 2026 until 1 July 2027.\n\n# Zo vragen",
    );
    insta::assert_snapshot!(told.warnings().join("\n"), @"schemes/borg.md:48 2026-07-01 is past, and this is open — say when it can be used now, and set `closes` or `status`");
    let over = told.changes(SCHEME, "status = \"open\"", "status = \"closed\"");
    assert_eq!(over.warnings(), [""; 0], "of what is over every day is past");
    let since = editor()
        .changes(SCHEME, "# The government guarantees your loan", &when.replace("Tot en met", "Dit geldt sinds"))
        .changes(SCHEME, "# Zo vragen", "## By when\n\nIn force since 1 July 2026.\n\n# Zo vragen");
    assert_eq!(since.warnings(), [""; 0], "what began may be long ago");
}

#[test]
fn the_last_day_is_past_and_the_header_says_open() {
    let told = editor().changes(SCHEME, "closes = 2027-06-30", "closes = 2026-06-30").warnings();
    insta::assert_snapshot!(told.join("\n"), @r#"schemes/borg.md:9 the last day is past, so it is shown as closed — write `status = "closed"` or "ended", and what came instead; or the new last day"#);
}
