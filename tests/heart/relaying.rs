//! A person has the chat: what goes to the other side, and what stays.

use loket::conversation::effect::Effect;
use loket::conversation::event::{Answered, Attachment, Contribution, Event, Hindrance};
use loket::conversation::order::Order;
use loket::conversation::passage::{Author, Passage, passage};
use loket::conversation::refusal::Refusal;
use loket::conversation::wording::Wording;
use loket::domain::delivery::Lane;
use loket::domain::evidence::SmallTalk;
use loket::domain::ids::{CaseNumber, EntryId, LineId};
use loket::domain::message::ReplyTo;
use loket::domain::timer::Timer;

use crate::chat::{
    ANNA, Chat, MINUTE, boris, distress, fatima, found, in_topic, message, reaches_client, small_talk, text, to_client,
    to_desk, wrote,
};

#[test]
fn the_table_of_what_is_relayed() {
    let kinds = [
        ("words", Contribution::Text(text("hoi"))),
        ("a thing", Contribution::Copy { album: None }),
        ("a piece of an album", Contribution::Copy { album: Some("1".to_owned()) }),
        ("a poll", Contribution::Uncopyable),
        ("a note", Contribution::Note),
    ];
    let authors = [Author::Owner, Author::First, Author::Colleague];
    let table: Vec<String> = kinds
        .iter()
        .map(|(name, what)| {
            let cells = authors.map(|author| match passage(what, author) {
                Passage::Relay => "relay",
                Passage::Hold => "hold",
                Passage::Stay => "stay",
                Passage::Refuse => "refuse",
            });
            format!("{name}: owner {}, first {}, colleague {}", cells[0], cells[1], cells[2])
        })
        .collect();
    assert_eq!(
        table,
        [
            "words: owner relay, first relay, colleague hold",
            "a thing: owner relay, first relay, colleague hold",
            "a piece of an album: owner relay, first relay, colleague hold",
            "a poll: owner refuse, first refuse, colleague stay",
            "a note: owner stay, first stay, colleague stay",
        ]
    );
}

#[test]
fn by_writing_the_first_takes_the_case() {
    let mut chat = Chat::waiting();
    let said = chat.writes(&boris(), 900, "Dag Anna");
    let said: Vec<Wording> = to_client(&said).collect();
    assert!(matches!(said.as_slice(), [Wording::TakenBy { .. }, Wording::ManagerSays { .. }]), "{said:?}");
    assert!(chat.case().unwrap().is_owned_by(boris().id));
}

#[test]
fn a_colleagues_line_waits_until_they_say_that_it_is_meant_for_the_client() {
    let mut chat = Chat::with_boris();
    let held = chat.writes(&fatima(), 901, "Ik weet het antwoord");
    assert!(!held.effects.iter().any(reaches_client), "{:?}", held.effects);
    assert!(matches!(to_desk(&held).as_slice(), [Wording::NotYours { message: 901, .. }]));

    let by_another = chat.orders(&boris(), Order::SendAnyway(901));
    assert!(matches!(to_desk(&by_another).as_slice(), [Wording::Refused(Refusal::NotHeld)]));

    chat.happens(Event::ManagerEdited {
        case: CaseNumber(1),
        by: fatima(),
        message: in_topic(901),
        text: text("Ik weet het goede antwoord"),
        caption: false,
    });
    let sent = chat.orders(&fatima(), Order::SendAnyway(901));
    let revised: Vec<Wording> = sent
        .effects
        .iter()
        .filter_map(|effect| match effect {
            Effect::Revise { wording, .. } if !matches!(wording, Wording::Sheet { .. }) => Some(wording.clone()),
            _ => None,
        })
        .collect();
    let sent: Vec<Wording> = to_client(&sent).collect();
    assert!(
        matches!(sent.as_slice(), [Wording::ManagerSays { name, text }] if name == "Fatima" && text.contains("goede")),
        "{sent:?}"
    );
    assert!(chat.case().unwrap().is_owned_by(boris().id), "the case stays Boris's");
    assert_eq!(revised, [Wording::SentAnyway { name: "Fatima".to_owned() }], "where it was asked, all see the answer");
    let again = chat.orders(&fatima(), Order::SendAnyway(901));
    assert_eq!(to_client(&again).count(), 0, "once is enough");
}

