//! A Bot API that says what a test wants it to say, and remembers what it heard.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::Router;
use axum::body::Bytes;
use axum::http::{StatusCode, Uri};
use loket::adapters::telegram::{Bot, Patience};
use secrecy::SecretString;
use serde_json::{Value, json};
use tokio::io::AsyncReadExt;
use tokio::net::TcpListener;

/// The token of every bot here; no error may ever show it.
pub(crate) const TOKEN: &str = "42:canary-that-must-never-sing";

/// Longer than any answer on this machine takes.
const LONG: Duration = Duration::from_secs(30);

/// A call as it was heard.
#[derive(Clone, Debug)]
pub(crate) struct Heard {
    pub(crate) method: String,
    /// As words: bytes that are none are shown by a sign.
    pub(crate) body: String,
}

impl Heard {
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap()
    }
}

pub(crate) struct FakeApi {
    url: String,
    heard: Arc<Mutex<Vec<Heard>>>,
    /// How long a bot waits for an answer here.
    patience: Duration,
}

impl FakeApi {
    /// Says yes to everything, with this result.
    pub(crate) async fn giving(result: Value) -> Self {
        Self::saying(vec![(200, json!({ "ok": true, "result": result }).to_string())]).await
    }

    /// Says no to everything, as Telegram does.
    pub(crate) async fn refusing(code: u16, description: &str, parameters: Value) -> Self {
        let answer = json!({ "ok": false, "error_code": code, "description": description, "parameters": parameters });
        Self::saying(vec![(code, answer.to_string())]).await
    }

    /// Says these things in turn, and the last one from then on.
    pub(crate) async fn saying(answers: Vec<(u16, String)>) -> Self {
        let heard = Arc::new(Mutex::new(Vec::new()));
        let notes = Arc::clone(&heard);
        let answer = move |uri: Uri, body: Bytes| async move {
            let mut notes = notes.lock().unwrap();
            let method = uri.path().strip_prefix(&format!("/bot{TOKEN}/")).unwrap().to_owned();
            notes.push(Heard { method, body: String::from_utf8_lossy(&body).into_owned() });
            let (status, body) = answers[(notes.len() - 1).min(answers.len() - 1)].clone();
            (StatusCode::from_u16(status).unwrap(), body)
        };
        Self { url: serve(Router::new().fallback(answer)).await, heard, patience: LONG }
    }

    /// Takes every call and never answers.
    pub(crate) async fn silent() -> Self {
        let url = serve(Router::new().fallback(std::future::pending::<()>)).await;
        Self { url, heard: Arc::default(), patience: Duration::from_millis(50) }
    }

    /// Hangs up in the middle of every call.
    pub(crate) async fn hanging_up() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        tokio::spawn(async move {
            while let Ok((mut line, _)) = listener.accept().await {
                let _ = line.read_u8().await;
            }
        });
        Self { url, heard: Arc::default(), patience: LONG }
    }

    /// Nobody is there.
    pub(crate) async fn absent() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        Self { url, heard: Arc::default(), patience: LONG }
    }

    /// Speaks without encryption where encryption was expected.
    pub(crate) async fn without_tls() -> Self {
        let plain = Self::giving(json!(true)).await;
        Self { url: plain.url.replace("http://", "https://"), ..plain }
    }

    /// A bot that talks to this API.
    pub(crate) fn bot(&self) -> Bot {
        let patience = Patience { connect: LONG, send: self.patience, poll: Duration::from_secs(50) };
        Bot::new(&self.url, SecretString::from(TOKEN), patience).unwrap()
    }

    pub(crate) fn heard(&self) -> Vec<Heard> {
        self.heard.lock().unwrap().clone()
    }

    /// The one call that was made.
    pub(crate) fn only_call(&self) -> Heard {
        let heard = self.heard();
        assert_eq!(heard.len(), 1, "{heard:?}");
        heard[0].clone()
    }
}

async fn serve(router: Router) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(async move { axum::serve(listener, router).await });
    url
}
