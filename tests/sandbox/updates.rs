//! How the bot hears of things: long polling, confirming, repeats, webhooks.

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::routing::post;
use axum::{Json, Router};
use loket::sandbox::{SANDBOX_TOKEN, Telegram};
use serde_json::{Value, json};
use tokio::sync::mpsc;

use crate::bot::Bot;

/// Nothing is lost before it is confirmed, and nothing comes back after.
#[tokio::test]
async fn updates_come_again_until_they_are_confirmed() {
    let bot = Bot::in_scene().await;
    let anna = bot.scene.telegram.person(bot.scene.anna);
    anna.writes("Hallo").unwrap();
    anna.writes("Is daar iemand?").unwrap();

    let first = bot.fetches().await;
    assert_eq!(first.len(), 2);
    assert_eq!(bot.fetches().await, first, "not confirmed, so told again");

    let second_id = first[1]["update_id"].as_i64().unwrap();
    let rest = bot.calls("getUpdates", json!({ "offset": second_id })).await;
    assert_eq!(rest[0]["message"]["text"], "Is daar iemand?");
    assert_eq!(rest.as_array().unwrap().len(), 1);

    let nothing = bot.calls("getUpdates", json!({ "offset": second_id + 1 })).await;
    assert_eq!(nothing, json!([]));
    assert!(bot.scene.telegram.pending_updates().is_empty());
}

/// A negative offset skips to the newest.
#[tokio::test]
async fn a_bot_can_skip_what_it_missed() {
    let bot = Bot::in_scene().await;
    let anna = bot.scene.telegram.person(bot.scene.anna);
    for text in ["Eerste", "Tweede", "Derde"] {
        anna.writes(text).unwrap();
    }
    let newest = bot.calls("getUpdates", json!({ "offset": -1 })).await;
    assert_eq!(newest[0]["message"]["text"], "Derde");
    assert_eq!(bot.fetches().await.len(), 1);
}

/// A long poll returns the moment something happens.
#[tokio::test]
async fn a_long_poll_waits_for_the_next_message() {
    let bot = Bot::in_scene().await;
    let james = bot.scene.telegram.person(bot.scene.james);
    let waiting = bot.calls("getUpdates", json!({ "timeout": 50 }));
    let writing = async { james.writes("Hello?").unwrap() };
    let (updates, _) = tokio::join!(waiting, writing);
    assert_eq!(updates[0]["message"]["text"], "Hello?");
    assert_eq!(updates[0]["message"]["from"]["language_code"], "en");
}

/// Only one may poll: the newer one wins.
#[tokio::test]
async fn a_second_poll_turns_the_first_away() {
    let bot = Bot::in_scene().await;
    let telegram = bot.scene.telegram.clone();
    let mut changes = telegram.subscribe();
    let first = bot.is_refused("getUpdates", json!({ "timeout": 50 }));
    let second = async {
        // The first poll shows itself by a change; only then does the second come.
        changes.recv().await.unwrap();
        bot.calls("getUpdates", json!({ "timeout": 0 })).await
    };
    let (refusal, _) = tokio::join!(first, second);
    assert!(refusal.starts_with("Conflict: terminated by other getUpdates request"), "{refusal}");
}

/// Kinds that were not asked for are not kept.
#[tokio::test]
async fn only_allowed_kinds_arrive_and_the_choice_sticks() {
    let bot = Bot::in_scene().await;
    bot.calls("getUpdates", json!({ "allowed_updates": ["callback_query"] })).await;
    let anna = bot.scene.telegram.person(bot.scene.anna);
    anna.writes("Hoort u mij?").unwrap();
    assert!(bot.fetches().await.is_empty());

    bot.calls("getUpdates", json!({ "allowed_updates": ["message", "message_reaction"] })).await;
    let message = anna.writes("En nu?").unwrap();
    anna.reacts(message, "👍").unwrap();
    let heard = bot.fetches().await;
    assert_eq!(heard[0]["message"]["text"], "En nu?");
    assert_eq!(heard[1]["message_reaction"]["new_reaction"][0]["emoji"], "👍");
}

/// The same update can arrive twice, and kinds can arrive that nobody knows.
#[tokio::test]
async fn strange_deliveries_can_be_played() {
    let bot = Bot::in_scene().await;
    let telegram = &bot.scene.telegram;
    telegram.person(bot.scene.anna).writes("Eén keer").unwrap();
    let told = bot.fetches_all().await;
    assert!(telegram.repeat_newest_update());
    let next = told[0]["update_id"].as_i64().unwrap() + 1;
    let again = bot.calls("getUpdates", json!({ "offset": next })).await;
    assert_eq!(again, json!(told), "confirmed, and yet here it is once more");

    let strange = json!({ "something_new": { "a": 1 } });
    telegram.send_raw_update(strange.as_object().unwrap().clone());
    let heard = bot.fetches_all().await;
    let heard = heard.last().unwrap();
    assert_eq!(heard["something_new"]["a"], 1);
    assert_eq!(heard["update_id"].as_i64().unwrap(), next);
}

