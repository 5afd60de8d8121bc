//! Everything that is kept goes from one database to another and back, or nothing does.

use std::path::Path;
use std::time::Duration;

use loket::adapters::database::{Database, MoveError, MovedTable};
use loket::ports::lease::{Duty, Fence};
use loket::ports::store::{Commit, Speaker, Store};
use sqlx::{Connection, SqliteConnection};

use crate::conversations::a_commit_brings_everything_at_once;
use crate::postgres::Server;
use crate::stage::{ANNA, CHRIS, LEASE, MANY, at, commit, line, says, update};

/// A row in every table that the commit leaves empty, with what may differ between databases.
const REST: &str = "
    INSERT INTO former_topics VALUES (-100, 9, 1, 'zwolle');
    INSERT INTO desk_links VALUES ('deventer', -1001234567890, 50, 1), ('Zwolle', -5, 50, 1), ('éénrum', -6, 50, 1);
    INSERT INTO members VALUES (-100, 50, 'Iris', NULL, 1, 9223372036854775807), (-100, 51, 'Ömer', 'omer', 0, -1);
    INSERT INTO absences VALUES (50, 'Iris', 51, 'Ömer', 5);
    INSERT INTO boards VALUES ('deventer', 3, 'regel een' || char(10) || 'regel ''twee'' 🙂');
    INSERT INTO house_timers VALUES ('digest', 'deventer', 7);
    INSERT INTO release_files VALUES ('ab', 'één' || char(13) || char(10)), ('cd', '');
    INSERT INTO releases VALUES (1, 'f', '[]', NULL, NULL, 'loket', 1, ''), (2, 'g', '[]', 1, 50, 'Iris', 2, 'waarom');
    INSERT INTO releases_in_use VALUES (1, 1, 1), (2, 2, 2);
    INSERT INTO replicas VALUES ('abc', 2, 5);
    INSERT INTO proposals VALUES (1, 4, 50, 'Iris', '', 2, 5, 0, 8, '{}', NULL);
    INSERT INTO officials VALUES (50, 'Iris', 'lead');
    INSERT INTO invitations VALUES ('geheim', 'admin', 50, 'Iris', NULL, '', 1, 6);
    INSERT INTO audit VALUES (1, 1, NULL, 'loket', 'published', '', 'aa'), (2, 2, 50, 'Iris', 'published', '2', 'bb');
    INSERT INTO gap_marks VALUES (1, 'done', 5);
    INSERT INTO counters VALUES ('case', 12), ('release', 2);
";

/// A folder with something in every table.
async fn full(folder: &Path) -> Database {
    let store = Database::in_folder(folder).await.unwrap();
    a_commit_brings_everything_at_once(store.clone()).await;
    store.receive(&[update(8, CHRIS, "nog niet gelezen")]).await.unwrap();
    let address = format!("sqlite://{}", folder.join("loket.db").display());
    let mut connection = SqliteConnection::connect(&address).await.unwrap();
    sqlx::raw_sql(REST).execute(&mut connection).await.unwrap();
    store
}

fn rows(moved: &[MovedTable], table: &str) -> i64 {
    moved.iter().find(|one| one.name == table).unwrap().rows
}

pub(crate) async fn everything_goes_to_a_server_and_back(server: &Server) {
    let (here, back) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let folder = full(here.path()).await;
    let at_server = Database::at_server(&server.fresh_database()).await.unwrap();
    let there = folder.move_to(&at_server).await.unwrap();
    let empty: Vec<&str> = there.iter().filter(|table| table.rows == 0).map(|table| table.name).collect();
    assert_eq!(empty, Vec::<&str>::new(), "every table must be tried");
    assert_eq!((rows(&there, "inbox"), rows(&there, "desk_links"), rows(&there, "audit")), (2, 3, 2));

    let again = Database::in_folder(back.path()).await.unwrap();
    assert_eq!(at_server.move_to(&again).await.unwrap(), there, "the same rows, the same hashes");

    // Both go on where the first was: numbers are not given twice, and what waited is answered.
    for store in [&at_server, &again] {
        assert_eq!(store.receive(&[update(8, CHRIS, "nog eens"), update(9, CHRIS, "later")]).await.unwrap(), 1);
        let claimed = store.claim_updates(at(0), LEASE, MANY).await.unwrap();
        assert_eq!(claimed.iter().map(|one| one.update.id).collect::<Vec<_>>(), [8]);
        let transcript = vec![line(Speaker::Bot, "en verder")];
        store.commit(&Commit { transcript, outgoing: vec![says(ANNA, 3, "en")], ..commit(ANNA, 1) }).await.unwrap();
        assert_eq!(store.transcript(ANNA, MANY).await.unwrap().len(), 3);
        assert_eq!(store.next_case_number().await.unwrap().0, 13);
        assert_eq!(store.claim_outgoing(at(0), LEASE, MANY).await.unwrap()[0].outgoing.line.0, 1);
    }
}