#[test]
fn a_reply_points_to_the_right_message_on_the_other_side() {
    let mut chat = Chat::with_boris();
    let asked = chat.happens(wrote(10, "mag het rood?", found(&[])));
    let line_in_topic = line_to(&asked, &Lane::Case(CaseNumber(1)));
    let answer = chat.happens(Event::ManagerWrote {
        case: CaseNumber(1),
        by: boris(),
        message: in_topic(900),
        what: Contribution::Text(text("Ja")),
        reply: Some(Answered { message: in_topic(55), line: Some(line_in_topic) }),
    });
    assert_eq!(reply_of(&answer), Some(ReplyTo::Message(message(10))));
    let line_at_client = line_to(&answer, &Lane::Client(ANNA));

    let back = chat.happens(Event::Wrote {
        message: message(11),
        text: text("en blauw?"),
        reply: Some(Answered { message: message(77), line: Some(line_at_client) }),
        found: found(&[]),
        masked: false,
    });
    assert_eq!(reply_of(&back), Some(ReplyTo::Message(in_topic(900))));

    // In reply to one's own message it points to the copy over there.
    let own = chat.happens(Event::Wrote {
        message: message(12),
        text: text("dat bedoel ik"),
        reply: Some(Answered { message: message(10), line: None }),
        found: found(&[]),
        masked: false,
    });
    assert_eq!(reply_of(&own), Some(ReplyTo::Line(line_in_topic)));
}

#[test]
fn a_clients_change_is_a_new_line_so_that_the_desk_keeps_the_old_words() {
    let mut chat = Chat::with_boris();
    let asked = chat.happens(wrote(10, "mag het rood?", found(&[])));
    let line = line_to(&asked, &Lane::Case(CaseNumber(1)));
    let event = Event::Edited { message: message(10), text: text("mag het groen?"), found: found(&[]), masked: false };
    let changed = chat.happens(event);
    assert!(matches!(to_desk(&changed).as_slice(), [Wording::ClientSays { edited: true, .. }]));
    assert_eq!(reply_of(&changed), Some(ReplyTo::Line(line)));
    assert!(!changed.effects.iter().any(|effect| matches!(effect, Effect::Revise { of, .. } if *of == line)));
}

#[test]
fn an_album_goes_together_and_in_order_when_no_more_pieces_come() {
    let mut chat = Chat::with_boris();
    for number in [22, 20, 21] {
        let piece = chat.happens(attached(number, Some("a")));
        assert!(!piece.effects.iter().any(|effect| matches!(effect, Effect::RelayAlbum { .. })));
    }
    let whole = chat.waits_for(Timer::Album);
    let from = whole.effects.iter().find_map(|effect| match effect {
        Effect::RelayAlbum { lane: Lane::Case(_), from, .. } => Some(from.clone()),
        _ => None,
    });
    assert_eq!(from, Some(vec![message(20), message(21), message(22)]));
}

#[test]
fn what_is_said_right_after_an_album_comes_after_it() {
    let mut chat = Chat::with_boris();
    chat.happens(attached(20, Some("a")));
    let client = chat.happens(wrote(21, "dit zijn de foto's", found(&[])));
    assert_eq!(passed_on(&client), ["album", "words"]);

    let what = Contribution::Copy { album: Some("b".to_owned()) };
    chat.happens(Event::ManagerWrote { case: CaseNumber(1), by: boris(), message: in_topic(900), what, reply: None });
    let desk = chat.writes(&boris(), 901, "zo ziet het eruit");
    assert_eq!(passed_on(&desk), ["album", "words"]);
    assert_eq!(passed_on(&chat.waits_for(Timer::Album)), Vec::<&str>::new(), "an album goes once");
}

