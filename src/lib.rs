//! Loket: one counter for a region's small businesses, in the chat they already have on their phone.
//!
//! The map, from the inside out. Everything points inward; `tests/house.rs` keeps the drawing true.
//!
//! ```text
//! main, cli → startup → { service, adapters, config } → ports → conversation → domain
//! ```
//!
//! - [`domain`]: the nouns (entry, catalogue, area, question, desk, moment).
//! - [`conversation`]: the heart, a chat as a pure state machine: facts in, wishes out.
//! - [`ports`]: what the house needs from outside, as traits.
//! - [`service`]: the use cases: take an update once, decide, commit, deliver.
//! - [`adapters`]: one foreign crate each: Telegram, the database, the search index, files, phrases.
//! - [`sandbox`]: a stand-in for Telegram with a page to look at.

pub mod adapters;
pub mod cli;
pub mod config;
pub mod conversation;
pub mod domain;
pub mod ports;
pub mod sandbox;
pub mod service;
pub mod startup;
pub mod telemetry;
