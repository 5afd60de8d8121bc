//! Fetching updates: nothing is confirmed before it is stored, and nothing is lost on the way.

use std::time::Duration;

use loket::adapters::telegram::{PollError, Poller};
use serde_json::{Value, json};

use crate::fake_api::FakeApi;

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
