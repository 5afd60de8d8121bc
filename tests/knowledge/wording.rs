//! What reads badly on a phone, or helps nobody to find the entry. None of it refuses a release.

use crate::editor::{SCHEME, editor};

#[test]
fn a_long_sentence_is_named_where_it_stands() {
    let long = "Ask the bank where you have had your account for years whether it would be so kind as to help you out.";
    let told = editor().changes(SCHEME, "Ask your bank.", long).warnings();
    insta::assert_snapshot!(told.join("\n"), @"schemes/borg.md:64 this sentence has 22 words — cut it in two: 8 to 14 words read best");
}

#[test]
fn sentences_that_are_all_rather_long_are_tiring() {
    let rather_long = "Je kunt hier terecht met al je vragen over borg en geld voor je eigen bedrijf in Nederland.";
    let told = editor()
        .changes(SCHEME, "Heb je te weinig onderpand? Dan kan de overheid borg staan.", &[rather_long; 60].join(" "))
        .warnings();
    insta::assert_snapshot!(told.join("\n"), @"schemes/borg.md:20 the sentences of this text have more than 15 words on average — write shorter sentences: 8 to 14 words read best");
}

#[test]
fn the_first_sentence_of_a_section_fits_on_the_card() {
    let wide = "Ondernemersverenigingsbestuursleden ".repeat(4);
    let told =
        editor().changes(SCHEME, "Bedrijven met te weinig onderpand.", &format!("{wide}kunnen komen.")).warnings();
    insta::assert_snapshot!(told.join("\n"), @"schemes/borg.md:26 the first sentence of this section has 157 characters — it stands on the card: make it 120 at most");
}

#[test]
fn general_knowledge_carries_no_amounts() {
    let told = editor().changes(SCHEME, "confidence = \"read\"", "confidence = \"known\"").warnings();
    insta::assert_snapshot!(told.join("\n"), @r#"
    schemes/borg.md:32 an amount that nobody checked — take the amount out and point to the page that has it, or read it there and write `confidence = "read"`
    schemes/borg.md:56 an amount that nobody checked — take the amount out and point to the page that has it, or read it there and write `confidence = "read"`
    "#);
}

#[test]
fn few_questions_make_an_entry_hard_to_find() {
    let told = editor().changes(SCHEME, "- bank wil meer zekerheid\n", "").changes(SCHEME, "- the bank said no", "");
    insta::assert_snapshot!(told.warnings().join("\n"), @r"
    schemes/borg.md:20 too few ways of asking in `nl`: 19 — make it 20 or more: they are half of the answering quality
    schemes/borg.md:46 too few ways of asking in `en`: 9 — make it 10 or more: they are half of the answering quality
    ");
}
