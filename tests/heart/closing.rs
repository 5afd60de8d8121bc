//! A case ends with an outcome, the client says whether it helped, and may come back to it.

use loket::conversation::effect::Effect;
use loket::conversation::event::{Command, Event};
use loket::conversation::order::Order;
use loket::conversation::phase::Phase;
use loket::conversation::refusal::Refusal;
use loket::conversation::wording::Wording;
use loket::domain::absence::Absence;
use loket::domain::case::{Gap, Outcome};
use loket::domain::happening::Kind;
use loket::domain::ids::{CaseNumber, EntryId};
use loket::domain::message::Action;

use crate::chat::{Chat, HOUR, boris, fatima, found, text, to_client, to_desk, wrote};

fn tapped(action: Action) -> Event {
    Event::Tapped { action, on: None }
}

#[test]
fn closing_needs_an_outcome_and_a_referral_needs_a_name() {
    let mut chat = Chat::with_boris();
    let asked = chat.orders(&boris(), Order::Close { outcome: None, why: None });
    assert!(matches!(to_desk(&asked).as_slice(), [Wording::AskOutcome { .. }]));
    let nameless = chat.orders(&boris(), Order::Close { outcome: Some(Outcome::Referred), why: None });
    assert!(matches!(to_desk(&nameless).as_slice(), [Wording::Refused(Refusal::ReferredToWhom)]));
    assert!(chat.case().is_some(), "it is still open");
    let closed =
        chat.orders(&boris(), Order::Close { outcome: Some(Outcome::Referred), why: Some(text("KVK Zwolle")) });
    let said: Vec<Wording> = to_client(&closed).collect();
    assert!(matches!(said.as_slice(), [Wording::Done { referred_to: Some(to), .. }] if to == "KVK Zwolle"), "{said:?}");
}

#[test]
fn every_outcome_closes_the_topic_and_asks_both_sides_once() {
    for outcome in Outcome::ALL {
        let mut chat = Chat::with_boris();
        let closed = chat.orders(&boris(), Order::Close { outcome: Some(outcome), why: Some(text("KVK")) });
        assert!(closed.effects.iter().any(|effect| matches!(effect, Effect::CloseTopic { .. })), "{outcome:?}");
        assert_eq!(to_client(&closed).count(), 1, "{outcome:?}");
        assert!(to_desk(&closed).iter().any(|wording| matches!(wording, Wording::AskGap { .. })), "{outcome:?}");
        let case = closed.case.expect("it is kept");
        assert_eq!((case.outcome, case.wait, case.closed), (Some(outcome), None, Some(chat.now)));
    }
}

#[test]
fn whether_it_helped_is_counted_once() {
    let mut chat = Chat::closed();
    let first = chat.happens(tapped(Action::CaseHelped(CaseNumber(1), true)));
    assert!(counts(&first).contains(&(Kind::CaseHelped, None)));
    let second = chat.happens(tapped(Action::CaseHelped(CaseNumber(1), false)));
    assert!(counts(&second).is_empty());
    assert_eq!(chat.conversation.past[0].helped, Some(true));
}

#[test]
fn what_the_catalogue_should_have_known_is_noted_with_the_case() {
    let mut chat = Chat::closed();
    let noted = chat.orders(&boris(), Order::Gap(Some(Gap::Entry(EntryId::new("kia")))));
    assert!(counts(&noted).contains(&(Kind::Gap, Some(EntryId::new("kia")))));
    assert_eq!(noted.case.unwrap().gap, Some(Gap::Entry(EntryId::new("kia"))));
    let again = chat.orders(&boris(), Order::Gap(Some(Gap::Missing)));
    assert!(counts(&again).is_empty());
}

#[test]
fn a_new_question_starts_fresh_with_the_bot() {
    let mut chat = Chat::closed();
    let said = chat.says("aftrek voor een oven", found(&[("kia", 0.9)]));
    assert!(matches!(said.as_slice(), [Wording::Card { .. }]), "{said:?}");
}

#[test]
fn one_more_thing_goes_on_with_the_same_person_within_two_weeks() {
    let mut chat = Chat::closed();
    chat.pass(13 * 24 * HOUR);
    let back = chat.happens(tapped(Action::Reopen(CaseNumber(1))));
    assert!(matches!(to_client(&back).last(), Some(Wording::Reopened { name: Some(name) }) if name == "Boris"));
    assert!(back.effects.iter().any(|effect| matches!(effect, Effect::ReopenTopic { .. })));
    let case = chat.case().unwrap();
    assert!(case.is_owned_by(boris().id) && case.number == CaseNumber(1) && case.wait.is_some());
    let twice = chat.happens(tapped(Action::Reopen(CaseNumber(1))));
    assert!(matches!(to_client(&twice).last(), Some(Wording::WhereItStands { .. })));
}

#[test]
fn after_two_weeks_it_is_too_late() {
    let mut chat = Chat::closed();
    chat.pass(15 * 24 * HOUR);
    let late = chat.happens(tapped(Action::Reopen(CaseNumber(1))));
    assert!(matches!(to_client(&late).last(), Some(Wording::TooLateToReopen)));
    assert!(chat.case().is_none());
}

#[test]
fn when_that_person_is_away_their_stand_in_goes_on() {
    let mut chat = Chat::closed();
    let until = chat.now;
    chat.away = vec![Absence { who: boris().id, name: "Boris".to_owned(), stand_in: fatima(), until }];
    chat.happens(tapped(Action::Reopen(CaseNumber(1))));
    let case = chat.case().unwrap();
    assert!(case.is_owned_by(fatima().id));
    assert_eq!(case.lent_by, Some(boris()), "and it goes back to Boris when he is");
}

#[test]
fn status_has_an_answer_in_every_state() {
    let status = |chat: &mut Chat| to_client(&chat.happens(Event::Commanded(Command::Status))).last().unwrap();
    assert!(matches!(status(&mut Chat::new()), Wording::NoOpenCase { last: None }));
    assert!(matches!(status(&mut Chat::waiting()), Wording::WhereItStands { owner: None, promise: Some(_), .. }));
    assert!(matches!(status(&mut Chat::with_boris()), Wording::WhereItStands { owner: Some(_), .. }));
    assert!(matches!(status(&mut Chat::closed()), Wording::NoOpenCase { last: Some(_) }));
}

#[test]
fn the_next_case_shows_how_the_last_one_ended() {
    let mut chat = Chat::closed();
    chat.happens(wrote(10, "mens", found(&[])));
    let opened = chat.happens(Event::Commanded(Command::Person));
    let earlier = opened.effects.iter().find_map(|effect| match effect {
        Effect::Say { wording: Wording::Sheet { earlier, .. }, .. } => earlier.clone(),
        _ => None,
    });
    assert_eq!(earlier.unwrap().outcome, Some(Outcome::Answered));
}

#[test]
fn a_client_may_withdraw_at_any_time() {
    for mut chat in [Chat::waiting(), Chat::with_boris()] {
        let withdrawn = chat.happens(tapped(Action::Withdraw));
        assert!(matches!(to_client(&withdrawn).last(), Some(Wording::Withdrawn)));
        assert!(matches!(chat.conversation.phase, Phase::Closed { .. }));
        assert_eq!(withdrawn.case.unwrap().outcome, Some(Outcome::Withdrawn));
    }
}

fn counts(decision: &loket::conversation::Decision) -> Vec<(Kind, Option<EntryId>)> {
    let counted = decision.effects.iter().filter_map(|effect| match effect {
        Effect::Count(happening) => Some((happening.kind, happening.entry.clone())),
        _ => None,
    });
    counted.collect()
}
