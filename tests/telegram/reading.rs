//! What comes in: Telegram's JSON, as its documentation describes it, in our own words.

use loket::adapters::telegram::TelegramReader;
use loket::conversation::event::{Attachment, Command};
use loket::domain::ids::{CaseNumber, ChatId, ClientId, EntryId, MessageRef, PersonId, ThreadId};
use loket::domain::message::Action;
use loket::domain::moment::Moment;
use loket::domain::text::Text;
use loket::ports::incoming::{ClientDid, GroupDid, Incoming, Person, Reader, Unreadable};
use loket::ports::store::{RawUpdate, Topic};
use proptest::prelude::*;
use serde_json::{Value, json};

const NOW: Moment = Moment::from_millis(1_795_431_600_000);
const ANNA: i64 = 501;
const DESK: i64 = -100_200;
const IN_TOPIC: Option<Topic> = Some(Topic { chat: ChatId(DESK), thread: ThreadId(77) });

fn prepare(raw: &str) -> RawUpdate {
    TelegramReader::new("LoketBot").prepare(raw, NOW)
}

fn read_raw(raw: &str) -> Result<Incoming, Unreadable> {
    TelegramReader::new("LoketBot").read(&prepare(raw))
}

fn read(update: &Value) -> Incoming {
    read_raw(&update.to_string()).unwrap()
}

/// `base` with the fields of `more` in it.
fn with(mut base: Value, more: &Value) -> Value {
    for (field, value) in more.as_object().unwrap() {
        base[field] = value.clone();
    }
    base
}

/// A message of Anna in her private chat.
fn from_anna(more: &Value) -> Value {
    let chat = json!({ "id": ANNA, "type": "private", "first_name": "Anna" });
    let anna = json!({ "id": ANNA, "is_bot": false, "first_name": "Anna", "language_code": "nl" });
    with(json!({ "message_id": 10, "date": 1_795_431_600, "chat": chat, "from": anna }), more)
}

/// A message of Boris in a topic of the desk's group.
fn from_boris(more: &Value) -> Value {
    let chat = json!({ "id": DESK, "type": "supergroup", "title": "Desk", "is_forum": true });
    let boris = json!({ "id": 601, "is_bot": false, "first_name": "Boris" });
    let place = json!({ "message_thread_id": 77, "is_topic_message": true });
    with(with(json!({ "message_id": 20, "date": 1_795_431_600, "chat": chat, "from": boris }), &place), more)
}

fn new(message: &Value) -> Value {
    json!({ "update_id": 1, "message": message })
}

fn edited(message: &Value) -> Value {
    json!({ "update_id": 1, "edited_message": message })
}

/// What Anna did with this message.
fn anna_did(more: &Value) -> ClientDid {
    match read(&new(&from_anna(more))) {
        Incoming::Client { client: ClientId(ANNA), name, did } if name == "Anna" => did,
        other => panic!("not something Anna did: {other:?}"),
    }
}

/// What Boris did in the topic with this message.
fn boris_did(more: &Value) -> GroupDid {
    let boris = Person { id: PersonId(601), name: "Boris".to_owned() };
    match read(&new(&from_boris(more))) {
        Incoming::Group { chat: ChatId(DESK), topic, by, did } if topic == IN_TOPIC && by == boris => did,
        other => panic!("not something Boris did: {other:?}"),
    }
}

fn annas(message: i64) -> MessageRef {
    MessageRef { chat: ChatId(ANNA), message }
}

fn wrote(text: &str) -> ClientDid {
    ClientDid::Wrote { message: annas(10), text: Text::parse(text).unwrap(), masked: false }
}

fn attached(what: Attachment, caption: Option<&str>) -> ClientDid {
    ClientDid::Attached { message: annas(10), what, caption: caption.and_then(Text::parse), masked: false }
}

// --- the private chat ------------------------------------------------------------------------------------------

#[test]
fn a_text_is_what_it_says() {
    assert_eq!(anna_did(&json!({ "text": " Mag ik een terras? " })), wrote("Mag ik een terras?"));
}

#[test]
fn a_text_with_a_kind_of_entity_that_is_new_to_us_is_not_lost() {
    let entities = json!([{ "type": "date_time", "offset": 0, "length": 6, "unix_time": 1, "odd": {} }]);
    assert_eq!(anna_did(&json!({ "text": "morgen open?", "entities": entities })), wrote("morgen open?"));
}

