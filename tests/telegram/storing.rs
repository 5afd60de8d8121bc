//! Updates made ready to be stored: numbered, in their lane, and without citizen service numbers.

use loket::conversation::event::Attachment;
use loket::domain::text::Text;
use loket::ports::incoming::{ClientDid, Incoming};
use serde_json::{Value, json};

use crate::updates::{
    NOW, anna_did, annas, edited, from_anna, from_boris, membership, new, prepare, read, tapped, wrote,
};

#[test]
fn what_belongs_together_is_in_one_lane() {
    let lane = |update: &Value| prepare(&update.to_string()).lane;
    let in_private_thread = json!({ "text": "x", "message_thread_id": 5, "is_topic_message": true });
    assert_eq!(lane(&new(&from_anna(&json!({ "text": "x" })))), "client:501");
    assert_eq!(lane(&new(&from_anna(&in_private_thread))), "client:501");
    assert_eq!(lane(&edited(&from_anna(&json!({ "text": "x" })))), "client:501");
    assert_eq!(lane(&tapped("person", &from_anna(&json!({})))), "client:501");
    assert_eq!(lane(&tapped("person", &Value::Null)), "client:501");
    assert_eq!(lane(&membership("kicked")), "client:501");
    assert_eq!(lane(&new(&from_boris(&json!({ "text": "x" })))), "topic:-100200:77");
    assert_eq!(lane(&tapped("c:31", &from_boris(&json!({})))), "topic:-100200:77");
    assert_eq!(lane(&new(&from_boris(&json!({ "text": "x", "is_topic_message": false })))), "chat:-100200");
    assert_eq!(lane(&json!({ "update_id": 8, "poll": {} })), "update:8");
}

#[test]
fn an_update_keeps_its_number_and_its_letters() {
    let raw = r#"{ "update_id": 9223372036854775807, "message": {"z":1.50, "a":"\u00e9"} }"#;
    let update = prepare(raw);
    assert_eq!((update.id, update.raw.as_str(), update.received), (i64::MAX, raw, NOW));
}

#[test]
fn what_has_no_number_gets_one_that_a_repeat_gets_too() {
    for raw in ["not JSON", "[]", r#"{"update_id":"x"}"#, r#"{"update_id":99999999999999999999}"#] {
        let update = prepare(raw);
        assert!(update.id < 0, "never a number of Telegram's");
        assert_eq!(update, prepare(raw));
        assert_eq!(update.lane, format!("update:{}", update.id));
    }
    assert_ne!(prepare("one").id, prepare("two").id);
}

#[test]
fn a_citizen_service_number_is_masked_before_it_is_stored() {
    let masked_text = |update: &Value| match read(update) {
        Incoming::Client {
            did: ClientDid::Wrote { text, masked, .. } | ClientDid::Edited { text, masked, .. },
            ..
        } => (text.as_str().to_owned(), masked),
        other => panic!("no words: {other:?}"),
    };
    let message = from_anna(&json!({ "text": "mijn bsn is 111222333 😊" }));
    for update in [new(&message), edited(&message)] {
        assert!(!prepare(&update.to_string()).raw.contains("111222333"));
        assert_eq!(masked_text(&update), ("mijn bsn is ••••••••• 😊".to_owned(), true));
    }
    assert!(!masked_text(&new(&from_anna(&json!({ "text": "kvk 12345678" })))).1);
}

#[test]
fn also_under_a_photo() {
    let did = anna_did(&json!({ "photo": [{}], "caption": "111222333" }));
    let caption = Text::parse("•••••••••");
    let (what, album, reply) = (Attachment::Photo, None, None);
    assert_eq!(did, ClientDid::Attached { message: annas(10), what, caption, album, reply, masked: true });
}

#[test]
fn a_number_in_what_is_replied_to_is_masked_without_blaming_the_reply() {
    let earlier = json!({ "text": "111222333", "reply_to_message": { "caption": "111222333" } });
    let quote = json!({ "text": "111222333", "position": 0 });
    let rich = json!({ "blocks": [{ "text": ["bsn ", { "type": "bold", "text": "111222333" }] }] });
    let more = json!({ "text": "zie boven", "reply_to_message": earlier, "quote": quote, "rich_message": rich });
    assert!(!prepare(&new(&from_anna(&more)).to_string()).raw.contains("111222333"));
    assert_eq!(anna_did(&more), wrote("zie boven"));
}

#[test]
fn ids_and_groups_are_not_masked() {
    let chat = json!({ "id": 111_222_333, "type": "private" });
    let raw = new(&from_anna(&json!({ "text": "hoi", "chat": chat }))).to_string();
    assert_eq!(prepare(&raw).raw, raw);
    let raw = new(&from_boris(&json!({ "text": "111222333" }))).to_string();
    assert_eq!(prepare(&raw).raw, raw);
}
