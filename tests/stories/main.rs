//! Stories that a reader who does not know Rust can review: what an entrepreneur, a manager and an admin see.
//!
//! Each plays on the real house with a real database and the real search, against the stand-in for Telegram.

mod answers;
mod browsing;
mod languages;
mod misfortunes;
mod people;
mod pieces;
mod privacy;
mod restarts;
mod stage;
mod unreadable;
