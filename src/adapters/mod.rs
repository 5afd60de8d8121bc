//! adapters
pub mod index;
