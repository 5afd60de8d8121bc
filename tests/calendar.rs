//! The calendar: which days are holidays, when a desk is open, and by when a promise is kept.

#![expect(clippy::unwrap_used, reason = "a test may fail loudly, its helpers too")]

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::{Date, Time, date};
use jiff::tz::{TimeZone, TimeZoneDatabase};
use loket::domain::holidays::{Holiday, holiday_on};
use loket::domain::moment::Moment;
use loket::domain::working_hours::{Shift, WorkingHours};

/// Every public holiday from 2024 to 2036. Its column `atw_art3` says what the law makes of the day: `1` a holiday,
/// `2` Good Friday, which counts as one for terms only, `0` a Sunday, which is free anyway. All are holidays here.
const HOLIDAYS: &str = include_str!("data/feestdagen-nl-2024-2036.csv");

const DUTCH_NAMES: [(&str, Holiday); 11] = [
    ("Nieuwjaarsdag", Holiday::NewYear),
    ("Goede Vrijdag", Holiday::GoodFriday),
    ("Eerste paasdag", Holiday::Easter),
    ("Tweede paasdag", Holiday::EasterMonday),
    ("Koningsdag", Holiday::KingsDay),
    ("Bevrijdingsdag", Holiday::LiberationDay),
    ("Hemelvaartsdag", Holiday::Ascension),
    ("Eerste pinksterdag", Holiday::Whitsun),
    ("Tweede pinksterdag", Holiday::WhitMonday),
    ("Eerste kerstdag", Holiday::Christmas),
    ("Tweede kerstdag", Holiday::SecondChristmasDay),
];

fn amsterdam() -> TimeZone {
    TimeZoneDatabase::bundled().get("Europe/Amsterdam").unwrap()
}

fn shift(from: &str, to: &str) -> Shift {
    let time = |text: &str| text.parse::<Time>().unwrap();
    Shift { from: time(from), to: time(to) }
}

/// A desk with office hours from Monday to Friday and a lunch break.
fn office() -> WorkingHours {
    let day = || vec![shift("09:00", "12:30"), shift("13:00", "17:00")];
    WorkingHours {
        zone: amsterdam(),
        week: [day(), day(), day(), day(), day(), vec![], vec![]],
        closures: BTreeSet::new(),
        worked_holidays: vec![],
    }
}

/// A desk that also works in the night in which the clock changes.
fn night_watch() -> WorkingHours {
    WorkingHours { week: [vec![], vec![], vec![], vec![], vec![], vec![], vec![shift("00:00", "06:00")]], ..office() }
}

/// A moment on the wall clock: `2026-12-24 16:30`.
fn at(local: &str) -> Moment {
    let written: jiff::civil::DateTime = local.parse().unwrap();
    Moment::from(written.to_zoned_datetime(amsterdam()).unwrap().timestamp())
}

/// What the clock on the wall says.
fn clock(moment: Option<Moment>) -> String {
    moment.map_or_else(
        || "never".to_owned(),
        |moment| moment.timestamp().to_zoned_datetime(amsterdam()).strftime("%a %-d %b %Y %H:%M").to_string(),
    )
}

/// By when somebody reacts who promised `hours` working hours at `asked`.
fn promised(desk: &WorkingHours, asked: &str, hours: u32) -> String {
    clock(desk.after(at(asked), hours))
}

#[test]
fn the_holidays_of_thirteen_years_are_those_of_the_law_and_no_others() {
    let names: BTreeMap<_, _> = DUTCH_NAMES.into_iter().collect();
    let mut expected: BTreeMap<Date, Holiday> = BTreeMap::new();
    for row in HOLIDAYS.lines().skip(1) {
        let columns: Vec<_> = row.split(',').collect();
        expected.insert(columns[0].parse().unwrap(), names[columns[2]]);
    }
    assert_eq!(expected.len(), 13 * 11, "eleven days a year");

    let mut day = date(2024, 1, 1);
    while day < date(2037, 1, 1) {
        assert_eq!(holiday_on(day), expected.get(&day).copied(), "{day}");
        day = day.tomorrow().unwrap();
    }
}

#[test]
fn kings_day_moves_to_saturday_when_the_27th_is_a_sunday() {
    assert_eq!(holiday_on(date(2031, 4, 26)), Some(Holiday::KingsDay));
    assert_eq!(holiday_on(date(2031, 4, 27)), None);
}

#[test]
fn a_question_in_the_morning_is_answered_the_same_day_and_lunch_does_not_count() {
    assert_eq!(promised(&office(), "2026-11-23 09:15", 2), "Mon 23 Nov 2026 11:15");
    assert_eq!(promised(&office(), "2026-11-23 11:30", 2), "Mon 23 Nov 2026 14:00");
    assert_eq!(promised(&office(), "2026-11-23 12:45", 1), "Mon 23 Nov 2026 14:00");
}

#[test]
fn a_promise_that_ends_with_the_shift_ends_there_and_not_after_lunch() {
    assert_eq!(promised(&office(), "2026-11-23 11:30", 1), "Mon 23 Nov 2026 12:30");
    assert_eq!(promised(&office(), "2026-11-23 16:00", 1), "Mon 23 Nov 2026 17:00");
}

