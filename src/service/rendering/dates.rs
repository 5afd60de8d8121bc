//! Days and moments as people say them, on the clock of the desk.

use jiff::civil::{Date, DateTime};

use super::voice::Voice;
use crate::domain::entry::Checked;
use crate::domain::moment::Moment;
use crate::ports::phrases::Value;

impl Voice<'_> {
    /// Today, at the desk.
    pub(super) fn today(&self) -> Date {
        self.local(self.house.now).date()
    }

    /// By when: `vandaag vóór 15.30 uur`, `morgen (dinsdag 24 november) vóór 12.00 uur`.
    pub(super) fn before(&self, moment: Moment) -> String {
        let local = self.local(moment);
        let (day, today) = (local.date(), self.today());
        let time = ("time", self.time(local).into());
        if day == today {
            return self.say("before-today", &[time]);
        }
        let tomorrow = today.tomorrow().is_ok_and(|tomorrow| tomorrow == day);
        let key = if tomorrow { "before-tomorrow" } else { "before-later" };
        self.say(key, &[("weekday", self.weekday(day).into()), ("date", self.date_nearby(day).into()), time])
    }

    /// When something is: `vandaag om 15.30 uur`, `morgen (dinsdag 24 november) om 12.00 uur`.
    pub(super) fn at(&self, moment: Moment) -> String {
        let local = self.local(moment);
        let (day, today) = (local.date(), self.today());
        let time = ("time", self.time(local).into());
        if day == today {
            return self.say("at-today", &[time]);
        }
        let tomorrow = today.tomorrow().is_ok_and(|tomorrow| tomorrow == day);
        let key = if tomorrow { "at-tomorrow" } else { "at-later" };
        self.say(key, &[("weekday", self.weekday(day).into()), ("date", self.date_nearby(day).into()), time])
    }

    /// `dinsdag 24 november`
    pub(super) fn day(&self, moment: Moment) -> String {
        let day = self.local(moment).date();
        format!("{} {}", self.weekday(day), self.date_nearby(day))
    }

    /// Does a moment lie on this day, at the desk?
    pub(super) fn is_today(&self, moment: Moment) -> bool {
        self.local(moment).date() == self.today()
    }

    /// A moment in the past: `12 juni 2026, 15.30 uur`.
    pub(super) fn moment(&self, moment: Moment) -> String {
        self.clock(self.local(moment))
    }

    /// The same for a moment on the clock at the desk.
    pub(super) fn clock(&self, local: DateTime) -> String {
        self.say("moment", &[("date", self.date(local.date()).into()), ("time", self.time(local).into())])
    }

    /// `12 juni 2026`
    pub(super) fn date(&self, day: Date) -> String {
        let year = day.year().to_string();
        let (number, month) = (day.day().to_string(), self.month(day.month()));
        self.say("date-with-year", &[("day", number.into()), ("month", month.into()), ("year", year.into())])
    }

    /// When the facts were checked: `Gecontroleerd in 2025.`, `Gecontroleerd op 12 juni 2025.`
    pub(super) fn checked(&self, checked: Checked) -> String {
        match checked {
            Checked::Year(year) => self.say("card-checked-year", &[("year", year.to_string().into())]),
            Checked::Month(year, month) => {
                let month = self.month(month);
                self.say("card-checked-month", &[("month", month.into()), ("year", year.to_string().into())])
            }
            Checked::Day(day) => self.say("card-checked-day", &[("date", self.date(day).into())]),
        }
    }

    /// `12 juni`; with the year when that is another one.
    fn date_nearby(&self, day: Date) -> String {
        if day.year() != self.today().year() {
            return self.date(day);
        }
        self.say("date", &[("day", day.day().to_string().into()), ("month", self.month(day.month()).into())])
    }

    fn time(&self, local: DateTime) -> String {
        let minute = format!("{:02}", local.minute());
        self.say("time", &[("hour", local.hour().to_string().into()), ("minute", minute.into())])
    }

    fn weekday(&self, day: Date) -> String {
        let number = i64::from(day.weekday().to_monday_one_offset());
        self.say("weekday", &[("number", Value::Number(number))])
    }

    pub(super) fn month(&self, month: i8) -> String {
        self.say("month", &[("number", Value::Number(i64::from(month)))])
    }

    fn local(&self, moment: Moment) -> DateTime {
        moment.timestamp().to_zoned_datetime(self.house.zone.clone()).datetime()
    }
}
