//! A bot that does nothing by itself: the test is its head.

use loket::sandbox::{SANDBOX_TOKEN, Scene, Server};
use serde_json::{Value, json};

/// A scene that is being served, and a bot that calls it.
pub(crate) struct Bot {
    pub(crate) scene: Scene,
    pub(crate) server: Server,
    pub(crate) http: reqwest::Client,
}

impl Bot {
    /// The scene as a newcomer finds it, with the news of the beginning already read.
    pub(crate) async fn in_scene() -> Self {
        let scene = Scene::default();
        let server = scene.telegram.serve_on_loopback().await.unwrap();
        let bot = Self { scene, server, http: reqwest::Client::builder().no_proxy().build().unwrap() };
        bot.fetches_all().await;
        bot
    }

    pub(crate) fn url(&self, method: &str) -> String {
        format!("{}/bot{SANDBOX_TOKEN}/{method}", self.server.base_url())
    }

    /// The whole answer to a call, or why there is none.
    pub(crate) async fn tries(&self, method: &str, params: Value) -> reqwest::Result<Value> {
        let request = self.http.post(self.url(method)).json(&params);
        request.send().await?.json().await
    }

    /// The result of a call that succeeds.
    pub(crate) async fn calls(&self, method: &str, params: Value) -> Value {
        let answer = self.tries(method, params).await.unwrap();
        assert_eq!(answer["ok"], true, "{method}: {answer}");
        answer["result"].clone()
    }

    /// The description of a call that is refused.
    pub(crate) async fn is_refused(&self, method: &str, params: Value) -> String {
        let answer = self.tries(method, params).await.unwrap();
        assert_eq!(answer["ok"], false, "{method} went well: {answer}");
        answer["description"].as_str().unwrap().to_owned()
    }

    /// Sends a text and gives its number.
    pub(crate) async fn says(&self, chat: impl Into<loket::sandbox::ChatId>, text: &str) -> i64 {
        let params = json!({ "chat_id": chat.into(), "text": text });
        let message = self.calls("sendMessage", params).await;
        message["message_id"].as_i64().unwrap()
    }

    /// Fetches what waits, without confirming it.
    pub(crate) async fn fetches(&self) -> Vec<Value> {
        let updates = self.calls("getUpdates", json!({})).await;
        updates.as_array().unwrap().clone()
    }

    /// Fetches what waits, and confirms it.
    pub(crate) async fn fetches_all(&self) -> Vec<Value> {
        let updates = self.fetches().await;
        if let Some(last) = updates.last() {
            let offset = last["update_id"].as_i64().unwrap() + 1;
            self.calls("getUpdates", json!({ "offset": offset })).await;
        }
        updates
    }

    /// What a chat shows: a line per message that is still there.
    pub(crate) fn sees(&self, chat: impl Into<loket::sandbox::ChatId>) -> Vec<String> {
        let view = self.scene.telegram.chat_view(chat, None);
        let present = view.into_iter().filter(|message| !message.deleted);
        present.map(|message| format!("{}: {}", message.author, message.text)).collect()
    }
}
