//! What people see when something is delivered.

use loket::adapters::telegram::TelegramMessenger;
use loket::conversation::event::Hindrance;
use loket::domain::delivery::Operation;
use loket::domain::ids::{CaseNumber, ChatId, LineId, MessageRef, PersonId, ThreadId};
use loket::domain::message::{Action, Button, Message, Rich, Style};
use loket::ports::messenger::{Delivery, Destination, Failure, Messenger, Receipt};
use serde_json::json;

use crate::fake_api::FakeApi;

pub(crate) const ANNA: ChatId = ChatId(501);
pub(crate) const DESK: ChatId = ChatId(-100_200);
pub(crate) const TOPIC: Destination = Destination { chat: DESK, thread: Some(ThreadId(77)) };

pub(crate) fn send(text: &str) -> Operation {
    Operation::Send { message: Message::new(Rich::plain(text)), quiet: false, reply: None, joins: false }
}

pub(crate) fn to(chat: ChatId) -> Destination {
    Destination { chat, thread: None }
}

pub(crate) fn standing(chat: ChatId, message: i64) -> MessageRef {
    MessageRef { chat, message }
}

pub(crate) async fn deliver(api: &FakeApi, to: Destination, operation: &Operation) -> Result<Receipt, Failure> {
    let target = Some(standing(to.chat, 9));
    TelegramMessenger::new(api.bot()).deliver(Delivery { to, operation, target, reply_to: None }).await
}

/// In answer to message 8 of the chat it goes to.
async fn deliver_as_an_answer(api: &FakeApi, to: Destination, operation: &Operation) -> Result<Receipt, Failure> {
    let reply_to = Some(standing(to.chat, 8));
    TelegramMessenger::new(api.bot()).deliver(Delivery { to, operation, target: None, reply_to }).await
}

#[tokio::test]
async fn a_message_arrives_with_its_styles_its_buttons_and_what_it_replies_to() {
    let api = FakeApi::giving(json!({ "message_id": 12, "chat": {} })).await;
    let take = Button { label: "Ik pak hem".to_owned(), action: Action::Take(CaseNumber(31)) };
    let message = Message::new(Rich::plain("🌷 ").then(Style::Bold, "Zaak 31")).row(vec![take]);
    let operation = Operation::Send { message, quiet: true, reply: None, joins: false };
    let reply_to = Some(standing(DESK, 8));
    let delivery = Delivery { to: TOPIC, operation: &operation, target: None, reply_to };
    let receipt = TelegramMessenger::new(api.bot()).deliver(delivery).await;
    assert_eq!(receipt, Ok(Receipt::Message(standing(DESK, 12))));
    assert_eq!(
        api.only_call().json(),
        json!({
            "chat_id": -100_200, "message_thread_id": 77,
            "text": "🌷 Zaak 31", "entities": [{ "type": "bold", "offset": 3, "length": 7 }],
            "link_preview_options": { "is_disabled": true }, "disable_notification": true,
            "reply_parameters": { "message_id": 8, "allow_sending_without_reply": true },
            "reply_markup": { "inline_keyboard": [[{ "text": "Ik pak hem", "callback_data": "c:31" }]] },
        })
    );
}

#[tokio::test]
async fn the_general_topic_is_reached_by_naming_none() {
    let api = FakeApi::giving(json!({ "message_id": 1 })).await;
    deliver(&api, Destination { chat: DESK, thread: Some(ThreadId(1)) }, &send("Hoi")).await.unwrap();
    assert_eq!(api.only_call().json().get("message_thread_id"), None);
}

#[tokio::test]
async fn an_edit_puts_other_words_and_buttons_in_place() {
    let api = FakeApi::giving(json!(true)).await;
    let operation = Operation::Edit { line: LineId(1), message: Message::new(Rich::plain("Nieuw")) };
    assert_eq!(deliver(&api, to(ANNA), &operation).await, Ok(Receipt::Done));
    let call = api.only_call();
    assert_eq!(call.method, "EditMessageText");
    let wanted = json!({
        "chat_id": 501, "message_id": 9, "text": "Nieuw", "entities": [],
        "link_preview_options": { "is_disabled": true },
    });
    assert_eq!(call.json(), wanted, "without buttons the old ones go");
}

