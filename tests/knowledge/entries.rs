//! What is wrong within one entry.

use loket::domain::entry::{Checked, Form, Kind, Section, Status};
use loket::domain::ids::EntryId;
use loket::domain::language::Language;

use crate::editor::{SCHEME, TODAY, editor};

#[test]
fn a_file_becomes_an_entry_with_plain_text_for_a_phone() {
    let catalogue = editor().loads().catalogue.unwrap();
    let entry = catalogue.entry(&EntryId::new("borg")).unwrap();
    assert_eq!((entry.kind, entry.form, entry.status_on(TODAY)), (Kind::Scheme, Some(Form::Guarantee), Status::Open));
    assert_eq!(entry.verified, Checked::Year(2026));
    assert_eq!(catalogue.provider_name(entry, Language::En), Some("Netherlands Enterprise Agency (RVO)"));

    let text = entry.text(Language::Nl).unwrap();
    assert_eq!(text.title, "De overheid staat borg voor je lening");
    assert_eq!(text.also, ["staatsborg"]);
    assert_eq!(text.summary, "Heb je te weinig onderpand? Dan kan de overheid borg staan.");
    assert_eq!(text.sections[&Section::Who], "Bedrijven met te weinig onderpand.\n\nOok starters.");
    assert_eq!(
        text.sections[&Section::Conditions],
        "Let op:\n• Je bedrijf is gezond.\n• Je betaalt één keer een bedrag."
    );
    assert!(!text.sections.contains_key(&Section::When), "what is not written is not there");
    assert_eq!(text.questions.len(), 20);
    assert_eq!(entry.text(Language::En).unwrap().questions[4], "the bank said no");
}

#[test]
fn a_file_from_windows_reads_the_same() {
    let unix = editor();
    let text = include_str!("folder/borg.md");
    let windows = unix.clone().writes(SCHEME, format!("\u{FEFF}{}", text.replace('\n', "\r\n")));
    assert_eq!(windows.errors(), [""; 0]);
    let read = |editor: &crate::editor::Editor| {
        editor.loads().catalogue.unwrap().entry(&EntryId::new("borg")).unwrap().text.clone()
    };
    assert_eq!(read(&windows), read(&unix));
}

