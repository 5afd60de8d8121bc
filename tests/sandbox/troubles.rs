//! Brakes and misfortunes: 429, lost answers, broken lines.

use std::time::Duration;

use loket::sandbox::{Fault, Misfortune};
use serde_json::json;

use crate::bot::Bot;

/// A private chat takes a burst, then one message a second; whoever does not wait is written down.
#[tokio::test]
async fn a_private_chat_has_brakes() {
    let bot = Bot::in_scene().await;
    let telegram = &bot.scene.telegram;
    telegram.stop_clock_at(1_800_000_000_000);
    telegram.person(bot.scene.anna).starts(None).unwrap();
    telegram.person(bot.scene.james).starts(None).unwrap();
    for nth in 0..5 {
        bot.says(bot.scene.anna, &format!("Bericht {nth}")).await;
    }
    let say = json!({ "chat_id": bot.scene.anna, "text": "Nog een" });
    let answer = bot.tries("sendMessage", say.clone()).await.unwrap();
    assert_eq!(answer["error_code"], 429);
    assert_eq!(answer["parameters"]["retry_after"], 1);
    assert_eq!(telegram.ledger().violations, 0, "it could not know");

    assert_eq!(bot.is_refused("sendMessage", say.clone()).await, "Too Many Requests: retry after 1");
    assert_eq!(telegram.ledger().violations, 1);
    bot.says(bot.scene.james, "Others are not held up").await;
    telegram.advance_clock(Duration::from_secs(1));
    bot.calls("sendMessage", say).await;
}

/// A group takes twenty a minute, with edits, pins, and all that is done to topics.
#[tokio::test]
async fn a_group_has_brakes() {
    let bot = Bot::in_scene().await;
    let telegram = &bot.scene.telegram;
    telegram.stop_clock_at(1_800_000_000_000);
    let topic = bot.calls("createForumTopic", json!({ "chat_id": bot.scene.forum, "name": "Zaak" })).await;
    let topic = topic["message_thread_id"].clone();
    let first = bot.says(bot.scene.forum, "Kaart").await;
    let dress = json!({ "chat_id": bot.scene.forum, "message_thread_id": topic, "name": "Zaak ✓" });
    bot.calls("editForumTopic", dress).await;
    bot.calls("closeForumTopic", json!({ "chat_id": bot.scene.forum, "message_thread_id": topic })).await;
    bot.calls("pinChatMessage", json!({ "chat_id": bot.scene.forum, "message_id": first })).await;
    for nth in 0..15 {
        let edit = json!({ "chat_id": bot.scene.forum, "message_id": first, "text": format!("Kaart {nth}") });
        bot.calls("editMessageText", edit).await;
    }
    let answer = bot.tries("sendMessage", json!({ "chat_id": bot.scene.forum, "text": "?" })).await.unwrap();
    assert_eq!(answer["parameters"]["retry_after"], 60);
    telegram.advance_clock(Duration::from_mins(1));
    bot.says(bot.scene.forum, "Weer ruimte").await;
}

/// The answer is lost, the message is not.
#[tokio::test]
async fn an_answer_can_get_lost() {
    let bot = Bot::in_scene().await;
    let telegram = &bot.scene.telegram;
    telegram.person(bot.scene.anna).starts(None).unwrap();
    let say = json!({ "chat_id": bot.scene.anna, "text": "Eén keer graag" });

    telegram.misbehave(Fault::new(Misfortune::AnswerLost).at("sendMessage"));
    bot.tries("sendMessage", say.clone()).await.unwrap_err();
    telegram.misbehave(Fault::new(Misfortune::ConnectionReset).at("send*"));
    bot.tries("sendMessage", say.clone()).await.unwrap_err();
    telegram.misbehave(Fault::new(Misfortune::BrokenJson));
    bot.tries("sendMessage", say.clone()).await.unwrap_err();
    bot.calls("sendMessage", say).await;

    let ledger = telegram.ledger();
    let told: Vec<(bool, bool)> = ledger.calls.iter().map(|call| (call.is_accepted(), call.answered)).collect();
    assert_eq!(told, [(true, false), (false, false), (true, false), (true, true)]);
    assert_eq!(ledger.texts_sent_to(bot.scene.anna).len(), 3);
    assert_eq!(bot.sees(bot.scene.anna).len(), 1 + 3, "the ledger and the screen agree");
}

/// Servers fail in several ways; nothing is carried out then.
#[tokio::test]
async fn servers_can_fail() {
    let bot = Bot::in_scene().await;
    let telegram = &bot.scene.telegram;
    telegram.person(bot.scene.anna).starts(None).unwrap();
    let say = json!({ "chat_id": bot.scene.anna, "text": "Dag" });
    telegram.misbehave(Fault::new(Misfortune::InternalError).at("sendMessage"));
    telegram.misbehave(Fault::new(Misfortune::BadGateway).at("sendMessage"));
    telegram.misbehave(Fault::new(Misfortune::HtmlPage).at("sendMessage"));
    assert_eq!(bot.is_refused("sendMessage", say.clone()).await, "Internal Server Error");
    assert_eq!(bot.is_refused("sendMessage", say.clone()).await, "Bad Gateway");
    let page = bot.http.post(bot.url("sendMessage")).json(&say).send().await.unwrap();
    assert_eq!(page.status(), 502);
    assert!(page.text().await.unwrap().starts_with("<html>"));
    assert_eq!(bot.sees(bot.scene.anna), ["Anna: /start"]);
}

/// Misfortunes can be aimed: at a method, a chat, the n-th call, a share of calls.
#[tokio::test]
async fn misfortunes_strike_where_they_are_aimed() {
    let bot = Bot::in_scene().await;
    let telegram = &bot.scene.telegram;
    telegram.set_limits(None);
    telegram.person(bot.scene.anna).starts(None).unwrap();
    let anna = json!({ "chat_id": bot.scene.anna, "text": "Dag" });
    let desk = json!({ "chat_id": bot.scene.forum, "text": "Dag" });

    telegram.misbehave(Fault::new(Misfortune::ThreadNotFound).in_chat(bot.scene.forum).after(1));
    bot.calls("sendMessage", desk.clone()).await;
    bot.calls("sendMessage", anna.clone()).await;
    assert_eq!(bot.is_refused("sendMessage", desk.clone()).await, "Bad Request: message thread not found");
    bot.calls("sendMessage", desk.clone()).await;

    telegram.misbehave(Fault::new(Misfortune::TopicDeleted));
    assert_eq!(bot.is_refused("sendMessage", desk.clone()).await, "Bad Request: TOPIC_DELETED");
    telegram.misbehave(Fault::new(Misfortune::Blocked));
    assert_eq!(bot.is_refused("sendMessage", anna.clone()).await, "Forbidden: bot was blocked by the user");

    telegram.misbehave(Fault::new(Misfortune::RetryAfter(60)).in_chat(bot.scene.forum));
    bot.is_refused("sendMessage", desk.clone()).await;
    bot.calls("sendMessage", anna.clone()).await;
    assert_eq!(bot.is_refused("sendMessage", desk).await, "Too Many Requests: retry after 60");
    assert_eq!(telegram.ledger().violations, 1);

    telegram.seed_misfortune(7);
    telegram.misbehave(Fault::new(Misfortune::BadGateway).times(1_000).percent(30));
    let before = telegram.ledger().accepted().count();
    for _ in 0..100 {
        bot.tries("sendMessage", anna.clone()).await.unwrap();
    }
    let went_well = telegram.ledger().accepted().count() - before;
    assert!((55..=85).contains(&went_well), "{went_well} of 100");
}