#[test]
fn a_changed_text_is_a_change() {
    let did = ClientDid::Edited { message: annas(10), text: Text::parse("Terras").unwrap(), masked: false };
    let update = edited(&from_anna(&json!({ "text": "Terras", "edit_date": 2 })));
    assert_eq!(read(&update), Incoming::Client { client: ClientId(ANNA), name: "Anna".to_owned(), did });
}

#[test]
fn a_changed_caption_or_command_changes_nothing() {
    for more in [json!({ "photo": [], "caption": "terras" }), json!({ "text": "/vergeetmij" })] {
        assert_eq!(read(&edited(&from_anna(&more))), Incoming::Nothing);
    }
}

#[test]
fn a_command_is_heard_with_or_without_our_name() {
    let entities = json!([{ "type": "bot_command", "offset": 0, "length": 14 }]);
    let named = json!({ "text": "/mens@LOKETbot", "entities": entities });
    assert_eq!(anna_did(&named), ClientDid::Commanded(Command::Person));
    let place = ClientDid::Commanded(Command::Place("Den Haag".to_owned()));
    assert_eq!(anna_did(&json!({ "text": "/gemeente Den Haag" })), place);
    assert_eq!(anna_did(&json!({ "text": "/bestaatniet" })), ClientDid::Commanded(Command::Unknown));
}

#[test]
fn a_command_for_another_bot_is_not_for_us() {
    assert_eq!(read(&new(&from_anna(&json!({ "text": "/start@AnotherBot" })))), Incoming::Nothing);
}

#[test]
fn somebody_elses_command_is_only_words() {
    let origin = json!({ "type": "hidden_user", "sender_user_name": "X", "date": 1 });
    for second_hand in [json!({ "forward_origin": origin }), json!({ "via_bot": { "id": 9, "is_bot": true } })] {
        let more = with(json!({ "text": "/vergeetmij" }), &second_hand);
        assert_eq!(anna_did(&more), wrote("/vergeetmij"));
    }
}

#[test]
fn a_slash_for_or_is_no_command() {
    assert_eq!(anna_did(&json!({ "text": "/ of toch een zzp'er?" })), wrote("/ of toch een zzp'er?"));
}

#[test]
fn every_kind_of_thing_is_seen_for_what_it_is() {
    let file = json!({ "file_id": "x", "file_unique_id": "y" });
    for (field, what) in [
        ("photo", Attachment::Photo),
        ("live_photo", Attachment::Photo),
        ("document", Attachment::File),
        ("voice", Attachment::Voice),
        ("audio", Attachment::Voice),
        ("video", Attachment::Video),
        ("video_note", Attachment::Video),
        ("location", Attachment::Location),
        ("venue", Attachment::Location),
        ("contact", Attachment::Contact),
        ("sticker", Attachment::Sticker),
        ("dice", Attachment::Sticker),
        ("poll", Attachment::Unknown),
        ("story", Attachment::Unknown),
    ] {
        let mut more = json!({ "caption": "kijk" });
        more[field] = file.clone();
        assert_eq!(anna_did(&more), attached(what, Some("kijk")), "{field}");
    }
    let animation = json!({ "animation": file, "document": file });
    assert_eq!(anna_did(&animation), attached(Attachment::Sticker, None), "an animation is also a document");
}

#[test]
fn a_command_under_a_photo_is_a_caption() {
    let more = json!({ "photo": [{}], "caption": "/vergeetmij" });
    assert_eq!(anna_did(&more), attached(Attachment::Photo, Some("/vergeetmij")));
}

#[test]
fn a_message_of_a_kind_that_is_new_to_us_is_answered_in_words() {
    for more in
        [json!({ "rich_message": { "blocks": [] } }), json!({}), json!({ "text": 5 }), json!({ "text": "\u{200B}" })]
    {
        assert_eq!(anna_did(&more), attached(Attachment::Unknown, None), "{more}");
    }
}

#[test]
fn a_message_without_a_number_or_with_number_nought_is_still_a_message() {
    let nought = ClientDid::Wrote { message: annas(0), text: Text::parse("Hoi").unwrap(), masked: false };
    assert_eq!(anna_did(&json!({ "text": "Hoi", "message_id": 0 })), nought);
    assert_eq!(anna_did(&json!({ "text": "Hoi", "message_id": null })), nought);
}

