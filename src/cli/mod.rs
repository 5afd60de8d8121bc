//! The command line: one file a command.
//!
//! Exit codes: 0 done; 1 it did not work, or a check found errors; 2 a setting or an argument is wrong.

mod ask;
mod backup;
mod check;
mod doctor;
mod eval;
mod export;
mod fit;
mod fit_distress;
mod import;
mod moving;
mod release;
mod restore;
mod sandbox;
mod serve;
mod stop;

use std::io::{self, Write as _};
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::config::ConfigFaults;
use crate::service::office::TerminalError;
use crate::startup::{ExportError, StartError};

/// One counter for a region's small businesses, as a Telegram bot.
#[derive(Debug, Parser)]
#[command(
    version,
    about,
    after_help = "Exit codes: 0 done; 1 it did not work, or a check found errors; 2 a setting or an argument is wrong."
)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// The real bot against a stand-in for Telegram, with a page to chat in; no token, no network
    Sandbox(sandbox::Args),
    /// The bot for real
    Serve(serve::Args),
    /// Everything that must be right, looked at: what is wrong, and what to do
    Doctor(doctor::Args),
    /// Everything that is kept, in one new file, while the bot goes on
    Backup(backup::Args),
    /// A backup becomes the database again
    Restore(restore::Args),
    /// One question, answered in the terminal
    Ask(ask::Args),
    /// Every fault and warning of a catalogue
    Check(check::Args),
    /// How well questions find their entry
    Eval(eval::Args),
    /// Fits weights and thresholds on labelled questions
    Fit(fit::Args),
    /// Learns what speaks of distress from the texts in the knowledge folder
    FitDistress(fit_distress::Args),
    /// The catalogue for other programs, or as a file that people change
    Export(export::Args),
    /// What a file would change in a catalogue
    Import(import::Args),
    /// What was published: list, differences, publish, put back; beside a running bot
    #[command(subcommand)]
    Release(release::Args),
    /// Everything that is kept, from SQLite to PostgreSQL or back; while no bot runs
    Move(moving::Args),
}

/// Why a command did not work.
#[derive(Debug, thiserror::Error)]
enum Failure {
    /// Settings to mend.
    #[error(transparent)]
    Settings(#[from] ConfigFaults),
    /// The house could not be put together.
    #[error(transparent)]
    Start(#[from] StartError),
    /// The catalogue can't be handed out.
    #[error(transparent)]
    Export(#[from] ExportError),
    /// A file that is not taken in.
    #[error("{0}")]
    Refused(String),
    /// Releases can't be worked on as was asked.
    #[error(transparent)]
    Release(#[from] TerminalError),
    /// An argument that makes no sense.
    #[error("{0}")]
    Argument(String),
    /// A file or the terminal failed.
    #[error("{0}")]
    Io(#[from] io::Error),
    /// What was asked has a negative answer, already said.
    #[error("")]
    Negative,
}

impl Failure {
    fn exit_code(&self) -> ExitCode {
        match self {
            Self::Settings(_) | Self::Argument(_) => ExitCode::from(2),
            Self::Start(_) | Self::Export(_) | Self::Refused(_) | Self::Release(_) | Self::Io(_) | Self::Negative => {
                ExitCode::FAILURE
            }
        }
    }
}

/// Runs the command that was typed.
pub fn run() -> ExitCode {
    let done = match Cli::parse().command {
        Command::Sandbox(args) => sandbox::run(&args),
        Command::Serve(args) => serve::run(&args),
        Command::Doctor(args) => doctor::run(&args),
        Command::Backup(args) => backup::run(&args),
        Command::Restore(args) => restore::run(&args),
        Command::Ask(args) => ask::run(&args),
        Command::Check(args) => check::run(&args),
        Command::Eval(args) => eval::run(&args),
        Command::Fit(args) => fit::run(&args),
        Command::FitDistress(args) => fit_distress::run(&args),
        Command::Export(args) => export::run(&args),
        Command::Import(args) => import::run(&args),
        Command::Release(args) => release::run(&args),
        Command::Move(args) => moving::run(&args),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        // Somebody who stops reading, as `head` does, is no failure.
        Err(Failure::Io(error)) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(failure) => {
            let message = failure.to_string();
            if !message.is_empty() {
                // There is nobody left to tell when this fails.
                let _ = writeln!(io::stderr(), "{}", message.trim_end());
            }
            failure.exit_code()
        }
    }
}

/// Runs `work` on a runtime with all its threads.
fn block_on<T>(work: impl Future<Output = Result<T, Failure>>) -> Result<T, Failure> {
    tokio::runtime::Builder::new_multi_thread().enable_all().build()?.block_on(work)
}
