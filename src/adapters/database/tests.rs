//! What only shows from inside: a full disk, a held file, a row that nobody can read.

use std::path::Path;
use std::time::Duration;

use sqlx::{Connection, SqliteConnection};

use super::{Database, Engine, OpenError, sqlite};
use crate::domain::delivery::{Lane, Operation, Outgoing, Urgency};
use crate::domain::ids::{ClientId, LineId};
use crate::domain::message::{Message, Rich};
use crate::domain::moment::Moment;
use crate::ports::lease::{Fence, Terms};
use crate::ports::store::{Backlog, Commit, Store, StoreError};

const ANNA: ClientId = ClientId(7);
const NOW: Moment = Moment::from_millis(0);
const IMPATIENT: Duration = Duration::from_millis(20);

async fn open(folder: &Path) -> Database {
    let engine = Engine::Sqlite(sqlite::open(folder, IMPATIENT).await.unwrap());
    Database::with(engine)
}

/// Somebody else looks at the file of the same database.
async fn beside(folder: &Path) -> SqliteConnection {
    SqliteConnection::connect(&format!("sqlite://{}", folder.join("loket.db").display())).await.unwrap()
}

fn commit(client: ClientId, based_on: i64, state: &str) -> Commit {
    let message = Message::new(Rich::plain("dag"));
    let operation = Operation::Send { message, quiet: false, reply: None, joins: false };
    let line = LineId(based_on + 1);
    Commit {
        now: NOW,
        based_on,
        client,
        state: state.to_owned(),
        last_contact: NOW,
        handled: vec![],
        set_timers: vec![],
        clear_timers: vec![],
        transcript: vec![],
        corrected: None,
        case: None,
        boards: vec![],
        leaves_topic: None,
        outgoing: vec![Outgoing { client, line, lane: Lane::Client(client), operation, urgency: Urgency::Now }],
        happened: vec![],
    }
}

#[tokio::test]
async fn a_full_disk_leaves_nothing_half_done_and_passes() {
    let folder = tempfile::tempdir().unwrap();
    let store = open(folder.path()).await;
    store.commit(&commit(ANNA, 0, "klein")).await.unwrap();
    let Engine::Sqlite(file) = &store.engine else { unreachable!() };
    let pages: i64 = sqlx::query_scalar("PRAGMA page_count").fetch_one(&file.writer).await.unwrap();
    let limit = format!("PRAGMA max_page_count = {}", pages + 2);
    sqlx::query(sqlx::AssertSqlSafe(limit)).execute(&file.writer).await.unwrap();

    let refused = store.commit(&commit(ANNA, 1, &"groot".repeat(50_000))).await;
    assert!(matches!(refused, Err(StoreError::Unavailable(_))), "{refused:?}");
    assert_eq!(store.load(ANNA).await.unwrap().unwrap().state, "klein");
    assert_eq!(store.backlog().await.unwrap(), Backlog { outbox: 1, oldest_row: Some(NOW), ..Backlog::default() });

    sqlx::query("PRAGMA max_page_count = 1000000").execute(&file.writer).await.unwrap();
    store.commit(&commit(ANNA, 1, &"groot".repeat(50_000))).await.unwrap();
    assert_eq!(store.backlog().await.unwrap(), Backlog { outbox: 2, oldest_row: Some(NOW), ..Backlog::default() });
}

#[tokio::test]
async fn a_held_file_is_worth_another_try() {
    let folder = tempfile::tempdir().unwrap();
    let store = open(folder.path()).await;
    let mut other = beside(folder.path()).await;
    sqlx::query("BEGIN EXCLUSIVE").execute(&mut other).await.unwrap();
    let refused = store.commit(&commit(ANNA, 0, "x")).await;
    assert!(matches!(refused, Err(StoreError::Unavailable(_))), "{refused:?}");
    let locked = sqlite::open(folder.path(), IMPATIENT).await.unwrap_err();
    assert_eq!(locked, OpenError::Locked(folder.path().join("loket.db")));
    sqlx::query("ROLLBACK").execute(&mut other).await.unwrap();
    store.commit(&commit(ANNA, 0, "x")).await.unwrap();
}

/// Somebody is dropped in the middle of a job: the next one finds a clean table.
#[tokio::test]
async fn a_job_that_is_dropped_half_way_is_undone() {
    let folder = tempfile::tempdir().unwrap();
    let store = open(folder.path()).await;
    let mut session = store.write().await.unwrap();
    super::conversations::lock(&mut session, ANNA).await.unwrap();
    drop(session);
    assert_eq!(store.load(ANNA).await.unwrap(), None);
    store.commit(&commit(ANNA, 0, "x")).await.unwrap();
}

/// After an upgrade, say. It must not keep the others in the house.
#[tokio::test]
async fn a_row_that_nobody_can_read_is_given_up() {
    let folder = tempfile::tempdir().unwrap();
    let store = open(folder.path()).await;
    store.commit(&commit(ANNA, 0, "x")).await.unwrap();
    store.commit(&commit(ClientId(8), 0, "y")).await.unwrap();
    let broken = "UPDATE outbox SET operation = '{\"sing\":{}}' WHERE client = 7";
    sqlx::query(broken).execute(&mut beside(folder.path()).await).await.unwrap();

    let claimed = store.claim_outgoing(NOW, Terms { by: Fence::NONE, length: IMPATIENT }, 9).await.unwrap();
    assert_eq!(claimed.iter().map(|row| row.outgoing.client).collect::<Vec<_>>(), [ClientId(8)]);
    assert_eq!(
        store.backlog().await.unwrap(),
        Backlog { outbox: 1, oldest_row: Some(NOW), dead: 1, ..Backlog::default() }
    );
}
