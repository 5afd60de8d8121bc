//! A small Telegram in a box: the Bot API with the state, limits and moods of the real one, and a page
//! to look at. Newcomers run the bot against it, and so do all end-to-end tests.
//!
//! Start with [`Scene`] for a desk with people, or [`Telegram`] for an empty one; [`Telegram::serve`]
//! gives the address that a bot takes for the Bot API.

mod actor;
mod change;
mod chat;
mod clock;
mod connection;
mod entities;
mod error;
mod fault;
mod files;
mod gateway;
mod group;
mod html;
mod id;
mod inside;
mod ledger;
mod limits;
mod message;
mod methods;
mod page;
mod params;
mod person;
mod picture;
mod polling;
mod presence;
mod profile;
mod query;
mod scene;
mod script;
mod sending;
mod server;
mod state;
mod tap;
mod telegram;
mod topic_icon;
mod topics;
mod updates;
mod view;
mod webhook;
mod wire;
mod world;

pub use actor::Actor;
pub use change::Change;
pub use chat::Right;
pub use error::Refusal;
pub use fault::{Fault, Misfortune};
pub use group::Group;
pub use id::{ChatId, GENERAL, MessageId, PersonId, Place, ThreadId};
pub use inside::{Row, RowCall, Stir, Thought};
pub use ledger::{Call, CallError, Ledger};
pub use limits::Limits;
pub use message::MediaKind;
pub use query::Answer;
pub use scene::{SANDBOX_BOT, SANDBOX_TOKEN, Scene};
pub use script::{Failed, Script, Tempo};
pub use server::Server;
pub use state::State;
pub use telegram::Telegram;
pub use view::{ButtonView, MediaView, MemberView, MessageView, TopicView};
