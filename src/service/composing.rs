//! From a decision to one commit: wishes become messages, rows of the outbox and lines of the transcript.

use super::deciding::{Cause, Outcome, Said};
use super::house::House;
use super::rendering::Renderer;
use super::shelf::Knowledge;
use crate::conversation::effect::Effect;
use crate::conversation::wording::Wording;
use crate::conversation::{Conversation, Decision};
use crate::domain::case::Case;
use crate::domain::delivery::{Lane, Operation, Outgoing, Urgency};
use crate::domain::ids::LineId;
use crate::domain::language::Language;
use crate::domain::message::Message;
use crate::domain::moment::Moment;
use crate::ports::store::{Commit, Speaker, StoreError, Timer, TranscriptLine};

/// So many lines of the transcript are shown to a manager.
const HISTORY: u32 = 200;
/// So many lines of the transcript go into a client's own file: all there can be within the retention.
const EVERYTHING: u32 = 100_000;

/// Makes one commit of one decision.
pub(super) struct Composer<'a> {
    house: &'a House,
    knowledge: &'a Knowledge,
    renderer: Renderer<'a>,
    based_on: i64,
    now: Moment,
}

/// The parts of a commit as they grow.
#[derive(Default)]
struct Parts {
    outgoing: Vec<Outgoing>,
    transcript: Vec<TranscriptLine>,
    set_timers: Vec<(Timer, Moment)>,
    counts: Vec<String>,
    notice: Option<String>,
    farewell: Option<Outgoing>,
}

impl<'a> Composer<'a> {
    pub(super) fn new(house: &'a House, knowledge: &'a Knowledge, based_on: i64, now: Moment) -> Self {
        let retention = house.settings.retention;
        let renderer = Renderer::new(knowledge.phrases.as_ref(), &knowledge.catalogue, now, retention);
        Self { house, knowledge, renderer, based_on, now }
    }

    /// Commits the decision; an erasure takes the place of everything else.
    pub(super) async fn commit(self, decision: Decision, said: Said, cause: Cause) -> Result<Outcome, StoreError> {
        let Decision { next, effects, case, verdict, .. } = decision;
        let before = self.history(&next, &effects).await?;
        let history: Vec<TranscriptLine> = before.into_iter().chain(said.lines.iter().cloned()).collect();
        let mut parts = Parts { transcript: said.lines, ..Parts::default() };
        for effect in effects {
            self.add(effect, &next, &history, &verdict, &mut parts).await?;
        }
        if let Some(farewell) = &parts.farewell {
            self.house.ports.store.erase(next.client, Some(farewell), cause.update(), self.now).await?;
            return Ok(Outcome::default());
        }
        let state = serde_json::to_string(&next).map_err(|error| StoreError::Corrupt(error.to_string()))?;
        let commit = Commit {
            now: self.now,
            based_on: self.based_on,
            client: next.client,
            state,
            last_contact: next.last_contact,
            handled: cause.update().into_iter().collect(),
            set_timers: parts.set_timers,
            clear_timers: cause.timer().into_iter().collect(),
            transcript: parts.transcript,
            corrected: said.corrected,
            case,
            outgoing: parts.outgoing,
            counts: parts.counts,
        };
        self.house.ports.store.commit(&commit).await?;
        Ok(Outcome { notice: parts.notice })
    }

    /// What was said before, when somebody is to read it.
    async fn history(&self, next: &Conversation, effects: &[Effect]) -> Result<Vec<TranscriptLine>, StoreError> {
        let shows_history = |effect: &Effect| matches!(effect, Effect::Say { wording: Wording::History, .. });
        if effects.iter().any(shows_history) {
            self.house.ports.store.transcript(next.client, HISTORY).await
        } else {
            Ok(Vec::new())
        }
    }

