//! The sandbox: the real house against the stand-in for Telegram, with people in it.

mod clock;
mod onlooker;
mod power;

use std::io;
use std::net::SocketAddr;
use std::sync::Arc;

use tokio::net::TcpListener;
use tokio::sync::broadcast::error::RecvError;
use tokio_util::sync::CancellationToken;

use self::clock::SandboxClock;
use self::onlooker::Onlooker;
use self::power::Running;
use super::StartError;
use super::serving::serve_by;
use crate::config::{Bot, Config};
use crate::domain::ids::PersonId;
use crate::ports::observer::Observer;
use crate::sandbox::Failed;
use crate::sandbox::{SANDBOX_TOKEN, Scene, Server, Telegram};
pub use crate::sandbox::{Script, Tempo};

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

/// Why a scene was not played to its end.
#[derive(Debug, thiserror::Error)]
pub enum SceneError {
    /// The bot could not run.
    #[error(transparent)]
    Start(#[from] StartError),
    /// It did not go as it was written.
    #[error("the scene did not go as it was written: {0}")]
    Failed(#[from] Failed),
}

/// Opens the sandbox on `address`; on a free port when that one is taken.
pub async fn open_sandbox(config: &Config, address: SocketAddr) -> Result<OpenSandbox, StartError> {
    let problem = |error: &io::Error| problem(&address.to_string(), error);
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
    /// The small Telegram that the bot plays against.
    pub fn telegram(&self) -> &Telegram {
        &self.scene.telegram
    }

    /// Runs the bot in the sandbox until `stop`, with the desks of the region in the one forum. When somebody on the
    /// page cuts its power it is gone at once; with the power back it starts anew on the same database.
    pub async fn play(self, stop: CancellationToken) -> Result<(), StartError> {
        let telegram = &self.scene.telegram;
        let iris = telegram.person(self.scene.iris);
        if let Err(refusal) = iris.writes_in_topic(self.scene.forum, None, "/koppel deventer") {
            tracing::warn!(%refusal, "the desk of the sandbox was not linked");
        }
        // A bot may not begin a chat: an admin who never wrote to it can't be warned.
        if let Err(refusal) = iris.starts(None) {
            tracing::warn!(%refusal, "the admin of the sandbox can't be warned");
        }
        while !stop.is_cancelled() {
            if !power_is(telegram, true, &stop).await {
                break;
            }
            let mut bot = self.begin(stop.clone())?;
            tokio::select! {
                ended = bot.ended() => return ended,
                is_cut = power_is(telegram, false, &stop) => if is_cut {
                    bot.kill().await;
                } else {
                    return bot.ended().await;
                },
            }
        }
        Ok(())
    }

    /// The same, while a scene is played in it. A scene that is played at once ends the sandbox; another one stays on
    /// the page until `stop`.
    pub async fn perform(self, script: Script, tempo: Tempo, stop: CancellationToken) -> Result<(), SceneError> {
        let telegram = self.scene.telegram.clone();
        if let Some(start) = script.start {
            telegram.set_clock(start);
        }
        let bot = self.play(stop.clone());
        let scene = async {
            let played = script.play(&telegram, tempo, async |_| {}).await;
            if played.is_ok() && tempo == Tempo::Readable {
                stop.cancelled().await;
            }
            stop.cancel();
            played
        };
        let (bot, scene) = tokio::join!(bot, scene);
        bot?;
        Ok(scene?)
    }

    fn begin(&self, stop: CancellationToken) -> Result<Running, StartError> {
        let (config, bot, telegram) = (self.config.clone(), self.bot.clone(), self.scene.telegram.clone());
        let work = async move {
            let clock = Arc::new(SandboxClock::of(&telegram));
            let onlooker = Arc::new(Onlooker::of(&telegram)) as Arc<dyn Observer>;
            serve_by(clock, Some(onlooker), &config, &bot, stop).await
        };
        Running::begin(work).map_err(|error| problem(&self.url, &error))
    }
}

fn problem(address: &str, error: &io::Error) -> StartError {
    StartError::Page { address: address.to_owned(), problem: error.to_string() }
}

/// Waits until the bot is wanted, or no longer; `false`: told to stop meanwhile.
async fn power_is(telegram: &Telegram, on: bool, stop: &CancellationToken) -> bool {
    let mut news = telegram.subscribe();
    while telegram.is_bot_wanted() != on {
        tokio::select! {
            heard = news.recv() => if matches!(heard, Err(RecvError::Closed)) { return false },
            () = stop.cancelled() => return false,
        }
    }
    true
}
