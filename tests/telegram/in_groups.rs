//! What is understood of what people do in a desk's group, and who is not listened to.

use loket::conversation::event::Contribution;
use loket::domain::ids::{CaseNumber, ChatId, PersonId};
use loket::domain::message::Action;
use loket::domain::text::Text;
use loket::ports::incoming::{GroupDid, Incoming, Person};
use serde_json::{Value, json};

use crate::updates::{
    ANNA, DESK, IN_TOPIC, at_the_desk, boris, boris_did, contributed, edited, from_boris, new, person, read, tapped,
    with,
};

#[test]
fn a_managers_words_are_theirs() {
    let text = Text::parse("Bel me gerust").unwrap();
    assert_eq!(boris_did(&json!({ "text": "Bel me gerust" })), contributed(Contribution::Text(text)));
}

#[test]
fn things_are_copied_as_they_are_and_albums_stay_together() {
    for field in ["photo", "document", "voice", "video", "video_note", "location", "contact", "sticker", "venue"] {
        let mut more = json!({ "caption": "Kijk" });
        more[field] = json!({});
        assert_eq!(boris_did(&more), contributed(Contribution::Copy { album: None }), "{field}");
    }
    let piece = json!({ "photo": [{}], "media_group_id": "13800" });
    assert_eq!(boris_did(&piece), contributed(Contribution::Copy { album: Some("13800".to_owned()) }));
}

#[test]
fn what_a_bot_can_not_copy_is_not_tried() {
    for field in ["poll", "checklist", "game", "invoice", "paid_media", "story", "kind_of_next_year"] {
        let mut more = json!({});
        more[field] = json!({});
        assert_eq!(boris_did(&more), contributed(Contribution::Uncopyable), "{field}");
    }
}

#[test]
fn an_answer_says_what_it_answers_but_standing_in_a_topic_is_no_answer() {
    let message = |more: &Value| with(json!({ "message_id": 31, "chat": { "id": DESK } }), more);
    let reply = |to: &Value| match boris_did(&json!({ "text": "Ja", "reply_to_message": to })) {
        GroupDid::Contributed { reply, .. } => reply,
        other => panic!("no words: {other:?}"),
    };
    assert_eq!(reply(&message(&json!({ "text": "Mag dat?" }))), Some(at_the_desk(31)));
    // In a topic the Bot API shows every message as an answer to the one that opened it.
    assert_eq!(reply(&message(&json!({ "forum_topic_created": { "name": "#31 Anna", "icon_color": 1 } }))), None);
}

#[test]
fn a_note_stays_inside() {
    for more in [
        json!({ "text": "// lastige klant" }),
        json!({ "text": "/notitie belt morgen" }),
        json!({ "text": "/note@LoketBot belt morgen" }),
        json!({ "photo": [{}], "caption": "// intern" }),
        json!({ "photo": [{}], "caption": "/notitie intern" }),
    ] {
        assert_eq!(boris_did(&more), contributed(Contribution::Note), "{more}");
    }
}

#[test]
fn a_mistyped_order_never_becomes_words_for_the_client() {
    assert_eq!(boris_did(&json!({ "text": "/Klaar@loketbot" })), order("klaar", ""));
    assert_eq!(boris_did(&json!({ "text": "/koppel  Deventer " })), order("koppel", "Deventer"));
    assert_eq!(boris_did(&json!({ "text": "/klaar!" })), order("klaar!", ""));
    assert_eq!(boris_did(&json!({ "text": "/ klaar" })), order("", "klaar"));
}

fn order(word: &str, rest: &str) -> GroupDid {
    GroupDid::Commanded { word: word.to_owned(), rest: rest.to_owned(), mentions: vec![] }
}

#[test]
fn a_changed_line_is_a_change_and_a_changed_order_is_nothing() {
    let did =
        GroupDid::Edited { message: at_the_desk(20), text: Text::parse("Bel me na tien uur").unwrap(), caption: false };
    let wanted = Incoming::Group { chat: ChatId(DESK), topic: IN_TOPIC, by: boris(), did };
    assert_eq!(read(&edited(&from_boris(&json!({ "text": "Bel me na tien uur" })))), wanted);
    for text in ["/klaar", "// toch intern"] {
        assert_eq!(read(&edited(&from_boris(&json!({ "text": text })))), Incoming::Nothing);
    }
}

#[test]
fn an_order_under_a_picture_is_none_and_never_reaches_a_client() {
    for caption in ["/klaar", "/klaar!", "/over @fatima"] {
        let more = json!({ "photo": [{}], "caption": caption });
        assert_eq!(boris_did(&more), contributed(Contribution::Note), "{caption}");
        assert_eq!(read(&edited(&from_boris(&more))), Incoming::Nothing, "{caption}");
    }
}

