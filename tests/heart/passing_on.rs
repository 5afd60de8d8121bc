//! Who has a case: taken, passed on, lent, given back. It always has an owner or a desk.

use loket::conversation::effect::Effect;
use loket::conversation::event::{Command, Event};
use loket::conversation::order::Order;
use loket::conversation::refusal::Refusal;
use loket::conversation::wording::Wording;
use loket::domain::absence::Absence;
use loket::domain::case::{CaseState, Manager, Rejection};
use loket::domain::delivery::TopicIcon;
use loket::domain::ids::{DeskId, LineId, PersonId};

use crate::chat::{Chat, HOUR, boris, fatima, found, to_client, to_desk, wrote};

#[test]
fn of_fifty_who_take_at_once_the_first_has_it_and_the_others_see_who() {
    let mut chat = Chat::waiting();
    chat.orders(&boris(), Order::Take);
    let again = chat.orders(&boris(), Order::Take);
    assert_eq!(again.effects.iter().filter(|effect| matches!(effect, Effect::Say { .. })).count(), 0);
    for number in 100..150 {
        let late = Manager { id: PersonId(number), name: format!("Manager{number}") };
        let refused = chat.orders(&late, Order::Take);
        assert!(matches!(
            to_desk(&refused).as_slice(),
            [Wording::Refused(Refusal::NotYours { owner })] if owner == "Boris"
        ));
        assert_eq!(to_client(&refused).count(), 0);
    }
    let over = chat.orders(&fatima(), Order::TakeOver);
    assert!(matches!(to_client(&over).last(), Some(Wording::SentTo { name, .. }) if name == "Fatima"));
    assert!(matches!(to_desk(&over).as_slice(), [Wording::TakenInTopic { name }] if name == "Fatima"));
}

#[test]
fn only_the_owner_passes_on_closes_and_speaks() {
    let mut chat = Chat::with_boris();
    for order in [
        Order::PassTo { to: fatima(), lent: false },
        Order::PassToDesk(DeskId::new("enschede")),
        Order::Reject(Some(Rejection::Time), None),
        Order::SendCard(loket::domain::ids::EntryId::new("kia")),
        Order::SendText(LineId(1)),
        Order::Close { outcome: None, why: None },
    ] {
        let refused = chat.orders(&fatima(), order.clone());
        let said = to_desk(&refused);
        assert!(matches!(said.as_slice(), [Wording::Refused(Refusal::NotYours { .. })]), "{order:?}: {said:?}");
        assert_eq!(to_client(&refused).count(), 0);
    }
}

#[test]
fn what_cannot_be_done_only_the_one_who_asked_hears() {
    let mut chat = Chat::with_boris();
    let refused = chat.orders(&fatima(), Order::Close { outcome: None, why: None });
    assert!(matches!(refused.effects.as_slice(), [Effect::Notice(Wording::Refused(_))]), "{:?}", refused.effects);
}

#[test]
fn a_case_goes_to_a_colleague_and_the_client_hears_it_once() {
    let mut chat = Chat::with_boris();
    let passed = chat.orders(&boris(), Order::PassTo { to: fatima(), lent: false });
    let said: Vec<Wording> = to_client(&passed).collect();
    assert!(matches!(said.as_slice(), [Wording::SentTo { name, .. }] if name == "Fatima"), "{said:?}");
    assert!(chat.case().unwrap().is_owned_by(fatima().id));
    let twice = chat.orders(&fatima(), Order::PassTo { to: fatima(), lent: false });
    assert!(matches!(to_desk(&twice).as_slice(), [Wording::Refused(Refusal::AlreadyTheirs { .. })]));
}