    async fn add(
        &self,
        effect: Effect,
        next: &Conversation,
        history: &[TranscriptLine],
        verdict: &str,
        parts: &mut Parts,
    ) -> Result<(), StoreError> {
        let client = next.client;
        match effect {
            Effect::Say { line, lane, wording, urgency } => {
                let message = self.render(&wording, &lane, next, history);
                parts.transcript.extend(self.line_of_ours(&wording, &lane, &message, line, verdict, next));
                let operation = Operation::Send { message, quiet: false };
                parts.outgoing.push(Outgoing { client, line, lane, operation, urgency });
            }
            Effect::Revise { line, lane, of, wording } => {
                let message = self.render(&wording, &lane, next, history);
                parts.transcript.extend(self.line_of_ours(&wording, &lane, &message, line, verdict, next));
                let operation = Operation::Edit { line: of, message };
                parts.outgoing.push(Outgoing { client, line, lane, operation, urgency: Urgency::Now });
            }
            Effect::Relay { line, lane, from, author } => {
                let operation = Operation::Copy { from, author };
                parts.outgoing.push(Outgoing { client, line, lane, operation, urgency: Urgency::Now });
            }
            Effect::OpenTopic { line, case } => parts.outgoing.push(self.open_topic(line, &case)),
            Effect::Pin { line, lane, of } => {
                let operation = Operation::Pin { line: of };
                parts.outgoing.push(Outgoing { client, line, lane, operation, urgency: Urgency::Later });
            }
            Effect::CloseTopic { line, lane } => {
                let operation = Operation::CloseTopic;
                parts.outgoing.push(Outgoing { client, line, lane, operation, urgency: Urgency::Later });
            }
            Effect::Settle(at) => parts.set_timers.push((Timer::Settle, at)),
            Effect::Notice(wording) => {
                parts.notice = Some(self.renderer.message(&wording, next.language, &[]).text.text());
            }
            Effect::SendMyData { line } => parts.outgoing.push(self.my_data(line, next).await?),
            Effect::Erase { farewell } => {
                let message = self.renderer.message(&Wording::Erased, next.language, &[]);
                let operation = Operation::Send { message, quiet: false };
                let lane = Lane::Client(client);
                parts.farewell = Some(Outgoing { client, line: farewell, lane, operation, urgency: Urgency::Now });
            }
            Effect::Count(what) => parts.counts.push(what),
        }
        Ok(())
    }

    fn render(&self, wording: &Wording, lane: &Lane, next: &Conversation, history: &[TranscriptLine]) -> Message {
        // The desk speaks Dutch, whatever the client speaks.
        let language = if matches!(lane, Lane::Client(_)) { next.language } else { Language::default() };
        self.renderer.message(wording, language, history)
    }

    fn open_topic(&self, line: LineId, case: &Case) -> Outgoing {
        let urgency = if case.is_urgent() { Urgency::Now } else { Urgency::Soon };
        let operation = Operation::OpenTopic { name: self.renderer.topic_name(case) };
        Outgoing { client: case.client, line, lane: Lane::Case(case.number), operation, urgency }
    }

    async fn my_data(&self, line: LineId, next: &Conversation) -> Result<Outgoing, StoreError> {
        let transcript = self.house.ports.store.transcript(next.client, EVERYTHING).await?;
        let cases = self.house.ports.store.cases(next.client).await?;
        let caption = self.renderer.message(&Wording::MyData, next.language, &[]);
        let name = self.renderer.my_data_name(next.language);
        let content = self.renderer.my_data(next, &transcript, &cases);
        let operation = Operation::Document { name, content, caption };
        Ok(Outgoing { client: next.client, line, lane: Lane::Client(next.client), operation, urgency: Urgency::Now })
    }

    /// The line of the transcript for what we say to the client. A manager's words stand there already.
    fn line_of_ours(
        &self,
        wording: &Wording,
        lane: &Lane,
        message: &Message,
        line: LineId,
        verdict: &str,
        next: &Conversation,
    ) -> Option<TranscriptLine> {
        let is_managers = matches!(wording, Wording::ManagerSays { .. } | Wording::ManagerSends { .. });
        if is_managers || !matches!(lane, Lane::Client(_)) {
            return None;
        }
        Some(TranscriptLine {
            at: self.now,
            speaker: Speaker::Bot,
            name: String::new(),
            text: message.text.text(),
            message: None,
            line: Some(line),
            decision: verdict.to_owned(),
            release: Some(self.knowledge.catalogue.release.clone()),
            case: next.phase.open_case().map(|case| case.number),
        })
    }
}
