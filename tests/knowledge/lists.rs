//! Areas, themes, synonyms, signals and gold questions.

use loket::domain::catalogue::Signal;
use loket::domain::gold::{Expected, GoldAction};
use loket::domain::ids::EntryId;
use loket::domain::language::Language;

use crate::editor::editor;

#[test]
fn rows_of_the_country_that_cannot_be_are_named() {
    let told = editor()
        .changes("areas.csv", "GM1859,Berkelland,PV25,Gelderland,Borculo", "GM185,Berkelland,PV25,Gelderland,Borculo")
        .changes("areas.csv", "GM0153,Enschede,PV23,Overijssel,", "GM0150,Enschede,PV23,Overijssel,")
        .changes(
            "areas.csv",
            "code,name,province_code,province,also\n",
            "code,name,province_code,province,also\nGM0141,Almelo\n\nPV25,Gelderland,PV25,Gelderland,\n",
        )
        .changes("region.toml", ", \"GM0153\"", "")
        .changes("desks.toml", "[\"GM0153\"]", "[]")
        .errors();
    insta::assert_snapshot!(told.join("\n"), @"
    areas.csv:2 this row has 2 columns instead of 5 — write for instance `GM0150,Deventer,PV23,Overijssel,Bathmen|Diepenveen`
    areas.csv:4 this is no municipality in a province — write for instance GM0150 in PV23
    areas.csv:6 GM0150 stands here twice — take one of the rows out
    areas.csv:7 `GM185` is no area code: write NL, a province such as PV23 or a municipality such as GM0150 — write for instance `GM0150,Deventer,PV23,Overijssel,Bathmen|Diepenveen`
    ");
}

#[test]
fn a_name_that_two_municipalities_claim_is_listed() {
    let told = editor().changes("areas.csv", "Glanerbrug", "Glanerbrug|Bathmén").warnings();
    insta::assert_snapshot!(told.join("\n"), @"areas.csv:3 `Bathmén` is also a name of GM0150 — keep it where most people mean it, or write `Bergen (NH)`");
}

#[test]
fn other_columns_are_refused_without_blaming_every_municipality() {
    let told = editor().changes("areas.csv", "code,name", "code,rom,name").errors();
    insta::assert_snapshot!(told.join("\n"), @"areas.csv:1 these are not the columns — write `code,name,province_code,province,also`");
}

#[test]
fn a_theme_has_a_label_that_fits_on_a_button() {
    let told = editor()
        .changes("themes.toml", "Geld en financiering", "Geld en financiering voor je eigen bedrijf")
        .changes(
            "themes.toml",
            "en = \"Network\"",
            "en = \"\"\n\n[[theme]]\nid = \"finance\"\nnl = \"Geld\"\nen = \"Money\"",
        )
        .changes("themes.toml", "nl = \"Netwerk\"", "naam = \"Netwerk\"\nnl = \"Netwerk\"")
        .errors();
    insta::assert_snapshot!(told.join("\n"), @r"
    themes.toml:3 this does not fit on a button — write 1 to 28 characters
    themes.toml:8 there is no key `naam` here — take it out, or use one of: id, nl, en
    themes.toml:10 this does not fit on a button — write 1 to 28 characters
    themes.toml:12 the theme `finance` stands here twice — take one of them out
    ");
}

#[test]
fn synonyms_are_read_in_small_letters() {
    let catalogue = editor()
        .writes("synonyms.toml", "[[synonym]]\nlanguage = \"nl\"\nsaid = [\"ZZP'er \"]\nwritten = [\"zelfstandige\"]\n")
        .loads()
        .catalogue
        .unwrap();
    let synonym = &catalogue.synonyms[0];
    assert_eq!(
        (synonym.language, synonym.said[0].as_str(), synonym.written[0].as_str()),
        (Language::Nl, "zzp'er", "zelfstandige")
    );
}

#[test]
fn a_synonym_says_what_is_said_and_what_is_written() {
    let told = editor().writes("synonyms.toml", "[[synonym]]\nlanguage = \"fr\"\nsaid = []\n").errors();
    insta::assert_snapshot!(told.join("\n"), @r#"
    synonyms.toml:1 `written` is missing — add a line like `written = ["zonne-energie"]`
    synonyms.toml:2 `language` cannot be read: unknown word `fr`, expected `nl` or `en` — write it like `language = "nl"`
    synonyms.toml:3 `said` is empty — write it like `said = ["zonnepaneel", "zonnepanelen"]`
    "#);
}

#[test]
fn signals_are_heard_in_both_languages_and_lead_to_the_listening_lines() {
    let signals = editor().loads().catalogue.unwrap().signals;
    assert_eq!(signals.listening, [EntryId::new("rvo")]);
    assert_eq!(signals.phrases[&Signal::Distress][&Language::Nl], ["ik zie het niet meer zitten"]);
}

#[test]
fn a_signal_nobody_knows_and_a_listening_line_that_is_not_there_are_refused() {
    let told = editor().changes("signals.toml", "means = \"distress\"", "means = \"panic\"").changes(
        "signals.toml",
        "[\"rvo\"]",
        "[\"113\"]",
    );
    insta::assert_snapshot!(told.errors().join("\n"), @r#"
    signals.toml:1 there is no entry `113` — write that entry, or take the mention out
    signals.toml:4 `means` cannot be read: unknown word `panic`, expected one of `distress`, `worry`, `person`, `greeting`, `thanks`, `goodbye`, `assent`, `insult`, `about-bot`, `mischief` — write it like `means = "distress"`
    "#);
    insta::assert_snapshot!(told.warnings().join("\n"), @r#"signals.toml:1 no phrase is known by which distress is heard — add a `[[signal]]` with `means = "distress"`"#);
}

#[test]
fn gold_questions_are_data_with_one_right_answer() {
    let gold = editor()
        .writes(
            "gold.toml",
            "[[gold]]\ntext = \"wie staat borg\"\nlang = \"nl\"\nplace = \"GM0150\"\nentries = [\"borg\"]\n\
             [[gold]]\ntext = \"a person please\"\nlang = \"en\"\naction = \"handover\"\n",
        )
        .writes("gold/geld.toml", "[[gold]]\ntext = \"borg voor mijn winkel\"\nlang = \"nl\"\nentries = [\"borg\"]\n")
        .loads()
        .gold;
    let (gold, counted) = (gold.each, gold.together);
    assert_eq!(
        (counted[0].text.as_str(), counted[0].file.as_str(), counted[0].line),
        ("borg voor mijn winkel", "gold/geld.toml", 2)
    );
    assert_eq!(gold[0].text, "wie staat borg");
    assert_eq!(gold[0].place.as_ref().unwrap().as_str(), "GM0150");
    assert_eq!(gold[0].expect, Expected::Entries(vec![EntryId::new("borg")]));
    assert_eq!(gold[1].expect, Expected::Action(GoldAction::HandOver));
}

#[test]
fn a_gold_question_without_one_right_answer_is_refused() {
    let told = editor()
        .writes(
            "gold.toml",
            "[[gold]]\ntext = \"a\"\nlang = \"nl\"\n\
             [[gold]]\ntext = \"b\"\nlang = \"nl\"\nplace = \"GM9999\"\nentries = [\"brog\"]\n\
             [[gold]]\ntext = \"c\"\nlang = \"nl\"\naction = \"dance\"\n",
        )
        .errors();
    insta::assert_snapshot!(told.join("\n"), @r#"
    gold.toml:1 this question has not exactly one right answer — write either `entries` or `action`
    gold.toml:7 there is no municipality GM9999 — look its code up in areas.csv
    gold.toml:8 there is no entry `brog` — did you mean `borg`? Otherwise write that entry, or take the mention out
    gold.toml:12 `action` cannot be read: unknown word `dance`, expected one of `handover`, `listen`, `smalltalk` — write it like `action = "handover"`
    "#);
}
