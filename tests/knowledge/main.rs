//! The knowledge: an editor changes a file and hears what is wrong, where, and how to mend it.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test may fail loudly, its helpers too")]

mod editor;

mod anything;
mod desks;
mod embedded;
mod entries;
mod files;
mod links;
mod lists;
mod printing;
mod wording;
