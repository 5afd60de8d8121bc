//! The calendar: which days are holidays, when a desk is open, and by when a promise is kept.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail loudly, its helpers too")]

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use jiff::civil::{Date, Time, date, time};
use jiff::tz::{TimeZone, TimeZoneDatabase};
use loket::domain::desk::Desk;
use loket::domain::holidays::{Holiday, holiday_on};
use loket::domain::ids::DeskId;
use loket::domain::moment::Moment;
use loket::domain::wait::{Rung, Wait};
use loket::domain::working_hours::{Shift, WorkingHours};
use proptest::prelude::{Strategy, any, prop_assert, prop_assert_eq, prop_oneof, proptest};

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
fn promised(desk: &WorkingHours, asked: &str, hours: u64) -> String {
    clock(desk.after(at(asked), Duration::from_hours(hours)))
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

/// The days on which promises go wrong, for a desk with office hours and a day out on 19 June: who asks then hears by …
#[test]
fn the_table_of_days_on_which_promises_go_wrong() {
    let desk = WorkingHours { closures: BTreeSet::from([date(2026, 6, 19)]), ..office() };
    for (why, asked, hours, answered) in [
        ("24 December 16:30", "2026-12-24 16:30", 1, "Mon 28 Dec 2026 09:30"),
        ("New Year's Eve at closing time", "2026-12-31 17:00", 1, "Mon 4 Jan 2027 10:00"),
        ("Good Friday", "2026-04-03 10:00", 1, "Tue 7 Apr 2026 10:00"),
        ("the day before King's Day on a Monday", "2026-04-24 16:30", 1, "Tue 28 Apr 2026 09:30"),
        // In 2031 the 27th is a Sunday: the day moves to Saturday, and Monday is worked.
        ("King's Day on a Sunday", "2031-04-25 16:30", 1, "Mon 28 Apr 2031 09:30"),
        ("Whit Monday", "2026-05-25 10:00", 1, "Tue 26 May 2026 10:00"),
        ("just before lunch", "2026-11-23 12:15", 1, "Mon 23 Nov 2026 13:45"),
        ("during lunch", "2026-11-23 12:45", 1, "Mon 23 Nov 2026 14:00"),
        ("the night in which the clock goes forward", "2026-03-29 02:30", 1, "Mon 30 Mar 2026 10:00"),
        ("the weekend in which the clock goes forward", "2026-03-27 16:00", 2, "Mon 30 Mar 2026 10:00"),
        ("the night in which the clock goes back", "2026-10-25 02:30", 1, "Mon 26 Oct 2026 10:00"),
        ("the weekend in which the clock goes back", "2026-10-23 16:00", 2, "Mon 26 Oct 2026 10:00"),
        ("a local closure", "2026-06-18 16:00", 2, "Mon 22 Jun 2026 10:00"),
        ("a leap day", "2028-02-28 16:30", 1, "Tue 29 Feb 2028 09:30"),
    ] {
        assert_eq!(promised(&desk, asked, hours), answered, "{why}");
        let answered = desk.after(at(asked), Duration::from_hours(hours)).unwrap();
        assert_eq!(desk.between(at(asked), answered), Duration::from_hours(hours), "{why}, counted back");
    }
}

#[test]
fn only_hours_that_are_worked_are_counted_between_two_moments() {
    let worked = |from, to| office().between(at(from), at(to));
    assert_eq!(worked("2026-11-23 11:30", "2026-11-23 14:00"), Duration::from_hours(2));
    assert_eq!(worked("2026-11-20 16:00", "2026-11-23 09:30"), Duration::from_mins(90));
    assert_eq!(worked("2026-12-24 17:00", "2026-12-28 09:00"), Duration::ZERO);
    assert_eq!(worked("2026-11-23 12:40", "2026-11-23 12:50"), Duration::ZERO);
    assert_eq!(worked("2026-11-23 14:00", "2026-11-23 11:30"), Duration::ZERO, "backwards");
    assert_eq!(worked("2026-11-23 00:00", "2026-11-24 00:00"), Duration::from_mins(450), "a whole day");
}

/// The morning digest: on working days only, in summer and in winter at the same time on the wall.
#[test]
fn the_next_working_day_at_half_past_eight() {
    let desk = WorkingHours { closures: BTreeSet::from([date(2026, 11, 24)]), ..office() };
    for (now, morning) in [
        ("2026-11-23 08:29", "Mon 23 Nov 2026 08:30"),
        ("2026-11-23 08:30", "Wed 25 Nov 2026 08:30"),
        ("2026-11-20 12:00", "Mon 23 Nov 2026 08:30"),
        ("2026-12-24 12:00", "Mon 28 Dec 2026 08:30"),
        ("2026-04-02 12:00", "Tue 7 Apr 2026 08:30"),
        ("2026-03-27 12:00", "Mon 30 Mar 2026 08:30"),
        ("2026-10-23 12:00", "Mon 26 Oct 2026 08:30"),
    ] {
        assert_eq!(clock(desk.next_working_day_at(at(now), time(8, 30, 0, 0))), morning, "{now}");
    }
    let closed = WorkingHours { week: std::array::from_fn(|_| vec![]), ..office() };
    assert_eq!(closed.next_working_day_at(at("2026-11-23 08:00"), time(8, 30, 0, 0)), None);
}

/// A desk that promises to react within so many working hours.
fn desk(hours: WorkingHours, promise_hours: u32) -> Desk {
    Desk {
        id: DeskId::new("deventer"),
        name: "Ondernemersloket Deventer".to_owned(),
        municipalities: vec![],
        themes: vec![],
        languages: vec![],
        lead: None,
        hours,
        promise_hours,
    }
}

/// Half, three quarters, nine tenths and the whole of four hours, and half as long again.
#[test]
fn the_steps_of_the_ladder_come_in_working_hours() {
    let desk = desk(office(), 4);
    let steps = |asked| {
        let wait = Wait::from(at(asked));
        assert_eq!(desk.promise(&wait), desk.hours.after(at(asked), desk.promised()));
        Rung::ALL.map(|rung| clock(desk.rung_at(rung, &wait)))
    };
    assert_eq!(
        steps("2026-11-23 09:00"),
        [
            "Mon 23 Nov 2026 11:00",
            "Mon 23 Nov 2026 12:00",
            // Three hours and 36 minutes, with the lunch break in between.
            "Mon 23 Nov 2026 13:06",
            "Mon 23 Nov 2026 13:30",
            "Mon 23 Nov 2026 15:30",
        ]
    );
    // A step that would come at closing time comes when somebody works again.
    assert_eq!(
        steps("2026-12-24 15:00"),
        [
            "Mon 28 Dec 2026 09:00",
            "Mon 28 Dec 2026 10:00",
            "Mon 28 Dec 2026 10:36",
            "Mon 28 Dec 2026 11:00",
            "Mon 28 Dec 2026 13:30",
        ]
    );
}

/// The clock stood still for a while: what had passed before counts, the rest is counted from later.
#[test]
fn a_wait_that_stood_still_goes_on_where_it_was() {
    let desk = desk(office(), 4);
    let wait = Wait {
        counted_from: at("2026-11-25 09:00"),
        passed: Duration::from_hours(3),
        ..Wait::from(at("2026-11-23 09:00"))
    };
    assert_eq!(clock(desk.promise(&wait)), "Wed 25 Nov 2026 10:00");
    assert_eq!(clock(desk.rung_at(Rung::Nudge, &wait)), "Wed 25 Nov 2026 09:00", "its time had come before");
    assert_eq!(clock(desk.rung_at(Rung::FallBack, &wait)), "Wed 25 Nov 2026 12:00");
}

/// Any week, with shifts that begin and end at any quarter but those of the hour that is skipped or comes twice, and
/// some days off.
fn any_hours() -> impl Strategy<Value = WorkingHours> {
    let quarter = |number: i8| time(number / 4, number % 4 * 15, 0, 0);
    let a_day = (
        any::<bool>(),
        proptest::collection::btree_set((0..93_i8).prop_map(|one| if one > 8 { one + 3 } else { one }), 2..=4),
    )
        .prop_map(move |(works, times)| {
            let times: Vec<Time> = times.into_iter().map(quarter).collect();
            let shifts = times.chunks_exact(2).map(|pair| Shift { from: pair[0], to: pair[1] });
            if works { shifts.collect() } else { vec![] }
        });
    let week = proptest::array::uniform7(a_day);
    let closures = proptest::collection::btree_set(
        (0..700_i32).prop_map(|days| date(2026, 1, 1).checked_add(jiff::Span::new().days(days)).unwrap()),
        0..20,
    );
    (week, closures).prop_map(|(week, closures)| WorkingHours { week, closures, ..office() })
}

/// Any moment in two years; often one near a change of the clock.
fn any_moment() -> impl Strategy<Value = Moment> {
    let near = |day: &'static str| {
        (0..72 * 60_i64).prop_map(move |minutes| Moment::from_millis(at(day).millis() + minutes * 60_000))
    };
    let any = (0..700 * 24 * 60_i64)
        .prop_map(|minutes| Moment::from_millis(at("2026-01-01 00:00").millis() + minutes * 60_000));
    prop_oneof![2 => any, 1 => near("2026-03-28 00:00"), 1 => near("2026-10-24 00:00")]
}

