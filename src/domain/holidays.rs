//! Dutch public holidays.
//!
//! The days of the Algemene termijnenwet, art. 3, as far as they can be computed. Local closures and bridge
//! days are the desk's own and stand in `desks.toml`.

use jiff::civil::{Date, Weekday};
use jiff::{Span, ToSpan};
use serde::Deserialize;

/// A Dutch public holiday; `desks.toml` writes it as `good-friday`.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the days are known by these names")]
pub enum Holiday {
    NewYear,
    GoodFriday,
    Easter,
    EasterMonday,
    KingsDay,
    LiberationDay,
    Ascension,
    Whitsun,
    WhitMonday,
    Christmas,
    SecondChristmasDay,
}

/// The holiday that falls on `day`, if any.
pub fn holiday_on(day: Date) -> Option<Holiday> {
    if day == kings_day(day.year())? {
        return Some(Holiday::KingsDay);
    }
    match (day.month(), day.day()) {
        (1, 1) => return Some(Holiday::NewYear),
        (5, 5) => return Some(Holiday::LiberationDay),
        (12, 25) => return Some(Holiday::Christmas),
        (12, 26) => return Some(Holiday::SecondChristmasDay),
        _ => {}
    }
    let easter = easter(day.year())?;
    let moving: [(Span, Holiday); 6] = [
        ((-2).days(), Holiday::GoodFriday),
        (0.days(), Holiday::Easter),
        (1.day(), Holiday::EasterMonday),
        (39.days(), Holiday::Ascension),
        (49.days(), Holiday::Whitsun),
        (50.days(), Holiday::WhitMonday),
    ];
    moving
        .into_iter()
        .find(|(span, _)| easter.checked_add(*span).is_ok_and(|date| date == day))
        .map(|(_, holiday)| holiday)
}

/// King's Day: 27 April, or the 26th when that is a Sunday.
fn kings_day(year: i16) -> Option<Date> {
    let day = Date::new(year, 4, 27).ok()?;
    if day.weekday() == Weekday::Sunday { day.yesterday().ok() } else { Some(day) }
}

fn easter(year: i16) -> Option<Date> {
    let sunday = computus::gregorian(i32::from(year)).ok()?;
    Date::new(year, i8::try_from(sunday.month).ok()?, i8::try_from(sunday.day).ok()?).ok()
}
