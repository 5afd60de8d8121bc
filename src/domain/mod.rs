//! The nouns of the house.
//!
//! A noun knows what it is and nothing else: no Telegram, no SQL, no search engine, no files, no clock
//! and no randomness. A value that exists is valid; parsing happens at the door.

pub mod absence;
pub mod appointment;
pub mod area;
pub mod audit;
pub mod bsn;
pub mod case;
pub mod catalogue;
pub mod content;
pub mod contradiction;
pub mod correction;
pub mod delivery;
pub mod desk;
pub mod difference;
pub mod doors;
pub mod entry;
pub mod errand;
pub mod evidence;
pub mod figures;
pub mod files;
pub mod gaps;
pub mod gold;
pub mod happening;
pub mod holidays;
pub mod ids;
pub mod in_both;
pub mod intake;
pub mod language;
pub mod message;
pub mod moment;
pub mod nagging;
pub mod notice;
pub mod official;
pub mod period;
pub mod readability;
pub mod region;
pub mod release;
pub mod sentences;
pub mod sheet;
pub mod text;
pub mod timer;
pub mod wait;
pub mod working_hours;
