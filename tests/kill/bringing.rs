//! One run: every update is brought five times by webhook, to whichever program, among forgeries.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::routing::post;
use loket::sandbox::{Call, Scene, Server as StandIn, Telegram};
use rand::rngs::StdRng;
use rand::{RngExt as _, SeedableRng as _};
use tempfile::TempDir;
use tokio::net::TcpListener;

use crate::asking::{Asking, NOWHERE};
use crate::killing::{Program, start};
use crate::small_knowledge;

const SEED: u64 = 20_261_129;
const QUESTIONS: usize = 1_000;
const TIMES: usize = 5;
const SECRET: &str = "abcdefghijklmnopqrstuvwxyz012345";
const SECRET_HEADER: &str = "X-Telegram-Bot-Api-Secret-Token";
/// Stands in the place of `NOWHERE` in what nobody asked.
const FORGED: &str = "Vervalst";
/// Of so many updates one is forged too.
const FORGED_EVERY: usize = 4;

/// Brings what the stand-in gives it to the programs, more often than it should.
#[derive(Clone)]
struct Courier {
    client: reqwest::Client,
    doors: Arc<Vec<String>>,
    chance: Arc<Mutex<StdRng>>,
    brought: Arc<AtomicUsize>,
    forged: Arc<AtomicUsize>,
    turned_away: Arc<AtomicUsize>,
}

impl Courier {
    async fn serve(self) -> String {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}/telegram", listener.local_addr().unwrap());
        let router = Router::new().route("/telegram", post(take)).with_state(self);
        tokio::spawn(async move { axum::serve(listener, router).await });
        url
    }

    fn any_door(&self) -> String {
        let which = self.chance.lock().unwrap().random_range(0..self.doors.len());
        self.doors[which].clone()
    }

    /// What somebody says to it; nobody does where no program serves yet, and then it is brought again later.
    async fn bring(&self, secret: &str, body: &str) -> StatusCode {
        let request = self.client.post(self.any_door()).header(SECRET_HEADER, secret).body(body.to_owned());
        request.send().await.map_or(StatusCode::BAD_GATEWAY, |answer| answer.status())
    }

    /// The same words with another number and another place, by somebody who guesses.
    async fn forge(&self, body: &str, number: usize) {
        let body = body.replace(NOWHERE, FORGED).replacen("\"update_id\":", "\"update_id\":9", 1);
        let guesses = [format!("{number:032}"), SECRET.to_uppercase(), SECRET.replace('a', ""), String::new()];
        let guess = &guesses[number / FORGED_EVERY % guesses.len()];
        assert_eq!(self.bring(guess, &body).await, StatusCode::UNAUTHORIZED);
        self.forged.fetch_add(1, Ordering::Relaxed);
    }
}

async fn take(State(courier): State<Courier>, headers: HeaderMap, body: String) -> StatusCode {
    assert_eq!(headers[SECRET_HEADER], SECRET);
    // The scene has things to tell of its own, such as who is in a group.
    let is_question = body.contains(NOWHERE);
    if is_question {
        let number = courier.brought.fetch_add(1, Ordering::Relaxed);
        if number % FORGED_EVERY == 0 {
            courier.forge(&body, number).await;
        }
    }
    let bring = || courier.bring(SECRET, &body);
    let (a, b, c, d) = tokio::join!(bring(), bring(), bring(), bring());
    let answers = [a, b, c, d, bring().await];
    assert_eq!(answers.len(), TIMES);
    let refusal = answers.into_iter().find(|answer| !answer.is_success());
    if is_question && refusal.is_some() {
        courier.turned_away.fetch_add(1, Ordering::Relaxed);
    }
    refusal.unwrap_or(StatusCode::OK)
}

/// Programs to which updates are brought.
pub(crate) struct Bringing {
    telegram: Telegram,
    _stand_in: StandIn,
    knowledge: TempDir,
    courier: Courier,
    programs: Vec<Program>,
}

impl Bringing {
    pub(crate) async fn new((variable, value): (&str, &str), programs: usize) -> Self {
        let telegram = Scene::default().telegram;
        telegram.set_limits(None);
        let stand_in = telegram.serve_on_loopback().await.unwrap();
        let knowledge = tempfile::tempdir().unwrap();
        small_knowledge::write_into(knowledge.path());
        let addresses: Vec<String> = (0..programs).map(|_| free_address()).collect();
        let courier = Courier {
            client: reqwest::Client::builder().no_proxy().build().unwrap(),
            doors: Arc::new(addresses.iter().map(|address| format!("http://{address}/telegram")).collect()),
            chance: Arc::new(Mutex::new(StdRng::seed_from_u64(SEED))),
            brought: Arc::default(),
            forged: Arc::default(),
            turned_away: Arc::default(),
        };
        let url = courier.clone().serve().await;
        let run = |address: &String| {
            let settings = [
                (variable, value),
                ("LOKET_WEBHOOK_URL", &url),
                ("LOKET_WEBHOOK_SECRET", SECRET),
                ("LOKET_HTTP_ADDR", address),
            ];
            start(&stand_in.base_url(), knowledge.path(), &settings)
        };
        let programs = addresses.iter().map(run).collect();
        Self { telegram, _stand_in: stand_in, knowledge, courier, programs }
    }

    /// Each program serves its door before it tells Telegram where that is.
    async fn all_are_open(&self) {
        let told = |call: &&Call| call.is_accepted() && call.method.eq_ignore_ascii_case("setWebhook");
        let all = self.programs.len();
        self.telegram.wait_until(|state| state.ledger().calls.iter().filter(told).count() >= all).await.unwrap();
    }

    pub(crate) async fn play(mut self) {
        self.all_are_open().await;
        let mut chance = StdRng::seed_from_u64(SEED);
        let mut asking = Asking::new(&self.telegram);
        for _ in 0..QUESTIONS {
            asking.ask(&mut chance);
        }
        asking.wait_for_all().await;
        asking.assert_in_order();
        let count = |counter: &AtomicUsize| counter.load(Ordering::Relaxed);
        let (brought, forged) = (count(&self.courier.brought), count(&self.courier.forged));
        let turned_away = count(&self.courier.turned_away);
        let repeats = asking.repeats();
        println!(
            "{brought} updates brought {TIMES} times each: {repeats} repeated; {turned_away} turned away; {forged} forged: all refused"
        );
        // Each program tells the stand-in where it is; what was on its way then is brought once more.
        assert!(brought >= QUESTIONS);
        assert_eq!((repeats, turned_away), (0, 0));
        assert!(forged >= QUESTIONS / FORGED_EVERY);
        let ledger = self.telegram.ledger();
        assert!(!ledger.accepted().any(|call| call.text.as_ref().is_some_and(|text| text.contains(FORGED))));
        self.programs.iter_mut().for_each(Program::stop);
        drop(self.knowledge);
    }
}

fn free_address() -> String {
    std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().to_string()
}
