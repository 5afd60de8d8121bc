//! A throw-away PostgreSQL server for one test binary, made from the server programs of this machine.
//!
//! A small shell script guards it: it holds the other end of a pipe, and when this process ends, however it ends, the
//! pipe breaks, the server stops and its folder goes.

use std::fs;
use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};

/// The user and password of the server. Through the socket no password is asked.
pub(crate) const USER: &str = "loket";
pub(crate) const PASSWORD: &str = "secret";

const GUARD: &str = r#"
set -eu
programs=$1 port=$2 user=$3 password=$4 settings=$5
folder=$(mktemp -d "${TMPDIR:-/tmp}/loket-postgres.XXXXXX")
trap 'rm -rf "$folder"' EXIT
cd "$folder"
printf '%s' "$password" > password
"$programs/initdb" -D data -U "$user" --pwfile=password --auth-local=trust --auth-host=scram-sha-256 \
    --encoding=UTF8 --no-locale --no-sync > log 2>&1
# $settings are words of their own, on purpose.
"$programs/postgres" -D data -k "$folder" -p "$port" -c listen_addresses=127.0.0.1 -c max_connections=300 \
    $settings >> log 2>&1 < /dev/null &
server=$!
until "$programs/pg_isready" -q -h "$folder" -p "$port"; do
    kill -0 "$server" || { cat log >&2; exit 1; }
    sleep 0.05
done
echo "$folder"
cat > /dev/null || true
kill -INT "$server"
wait "$server" || true
"#;

/// Tests throw the server away: nothing need reach the disk.
const FORGETFUL: &str = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off";

/// A running server.
pub(crate) struct Server {
    programs: PathBuf,
    /// The folder of its socket.
    folder: String,
    port: u16,
    databases: AtomicU32,
    /// Holds the pipe that keeps the server alive.
    _guard: Child,
}

/// The server of this test binary, started when it is first asked for. `None`: its programs are not on this machine.
pub(crate) fn server() -> Option<&'static Server> {
    static SERVER: OnceLock<Option<Server>> = OnceLock::new();
    SERVER.get_or_init(|| programs().map(|programs| start(programs, FORGETFUL))).as_ref()
}

/// The folder of the server programs.
pub(crate) fn programs() -> Option<PathBuf> {
    let asked = Command::new("pg_config").arg("--bindir").output().ok();
    let named = asked.map(|output| PathBuf::from(String::from_utf8_lossy(&output.stdout).trim()));
    let versions = fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    let mut installed: Vec<PathBuf> = versions.map(|version| version.path().join("bin")).collect();
    installed.sort();
    named.into_iter().chain(installed.into_iter().rev()).find(|folder| folder.join("initdb").exists())
}

/// Starts a server with these settings beside its own.
pub(crate) fn start(programs: PathBuf, settings: &str) -> Server {
    let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let mut guard = shell()
        .args(["-c", GUARD, "guard"])
        .arg(&programs)
        .args([&port.to_string(), USER, PASSWORD, settings])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut folder = String::new();
    BufReader::new(guard.stdout.take().unwrap()).read_line(&mut folder).unwrap();
    assert!(!folder.is_empty(), "PostgreSQL did not start; why stands above");
    Server { programs, folder: folder.trim().to_owned(), port, databases: AtomicU32::new(0), _guard: guard }
}

/// PostgreSQL refuses to run as root: then the user its package made runs it.
fn shell() -> Command {
    let user = Command::new("id").arg("-u").output().unwrap().stdout;
    if user.trim_ascii() != b"0" {
        return Command::new("sh");
    }
    let mut shell = Command::new("runuser");
    shell.args(["-u", "postgres", "--", "sh"]).current_dir("/");
    shell
}

impl Server {
    /// The address of a new, empty database.
    pub(crate) fn fresh_database(&self) -> String {
        let name = format!("loket_{}", self.databases.fetch_add(1, Ordering::Relaxed));
        self.run("createdb", &[&name]);
        format!("postgres://{USER}@localhost:{}/{name}?host={}", self.port, self.folder)
    }

    /// An address of the server that asks for a password.
    pub(crate) fn address_with(&self, user: &str, password: &str, database: &str) -> String {
        format!("postgres://{user}:{password}@127.0.0.1:{}/{database}", self.port)
    }

    fn run(&self, program: &str, arguments: &[&str]) {
        let output = Command::new(self.programs.join(program))
            .args(["-h", &self.folder, "-p", &self.port.to_string(), "-U", USER])
            .args(arguments)
            .output()
            .unwrap();
        assert!(output.status.success(), "{program}: {}", String::from_utf8_lossy(&output.stderr));
    }
}
