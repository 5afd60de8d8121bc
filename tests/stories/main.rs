//! Stories that a reader who does not know Rust can review: what an entrepreneur, a manager and an admin see.
//!
//! Each plays on the real house with a real database and the real search, against the stand-in for Telegram.

#[cfg(test)]
mod answers;
#[cfg(test)]
mod bounds;
#[cfg(test)]
mod broken;
#[cfg(test)]
mod browsing;
#[cfg(test)]
mod corrections;
#[cfg(test)]
mod database;
#[cfg(test)]
mod desk;
#[cfg(test)]
mod figures;
#[cfg(test)]
mod folder;
#[cfg(test)]
mod gaps;
#[cfg(test)]
mod languages;
#[cfg(test)]
mod misfortunes;
#[cfg(test)]
mod nagging;
#[cfg(test)]
mod office;
#[cfg(test)]
mod operator;
#[cfg(test)]
mod overview;
#[cfg(test)]
mod people;
#[cfg(test)]
mod pieces;
#[cfg(test)]
mod privacy;
#[cfg(test)]
mod promise;
#[cfg(test)]
mod restarts;
#[cfg(test)]
mod stage;
#[cfg(test)]
mod terminal;
#[cfg(test)]
mod troubles;
#[cfg(test)]
mod unreadable;
