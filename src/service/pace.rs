//! The messenger's limits, kept before it must remind us.
//!
//! Telegram allows about one message a second in a private chat, twenty operations a minute in a group (edits
//! and new topics count), and some thirty a second over all. These are "at most so many in any such stretch",
//! which a token bucket cannot promise: hence a small sliding window of our own.

use std::collections::{HashMap, VecDeque};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use crate::domain::delivery::Urgency;
use crate::domain::ids::ChatId;
use crate::domain::moment::Moment;

/// Chats that were quiet for longer than this are forgotten.
const FORGET_AFTER: Duration = Duration::from_mins(2);
/// So many chats are remembered before the quiet ones are looked for.
const SWEEP_AT: usize = 4_096;

/// At most `most` operations in any stretch of `span`.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Limit {
    /// How many.
    pub most: usize,
    /// In how long a stretch.
    pub span: Duration,
}

/// The limits of a messenger.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Limits {
    /// In one private chat.
    pub private: Limit,
    /// In one group: sends, edits and topics together.
    pub group: Limit,
    /// Over all chats.
    pub overall: Limit,
}

impl Limit {
    /// How far apart operations are that use all of it evenly.
    fn pause(self) -> Duration {
        self.span / u32::try_from(self.most).unwrap_or(u32::MAX).max(1)
    }
}

impl Limits {
    /// What something this urgent may use of a chat's limit.
    const fn of(&self, chat: ChatId, urgency: Urgency) -> Limit {
        if chat.0 > 0 {
            return self.private;
        }
        let Limit { most, span } = self.group;
        let most = match urgency {
            Urgency::First | Urgency::Now => most,
            Urgency::Soon => most * 4 / 5,
            Urgency::Later => most * 3 / 5,
        };
        Limit { most, span }
    }

    /// Telegram's limits, with a little air.
    pub const TELEGRAM: Self = Self {
        private: Limit { most: 3, span: Duration::from_secs(3) },
        group: Limit { most: 19, span: Duration::from_secs(61) },
        // Evenly, not in bursts: so there are few messages on the way at any moment, and few that a crash could repeat.
        overall: Limit { most: 1, span: Duration::from_millis(35) },
    };
}

/// Says when the next operation in a chat may happen.
#[derive(Debug)]
pub struct Pace {
    limits: Option<Limits>,
    tracks: Mutex<Tracks>,
}

#[derive(Debug, Default)]
struct Tracks {
    overall: VecDeque<Moment>,
    chats: HashMap<ChatId, Track>,
}

#[derive(Debug, Default)]
struct Track {
    done: VecDeque<Moment>,
    frozen_until: Option<Moment>,
    /// The turns that were given to those who must wait.
    turns: Vec<Moment>,
}

impl Pace {
    /// A pace that keeps these limits; `None` keeps only the waits that the messenger asks for.
    pub fn new(limits: Option<Limits>) -> Self {
        Self { limits, tracks: Mutex::default() }
    }

    /// Counts an operation in `chat` that does not wait for its turn.
    pub fn count(&self, chat: ChatId, now: Moment) {
        if self.limits.is_some() {
            let mut tracks = self.tracks();
            tracks.overall.push_back(now);
            tracks.chats.entry(chat).or_default().done.push_back(now);
        }
    }

    /// May an operation in `chat` that counts for `weight` happen now? Counts it when it may; else says from when.
    ///
    /// In a group a part of the room is kept free for what is more urgent: upkeep never keeps people waiting.
    pub fn ask(&self, chat: ChatId, weight: usize, urgency: Urgency, now: Moment) -> Result<(), Moment> {
        let mut tracks = self.tracks();
        if tracks.chats.len() > SWEEP_AT {
            tracks.forget_quiet(now);
        }
        let Tracks { overall, chats } = &mut *tracks;
        let track = chats.entry(chat).or_default();
        let mut from = track.frozen_until.filter(|until| *until > now);
        if let Some(limits) = self.limits {
            let limit = limits.of(chat, urgency);
            from = from.max(room_for(&mut track.done, limit, weight, now)).max(next_free(overall, limits.overall, now));
        }
        if let Some(from) = from {
            let pause = self.limits.map_or(Duration::ZERO, |limits| limits.of(chat, urgency).pause());
            return Err(track.next_turn(from, pause, now));
        }
        if self.limits.is_some() {
            track.done.extend(std::iter::repeat_n(now, weight.max(1)));
            overall.push_back(now);
        }
        Ok(())
    }

    /// Are there limits to keep?
    pub fn is_kept(&self) -> bool {
        self.limits.is_some()
    }

    /// How many operations may happen now over all chats; if none, from when the next.
    ///
    /// Asked before work is taken on, so that what must wait for its turn is not taken at all.
    pub fn room(&self, now: Moment) -> Result<u32, Moment> {
        let Some(limits) = self.limits else { return Ok(u32::MAX) };
        let overall = &mut self.tracks().overall;
        match next_free(overall, limits.overall, now) {
            Some(from) => Err(from),
            None => Ok(u32::try_from(limits.overall.most.saturating_sub(overall.len())).unwrap_or(u32::MAX)),
        }
    }

    /// Nothing in `chat` before `until`: the messenger asked to wait. Other chats go on.
    pub fn freeze(&self, chat: ChatId, until: Moment) {
        let mut tracks = self.tracks();
        let track = tracks.chats.entry(chat).or_default();
        track.frozen_until = track.frozen_until.max(Some(until));
    }

