//! Plain language: how easily it reads, hard words, and what was not translated.

use std::collections::BTreeSet;

use loket::domain::ids::EntryId;
use loket::domain::readability::{flesch_douma, syllables};
use proptest::prelude::*;

use crate::editor::{SCHEME, editor};

const JARGON: &str = "[[jargon]]\nlang = \"nl\"\nwords = [\"cofinanciering\"]\nplain = \"zelf ook geld inleggen\"\n";

#[test]
fn syllables_are_counted_by_their_vowels() {
    let counted = include_str!("../data/lettergrepen-nl.csv").lines().skip(1).filter_map(|line| line.split_once(','));
    let missed: BTreeSet<&str> = counted
        .filter(|(word, count)| syllables(word) != count.parse::<usize>().unwrap())
        .map(|(word, _)| word)
        .collect();
    // Letters that are spelt out, and two words that Dutch says otherwise than it writes them.
    assert_eq!(missed, BTreeSet::from(["btw", "kvk", "museum", "station"]));
}

#[test]
fn an_accent_changes_no_syllable_and_dots_do() {
    for (word, count) in
        [("één", 1), ("coördinatie", 5), ("financiën", 4), ("ĳs", 1), ("mkb'er", 1), ("café", 2), ("€", 1)]
    {
        assert_eq!(syllables(word), count, "{word}");
    }
}

#[test]
fn short_words_in_short_sentences_read_more_easily() {
    let easy = "Je koopt een wagen. Die rijdt op stroom. Dan krijg je geld van de staat. ".repeat(5);
    let hard = "De investeringssubsidieregeling faciliteert ondernemingen bij verduurzamingsinvesteringen binnen \
                bedrijfsprocessen gedurende meerjarige uitvoeringsperioden. "
        .repeat(6);
    let (easy, hard) = (flesch_douma(&easy).unwrap(), flesch_douma(&hard).unwrap());
    assert!(easy > 90.0 && hard < 30.0, "{easy:.0} and {hard:.0}");
    assert_eq!(flesch_douma("Te kort om iets te zeggen."), None);
}

#[test]
fn how_easily_an_entry_reads_is_told_and_never_refused() {
    let hard = "Verduurzamingsinvesteringen vereisen subsidieverstrekking. ".repeat(20);
    let loaded = editor().changes(SCHEME, "Vraag het je bank.", hard.trim()).loads();
    let figure = loaded.summary.flesch_douma_of[&EntryId::new("borg")];
    assert!(figure < 0.0, "{figure}");
    assert_eq!(loaded.report.faults, []);
}

#[test]
fn a_hard_word_is_explained_or_not_used() {
    let told =
        editor().writes("jargon.toml", JARGON).changes(SCHEME, "Vraag het je bank.", "Regel eerst Cofinanciering.");
    insta::assert_snapshot!(told.warnings().join("\n"), @"schemes/borg.md:44 `cofinanciering` is not explained — say `zelf ook geld inleggen` instead, or explain it in brackets: `cofinanciering (zelf ook geld inleggen)`");
}

#[test]
fn explained_in_brackets_or_in_the_same_text_a_hard_word_is_welcome() {
    for text in [
        "Regel eerst cofinanciering (je betaalt zelf een deel).",
        "Betaal zelf een deel (cofinanciering).",
        "Je moet zelf ook geld inleggen. Dat heet cofinanciering.",
        "Je leest hier niets over cofinancieringsregels.",
    ] {
        let told = editor().writes("jargon.toml", JARGON).changes(SCHEME, "Vraag het je bank.", text).warnings();
        assert_eq!(told, [""; 0], "{text}");
    }
}

#[test]
fn the_subject_of_an_entry_needs_no_explanation() {
    let told = editor()
        .writes("jargon.toml", JARGON)
        .changes(SCHEME, "also_nl = [\"staatsborg\"]", "also_nl = [\"cofinanciering\"]")
        .changes(SCHEME, "Vraag het je bank.", "Regel eerst cofinanciering.");
    assert_eq!(told.warnings(), [""; 0]);
}

#[test]
fn a_hard_word_has_plain_words_beside_it() {
    let told = editor().writes("jargon.toml", "[[jargon]]\nlang = \"nl\"\nwords = []\n").errors();
    insta::assert_snapshot!(told.join("\n"), @r#"
    jargon.toml:1 `plain` is missing — add a line like `plain = "je legt zelf ook geld in"`
    jargon.toml:3 `words` is empty — write it like `words = ["cofinanciering"]`
    "#);
}

#[test]
fn the_english_text_is_english() {
    let told = editor()
        .changes(SCHEME, "Firms with too little collateral.", "Bedrijven met te weinig onderpand.")
        .changes(SCHEME, "# The government guarantees your loan", "# De overheid staat borg voor je lening");
    insta::assert_snapshot!(told.warnings().join("\n"), @r"
    schemes/borg.md:46 the title is not translated — write it in English
    schemes/borg.md:52 this is not translated: it is the Dutch text — write it in English
    ");
}

proptest! {
    #[test]
    fn every_word_has_a_syllable_and_none_has_more_than_letters(word in "\\PC{1,20}") {
        let count = syllables(&word);
        prop_assert!(count >= 1 && count <= word.chars().flat_map(char::to_lowercase).count().max(1));
    }
}
