//! What happened, in figures: counts, shares and waits over a period.

use std::collections::BTreeMap;
use std::time::Duration;

use super::area::AreaCode;
use super::happening::{Happening, Kind};
use super::ids::ThemeId;
use super::period::Period;

/// A place with fewer questions than this is not told apart: a number so small would point at somebody.
pub const FEWEST_TOLD_APART: u32 = 5;

/// The figures over a period.
#[derive(Clone, Debug, PartialEq)]
pub struct Figures {
    /// The period.
    pub period: Period,
    /// How many questions were asked on each of its days.
    pub per_day: Vec<u32>,
    /// Questions per theme, most first; `None` where the house could not tell.
    pub themes: Vec<(Option<ThemeId>, u32)>,
    /// What questions got at first.
    pub reactions: Reactions,
    /// What clients say of entries.
    pub entries: Opinion,
    /// What clients say of the help of a person.
    pub people: Opinion,
    /// How many cases were opened.
    pub opened: u32,
    /// How many cases were closed.
    pub closed: u32,
    /// Working time until somebody took a case.
    pub claim: Waits,
    /// Working time until a person first wrote to the client.
    pub first_answer: Waits,
    /// Was the first answer there by the promised moment?
    pub promise: Promise,
    /// Questions that were handed over and entries that did not help, per theme, most first.
    pub gaps: Vec<(Option<ThemeId>, u32)>,
    /// Questions per place, most first.
    pub places: Vec<(AreaCode, u32)>,
    /// Questions from places with few questions, or of which the place is not known.
    pub elsewhere: u32,
}

/// What questions got at first; each question counts once.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct Reactions {
    /// An answer.
    pub answered: u32,
    /// A question back.
    pub asked_back: u32,
    /// A person.
    pub handed_over: u32,
    /// A listening ear, and a person.
    pub listened: u32,
}

impl Reactions {
    /// All questions.
    pub const fn all(&self) -> u32 {
        self.answered + self.asked_back + self.handed_over + self.listened
    }
}

/// What clients say.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct Opinion {
    /// It helped.
    pub helped: u32,
    /// It did not.
    pub not: u32,
}

/// Promises that were given.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct Promise {
    /// So many were kept.
    pub kept: u32,
    /// So many were not.
    pub broken: u32,
}

/// How long people waited.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct Waits {
    /// How many waits there were.
    pub count: u32,
    /// Half of them were at most this long.
    pub median: Duration,
    /// Nine in ten of them were at most this long.
    pub ninety: Duration,
}

impl Figures {
    /// The figures of what happened within the period; what happened outside of it is passed over.
    pub fn of(period: Period, happenings: &[Happening]) -> Self {
        let mut count = Count { per_day: vec![0; period.days.len()], ..Count::default() };
        for happening in happenings {
            if let Some(day) = period.day_of(happening.at) {
                count.add(happening, day);
            }
        }
        let told_apart = |(place, times): (Option<AreaCode>, u32)| match place {
            Some(place) if times >= FEWEST_TOLD_APART => Ok((place, times)),
            _ => Err(times),
        };
        let (places, elsewhere): (Vec<_>, Vec<_>) =
            most_first(count.places).into_iter().map(told_apart).partition(Result::is_ok);
        Self {
            period,
            per_day: count.per_day,
            themes: most_first(count.themes),
            reactions: count.reactions,
            entries: count.entries,
            people: count.people,
            opened: count.opened,
            closed: count.closed,
            claim: waits(count.claim),
            first_answer: waits(count.first_answer),
            promise: count.promise,
            gaps: most_first(count.gaps),
            places: places.into_iter().filter_map(Result::ok).collect(),
            elsewhere: elsewhere.into_iter().filter_map(Result::err).sum(),
        }
    }
}

#[derive(Default)]
struct Count {
    per_day: Vec<u32>,
    themes: BTreeMap<Option<ThemeId>, u32>,
    reactions: Reactions,
    entries: Opinion,
    people: Opinion,
    opened: u32,
    closed: u32,
    claim: Vec<Duration>,
    first_answer: Vec<Duration>,
    promise: Promise,
    gaps: BTreeMap<Option<ThemeId>, u32>,
    places: BTreeMap<Option<AreaCode>, u32>,
}

impl Count {
    fn add(&mut self, happening: &Happening, day: usize) {
        if happening.kind.is_a_question() {
            self.add_question(happening, day);
        }
        match happening.kind {
            Kind::Answered => self.reactions.answered += 1,
            Kind::AskedBack => self.reactions.asked_back += 1,
            Kind::HandedOver => {
                self.reactions.handed_over += 1;
                self.add_gap(happening);
            }
            Kind::Listened => self.reactions.listened += 1,
            Kind::Helped => self.entries.helped += 1,
            Kind::NotHelped => {
                self.entries.not += 1;
                self.add_gap(happening);
            }
            Kind::CaseHelped => self.people.helped += 1,
            Kind::CaseNotHelped => self.people.not += 1,
            Kind::CaseOpened => self.opened += 1,
            Kind::Closed => self.closed += 1,
            Kind::Claimed => self.claim.extend(happening.waited.map(|waited| waited.working)),
            Kind::FirstAnswer => {
                self.first_answer.extend(happening.waited.map(|waited| waited.working));
                match happening.waited.and_then(|waited| waited.kept) {
                    Some(true) => self.promise.kept += 1,
                    Some(false) => self.promise.broken += 1,
                    None => {}
                }
            }
            _ => {}
        }
    }

    fn add_question(&mut self, happening: &Happening, day: usize) {
        if let Some(times) = self.per_day.get_mut(day) {
            *times += 1;
        }
        *self.themes.entry(happening.theme.clone()).or_default() += 1;
        *self.places.entry(happening.place.clone()).or_default() += 1;
    }

