//! Finding: what people type, and what the counter makes of it.

mod anything;
mod counter;
mod figures;
mod files;
mod signals;
mod stories;