#[test]
fn every_fault_of_a_header_is_named_at_once() {
    let told = editor()
        .changes(SCHEME, "status = \"open\"", "statis = \"open\"")
        .changes(SCHEME, "kind = \"scheme\"", "kind = \"sceme\"")
        .changes(SCHEME, "closes = 2027-06-30", "closes = \"2027-06-30\"")
        .changes(SCHEME, "verified = \"2026\"", "verified = \"last year\"")
        .changes(SCHEME, "url = \"https://www.rvo.nl/borg\"", "url = \"http://www.rvo.nl/borg\"")
        .changes(SCHEME, "areas = [\"NL\"]", "areas = []")
        .errors();
    insta::assert_snapshot!(told.join("\n"), @r#"
    schemes/borg.md:1 `status` is missing — add a line like `status = "open"`
    schemes/borg.md:3 `kind` cannot be read: unknown word `sceme`, expected one of `scheme`, `rule`, `faq`, `organisation`, `example` — write it like `kind = "scheme"`
    schemes/borg.md:6 `areas` is empty — write it like `areas = ["NL"]`
    schemes/borg.md:8 there is no key `statis` here — did you mean `status`?
    schemes/borg.md:9 `closes` cannot be read: this is the text "2027-06-30", expected a day without quotes — write it like `closes = 2026-12-31`
    schemes/borg.md:10 `url` cannot be read: `http://www.rvo.nl/borg` is no https address — write it like `url = "https://www.rvo.nl/bmkb"`
    schemes/borg.md:12 `verified` cannot be read: `last year` is no year, month or day — write it like `verified = "2025-06-12"`
    "#);
}

#[test]
fn a_day_that_does_not_exist_is_refused() {
    let told = editor().changes(SCHEME, "review_by = 2027-12-31", "review_by = 2027-02-30").errors();
    insta::assert_snapshot!(told.join("\n"), @"schemes/borg.md:13 this cannot be read: invalid date, expected day between 01 and 28 — write one `key = value` a line: texts between double quotes, lists between [ and ], dates bare");
}

#[test]
fn an_address_without_a_host_is_no_official_page() {
    for address in ["https://", "https://rvo", "rvo.nl/borg", "https://www.rvo.nl/een pagina", ""] {
        let line = format!("url = \"{address}\"");
        let told = editor().changes(SCHEME, "url = \"https://www.rvo.nl/borg\"", &line).errors();
        let mend = "write it like `url = \"https://www.rvo.nl/bmkb\"`";
        assert_eq!(told, [format!("{SCHEME}:10 `url` cannot be read: `{address}` is no https address — {mend}")]);
    }
}

#[test]
fn broken_toml_is_named_where_it_breaks_and_nothing_else_is_blamed() {
    let told = editor().changes(SCHEME, "provider = \"rvo\"", "provider = \"rvo").errors();
    insta::assert_snapshot!(told.join("\n"), @r#"schemes/borg.md:5 this cannot be read: invalid basic string, expected `"` — write one `key = value` a line: texts between double quotes, lists between [ and ], dates bare"#);
}

#[test]
fn only_general_knowledge_needs_no_source() {
    let without = editor().changes(SCHEME, "sources = [\"https://www.rvo.nl/borg\"]", "sources = []");
    insta::assert_snapshot!(without.errors().join("\n"), @r#"schemes/borg.md:11 `sources` is empty — write it like `sources = ["https://www.rvo.nl/bmkb"]`"#);
    let known = without.changes(SCHEME, "confidence = \"read\"", "confidence = \"known\"");
    assert_eq!(known.errors(), [""; 0]);
}

#[test]
fn a_form_belongs_to_a_scheme_and_to_nothing_else() {
    let told = editor()
        .changes(SCHEME, "form = \"guarantee\"\n", "")
        .changes("organisations/rvo.md", "status = ", "form = \"advice\"\nstatus = ")
        .errors();
    insta::assert_snapshot!(told.join("\n"), @r#"
    organisations/rvo.md:6 only a scheme has a `form` — take the line out, or make it `kind = "scheme"`
    schemes/borg.md:1 `form` is missing — add a line like `form = "subsidy"`
    "#);
}

#[test]
fn a_file_without_a_header_says_how_to_begin() {
    let told = editor().writes("schemes/leeg.md", "# Zomaar een tekst\n").errors();
    insta::assert_snapshot!(told.join("\n"), @"schemes/leeg.md:1 there is no header — begin the file with a line `+++`, then the facts, then a line `+++`; knowledge/STYLE.md shows one");
}

#[test]
fn a_heading_that_nobody_knows_is_named_with_the_one_that_was_meant() {
    let told = editor()
        .changes(SCHEME, "## Voorwaarden", "## Voorwaarde")
        .changes(SCHEME, "## What do you get", "## Money")
        .errors();
    insta::assert_snapshot!(told.join("\n"), @r"
    schemes/borg.md:34 there is no heading `Voorwaarde` here — did you mean `## Voorwaarden`?
    schemes/borg.md:46 the English text has no section `What do you get` — add `## What do you get`; the Dutch and the English text have the same sections
    schemes/borg.md:54 there is no heading `Money` here — the English headings of a scheme are: Who is it for · What do you get · Conditions · How to apply · By when
    ");
}

#[test]
fn what_is_said_in_one_language_is_said_in_the_other() {
    let told = editor().changes(SCHEME, "## Conditions\n\n- Your firm is healthy.\n", "").errors();
    insta::assert_snapshot!(told.join("\n"), @"schemes/borg.md:46 the English text has no section `Conditions` — add `## Conditions`; the Dutch and the English text have the same sections");
}

#[test]
fn an_entry_without_its_english_text_is_refused() {
    let text = include_str!("folder/borg.md");
    let (dutch, rest) = text.split_once("# The government").unwrap();
    let (_, questions) = rest.split_once("# Zo vragen").unwrap();
    let told = editor().writes(SCHEME, format!("{dutch}# Zo vragen{questions}")).errors();
    insta::assert_snapshot!(told.join("\n"), @"schemes/borg.md:80 the English text is missing — an entry has four parts, in this order: `# ` and the Dutch title, `# ` and the English title, `# Zo vragen mensen het`, `# How people ask`");
}

#[test]
fn a_mistyped_part_and_an_extra_one_are_named() {
    let told = editor().changes(SCHEME, "# How people ask", "# How do people ask").errors();
    insta::assert_snapshot!(told.join("\n"), @"schemes/borg.md:89 there is no part `How do people ask` — did you mean `# How people ask`?");
}

#[test]
fn the_questions_stand_below_the_texts() {
    let text = include_str!("folder/borg.md");
    let (before, asked) = text.split_once("# Zo vragen").unwrap();
    let (header, texts) = before.split_once("# De overheid").unwrap();
    let told = editor().writes(SCHEME, format!("{header}# Zo vragen{asked}\n# De overheid{texts}")).errors();
    insta::assert_snapshot!(told.join("\n"), @"schemes/borg.md:43 `How people ask` stands too early — an entry has four parts, in this order: `# ` and the Dutch title, `# ` and the English title, `# Zo vragen mensen het`, `# How people ask`");
}

#[test]
fn an_empty_section_a_double_one_and_a_long_title_are_named() {
    let told = editor()
        .changes(SCHEME, "\nVraag het je bank.\n", "")
        .changes(SCHEME, "## Conditions\n", "## What do you get\n\nMoney.\n\n## Conditions\n")
        .changes(SCHEME, "# The government", "# The government of the Kingdom of the Netherlands in The Hague kindly")
        .changes(SCHEME, "\nHeb je te weinig onderpand? Dan kan de overheid borg staan.\n", "")
        .errors();
    insta::assert_snapshot!(told.join("\n"), @r"
    schemes/borg.md:20 there is no summary — write two sentences under the title
    schemes/borg.md:40 this section is empty — write it, or leave the heading out
    schemes/borg.md:42 the title has 89 characters — make it 70 at most, so that it fits on a card
    schemes/borg.md:54 this section stands here twice — make it one section
    ");
}

#[test]
fn what_cannot_be_shown_on_a_phone_is_named() {
    let painted = editor()
        .changes(SCHEME, "Vraag het je bank.", "Vraag het **je bank**.\n\n<b>Snel</b>\n\n- Eerst dit\n  - en dan dat")
        .changes(SCHEME, "Ask your bank.", "### Now\n\nAsk your [bank](https://bank.nl).\n\n1. Call.");
    insta::assert_snapshot!(painted.errors().join("\n"), @r"
    schemes/borg.md:46 this is neither a paragraph nor a list — write it as plain text
    schemes/borg.md:46 this is neither a paragraph nor a list — write it as plain text
    schemes/borg.md:49 a list inside a list does not fit on a phone — make it one list, or write it as a paragraph
    schemes/borg.md:69 there is no room for the small heading `Now` — use `#` and `##` only
    ");
    insta::assert_snapshot!(painted.warnings().join("\n"), @r"
    schemes/borg.md:44 the text is plain: bold, italics, code and links are not shown — take the marks out; the official link stands in the header as `url`
    schemes/borg.md:71 the text is plain: bold, italics, code and links are not shown — take the marks out; the official link stands in the header as `url`
    schemes/borg.md:73 a numbered list is shown with bullets — begin each line with `- `
    ");
}

#[test]
fn among_the_questions_stands_nothing_else() {
    let told = editor().changes(SCHEME, "- ik heb geen onderpand", "ik heb geen onderpand\n\n## Nog meer\n").errors();
    insta::assert_snapshot!(told.join("\n"), @r"
    schemes/borg.md:68 this is no question of the list — begin the line with `- `
    schemes/borg.md:70 there are no headings among the questions — take the heading out
    ");
}
