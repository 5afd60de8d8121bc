//! Topics: how they are made, dressed, closed and opened again.

use loket::adapters::telegram::TelegramMessenger;
use loket::domain::delivery::{Operation, TopicIcon, TopicLook};
use loket::domain::ids::{LineId, ThreadId};
use loket::ports::messenger::{Delivery, Destination, Failure, Messenger, Receipt};
use serde_json::{Value, json};

use crate::delivering::{ANNA, DESK, TOPIC, deliver, standing, to};
use crate::fake_api::FakeApi;

fn look(icon: TopicIcon) -> TopicLook {
    TopicLook { name: "#31 Anna".to_owned(), icon }
}

fn answer(result: &Value) -> (u16, String) {
    (200, json!({ "ok": true, "result": result }).to_string())
}

fn refusal(words: &str) -> (u16, String) {
    (400, json!({ "ok": false, "error_code": 400, "description": words }).to_string())
}

/// The pictures as Telegram lends them: some carry the mark that asks for colour, some don't.
fn pictures() -> Value {
    let picture = |emoji: &str, id: &str| json!({ "emoji": emoji, "custom_emoji_id": id, "type": "custom_emoji" });
    json!([picture("👀", "11"), picture("💬", "12"), picture("‼️", "13"), picture("✅", "14"), { "emoji": "❓" }])
}

/// What was called, in order, with what.
fn calls(api: &FakeApi) -> Vec<(String, Value)> {
    api.heard().iter().map(|call| (call.method.clone(), call.json())).collect()
}

#[tokio::test]
async fn a_topic_is_pinned_in_closed_opened_again_and_removed() {
    let api = FakeApi::giving(json!(true)).await;
    for operation in [
        Operation::Pin { line: LineId(1) },
        Operation::CloseTopic,
        Operation::ReopenTopic,
        Operation::DeleteTopic { chat: DESK, thread: ThreadId(77) },
    ] {
        assert_eq!(deliver(&api, TOPIC, &operation).await, Ok(Receipt::Done));
    }
    let topic = json!({ "chat_id": -100_200, "message_thread_id": 77 });
    let pin = json!({ "chat_id": -100_200, "message_id": 9, "disable_notification": true });
    let done = |method: &str, with: &Value| (method.to_owned(), with.clone());
    assert_eq!(
        calls(&api),
        [
            done("PinChatMessage", &pin),
            done("CloseForumTopic", &topic),
            done("ReopenForumTopic", &topic),
            done("DeleteForumTopic", &topic),
        ]
    );
}

#[tokio::test]
async fn a_topic_shows_where_its_case_stands_and_the_pictures_are_asked_for_once() {
    let made = answer(&json!({ "message_thread_id": 77, "name": "#31 Anna", "icon_color": 1 }));
    let api = FakeApi::saying(vec![answer(&pictures()), made, answer(&json!(true))]).await;
    let messenger = TelegramMessenger::new(api.bot());
    let open = Operation::OpenTopic { look: look(TopicIcon::Waiting) };
    let dress = Operation::DressTopic { look: look(TopicIcon::Urgent) };
    let delivery = |to: Destination, operation| Delivery { to, operation, target: None, reply_to: None };
    let opened = messenger.deliver(delivery(to(DESK), &open)).await;
    assert_eq!(opened, Ok(Receipt::Topic(ThreadId(77))));
    // A house has one messenger, whatever its copies are called.
    assert_eq!(messenger.clone().deliver(delivery(TOPIC, &dress)).await, Ok(Receipt::Done));
    let heard = calls(&api);
    assert_eq!(heard[0].0, "GetForumTopicIconStickers");
    let colour = 0xFF_D67E;
    let wanted = json!({ "chat_id": -100_200, "name": "#31 Anna", "icon_color": colour, "icon_custom_emoji_id": "11" });
    assert_eq!(heard[1], ("CreateForumTopic".to_owned(), wanted));
    let wanted =
        json!({ "chat_id": -100_200, "message_thread_id": 77, "name": "#31 Anna", "icon_custom_emoji_id": "13" });
    assert_eq!(heard[2], ("EditForumTopic".to_owned(), wanted));
    assert_eq!(heard.len(), 3);
}

#[tokio::test]
async fn every_sign_has_a_colour_that_telegram_allows() {
    let allowed = [0x6F_B9F0, 0xFF_D67E, 0xCB_86DB, 0x8E_EE98, 0xFF_93B2, 0xFB_6F5F];
    for icon in [TopicIcon::Waiting, TopicIcon::Taken, TopicIcon::Late, TopicIcon::Urgent, TopicIcon::Closed] {
        let made = answer(&json!({ "message_thread_id": 77 }));
        let api = FakeApi::saying(vec![answer(&pictures()), made]).await;
        deliver(&api, to(DESK), &Operation::OpenTopic { look: look(icon) }).await.unwrap();
        let colour = calls(&api)[1].1["icon_color"].as_i64().unwrap();
        assert!(allowed.contains(&colour), "{icon:?}: {colour:#x}");
    }
}

