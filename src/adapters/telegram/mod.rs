//! Telegram: the only room that knows it.
//!
//! To change how something looks in Telegram, see `messenger` and `entities`; what is understood of what people do
//! there, `private` and `group`; what stands behind a button, `buttons`; what Telegram's refusals mean, `failures`.
//!
//! teloxide gives the words of the Bot API (payloads and types). Its dispatcher, its polling and its requests are not
//! used: they tell Telegram that an update was handled before it was, sleep where we must decide, and lose messages of
//! a newer kind. Updates are therefore read here from their JSON, field by field, and kept as they came.

mod answer;
mod bot;
mod buttons;
mod commands;
mod downloads;
mod entities;
mod errands;
mod failures;
mod gap_errands;
mod group;
mod icons;
mod looking;
mod masking;
mod messenger;
mod poll;
mod private;
mod reader;
mod setup;
mod uploads;
mod wire;

pub use bot::{Bot, Patience};
pub use looking::{Group, Standing};
pub use messenger::TelegramMessenger;
pub use poll::{PollError, Poller};
pub use reader::TelegramReader;
pub use setup::{Audience, Me, MenuCommand, SetupError, Webhook};
