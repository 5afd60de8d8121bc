//! What befalls this small world at a visitor's wish: time, and trouble on the line.

use std::time::Duration;

use jiff::Timestamp;
use jiff::civil::{Date, DateTime, Weekday};
use jiff::tz::TimeZone;
use serde::Deserialize;

use super::fault::{Fault, Misfortune};
use super::telegram::Telegram;

/// How long Telegram tells a bot to wait when it sent too much, in seconds.
const WAIT_S: u64 = 10;

/// Misfortunes that strike the next call.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Trouble {
    /// The next message is one too many: 429, and the chat is closed for a while.
    TooManyRequests,
    /// The next message arrives, but the bot does not hear so.
    LostAnswer,
    /// The next call meets a server that is not well.
    ServerError,
    /// The line breaks before the next call is looked at.
    CutLine,
}

impl Trouble {
    /// What goes wrong, and where.
    pub(crate) fn fault(self) -> Fault {
        match self {
            Self::TooManyRequests => Fault::new(Misfortune::RetryAfter(WAIT_S)).at("send*"),
            Self::LostAnswer => Fault::new(Misfortune::AnswerLost).at("send*"),
            Self::ServerError => Fault::new(Misfortune::BadGateway),
            Self::CutLine => Fault::new(Misfortune::ConnectionReset),
        }
    }
}

/// Where the desks are.
fn zone() -> TimeZone {
    TimeZone::get("Europe/Amsterdam").unwrap_or(TimeZone::UTC)
}

/// How long it takes until half past eight, and a minute, on the next weekday in the Netherlands.
pub(crate) fn until_next_morning(now_ms: u64) -> Duration {
    let now = i64::try_from(now_ms).ok().and_then(|now| Timestamp::from_millisecond(now).ok()).unwrap_or_default();
    let now = now.to_zoned_datetime(zone());
    let is_weekday = |day: &Date| !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday);
    let mut days = std::iter::successors(now.date().tomorrow().ok(), |day| day.tomorrow().ok());
    let morning = days.find(is_weekday).map(|day| day.at(8, 31, 0, 0));
    let morning = morning.and_then(|morning| morning.to_zoned_datetime(now.time_zone().clone()).ok());
    morning.map_or(Duration::ZERO, |morning| now.duration_until(&morning).unsigned_abs())
}

impl Telegram {
    /// Sets the clock to a moment, as it stands on the wall of the desks; it runs on from there.
    pub fn set_clock(&self, moment: DateTime) {
        let then = moment
            .to_zoned_datetime(zone())
            .ok()
            .and_then(|then| u64::try_from(then.timestamp().as_millisecond()).ok());
        if let Some(then) = then {
            self.with(|state| {
                state.clock.run_from(then);
                state.changes.push(super::change::Change::World);
            });
        }
    }
}