#[test]
fn at_night_and_in_the_weekend_the_hours_begin_to_count_in_the_morning() {
    assert_eq!(promised(&office(), "2026-11-23 22:00", 2), "Tue 24 Nov 2026 11:00");
    assert_eq!(promised(&office(), "2026-11-21 10:00", 2), "Mon 23 Nov 2026 11:00");
    assert_eq!(clock(office().next_open(at("2026-11-21 10:00"))), "Mon 23 Nov 2026 09:00");
    assert_eq!(clock(office().next_open(at("2026-11-23 12:40"))), "Mon 23 Nov 2026 13:00");
    assert_eq!(clock(office().next_open(at("2026-11-23 10:00"))), "Mon 23 Nov 2026 10:00");
}

#[test]
fn on_christmas_eve_at_half_past_four_the_answer_comes_on_monday() {
    // Half an hour on Thursday the 24th; the 25th and 26th are holidays, the 27th is a Sunday.
    assert_eq!(promised(&office(), "2026-12-24 16:30", 4), "Mon 28 Dec 2026 12:30");
}

#[test]
fn good_friday_is_a_day_off_unless_the_desk_works() {
    assert_eq!(promised(&office(), "2026-04-02 16:00", 2), "Tue 7 Apr 2026 10:00");

    let working = WorkingHours { worked_holidays: vec![Holiday::GoodFriday], ..office() };
    assert_eq!(promised(&working, "2026-04-02 16:00", 2), "Fri 3 Apr 2026 10:00");
    assert!(!working.is_open(at("2026-04-06 10:00")), "Easter Monday stays a day off");
}

#[test]
fn nobody_works_on_whit_monday_and_ascension_day() {
    assert_eq!(promised(&office(), "2026-05-22 16:30", 1), "Tue 26 May 2026 09:30");
    assert_eq!(promised(&office(), "2026-05-13 16:30", 1), "Fri 15 May 2026 09:30");
}

#[test]
fn a_local_closure_counts_even_on_a_holiday_that_is_worked() {
    let desk = WorkingHours {
        closures: BTreeSet::from([date(2026, 11, 24), date(2026, 5, 5)]),
        worked_holidays: vec![Holiday::LiberationDay],
        ..office()
    };
    assert_eq!(promised(&desk, "2026-11-23 16:30", 1), "Wed 25 Nov 2026 09:30");
    assert!(!desk.is_open(at("2026-05-05 10:00")), "worked in other years, closed in this one");
    assert!(desk.is_open(at("2027-05-05 10:00")));
}

#[test]
fn the_office_opens_by_the_clock_on_the_wall_after_the_clock_changes() {
    for (friday, monday) in [
        ("2026-03-27 16:30", "Mon 30 Mar 2026 10:30"),
        ("2026-10-23 16:30", "Mon 26 Oct 2026 10:30"),
        ("2027-03-26 16:30", "Tue 30 Mar 2027 10:30"),
        ("2027-10-29 16:30", "Mon 1 Nov 2027 10:30"),
    ] {
        let desk = WorkingHours { worked_holidays: vec![Holiday::GoodFriday], ..office() };
        assert_eq!(promised(&desk, friday, 2), monday);
    }
}

#[test]
fn a_night_in_which_the_clock_changes_has_its_true_length() {
    let night = night_watch();
    // Five hours lie between midnight and six when the clock goes forward, seven when it goes back. 28 March 2027 is
    // Easter.
    let night_at_easter = WorkingHours { worked_holidays: vec![Holiday::Easter], ..night.clone() };
    assert_eq!(promised(&night, "2026-03-29 00:00", 5), "Sun 29 Mar 2026 06:00");
    assert_eq!(promised(&night, "2026-10-25 00:00", 7), "Sun 25 Oct 2026 06:00");
    assert_eq!(promised(&night_at_easter, "2027-03-28 00:00", 5), "Sun 28 Mar 2027 06:00");
    assert_eq!(promised(&night, "2027-10-31 00:00", 7), "Sun 31 Oct 2027 06:00");
    // On an ordinary night there are six.
    assert_eq!(promised(&night, "2026-11-01 00:00", 6), "Sun 1 Nov 2026 06:00");
}

#[test]
fn a_desk_is_open_from_its_first_minute_to_its_last() {
    let desk = office();
    for (moment, open) in [
        ("2026-11-23 08:59:59", false),
        ("2026-11-23 09:00", true),
        ("2026-11-23 12:29:59", true),
        ("2026-11-23 12:30", false),
        ("2026-11-23 13:00", true),
        ("2026-11-23 17:00", false),
        ("2026-11-22 10:00", false),
        ("2026-12-25 10:00", false),
    ] {
        assert_eq!(desk.is_open(at(moment)), open, "{moment}");
    }
}

#[test]
fn a_desk_that_is_closed_for_good_promises_nothing() {
    let closed = WorkingHours { week: std::array::from_fn(|_| vec![]), ..office() };
    assert_eq!(promised(&closed, "2026-11-23 10:00", 1), "never");
    assert_eq!(clock(closed.next_open(at("2026-11-23 10:00"))), "never");
}
