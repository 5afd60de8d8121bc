//! The use cases: take an update once, gather what the heart needs, decide, commit, deliver.
//!
//! The law of the house: an update is stored before its arrival is confirmed; its effects, the new state, the
//! transcript and "handled" are committed together; delivery comes after, at least once, in order per lane.
//!
//! To add a use case: a file here with one `impl House` block, called from `inbox`, `alarm` or a command in `cli`.
//! What is absent on purpose: Telegram, SQL, tantivy, files. They are behind the ports.

pub mod alarm;
mod composing;
mod crowding;
mod deciding;
mod desk;
pub mod evaluation;
pub mod house;
mod inbox;
mod insisting;
pub mod levels;
pub mod office;
mod outbox;
pub mod pace;
pub mod rendering;
pub mod retention;
pub mod running;
pub mod shelf;
pub mod tenure;
mod when;
