//! A backup holds one moment whole, whatever goes on meanwhile, and becomes a database again on either side.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use loket::adapters::database::{BackupError, Database, RestoreError};
use loket::domain::ids::ClientId;
use loket::ports::store::{Commit, Speaker, Store};
use sqlx::{ConnectOptions as _, Connection as _, Row as _};
use tokio::sync::Semaphore;

use crate::postgres;
use crate::stage::{
    ANNA, CHRIS, at, case, commit, decide, deliver_all, deventer, line, opens_a_case, says, topic, update,
};

/// So many times all is backed up and restored while people go on.
const DRILLS: usize = 20;
/// So many commits are made while each backup is.
const STEPS: usize = 40;

/// Something of everything that is about clients.
async fn is_furnished(store: &Database) {
    opens_a_case(store, 1, ANNA).await;
    store.receive(&[update(1, ANNA, "hoi"), update(2, CHRIS, "blijft liggen")]).await.unwrap();
    store.finish_update(1, at(5)).await.unwrap();
    let talk = Commit { transcript: vec![line(Speaker::Client, "een 🚲\n'vraag'")], ..commit(ANNA, 1) };
    store.commit(&talk).await.unwrap();
    decide(store, vec![says(CHRIS, 1, "wacht nog")]).await;
}

/// What was furnished is there, and goes on.
async fn is_as_furnished(store: &Database) {
    assert_eq!(store.load(ANNA).await.unwrap().unwrap().version, 2);
    assert_eq!(store.transcript(ANNA, 10).await.unwrap()[0].text, "een 🚲\n'vraag'");
    assert_eq!(store.cases(ANNA).await.unwrap(), [case(1, ANNA)]);
    assert_eq!(store.case_in_topic(topic(1)).await.unwrap().unwrap().client, ANNA);
    assert_eq!(store.desk_links().await.unwrap()[0].desk, deventer());
    assert_eq!(store.receive(&[update(1, ANNA, "hoi")]).await.unwrap(), 0, "a repeat is still known");
    let claimed = store.claim_outgoing(at(60), crate::stage::LEASE, 10).await.unwrap();
    assert_eq!(claimed.len(), 1);
    assert!(claimed[0].uncertain, "it may have been delivered since");
    // Numbers go on behind the last.
    store.receive(&[update(3, ANNA, "en nu?")]).await.unwrap();
    decide(store, vec![says(ANNA, 9, "verder")]).await;
    assert_eq!(store.next_case_number().await.unwrap().0, 1, "the story numbered its case itself");
}

async fn restored(file: &Path) -> (tempfile::TempDir, Database) {
    let folder = tempfile::tempdir().unwrap();
    Database::restore_in_folder(file, folder.path(), false, at(0)).await.unwrap();
    let store = Database::in_folder(folder.path()).await.unwrap();
    (folder, store)
}

async fn backed_up(store: &Database, folder: &Path) -> PathBuf {
    let file = folder.join("loket.backup");
    store.back_up(&file, at(100)).await.unwrap();
    file
}

pub(crate) async fn what_was_backed_up_comes_back_on_either_side(store: Database) {
    let folder = tempfile::tempdir().unwrap();
    is_furnished(&store).await;
    let file = backed_up(&store, folder.path()).await;
    let (_data, copy) = restored(&file).await;
    is_as_furnished(&copy).await;
    if let Some(server) = postgres::server() {
        let address = server.fresh_database();
        let summary = Database::restore_at_server(&file, &address).await.unwrap();
        assert_eq!(summary.made, at(100));
        is_as_furnished(&Database::at_server(&address).await.unwrap()).await;
        let again = Database::restore_at_server(&file, &address).await;
        assert!(matches!(again, Err(RestoreError::ServerNotEmpty)), "{again:?}");
    }
}