#[tokio::test]
async fn what_never_stood_anywhere_can_not_be_changed() {
    let api = FakeApi::giving(json!(true)).await;
    let operation = Operation::Edit { line: LineId(1), message: Message::default() };
    let delivery = Delivery { to: to(ANNA), operation: &operation, target: None, reply_to: None };
    let failure = TelegramMessenger::new(api.bot()).deliver(delivery).await;
    assert!(matches!(failure, Err(Failure::Refused(_))), "{failure:?}");
    assert!(api.heard().is_empty());
}

#[tokio::test]
async fn a_photo_is_copied_into_the_topic_without_a_trace_of_its_sender() {
    let api = FakeApi::giving(json!({ "message_id": 13 })).await;
    let operation = Operation::Copy { from: standing(ANNA, 4), reply: None };
    assert_eq!(deliver(&api, TOPIC, &operation).await, Ok(Receipt::Message(standing(DESK, 13))));
    let call = api.only_call();
    assert_eq!(call.method, "CopyMessage");
    let wanted = json!({ "chat_id": -100_200, "from_chat_id": 501, "message_id": 4, "message_thread_id": 77 });
    assert_eq!(call.json(), wanted);
}

#[tokio::test]
async fn a_copy_can_be_an_answer_too() {
    let api = FakeApi::giving(json!({ "message_id": 13 })).await;
    let operation = Operation::Copy { from: standing(DESK, 4), reply: None };
    deliver_as_an_answer(&api, to(ANNA), &operation).await.unwrap();
    let wanted = json!({ "message_id": 8, "allow_sending_without_reply": true });
    assert_eq!(api.only_call().json()["reply_parameters"], wanted);
}

#[tokio::test]
async fn an_album_arrives_whole_and_in_order_and_is_known_by_its_first_piece() {
    let api = FakeApi::giving(json!([{ "message_id": 40 }, { "message_id": 41 }, { "message_id": 42 }])).await;
    let from = vec![standing(ANNA, 4), standing(ANNA, 5), standing(ANNA, 7)];
    let receipt = deliver_as_an_answer(&api, TOPIC, &Operation::CopyAlbum { from }).await;
    assert_eq!(receipt, Ok(Receipt::Message(standing(DESK, 40))));
    let call = api.only_call();
    assert_eq!(call.method, "CopyMessages");
    // The Bot API lets no album be an answer.
    let wanted = json!({ "chat_id": -100_200, "from_chat_id": 501, "message_ids": [4, 5, 7], "message_thread_id": 77 });
    assert_eq!(call.json(), wanted);
}

#[tokio::test]
async fn the_pieces_of_an_album_go_in_the_order_that_telegram_asks_for() {
    let api = FakeApi::giving(json!([{ "message_id": 40 }])).await;
    let from = vec![standing(ANNA, 7), standing(ANNA, 4), standing(ANNA, 7), standing(ANNA, 5)];
    deliver(&api, TOPIC, &Operation::CopyAlbum { from }).await.unwrap();
    assert_eq!(api.only_call().json()["message_ids"], json!([4, 5, 7]), "strictly increasing");
}

#[tokio::test]
async fn an_album_of_which_nothing_can_be_copied_any_more_did_not_arrive() {
    let api = FakeApi::giving(json!([])).await;
    let operation = Operation::CopyAlbum { from: vec![standing(ANNA, 4), standing(ANNA, 5)] };
    let failure = deliver(&api, TOPIC, &operation).await;
    assert!(matches!(failure, Err(Failure::Hindered(Hindrance::Vanished, _))), "{failure:?}");
    let nothing = deliver(&api, TOPIC, &Operation::CopyAlbum { from: vec![] }).await;
    assert!(matches!(nothing, Err(Failure::Refused(_))), "{nothing:?}");
}

#[tokio::test]
async fn words_under_a_picture_are_changed_in_place() {
    let api = FakeApi::giving(json!({ "message_id": 9 })).await;
    let operation = Operation::EditCaption { line: LineId(1), caption: "🌷".repeat(600) };
    assert_eq!(deliver(&api, to(ANNA), &operation).await, Ok(Receipt::Done));
    let call = api.only_call();
    assert_eq!(call.method, "EditMessageCaption");
    let (chat, message) = (call.json()["chat_id"].clone(), call.json()["message_id"].clone());
    assert_eq!((chat, message), (json!(501), json!(9)));
    let caption = call.json()["caption"].as_str().unwrap().to_owned();
    assert!(caption.encode_utf16().count() <= 1_024 && caption.ends_with('…'));
}

