//! Who is in a group, and answers that only one of them sees.

use loket::adapters::telegram::TelegramMessenger;
use loket::domain::ids::{CaseNumber, PersonId, ThreadId};
use loket::domain::message::{Action, Button, Message, Rich, Style};
use loket::ports::messenger::{Destination, Failure, Messenger};
use serde_json::{Value, json};

use crate::delivering::{DESK, TOPIC};
use crate::fake_api::FakeApi;

const BORIS: PersonId = PersonId(601);

async fn is_member(api: &FakeApi) -> Result<Option<bool>, Failure> {
    TelegramMessenger::new(api.bot()).is_member(DESK, BORIS).await
}

#[tokio::test]
async fn telegram_says_who_is_in_the_group() {
    let says = async |member: Value| {
        let api = FakeApi::giving(member).await;
        let said = is_member(&api).await.unwrap();
        let call = api.only_call();
        assert_eq!(
            (call.method.as_str(), call.json()),
            ("GetChatMember", json!({ "chat_id": -100_200, "user_id": 601 }))
        );
        said
    };
    for status in ["creator", "administrator", "member"] {
        assert_eq!(says(json!({ "status": status })).await, Some(true), "{status}");
    }
    for status in ["left", "kicked"] {
        assert_eq!(says(json!({ "status": status })).await, Some(false), "{status}");
    }
    assert_eq!(says(json!({ "status": "restricted", "is_member": true })).await, Some(true));
    assert_eq!(says(json!({ "status": "restricted", "is_member": false })).await, Some(false));
}

#[tokio::test]
async fn what_telegram_does_not_say_is_not_guessed() {
    for member in [json!({ "status": "of_next_year" }), json!({}), json!("odd")] {
        assert_eq!(is_member(&FakeApi::giving(member.clone()).await).await, Ok(None), "{member}");
    }
    let unknown = is_member(&FakeApi::refusing(400, "Bad Request: PARTICIPANT_ID_INVALID", json!({})).await).await;
    assert!(matches!(unknown, Err(Failure::Refused(_))), "{unknown:?}");
    let kicked = FakeApi::refusing(403, "Forbidden: bot was kicked from the supergroup chat", json!({})).await;
    assert!(matches!(is_member(&kicked).await, Err(Failure::NotAllowed(_))));
    let unheard = is_member(&FakeApi::hanging_up().await).await;
    assert!(matches!(unheard, Err(Failure::Unknown(_))), "{unheard:?}");
}

fn found() -> Message {
    let take = Button { label: "Ik pak hem".to_owned(), action: Action::Take(CaseNumber(31)) };
    Message::new(Rich::plain("🔎 ").then(Style::Bold, "BMKB")).row(vec![take])
}

async fn answer(api: &FakeApi, to: Destination) -> Result<(), Failure> {
    TelegramMessenger::new(api.bot()).answer_privately(to, BORIS, &found()).await
}

#[tokio::test]
async fn an_answer_for_one_is_seen_by_one() {
    let api = FakeApi::giving(json!({ "message_id": 0, "ephemeral_message_id": 5 })).await;
    answer(&api, TOPIC).await.unwrap();
    let call = api.only_call();
    assert_eq!(call.method, "SendMessage");
    assert_eq!(
        call.json(),
        json!({
            "chat_id": -100_200, "message_thread_id": 77,
            "text": "🔎 BMKB", "entities": [{ "type": "bold", "offset": 3, "length": 4 }],
            "link_preview_options": { "is_disabled": true }, "disable_notification": true,
            "reply_markup": { "inline_keyboard": [[{ "text": "Ik pak hem", "callback_data": "c:31" }]] },
            "ephemeral_message_parameters": { "receiver_user_id": 601 },
        })
    );
}

#[tokio::test]
async fn in_general_it_names_no_topic() {
    let api = FakeApi::giving(json!(true)).await;
    answer(&api, Destination { chat: DESK, thread: Some(ThreadId(1)) }).await.unwrap();
    assert_eq!(api.only_call().json().get("message_thread_id"), None);
}

#[tokio::test]
async fn where_that_can_not_be_everybody_sees_it() {
    let no = json!({ "ok": false, "error_code": 400, "description": "Bad Request: not here" }).to_string();
    let yes = json!({ "ok": true, "result": { "message_id": 12 } }).to_string();
    let api = FakeApi::saying(vec![(400, no), (200, yes)]).await;
    answer(&api, TOPIC).await.unwrap();
    let heard: Vec<Value> = api.heard().iter().map(crate::fake_api::Heard::json).collect();
    let [for_one, for_all] = &heard[..] else { panic!("two calls: {heard:?}") };
    assert_eq!(for_all.get("ephemeral_message_parameters"), None);
    assert_eq!((&for_one["text"], &for_one["reply_markup"]), (&for_all["text"], &for_all["reply_markup"]));
}

#[tokio::test]
async fn an_answer_that_may_have_arrived_is_not_shown_to_all_as_well() {
    for api in [FakeApi::hanging_up().await, FakeApi::refusing(429, "Too Many Requests", json!({})).await] {
        answer(&api, TOPIC).await.unwrap_err();
        assert!(api.heard().len() <= 1);
    }
}

#[tokio::test]
async fn two_refusals_are_a_failure() {
    let api = FakeApi::refusing(400, "Bad Request: message thread not found", json!({})).await;
    assert!(matches!(answer(&api, TOPIC).await, Err(Failure::TopicGone(_))));
    assert_eq!(api.heard().len(), 2);
}