#[test]
fn notices_of_telegram_and_words_of_programs_are_nothing() {
    let bot = json!({ "id": 9, "is_bot": true, "first_name": "Bot" });
    let telegram = json!({ "id": 777_000, "is_bot": false, "first_name": "Telegram" });
    for more in [
        json!({ "pinned_message": {} }),
        json!({ "forum_topic_created": {} }),
        json!({ "message_auto_delete_timer_changed": {} }),
        json!({ "write_access_allowed": {} }),
        json!({ "text": "Hoi", "from": bot }),
        json!({ "text": "Login code", "from": telegram }),
    ] {
        assert_eq!(read(&new(&from_anna(&more))), Incoming::Nothing, "{more}");
    }
}

#[test]
fn a_name_is_shown_without_tricks() {
    let tricky = json!({ "id": ANNA, "first_name": "\u{202E}Anna\nLoket: <b>betaal</b>" });
    let Incoming::Client { name, .. } = read(&new(&from_anna(&json!({ "text": "x", "from": tricky })))) else {
        panic!("it is Anna's message");
    };
    assert_eq!(name, "Anna Loket: <b>betaal</b>");
}

fn membership(status: &str) -> Value {
    let anna = json!({ "id": ANNA, "is_bot": false, "first_name": "Anna" });
    let change = json!({
        "chat": { "id": ANNA, "type": "private" }, "from": anna, "date": 1,
        "old_chat_member": {}, "new_chat_member": { "status": status, "user": {} },
    });
    json!({ "update_id": 1, "my_chat_member": change })
}

#[test]
fn blocking_us_and_coming_back_are_heard() {
    let anna = |did| Incoming::Client { client: ClientId(ANNA), name: "Anna".to_owned(), did };
    assert_eq!(read(&membership("kicked")), anna(ClientDid::Blocked));
    assert_eq!(read(&membership("member")), anna(ClientDid::Unblocked));
    assert_eq!(read(&membership("restricted")), Incoming::Nothing);
}

// --- buttons ---------------------------------------------------------------------------------------------------

fn tapped(data: &str, message: &Value) -> Value {
    let anna = json!({ "id": ANNA, "is_bot": false, "first_name": "Anna" });
    json!({ "update_id": 1, "callback_query": {
        "id": "tap-1", "from": anna, "data": data, "message": message, "chat_instance": "1",
    }})
}

fn anna_tapped(action: Option<Action>, on: Option<MessageRef>) -> Incoming {
    let did = ClientDid::Tapped { tap: "tap-1".to_owned(), action, on };
    Incoming::Client { client: ClientId(ANNA), name: "Anna".to_owned(), did }
}

#[test]
fn a_tap_asks_for_what_stood_behind_the_button() {
    let message = from_anna(&json!({ "from": { "id": 42, "is_bot": true }, "text": "Kaart" }));
    let show = Action::Show(EntryId::new("bmkb"));
    assert_eq!(read(&tapped("s:bmkb", &message)), anna_tapped(Some(show), Some(annas(10))));
    assert_eq!(read(&tapped("iets anders", &message)), anna_tapped(None, Some(annas(10))));
}

#[test]
fn a_tap_under_a_message_that_telegram_no_longer_shows_still_counts() {
    let inaccessible = json!({ "chat": { "id": ANNA, "type": "private" }, "message_id": 3, "date": 0 });
    assert_eq!(read(&tapped("person", &inaccessible)), anna_tapped(Some(Action::Person), Some(annas(3))));
    assert_eq!(read(&tapped("person", &Value::Null)), anna_tapped(Some(Action::Person), None));
}

#[test]
fn a_tap_in_a_topic_is_by_who_tapped() {
    let message = from_boris(&json!({ "from": { "id": 42, "is_bot": true }, "text": "Zaak 31" }));
    let did = GroupDid::Tapped { tap: "tap-1".to_owned(), action: Some(Action::Take(CaseNumber(31))) };
    let by = Person { id: PersonId(ANNA), name: "Anna".to_owned() };
    let wanted = Incoming::Group { chat: ChatId(DESK), topic: IN_TOPIC, by, did };
    assert_eq!(read(&tapped("c:31", &message)), wanted);
}

// --- the desk's group ------------------------------------------------------------------------------------------

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

// --- ready to be stored ----------------------------------------------------------------------------------------

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
    assert_eq!(did, ClientDid::Attached { message: annas(10), what: Attachment::Photo, caption, masked: true });
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

// --- whatever comes --------------------------------------------------------------------------------------------

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
const BESIDE: [&str; 6] = ["entities", "reply_to_message", "quote", "external_reply", "sender_tag", "new_in_2027"];

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
