//! What a client sees when a person comes in, and of their own data; what the messenger shows about the bot.

use super::everything::{waiting, with_a_person, your_data};
use super::{catalogue, phrasebook, renderer, seen};
use crate::domain::language::Language;

#[test]
fn waiting_in_dutch() {
    insta::assert_snapshot!(seen(Language::Nl, &waiting()), @"");
}

#[test]
fn waiting_in_english() {
    insta::assert_snapshot!(seen(Language::En, &waiting()), @"");
}

#[test]
fn with_a_person_in_dutch() {
    insta::assert_snapshot!(seen(Language::Nl, &with_a_person()), @"");
}

#[test]
fn with_a_person_in_english() {
    insta::assert_snapshot!(seen(Language::En, &with_a_person()), @"");
}

#[test]
fn your_data_in_dutch() {
    insta::assert_snapshot!(seen(Language::Nl, &your_data()), @"");
}

#[test]
fn your_data_in_english() {
    insta::assert_snapshot!(seen(Language::En, &your_data()), @"");
}

/// The menu and the descriptions: what somebody sees before the first word.
#[test]
fn the_messenger_presents_the_bot() {
    let (phrases, catalogue) = (phrasebook(), catalogue::small());
    let shown = Language::ALL.map(|language| {
        let profile = renderer(&phrases, &catalogue).profile(language);
        assert!(profile.description.chars().count() <= 512);
        assert!(profile.short_description.chars().count() <= 120);
        assert!(profile.commands.iter().all(|(_, purpose)| purpose.chars().count() <= 60));
        let menu: Vec<String> = profile.commands.iter().map(|(word, purpose)| format!("/{word} {purpose}")).collect();
        format!("{}\n{}\n{}", profile.description, profile.short_description, menu.join("\n"))
    });
    insta::assert_snapshot!(shown.join("\n- - -\n"), @"");
}
