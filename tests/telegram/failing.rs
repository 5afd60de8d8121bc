//! What is known when something was not delivered, and what is never shown.

use std::time::Duration;

use loket::adapters::telegram::{Poller, TelegramMessenger};
use loket::conversation::event::Hindrance;
use loket::domain::delivery::Operation;
use loket::domain::ids::ChatId;
use loket::ports::messenger::Failure;
use serde_json::{Value, json};

use crate::delivering::{ANNA, TOPIC, deliver, send, standing, to};
use crate::fake_api::{FakeApi, TOKEN};

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
async fn what_will_never_arrive_says_why_a_person_can_understand() {
    let copy = Operation::Copy { from: standing(ANNA, 4), reply: None };
    let hindrance = async |code, words: &str| {
        let api = FakeApi::refusing(code, words, json!({})).await;
        match deliver(&api, TOPIC, &copy).await {
            Err(Failure::Hindered(why, _)) => why,
            other => panic!("{words}: {other:?}"),
        }
    };
    assert_eq!(hindrance(413, "Request Entity Too Large").await, Hindrance::TooLarge);
    assert_eq!(hindrance(400, "Bad Request: file is too big").await, Hindrance::TooLarge);
    assert_eq!(hindrance(400, "Bad Request: message can't be copied").await, Hindrance::Unsupported);
    assert_eq!(hindrance(400, "Bad Request: message to copy not found").await, Hindrance::Vanished);
    assert_eq!(hindrance(400, "Bad Request: there are no messages to copy").await, Hindrance::Vanished);
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
async fn an_outage_over_there_is_told_from_a_lost_answer() {
    for api in [
        FakeApi::refusing(500, "Internal Server Error", json!({})).await,
        FakeApi::saying(vec![(502, "<html>Bad Gateway</html>".to_owned())]).await,
    ] {
        let failure = deliver(&api, to(ANNA), &send("Hoi")).await;
        assert!(matches!(failure, Err(Failure::Unwell(_))), "{failure:?}");
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
        FakeApi::refusing(400, &format!("{}{TOKEN}", "x".repeat(185)), json!({})).await,
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