#[test]
fn what_cannot_be_relayed_is_said_where_it_was_written() {
    let mut chat = Chat::with_boris();
    let poll = chat.happens(Event::ManagerWrote {
        case: CaseNumber(1),
        by: boris(),
        message: in_topic(900),
        what: Contribution::Uncopyable,
        reply: None,
    });
    assert!(matches!(to_desk(&poll).as_slice(), [Wording::NotRelayed(Hindrance::Unsupported)]));
    assert_eq!(reply_of(&poll), Some(ReplyTo::Message(in_topic(900))));
    assert!(!poll.effects.iter().any(reaches_client));

    let sent = chat.happens(Event::ManagerWrote {
        case: CaseNumber(1),
        by: boris(),
        message: in_topic(901),
        what: Contribution::Copy { album: None },
        reply: None,
    });
    let copy = sent.effects.iter().find_map(|effect| match effect {
        Effect::Relay { line, .. } => Some(*line),
        _ => None,
    });
    let lost = chat.happens(Event::NotDelivered { line: copy.unwrap(), why: Hindrance::TooLarge });
    assert!(matches!(to_desk(&lost).as_slice(), [Wording::NotDelivered(Hindrance::TooLarge)]));
    assert_eq!(reply_of(&lost), Some(ReplyTo::Message(in_topic(901))));
}

#[test]
fn a_client_who_is_gone_stops_the_clock_and_starts_it_again_when_they_are_back() {
    let mut chat = Chat::waiting();
    let promise = chat.case().unwrap().promise.unwrap();
    chat.pass(60 * MINUTE);
    let gone = chat.happens(Event::Blocked);
    assert!(matches!(to_desk(&gone).as_slice(), [Wording::NotDelivered(Hindrance::Gone)]));
    assert!(!chat.timers.contains_key(&Timer::Ladder), "no ladder while nobody can be reached");
    assert_eq!(to_desk(&chat.happens(Event::Blocked)), [], "it is said once");

    chat.pass(30 * MINUTE);
    let back = chat.happens(Event::Unblocked);
    assert!(matches!(to_desk(&back).as_slice(), [Wording::ClientIsBack]));
    let later = chat.case().unwrap().promise.unwrap();
    assert_eq!(later.since(promise).as_secs(), 30 * 60, "the promise moved by the time they were gone");
    assert!(chat.timers.contains_key(&Timer::Ladder));
}

#[test]
fn every_line_that_does_not_reach_a_client_who_is_gone_is_marked_and_is_no_answer() {
    let mut chat = Chat::with_boris();
    let first = chat.writes(&boris(), 900, "Bel me gerust.");
    assert!(chat.case().unwrap().wait.is_none());
    let lost = |line| Event::NotDelivered { line, why: Hindrance::Gone };
    let found_out = chat.happens(lost(line_to(&first, &Lane::Client(ANNA))));
    assert_eq!(reply_of(&found_out), Some(ReplyTo::Message(in_topic(900))));
    assert!(chat.case().unwrap().wait.is_some_and(|wait| wait.paused), "Anna never got an answer");

    let second = chat.writes(&boris(), 901, "Hallo?");
    let marked = chat.happens(lost(line_to(&second, &Lane::Client(ANNA))));
    assert!(matches!(to_desk(&marked).as_slice(), [Wording::NotDelivered(Hindrance::Gone)]));
    assert_eq!(reply_of(&marked), Some(ReplyTo::Message(in_topic(901))));
    let card = chat.orders(&boris(), Order::SendCard(EntryId::new("kia")));
    assert!(to_desk(&card).contains(&Wording::NotDelivered(Hindrance::Gone)));

    let back = chat.happens(Event::Unblocked);
    assert!(matches!(to_desk(&back).as_slice(), [Wording::ClientIsBack]));
    assert!(chat.timers.contains_key(&Timer::Ladder), "the clock runs again");
    chat.writes(&boris(), 902, "Daar ben je.");
    assert!(chat.case().unwrap().wait.is_none());
}

