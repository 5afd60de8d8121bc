//! While the bot answers: a question gets one fitting reaction.

use loket::conversation::Context;
use loket::conversation::effect::Effect;
use loket::conversation::event::{Command, Event, Found};
use loket::conversation::wording::Wording;
use loket::domain::case::Case;
use loket::domain::evidence::{Evidence, SmallTalk};
use loket::domain::message::Action;

use crate::chat::{Chat, MONDAY_NOON, found, message, small_talk, text, to_client, wrote};

#[test]
fn a_clear_question_gets_its_card_at_once_after_the_introduction() {
    let mut chat = Chat::new();
    let said = chat.says("zonnepanelen", found(&[("isde-zakelijk", 0.9)]));
    assert!(matches!(said.as_slice(), [Wording::Intro, Wording::Card { .. }]), "{said:?}");
}

#[test]
fn pieces_of_one_question_get_one_answer() {
    let mut chat = Chat::new();
    chat.happens(Event::Commanded(Command::Start));
    let first = chat.happens(wrote(1, "hoi", small_talk(SmallTalk::Greeting)));
    assert_eq!(to_client(&first).count(), 0, "an unsure reaction waits for what comes");
    chat.pass(900);
    let joined = Some(found(&[("kia", 0.9)]).alone);
    let second =
        chat.happens(wrote(2, "ik koop een oven, krijg ik aftrek", Found { joined, ..found(&[("kia", 0.3)]) }));
    assert_eq!(to_client(&second).count(), 1);
    chat.pass(900);
    let joined = Some(found(&[("kia", 0.95)]).alone);
    let third = chat.happens(wrote(3, "voor de bakkerij", Found { joined, ..found(&[]) }));
    assert_eq!(to_client(&third).count(), 0, "the answer stands already");
    assert_eq!(to_client(&chat.happens(Event::Settled)).count(), 0);
}

#[test]
fn an_edit_changes_the_answer_in_its_place() {
    let mut chat = Chat::new();
    chat.says("zonnepanelen", found(&[("isde-zakelijk", 0.9)]));
    let event = Event::Edited {
        message: message(1),
        text: text("laadpaal"),
        found: found(&[("laadpaal", 0.9)]),
        masked: false,
    };
    let decision = chat.happens(event);
    assert!(decision.effects.iter().any(|effect| matches!(effect, Effect::Revise { .. })), "{:?}", decision.effects);
}

#[test]
fn it_never_asks_back_twice_in_a_row() {
    let mut chat = Chat::new();
    let near = [("kia", 0.3), ("eia", 0.25)];
    let said = chat.says("aftrek", found(&near));
    assert!(matches!(said.last(), Some(Wording::Clarify { .. })), "{said:?}");
    chat.pass(60_000);
    let joined = Some(found(&near).alone);
    let said = chat.says("weet niet", Found { joined, ..found(&near) });
    assert!(matches!(said.last(), Some(Wording::HandedOver { .. })), "{said:?}");
}

#[test]
fn one_likely_thing_is_asked_about_and_shown_after_a_tap() {
    let mut chat = Chat::new();
    let said = chat.says("borg", found(&[("bmkb", 0.45), ("eia", 0.01)]));
    let Some(Wording::Clarify { options }) = said.last() else { panic!("{said:?}") };
    let [only] = options.as_slice() else { panic!("{options:?}") };
    let shown = chat.happens(Event::Tapped { action: Action::Show(only.clone()), on: None });
    assert!(to_client(&shown).any(|wording| matches!(wording, Wording::Card { .. })), "{:?}", shown.effects);
}

#[test]
fn who_means_something_else_than_the_one_thing_is_not_asked_again() {
    let mut chat = Chat::new();
    chat.says("borg", found(&[("bmkb", 0.45), ("eia", 0.01)]));
    let other = chat.happens(Event::Tapped { action: Action::NoneOfThese, on: None });
    assert!(to_client(&other).all(|wording| !matches!(wording, Wording::Clarify { .. })), "{:?}", other.effects);
    assert!(to_client(&other).count() > 0, "nothing was said");
}

#[test]
fn something_else_before_it_spoke_is_the_only_question_back() {
    let mut chat = Chat::new();
    chat.happens(wrote(1, "aftrek", found(&[("kia", 0.29), ("eia", 0.27)])));
    let offered = chat.happens(Event::Tapped { action: Action::SomethingElse, on: None });
    assert!(to_client(&offered).any(|wording| matches!(wording, Wording::Clarify { .. })));
    let settled = chat.happens(Event::Settled);
    assert_eq!(to_client(&settled).count(), 0, "{:?}", settled.effects);
}

#[test]
fn distress_gets_calm_words_and_a_person_and_no_scheme() {
    let mut chat = Chat::new();
    let alone = Evidence { distress: 0.9, ..found(&[("kia", 0.99)]).alone };
    let said = chat.says("ik zie het niet meer zitten", Found { alone, joined: None });
    assert!(matches!(said.as_slice(), [Wording::Intro, Wording::Listening { .. }]), "{said:?}");
    assert!(chat.conversation.phase.open_case().is_some_and(Case::is_urgent));
}

#[test]
fn a_second_cry_for_a_person_opens_no_second_case() {
    let mut chat = Chat::new();
    chat.happens(Event::Commanded(Command::Person));
    let again = chat.happens(Event::Commanded(Command::Person));
    assert!(matches!(to_client(&again).last(), Some(Wording::WhereItStands { .. })));
    assert_eq!(chat.cases, 1);
}

#[test]
fn a_case_is_opened_only_with_a_number() {
    let chat = Chat::new();
    let context =
        Context { now: MONDAY_NOON, policy: &chat.policy, catalogue: &chat.catalogue, fresh_case: None, away: &[] };
    let decision = chat.conversation.clone().handle(Event::Commanded(Command::Person), &context);
    assert!(decision.lacks_case_number);
    assert!(decision.case.is_none());
}
