//! Values as editors write them in TOML, made into the nouns of the house.
//!
//! Each says in its own error how it should have been written.

use jiff::civil::{Date, DateTime, Time};
use serde::Deserialize;
use url::Url;

use crate::domain::entry::Checked;
use crate::domain::ids::EntryId;
use crate::domain::working_hours::Shift;

/// A day, written bare: `2026-12-31`.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(try_from = "toml::value::Date")]
pub(super) struct Day(pub(super) Date);

impl TryFrom<toml::value::Date> for Day {
    type Error = String;

    fn try_from(written: toml::value::Date) -> Result<Self, String> {
        // jiff knows the calendar; TOML only the shape.
        written.to_string().parse().map(Self).map_err(|_| format!("there is no day {written}"))
    }
}

/// A moment on the clock at the desks, written bare: `2026-11-24T18:00:00`.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(try_from = "toml::value::Datetime")]
pub(super) struct ClockTime(pub(super) DateTime);

impl TryFrom<toml::value::Datetime> for ClockTime {
    type Error = String;

    fn try_from(written: toml::value::Datetime) -> Result<Self, String> {
        let is_whole = written.date.is_some() && written.time.is_some() && written.offset.is_none();
        let read = is_whole.then(|| written.to_string().parse().ok()).flatten();
        read.map(Self).ok_or_else(|| format!("`{written}` is no day with a time"))
    }
}

/// The moment at which facts were checked: `"2025"`, `"2025-06"` or `"2025-06-12"`.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(try_from = "String")]
pub(super) struct Verified(pub(super) Checked);

impl TryFrom<String> for Verified {
    type Error = String;

    fn try_from(written: String) -> Result<Self, String> {
        Checked::parse(&written).map(Self).ok_or_else(|| format!("`{written}` is no year, month or day"))
    }
}

/// An id: small letters, digits and hyphens.
#[derive(Clone, Debug, Deserialize)]
#[serde(try_from = "String")]
pub(super) struct Slug(pub(super) EntryId);

impl TryFrom<String> for Slug {
    type Error = String;

    fn try_from(written: String) -> Result<Self, String> {
        let fits = |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-';
        if !written.is_empty() && written.chars().all(fits) {
            Ok(Self(EntryId::new(written)))
        } else {
            Err(format!("`{written}` is no id: use small letters, digits and hyphens"))
        }
    }
}

/// The address of an official page, to which clients are sent: `https` and a host.
#[derive(Clone, Debug, Deserialize)]
#[serde(try_from = "String")]
pub(super) struct Address(pub(super) String);

impl TryFrom<String> for Address {
    type Error = String;

    fn try_from(written: String) -> Result<Self, String> {
        if is_page(&written, &["https"]) { Ok(Self(written)) } else { Err(format!("`{written}` is no https address")) }
    }
}

/// The address of a page on which facts were read. Nobody is sent there, so an old `http` page will do.
#[derive(Clone, Debug, Deserialize)]
#[serde(try_from = "String")]
pub(super) struct Source(pub(super) String);

impl TryFrom<String> for Source {
    type Error = String;

    fn try_from(written: String) -> Result<Self, String> {
        if is_page(&written, &["https", "http"]) {
            Ok(Self(written))
        } else {
            Err(format!("`{written}` is no address"))
        }
    }
}

fn is_page(written: &str, schemes: &[&str]) -> bool {
    let fits = |url: &Url| schemes.contains(&url.scheme()) && url.domain().is_some_and(|host| host.contains('.'));
    !written.contains(char::is_whitespace) && Url::parse(written).is_ok_and(|url| fits(&url))
}

/// A stretch of the day: `"09:00-12:30"`.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(try_from = "String")]
pub(super) struct Hours(pub(super) Shift);

impl TryFrom<String> for Hours {
    type Error = String;

    fn try_from(written: String) -> Result<Self, String> {
        let time = |text: &str| text.trim().parse::<Time>().ok();
        let (from, to) = written
            .split_once('-')
            .and_then(|(from, to)| time(from).zip(time(to)))
            .ok_or_else(|| format!("`{written}` is no time from–to"))?;
        if from < to { Ok(Self(Shift { from, to })) } else { Err(format!("`{written}` ends before it begins")) }
    }
}
