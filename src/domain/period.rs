//! A stretch of whole days that figures are about.

use jiff::civil::{Date, Time, Weekday};
use jiff::tz::TimeZone;

use super::moment::Moment;

/// How long it is: whole weeks, so that every weekday counts equally often, and a month of thirty days.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Span {
    /// Seven days.
    Week,
    /// Thirty days.
    Month,
    /// Ninety-one days.
    Quarter,
}

impl Span {
    /// Every span, the shortest first.
    pub const ALL: [Self; 3] = [Self::Week, Self::Month, Self::Quarter];

    /// Its length in days.
    pub const fn days(self) -> u16 {
        match self {
            Self::Week => 7,
            Self::Month => 30,
            Self::Quarter => 91,
        }
    }

    /// Its word in file names and phrases.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Week => "week",
            Self::Month => "month",
            Self::Quarter => "quarter",
        }
    }
}

/// Whole days, one after another, on the clock of a place.
#[derive(Clone, Debug, PartialEq)]
pub struct Period {
    /// The days, in order; never empty.
    pub days: Vec<Date>,
    /// The clock on the wall there.
    pub zone: TimeZone,
}

impl Period {
    /// The whole days before the one on which `now` lies.
    pub fn before(now: Moment, span: Span, zone: TimeZone) -> Self {
        let today = local_day(now, &zone);
        let back = |days: u16| today.checked_sub(jiff::Span::new().days(i64::from(days))).ok();
        Self { days: (1..=span.days()).rev().filter_map(back).collect(), zone }
    }

    /// Its first day.
    pub fn first(&self) -> Date {
        self.days.first().copied().unwrap_or(Date::ZERO)
    }

    /// Its last day.
    pub fn last(&self) -> Date {
        self.days.last().copied().unwrap_or(Date::ZERO)
    }

    /// From its first moment until before the first moment after it.
    pub fn moments(&self) -> (Moment, Moment) {
        let start = |day: Date| {
            let midnight = day.to_datetime(Time::midnight()).to_zoned_datetime(self.zone.clone())?;
            Ok::<_, jiff::Error>(Moment::from(midnight.timestamp()))
        };
        let from = start(self.first()).unwrap_or_default();
        let until = self.last().tomorrow().and_then(start).unwrap_or(from);
        (from, until)
    }

    /// The place of a moment's day among the days.
    pub fn day_of(&self, moment: Moment) -> Option<usize> {
        self.days.binary_search(&local_day(moment, &self.zone)).ok()
    }
}

/// The first moment after `after` that is this weekday and time of day there.
pub fn next_weekly(after: Moment, (weekday, time): (Weekday, Time), zone: &TimeZone) -> Option<Moment> {
    let mut day = local_day(after, zone);
    // Today may be the day and the time be past: then it is a week ahead.
    for _ in 0..=7 {
        let moment = Moment::from(day.to_datetime(time).to_zoned_datetime(zone.clone()).ok()?.timestamp());
        if day.weekday() == weekday && moment > after {
            return Some(moment);
        }
        day = day.tomorrow().ok()?;
    }
    None
}

fn local_day(moment: Moment, zone: &TimeZone) -> Date {
    moment.timestamp().to_zoned_datetime(zone.clone()).date()
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use jiff::civil::date;

    use super::*;

    fn at(local: &str) -> Moment {
        let local: jiff::civil::DateTime = local.parse().unwrap();
        Moment::from(local.to_zoned_datetime(zone()).unwrap().timestamp())
    }

    fn zone() -> TimeZone {
        TimeZone::get("Europe/Amsterdam").unwrap()
    }

    #[test]
    fn a_week_asked_for_on_monday_is_the_week_before_whatever_the_hour() {
        for hour in ["00:00", "08:30", "23:59"] {
            let week = Period::before(at(&format!("2026-11-30T{hour}")), Span::Week, zone());
            assert_eq!((week.first(), week.last()), (date(2026, 11, 23), date(2026, 11, 29)));
            assert_eq!(week.moments(), (at("2026-11-23T00:00"), at("2026-11-30T00:00")));
        }
    }

    /// The clock goes back on 25 October and forward on 29 March: these weeks have an hour more and less.
    #[test]
    fn a_week_with_a_clock_change_begins_and_ends_at_midnight_all_the_same() {
        for (monday, sunday, hours) in [("2026-10-26", "2026-10-25", 169), ("2026-03-30", "2026-03-29", 167)] {
            let week = Period::before(at(&format!("{monday}T08:30")), Span::Week, zone());
            let (from, until) = week.moments();
            assert_eq!(until.since(from), Duration::from_hours(hours));
            assert_eq!(week.day_of(at(&format!("{sunday}T23:59"))), Some(6));
            assert_eq!(week.day_of(until), None);
            assert_eq!(week.day_of(from), Some(0));
        }
    }

    #[test]
    fn the_next_monday_morning_is_this_one_until_it_has_come_and_keeps_to_the_clock_on_the_wall() {
        let next = |from: &str| next_weekly(at(from), (Weekday::Monday, Time::constant(8, 30, 0, 0)), &zone());
        assert_eq!(next("2026-11-30T08:29"), Some(at("2026-11-30T08:30")));
        assert_eq!(next("2026-11-30T08:30"), Some(at("2026-12-07T08:30")));
        assert_eq!(next("2026-12-03T23:59"), Some(at("2026-12-07T08:30")));
        assert_eq!(next("2026-10-24T12:00"), Some(at("2026-10-26T08:30")), "the clock goes back in between");
    }

    #[test]
    fn every_span_has_its_days() {
        for span in Span::ALL {
            let period = Period::before(at("2026-01-15T12:00"), span, zone());
            assert_eq!(period.days.len(), usize::from(span.days()));
            assert_eq!(period.last(), date(2026, 1, 14));
        }
    }
}