/// After a day an update is gone for good.
#[tokio::test]
async fn unheard_updates_expire_after_a_day() {
    let bot = Bot::in_scene().await;
    bot.scene.telegram.person(bot.scene.anna).writes("Haast!").unwrap();
    bot.scene.telegram.advance_clock(std::time::Duration::from_hours(24));
    assert!(bot.fetches().await.is_empty());
}

type Delivered = (Option<String>, Value);

async fn receive(
    State(inbox): State<mpsc::UnboundedSender<Delivered>>,
    headers: HeaderMap,
    Json(update): Json<Value>,
) -> StatusCode {
    let secret = headers.get("x-telegram-bot-api-secret-token");
    let secret = secret.map(|value| value.to_str().unwrap().to_owned());
    let is_first = update["message"]["text"] == "Eerste";
    inbox.send((secret, update)).unwrap();
    if is_first && FIRST.swap(false, std::sync::atomic::Ordering::SeqCst) {
        return StatusCode::SERVICE_UNAVAILABLE;
    }
    StatusCode::OK
}

static FIRST: std::sync::atomic::AtomicBool = std::sync::atomic::AtomicBool::new(true);

/// By webhook the order within a chat holds, even when the first delivery fails.
#[tokio::test]
async fn a_webhook_delivers_in_order_and_again_after_a_failure() {
    let (inbox, mut delivered) = mpsc::unbounded_channel();
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let hook = Router::new().route("/hook", post(receive)).with_state(inbox);
    tokio::spawn(async move { axum::serve(listener, hook).await });

    let bot = Bot::in_scene().await;
    let url = format!("http://{address}/hook");
    bot.calls("setWebhook", json!({ "url": url, "secret_token": "geheim" })).await;
    let refusal = bot.is_refused("getUpdates", json!({})).await;
    assert!(refusal.starts_with("Conflict: can't use getUpdates method while webhook is active"));

    let anna = bot.scene.telegram.person(bot.scene.anna);
    anna.writes("Eerste").unwrap();
    anna.writes("Tweede").unwrap();
    let mut texts = Vec::new();
    for _ in 0..3 {
        let (secret, update) = delivered.recv().await.unwrap();
        assert_eq!(secret.as_deref(), Some("geheim"));
        texts.push(update["message"]["text"].as_str().unwrap().to_owned());
    }
    assert_eq!(texts, ["Eerste", "Eerste", "Tweede"]);
    bot.scene.telegram.wait_until(|state| state.pending_updates().is_empty()).await.unwrap();

    bot.calls("deleteWebhook", json!({})).await;
    let info = bot.calls("getWebhookInfo", json!({})).await;
    assert_eq!(info["url"], "");
}

/// The door: token, method, and the ways to pass parameters.
#[tokio::test]
async fn calls_are_taken_in_every_form_the_bot_api_takes() {
    let telegram = Telegram::new(SANDBOX_TOKEN, "EenBot");
    let server = telegram.serve_on_loopback().await.unwrap();
    let http = reqwest::Client::builder().no_proxy().build().unwrap();
    let anna = telegram.add_person("Anna", "nl");
    telegram.person(anna).starts(None).unwrap();
    let base = server.base_url();

    let wrong = http.get(format!("{base}/bot1:WRONG/getMe")).send().await.unwrap();
    assert_eq!(wrong.status(), 401);
    let wrong: Value = wrong.json().await.unwrap();
    assert_eq!(wrong["description"], "Unauthorized");

    let url = |method: &str| format!("{base}/bot{SANDBOX_TOKEN}/{method}");
    let unknown = http.get(url("getNothing")).send().await.unwrap();
    assert_eq!(unknown.status(), 404);

    let send = url("SENDMESSAGE");
    let id = anna.to_string();
    let form = "application/x-www-form-urlencoded";
    let query = format!("{send}?chat_id={id}&text=in+de+regel%21");
    let parts = reqwest::multipart::Form::new().text("chat_id", id.clone()).text("text", "in delen");
    let requests = [
        http.get(query),
        http.post(&send).header("content-type", form).body(format!("chat_id={id}&text=caf%C3%A9")),
        http.post(&send).multipart(parts),
        http.post(&send).json(&json!({ "chat_id": id, "text": "als JSON" })),
    ];
    for request in requests {
        let answer: Value = request.send().await.unwrap().json().await.unwrap();
        assert_eq!(answer["ok"], true, "{answer}");
    }
    let ledger = telegram.ledger();
    assert_eq!(ledger.texts_sent_to(anna), ["in de regel!", "café", "in delen", "als JSON"]);
    server.shutdown().await;
}
