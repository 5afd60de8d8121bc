//! The knowledge: an editor changes a file and hears what is wrong, where, and how to mend it.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test may fail loudly, its helpers too")]

mod editor;

mod anything;
mod claims;
mod dead_links;
mod desks;
mod doors;
mod embedded;
mod entries;
mod files;
mod gold;
mod languages;
mod links;
mod lists;
mod plain;
mod printing;
mod routes;
mod summary;
mod synonyms;
mod wording;
