//! Whether an entry can be used now: the line under the title of a card.

use jiff::civil::Date;

use super::voice::Voice;
use crate::domain::entry::{Entry, Status};

/// Can it no longer be used?
pub(super) fn is_over(status: Status) -> bool {
    status.is_over()
}

impl Voice<'_> {
    /// What a reader must know first, with what came instead; empty when it can be used.
    pub(super) fn standing(&self, entry: &Entry) -> String {
        let today = self.today();
        let status = entry.status_on(today);
        let line = match status {
            Status::Open => return String::new(),
            Status::Upcoming | Status::Seasonal if opens_later(entry, today) => self.opens(entry),
            Status::Upcoming => self.word("card-upcoming"),
            Status::Seasonal => self.word("card-seasonal"),
            Status::Closed if entry.paused.is_some() => self.word("card-paused"),
            Status::Closed => self.closed(entry, today),
            Status::BudgetGone => self.word("card-budget-gone"),
            Status::Ended => self.word("card-ended"),
            Status::Unknown => self.word("card-unknown"),
        };
        let next = entry.successor.as_ref().filter(|_| is_over(status)).and_then(|next| self.catalogue().entry(next));
        match next.and_then(|next| self.text(next)) {
            Some(next) => format!("{line} {}", self.say("card-successor", &[("title", next.title.as_str().into())])),
            None => line,
        }
    }

    fn opens(&self, entry: &Entry) -> String {
        let date = entry.opens.map_or_else(String::new, |first| self.date(first));
        self.say("card-opens", &[("date", date.into())])
    }

    /// With the first day on which it was closed, when that is known.
    fn closed(&self, entry: &Entry, today: Date) -> String {
        match entry.closes.filter(|last| *last < today).and_then(|last| last.tomorrow().ok()) {
            Some(first) => self.say("card-closed-since", &[("date", self.date(first).into())]),
            None => self.word("card-closed"),
        }
    }
}

fn opens_later(entry: &Entry, today: Date) -> bool {
    entry.opens.is_some_and(|first| first > today)
}
