//! Synonyms: how people say it must be how the catalogue does not.

use crate::editor::{Editor, editor};

fn synonym(said: &str, written: &str) -> Editor {
    let rule = format!("[[synonym]]\nlanguage = \"nl\"\nsaid = [{said}]\nwritten = [{written}]\n");
    editor().writes("synonyms.toml", rule)
}

#[test]
fn a_synonym_that_leads_to_an_entry_is_welcome() {
    assert_eq!(synonym("\"borgtocht\", \"cautie\"", "\"borg\", \"kaution\"").warnings(), [""; 0]);
}

#[test]
fn a_synonym_for_a_word_that_no_entry_says_finds_nothing() {
    let told = synonym("\"zeilboot\"", "\"pleziervaart\", \"het zeiljacht\"").warnings();
    insta::assert_snapshot!(told.join("\n"), @"synonyms.toml:1 no entry says `pleziervaart`, `het zeiljacht`, so this synonym finds nothing — write how the entries say it, or take the synonym out");
}

#[test]
fn a_synonym_for_another_form_of_the_same_word_changes_nothing() {
    let told = synonym("\"leningen\", \"een lening\"", "\"lening\"").warnings();
    insta::assert_snapshot!(told.join("\n"), @"synonyms.toml:1 `leningen`, `een lening` means the same without this synonym — take it out: plurals and other forms of a word are found anyway");
}
