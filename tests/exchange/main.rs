//! Files in and out of the catalogue: an office worker takes a table or an archive, changes something, and hands it in.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may fail loudly, its helpers too"
)]

mod archives;
mod edits;
mod formats;
mod mistakes;
mod office;
mod round_trip;
mod whatever_is_typed;
mod words;
