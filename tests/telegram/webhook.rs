//! Updates that are brought: only by who knows the secret, each kept before it is answered, each handled once.

use std::sync::{Arc, Mutex};

use async_trait::async_trait;
use loket::adapters::http::{Served, serve_webhook};
use loket::ports::intake::{Intake, NotTaken};
use reqwest::{Client, StatusCode};
use tokio_util::sync::CancellationToken;

const SECRET: &str = "abcdefghijklmnopqrstuvwxyz012345";

/// Notes what it takes; refuses when told to.
#[derive(Default)]
struct Notes {
    taken: Mutex<Vec<String>>,
    refuses: Mutex<Option<NotTaken>>,
}

#[async_trait]
impl Intake for Notes {
    async fn take(&self, raw: String) -> Result<(), NotTaken> {
        if let Some(refusal) = self.refuses.lock().unwrap().clone() {
            return Err(refusal);
        }
        self.taken.lock().unwrap().push(raw);
        Ok(())
    }
}

struct Door {
    notes: Arc<Notes>,
    served: Served,
    stop: CancellationToken,
    client: Client,
}

impl Door {
    async fn open() -> Self {
        let (notes, stop) = (Arc::new(Notes::default()), CancellationToken::new());
        let intake = Arc::clone(&notes) as Arc<dyn Intake>;
        let address = "127.0.0.1:0".parse().unwrap();
        let served = serve_webhook(address, "/telegram", SECRET.into(), intake, stop.clone()).await.unwrap();
        Self { notes, served, stop, client: Client::new() }
    }

    async fn bring(&self, secret: Option<&str>, body: impl Into<reqwest::Body>) -> reqwest::Response {
        let request = self.client.post(format!("http://{}/telegram", self.served.address)).body(body);
        let request = match secret {
            Some(secret) => request.header("X-Telegram-Bot-Api-Secret-Token", secret),
            None => request,
        };
        request.send().await.unwrap()
    }

    fn taken(&self) -> usize {
        self.notes.taken.lock().unwrap().len()
    }
}

#[tokio::test]
async fn a_stranger_brings_nothing_in() {
    let door = Door::open().await;
    let forged: Vec<String> = (0..1_000).map(|number| format!("{number:032}")).collect();
    let shorter = SECRET.trim_end_matches('5');
    let near = [shorter, &SECRET.to_uppercase(), &format!("{SECRET}x"), ""].map(str::to_owned);
    for secret in forged.iter().chain(&near) {
        assert_eq!(door.bring(Some(secret), "{}").await.status(), StatusCode::UNAUTHORIZED);
    }
    assert_eq!(door.bring(None, "{}").await.status(), StatusCode::UNAUTHORIZED);
    assert_eq!(door.taken(), 0);
    assert_eq!(door.bring(Some(SECRET), "{}").await.status(), StatusCode::OK);
    assert_eq!(door.taken(), 1);
}

#[tokio::test]
async fn what_can_not_be_kept_is_asked_for_again() {
    let door = Door::open().await;
    for refusal in [NotTaken::Full, NotTaken::NotKept("disk full".to_owned())] {
        *door.notes.refuses.lock().unwrap() = Some(refusal);
        let answer = door.bring(Some(SECRET), "{}").await;
        assert_eq!(answer.status(), StatusCode::SERVICE_UNAVAILABLE);
        assert_eq!(answer.headers()["retry-after"], "10");
    }
    *door.notes.refuses.lock().unwrap() = None;
    assert_eq!(door.bring(Some(SECRET), "{}").await.status(), StatusCode::OK);
}

#[tokio::test]
async fn what_is_too_large_or_elsewhere_is_refused_and_what_is_no_text_is_let_go() {
    let door = Door::open().await;
    let large = door.bring(Some(SECRET), vec![b' '; 1024 * 1024 + 1]).await;
    assert_eq!(large.status(), StatusCode::PAYLOAD_TOO_LARGE);
    assert_eq!(door.bring(Some(SECRET), vec![0xff, 0xfe]).await.status(), StatusCode::OK);
    let elsewhere = door.client.post(format!("http://{}/", door.served.address)).body("{}").send().await.unwrap();
    assert!(elsewhere.status().is_client_error(), "{}", elsewhere.status());
    assert_eq!(door.taken(), 0);
}

#[tokio::test]
async fn it_ends_when_it_is_told_to() {
    let door = Door::open().await;
    assert_eq!(door.bring(Some(SECRET), "{}").await.status(), StatusCode::OK);
    drop(door.client);
    door.stop.cancel();
    door.served.finished().await.unwrap();
}
