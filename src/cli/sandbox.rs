//! `loket sandbox`: the real bot against a stand-in for Telegram, with a page to chat in. No token, no network.

use std::io::{self, Write as _};
use std::net::SocketAddr;

use super::{Failure, block_on, stop};
use crate::config::Config;
use crate::{startup, telemetry};

/// Where the page is served.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The address of the page; that of the settings when left out
    #[arg(long)]
    address: Option<SocketAddr>,
}

pub(super) fn run(args: &Args) -> Result<(), Failure> {
    let config = Config::from_environment()?;
    let address = args.address.unwrap_or(config.http_addr);
    telemetry::start("warn", config.logs_json);
    block_on(async {
        let stop = stop::at_a_signal();
        let sandbox = startup::open_sandbox(&config, address).await?;
        greet(&sandbox.url)?;
        sandbox.play(stop).await?;
        Ok(())
    })
}

fn greet(url: &str) -> io::Result<()> {
    let mut out = io::stdout().lock();
    writeln!(out, "The sandbox is open: {url}")?;
    writeln!(out, "Left a phone, right the desk. Ask something, tap Mens, and answer as Boris. Ctrl-C ends it.")
}