    fn add_gap(&mut self, happening: &Happening) {
        *self.gaps.entry(happening.theme.clone()).or_default() += 1;
    }
}

/// Most first; what is equal, by name.
fn most_first<K: Ord>(counts: BTreeMap<K, u32>) -> Vec<(K, u32)> {
    let mut counts: Vec<_> = counts.into_iter().collect();
    counts.sort_by_key(|(_, times)| std::cmp::Reverse(*times));
    counts
}

fn waits(mut spans: Vec<Duration>) -> Waits {
    spans.sort_unstable();
    Waits { count: u32::try_from(spans.len()).unwrap_or(u32::MAX), median: part(&spans, 50), ninety: part(&spans, 90) }
}

/// The shortest span that so many per cent of them do not exceed.
fn part(sorted: &[Duration], percent: usize) -> Duration {
    let place = (sorted.len() * percent).div_ceil(100).saturating_sub(1);
    sorted.get(place).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use jiff::tz::TimeZone;

    use super::*;
    use crate::domain::happening::Waited;
    use crate::domain::moment::Moment;
    use crate::domain::period::Span;

    /// A Monday at half past eight, in UTC.
    const NOW: Moment = Moment::from_millis(1_796_027_400_000);
    const HOUR: u64 = 3_600;

    fn period() -> Period {
        Period::before(NOW, Span::Week, TimeZone::UTC)
    }

    fn days_ago(days: u64, kind: Kind) -> Happening {
        Happening::new(kind, NOW.before(Duration::from_hours(24 * days)))
    }

    fn from(place: &str) -> Happening {
        Happening { place: place.to_owned().try_into().ok(), ..days_ago(1, Kind::Answered) }
    }

    fn about(theme: &str, kind: Kind) -> Happening {
        Happening { theme: Some(ThemeId::new(theme)), ..days_ago(1, kind) }
    }

    fn waited(hours: u64, kept: Option<bool>, kind: Kind) -> Happening {
        let working = Duration::from_secs(hours * HOUR);
        Happening { waited: Some(Waited { in_all: working * 3, working, kept }), ..days_ago(2, kind) }
    }

    #[test]
    fn questions_fall_on_their_days_and_today_is_not_over_yet() {
        let happened: Vec<_> = [0, 1, 1, 7, 8].map(|days| days_ago(days, Kind::Answered)).into();
        let figures = Figures::of(period(), &happened);
        assert_eq!(figures.per_day, [1, 0, 0, 0, 0, 0, 2]);
        assert_eq!(figures.reactions.all(), 3);
    }

    #[test]
    fn a_question_counts_once_whatever_else_happens_to_it() {
        let happened = [Kind::AskedBack, Kind::Shown, Kind::SmallTalk, Kind::Corrected, Kind::Helped, Kind::Browsed];
        let figures = Figures::of(period(), &happened.map(|kind| days_ago(1, kind)));
        assert_eq!(figures.reactions, Reactions { asked_back: 1, ..Reactions::default() });
        assert_eq!(figures.entries, Opinion { helped: 1, not: 0 });
    }

    #[test]
    fn a_place_with_few_questions_is_not_told_apart() {
        let many = std::iter::repeat_n(from("GM0150"), 5);
        let few = std::iter::repeat_n(from("GM0153"), 4);
        let happened: Vec<_> = many.chain(few).chain([days_ago(1, Kind::Answered)]).collect();
        let figures = Figures::of(period(), &happened);
        assert_eq!(figures.places, [("GM0150".to_owned().try_into().unwrap(), 5)]);
        assert_eq!(figures.elsewhere, 5);
    }

    #[test]
    fn themes_and_gaps_are_in_order() {
        let happened = [
            about("tax", Kind::Answered),
            about("staff", Kind::HandedOver),
            about("staff", Kind::Answered),
            about("tax", Kind::NotHelped),
            about("tax", Kind::NotHelped),
            days_ago(1, Kind::HandedOver),
        ];
        let figures = Figures::of(period(), &happened);
        let (staff, tax) = (Some(ThemeId::new("staff")), Some(ThemeId::new("tax")));
        assert_eq!(figures.themes, [(staff.clone(), 2), (None, 1), (tax.clone(), 1)]);
        assert_eq!(figures.gaps, [(tax, 2), (None, 1), (staff, 1)]);
    }

    #[test]
    fn waits_are_told_by_the_half_and_by_nine_in_ten() {
        let happened: Vec<_> = (1..=10).rev().map(|hours| waited(hours, None, Kind::Claimed)).collect();
        let claim = Figures::of(period(), &happened).claim;
        let hours = |hours: u64| Duration::from_secs(hours * HOUR);
        assert_eq!(claim, Waits { count: 10, median: hours(5), ninety: hours(9) });
        let one = Figures::of(period(), &[waited(3, None, Kind::Claimed)]).claim;
        assert_eq!(one, Waits { count: 1, median: hours(3), ninety: hours(3) });
    }

    #[test]
    fn a_promise_that_could_not_be_given_was_neither_kept_nor_broken() {
        let happened = [Some(true), Some(false), Some(true), None].map(|kept| waited(1, kept, Kind::FirstAnswer));
        let figures = Figures::of(period(), &happened);
        assert_eq!(figures.promise, Promise { kept: 2, broken: 1 });
        assert_eq!(figures.first_answer.count, 4);
    }

    #[test]
    fn nothing_happened_is_a_figure_too() {
        let figures = Figures::of(period(), &[]);
        assert_eq!((figures.reactions.all(), figures.per_day.len(), figures.claim.count), (0, 7, 0));
    }
}
