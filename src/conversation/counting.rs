//! What is counted of a conversation: that something happened, and never to whom.

use super::effect::Effect;
use super::judgement::Verdict;
use super::phase::Asked;
use super::turn::Turn;
use crate::domain::case::Case;
use crate::domain::happening::{Happening, Kind, Waited};
use crate::domain::ids::{EntryId, ThemeId};
use crate::domain::moment::Moment;

impl Turn<'_> {
    /// This happened.
    pub(super) fn count(&mut self, kind: Kind) {
        let happening = self.happening(kind);
        self.wish(Effect::Count(happening));
    }

    /// This happened, for this reason or with this outcome.
    pub(super) fn count_why(&mut self, kind: Kind, why: &str) {
        let happening = self.happening(kind);
        self.wish(Effect::Count(Happening { detail: Some(why.to_owned()), ..happening }));
    }

    /// This happened with an entry.
    pub(super) fn count_entry(&mut self, kind: Kind, entry: &EntryId) {
        let happening = self.happening(kind);
        let theme = self.home_of(entry);
        self.wish(Effect::Count(Happening { entry: Some(entry.clone()), theme, ..happening }));
    }

    /// Somebody looked into a theme.
    pub(super) fn count_theme(&mut self, kind: Kind, theme: &ThemeId) {
        let happening = self.happening(kind);
        self.wish(Effect::Count(Happening { theme: Some(theme.clone()), ..happening }));
    }

    /// The last question got its first reaction.
    pub(super) fn count_reaction(&mut self) {
        let Some(asked) = self.conversation.asked.last() else { return };
        let kind = match &asked.verdict {
            Verdict::Answer(_) => Kind::Answered,
            Verdict::Clarify(_) => Kind::AskedBack,
            Verdict::HandOver | Verdict::Person => Kind::HandedOver,
            Verdict::Listen => Kind::Listened,
            Verdict::SmallTalk(_) => Kind::SmallTalk,
        };
        let entry = if let Verdict::Answer(entry) = &asked.verdict { Some(entry.clone()) } else { None };
        // For the figures what comes nearest will do: where nothing fits, it tells what is missing.
        let theme = asked.nearest().filter(|_| kind.is_a_question()).and_then(|nearest| self.home_of(nearest));
        let happening = self.happening(kind);
        self.wish(Effect::Count(Happening { entry, theme, ..happening }));
    }

    /// Somebody does something for the client of the open case, and what the client waited until now.
    pub(super) fn count_wait(&mut self, kind: Kind, case: &Case) {
        let waited = self.waited(case);
        let happening = self.happening(kind);
        self.wish(Effect::Count(Happening { waited: Some(waited), ..happening }));
    }

    /// Something about a closed case.
    pub(super) fn count_past(&mut self, kind: Kind, case: &Case, entry: Option<&EntryId>) {
        let theme = entry.map_or_else(|| case.theme.clone(), |entry| self.home_of(entry));
        let (place, desk) = (case.place.clone(), Some(case.desk.clone()));
        let happening = self.happening(kind);
        self.wish(Effect::Count(Happening { entry: entry.cloned(), theme, place, desk, ..happening }));
    }

    fn happening(&self, kind: Kind) -> Happening {
        let case = self.conversation.phase.open_case();
        Happening {
            theme: case.and_then(|case| case.theme.clone()),
            place: case.map_or_else(|| self.conversation.place.clone(), |case| case.place.clone()),
            desk: case.map(|case| case.desk.clone()),
            language: Some(self.conversation.language),
            ..Happening::new(kind, self.context.now)
        }
    }

    fn waited(&self, case: &Case) -> Waited {
        let now = self.context.now;
        let hours = self.context.catalogue.desks.desk(&case.desk).map(|desk| &desk.hours);
        let running = |since: Moment| hours.map_or_else(Default::default, |hours| hours.between(since, now));
        let working = match case.wait {
            Some(wait) if wait.paused => wait.passed,
            Some(wait) => wait.passed.saturating_add(running(wait.counted_from)),
            None => running(case.opened),
        };
        Waited { in_all: now.since(case.opened), working, kept: case.promise.map(|promise| now <= promise) }
    }

    fn home_of(&self, entry: &EntryId) -> Option<ThemeId> {
        self.context.catalogue.entry(entry)?.themes.first().cloned()
    }
}

impl Asked {
    /// The entry that comes nearest, whether it was shown or not.
    fn nearest(&self) -> Option<&EntryId> {
        match &self.verdict {
            Verdict::Answer(entry) => Some(entry),
            Verdict::Clarify(options) => options.first(),
            _ => self.candidates.first(),
        }
    }
}