#[tokio::test]
async fn without_pictures_the_topic_is_still_made_and_they_are_asked_for_again() {
    for no_pictures in [refusal("Bad Request: no pictures today"), answer(&json!("odd")), (502, String::new())] {
        let made = answer(&json!({ "message_thread_id": 77 }));
        let again = [answer(&pictures()), answer(&json!(true))];
        let api = FakeApi::saying([vec![no_pictures, made], again.to_vec()].concat()).await;
        let messenger = TelegramMessenger::new(api.bot());
        let open = Operation::OpenTopic { look: look(TopicIcon::Late) };
        let dress = Operation::DressTopic { look: look(TopicIcon::Taken) };
        let delivery = |to: Destination, operation| Delivery { to, operation, target: None, reply_to: None };
        let opened = messenger.deliver(delivery(to(DESK), &open)).await;
        assert_eq!(opened, Ok(Receipt::Topic(ThreadId(77))));
        messenger.deliver(delivery(TOPIC, &dress)).await.unwrap();
        let heard = calls(&api);
        assert_eq!(heard[1].1.get("icon_custom_emoji_id"), None);
        assert_eq!(heard[3].1["icon_custom_emoji_id"], "12");
    }
}

#[tokio::test]
async fn a_sign_for_which_telegram_lends_no_picture_keeps_the_one_it_has() {
    let api = FakeApi::saying(vec![answer(&json!([])), answer(&json!(true))]).await;
    deliver(&api, TOPIC, &Operation::DressTopic { look: look(TopicIcon::Late) }).await.unwrap();
    assert_eq!(calls(&api)[1].1.get("icon_custom_emoji_id"), None, "an empty one would take the picture away");
}

#[tokio::test]
async fn a_topic_without_a_number_may_have_been_made() {
    let api = FakeApi::saying(vec![answer(&pictures()), answer(&json!({ "name": "#31 Anna" }))]).await;
    let failure = deliver(&api, to(DESK), &Operation::OpenTopic { look: look(TopicIcon::Waiting) }).await;
    assert!(matches!(failure, Err(Failure::Unknown(_))), "{failure:?}");
}

#[tokio::test]
async fn closing_dressing_or_removing_what_is_gone_already_is_no_failure() {
    for words in ["Bad Request: TOPIC_NOT_MODIFIED", "Bad Request: TOPIC_ID_INVALID", "Bad Request: TOPIC_DELETED"] {
        let api = FakeApi::refusing(400, words, json!({})).await;
        assert_eq!(deliver(&api, TOPIC, &Operation::CloseTopic).await, Err(Failure::Unchanged), "{words}");
        let dress = Operation::DressTopic { look: look(TopicIcon::Closed) };
        assert_eq!(deliver(&api, TOPIC, &dress).await, Err(Failure::Unchanged), "{words}");
        let delete = Operation::DeleteTopic { chat: DESK, thread: ThreadId(77) };
        assert_eq!(deliver(&api, to(ANNA), &delete).await, Err(Failure::Unchanged), "{words}");
    }
}

#[tokio::test]
async fn opening_a_topic_that_is_open_is_no_failure_but_one_that_is_gone_is() {
    let open = async |words| {
        let api = FakeApi::refusing(400, words, json!({})).await;
        deliver(&api, TOPIC, &Operation::ReopenTopic).await.unwrap_err()
    };
    assert_eq!(open("Bad Request: TOPIC_NOT_MODIFIED").await, Failure::Unchanged);
    assert!(matches!(open("Bad Request: TOPIC_ID_INVALID").await, Failure::TopicGone(_)));
}

#[tokio::test]
async fn a_change_in_a_closed_topic_says_that_the_topic_is_the_matter() {
    let api = FakeApi::refusing(400, "Bad Request: TOPIC_CLOSED", json!({})).await;
    let edit = Operation::Edit { line: LineId(1), message: loket::domain::message::Message::default() };
    let captioned = Operation::EditCaption { line: LineId(1), caption: "Anders".to_owned() };
    let copied = Operation::Copy { from: standing(ANNA, 4), reply: None };
    for operation in [edit, captioned, copied] {
        let failure = deliver(&api, TOPIC, &operation).await;
        assert!(matches!(failure, Err(Failure::TopicGone(_))), "{failure:?}");
    }
}
