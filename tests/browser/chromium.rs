//! Chromium, driven over its `DevTools` protocol: ten methods of it, over one WebSocket.

use std::collections::HashMap;
use std::env;
use std::io::{BufRead as _, BufReader};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use futures_util::{SinkExt as _, StreamExt as _};
use serde_json::{Value, json};
use tempfile::TempDir;
use tokio::sync::{mpsc, oneshot};
use tokio::time::timeout;
use tokio_tungstenite::connect_async;
use tokio_tungstenite::tungstenite::Message;

/// Generous: it only matters when something is broken.
const PATIENCE: Duration = Duration::from_mins(3);

/// The browser of this machine.
pub(crate) fn program() -> Option<PathBuf> {
    let names = ["chromium", "chromium-browser", "google-chrome"];
    let folders: Vec<PathBuf> = env::split_paths(&env::var_os("PATH").unwrap_or_default()).collect();
    let asked = env::var_os("CHROMIUM").map(PathBuf::from);
    let found = names.iter().flat_map(|name| folders.iter().map(move |folder| folder.join(name)));
    asked.into_iter().chain(found).find(|file| file.is_file())
}

/// What the browser told of its own accord.
#[derive(Debug, Default)]
pub(crate) struct Heard {
    /// Addresses that were asked for.
    pub(crate) requests: Vec<String>,
    /// Errors of scripts, and what the content policy refused.
    pub(crate) complaints: Vec<String>,
}

/// A browser with an empty profile.
pub(crate) struct Chromium {
    process: Child,
    _profile: TempDir,
    to_browser: mpsc::UnboundedSender<(Value, oneshot::Sender<Value>)>,
    heard: Arc<Mutex<Heard>>,
}

impl Drop for Chromium {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

impl Chromium {
    pub(crate) async fn start() -> Self {
        let profile = tempfile::tempdir().unwrap();
        // As root, which is how containers run, the sandbox of Chromium refuses to work.
        let mut process = Command::new(program().unwrap())
            .args(["--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars"])
            .args(["--no-first-run", "--disable-background-networking", "--disable-component-update"])
            .args(["--lang=en-GB", "--remote-debugging-port=0", "about:blank"])
            .arg(format!("--user-data-dir={}", profile.path().display()))
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(process.stderr.take().unwrap()).lines().map_while(Result::ok);
        let address = lines.find_map(|line| Some(line.split_once("listening on ")?.1.to_owned())).unwrap();
        // Somebody must read on, or the browser waits for them.
        std::thread::spawn(move || lines.for_each(drop));
        let heard = Arc::default();
        let to_browser = connect(&address, &heard).await;
        Self { process, _profile: profile, to_browser, heard }
    }

    /// Calls a method, in a session or of the browser itself.
    pub(crate) async fn call(&self, session: Option<&str>, method: &str, params: Value) -> Value {
        let (tell, told) = oneshot::channel();
        let mut call = json!({ "method": method, "params": params });
        if let Some(session) = session {
            call["sessionId"] = json!(session);
        }
        self.to_browser.send((call, tell)).unwrap();
        let answer = timeout(PATIENCE, told).await.unwrap_or_else(|_| panic!("{method} was not answered"));
        let answer = answer.unwrap_or_else(|_| panic!("the browser went away at {method}"));
        assert!(answer.get("error").is_none(), "{method}: {}", answer["error"]);
        answer["result"].clone()
    }

    pub(crate) fn heard<R>(&self, look: impl FnOnce(&Heard) -> R) -> R {
        look(&self.heard.lock().unwrap())
    }
}

async fn connect(address: &str, heard: &Arc<Mutex<Heard>>) -> mpsc::UnboundedSender<(Value, oneshot::Sender<Value>)> {
    let (socket, _) = connect_async(address).await.unwrap();
    let (mut out, mut back) = socket.split();
    let (to_browser, mut calls) = mpsc::unbounded_channel::<(Value, oneshot::Sender<Value>)>();
    let waiting: Arc<Mutex<HashMap<u64, oneshot::Sender<Value>>>> = Arc::default();
    let asked = Arc::clone(&waiting);
    tokio::spawn(async move {
        let mut number = 0_u64;
        while let Some((mut call, tell)) = calls.recv().await {
            number += 1;
            call["id"] = json!(number);
            asked.lock().unwrap().insert(number, tell);
            if out.send(Message::text(call.to_string())).await.is_err() {
                return;
            }
        }
    });
    let heard = Arc::clone(heard);
    tokio::spawn(async move {
        while let Some(Ok(message)) = back.next().await {
            let Ok(text) = message.to_text() else { continue };
            let Ok(told) = serde_json::from_str::<Value>(text) else { continue };
            match told["id"].as_u64().and_then(|number| waiting.lock().unwrap().remove(&number)) {
                // Whoever asked may have given up.
                Some(tell) => drop(tell.send(told)),
                None => note(&mut heard.lock().unwrap(), &told),
            }
        }
    });
    to_browser
}

fn note(heard: &mut Heard, told: &Value) {
    let params = &told["params"];
    match told["method"].as_str().unwrap_or_default() {
        "Network.requestWillBeSent" => {
            heard.requests.push(params["request"]["url"].as_str().unwrap_or_default().to_owned());
        }
        "Network.webSocketCreated" => heard.requests.push(params["url"].as_str().unwrap_or_default().to_owned()),
        "Runtime.exceptionThrown" => heard.complaints.push(params["exceptionDetails"].to_string()),
        "Log.entryAdded" if params["entry"]["level"] == "error" => {
            heard.complaints.push(format!("{} {}", params["entry"]["text"], params["entry"]["url"]));
        }
        _ => {}
    }
}