/// Twenty times: everybody goes on while it is made, and what is restored is one moment.
pub(crate) async fn a_backup_under_load_is_one_moment(store: Database) {
    let folder = tempfile::tempdir().unwrap();
    let (store, steps_left) = (Arc::new(store), Arc::new(Semaphore::new(0)));
    let people: Vec<_> = (1..=4)
        .map(|number| tokio::spawn(goes_on(Arc::clone(&store), ClientId(number), Arc::clone(&steps_left))))
        .collect();
    let mut steps = Vec::new();
    for drill in 0..DRILLS {
        let file = folder.path().join(format!("{drill}.backup"));
        steps_left.add_permits(STEPS);
        store.back_up(&file, at(0)).await.unwrap();
        let (_data, copy) = restored(&file).await;
        let mut sum = 0;
        for client in (1..=4).map(ClientId) {
            let version = copy.load(client).await.unwrap().map_or(0, |stored| stored.version);
            let lines = copy.transcript(client, u32::MAX).await.unwrap().len();
            assert_eq!(i64::try_from(lines).unwrap(), version, "drill {drill}: half a commit of {client}");
            sum += version;
        }
        let open = copy.backlog().await.unwrap();
        assert_eq!(open.outbox, sum, "drill {drill}: a line without its answer");
        steps.push(sum);
    }
    steps_left.close();
    for one in people {
        one.await.unwrap();
    }
    assert!(steps.is_sorted() && steps.first() < steps.last(), "nobody went on meanwhile: {steps:?}");
}

/// One line and one answer a commit, for as long as there are steps left.
async fn goes_on(store: Arc<Database>, client: ClientId, steps_left: Arc<Semaphore>) {
    let mut version = 0;
    while let Ok(step) = steps_left.acquire().await {
        step.forget();
        let commit = Commit {
            transcript: vec![line(Speaker::Client, "en dan?")],
            outgoing: vec![says(client, version + 1, "dan dit")],
            ..commit(client, version)
        };
        store.commit(&commit).await.unwrap();
        version += 1;
    }
}

pub(crate) async fn a_name_that_is_taken_stays_as_it_is(store: Database) {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("loket.backup");
    std::fs::write(&file, "somebody's").unwrap();
    let refused = store.back_up(&file, at(0)).await;
    assert!(matches!(refused, Err(BackupError::Exists(_))), "{refused:?}");
    assert_eq!(std::fs::read(&file).unwrap(), b"somebody's");
    let nowhere = store.back_up(&folder.path().join("no/such/folder"), at(0)).await;
    assert!(matches!(nowhere, Err(BackupError::NotWritten { .. })), "{nowhere:?}");
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1, "something was left over");
}

pub(crate) async fn nobody_else_may_read_it(store: Database) {
    let folder = tempfile::tempdir().unwrap();
    let file = backed_up(&store, folder.path()).await;
    let mode = std::os::unix::fs::PermissionsExt::mode(&std::fs::metadata(file).unwrap().permissions());
    assert_eq!(mode & 0o777, 0o600);
}

pub(crate) async fn nothing_is_overwritten_unless_it_is_put_aside(folder: &Path) {
    let elsewhere = tempfile::tempdir().unwrap();
    let store = Database::in_folder(folder).await.unwrap();
    is_furnished(&store).await;
    let file = backed_up(&store, elsewhere.path()).await;
    let at_work = Database::restore_in_folder(&file, folder, true, at(0)).await;
    assert!(matches!(at_work, Err(RestoreError::AtWork)), "{at_work:?}");
    decide(&store, vec![says(CHRIS, 2, "na de back-up")]).await;
    store.close().await;
    drop(store);

    let refused = Database::restore_in_folder(&file, folder, false, at(0)).await;
    assert!(matches!(refused, Err(RestoreError::NotEmpty)), "{refused:?}");
    let summary = Database::restore_in_folder(&file, folder, true, at(0)).await.unwrap();
    let store = Database::in_folder(folder).await.unwrap();
    is_as_furnished(&store).await;
    store.close().await;
    drop(store);

    // What was there before is there still.
    let aside = summary.put_aside.unwrap();
    std::fs::rename(aside, folder.join("loket.db")).unwrap();
    let store = Database::in_folder(folder).await.unwrap();
    assert_eq!(deliver_all(&store, at(60)).await, ["client:8 says wacht nog", "client:8 says na de back-up"]);
}

