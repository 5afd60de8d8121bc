//! `loket serve`: the bot for real.

use super::{Failure, block_on, stop};
use crate::config::Config;
use crate::{startup, telemetry};

/// How it is run.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Ends a webhook that is set for this bot, so that updates can be fetched
    #[arg(long)]
    remove_webhook: bool,
}

pub(super) fn run(args: &Args) -> Result<(), Failure> {
    let config = Config::from_environment()?;
    let bot = config.required_bot()?;
    telemetry::start("info", config.logs_json);
    block_on(async {
        let stop = stop::at_a_signal();
        Ok(startup::serve(&config, bot, args.remove_webhook, stop).await?)
    })
}
