//! What leaves the house, and what comes of it.

use std::time::Duration;

use loket::adapters::telegram::{
    Audience, Bot, MenuCommand, Patience, PollError, Poller, SetupError, TelegramMessenger, Webhook,
};
use loket::domain::delivery::Operation;
use loket::domain::ids::{CaseNumber, ChatId, LineId, MessageRef, ThreadId};
use loket::domain::language::Language;
use loket::domain::message::{Action, Button, Message, Rich, Style};
use loket::ports::messenger::{Delivery, Destination, Failure, Messenger, Receipt};
use secrecy::SecretString;
use serde_json::{Value, json};

use crate::fake_api::{FakeApi, TOKEN};

const ANNA: ChatId = ChatId(501);
const DESK: ChatId = ChatId(-100_200);
const TOPIC: Destination = Destination { chat: DESK, thread: Some(ThreadId(77)) };

fn send(text: &str) -> Operation {
    Operation::Send { message: Message::new(Rich::plain(text)), quiet: false }
}

fn to(chat: ChatId) -> Destination {
    Destination { chat, thread: None }
}

fn standing(chat: ChatId, message: i64) -> MessageRef {
    MessageRef { chat, message }
}

async fn deliver(api: &FakeApi, to: Destination, operation: &Operation) -> Result<Receipt, Failure> {
    let target = Some(standing(to.chat, 9));
    TelegramMessenger::new(api.bot()).deliver(Delivery { to, operation, target, reply_to: None }).await
}

// --- what people see -------------------------------------------------------------------------------------------

#[tokio::test]
async fn a_message_arrives_with_its_styles_its_buttons_and_what_it_replies_to() {
    let api = FakeApi::giving(json!({ "message_id": 12, "chat": {} })).await;
    let take = Button { label: "Ik pak hem".to_owned(), action: Action::Take(CaseNumber(31)) };
    let message = Message::new(Rich::plain("🌷 ").then(Style::Bold, "Zaak 31")).row(vec![take]);
    let operation = Operation::Send { message, quiet: true };
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
    let operation = Operation::Copy { from: standing(ANNA, 4), author: "Anna".to_owned() };
    assert_eq!(deliver(&api, TOPIC, &operation).await, Ok(Receipt::Message(standing(DESK, 13))));
    let call = api.only_call();
    assert_eq!(call.method, "CopyMessage");
    let wanted = json!({ "chat_id": -100_200, "from_chat_id": 501, "message_id": 4, "message_thread_id": 77 });
    assert_eq!(call.json(), wanted);
}

