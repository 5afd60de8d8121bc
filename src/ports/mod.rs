//! What the house needs from outside: traits and their errors, no bodies.
//!
//! To add one more need: write the trait here, its contract as a story in `tests/contracts/`, and the adapter
//! under `adapters/`. What is absent on purpose: any foreign crate beside serde, thiserror and async-trait.

pub mod clock;
pub mod incoming;
pub mod intake;
pub mod kept;
pub mod knowledge;
pub mod lease;
pub mod levels;
pub mod messenger;
pub mod meter;
pub mod observer;
pub mod office;
pub mod phrase_keys;
pub mod phrases;
pub mod pictures;
pub mod search;
pub mod sources;
pub mod store;
pub mod vitals;
pub mod words;
