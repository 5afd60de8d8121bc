//! The real program is killed a hundred times under load, without a word, at moments nobody chose.
//!
//! The stand-in for Telegram lives on in this process and keeps its own book of what it accepted. At the end: every
//! message is answered, none more often than the kills explain, each client in order, and the database is whole.
//! Ten minutes of chaos: `LOKET_CHAOS_SECONDS=600 cargo test --test kill three_replicas -- --nocapture`.

#[cfg(test)]
mod asking;
#[cfg(test)]
mod bringing;
#[cfg(test)]
mod chaos;
#[cfg(test)]
mod door;
#[cfg(test)]
mod killing;
#[cfg(test)]
#[path = "../support/postgres.rs"]
#[expect(dead_code, reason = "the contract suite asks more of the server than this test")]
mod postgres;
#[cfg(test)]
mod releasing;
#[cfg(test)]
mod small_knowledge;
#[cfg(test)]
mod witness;

use std::time::Duration;

use bringing::Bringing;
use chaos::Chaos;
use killing::Killing;
use releasing::Releasing;

const KILLS: usize = 100;
/// How long the three programs have misfortunes; `LOKET_CHAOS_SECONDS` says otherwise.
const CHAOS: Duration = Duration::from_secs(30);

/// Killed, frozen and woken at random, three programs lose nothing, claim nothing twice, and keep everybody's order.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn three_replicas_lose_nothing_in_chaos() {
    let Some(server) = postgres::server() else {
        println!("skipped: no PostgreSQL programs on this machine");
        return;
    };
    Chaos::new(server.fresh_database()).await.play(length_of_chaos()).await;
}

#[expect(clippy::disallowed_methods, reason = "no setting of Loket: how long this test takes")]
fn length_of_chaos() -> Duration {
    let asked = std::env::var("LOKET_CHAOS_SECONDS").ok().and_then(|seconds| seconds.parse().ok());
    asked.map_or(CHAOS, Duration::from_secs)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_hundred_kills_lose_nothing_on_sqlite() {
    let data = tempfile::tempdir().unwrap();
    let folder = data.path().to_str().unwrap().to_owned();
    let killing = Killing::new(("LOKET_DATA", folder)).await;
    killing.play(KILLS).await;
    let file = data.path().join("loket.db");
    let options = sqlx::sqlite::SqliteConnectOptions::new().filename(file);
    let mut database = sqlx::ConnectOptions::connect(&options).await.unwrap();
    let whole: String = sqlx::query_scalar("PRAGMA integrity_check").fetch_one(&mut database).await.unwrap();
    assert_eq!(whole, "ok");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_hundred_kills_lose_nothing_on_postgresql() {
    let Some(server) = postgres::server() else {
        println!("skipped: no PostgreSQL programs on this machine");
        return;
    };
    Killing::new(("DATABASE_URL", server.fresh_database())).await.play(KILLS).await;
}

/// A publish that is killed leaves the old release in use or the new one, whole, and the house answers from it.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_hundred_killed_publishes_leave_a_whole_release() {
    let data = tempfile::tempdir().unwrap();
    let folder = data.path().to_str().unwrap().to_owned();
    Releasing::new(("LOKET_DATA", folder)).play(KILLS).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn killed_publishes_leave_a_whole_release_on_postgresql() {
    let Some(server) = postgres::server() else {
        println!("skipped: no PostgreSQL programs on this machine");
        return;
    };
    Releasing::new(("DATABASE_URL", server.fresh_database())).play(KILLS / 4).await;
}

/// Brought by webhook, five times each and to any of three programs, every update is answered once; a forged one never.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_thousand_updates_brought_five_times_are_answered_once() {
    let data = tempfile::tempdir().unwrap();
    match postgres::server() {
        Some(server) => Bringing::new(("DATABASE_URL", &server.fresh_database()), 3).await.play().await,
        None => Bringing::new(("LOKET_DATA", data.path().to_str().unwrap()), 1).await.play().await,
    }
}
