//! What is agreed is remembered on both sides, and is not closed over.

use loket::conversation::order::Order;
use loket::conversation::refusal::Refusal;
use loket::conversation::wording::Wording;
use loket::domain::case::Outcome;
use loket::domain::moment::Moment;
use loket::domain::timer::Timer;

use crate::chat::{Chat, HOUR, boris, text, to_client, to_desk};

fn agrees(chat: &mut Chat, in_hours: i64) -> loket::conversation::Decision {
    let at = Moment::from_millis(chat.now.millis() + in_hours * HOUR);
    chat.orders(&boris(), Order::Appoint { what: text("bellen over de vergunning"), at })
}

#[test]
fn both_sides_are_reminded_a_day_and_an_hour_before() {
    let mut chat = Chat::with_boris();
    let agreed = agrees(&mut chat, 48);
    assert!(matches!(to_client(&agreed).last(), Some(Wording::Appointed { .. })));
    let start = chat.now;
    for hours in [24, 47] {
        let reminder = chat.waits_for(Timer::Appointment);
        assert_eq!(chat.now.millis() - start.millis(), hours * HOUR);
        assert!(matches!(to_client(&reminder).last(), Some(Wording::AppointmentNear(_))));
        assert!(matches!(to_desk(&reminder).as_slice(), [Wording::AppointmentNearInTopic { owner: Some(_), .. }]));
    }
    assert!(!chat.timers.contains_key(&Timer::Appointment));
}

#[test]
fn a_moment_in_the_past_is_no_appointment() {
    let mut chat = Chat::with_boris();
    let refused = agrees(&mut chat, -1);
    assert!(matches!(to_desk(&refused).as_slice(), [Wording::Refused(Refusal::InThePast)]));
    assert_eq!(to_client(&refused).count(), 0);
}

#[test]
fn a_case_is_not_closed_over_an_appointment_unless_that_is_explained() {
    let mut chat = Chat::with_boris();
    agrees(&mut chat, 48);
    let refused = chat.orders(&boris(), Order::Close { outcome: None, why: None });
    assert!(matches!(to_desk(&refused).as_slice(), [Wording::Refused(Refusal::AppointmentAhead(_))]));

    let asked = chat.orders(&boris(), Order::Close { outcome: None, why: Some(text("al gesproken")) });
    assert!(matches!(to_desk(&asked).as_slice(), [Wording::AskOutcome { .. }]));
    let closed = chat.orders(&boris(), Order::Close { outcome: Some(Outcome::Answered), why: None });
    let said: Vec<Wording> = to_client(&closed).collect();
    assert!(matches!(said.as_slice(), [Wording::Done { cancelled, .. }] if cancelled.len() == 1), "{said:?}");
}

#[test]
fn an_appointment_that_is_past_is_in_nobodys_way() {
    let mut chat = Chat::with_boris();
    agrees(&mut chat, 1);
    chat.pass(2 * HOUR);
    let closed = chat.orders(&boris(), Order::Close { outcome: Some(Outcome::Answered), why: None });
    assert!(to_client(&closed).any(|wording| matches!(wording, Wording::Done { .. })));
}
