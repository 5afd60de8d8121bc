//! Values as editors write them in TOML, made into the nouns of the house.
//!
//! Each says in both languages what is wrong with it.

use std::collections::BTreeMap;

use jiff::civil::{Date, DateTime, Time};
use serde::de::DeserializeOwned;
use url::Url;

use crate::domain::area::AreaCode;
use crate::domain::catalogue::Signal;
use crate::domain::entry::{Checked, Confidence, Form, Kind, Status};
use crate::domain::gold::GoldAction;
use crate::domain::holidays::Holiday;
use crate::domain::ids::{EntryId, ThemeId};
use crate::domain::in_both::{InBoth, in_both};
use crate::domain::language::Language;
use crate::domain::working_hours::Shift;

/// A value that an editor writes.
pub(super) trait Value: Sized {
    /// What TOML makes of it.
    type Shape: DeserializeOwned;

    /// What we make of it; or what is wrong with it.
    fn of(written: Self::Shape) -> Result<Self, InBoth>;
}

/// Values that are right in every way in which TOML can read them.
macro_rules! as_it_is {
    ($($value:ty),+) => {
        $(impl Value for $value {
            type Shape = Self;

            fn of(written: Self) -> Result<Self, InBoth> {
                Ok(written)
            }
        })+
    };
}

as_it_is!(String, u32, BTreeMap<String, u32>, Confidence, Form, GoldAction, Holiday, Kind, Language, Signal, Status, ThemeId);

impl Value for AreaCode {
    type Shape = String;

    fn of(written: String) -> Result<Self, InBoth> {
        Self::try_from(written.clone()).map_err(|_| {
            in_both!(
                "`{written}` is geen code van een gebied: schrijf NL, een provincie zoals PV23 of een gemeente zoals GM0150",
                "`{written}` is no area code: write NL, a province such as PV23 or a municipality such as GM0150"
            )
        })
    }
}

/// A day, written bare: `2026-12-31`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Day(pub(super) Date);

impl Value for Day {
    type Shape = toml::value::Date;

    fn of(written: toml::value::Date) -> Result<Self, InBoth> {
        // jiff knows the calendar; TOML only the shape.
        let day = written.to_string().parse().map(Self);
        day.map_err(|_| in_both!("de dag {written} bestaat niet", "there is no day {written}"))
    }
}

/// A moment on the clock at the desks, written bare: `2026-11-24T18:00:00`.
#[derive(Clone, Copy, Debug)]
pub(super) struct ClockTime(pub(super) DateTime);

impl Value for ClockTime {
    type Shape = toml::value::Datetime;

    fn of(written: toml::value::Datetime) -> Result<Self, InBoth> {
        let is_whole = written.date.is_some() && written.time.is_some() && written.offset.is_none();
        let read = is_whole.then(|| written.to_string().parse().ok()).flatten();
        read.map(Self)
            .ok_or_else(|| in_both!("`{written}` is geen dag met een tijd", "`{written}` is no day with a time"))
    }
}

/// The moment at which facts were checked: `"2025"`, `"2025-06"` or `"2025-06-12"`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Verified(pub(super) Checked);

impl Value for Verified {
    type Shape = String;

    fn of(written: String) -> Result<Self, InBoth> {
        Checked::parse(&written)
            .map(Self)
            .ok_or_else(|| in_both!("`{written}` is geen jaar, maand of dag", "`{written}` is no year, month or day"))
    }
}

/// An id: small letters, digits and hyphens.
#[derive(Clone, Debug)]
pub(super) struct Slug(pub(super) EntryId);

impl Value for Slug {
    type Shape = String;

    fn of(written: String) -> Result<Self, InBoth> {
        let fits = |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-';
        if !written.is_empty() && written.chars().all(fits) {
            Ok(Self(EntryId::new(written)))
        } else {
            Err(in_both!(
                "`{written}` kan geen id zijn: gebruik kleine letters, cijfers en streepjes",
                "`{written}` is no id: use small letters, digits and hyphens"
            ))
        }
    }
}

/// The address of an official page, to which clients are sent: `https` and a host.
#[derive(Clone, Debug)]
pub(super) struct Address(pub(super) String);

impl Value for Address {
    type Shape = String;

    fn of(written: String) -> Result<Self, InBoth> {
        if is_page(&written, &["https"]) {
            Ok(Self(written))
        } else {
            Err(in_both!("`{written}` is geen adres dat met https begint", "`{written}` is no https address"))
        }
    }
}

/// The address of a page on which facts were read. Nobody is sent there, so an old `http` page will do.
#[derive(Clone, Debug)]
pub(super) struct Source(pub(super) String);

impl Value for Source {
    type Shape = String;

    fn of(written: String) -> Result<Self, InBoth> {
        if is_page(&written, &["https", "http"]) {
            Ok(Self(written))
        } else {
            Err(in_both!("`{written}` is geen webadres", "`{written}` is no address"))
        }
    }
}

fn is_page(written: &str, schemes: &[&str]) -> bool {
    let fits = |url: &Url| schemes.contains(&url.scheme()) && url.domain().is_some_and(|host| host.contains('.'));
    !written.contains(char::is_whitespace) && Url::parse(written).is_ok_and(|url| fits(&url))
}

/// A stretch of the day: `"09:00-12:30"`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Hours(pub(super) Shift);

impl Value for Hours {
    type Shape = String;

    fn of(written: String) -> Result<Self, InBoth> {
        let time = |text: &str| text.trim().parse::<Time>().ok();
        let (from, to) = written
            .split_once('-')
            .and_then(|(from, to)| time(from).zip(time(to)))
            .ok_or_else(|| in_both!("`{written}` is geen tijd van–tot", "`{written}` is no time from–to"))?;
        if from < to {
            Ok(Self(Shift { from, to }))
        } else {
            Err(in_both!("`{written}` eindigt voordat het begint", "`{written}` ends before it begins"))
        }
    }
}
