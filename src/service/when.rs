//! A day and a time as people type them: `morgen 10:00`, `vr 14.30`, `3-12`, `3 december 2026 9 uur`, `friday 9:00`.

use jiff::civil::{Date, Time, Weekday};
use jiff::{ToSpan as _, tz::TimeZone};

use crate::domain::moment::Moment;

/// The months, as they are written in full; three letters are enough.
const MONTHS: [&str; 12] = [
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
];
/// Those that are written otherwise in English.
const ENGLISH_MONTHS: [(&str, i8); 7] =
    [("january", 1), ("february", 2), ("march", 3), ("may", 5), ("june", 6), ("july", 7), ("october", 10)];
/// The weekdays, Monday first; two letters are enough.
const WEEKDAYS: [&str; 7] = ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"];

/// The same in English.
const ENGLISH_WEEKDAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// A day, and the time of day when one was typed.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) struct When {
    pub(super) day: Date,
    pub(super) time: Option<Time>,
}

impl When {
    /// Reads what was typed, seen from `now` in `zone`. A day without a year is the next one; `None` when it is no day.
    pub(super) fn read(written: &str, now: Moment, zone: &TimeZone) -> Option<Self> {
        let today = now.timestamp().to_zoned_datetime(zone.clone()).date();
        let written = written.to_lowercase();
        let words: Vec<&str> =
            written.split([' ', ',']).filter(|word| !word.is_empty() && !FILLERS.contains(word)).collect();
        let (day, rest) = day(&words, today)?;
        let time = match rest {
            [] => None,
            [one] => Some(time(one)?),
            _ => return None,
        };
        Some(Self { day, time })
    }

    /// The moment of it, with `by_default` as the time of day when none was typed.
    pub(super) fn moment(self, by_default: Time, zone: &TimeZone) -> Option<Moment> {
        let time = self.time.unwrap_or(by_default);
        self.day.to_datetime(time).to_zoned_datetime(zone.clone()).ok().map(|zoned| zoned.timestamp().into())
    }
}

/// Words between a day and a time that say nothing.
const FILLERS: [&str; 8] = ["om", "uur", "op", "a.s.", "as", "aanstaande", "at", "on"];

