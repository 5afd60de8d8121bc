//! What is arranged with Telegram at the start.

use loket::adapters::telegram::{Audience, Bot, MenuCommand, Patience, SetupError, Webhook};
use loket::domain::language::Language;
use secrecy::SecretString;
use serde_json::{Value, json};

use crate::fake_api::{FakeApi, Heard};

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
    let heard: Vec<Value> = api.heard().iter().map(Heard::json).collect();
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