proptest! {
    /// Counting forth and counting back agree, whatever the week looks like and whatever the clock does.
    #[test]
    fn what_is_counted_forth_is_counted_back(hours in any_hours(), from in any_moment(), minutes in 1..3_000_u64) {
        let work = Duration::from_mins(minutes);
        if let Some(done) = hours.after(from, work) {
            prop_assert!(done > from);
            prop_assert_eq!(hours.between(from, done), work);
            prop_assert!(hours.between(from, Moment::from_millis(done.millis() - 1)) < work, "no sooner");
        }
    }

    /// Time worked adds up.
    #[test]
    fn two_spells_are_as_long_as_both(hours in any_hours(), mut moments in proptest::array::uniform3(any_moment())) {
        moments.sort();
        let [first, second, third] = moments;
        // More than a year is not counted.
        if third.since(first) < Duration::from_hours(365 * 24) {
            prop_assert_eq!(hours.between(first, second) + hours.between(second, third), hours.between(first, third));
        }
    }

    /// Nobody is called outside working hours, and the steps come in their order.
    #[test]
    fn every_step_of_the_ladder_comes_while_somebody_works(
        hours in any_hours(),
        since in any_moment(),
        passed in 0..600_u64,
        promise in 1..40_u32,
    ) {
        let desk = desk(hours, promise);
        let wait = Wait { passed: Duration::from_mins(passed), ..Wait::from(since) };
        let steps: Vec<Moment> = Rung::ALL.into_iter().filter_map(|rung| desk.rung_at(rung, &wait)).collect();
        for step in &steps {
            prop_assert!(desk.hours.is_open(*step) && *step >= since);
        }
        prop_assert!(steps.is_sorted());
    }
}