pub(crate) async fn nothing_goes_where_something_is(folder: &Path) {
    let source = full(&folder.join("a")).await;
    let target = Database::in_folder(&folder.join("b")).await.unwrap();
    target.commit(&commit(ANNA, 0)).await.unwrap();
    assert!(matches!(source.move_to(&target).await, Err(MoveError::NotEmpty("conversations"))));
    assert_eq!(target.load(ANNA).await.unwrap().unwrap().version, 1);
}

pub(crate) async fn nothing_goes_while_somebody_is_at_work(folder: &Path) {
    let source = full(&folder.join("a")).await;
    let beside = Database::in_folder(&folder.join("a")).await.unwrap();
    let target = Database::in_folder(&folder.join("b")).await.unwrap();
    let refused = beside.move_to(&target).await.unwrap_err();
    assert!(refused.to_string().starts_with("a program is at work on the source database"), "{refused}");
    source.hold_lease(&Duty::Poller, Fence::NONE, Duration::from_hours(1)).await.unwrap();
    assert!(matches!(source.move_to(&target).await, Err(MoveError::AtWork("source"))));
}

/// What one database keeps and the other can't: all stays where it is.
pub(crate) async fn what_can_not_be_kept_there_stays_here_with_everything_else(server: &Server) {
    let here = tempfile::tempdir().unwrap();
    let folder = full(here.path()).await;
    let mut connection =
        SqliteConnection::connect(&format!("sqlite://{}", here.path().join("loket.db").display())).await.unwrap();
    sqlx::raw_sql("UPDATE boards SET text = 'a' || char(0) || 'b'").execute(&mut connection).await.unwrap();
    let at_server = Database::at_server(&server.fresh_database()).await.unwrap();
    let refused = folder.move_to(&at_server).await.unwrap_err();
    assert!(refused.to_string().ends_with("nothing was moved"), "{refused}");
    assert_eq!(at_server.load(ANNA).await.unwrap(), None);
    assert_eq!(folder.load(ANNA).await.unwrap().unwrap().version, 1);
}

/// `loket move`, as an operator types it.
pub(crate) async fn the_command_says_what_it_moved_or_why_not(server: &Server) {
    let here = tempfile::tempdir().unwrap();
    let folder = here.path().to_str().unwrap();
    full(here.path()).await.close().await;
    let address = server.fresh_database();
    let types = |from: &str| {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_loket"));
        let command = command.env_clear().env("DATABASE_URL", &address).current_dir(here.path());
        let output = command.args(["move", from, "DATABASE_URL"]).output().unwrap();
        let said = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        (output.status.code(), said(&output.stdout), said(&output.stderr))
    };
    let (code, said, _) = types(&format!("sqlite:{folder}"));
    assert_eq!(code, Some(0));
    assert!(said.contains("conversations            1  "), "{said}");
    assert!(said.contains("rows were moved and compared"), "{said}");

    let (code, _, why) = types(folder);
    assert_eq!(code, Some(1));
    assert!(why.starts_with("the target is not empty"), "{why}");
    let (code, _, why) = types("elsewhere");
    assert_eq!(code, Some(1));
    assert!(why.starts_with("there is no loket.db in elsewhere"), "{why}");
}