#[tokio::test]
async fn a_colleague_who_is_named_is_told_where_their_name_stands() {
    let api = FakeApi::giving(json!({ "message_id": 1 })).await;
    let fatima = Style::Mention(PersonId(602));
    let text = Rich::plain("🔔 ").then(fatima, "Fatima").then(Style::Plain, ", zaak 31");
    let operation = Operation::Send { message: Message::new(text), quiet: false, reply: None, joins: false };
    deliver(&api, TOPIC, &operation).await.unwrap();
    let call = api.only_call().json();
    let entity = &call["entities"][0];
    assert_eq!((&entity["type"], &entity["user"]["id"]), (&json!("text_mention"), &json!(602)));
    // The bell counts for two.
    assert_eq!((&entity["offset"], &entity["length"]), (&json!(3), &json!(6)));
}

#[tokio::test]
async fn a_document_arrives_with_its_name_its_content_and_what_stands_under_it() {
    let api = FakeApi::giving(json!({ "message_id": 14 })).await;
    let caption = Message::new(Rich::default().then(Style::Italic, "Alles wat we van je bewaren"));
    let operation =
        Operation::Document { name: "mijngegevens.txt".to_owned(), content: "één regel".to_owned().into(), caption };
    assert_eq!(deliver(&api, to(ANNA), &operation).await, Ok(Receipt::Message(standing(ANNA, 14))));
    let call = api.only_call();
    assert_eq!(call.method, "SendDocument");
    for part in [
        "filename=\"mijngegevens.txt\"",
        "één regel",
        "Alles wat we van je bewaren",
        r#"[{"type":"italic","offset":0,"length":27}]"#,
        "501",
    ] {
        assert!(call.body.contains(part), "{part} is missing in {}", call.body);
    }
}

#[tokio::test]
async fn a_tap_is_answered_with_a_notice_that_fits() {
    let api = FakeApi::giving(json!(true)).await;
    TelegramMessenger::new(api.bot()).answer_tap("tap-1", Some(&"x".repeat(300))).await.unwrap();
    let answer = api.only_call().json();
    assert_eq!(answer["callback_query_id"], "tap-1");
    assert_eq!(answer["text"].as_str().unwrap().chars().count(), 200);
}

#[tokio::test]
async fn what_arrived_without_a_number_is_not_sent_again() {
    let api = FakeApi::giving(json!({ "message_id": 0 })).await;
    assert_eq!(deliver(&api, to(ANNA), &send("Hoi")).await, Ok(Receipt::Done));
}

/// One white dot.
const DOT: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\0\x01\0\0\0\x01\x08\0\0\0\0";

#[tokio::test]
async fn a_picture_is_seen_in_the_chat_itself() {
    let api = FakeApi::giving(json!({ "message_id": 15 })).await;
    let caption = Message::new(Rich::default().then(Style::Bold, "Deze week"));
    let operation = Operation::Picture { name: "cijfers.png".to_owned(), png: DOT.to_vec().into(), caption };
    assert_eq!(deliver(&api, TOPIC, &operation).await, Ok(Receipt::Message(standing(DESK, 15))));
    let call = api.only_call();
    assert_eq!(call.method, "SendPhoto");
    for part in ["name=\"photo\"; filename=\"cijfers.png\"", "image/png", "Deze week", "\"bold\"", "-100200", "77"] {
        assert!(call.body.contains(part), "{part} is missing in {}", call.body);
    }
}

#[tokio::test]
async fn a_picture_that_telegram_would_not_show_arrives_as_a_file() {
    let api = FakeApi::giving(json!({ "message_id": 16 })).await;
    let png = b"no picture".to_vec().into();
    let operation = Operation::Picture { name: "cijfers.png".to_owned(), png, caption: Message::default() };
    assert_eq!(deliver(&api, to(ANNA), &operation).await, Ok(Receipt::Message(standing(ANNA, 16))));
    let call = api.only_call();
    assert_eq!(call.method, "SendDocument");
    assert!(call.body.contains("filename=\"cijfers.png\"") && call.body.contains("no picture"), "{}", call.body);
}