#[test]
fn a_word_of_thanks_starts_no_clock_and_a_question_does() {
    let mut chat = Chat::with_boris();
    chat.writes(&boris(), 900, "Bel me gerust.");
    assert!(chat.case().unwrap().wait.is_none());
    chat.happens(wrote(10, "dank je wel", small_talk(SmallTalk::Thanks)));
    assert!(chat.case().unwrap().wait.is_none());
    chat.pass(MINUTE);
    chat.happens(wrote(11, "en wat kost dat?", found(&[])));
    let since = chat.case().unwrap().wait.unwrap().since;
    chat.pass(MINUTE);
    chat.happens(wrote(12, "hallo?", found(&[])));
    assert_eq!(chat.case().unwrap().wait.unwrap().since, since, "it counts from the first unanswered message");
}

#[test]
fn distress_in_a_waiting_case_gets_the_listening_lines_and_calls_the_desk() {
    let mut chat = Chat::waiting();
    let cry = chat.happens(wrote(10, "ik zie het niet meer zitten", distress()));
    assert!(to_client(&cry).any(|wording| matches!(wording, Wording::Listening { .. })));
    assert!(to_desk(&cry).contains(&Wording::ClientInDistress));
    assert!(chat.case().unwrap().is_urgent());

    let mut chat = Chat::with_boris();
    let cry = chat.happens(wrote(10, "ik zie het niet meer zitten", distress()));
    assert_eq!(to_client(&cry).count(), 0, "a person has the chat: the bot keeps still");
    assert!(to_desk(&cry).contains(&Wording::ClientInDistress));
}

#[test]
fn a_line_in_an_old_topic_reaches_nobody() {
    let mut chat = Chat::closed();
    chat.happens(Event::Commanded(loket::conversation::event::Command::Person));
    let late = chat.happens(Event::ManagerWrote {
        case: CaseNumber(1),
        by: boris(),
        message: in_topic(900),
        what: Contribution::Text(text("voor de vorige zaak")),
        reply: None,
    });
    assert!(!late.effects.iter().any(reaches_client));
    assert_eq!(to_desk(&late), [Wording::CaseIsClosed]);
}

fn attached(number: i64, album: Option<&str>) -> Event {
    Event::Attached {
        message: message(number),
        what: Attachment::Photo,
        caption: None,
        album: album.map(str::to_owned),
        reply: None,
        masked: false,
    }
}

/// What goes to the other side, in order.
fn passed_on(decision: &loket::conversation::Decision) -> Vec<&'static str> {
    let kind = |effect: &Effect| match effect {
        Effect::RelayAlbum { .. } => Some("album"),
        Effect::Say { wording: Wording::ClientSays { .. } | Wording::ManagerSays { .. }, .. } => Some("words"),
        _ => None,
    };
    decision.effects.iter().filter_map(kind).collect()
}

fn line_to(decision: &loket::conversation::Decision, wanted: &Lane) -> LineId {
    let said = decision.effects.iter().find_map(|effect| match effect {
        Effect::Say { line, lane, wording: Wording::ClientSays { .. } | Wording::ManagerSays { .. }, .. }
            if lane == wanted =>
        {
            Some(*line)
        }
        _ => None,
    });
    said.expect("nothing was passed on")
}

fn reply_of(decision: &loket::conversation::Decision) -> Option<ReplyTo> {
    decision.effects.iter().find_map(|effect| match effect {
        Effect::Say { reply, .. } | Effect::Relay { reply, .. } => *reply,
        _ => None,
    })
}
