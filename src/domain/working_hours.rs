//! When people work, and the moment that lies so many working hours ahead.

use std::collections::BTreeSet;
use std::time::Duration;

use jiff::civil::{Date, Time, Weekday};
use jiff::tz::TimeZone;

use super::holidays::{Holiday, holiday_on};
use super::moment::Moment;

/// How far ahead a promise is sought: a desk that is closed longer than this has no promise to give.
const HORIZON_DAYS: usize = 370;

/// A stretch of a day in which people work.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Shift {
    /// From this time of day,
    pub from: Time,
    /// to this time of day; later than `from`.
    pub to: Time,
}

/// The working hours of a desk.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct WorkingHours {
    /// The clock on the wall there.
    pub zone: TimeZone,
    /// The shifts of each weekday, Monday first, in order; a lunch break lies between two shifts.
    pub week: [Vec<Shift>; 7],
    /// Days on which nobody works beside the public holidays.
    pub closures: BTreeSet<Date>,
    /// Public holidays on which people do work, e.g. Good Friday.
    pub worked_holidays: Vec<Holiday>,
}

impl WorkingHours {
    /// Does somebody work at `moment`?
    pub fn is_open(&self, moment: Moment) -> bool {
        self.spells_on(self.day_of(moment)).any(|(opens, closes)| opens <= moment && moment < closes)
    }

    /// The shifts worked on `day`: none on a closure or a public holiday.
    pub fn shifts_on(&self, day: Date) -> &[Shift] {
        let closed = self.closures.contains(&day)
            || holiday_on(day).is_some_and(|holiday| !self.worked_holidays.contains(&holiday));
        if closed { &[] } else { self.week.get(weekday_index(day.weekday())).map_or(&[], Vec::as_slice) }
    }

    /// The moment at which `work` working time after `from` has passed.
    ///
    /// `None` when so much work is not done within a year: the desk is closed for good.
    pub fn after(&self, from: Moment, work: Duration) -> Option<Moment> {
        let mut left = work;
        let mut day = self.day_of(from);
        for _ in 0..HORIZON_DAYS {
            for (opens, closes) in self.spells_on(day) {
                let begin = opens.max(from);
                let worked = closes.since(begin);
                if worked >= left && closes > begin {
                    return Some(begin.after(left));
                }
                left = left.saturating_sub(worked);
            }
            day = day.tomorrow().ok()?;
        }
        None
    }

    /// The working time between two moments; nothing when `to` is not later. At most a year is counted.
    pub fn between(&self, from: Moment, to: Moment) -> Duration {
        let mut worked = Duration::ZERO;
        let mut day = self.day_of(from);
        for _ in 0..HORIZON_DAYS {
            for (opens, closes) in self.spells_on(day) {
                worked = worked.saturating_add(closes.min(to).since(opens.max(from)));
            }
            match day.tomorrow() {
                Ok(next) if day < self.day_of(to) => day = next,
                _ => break,
            }
        }
        worked
    }

    /// The first moment after `after` that is `time` of day on a day on which somebody works.
    pub fn next_working_day_at(&self, after: Moment, time: Time) -> Option<Moment> {
        let mut day = self.day_of(after);
        for _ in 0..HORIZON_DAYS {
            let moment = self.moment_on(day, time).filter(|moment| *moment > after);
            if let Some(moment) = moment.filter(|_| !self.shifts_on(day).is_empty()) {
                return Some(moment);
            }
            day = day.tomorrow().ok()?;
        }
        None
    }

    /// The first moment at or after `from` at which somebody works.
    pub fn next_open(&self, from: Moment) -> Option<Moment> {
        let mut day = self.day_of(from);
        for _ in 0..HORIZON_DAYS {
            if let Some((opens, _)) = self.spells_on(day).find(|(_, closes)| *closes > from) {
                return Some(opens.max(from));
            }
            day = day.tomorrow().ok()?;
        }
        None
    }

    fn day_of(&self, moment: Moment) -> Date {
        moment.timestamp().to_zoned_datetime(self.zone.clone()).date()
    }

    /// The shifts of `day` as moments: real time, so that a night with a clock change has its true length.
    fn spells_on(&self, day: Date) -> impl Iterator<Item = (Moment, Moment)> {
        self.shifts_on(day)
            .iter()
            .filter_map(move |shift| Some((self.moment_on(day, shift.from)?, self.moment_on(day, shift.to)?)))
    }

    fn moment_on(&self, day: Date, time: Time) -> Option<Moment> {
        day.to_datetime(time).to_zoned_datetime(self.zone.clone()).ok().map(|zoned| zoned.timestamp().into())
    }
}

fn weekday_index(weekday: Weekday) -> usize {
    usize::try_from(weekday.to_monday_zero_offset()).unwrap_or(0)
}