pub(crate) async fn what_is_no_sound_backup_is_refused(folder: &Path) {
    let elsewhere = tempfile::tempdir().unwrap();
    let store = Database::in_folder(folder).await.unwrap();
    is_furnished(&store).await;
    let file = backed_up(&store, elsewhere.path()).await;
    store.close().await;
    drop(store);
    let target = elsewhere.path().join("data");
    let refusal = async |file: &Path| {
        Database::restore_in_folder(file, &target, false, at(0)).await.err().map(|error| error.to_string())
    };
    let spoiled = async |name: &str, sql: &'static str| {
        let copy = elsewhere.path().join(name);
        std::fs::copy(&file, &copy).unwrap();
        run(&copy, sql).await;
        refusal(&copy).await.unwrap()
    };

    let missing = refusal(&elsewhere.path().join("nowhere")).await.unwrap();
    assert!(missing.starts_with("there is no file"), "{missing}");
    let database = refusal(&folder.join("loket.db")).await.unwrap();
    assert!(database.ends_with("is no backup that `loket backup` made"), "{database}");
    let foreign = elsewhere.path().join("foreign");
    run(&foreign, "CREATE TABLE orders (id INTEGER)").await;
    assert!(refusal(&foreign).await.unwrap().ends_with("is no backup that `loket backup` made"));
    std::fs::write(elsewhere.path().join("words"), "only words, many of them".repeat(100)).unwrap();
    let words = refusal(&elsewhere.path().join("words")).await.unwrap();
    assert!(words.contains("is damaged (it can't be read)"), "{words}");

    let newer = spoiled(
        "newer",
        "UPDATE _sqlx_migrations SET version = 9000 WHERE version = (SELECT MAX(version) FROM _sqlx_migrations)",
    )
    .await;
    assert!(newer.contains("made by a newer version of Loket (migration 9000)"), "{newer}");
    let changed = spoiled("changed", "UPDATE transcript SET text = 'iets anders'").await;
    assert!(changed.contains("is damaged (table transcript)"), "{changed}");
    let shorter = spoiled("shorter", "DELETE FROM inbox WHERE id = 2").await;
    assert!(shorter.contains("is damaged (table inbox)"), "{shorter}");

    let mut bytes = std::fs::read(&file).unwrap();
    bytes.truncate(bytes.len() / 2);
    let half = elsewhere.path().join("half");
    std::fs::write(&half, bytes).unwrap();
    assert!(refusal(&half).await.unwrap().contains("is damaged"), "half a file");
    assert!(!target.join("loket.db").exists(), "nothing was put in place");
}

/// A table that is forgotten here would be lost with the next restore.
pub(crate) async fn every_table_is_in_a_backup(folder: &Path) {
    let elsewhere = tempfile::tempdir().unwrap();
    let store = Database::in_folder(folder).await.unwrap();
    let file = backed_up(&store, elsewhere.path()).await;
    let options = sqlx::sqlite::SqliteConnectOptions::new().filename(&file);
    let mut connection = options.connect().await.unwrap();
    let sql = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' EXCEPT SELECT about FROM backup";
    let rows = sqlx::query(sql).fetch_all(&mut connection).await.unwrap();
    let mut left: Vec<String> = rows.iter().map(|row| row.get(0)).collect();
    left.sort();
    assert_eq!(
        left,
        ["_sqlx_migrations", "backup", "leases", "replicas"],
        "who is at work now is not kept; all else is"
    );
}

async fn run(file: &Path, sql: &'static str) {
    let options = sqlx::sqlite::SqliteConnectOptions::new().filename(file).create_if_missing(true);
    let mut connection = options.connect().await.unwrap();
    sqlx::query(sql).execute(&mut connection).await.unwrap();
    connection.close().await.unwrap();
}
