//! A person is fetched: a case with a number and a promise, a topic with the sheet and what was said.

use super::effect::Effect;
use super::judgement::Verdict;
use super::phase::{Asked, Phase};
use super::turn::Turn;
use super::wording::Wording;
use crate::domain::case::{Case, CaseState, Reason};
use crate::domain::delivery::{Lane, TopicIcon, Urgency};
use crate::domain::happening::Kind;
use crate::domain::ids::{CaseNumber, EntryId, LineId, ThemeId};
use crate::domain::wait::Wait;

/// What was said before takes at most so many messages; pages that are not needed are not sent.
pub const HISTORY_PAGES: usize = 3;

impl Turn<'_> {
    /// Opens a case and tells the client; returns the line in which they hear it.
    ///
    /// With a case open it tells where that stands instead: nobody waits in two queues.
    pub(super) fn open_case(&mut self, reason: Reason) -> Option<LineId> {
        if self.conversation.phase.open_case().is_some() {
            return self.tell_where_it_stands();
        }
        if let Some(line) = self.is_too_crowded_for(reason) {
            return Some(line);
        }
        let Some(number) = self.context.fresh_case else {
            self.lack_case_number();
            return None;
        };
        let theme = self.theme();
        let (place, language) = (self.conversation.place.clone(), self.conversation.language);
        let Some(desk) = self.context.catalogue.desks.desk_for(place.as_ref(), theme.as_ref(), language) else {
            return Some(self.say(Wording::NothingElse));
        };
        let (now, wait) = (self.context.now, Wait::from(self.context.now));
        let case = Case {
            number,
            client: self.conversation.client,
            desk: desk.id.clone(),
            state: CaseState::Waiting,
            reason,
            distress: false,
            owner: None,
            lent_by: None,
            language,
            place,
            theme,
            question: self.last_question(),
            shown: self.shown_entries(),
            opened: now,
            promise: desk.promise(&wait),
            wait: Some(wait),
            taken: None,
            answered: None,
            appointments: Vec::new(),
            explained: None,
            sheet: None,
            icon: TopicIcon::default(),
            closed: None,
            outcome: None,
            referred_to: None,
            gap: None,
            helped: None,
        };
        let case = Case { icon: case.icon_at(now), ..case };
        let line = self.say_who_comes(&case, &desk.name);
        self.keep_case(case, |case| Phase::Waiting { case });
        self.count_why(Kind::CaseOpened, reason.word());
        self.open_topic();
        for attachment in std::mem::take(&mut self.conversation.attachments) {
            self.relay(Lane::Case(number), attachment, None);
        }
        self.set_ladder();
        Some(line)
    }

    /// The client hears the number and the promise of a case that is opened.
    fn say_who_comes(&mut self, case: &Case, desk: &str) -> LineId {
        let Case { number, promise, reason, .. } = *case;
        if reason == Reason::Distress {
            self.note("listen");
            return self.say(Wording::Listening { case: number, promise });
        }
        self.note(format!("handover:{}", reason.word()));
        self.say(Wording::HandedOver { case: number, promise, desk: desk.to_owned(), reason })
    }

    /// The topic of the open case, with the pinned sheet and what was said before.
    pub(super) fn open_topic(&mut self) {
        let Some(case) = self.conversation.phase.open_case().cloned() else { return };
        let lane = Lane::Case(case.number);
        let line = self.next_line();
        self.wish(Effect::OpenTopic { line, case: case.clone() });
        let urgency = if case.is_urgent() { Urgency::First } else { Urgency::Soon };
        let wording = self.sheet(&case);
        let sheet = self.say_in_topic(case.number, wording, urgency);
        self.change_case(|case| case.sheet = Some(sheet));
        let pin = self.next_line();
        self.wish(Effect::Pin { line: pin, lane, of: sheet });
        for page in 0..HISTORY_PAGES {
            self.say_in_topic(case.number, Wording::History(page), urgency);
        }
    }

    /// The topic is gone: the case lives on in a new one.
    pub(super) fn reopen_topic(&mut self, case: CaseNumber) {
        if self.open_case_of(case).is_some() {
            self.open_topic();
        }
    }

    /// Says where the open case stands.
    pub(super) fn tell_where_it_stands(&mut self) -> Option<LineId> {
        let case = self.conversation.phase.open_case()?;
        let wording = Wording::WhereItStands {
            case: case.number,
            promise: case.promise.filter(|_| case.wait.is_some()),
            owner: case.owner.as_ref().map(|owner| owner.name.clone()),
            appointments: self.ahead(case),
        };
        Some(self.say(wording))
    }

    /// `/status`: where the case stands, also when there is none.
    pub(super) fn tell_status(&mut self) {
        if self.tell_where_it_stands().is_none() {
            let last = self.conversation.past.last().cloned().map(Box::new);
            self.say(Wording::NoOpenCase { last });
        }
    }

    /// What the case is about: the home of the entry that was shown for the last question. What was not probable enough
    /// to be shown is no sign on a topic either, and no reason to send a client to another desk.
    fn theme(&self) -> Option<ThemeId> {
        let entry = match &self.conversation.asked.last()?.verdict {
            Verdict::Answer(entry) => entry,
            Verdict::Clarify(options) => options.first()?,
            _ => return None,
        };
        self.context.catalogue.entry(entry)?.themes.first().cloned()
    }

    fn last_question(&self) -> String {
        self.conversation.asked.last().and_then(Asked::text).map_or_else(String::new, |text| text.as_str().to_owned())
    }

    /// What the bot showed for the remembered questions, in order, each once.
    fn shown_entries(&self) -> Vec<EntryId> {
        let mut shown: Vec<EntryId> = Vec::new();
        for asked in self.conversation.asked.iter().filter(|asked| asked.answer.is_some()) {
            let entries = match &asked.verdict {
                Verdict::Answer(entry) => std::slice::from_ref(entry),
                Verdict::Clarify(options) => options.as_slice(),
                _ => &[],
            };
            for entry in entries.iter().filter(|entry| !shown.contains(entry)).cloned().collect::<Vec<_>>() {
                shown.push(entry);
            }
        }
        shown
    }
}
