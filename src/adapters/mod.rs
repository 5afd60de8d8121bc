//! The outside world, one foreign crate each. Siblings never import each other; only `startup` knows them all.

pub mod charts;
pub mod clock;
pub mod database;
pub mod disk;
pub mod exchange;
pub mod http;
pub mod index;
pub mod knowledge;
pub mod links;
pub mod phrases;
pub mod prometheus;
pub mod telegram;
pub mod watching;