#[test]
fn changed_words_under_a_picture_are_known_as_those() {
    let did = GroupDid::Edited { message: at_the_desk(20), text: Text::parse("Het formulier").unwrap(), caption: true };
    let wanted = Incoming::Group { chat: ChatId(DESK), topic: IN_TOPIC, by: boris(), did };
    assert_eq!(read(&edited(&from_boris(&json!({ "document": {}, "caption": "Het formulier" })))), wanted);
    assert_eq!(read(&edited(&from_boris(&json!({ "document": {} })))), Incoming::Nothing, "the words were taken away");
}

#[test]
fn who_has_no_username_is_named_by_a_link_to_them() {
    let fatima = json!({ "id": 602, "is_bot": false, "first_name": "Fatima" });
    let entities = json!([
        { "type": "bot_command", "offset": 0, "length": 5 },
        { "type": "text_mention", "offset": 6, "length": 6, "user": fatima },
        { "type": "text_mention", "offset": 13, "length": 3, "user": { "id": 9, "is_bot": true, "first_name": "Bot" } },
        { "type": "text_mention", "offset": 13, "length": 3 },
    ]);
    let did = boris_did(&json!({ "text": "/over Fatima Bot", "entities": entities }));
    let rest = "Fatima Bot".to_owned();
    assert_eq!(did, GroupDid::Commanded { word: "over".to_owned(), rest, mentions: vec![person(602, "Fatima")] });
}

#[test]
fn a_manager_is_known_by_their_username_too() {
    let named = json!({ "id": 601, "is_bot": false, "first_name": "Boris", "username": "boris_deventer" });
    let Incoming::Group { by, .. } = read(&new(&from_boris(&json!({ "text": "Hoi", "from": named })))) else {
        panic!("it is Boris' message");
    };
    assert_eq!(by, Person { id: PersonId(601), name: "Boris".to_owned(), username: Some("boris_deventer".to_owned()) });
}

/// Boris' place in the desk's group became this.
fn became(member: &Value) -> Incoming {
    let boris = json!({ "id": 601, "is_bot": false, "first_name": "Boris" });
    let member = with(json!({ "user": boris }), member);
    let change = json!({
        "chat": { "id": DESK, "type": "supergroup" }, "from": { "id": 1, "is_bot": false, "first_name": "Iris" },
        "date": 1, "old_chat_member": {}, "new_chat_member": member,
    });
    read(&json!({ "update_id": 1, "chat_member": change }))
}

#[test]
fn who_joins_and_who_goes_is_heard() {
    let is = |is_member| Incoming::Membership { chat: ChatId(DESK), person: boris(), is_member };
    for status in ["member", "administrator", "creator"] {
        assert_eq!(became(&json!({ "status": status })), is(true), "{status}");
    }
    for status in ["left", "kicked"] {
        assert_eq!(became(&json!({ "status": status })), is(false), "{status}");
    }
    assert_eq!(became(&json!({ "status": "restricted", "is_member": true })), is(true));
    assert_eq!(became(&json!({ "status": "restricted", "is_member": false })), is(false));
    assert_eq!(became(&json!({ "status": "restricted" })), is(false));
}

#[test]
fn a_change_that_says_nothing_about_a_person_is_nothing() {
    assert_eq!(became(&json!({ "status": "of_next_year" })), Incoming::Nothing);
    assert_eq!(became(&json!({})), Incoming::Nothing);
    let bot = json!({ "id": 9, "is_bot": true, "first_name": "Other" });
    assert_eq!(became(&json!({ "status": "member", "user": bot })), Incoming::Nothing);
    let elsewhere = json!({ "chat": { "id": 5, "type": "private" }, "new_chat_member": { "status": "member" } });
    assert_eq!(read(&json!({ "update_id": 1, "chat_member": elsewhere })), Incoming::Nothing);
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

fn untrusted(is_order: bool) -> Incoming {
    Incoming::Untrusted { chat: ChatId(DESK), topic: IN_TOPIC, is_order }
}

#[test]
fn nobody_gives_orders_from_behind_a_mask() {
    for mask in masks() {
        let order = from_boris(&with(json!({ "text": "/koppel deventer" }), &mask));
        assert_eq!(read(&new(&order)), untrusted(true), "{mask}");
        assert_eq!(read(&edited(&order)), Incoming::Nothing, "{mask}");
        for more in [json!({ "text": "Betaal hier" }), json!({ "photo": [{}] })] {
            let words = from_boris(&with(more, &mask));
            assert_eq!(read(&new(&words)), untrusted(false), "they reach nobody, and hear so: {words}");
        }
        for note in [json!({ "text": "// x" }), json!({ "photo": [{}], "caption": "// x" })] {
            assert_eq!(read(&new(&from_boris(&with(note, &mask)))), Incoming::Nothing);
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
    let by = person(ANNA, "Anna");
    let wanted = Incoming::Group { chat: ChatId(DESK), topic: IN_TOPIC, by, did };
    assert_eq!(read(&tapped("c:31", &message)), wanted);
}
