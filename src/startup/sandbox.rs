//! The sandbox: the real house against the stand-in for Telegram, with people in it.

use std::io;
use std::net::SocketAddr;

use tokio::net::TcpListener;
use tokio_util::sync::CancellationToken;

use super::{StartError, serve};
use crate::config::{Bot, Config};
use crate::domain::ids::PersonId;
use crate::sandbox::{SANDBOX_TOKEN, Scene, Server};

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
        serve(&self.config, &self.bot, stop).await
    }
}
