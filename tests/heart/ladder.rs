//! The promise comes near, and is broken: the desk is called step by step, and the client hears it in time.

use loket::conversation::event::Event;
use loket::conversation::order::Order;
use loket::conversation::phase::Phase;
use loket::conversation::wording::Wording;
use loket::domain::moment::Moment;
use loket::domain::timer::Timer;

use crate::chat::{Chat, HOUR, MINUTE, MONDAY_NOON, boris, found, to_client, to_desk, wrote};

fn minutes_after_noon(moment: Moment) -> i64 {
    (moment.millis() - MONDAY_NOON.millis()) / MINUTE
}

#[test]
fn nobody_takes_it_step_by_step_until_the_fall_back_desk() {
    let mut chat = Chat::waiting();
    let mut told = Vec::new();
    for _ in 0..5 {
        let step = chat.waits_for(Timer::Ladder);
        let at = minutes_after_noon(chat.now);
        told.extend(
            to_desk(&step)
                .iter()
                .filter(|wording| !matches!(wording, Wording::History(_)))
                .map(|wording| (at, word(wording))),
        );
        told.extend(to_client(&step).map(|wording| (at, word(&wording))));
    }
    // Promised is four working hours: 16:00. The desk closes at 17:00, so the last step comes on Tuesday at 10:00.
    assert_eq!(
        told,
        [
            (120, "nudge"),
            (180, "call the desk"),
            (216, "tell the client"),
            (240, "call the lead"),
            (22 * 60, "came from another desk"),
            (22 * 60, "sent to another desk"),
        ]
    );
    assert_eq!(chat.case().unwrap().desk.as_str(), "enschede");
    assert!(chat.timers.contains_key(&Timer::Ladder), "the new desk has a ladder of its own");
}

#[test]
fn with_an_owner_it_is_the_owner_who_is_called() {
    let mut chat = Chat::with_boris();
    chat.waits_for(Timer::Ladder);
    let call = chat.waits_for(Timer::Ladder);
    assert!(matches!(to_desk(&call).as_slice(), [Wording::CallOwner { owner, .. }] if owner.name == "Boris"));
}

#[test]
fn an_answer_ends_the_ladder_and_the_next_question_starts_a_new_one() {
    let mut chat = Chat::with_boris();
    chat.waits_for(Timer::Ladder);
    chat.writes(&boris(), 900, "Ik zoek het uit.");
    assert!(!chat.timers.contains_key(&Timer::Ladder));
    let late = chat.happens(Event::WaitedLong);
    assert_eq!(late.effects.len(), 0, "a timer that fires late finds nobody waiting");
    chat.pass(HOUR);
    chat.happens(wrote(20, "en?", found(&[])));
    let nudge = chat.waits_for(Timer::Ladder);
    assert!(matches!(to_desk(&nudge).as_slice(), [Wording::Nudge { .. }]));
}

#[test]
fn the_client_hears_of_the_delay_once_and_before_the_promise_lapses() {
    let mut chat = Chat::waiting();
    let promise = chat.case().unwrap().promise.unwrap();
    let mut told = Vec::new();
    while chat.case().unwrap().desk.as_str() == "deventer" {
        let step = chat.waits_for(Timer::Ladder);
        if to_client(&step).any(|wording| matches!(wording, Wording::TakesLonger { .. })) {
            told.push(chat.now);
        }
    }
    assert_eq!(told.len(), 1);
    assert!(told[0] < promise);
}

#[test]
fn after_an_outage_only_the_last_step_is_taken_and_only_while_somebody_works() {
    let mut chat = Chat::waiting();
    // The program was down until late in the evening.
    chat.pass(10 * HOUR);
    let at_night = chat.happens(Event::WaitedLong);
    assert_eq!(to_desk(&at_night), []);
    assert_eq!(to_client(&at_night).count(), 0);
    let in_the_morning = chat.waits_for(Timer::Ladder);
    assert_eq!(minutes_after_noon(chat.now), 21 * 60, "Tuesday 9:00");
    let said = to_desk(&in_the_morning);
    assert!(matches!(said.as_slice(), [Wording::CallLead { .. }]), "{said:?}");
    assert_eq!(to_client(&in_the_morning).count(), 1, "the client hears that it takes longer");
}

#[test]
fn a_question_late_on_friday_is_promised_on_monday() {
    let mut chat = Chat::new();
    // Friday 16:00.
    chat.now = Moment::from_millis(MONDAY_NOON.millis() + 4 * 24 * HOUR + 4 * HOUR);
    chat.happens(Event::Commanded(loket::conversation::event::Command::Person));
    let promise = chat.case().unwrap().promise.unwrap();
    assert_eq!(minutes_after_noon(promise), 7 * 24 * 60, "Monday 12:00");
}

#[test]
fn a_case_from_before_there_were_ladders_gets_one() {
    let mut chat = Chat::waiting();
    if let Phase::Waiting { case } = &mut chat.conversation.phase {
        case.wait = None;
    }
    chat.timers.clear();
    chat.happens(Event::WaitedLong);
    assert!(chat.case().unwrap().wait.is_some());
    assert!(chat.timers.contains_key(&Timer::Ladder));
}

#[test]
fn closing_ends_every_timer() {
    let mut chat = Chat::with_boris();
    chat.orders(&boris(), Order::Close { outcome: Some(loket::domain::case::Outcome::Answered), why: None });
    assert!(chat.timers.is_empty(), "{:?}", chat.timers);
}

fn word(wording: &Wording) -> &'static str {
    match wording {
        Wording::Nudge { .. } => "nudge",
        Wording::CallDesk { .. } => "call the desk",
        Wording::CallOwner { .. } => "call the owner",
        Wording::CallLead { .. } => "call the lead",
        Wording::TakesLonger { .. } => "tell the client",
        Wording::SentToDesk { .. } => "sent to another desk",
        Wording::CameFromDesk { .. } => "came from another desk",
        other => panic!("{other:?}"),
    }
}
