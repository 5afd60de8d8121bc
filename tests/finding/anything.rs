//! Whatever is written, there is an answer: never a panic, never without bounds.

use std::sync::LazyLock;

use proptest::prelude::*;

use crate::counter::Counter;

static COUNTER: LazyLock<Counter> = LazyLock::new(Counter::open);

/// The longest message a messenger sends.
const LONGEST: usize = 4096;

/// A question is looked up by at most so many terms, of which so many words may be taken for misspelt.
const MOST_TERMS: usize = 64;
const MOST_GUESSES: usize = 3;

fn holds(text: &str) {
    let evidence = COUNTER.evidence(text);
    let together: f64 = evidence.candidates.iter().map(|candidate| candidate.probability).sum();
    assert!(evidence.candidates.len() <= 10);
    assert!((0.0..=1.000_001).contains(&together), "{together}");
    assert!(evidence.candidates.is_sorted_by(|one, next| one.probability >= next.probability));
    assert!((0.0..=1.0).contains(&evidence.distress));
    is_bounded(text);
}

fn is_bounded(text: &str) {
    let terms = COUNTER.terms(text).len();
    assert!(terms <= MOST_TERMS, "{terms} terms");
    let lines = COUNTER.explains(text);
    let words = lines.iter().filter(|line| line.starts_with("word "));
    let (guessed, read): (Vec<&String>, Vec<&String>) = words.partition(|line| line.contains(", read as "));
    assert!(guessed.len() <= MOST_GUESSES, "{guessed:?}");
    assert!(guessed.len() + read.len() <= MOST_TERMS, "{} words are considered", guessed.len() + read.len());
}

/// Words of one script, as they are typed or as nobody types them.
fn script() -> impl Strategy<Value = &'static str> {
    prop_oneof![
        Just(r"\p{Arabic}{1,12}"),
        Just(r"\p{Hebrew}{1,12}"),
        Just(r"\p{Cyrillic}{1,12}"),
        Just(r"\p{Greek}{1,12}"),
        Just(r"\p{Han}{1,12}"),
        Just(r"\p{Hangul}{1,12}"),
        Just(r"\p{Devanagari}{1,12}"),
        Just(r"\p{Thai}{1,12}"),
        Just(r"[a-z]{1,4}\p{Mn}{1,12}"),
        Just(r"[\u{1F300}-\u{1FAFF}]{1,4}\u{200D}?[\u{1F300}-\u{1FAFF}]?\u{FE0F}?"),
        Just(r"[\u{200B}-\u{200F}\u{202A}-\u{202E}\u{2066}-\u{2069}]{1,4}[a-z]{0,6}"),
        Just(r"[A-ZÀ-Þİßﬁﬂĳ]{1,12}"),
        Just(r"[0-9٠-٩०-९]{1,12}"),
    ]
}

/// A text of words in any scripts.
fn in_any_script() -> impl Strategy<Value = String> {
    let word = script().prop_flat_map(|pattern| proptest::string::string_regex(pattern).unwrap());
    prop::collection::vec(word, 0..60).prop_map(|words| words.join(" "))
}

/// A piece, repeated until the message is full.
fn full_of() -> impl Strategy<Value = String> {
    r"(\PC|\p{M}| |\n){1,12}".prop_map(|piece| piece.chars().cycle().take(LONGEST).collect())
}

/// Nearly words of the catalogue: each may be taken for misspelt.
fn misspelt() -> impl Strategy<Value = String> {
    let known =
        prop::sample::select(vec!["zonnepanelen", "vergunning", "werknemer", "onderpand", "ontwikkelen", "collateral"]);
    let wrong = (known, 0..9_usize, "[a-z]").prop_map(|(word, at, letter)| {
        let (head, tail) = word.split_at(at.min(word.len()));
        format!("{head}{letter}{tail}")
    });
    prop::collection::vec(wrong, 0..300).prop_map(|words| words.join(" "))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_answered(text in any::<String>()) {
        holds(&text);
    }

    #[test]
    fn any_words_and_signs_are_answered(text in r#"([a-zà-ü]{1,14}|[0-9]{1,5}|[-'’.,;:!?()%€&"]|\n| |zonnepanelen|wbso|Best|ĳ|ﬁ|İ|👨‍👩‍👧){0,60}"#) {
        holds(&text);
    }

    #[test]
    fn any_script_is_answered(text in in_any_script()) {
        holds(&text);
    }

    #[test]
    fn a_message_full_of_anything_is_answered(text in full_of()) {
        holds(&text);
    }

    #[test]
    fn a_message_full_of_errors_is_answered(text in misspelt()) {
        holds(&text);
    }

    #[test]
    fn very_long_words_are_answered(words in prop::collection::vec("[a-z]{200,1500}|(zonne|panelen|vergunning|s){20,200}", 1..4)) {
        holds(&words.join(" "));
    }
}

#[test]
fn the_longest_and_strangest_messages_are_answered() {
    for text in [
        String::new(),
        " ".repeat(LONGEST),
        "(".repeat(LONGEST),
        "a".repeat(LONGEST),
        "geen ".repeat(900),
        "zonnepanelen".repeat(400),
        "Best ".repeat(800),
        "a-".repeat(2000),
        "\u{202E}\u{200D}\u{0301}".repeat(1300),
        "İ".repeat(2000),
        "👩‍👩‍👧‍👦 ".repeat(500),
        "\u{FDFA}".repeat(LONGEST),
        (0..900).map(|number| format!("w{number}")).collect::<Vec<_>>().join(" "),
    ] {
        holds(&text);
    }
}