fn day<'w>(words: &'w [&'w str], today: Date) -> Option<(Date, &'w [&'w str])> {
    let (first, rest) = words.split_first()?;
    let relative = match *first {
        "vandaag" | "today" => Some(today),
        "morgen" | "tomorrow" => today.tomorrow().ok(),
        "overmorgen" => today.checked_add(2.days()).ok(),
        word => weekday(word).and_then(|weekday| today.nth_weekday(1, weekday).ok()),
    };
    if let Some(day) = relative {
        // "vrijdag 4 december": the date counts.
        return match self::day(rest, today) {
            Some((dated, rest)) => Some((dated, rest)),
            None => Some((day, rest)),
        };
    }
    if let Some(day) = in_digits(first, today) {
        return Some((day, rest));
    }
    let number: i8 = first.parse().ok()?;
    let (month_word, rest) = rest.split_first()?;
    let month = month(month_word)?;
    match rest
        .split_first()
        .and_then(|(year, rest)| Some((year.parse::<i16>().ok().filter(|year| *year > 2_000)?, rest)))
    {
        Some((year, rest)) => Some((Date::new(year, month, number).ok()?, rest)),
        None => Some((next(number, month, today)?, rest)),
    }
}

/// `3-12`, `3/12`, `3-12-2026`, `2026-12-03`.
fn in_digits(word: &str, today: Date) -> Option<Date> {
    let parts: Vec<i16> = word.split(['-', '/']).map(str::parse).collect::<Result<_, _>>().ok()?;
    let small = |number: i16| i8::try_from(number).ok();
    match parts.as_slice() {
        [day, month] => next(small(*day)?, small(*month)?, today),
        [year, month, day] if *year > 2_000 => Date::new(*year, small(*month)?, small(*day)?).ok(),
        [day, month, year] => {
            let year = if *year < 100 { 2_000 + *year } else { *year };
            Date::new(year, small(*month)?, small(*day)?).ok()
        }
        _ => None,
    }
}

/// The next day with this number in this month.
fn next(number: i8, month: i8, today: Date) -> Option<Date> {
    let this_year = Date::new(today.year(), month, number).ok();
    this_year.filter(|day| *day >= today).or_else(|| Date::new(today.year() + 1, month, number).ok())
}

fn month(word: &str) -> Option<i8> {
    let word = word.trim_end_matches('.');
    let is_meant = |month: &str| word.len() >= 3 && month.starts_with(word);
    let dutch = MONTHS.iter().position(|month| is_meant(month) || (*month == "maart" && word == "mrt"));
    match dutch {
        Some(at) => i8::try_from(at + 1).ok(),
        None => ENGLISH_MONTHS.iter().find(|(month, _)| is_meant(month)).map(|(_, number)| *number),
    }
}

fn weekday(word: &str) -> Option<Weekday> {
    let among = |names: [&str; 7]| names.iter().position(|weekday| word.len() >= 2 && weekday.starts_with(word));
    let at = among(WEEKDAYS).or_else(|| among(ENGLISH_WEEKDAYS))?;
    Weekday::from_monday_zero_offset(i8::try_from(at).ok()?).ok()
}

/// `14:30`, `14.30`, `14u30`, `14u`, `14`.
fn time(word: &str) -> Option<Time> {
    let word = word.trim_end_matches(['u', 'h']);
    let (hour, minute) = word.split_once([':', '.', 'u', 'h']).unwrap_or((word, "0"));
    Time::new(hour.parse().ok()?, minute.parse().ok()?, 0, 0).ok()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    /// Monday 23 November 2026, 11:00 in Amsterdam.
    const NOW: Moment = Moment::from_millis(1_795_428_000_000);

    fn zone() -> TimeZone {
        TimeZone::get("Europe/Amsterdam").unwrap()
    }

    fn read(written: &str) -> Option<String> {
        When::read(written, NOW, &zone()).map(|when| match when.time {
            Some(time) => format!("{} {:02}:{:02}", when.day, time.hour(), time.minute()),
            None => when.day.to_string(),
        })
    }

    #[test]
    fn a_day_is_read_as_people_type_it() {
        for (written, meant) in [
            ("vandaag 15:00", "2026-11-23 15:00"),
            ("morgen 10 uur", "2026-11-24 10:00"),
            ("overmorgen", "2026-11-25"),
            ("vrijdag om 14.30 uur", "2026-11-27 14:30"),
            ("vr 9u", "2026-11-27 09:00"),
            ("maandag 9:00", "2026-11-30 09:00"),
            ("3-12 14:00", "2026-12-03 14:00"),
            ("3 dec 14u30", "2026-12-03 14:30"),
            ("vrijdag 4 december, 9:15", "2026-12-04 09:15"),
            ("2 jan", "2027-01-02"),
            ("friday at 14:30", "2026-11-27 14:30"),
            ("tomorrow 9:00", "2026-11-24 09:00"),
            ("5 march", "2027-03-05"),
            ("3 may", "2027-05-03"),
            ("1 mrt", "2027-03-01"),
            ("12-1-2027", "2027-01-12"),
            ("2027-01-12 08:30", "2027-01-12 08:30"),
        ] {
            assert_eq!(read(written).as_deref(), Some(meant), "{written}");
        }
    }

    #[test]
    fn what_is_no_day_is_not_guessed() {
        for written in ["", "straks", "14:00", "31-2", "3 pinguin", "morgen zo rond tien", "29-13 9:00", "vr 25:00"] {
            assert_eq!(read(written), None, "{written}");
        }
    }

    #[test]
    fn a_time_of_day_holds_on_both_sides_of_the_clock_change() {
        let at = |written: &str| When::read(written, NOW, &zone()).unwrap().moment(Time::midnight(), &zone()).unwrap();
        // 09:00 is 08:00 UTC in winter and 07:00 UTC in summer.
        assert_eq!(at("27-3-2027 9:00").timestamp().to_string(), "2027-03-27T08:00:00Z");
        assert_eq!(at("29-3-2027 9:00").timestamp().to_string(), "2027-03-29T07:00:00Z");
    }

    #[test]
    fn a_day_without_a_time_gets_the_one_it_is_given() {
        let when = When { day: date(2026, 12, 3), time: None };
        let moment = when.moment(Time::constant(9, 0, 0, 0), &zone()).unwrap();
        assert_eq!(moment.timestamp().to_string(), "2026-12-03T08:00:00Z");
    }
}
