//! The whole program, as `loket serve` runs it, against the stand-in for Telegram.

use std::future::Future;
use std::net::{SocketAddr, TcpListener};
use std::sync::Arc;
use std::time::Duration;

use loket::config::Config;
use loket::sandbox::{SANDBOX_TOKEN, Scene, Server};
use loket::startup::{self, StartError};
use reqwest::{Client, StatusCode};
use sqlx::{Connection as _, SqliteConnection};
use tempfile::TempDir;
use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;

/// Longer than anything takes on the slowest machine: what has not happened then never will.
const PATIENCE: Duration = Duration::from_mins(2);

/// What is answered at `path`.
pub(crate) async fn get(address: SocketAddr, path: &str) -> (StatusCode, String) {
    let response = Client::new().get(format!("http://{address}{path}")).send().await.unwrap();
    (response.status(), response.text().await.unwrap())
}

/// A program at work.
pub(crate) struct Program {
    pub(crate) scene: Scene,
    pub(crate) data: TempDir,
    address: SocketAddr,
    stop: CancellationToken,
    work: JoinHandle<Result<(), StartError>>,
    _server: Arc<Server>,
}

impl Program {
    /// It begins; Telegram is there.
    pub(crate) async fn begins() -> Self {
        let (scene, server) = telegram().await;
        Self::begins_on(scene, server, None, None)
    }

    /// It begins while nobody answers where Telegram should be.
    pub(crate) async fn begins_without_telegram() -> Self {
        let (scene, server) = telegram().await;
        Self::begins_on(scene, server, Some(&format!("http://{}", free_address())), None)
    }

    /// Two begin, one after the other, on one database at a server.
    pub(crate) async fn two_begin(database: &str) -> [Self; 2] {
        let (scene, server) = telegram().await;
        let first = Self::begins_on(scene.clone(), Arc::clone(&server), None, Some(database));
        first.is_ready().await;
        [first, Self::begins_on(scene, server, None, Some(database))]
    }

    fn begins_on(scene: Scene, server: Arc<Server>, elsewhere: Option<&str>, database: Option<&str>) -> Self {
        let data = tempfile::tempdir().unwrap();
        let address = free_address();
        let config = Config::read(|name| match name {
            "TELOXIDE_TOKEN" => Some(SANDBOX_TOKEN.to_owned()),
            "TELOXIDE_API_URL" => Some(elsewhere.map_or_else(|| server.base_url(), str::to_owned)),
            "LOKET_DATA" => Some(data.path().display().to_string()),
            "DATABASE_URL" => database.map(str::to_owned),
            "LOKET_ADMINS" => Some(scene.iris.0.to_string()),
            "LOKET_METRICS_ADDR" => Some(address.to_string()),
            _ => None,
        });
        let (config, stop) = (config.unwrap(), CancellationToken::new());
        let until = stop.clone();
        let work = tokio::spawn(async move {
            let bot = config.required_bot().unwrap().clone();
            startup::serve(&config, &bot, false, until).await
        });
        Self { scene, data, address, stop, work, _server: server }
    }

    /// What it answers at `path`.
    pub(crate) async fn get(&self, path: &str) -> (StatusCode, String) {
        get(self.address, path).await
    }

    /// Its figures.
    pub(crate) async fn page(&self) -> String {
        self.get("/metrics").await.1
    }

    /// It answers at all.
    pub(crate) async fn lives(&self) {
        let url = format!("http://{}/healthz", self.address);
        until(|| async { Client::new().get(&url).send().await.is_ok() }).await;
    }

    /// It is ready.
    pub(crate) async fn is_ready(&self) {
        self.lives().await;
        until(|| async { self.get("/readyz").await.0 == StatusCode::OK }).await;
    }

    /// This line stands among its figures.
    pub(crate) async fn shows(&self, line: &str) {
        until(|| async { self.page().await.lines().any(|one| one == line) }).await;
    }

    /// Somebody does this to its database.
    pub(crate) async fn breaks(&self, sql: &'static str) {
        let file = self.data.path().join("loket.db");
        let mut connection = SqliteConnection::connect(&format!("sqlite://{}", file.display())).await.unwrap();
        sqlx::query(sql).execute(&mut connection).await.unwrap();
        connection.close().await.unwrap();
    }

    /// It is told to stop, and stops.
    pub(crate) async fn ends(self) {
        self.stop.cancel();
        self.work.await.unwrap().unwrap();
    }
}

async fn telegram() -> (Scene, Arc<Server>) {
    let scene = Scene::default();
    let server = scene.telegram.serve_on_loopback().await.unwrap();
    (scene, Arc::new(server))
}

/// An address nobody has. Somebody could take it in the meantime; then the story fails, and says so.
fn free_address() -> SocketAddr {
    TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap()
}

async fn until<F: Future<Output = bool>>(happened: impl Fn() -> F) {
    let wait = async {
        while !happened().await {
            tokio::task::yield_now().await;
        }
    };
    tokio::time::timeout(PATIENCE, wait).await.expect("it never happened");
}
