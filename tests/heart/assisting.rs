//! Help while a manager answers: what they see is what a tap sends, and nothing else.

use loket::conversation::Decision;
use loket::conversation::order::Order;
use loket::conversation::refusal::Refusal;
use loket::conversation::wording::Wording;
use loket::domain::ids::{EntryId, LineId};

use crate::chat::{Chat, boris, fatima, reaches_client, text, to_client, to_desk};

fn offer_in(decision: &Decision) -> LineId {
    let offers = to_desk(decision).into_iter().find_map(|wording| match wording {
        Wording::TextOffered { offer, .. } => Some(offer),
        _ => None,
    });
    offers.expect("no text was offered")
}

#[test]
fn a_ready_text_is_shown_first_and_sent_once_as_it_was_shown() {
    let mut chat = Chat::with_boris();
    let shown = chat.orders(&boris(), Order::OfferText(text("Dag Anna")));
    assert!(!shown.effects.iter().any(reaches_client));
    chat.orders(&boris(), Order::OfferText(text("Een andere tekst")));
    let sent = chat.orders(&boris(), Order::SendText(offer_in(&shown)));
    let said: Vec<Wording> = to_client(&sent).collect();
    assert!(matches!(said.as_slice(), [Wording::ManagerSays { text, .. }] if text == "Dag Anna"), "{said:?}");
    assert!(chat.case().unwrap().wait.is_none(), "the client has an answer");
    let again = chat.orders(&boris(), Order::SendText(offer_in(&shown)));
    assert!(matches!(to_desk(&again).as_slice(), [Wording::Refused(Refusal::NotOffered)]));
    assert_eq!(to_client(&again).count(), 0);
}

#[test]
fn a_search_is_for_the_desk_and_a_tap_sends_the_very_card() {
    let mut chat = Chat::waiting();
    let found = chat.orders(&fatima(), Order::Show { words: "aftrek".to_owned(), found: vec![EntryId::new("kia")] });
    assert!(!found.effects.iter().any(reaches_client));
    assert!(chat.case().unwrap().owner.is_none(), "looking takes nothing");
    let sent = chat.orders(&fatima(), Order::SendCard(EntryId::new("kia")));
    let said: Vec<Wording> = to_client(&sent).collect();
    let said = said.as_slice();
    assert!(matches!(said, [Wording::TakenBy { .. }, Wording::ManagerSends { .. }, Wording::Card { .. }]), "{said:?}");
    let gone = chat.orders(&fatima(), Order::SendCard(EntryId::new("nergens")));
    assert!(matches!(to_desk(&gone).as_slice(), [Wording::Refused(Refusal::UnknownEntry)]));
}
