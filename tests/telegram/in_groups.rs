//! What is understood of what people do in a desk's group, and who is not listened to.

use loket::domain::ids::{CaseNumber, ChatId, MessageRef, PersonId};
use loket::domain::message::Action;
use loket::domain::text::Text;
use loket::ports::incoming::{GroupDid, Incoming, Person};
use serde_json::{Value, json};

use crate::updates::{ANNA, DESK, IN_TOPIC, boris_did, edited, from_boris, new, read, tapped, with};

#[test]
fn a_managers_words_are_theirs() {
    let message = MessageRef { chat: ChatId(DESK), message: 20 };
    let text = Text::parse("Bel me gerust").unwrap();
    assert_eq!(boris_did(&json!({ "text": "Bel me gerust" })), GroupDid::Wrote { message, text });
    assert_eq!(boris_did(&json!({ "voice": {} })), GroupDid::Sent { message });
    assert_eq!(boris_did(&json!({ "kind_of_next_year": {} })), GroupDid::Sent { message });
}

#[test]
fn a_note_stays_inside() {
    for more in [
        json!({ "text": "// lastige klant" }),
        json!({ "text": "/notitie belt morgen" }),
        json!({ "text": "/note@LoketBot belt morgen" }),
        json!({ "photo": [{}], "caption": "// intern" }),
    ] {
        assert_eq!(boris_did(&more), GroupDid::Noted, "{more}");
    }
}

#[test]
fn a_mistyped_order_never_becomes_words_for_the_client() {
    let order = |word: &str, rest: &str| GroupDid::Commanded { word: word.to_owned(), rest: rest.to_owned() };
    assert_eq!(boris_did(&json!({ "text": "/Klaar@loketbot" })), order("klaar", ""));
    assert_eq!(boris_did(&json!({ "text": "/koppel  Deventer " })), order("koppel", "Deventer"));
    assert_eq!(boris_did(&json!({ "text": "/klaar!" })), order("klaar!", ""));
    assert_eq!(boris_did(&json!({ "text": "/ klaar" })), order("", "klaar"));
}

#[test]
fn a_changed_line_is_a_change_and_a_changed_order_is_nothing() {
    let did = GroupDid::Edited {
        message: MessageRef { chat: ChatId(DESK), message: 20 },
        text: Text::parse("Bel me na tien uur").unwrap(),
    };
    let by = Person { id: PersonId(601), name: "Boris".to_owned() };
    let wanted = Incoming::Group { chat: ChatId(DESK), topic: IN_TOPIC, by, did };
    assert_eq!(read(&edited(&from_boris(&json!({ "text": "Bel me na tien uur" })))), wanted);
    for text in ["/klaar", "// toch intern"] {
        assert_eq!(read(&edited(&from_boris(&json!({ "text": text })))), Incoming::Nothing);
    }
}

#[test]
fn a_thread_of_replies_is_no_topic() {
    let message = from_boris(&json!({ "text": "Hoi", "is_topic_message": null }));
    assert!(matches!(read(&new(&message)), Incoming::Group { topic: None, .. }));
}

/// Ways to speak with somebody else's mouth.
fn masks() -> Vec<Value> {
    let user = |id: i64, is_bot: bool| json!({ "id": id, "is_bot": is_bot, "first_name": "Group" });
    vec![
        json!({ "from": user(1_087_968_824, true), "sender_chat": { "id": DESK, "type": "supergroup" } }),
        json!({ "from": user(136_817_688, true), "sender_chat": { "id": -100_900, "type": "channel" } }),
        json!({ "from": user(777_000, false), "is_automatic_forward": true }),
        json!({ "from": user(1_087_968_824, true) }),
        json!({ "sender_chat": { "id": -100_900, "type": "channel" } }),
        json!({ "via_bot": { "id": 9, "is_bot": true } }),
        json!({ "forward_origin": { "type": "user" } }),
        json!({ "forward_date": 1 }),
    ]
}

#[test]
fn nobody_gives_orders_from_behind_a_mask() {
    for mask in masks() {
        let order = from_boris(&with(json!({ "text": "/koppel deventer" }), &mask));
        assert_eq!(read(&new(&order)), Incoming::Untrusted { chat: ChatId(DESK) }, "{mask}");
        assert_eq!(read(&edited(&order)), Incoming::Nothing, "{mask}");
        for more in [json!({ "text": "Betaal hier" }), json!({ "text": "// x" }), json!({ "photo": [{}] })] {
            let words = from_boris(&with(more, &mask));
            assert_eq!(read(&new(&words)), Incoming::Nothing, "{words}");
        }
    }
}

#[test]
fn two_bots_never_talk_to_each_other() {
    let bot = json!({ "id": 9, "is_bot": true, "first_name": "Other" });
    for text in ["/koppel deventer", "Hoi"] {
        assert_eq!(read(&new(&from_boris(&json!({ "text": text, "from": bot })))), Incoming::Nothing);
    }
}

#[test]
fn a_group_that_moved_is_followed() {
    let anonymous = json!({ "id": 1_087_968_824, "is_bot": true, "first_name": "Group" });
    let notice = from_boris(&json!({ "migrate_to_chat_id": -100_300, "from": anonymous }));
    assert_eq!(read(&new(&notice)), Incoming::GroupMoved { from: ChatId(DESK), to: ChatId(-100_300) });
}

#[test]
fn what_happens_to_the_group_itself_is_nothing() {
    for more in [
        json!({ "forum_topic_closed": {} }),
        json!({ "new_chat_members": [{}] }),
        json!({ "pinned_message": {} }),
        json!({ "text": "/klaar@AnotherBot" }),
    ] {
        assert_eq!(read(&new(&from_boris(&more))), Incoming::Nothing, "{more}");
    }
    let post =
        with(from_boris(&json!({ "text": "/start" })), &json!({ "chat": { "id": -100_900, "type": "channel" } }));
    assert_eq!(read(&json!({ "update_id": 1, "channel_post": post })), Incoming::Nothing);
    assert_eq!(read(&new(&post)), Incoming::Nothing);
    assert_eq!(read(&json!({ "update_id": 1, "message_reaction": { "chat": { "id": DESK } } })), Incoming::Nothing);
}

#[test]
fn a_tap_in_a_topic_is_by_who_tapped() {
    let message = from_boris(&json!({ "from": { "id": 42, "is_bot": true }, "text": "Zaak 31" }));
    let did = GroupDid::Tapped { tap: "tap-1".to_owned(), action: Some(Action::Take(CaseNumber(31))) };
    let by = Person { id: PersonId(ANNA), name: "Anna".to_owned() };
    let wanted = Incoming::Group { chat: ChatId(DESK), topic: IN_TOPIC, by, did };
    assert_eq!(read(&tapped("c:31", &message)), wanted);
}
