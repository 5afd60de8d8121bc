//! The addresses that a supervisor and Prometheus ask.

use std::sync::{Arc, Mutex};

use async_trait::async_trait;
use loket::adapters::http::serve_vitals;
use loket::ports::vitals::Vitals;
use reqwest::StatusCode;
use tokio_util::sync::CancellationToken;

use crate::postgres;
use crate::program::{Program, get};

/// Complains of what it is told to.
#[derive(Default)]
struct Patient(Mutex<Vec<String>>);

#[async_trait]
impl Vitals for Patient {
    async fn complaints(&self) -> Vec<String> {
        self.0.lock().unwrap().clone()
    }

    async fn page(&self) -> String {
        "loket_up 1\n# EOF\n".to_owned()
    }
}

#[tokio::test]
async fn who_is_not_well_says_why_and_still_lives() {
    let (patient, stop) = (Arc::new(Patient::default()), CancellationToken::new());
    let vitals = Arc::clone(&patient) as Arc<dyn Vitals>;
    let served = serve_vitals("127.0.0.1:0".parse().unwrap(), vitals, stop.clone()).await.unwrap();
    assert_eq!(get(served.address, "/readyz").await, (StatusCode::OK, "ready\n".to_owned()));
    patient.0.lock().unwrap().push("the database takes nothing in: the disk is full".to_owned());
    let (status, words) = get(served.address, "/readyz").await;
    assert_eq!(
        (status, words.trim()),
        (StatusCode::SERVICE_UNAVAILABLE, "the database takes nothing in: the disk is full")
    );
    assert_eq!(get(served.address, "/healthz").await.0, StatusCode::OK);
    assert_eq!(get(served.address, "/metrics").await, (StatusCode::OK, "loket_up 1\n# EOF\n".to_owned()));
    assert_eq!(get(served.address, "/").await.0, StatusCode::NOT_FOUND);
    stop.cancel();
    served.finished().await.unwrap();
}

#[tokio::test]
async fn a_program_at_work_is_ready_and_counts_until_its_database_fails() {
    let program = Program::begins().await;
    program.is_ready().await;
    let anna = program.scene.telegram.person(program.scene.anna);
    anna.writes("borg voor een lening bmkb").unwrap();
    program.shows(r#"loket_decisions_total{verdict="answer"} 1"#).await;
    let page = program.page().await;
    assert!(page.contains("loket_database_up 1\n") && page.contains("loket_release 1\n"), "{page}");
    assert!(!page.contains("Anna") && !page.contains(&program.scene.anna.0.to_string()), "{page}");

    program.breaks("DROP TABLE replicas").await;
    let (status, words) = program.get("/readyz").await;
    assert_eq!(status, StatusCode::SERVICE_UNAVAILABLE);
    assert!(words.starts_with("the database takes nothing in: "), "{words}");
    assert_eq!(program.get("/healthz").await.0, StatusCode::OK);
    program.breaks("DROP TABLE releases_in_use").await;
    assert!(program.page().await.contains("loket_database_up 0\n"));
    program.ends().await;
}

#[tokio::test]
async fn a_program_that_does_not_know_yet_who_it_is_says_so() {
    let program = Program::begins_without_telegram().await;
    program.lives().await;
    let (status, words) = program.get("/readyz").await;
    assert_eq!(status, StatusCode::SERVICE_UNAVAILABLE);
    assert!(words.contains("Telegram has not said yet who this bot is"), "{words}");
    assert!(program.page().await.contains("loket_database_up 0\n"));
    program.ends().await;
}

/// One of two fetches updates; the other stands by and is as well as the first, also when it has become its turn.
#[tokio::test]
async fn a_program_that_waits_for_its_turn_is_ready_too() {
    let Some(server) = postgres::server() else {
        println!("skipped: no PostgreSQL programs on this machine");
        return;
    };
    let [first, second] = Program::two_begin(&server.fresh_database()).await;
    second.is_ready().await;
    assert_eq!(first.get("/readyz").await, (StatusCode::OK, "ready\n".to_owned()));
    first.ends().await;
    let anna = second.scene.telegram.person(second.scene.anna);
    anna.writes("borg voor een lening bmkb").unwrap();
    second.shows(r#"loket_decisions_total{verdict="answer"} 1"#).await;
    second.is_ready().await;
    second.ends().await;
}
