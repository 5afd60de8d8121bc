//! Whatever is written, there is an answer: never a panic, never without bounds.

use std::sync::LazyLock;

use proptest::prelude::*;

use crate::counter::Counter;

static COUNTER: LazyLock<Counter> = LazyLock::new(Counter::open);

fn holds(text: &str) {
    let evidence = COUNTER.evidence(text);
    let together: f64 = evidence.candidates.iter().map(|candidate| candidate.probability).sum();
    assert!(evidence.candidates.len() <= 10);
    assert!((0.0..=1.000_001).contains(&together), "{together}");
    assert!(evidence.candidates.is_sorted_by(|one, next| one.probability >= next.probability));
    assert!((0.0..=1.0).contains(&evidence.distress));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_answered(text in any::<String>()) {
        holds(&text);
    }

    #[test]
    fn any_words_and_signs_are_answered(text in r#"([a-zà-ü]{1,14}|[0-9]{1,5}|[-'’.,;:!?()%€&"]|\n| |zonnepanelen|wbso|Best|ĳ|ﬁ|İ|👨‍👩‍👧){0,60}"#) {
        holds(&text);
    }
}

#[test]
fn the_longest_and_strangest_messages_are_answered() {
    for text in [
        String::new(),
        "(".repeat(4096),
        "a".repeat(4096),
        "geen ".repeat(900),
        "zonnepanelen".repeat(400),
        "\u{202E}\u{200D}\u{0301}".repeat(1300),
        "İ".repeat(2000),
        (0..900).map(|number| format!("w{number}")).collect::<Vec<_>>().join(" "),
    ] {
        holds(&text);
        let _ = COUNTER.explains(&text);
    }
}
