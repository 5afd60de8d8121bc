//! `loket sandbox`: the real bot against a stand-in for Telegram, with a page to chat in. No token, no network.

use std::io::{self, Write as _};
use std::net::SocketAddr;
use std::path::PathBuf;

use super::{Failure, block_on, stop};
use crate::config::Config;
use crate::startup::{SceneError, Script, Tempo};
use crate::{startup, telemetry};

/// Where the page is served, and what is played on it.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The address of the page; that of the settings when left out
    #[arg(long)]
    address: Option<SocketAddr>,
    /// Plays a written scene on the page, as soon as somebody opens it; see docs/scenes
    #[arg(long, value_name = "FILE")]
    script: Option<PathBuf>,
    /// Plays the scene at once, with nobody looking, and says whether it went as it was written
    #[arg(long, requires = "script")]
    headless: bool,
}

pub(super) fn run(args: &Args) -> Result<(), Failure> {
    let config = Config::from_environment()?;
    let address = args.address.unwrap_or(config.http_addr);
    let script = args.script.as_deref().map(Script::from_file).transpose().map_err(Failure::Argument)?;
    let tempo = if args.headless { Tempo::AtOnce } else { Tempo::Readable };
    telemetry::start("warn", config.logs_json);
    block_on(async {
        let stop = stop::at_a_signal();
        let sandbox = startup::open_sandbox(&config, address).await?;
        let Some(script) = script else {
            greet(&sandbox.url)?;
            return Ok(sandbox.play(stop).await?);
        };
        announce(&sandbox.url, &script.title, tempo)?;
        sandbox.perform(script, tempo, stop).await.map_err(|error| match error {
            SceneError::Start(error) => error.into(),
            SceneError::Failed(_) => Failure::Refused(error.to_string()),
        })
    })
}

fn greet(url: &str) -> io::Result<()> {
    let mut out = io::stdout().lock();
    writeln!(out, "The sandbox is open: {url}")?;
    writeln!(out, "Left a phone, right the desk. Ask something, tap Mens, and answer as Boris. Ctrl-C ends it.")
}

fn announce(url: &str, title: &str, tempo: Tempo) -> io::Result<()> {
    let mut out = io::stdout().lock();
    match tempo {
        Tempo::Readable => writeln!(out, "“{title}” plays as soon as you open {url}. Ctrl-C ends it."),
        Tempo::AtOnce => writeln!(out, "“{title}” is played."),
    }
}
