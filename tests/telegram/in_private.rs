//! What is understood of what a client does.

use loket::conversation::event::{Attachment, Command};
use loket::domain::ids::{ClientId, EntryId, MessageRef};
use loket::domain::message::Action;
use loket::domain::text::Text;
use loket::ports::incoming::{ClientDid, Incoming, SentFile};
use serde_json::{Value, json};

use crate::updates::{ANNA, anna_did, annas, attached, edited, from_anna, membership, new, read, tapped, with, wrote};

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
fn changed_words_under_a_photo_are_a_change_too() {
    let did = ClientDid::Edited { message: annas(10), text: Text::parse("De gevel").unwrap(), masked: false };
    let update = edited(&from_anna(&json!({ "photo": [{}], "caption": "De gevel" })));
    assert_eq!(read(&update), Incoming::Client { client: ClientId(ANNA), name: "Anna".to_owned(), did });
}

#[test]
fn a_command_is_given_once_and_a_photo_without_words_says_nothing_new() {
    for more in [json!({ "text": "/vergeetmij" }), json!({ "photo": [{}] }), json!({ "poll": {} })] {
        assert_eq!(read(&edited(&from_anna(&more))), Incoming::Nothing, "{more}");
    }
}

#[test]
fn an_answer_says_what_it_answers() {
    let to = json!({ "message_id": 7, "text": "Wanneer?", "chat": { "id": ANNA, "type": "private" } });
    let answer = ClientDid::Wrote {
        message: annas(10),
        text: Text::parse("Dinsdag").unwrap(),
        reply: Some(annas(7)),
        masked: false,
    };
    assert_eq!(anna_did(&json!({ "text": "Dinsdag", "reply_to_message": to })), answer);
    match anna_did(&json!({ "voice": {}, "reply_to_message": to })) {
        ClientDid::Attached { what: Attachment::Voice, reply, .. } => assert_eq!(reply, Some(annas(7))),
        other => panic!("no voice message: {other:?}"),
    }
    assert_eq!(anna_did(&json!({ "text": "Hoi", "reply_to_message": "odd" })), wrote("Hoi"));
}

#[test]
fn the_pieces_of_an_album_carry_its_name() {
    let album = |more: &Value| match anna_did(&with(json!({ "photo": [{}] }), more)) {
        ClientDid::Attached { album, .. } => album,
        other => panic!("no photo: {other:?}"),
    };
    assert_eq!(album(&json!({ "media_group_id": "13800" })).as_deref(), Some("13800"));
    assert_eq!(album(&json!({})), None);
}

#[test]
fn what_a_bot_can_not_copy_is_known_for_that() {
    for field in ["poll", "checklist", "game", "story", "invoice", "paid_media", "giveaway", "giveaway_winners"] {
        let mut more = json!({});
        more[field] = json!({});
        assert_eq!(anna_did(&more), attached(Attachment::Uncopyable, None), "{field}");
    }
}

#[test]
fn a_command_is_heard_with_or_without_our_name() {
    let entities = json!([{ "type": "bot_command", "offset": 0, "length": 14 }]);
    let named = json!({ "text": "/mens@LOKETbot", "entities": entities });
    assert_eq!(anna_did(&named), ClientDid::Commanded(Command::Person));
    let place = ClientDid::Commanded(Command::Place("Den Haag".to_owned()));
    assert_eq!(anna_did(&json!({ "text": "/gemeente Den Haag" })), place);
    let asked = |word: &str, rest: &str| ClientDid::Asked { word: word.to_owned(), rest: rest.to_owned() };
    assert_eq!(anna_did(&json!({ "text": "/bestaatniet" })), asked("bestaatniet", ""));
    assert_eq!(anna_did(&json!({ "text": "/start role_abc" })), asked("start", "role_abc"));
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
        ("voice", Attachment::Voice),
        ("audio", Attachment::Voice),
        ("video", Attachment::Video),
        ("video_note", Attachment::Video),
        ("location", Attachment::Location),
        ("venue", Attachment::Location),
        ("contact", Attachment::Contact),
        ("sticker", Attachment::Sticker),
        ("dice", Attachment::Sticker),
    ] {
        let mut more = json!({ "caption": "kijk" });
        more[field] = file.clone();
        assert_eq!(anna_did(&more), attached(what, Some("kijk")), "{field}");
    }
    let animation = json!({ "animation": file, "document": file });
    assert_eq!(anna_did(&animation), attached(Attachment::Sticker, None), "an animation is also a document");
}

/// Whoever looks after the house may send knowledge; from anybody else it is a file like any other.
#[test]
fn a_file_keeps_its_name_and_size() {
    let document = json!({ "file_id": "x", "file_unique_id": "y", "file_name": "bmkb\u{202e}.md", "file_size": 1200 });
    let more = json!({ "caption": "kijk", "document": document });
    let file = SentFile { id: "x".to_owned(), name: "bmkb.md".to_owned(), size: Some(1200) };
    let otherwise = Box::new(attached(Attachment::File, Some("kijk")));
    assert_eq!(anna_did(&more), ClientDid::SentFile { file, otherwise });
    let origin = json!({ "type": "hidden_user", "sender_user_name": "X", "date": 1 });
    let passed_on = with(more, &json!({ "forward_origin": origin }));
    assert_eq!(anna_did(&passed_on), attached(Attachment::File, Some("kijk")), "what somebody passed on is not theirs");
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
    let nought = ClientDid::Wrote { message: annas(0), text: Text::parse("Hoi").unwrap(), reply: None, masked: false };
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

#[test]
fn blocking_us_and_coming_back_are_heard() {
    let anna = |did| Incoming::Client { client: ClientId(ANNA), name: "Anna".to_owned(), did };
    assert_eq!(read(&membership("kicked")), anna(ClientDid::Blocked));
    assert_eq!(read(&membership("member")), anna(ClientDid::Unblocked));
    assert_eq!(read(&membership("restricted")), Incoming::Nothing);
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