    fn tracks(&self) -> MutexGuard<'_, Tracks> {
        self.tracks.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Track {
    /// When somebody who must wait comes again: one after another, so that a crowd does not ask all at once each time
    /// there is room for one. A turn is no claim: whoever is more urgent goes first when it comes.
    fn next_turn(&mut self, from: Moment, pause: Duration, now: Moment) -> Moment {
        self.turns.retain(|turn| *turn > now);
        let before = u32::try_from(self.turns.len()).unwrap_or(u32::MAX);
        let turn = from.after(pause.saturating_mul(before));
        self.turns.push(turn);
        turn
    }
}

impl Tracks {
    fn forget_quiet(&mut self, now: Moment) {
        self.chats.retain(|_, track| {
            let frozen = track.frozen_until.is_some_and(|until| until > now);
            let active = track.done.back().is_some_and(|last| now.since(*last) < FORGET_AFTER);
            frozen || active
        });
    }
}

/// The same for an operation that counts for several. What never fits goes when everything before it is past.
fn room_for(done: &mut VecDeque<Moment>, limit: Limit, weight: usize, now: Moment) -> Option<Moment> {
    let from = next_free(done, limit, now);
    let needed = (done.len() + weight).saturating_sub(limit.most).min(done.len());
    let last_in_the_way = needed.checked_sub(1).and_then(|at| done.get(at));
    from.max(last_in_the_way.map(|moment| moment.after(limit.span)))
}

/// Drops what lies before the stretch; the moment from which there is room again, `None` when there is room now.
fn next_free(done: &mut VecDeque<Moment>, limit: Limit, now: Moment) -> Option<Moment> {
    while done.front().is_some_and(|first| now.since(*first) >= limit.span || *first > now) {
        done.pop_front();
    }
    (done.len() >= limit.most).then(|| done.front().map_or(now, |first| first.after(limit.span)))
}

#[cfg(test)]
mod tests {
    use super::*;

    const GROUP: ChatId = ChatId(-100);
    const ANNA: ChatId = ChatId(1);

    fn at(seconds: u64) -> Moment {
        Moment::from_millis(0).after(Duration::from_secs(seconds))
    }

    #[test]
    fn a_group_never_sees_more_than_twenty_in_any_minute() {
        let pace = Pace::new(Some(Limits::TELEGRAM));
        let sent: Vec<u64> = (0..600).filter(|second| pace.ask(GROUP, 1, Urgency::Now, at(*second)).is_ok()).collect();
        for window in sent.windows(21) {
            let (Some(first), Some(last)) = (window.first(), window.last()) else { continue };
            assert!(last - first > 60, "21 operations between {first} and {last}");
        }
        assert!(sent.len() > 180, "the budget is used: {}", sent.len());
    }

    #[test]
    fn upkeep_and_new_cases_leave_room_for_people() {
        let pace = Pace::new(Some(Limits::TELEGRAM));
        let many = |urgency, second| (0..30).filter(|_| pace.ask(GROUP, 1, urgency, at(second)).is_ok()).count();
        // One second apart, as the limit over all chats is not what this is about.
        let upkeep: usize = (0..30).map(|second| many(Urgency::Later, second)).sum();
        let cases: usize = (30..40).map(|second| many(Urgency::Soon, second)).sum();
        let people: usize = (40..50).map(|second| many(Urgency::Now, second)).sum();
        assert_eq!((upkeep, cases, people), (11, 4, 4));
    }

    #[test]
    fn an_album_waits_until_all_of_it_fits() {
        let pace = Pace::new(Some(Limits::TELEGRAM));
        assert_eq!(pace.ask(GROUP, 15, Urgency::Now, at(0)), Ok(()));
        assert_eq!(pace.ask(GROUP, 10, Urgency::Now, at(1)), Err(at(61)));
        assert_eq!(pace.ask(GROUP, 4, Urgency::Now, at(2)), Ok(()));
        assert_eq!(pace.ask(GROUP, 10, Urgency::Now, at(61)), Ok(()));
    }

    #[test]
    fn a_crowd_that_must_wait_comes_back_one_after_another() {
        let pace = Pace::new(Some(Limits::TELEGRAM));
        while pace.ask(GROUP, 19, Urgency::Now, at(0)).is_ok() {}
        let turns: Vec<Moment> = (0..50).filter_map(|_| pace.ask(GROUP, 1, Urgency::Now, at(1)).err()).collect();
        assert!(turns.is_sorted_by(|earlier, later| earlier < later), "{turns:?}");
        let last = turns.last().unwrap().since(at(61));
        assert!(last < Duration::from_secs(61 * 3), "fifty find room in three minutes: {last:?}");
    }

    #[test]
    fn a_wait_asked_for_one_chat_holds_no_other() {
        let pace = Pace::new(None);
        pace.freeze(ANNA, at(60));
        assert_eq!(pace.ask(ANNA, 1, Urgency::Now, at(1)), Err(at(60)));
        assert_eq!(pace.ask(ChatId(2), 1, Urgency::Now, at(1)), Ok(()));
        assert_eq!(pace.ask(ANNA, 1, Urgency::Now, at(60)), Ok(()));
    }

    #[test]
    fn a_clock_that_jumps_back_blocks_nobody() {
        let pace = Pace::new(Some(Limits::TELEGRAM));
        for second in 1_000..1_003 {
            assert_eq!(pace.ask(ANNA, 1, Urgency::Now, at(second)), Ok(()));
        }
        assert_eq!(pace.ask(ANNA, 1, Urgency::Now, at(10)), Ok(()));
    }
}
