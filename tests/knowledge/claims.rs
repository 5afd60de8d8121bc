//! A question that two entries claim leads to the wrong one half of the time; two entries that say the same, too.

use crate::editor::{SCHEME, editor};

#[test]
fn a_question_that_stands_in_two_entries_belongs_in_neither() {
    let told = editor()
        .copies_the_scheme("tweede")
        .changes("schemes/tweede.md", "- tweede ik heb geen onderpand", "- Ik heb géén onderpand!")
        .warnings();
    insta::assert_snapshot!(told.join("\n"), @"schemes/tweede.md:68 this question stands also at schemes/borg.md:68 — keep it where it belongs; a question that fits two entries belongs in neither. If both answer it, write `shares` in the header of one");
}

#[test]
fn the_same_question_in_other_words_is_claimed_too() {
    let told = editor()
        .copies_the_scheme("tweede")
        .changes("schemes/tweede.md", "- tweede de bank zegt nee", "- kan ik borg krijgen voor extra winkels")
        .warnings();
    insta::assert_snapshot!(told.join("\n"), @"schemes/tweede.md:74 this asks the same as schemes/borg.md:77 — keep it where it belongs; a question that fits two entries belongs in neither. If both answer it, write `shares` in the header of one");
}

#[test]
fn whoever_says_that_both_answer_may_share_a_question() {
    let told = editor()
        .copies_the_scheme("tweede")
        .changes("schemes/tweede.md", "- tweede ik heb geen onderpand", "- ik heb geen onderpand")
        .changes(SCHEME, "related = ", "shares = [\"tweede\"]  # the bank asks for the same\nrelated = ");
    assert_eq!(told.warnings(), [""; 0]);
}

#[test]
fn a_question_that_stands_twice_in_one_entry_is_named() {
    let told =
        editor().changes(SCHEME, "- moet ik zelf tekenen\n", "- moet ik zelf tekenen\n- Moet ik zelf tekenen?\n");
    insta::assert_snapshot!(told.warnings().join("\n"), @"schemes/borg.md:74 this question stands also at schemes/borg.md:73 — keep it where it belongs; a question that fits two entries belongs in neither. If both answer it, write `shares` in the header of one");
}

#[test]
fn two_entries_that_say_the_same_are_one_too_many() {
    let text =
        include_str!("folder/borg.md").replace("\n- ", "\n- anders ").replace("id = \"borg\"", "id = \"borgen\"");
    let told = editor().writes("schemes/borgen.md", text.clone()).warnings();
    insta::assert_snapshot!(told.join("\n"), @"schemes/borgen.md:2 this says nearly the same as schemes/borg.md — make it one entry with an alias, or say in title and summary what sets it apart");
    let elsewhere = text.replace("areas = [\"NL\"]", "areas = [\"GM0150\"]");
    assert_eq!(editor().writes("schemes/borgen.md", elsewhere).warnings(), [""; 0], "elsewhere it may say the same");
}
