//! `loket serve`: the bot for real.

use super::{Failure, block_on, stop};
use crate::config::Config;
use crate::{startup, telemetry};

pub(super) fn run() -> Result<(), Failure> {
    let config = Config::from_environment()?;
    let bot = config.required_bot()?;
    telemetry::start("info");
    block_on(async {
        let stop = stop::at_a_signal();
        Ok(startup::serve(&config, bot, stop).await?)
    })
}