#[tokio::test]
async fn a_document_arrives_with_its_name_its_content_and_what_stands_under_it() {
    let api = FakeApi::giving(json!({ "message_id": 14 })).await;
    let caption = Message::new(Rich::default().then(Style::Italic, "Alles wat we van je bewaren"));
    let operation =
        Operation::Document { name: "mijngegevens.txt".to_owned(), content: "één regel".to_owned(), caption };
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
async fn a_topic_is_opened_pinned_in_closed_and_removed() {
    let api = FakeApi::giving(json!({ "message_thread_id": 77, "name": "#31 Anna" })).await;
    let open = Operation::OpenTopic { name: "#31 Anna".to_owned() };
    assert_eq!(deliver(&api, to(DESK), &open).await, Ok(Receipt::Topic(ThreadId(77))));
    for operation in [
        Operation::Pin { line: LineId(1) },
        Operation::CloseTopic,
        Operation::DeleteTopic { chat: DESK, thread: ThreadId(77) },
    ] {
        assert_eq!(deliver(&api, TOPIC, &operation).await, Ok(Receipt::Done));
    }
    let heard: Vec<(String, Value)> = api.heard().iter().map(|call| (call.method.clone(), call.json())).collect();
    let topic = json!({ "chat_id": -100_200, "message_thread_id": 77 });
    assert_eq!(
        heard,
        [
            ("CreateForumTopic".to_owned(), json!({ "chat_id": -100_200, "name": "#31 Anna" })),
            (
                "PinChatMessage".to_owned(),
                json!({ "chat_id": -100_200, "message_id": 9, "disable_notification": true })
            ),
            ("CloseForumTopic".to_owned(), topic.clone()),
            ("DeleteForumTopic".to_owned(), topic),
        ]
    );
}

#[tokio::test]
async fn closing_or_removing_what_is_gone_already_is_no_failure() {
    for words in ["Bad Request: TOPIC_NOT_MODIFIED", "Bad Request: TOPIC_ID_INVALID", "Bad Request: TOPIC_DELETED"] {
        let api = FakeApi::refusing(400, words, json!({})).await;
        assert_eq!(deliver(&api, TOPIC, &Operation::CloseTopic).await, Err(Failure::Unchanged), "{words}");
        let delete = Operation::DeleteTopic { chat: DESK, thread: ThreadId(77) };
        assert_eq!(deliver(&api, to(ANNA), &delete).await, Err(Failure::Unchanged), "{words}");
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

// --- what can go wrong -----------------------------------------------------------------------------------------

#[tokio::test]
async fn a_refusal_says_what_can_be_done() {
    let refusal = async |code, words, parameters| {
        let api = FakeApi::refusing(code, words, parameters).await;
        deliver(&api, TOPIC, &send("Hoi")).await.unwrap_err()
    };
    assert_eq!(
        refusal(429, "Too Many Requests: retry after 7", json!({ "retry_after": 7 })).await,
        Failure::Wait(Duration::from_secs(7))
    );
    assert_eq!(
        refusal(400, "Bad Request: group chat was upgraded", json!({ "migrate_to_chat_id": -100_300 })).await,
        Failure::Moved(ChatId(-100_300))
    );
    assert_eq!(
        refusal(400, "Bad Request: message thread not found", json!({})).await,
        Failure::TopicGone("Bad Request: message thread not found".to_owned())
    );
    assert_eq!(
        refusal(403, "Forbidden: bot was kicked from the supergroup chat", Value::Null).await,
        Failure::NotAllowed("Forbidden: bot was kicked from the supergroup chat".to_owned())
    );
    assert_eq!(
        refusal(400, "Bad Request: BUTTON_DATA_INVALID", json!("odd")).await,
        Failure::Refused("Bad Request: BUTTON_DATA_INVALID".to_owned())
    );
    assert!(matches!(refusal(401, "Unauthorized", json!({})).await, Failure::NotSent(_)));
}

#[tokio::test]
async fn without_a_connection_nothing_was_sent() {
    for api in [FakeApi::absent().await, FakeApi::without_tls().await] {
        let failure = deliver(&api, to(ANNA), &send("Hoi")).await;
        assert!(matches!(failure, Err(Failure::NotSent(_))), "{failure:?}");
    }
}

#[tokio::test]
async fn without_an_answer_nobody_knows() {
    for api in [
        FakeApi::silent().await,
        FakeApi::hanging_up().await,
        FakeApi::refusing(500, "Internal Server Error", json!({})).await,
        FakeApi::saying(vec![(502, "<html>Bad Gateway</html>".to_owned())]).await,
        FakeApi::saying(vec![(403, "<html>a proxy that does not like us</html>".to_owned())]).await,
        FakeApi::saying(vec![(302, String::new())]).await,
        FakeApi::saying(vec![(200, r#"{"ok":true,"resu"#.to_owned())]).await,
        FakeApi::saying(vec![(200, "null".to_owned())]).await,
    ] {
        let failure = deliver(&api, to(ANNA), &send("Hoi")).await;
        assert!(matches!(failure, Err(Failure::Unknown(_))), "{failure:?}");
    }
}

#[tokio::test]
async fn a_wait_without_a_time_is_still_a_wait() {
    for answer in ["<html>slow down</html>", r#"{"ok":false,"error_code":429}"#] {
        let api = FakeApi::saying(vec![(429, answer.to_owned())]).await;
        let failure = deliver(&api, to(ANNA), &send("Hoi")).await;
        assert!(matches!(failure, Err(Failure::Wait(_))), "{failure:?}");
    }
}

#[tokio::test]
async fn the_token_is_never_shown_whatever_goes_wrong() {
    let mut said = vec![];
    for api in [
        FakeApi::absent().await,
        FakeApi::without_tls().await,
        FakeApi::silent().await,
        FakeApi::hanging_up().await,
        FakeApi::refusing(400, &format!("Bad Request: no page /bot{TOKEN}/sendMessage"), json!({})).await,
        FakeApi::refusing(404, &format!("/bot{TOKEN} is not here"), json!({})).await,
        FakeApi::refusing(409, &format!("Conflict: {TOKEN}"), json!({})).await,
        FakeApi::saying(vec![(502, format!("<html>{TOKEN}</html>"))]).await,
    ] {
        let bot = api.bot();
        let failure = deliver(&api, to(ANNA), &send("Hoi")).await.unwrap_err();
        let unchecked = bot.check().await.unwrap_err();
        said.push(format!("{failure} {failure:?} {unchecked} {unchecked:?} {bot:?}"));
        said.push(format!("{:?} {:?}", TelegramMessenger::new(bot.clone()), Poller::new(bot)));
    }
    let conflict = FakeApi::refusing(409, &format!("Conflict: {TOKEN}"), json!({})).await;
    let conflict = Poller::new(conflict.bot()).next().await.unwrap_err();
    said.push(format!("{conflict} {conflict:?}"));
    for words in said {
        assert!(!words.contains("canary"), "{words}");
    }
}

// --- fetching updates ------------------------------------------------------------------------------------------

fn batch(updates: &str) -> (u16, String) {
    (200, format!(r#"{{"ok":true,"result":[{updates}]}}"#))
}

fn offsets(api: &FakeApi) -> Vec<Option<i64>> {
    api.heard().iter().map(|call| call.json().get("offset").and_then(Value::as_i64)).collect()
}

#[tokio::test]
async fn updates_are_confirmed_only_when_the_next_are_asked_for() {
    let big = 4_294_967_300_i64;
    let first = format!(r#"{{"update_id":{big}, "message":1.0}},{{"update_id":{}}}"#, big + 1);
    let api = FakeApi::saying(vec![batch(&first), (502, String::new()), batch(""), batch("")]).await;
    let mut poller = Poller::new(api.bot());
    let updates = poller.next().await.unwrap();
    assert_eq!(updates[0], format!(r#"{{"update_id":{big}, "message":1.0}}"#), "letter by letter as it came");
    assert!(poller.next().await.is_err());
    assert!(poller.next().await.unwrap().is_empty());
    assert!(poller.next().await.unwrap().is_empty());
    assert_eq!(offsets(&api), [None, Some(big + 2), Some(big + 2), None], "an error confirms nothing for good");
}

#[tokio::test]
async fn one_update_that_cannot_be_read_does_not_cost_the_others() {
    let api = FakeApi::saying(vec![batch(r#"{"update_id":5},{"update_id":"odd"},17,{"update_id":7}"#)]).await;
    let mut poller = Poller::new(api.bot());
    assert_eq!(poller.next().await.unwrap().len(), 4);
    poller.next().await.unwrap();
    assert_eq!(offsets(&api), [None, Some(8)]);
}

#[tokio::test]
async fn we_ask_for_what_we_want_to_hear_and_hold_the_line() {
    let api = FakeApi::saying(vec![batch("")]).await;
    Poller::new(api.bot()).next().await.unwrap();
    let asked = api.only_call().json();
    assert_eq!(asked["timeout"], 50);
    let wanted = json!(["message", "edited_message", "callback_query", "my_chat_member", "chat_member"]);
    assert_eq!(asked["allowed_updates"], wanted);
}

#[tokio::test]
async fn why_there_are_no_updates_is_told_apart() {
    let ask = async |api: FakeApi| Poller::new(api.bot()).next().await.unwrap_err();
    assert_eq!(ask(FakeApi::refusing(401, "Unauthorized", json!({})).await).await, PollError::WrongToken);
    assert_eq!(ask(FakeApi::refusing(404, "Not Found", json!({})).await).await, PollError::WrongToken);
    let words = "Conflict: terminated by other getUpdates request";
    let conflict = ask(FakeApi::refusing(409, words, json!({})).await).await;
    assert_eq!(conflict, PollError::Conflict(words.to_owned()));
    let wait = ask(FakeApi::refusing(429, "Too Many Requests", json!({ "retry_after": 3 })).await).await;
    assert_eq!(wait, PollError::Wait(Duration::from_secs(3)));
    for api in [FakeApi::absent().await, FakeApi::hanging_up().await, FakeApi::giving(json!({})).await] {
        let error = ask(api).await;
        assert!(matches!(error, PollError::Failed(_)), "{error:?}");
    }
}

// --- arranging things at the start -----------------------------------------------------------------------------

#[tokio::test]
async fn telegram_tells_who_we_are() {
    let me = json!({ "id": 42, "is_bot": true, "first_name": "Loket", "username": "LoketBot", "odd": [] });
    let me = FakeApi::giving(me).await.bot().check().await.unwrap();
    assert_eq!((me.id.0, me.username.as_str(), me.name.as_str(), me.hears_groups), (42, "LoketBot", "Loket", false));
}

#[tokio::test]
async fn a_wrong_token_is_said_in_one_clear_sentence() {
    let api = FakeApi::refusing(401, "Unauthorized", json!({})).await;
    let error = api.bot().check().await.unwrap_err().to_string();
    assert_eq!(error, "Telegram does not know this token: copy it again from @BotFather into TELOXIDE_TOKEN");
}

#[test]
fn an_impossible_token_or_address_is_refused_before_anything_is_sent() {
    let make = |url: &str, token: &str| Bot::new(url, SecretString::from(token), Patience::default()).unwrap_err();
    assert_eq!(make("https://api.telegram.org", ""), SetupError::WrongToken);
    assert_eq!(make("https://api.telegram.org", "1:a/../../x"), SetupError::WrongToken);
    assert_eq!(make("api.telegram.org", "1:a"), SetupError::WrongAddress);
    assert_eq!(make("file:///tmp", "1:a"), SetupError::WrongAddress);
}

#[tokio::test]
async fn commands_are_listed_for_those_who_can_use_them() {
    let api = FakeApi::giving(json!(true)).await;
    let human = [MenuCommand { word: "human".to_owned(), description: "Talk to a person".to_owned() }];
    api.bot().set_commands(Audience::Clients, Some(Language::En), &human).await.unwrap();
    api.bot().set_commands(Audience::Desks, None, &[]).await.unwrap();
    api.bot().set_description(Some(Language::Nl), "Eén loket").await.unwrap();
    api.bot().set_short_description(None, "Loket").await.unwrap();
    let heard: Vec<Value> = api.heard().iter().map(|call| call.json()).collect();
    assert_eq!(
        heard,
        [
            json!({
                "commands": [{ "command": "human", "description": "Talk to a person" }],
                "scope": { "type": "all_private_chats" }, "language_code": "en",
            }),
            json!({ "commands": [], "scope": { "type": "all_group_chats" } }),
            json!({ "description": "Eén loket", "language_code": "nl" }),
            json!({ "short_description": "Loket" }),
        ]
    );
}

#[tokio::test]
async fn a_webhook_is_seen_and_removed_without_losing_what_waits() {
    let api = FakeApi::giving(json!({ "url": "https://x.nl/hook", "pending_update_count": 3 })).await;
    let webhook = Webhook { url: Some("https://x.nl/hook".to_owned()), waiting: 3, last_error: None };
    assert_eq!(api.bot().webhook().await, Ok(webhook));
    api.bot().delete_webhook().await.unwrap();
    assert_eq!(api.heard()[1].json(), json!({ "drop_pending_updates": false }));
    let none = FakeApi::giving(json!({ "url": "", "pending_update_count": 0 })).await;
    assert_eq!(none.bot().webhook().await.unwrap().url, None);
}
