//! The sandbox: the real house against the stand-in for Telegram, with people in it.

use std::io;
use std::net::SocketAddr;
use std::sync::Arc;

use async_trait::async_trait;
use tokio::net::TcpListener;
use tokio::sync::Mutex;
use tokio::sync::broadcast::Receiver;
use tokio::sync::broadcast::error::RecvError;
use tokio_util::sync::CancellationToken;

use super::StartError;
use super::serving::serve_by;
use crate::config::{Bot, Config};
use crate::domain::ids::PersonId;
use crate::domain::moment::Moment;
use crate::ports::clock::Clock;
use crate::sandbox::{Change, SANDBOX_TOKEN, Scene, Server, Telegram};

/// The time in the stand-in, which a visitor of its page can move.
struct SandboxClock {
    telegram: Telegram,
    news: Mutex<Receiver<Change>>,
}

impl SandboxClock {
    fn of(telegram: &Telegram) -> Self {
        Self { telegram: telegram.clone(), news: Mutex::new(telegram.subscribe()) }
    }
}

#[async_trait]
impl Clock for SandboxClock {
    fn now(&self) -> Moment {
        Moment::from_millis(i64::try_from(self.telegram.now_ms()).unwrap_or(i64::MAX))
    }

    async fn moved(&self) {
        let mut news = self.news.lock().await;
        loop {
            match news.recv().await {
                // News that was missed may have been of the clock.
                Ok(Change::World) | Err(RecvError::Lagged(_)) => return,
                Ok(_) => {}
                // The sandbox is closed: nobody moves the clock any more.
                Err(RecvError::Closed) => std::future::pending().await,
            }
        }
    }
}

/// The sandbox: the stand-in with its people, served, and the settings with which the bot plays against it.
pub struct OpenSandbox {
    /// The address of the page.
    pub url: String,
    config: Config,
    bot: Bot,
    // Both go when the sandbox goes: the server stops, the data is forgotten.
    scene: Scene,
    _server: Server,
    _data: tempfile::TempDir,
}

/// Opens the sandbox on `address`; on a free port when that one is taken.
pub async fn open_sandbox(config: &Config, address: SocketAddr) -> Result<OpenSandbox, StartError> {
    let problem = |error: &io::Error| StartError::Page { address: address.to_string(), problem: error.to_string() };
    let listener = match TcpListener::bind(address).await {
        Err(error) if error.kind() == io::ErrorKind::AddrInUse => TcpListener::bind((address.ip(), 0)).await,
        other => other,
    };
    let scene = Scene::default();
    let server = listener.and_then(|listener| scene.telegram.serve(listener)).map_err(|error| problem(&error))?;
    let data = tempfile::tempdir().map_err(|error| problem(&error))?;
    let bot = Bot { token: SANDBOX_TOKEN.into(), api_url: server.base_url() };
    let config = Config {
        bot: Some(bot.clone()),
        data: data.path().to_owned(),
        database_url: None,
        webhook: None,
        metrics_addr: None,
        admins: [PersonId(scene.iris.0)].into(),
        ..config.clone()
    };
    Ok(OpenSandbox { url: server.base_url(), config, bot, scene, _server: server, _data: data })
}

impl OpenSandbox {
    /// Runs the bot in the sandbox until `stop`, with the desks of the region in the one forum.
    pub async fn play(self, stop: CancellationToken) -> Result<(), StartError> {
        let iris = self.scene.telegram.person(self.scene.iris);
        if let Err(refusal) = iris.writes_in_topic(self.scene.forum, None, "/koppel deventer") {
            tracing::warn!(%refusal, "the desk of the sandbox was not linked");
        }
        // A bot may not begin a chat: an admin who never wrote to it can't be warned.
        if let Err(refusal) = iris.starts(None) {
            tracing::warn!(%refusal, "the admin of the sandbox can't be warned");
        }
        let clock = Arc::new(SandboxClock::of(&self.scene.telegram));
        serve_by(clock, &self.config, &self.bot, stop).await
    }
}
