//! Whatever comes in: no panic, no words repeated, no person's message lost.

use loket::adapters::telegram::TelegramReader;
use loket::ports::incoming::Reader;
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::updates::{anna_did, edited, from_anna, from_boris, new, prepare, read_raw, tapped, wrote};

#[test]
fn what_is_nothing_at_all_is_unreadable_and_its_words_are_not_repeated() {
    for raw in ["", "geheim", "[\"geheim\"]", r#"{"message":"geheim"}"#, r#"{"callback_query":{"data":"geheim"}}"#] {
        let problem = read_raw(raw).unwrap_err().to_string();
        assert!(!problem.contains("geheim"), "{problem}");
    }
    assert!(read_raw(&format!("{}{}", "[".repeat(100_000), "]".repeat(100_000))).is_err());
}

fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        "\\PC{0,12}".prop_map(Value::from),
        "/?[a-z@ ]{0,8}".prop_map(Value::from),
    ];
    let field = prop_oneof![
        "[a-z_]{1,8}",
        Just("message".to_owned()),
        Just("chat".to_owned()),
        Just("from".to_owned()),
        Just("id".to_owned()),
        Just("text".to_owned()),
        Just("callback_query".to_owned()),
    ];
    leaf.prop_recursive(4, 32, 5, move |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            proptest::collection::btree_map(field.clone(), inner, 0..5)
                .prop_map(|fields| Value::from(serde_json::Map::from_iter(fields))),
        ]
    })
}

const FIELDS: [&str; 14] = [
    "message_id",
    "chat",
    "from",
    "text",
    "caption",
    "photo",
    "entities",
    "via_bot",
    "sender_chat",
    "message_thread_id",
    "is_topic_message",
    "migrate_to_chat_id",
    "forward_origin",
    "reply_to_message",
];

/// Fields beside the words; whatever stands in them, the words stay.
const BESIDE: [&str; 7] =
    ["entities", "reply_to_message", "quote", "external_reply", "sender_tag", "new_in_2027", "forum_topic_new_in_2027"];

proptest! {
    #[test]
    fn any_json_is_taken_in(json in any_json()) {
        let update = prepare(&json.to_string());
        prop_assert!(!update.lane.is_empty());
        let _ = TelegramReader::new("LoketBot").read(&update);
    }

    #[test]
    fn any_text_is_taken_in(raw in "\\PC{0,60}") {
        let _ = read_raw(&raw);
    }

    #[test]
    fn a_message_with_anything_in_any_field_is_taken_in(
        field in proptest::sample::select(FIELDS.to_vec()),
        odd in any_json(),
        in_group in any::<bool>(),
        is_edit in any::<bool>(),
    ) {
        let mut more = json!({ "text": "Hoi" });
        more[field] = odd;
        let message = if in_group { from_boris(&more) } else { from_anna(&more) };
        let update = if is_edit { edited(&message) } else { new(&message) };
        let _ = read_raw(&update.to_string());
        let _ = read_raw(&tapped("person", &message).to_string());
    }

    #[test]
    fn no_odd_field_beside_them_costs_a_person_their_words(
        field in proptest::sample::select(BESIDE.to_vec()),
        odd in any_json(),
    ) {
        let mut more = json!({ "text": "Mag ik een terras?" });
        more[field] = odd;
        prop_assert_eq!(anna_did(&more), wrote("Mag ik een terras?"));
    }
}
