//! A backup becomes a database again: looked through first, and never on top of what is there.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::backing_up::{beside, name, open_alone};
use super::examining::{Schema, examine_file};
use super::session::Session;
use super::tables::{self, Sum, TABLES};
use super::{Database, Engine, OpenError, sqlite, taking_over};
use crate::domain::moment::Moment;
use crate::ports::store::StoreError;

/// Why a backup is not restored, in words for an operator.
#[derive(Debug, thiserror::Error)]
pub enum RestoreError {
    /// There is no such file.
    #[error("there is no file {}", .0.display())]
    Missing(PathBuf),
    /// It is something else.
    #[error("{} is no backup that `loket backup` made", .0.display())]
    Foreign(PathBuf),
    /// It holds something else than was written.
    #[error("{} is damaged ({what}): take an earlier backup", file.display())]
    Damaged {
        /// Which.
        file: PathBuf,
        /// Where.
        what: String,
    },
    /// It comes from a newer version.
    #[error("the backup was made by a newer version of Loket (migration {0}): install that version, or a later one")]
    Newer(i64),
    /// Something stands there already.
    #[error("there is a database already, and it is not empty: say --force to put it aside and restore")]
    NotEmpty,
    /// Something stands at the server already, where nothing can be put aside.
    #[error(
        "the database at the server is not empty: make a new one and name it in DATABASE_URL, nothing is overwritten"
    )]
    ServerNotEmpty,
    /// A program is at work.
    #[error("Loket is at work on this database: stop it first")]
    AtWork,
    /// What was restored is not what the backup holds.
    #[error("after the copy {0} differs from the backup: nothing was changed, try again and report it")]
    Differs(&'static str),
    /// The file can't be put in place.
    #[error("{} can't be written: {why}", file.display())]
    NotWritten {
        /// Which.
        file: PathBuf,
        /// Why.
        why: String,
    },
    /// The database can't be opened.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// The database fails.
    #[error("the database fails: {0}")]
    Store(#[from] StoreError),
}

/// A backup that was restored.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Restored {
    /// When the backup was made.
    pub made: Moment,
    /// How many rows each table has.
    pub rows: Vec<(&'static str, i64)>,
    /// Where the database lies that was there before.
    pub put_aside: Option<PathBuf>,
}

/// A backup that was looked through, ready to be used.
struct Sound {
    made: Moment,
    sums: Vec<(&'static str, Sum)>,
}

impl Database {
    /// Restores a backup as the database in `folder`. What stands there is put aside when `force` says so.
    pub async fn restore_in_folder(
        file: &Path,
        folder: &Path,
        force: bool,
        now: Moment,
    ) -> Result<Restored, RestoreError> {
        let sound = look_through(file).await?;
        fs::create_dir_all(folder).map_err(|error| not_written(folder, &error))?;
        // Held until the end: nobody begins to work meanwhile.
        let alone = taking_over::alone_in(folder)?.ok_or(RestoreError::AtWork)?;
        let place = folder.join(sqlite::FILE);
        if !force && !is_empty_file(&place).await? {
            return Err(RestoreError::NotEmpty);
        }
        let workplace = tempfile::tempdir_in(folder).map_err(|error| not_written(folder, &error))?;
        let copy = workplace.path().join(sqlite::FILE);
        unpack(file, workplace.path(), &sound).await?;
        let put_aside = put_aside(&place, now).map_err(|error| not_written(&place, &error))?;
        name(&copy, &place).map_err(|error| not_written(&place, &error))?;
        drop(alone);
        Ok(sound.restored(put_aside))
    }

    /// Restores a backup into an empty database at a server.
    pub async fn restore_at_server(file: &Path, address: &str) -> Result<Restored, RestoreError> {
        let sound = look_through(file).await?;
        let database = Self::beside_at_server(address).await?;
        let restored = database.fill(file, &sound).await;
        database.close().await;
        restored.map(|()| sound.restored(None))
    }

    async fn fill(&self, file: &Path, sound: &Sound) -> Result<(), RestoreError> {
        let workplace = tempfile::tempdir().map_err(|error| not_written(&std::env::temp_dir(), &error))?;
        unpack(file, workplace.path(), sound).await?;
        let pool = open_alone(&workplace.path().join(sqlite::FILE), true).await.map_err(StoreError::from)?;
        let mut from = Session::reading_sqlite(pool.acquire().await.map_err(StoreError::from)?);
        let mut to = self.write().await?;
        if !tables::are_empty(&mut to).await? {
            return Err(RestoreError::ServerNotEmpty);
        }
        for table in TABLES {
            tables::copy(&mut from, &mut to, table).await?;
            if tables::sum(&mut from, table).await? != tables::sum(&mut to, table).await? {
                return Err(RestoreError::Differs(table));
            }
        }
        tables::go_on_numbering(&mut to).await?;
        to.commit().await?;
        Ok(())
    }
}

impl Sound {
    fn restored(self, put_aside: Option<PathBuf>) -> Restored {
        let rows = self.sums.into_iter().map(|(table, sum)| (table, sum.rows)).collect();
        Restored { made: self.made, rows, put_aside }
    }
}

fn not_written(file: &Path, error: &io::Error) -> RestoreError {
    RestoreError::NotWritten { file: file.to_owned(), why: error.to_string() }
}

/// Is it a backup, whole, and of a version that we know?
async fn look_through(file: &Path) -> Result<Sound, RestoreError> {
    if !file.is_file() {
        return Err(RestoreError::Missing(file.to_owned()));
    }
    let damaged = |what: &str| RestoreError::Damaged { file: file.to_owned(), what: what.to_owned() };
    let foreign = || RestoreError::Foreign(file.to_owned());
    match examine_file(file).await {
        Ok(examined) => match examined.schema {
            Schema::Current | Schema::Older { .. } => {}
            Schema::Newer(at) => return Err(RestoreError::Newer(at)),
            Schema::None | Schema::Foreign => return Err(foreign()),
        },
        Err(OpenError::NotADatabase(_)) => return Err(damaged("it can't be read")),
        Err(error) => return Err(error.into()),
    }
    let pool = open_alone(file, true).await.map_err(StoreError::from)?;
    let mut session = Session::reading_sqlite(pool.acquire().await.map_err(StoreError::from)?);
    let sound = check(&mut session, &foreign, &damaged).await;
    drop(session);
    pool.close().await;
    sound
}

async fn check(
    session: &mut Session,
    foreign: &(impl Fn() -> RestoreError + Sync),
    damaged: &(impl Fn(&str) -> RestoreError + Sync),
) -> Result<Sound, RestoreError> {
    let sql = "SELECT COUNT(*) AS found FROM sqlite_master WHERE type = 'table' AND name = 'backup'";
    if session.query(sql).one().await?.get::<i64>("found")? == 0 {
        return Err(foreign());
    }
    let said: String = session.query("PRAGMA integrity_check(1)").one().await?.get("integrity_check")?;
    if said != "ok" {
        return Err(damaged(&said));
    }
    let written = session.query("SELECT about, rows, hash, made FROM backup").all().await?;
    let mut sound = Sound { made: Moment::default(), sums: Vec::new() };
    for row in &written {
        let (about, promised) = (row.get::<String>("about")?, Sum { rows: row.get("rows")?, hash: row.get("hash")? });
        // A table that later versions no longer have goes with the migrations.
        let Some(table) = TABLES.iter().copied().find(|table| *table == about) else { continue };
        if tables::sum(session, table).await? != promised {
            return Err(damaged(&format!("table {table}")));
        }
        sound.made = row.moment("made")?;
        sound.sums.push((table, promised));
    }
    if sound.sums.is_empty() { Err(foreign()) } else { Ok(sound) }
}

/// Nothing at all, or tables with nothing in them.
async fn is_empty_file(place: &Path) -> Result<bool, RestoreError> {
    match examine_file(place).await?.schema {
        Schema::None => Ok(true),
        Schema::Current => {
            let pool = open_alone(place, true).await.map_err(StoreError::from)?;
            let mut session = Session::reading_sqlite(pool.acquire().await.map_err(StoreError::from)?);
            let is_empty = tables::are_empty(&mut session).await;
            drop(session);
            pool.close().await;
            Ok(is_empty?)
        }
        Schema::Older { .. } | Schema::Newer(_) | Schema::Foreign => Ok(false),
    }
}

/// A copy of the backup in `workplace`, with the tables of this version, as if the program had just been killed.
async fn unpack(file: &Path, workplace: &Path, sound: &Sound) -> Result<(), RestoreError> {
    let copy = workplace.join(sqlite::FILE);
    sqlite::touch(&copy).and_then(|()| fs::copy(file, &copy)).map_err(|error| not_written(&copy, &error))?;
    let database = Database::beside_in_folder(workplace).await?;
    let prepared = prepare(&database, sound).await;
    if let Engine::Sqlite(file) = &database.engine {
        file.empty_log().await?;
    }
    database.close().await;
    // Closed for good, the log is empty and goes; it must not lie beside another file of that name.
    for ending in ["-wal", "-shm"] {
        let _ = fs::remove_file(beside(&copy, ending));
    }
    prepared
}

async fn prepare(database: &Database, sound: &Sound) -> Result<(), RestoreError> {
    let mut session = database.write().await?;
    for (table, promised) in &sound.sums {
        if tables::count(&mut session, table).await? != promised.rows {
            return Err(RestoreError::Differs(table));
        }
    }
    session.query("DROP TABLE backup").execute().await?;
    session.query("DELETE FROM replicas").execute().await?;
    session.query("DELETE FROM leases").execute().await?;
    // What waited to be delivered then may have been delivered since: it is sent, and the log says it may be a repeat.
    session.query("UPDATE outbox SET uncertain = 1 WHERE state = 'open'").execute().await?;
    session.commit().await?;
    Ok(())
}

/// The file and its log keep lying in the folder, under a name of their own.
fn put_aside(place: &Path, now: Moment) -> io::Result<Option<PathBuf>> {
    if !place.exists() {
        return Ok(None);
    }
    let aside = beside(place, &format!(".before-{}", now.millis() / 1_000));
    for ending in ["-wal", "-shm", ""] {
        match fs::rename(beside(place, ending), beside(&aside, ending)) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
    }
    Ok(Some(aside))
}
