//! A database that can't be used is refused in one sentence that says what to do.

use std::fs;
use std::path::Path;

use loket::adapters::database::{Database, OpenError};
use loket::ports::store::{Commit, Store, StoreError};
use sqlx::{Connection, PgConnection, SqliteConnection};

use crate::postgres::{PASSWORD, Server, USER};
use crate::stage::{ANNA, CHRIS, LEASE, MANY, at, claim, commit, says, update};

/// Everything committed is there after a restart, and a second process may open the file too.
pub(crate) async fn what_was_kept_is_there_after_a_restart(folder: &Path) {
    let store = Database::in_folder(folder).await.unwrap();
    store.commit(&commit(ANNA, 0)).await.unwrap();
    store.close().await;
    let again = Database::in_folder(folder).await.unwrap();
    let beside = Database::in_folder(folder).await.unwrap();
    beside.commit(&commit(ANNA, 1)).await.unwrap();
    assert_eq!(again.load(ANNA).await.unwrap().unwrap().version, 2);
}

/// Nobody waits for the leases of a program that is gone; of one that still works, nobody takes anything.
pub(crate) async fn what_a_killed_program_held_is_free_at_once(folder: &Path) {
    let killed = Database::in_folder(folder).await.unwrap();
    killed.receive(&[update(1, ANNA, "hoi")]).await.unwrap();
    killed.commit(&Commit { outgoing: vec![says(CHRIS, 1, "dag")], ..commit(CHRIS, 0) }).await.unwrap();
    killed.claim_updates(at(0), LEASE, MANY).await.unwrap();
    claim(&killed, at(0)).await;
    let beside = Database::in_folder(folder).await.unwrap();
    assert!(beside.claim_updates(at(1), LEASE, MANY).await.unwrap().is_empty());
    let visitor = Database::beside_in_folder(folder).await.unwrap();
    assert!(visitor.claim_updates(at(1), LEASE, MANY).await.unwrap().is_empty());
    drop((killed, beside));
    // A visitor who is still there keeps nobody from taking over.

    let next = Database::in_folder(folder).await.unwrap();
    assert_eq!(next.claim_updates(at(1), LEASE, MANY).await.unwrap()[0].attempts, 2);
    assert!(claim(&next, at(1)).await[0].uncertain, "it may have been sent");
}

pub(crate) async fn many_may_open_a_new_folder_at_once(folder: &Path) {
    let folder = folder.join("a/new/one");
    let opened = (0..6).map(|_| {
        let folder = folder.clone();
        tokio::spawn(async move { Database::in_folder(&folder).await })
    });
    for store in opened.collect::<Vec<_>>() {
        let store = store.await.unwrap().unwrap();
        store.receive(&[update(1, ANNA, "hoi")]).await.unwrap();
    }
}

pub(crate) async fn a_file_that_is_no_database_is_refused(folder: &Path) {
    fs::write(folder.join("loket.db"), "Beste klant, hierbij de factuur.\n".repeat(500)).unwrap();
    let refused = Database::in_folder(folder).await.unwrap_err();
    assert_eq!(refused, OpenError::NotADatabase(folder.join("loket.db")));
    assert!(refused.to_string().ends_with("restore a backup, or move the file away to begin anew"), "{refused}");
    let kept = fs::read_to_string(folder.join("loket.db")).unwrap();
    assert!(kept.starts_with("Beste klant"), "what was there is not touched");
}

pub(crate) async fn a_damaged_database_is_refused(folder: &Path) {
    let store = Database::in_folder(folder).await.unwrap();
    store.commit(&commit(ANNA, 0)).await.unwrap();
    store.close().await;
    let mut bytes = fs::read(folder.join("loket.db")).unwrap();
    bytes[100..8192].fill(0xAB);
    fs::write(folder.join("loket.db"), bytes).unwrap();
    let refused = Database::in_folder(folder).await.unwrap_err();
    assert_eq!(refused, OpenError::NotADatabase(folder.join("loket.db")));
}

