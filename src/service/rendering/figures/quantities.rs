//! Numbers, shares, spans and days in the manner of each language.

use std::time::Duration;

use jiff::civil::Date;

use crate::domain::language::Language;
use crate::domain::period::Period;
use crate::ports::phrases::Value;
use crate::service::rendering::Voice;

impl Voice<'_> {
    /// `1.204`, `1,204`
    pub(super) fn number(&self, number: u32) -> String {
        let between = match self.language {
            Language::Nl => '.',
            Language::En => ',',
        };
        let digits = number.to_string();
        let mut grouped = String::with_capacity(digits.len() + 3);
        for (place, digit) in digits.chars().enumerate() {
            if place > 0 && (digits.len() - place).is_multiple_of(3) {
                grouped.push(between);
            }
            grouped.push(digit);
        }
        grouped
    }

    /// `142 (71%)`
    pub(super) fn number_and_share(&self, part: u32, all: u32) -> String {
        format!("{} ({})", self.number(part), percent(part, all))
    }

    /// `25 min`, `3 u 10 min`, `4 u`
    pub(super) fn span(&self, span: Duration) -> String {
        let minutes = whole_minutes(span);
        let (hours, minutes) = (minutes / 60, minutes % 60);
        let values = [("hours", self.number(hours).into()), ("minutes", minutes.to_string().into())];
        match (hours, minutes) {
            (0, _) => self.say("span-minutes", &values),
            (_, 0) => self.say("span-hours", &values),
            _ => self.say("span-hours-minutes", &values),
        }
    }

    /// `23 t/m 29 november 2026`, `30 november t/m 6 december 2026`
    pub(super) fn days_of(&self, period: &Period) -> String {
        let (first, last) = (period.first(), period.last());
        let from = if (first.year(), first.month()) == (last.year(), last.month()) {
            first.day().to_string()
        } else if first.year() == last.year() {
            self.say("date", &[("day", first.day().to_string().into()), ("month", self.month(first.month()).into())])
        } else {
            self.date(first)
        };
        self.say("figures-days", &[("from", from.into()), ("to", self.date(last).into())])
    }

    /// `ma`, `Mon`
    pub(super) fn weekday_short(&self, day: Date) -> String {
        let number = i64::from(day.weekday().to_monday_one_offset());
        self.say("weekday-short", &[("number", Value::Number(number))])
    }

    /// `23 nov`
    pub(super) fn day_short(&self, day: Date) -> String {
        let month = self.say("month-short", &[("number", Value::Number(i64::from(day.month())))]);
        self.say("date", &[("day", day.day().to_string().into()), ("month", month.into())])
    }
}

/// `71%`
pub(super) fn percent(part: u32, all: u32) -> String {
    format!("{}%", whole_percent(part, all))
}

/// A share in whole per cent; 0 of nothing. Only all is 100, and only none is 0: one broken promise shows.
pub(super) fn whole_percent(part: u32, all: u32) -> u32 {
    if part == 0 || all == 0 {
        return 0;
    }
    if part >= all {
        return 100;
    }
    let (part, all) = (u64::from(part), u64::from(all));
    u32::try_from((part * 200 + all) / (2 * all)).unwrap_or(99).clamp(1, 99)
}

/// A span in whole minutes; what is begun counts.
pub(super) fn whole_minutes(span: Duration) -> u32 {
    u32::try_from(span.as_secs().div_ceil(60)).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::whole_percent;

    #[test]
    fn only_all_is_a_hundred_per_cent_and_only_none_is_nothing() {
        assert_eq!([(0, 0), (0, 9), (9, 9)].map(|(part, all)| whole_percent(part, all)), [0, 0, 100]);
        assert_eq!((whole_percent(9_999, 10_000), whole_percent(1, 10_000)), (99, 1));
        assert_eq!((whole_percent(1, 3), whole_percent(2, 3), whole_percent(1, 200)), (33, 67, 1));
    }
}
