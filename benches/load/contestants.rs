//! Who takes part: the real program on both databases, and two bots that echo.

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use loket::sandbox::SANDBOX_TOKEN;
use tempfile::TempDir;

use crate::postgres;

/// What counts as an answer.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Kind {
    /// The card of the entry.
    Loket,
    /// The question itself.
    Echo,
}

/// Where the state is kept.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Keeps {
    Nothing,
    InSqlite,
    InPostgres,
}

/// One who takes part.
pub(crate) struct Contestant {
    pub(crate) name: &'static str,
    pub(crate) kind: Kind,
    keeps: Keeps,
    /// The program and its arguments.
    command: Vec<PathBuf>,
}

/// A folder and a database for one run.
pub(crate) struct Home {
    folder: TempDir,
    database: Option<String>,
    _server: Option<postgres::Server>,
}

/// Everybody, Loket first.
pub(crate) fn all() -> Vec<Contestant> {
    let loket = || vec![loket_program(), "serve".into()];
    let project = Path::new(env!("CARGO_MANIFEST_DIR"));
    let installed = project.join("target/load-peers");
    let peers = project.join("benches/load/peers");
    // Node looks for its modules from where the script lies: they were installed as a copy of the peers' folder.
    let grammy = installed.join("node/node_modules/loket-load-peers/echo_grammy.js");
    let aiogram = vec![installed.join("venv/bin/python"), peers.join("echo_aiogram.py")];
    vec![
        Contestant { name: "Loket on SQLite, full sync", kind: Kind::Loket, keeps: Keeps::InSqlite, command: loket() },
        Contestant {
            name: "Loket on PostgreSQL, fsync",
            kind: Kind::Loket,
            keeps: Keeps::InPostgres,
            command: loket(),
        },
        Contestant {
            name: "grammY echo",
            kind: Kind::Echo,
            keeps: Keeps::Nothing,
            command: vec!["node".into(), grammy],
        },
        Contestant { name: "aiogram echo", kind: Kind::Echo, keeps: Keeps::Nothing, command: aiogram },
    ]
}

/// The real program, as `cargo build --release` makes it.
pub(crate) fn loket_program() -> PathBuf {
    env!("CARGO_BIN_EXE_loket").into()
}

impl Contestant {
    /// What it would need that isn't here.
    pub(crate) fn missing(&self) -> Option<String> {
        if self.keeps == Keeps::InPostgres && postgres::programs().is_none() {
            return Some("PostgreSQL's programs are not on this machine".to_owned());
        }
        let file = self.command.iter().filter(|part| part.is_absolute()).find(|part| !part.exists());
        file.map(|file| format!("{} is not installed, see benches/load/README.md", file.display()))
    }

    /// Starts it against the stand-in at `url`.
    pub(crate) fn start(&self, home: &Home, url: &str) -> Child {
        let (program, arguments) = self.command.split_first().unwrap_or_else(|| unreachable!("it has a program"));
        let mut command = Command::new(program);
        command.args(arguments).env("TELOXIDE_TOKEN", SANDBOX_TOKEN).env("TELOXIDE_API_URL", url);
        command.env("RUST_LOG", "warn").env("LOKET_LIMITS", "off").env("LOKET_METRICS_ADDR", "off");
        command.env("LOKET_DATA", home.folder.path()).env_remove("DATABASE_URL");
        if let Some(database) = &home.database {
            command.env("DATABASE_URL", database);
        }
        command.current_dir(home.folder.path()).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        command.spawn().unwrap_or_else(|error| unreachable!("{}: {error}", self.name))
    }
}

impl Home {
    pub(crate) fn new(contestant: &Contestant) -> Self {
        let folder = tempfile::tempdir().unwrap_or_else(|error| unreachable!("{error}"));
        // As at an operator's: what is committed is on the disk.
        let programs = postgres::programs().filter(|_| contestant.keeps == Keeps::InPostgres);
        let server = programs.map(|programs| postgres::start(programs, ""));
        let database = server.as_ref().map(postgres::Server::fresh_database);
        Self { folder, database, _server: server }
    }

    /// Where the SQLite database lies.
    pub(crate) fn folder(&self) -> &Path {
        self.folder.path()
    }
}
