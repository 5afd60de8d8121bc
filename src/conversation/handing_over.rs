//! A person is fetched: a case with a number and a promise, a topic with the sheet and what was said.

use super::effect::Effect;
use super::judgement::Verdict;
use super::phase::{Asked, Phase};
use super::turn::Turn;
use super::wording::Wording;
use crate::domain::case::{Case, CaseState, Reason};
use crate::domain::delivery::{Lane, Urgency};
use crate::domain::ids::{CaseNumber, EntryId, LineId};

impl Turn<'_> {
    /// Opens a case and tells the client; returns the line in which they hear it.
    ///
    /// With a case open it tells where that stands instead: nobody waits in two queues.
    pub(super) fn open_case(&mut self, reason: Reason) -> Option<LineId> {
        if self.conversation.phase.open_case().is_some() {
            return self.tell_where_it_stands();
        }
        let Some(number) = self.context.fresh_case else {
            self.lack_case_number();
            return None;
        };
        let Some(desk) = self.context.catalogue.desks.desk_for(self.conversation.place.as_ref()) else {
            return Some(self.say(Wording::NothingElse));
        };
        let case = Case {
            number,
            client: self.conversation.client,
            desk: desk.id.clone(),
            state: CaseState::Waiting,
            reason,
            owner: None,
            language: self.conversation.language,
            place: self.conversation.place.clone(),
            opened: self.context.now,
            promise: desk.hours.after(self.context.now, desk.promise_hours),
            closed: None,
        };
        let promise = case.promise;
        let line = self.say(match reason {
            Reason::Distress => Wording::Listening { case: number, promise },
            _ => Wording::HandedOver { case: number, promise, desk: desk.name.clone(), reason },
        });
        self.note(match reason {
            Reason::Distress => "listen".to_owned(),
            _ => format!("handover:{}", reason.word()),
        });
        self.open_topic(&case);
        for attachment in std::mem::take(&mut self.conversation.attachments) {
            self.relay(Lane::Case(number), attachment, self.conversation.name.clone());
        }
        self.keep_case(case, |case| Phase::Waiting { case });
        Some(line)
    }

    /// The topic with the pinned sheet and what was said before.
    fn open_topic(&mut self, case: &Case) {
        let lane = Lane::Case(case.number);
        let line = self.next_line();
        self.wish(Effect::OpenTopic { line, case: case.clone() });
        let sheet = Wording::Sheet {
            case: case.clone(),
            client: self.conversation.name.clone(),
            question: self.last_question(),
            shown: self.shown_entries(),
        };
        let urgency = if case.is_urgent() { Urgency::Now } else { Urgency::Soon };
        let sheet = self.say_in_topic(case.number, sheet, urgency);
        let pin = self.next_line();
        self.wish(Effect::Pin { line: pin, lane, of: sheet });
        self.say_in_topic(case.number, Wording::History, urgency);
    }

    /// The topic is gone: the case lives on in a new one.
    pub(super) fn reopen_topic(&mut self, case: CaseNumber) {
        let open = self.conversation.phase.open_case().filter(|open| open.number == case).cloned();
        if let Some(open) = open {
            self.open_topic(&open);
        }
    }

    /// Says where the open case stands.
    pub(super) fn tell_where_it_stands(&mut self) -> Option<LineId> {
        let case = self.conversation.phase.open_case()?;
        let owner = case.owner.as_ref().map(|owner| owner.name.clone());
        let wording = Wording::WhereItStands { case: case.number, promise: case.promise, owner };
        Some(self.say(wording))
    }

    /// The client goes on with the bot.
    pub(super) fn withdraw(&mut self) {
        let Some(case) = self.conversation.phase.open_case().cloned() else {
            self.say(Wording::Ready);
            return;
        };
        self.say(Wording::Withdrawn);
        self.say_in_topic(case.number, Wording::WithdrawnInTopic, Urgency::Now);
        self.count("withdrawn");
        self.close(case);
    }

    /// Ends a case: its topic closes, and the bot answers again.
    pub(super) fn close(&mut self, case: Case) {
        let line = self.next_line();
        self.wish(Effect::CloseTopic { line, lane: Lane::Case(case.number) });
        self.conversation.relayed.clear();
        self.conversation.asked.clear();
        let closed = Case { state: CaseState::Closed, closed: Some(self.context.now), ..case };
        self.keep_case(closed, |case| Phase::Closed { case: case.number });
    }

    fn last_question(&self) -> String {
        self.conversation.asked.last().and_then(Asked::text).map_or_else(String::new, |text| text.as_str().to_owned())
    }

    /// What the bot showed for the remembered questions, in order.
    fn shown_entries(&self) -> Vec<EntryId> {
        self.conversation
            .asked
            .iter()
            .filter(|asked| asked.answer.is_some())
            .flat_map(|asked| match &asked.verdict {
                Verdict::Answer(entry) => vec![entry.clone()],
                Verdict::Clarify(options) => options.clone(),
                _ => Vec::new(),
            })
            .collect()
    }
}