#[test]
fn another_desk_gets_a_topic_of_its_own_and_a_new_promise() {
    let mut chat = Chat::with_boris();
    chat.pass(HOUR);
    let passed = chat.orders(&boris(), Order::PassToDesk(DeskId::new("enschede")));
    assert!(passed.effects.iter().any(|effect| matches!(effect, Effect::LeaveTopic { .. })));
    assert!(passed.effects.iter().any(|effect| matches!(effect, Effect::OpenTopic { .. })));
    let said: Vec<Wording> = to_client(&passed).collect();
    assert!(matches!(said.as_slice(), [Wording::SentToDesk { promise: Some(_), .. }]), "{said:?}");
    let case = chat.case().unwrap();
    assert_eq!((case.desk.as_str(), &case.owner, case.state), ("enschede", &None, CaseState::Waiting));
    assert!(matches!(to_desk(&passed).last(), Some(Wording::CameFromDesk { .. })));
    let again = chat.orders(&boris(), Order::PassToDesk(DeskId::new("enschede")));
    assert!(matches!(to_desk(&again).as_slice(), [Wording::Refused(Refusal::AlreadyThere { .. })]));
}

#[test]
fn not_for_me_needs_a_reason_and_gives_the_case_back_to_the_desk() {
    let mut chat = Chat::with_boris();
    let asked = chat.orders(&boris(), Order::Reject(None, None));
    assert!(matches!(to_desk(&asked).as_slice(), [Wording::AskWhyNot { .. }]));
    assert!(chat.case().unwrap().owner.is_some());
    let back = chat.orders(&boris(), Order::Reject(Some(Rejection::Theme), None));
    assert!(matches!(to_client(&back).last(), Some(Wording::LookingForColleague { .. })));
    assert!(chat.case().unwrap().owner.is_none());
    assert!(chat.case().unwrap().wait.is_some(), "the client waits again");
}

#[test]
fn who_is_away_lends_their_cases_and_has_them_back() {
    let mut chat = Chat::with_boris();
    chat.orders(&boris(), Order::PassTo { to: fatima(), lent: true });
    let case = chat.case().unwrap();
    assert!(case.is_owned_by(fatima().id) && case.lent_by == Some(boris()));
    let unmoved = chat.happens(Event::CameBack { manager: fatima() });
    assert_eq!(unmoved.effects.len(), 0, "nobody else's return moves it");
    let home = chat.happens(Event::CameBack { manager: boris() });
    assert!(matches!(to_client(&home).last(), Some(Wording::SentTo { name, .. }) if name == "Boris"));
    assert!(chat.case().unwrap().is_owned_by(boris().id) && chat.case().unwrap().lent_by.is_none());
}

#[test]
fn what_is_passed_to_somebody_who_is_away_goes_to_their_stand_in() {
    let mut chat = Chat::with_boris();
    let omar = Manager { id: PersonId(52), name: "Omar".to_owned() };
    let until = chat.now;
    chat.away = vec![Absence { who: fatima().id, name: "Fatima".to_owned(), stand_in: omar.clone(), until }];
    chat.orders(&boris(), Order::PassTo { to: fatima(), lent: false });
    assert!(chat.case().unwrap().is_owned_by(omar.id));
}

#[test]
fn the_sign_of_the_topic_follows_the_case() {
    let mut chat = Chat::waiting();
    assert_eq!(chat.case().unwrap().icon, TopicIcon::Waiting);
    let taken = chat.orders(&boris(), Order::Take);
    assert!(taken.effects.iter().any(|effect| matches!(effect, Effect::DressTopic { .. })));
    assert_eq!(chat.case().unwrap().icon, TopicIcon::Taken);
    let spoken = chat.happens(wrote(10, "en nu?", found(&[])));
    assert!(!spoken.effects.iter().any(|effect| matches!(effect, Effect::DressTopic { .. })), "nothing changed to see");
}

#[test]
fn a_case_goes_to_the_desk_of_the_place_and_else_to_the_fall_back() {
    let chat = Chat::waiting();
    assert_eq!(chat.case().unwrap().desk.as_str(), "deventer");
    let mut elsewhere = Chat::new();
    elsewhere.conversation.place = None;
    elsewhere.happens(Event::Commanded(Command::Person));
    assert_eq!(elsewhere.case().unwrap().desk.as_str(), "enschede");
}