pub(crate) async fn a_folder_that_can_not_be_is_refused(folder: &Path) {
    fs::write(folder.join("file"), "").unwrap();
    let refused = Database::in_folder(&folder.join("file/data")).await.unwrap_err();
    assert_eq!(refused, OpenError::NotWritable(folder.join("file/data")));
    fs::create_dir_all(folder.join("data/loket.db")).unwrap();
    let refused = Database::in_folder(&folder.join("data")).await.unwrap_err();
    assert_eq!(refused, OpenError::NotWritable(folder.join("data/loket.db")));
}

const FROM_THE_FUTURE: &str = "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time)
                               SELECT 9999, 'tomorrow', success, checksum, 1 FROM _sqlx_migrations WHERE version = 1";

pub(crate) async fn a_newer_file_is_refused(folder: &Path) {
    Database::in_folder(folder).await.unwrap().close().await;
    let address = format!("sqlite://{}", folder.join("loket.db").display());
    let mut connection = SqliteConnection::connect(&address).await.unwrap();
    sqlx::query(FROM_THE_FUTURE).execute(&mut connection).await.unwrap();
    connection.close().await.unwrap();
    let refused = Database::in_folder(folder).await.unwrap_err();
    assert_eq!(refused, OpenError::Newer(9999));
    assert!(refused.to_string().contains("made by a newer version of Loket"), "{refused}");
}

pub(crate) async fn a_newer_server_is_refused(server: &Server) {
    let address = server.fresh_database();
    Database::at_server(&address).await.unwrap().close().await;
    let mut connection = PgConnection::connect(&address).await.unwrap();
    sqlx::query(FROM_THE_FUTURE).execute(&mut connection).await.unwrap();
    assert_eq!(Database::at_server(&address).await.unwrap_err(), OpenError::Newer(9999));
}

pub(crate) async fn a_wrong_password_is_refused(server: &Server) {
    let address = server.fresh_database();
    let name = address.split(['/', '?']).nth(3).unwrap();
    Database::at_server(&server.address_with(USER, PASSWORD, name)).await.unwrap();
    let refused = Database::at_server(&server.address_with(USER, "geraden", name)).await.unwrap_err();
    assert!(matches!(refused, OpenError::Refused(_)), "{refused}");
    assert!(!refused.to_string().contains("geraden"), "{refused}");
    let refused = Database::at_server(&server.address_with(USER, PASSWORD, "nowhere")).await.unwrap_err();
    assert!(matches!(refused, OpenError::Refused(_)), "{refused}");
}

pub(crate) async fn a_server_that_is_not_there_is_named(_: &Server) {
    let refused = Database::at_server("postgres://loket:geheim@127.0.0.1:1/loket").await.unwrap_err();
    assert!(matches!(refused, OpenError::NoConnection(_)), "{refused}");
    assert!(!refused.to_string().contains("geheim"), "{refused}");
    assert_eq!(Database::at_server("my database").await.unwrap_err(), OpenError::Address);
}

/// After a failover the old server still answers, and writes nothing.
pub(crate) async fn a_standby_is_refused_and_left_behind(server: &Server) {
    let address = server.fresh_database();
    let store = Database::at_server(&address).await.unwrap();
    store.commit(&commit(ANNA, 0)).await.unwrap();

    operates(&address, "SET default_transaction_read_only = on").await;
    assert_eq!(Database::at_server(&address).await.unwrap_err(), OpenError::ReadOnly);
    assert!(matches!(store.commit(&commit(ANNA, 1)).await, Err(StoreError::Unavailable(_))));
    assert!(matches!(store.commit(&commit(ANNA, 1)).await, Err(StoreError::Unavailable(_))));
    assert_eq!(store.load(ANNA).await.unwrap().unwrap().version, 1);

    operates(&address, "RESET default_transaction_read_only").await;
    store.commit(&commit(ANNA, 1)).await.unwrap();
}

/// An operator changes a setting of the database and ends all connections to it.
async fn operates(address: &str, setting: &str) {
    let name = address.split(['/', '?']).nth(3).unwrap();
    let mut operator = PgConnection::connect(address).await.unwrap();
    let others = format!(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}' AND pid <> pg_backend_pid()"
    );
    let setting = format!("ALTER DATABASE {name} {setting}");
    for statement in ["SET default_transaction_read_only = off".to_owned(), setting, others] {
        sqlx::query(sqlx::AssertSqlSafe(statement)).execute(&mut operator).await.unwrap();
    }
}
