//! From a decision to one commit: wishes become messages, rows of the outbox and lines of the transcript.

use std::collections::BTreeMap;
use std::time::Duration;

use super::deciding::{Cause, Outcome, Said};
use super::house::House;
use super::rendering::Renderer;
use super::shelf::Knowledge;
use crate::conversation::effect::Effect;
use crate::conversation::wording::Wording;
use crate::conversation::{Conversation, Decision};
use crate::domain::case::Case;
use crate::domain::delivery::{Lane, Operation, Outgoing, Urgency};
use crate::domain::happening::{Happening, Kind};
use crate::domain::ids::{CaseNumber, ClientId, DeskId, LineId};
use crate::domain::language::Language;
use crate::domain::message::Message;
use crate::domain::moment::Moment;
use crate::domain::timer::Timer;
use crate::ports::meter::Counted;
use crate::ports::store::{Commit, Speaker, StoreError, TranscriptLine};

/// So many lines of the transcript are shown to a manager.
const HISTORY: u32 = 200;
/// So many lines of the transcript go into a client's own file: all there can be within the retention.
const EVERYTHING: u32 = 100_000;

/// A board is written anew so long after a change: many changes make one edit.
const BOARD_DELAY: Duration = Duration::from_secs(20);

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
    /// Timers to set (`Some`) or remove; the last word on each counts.
    timers: BTreeMap<Timer, Option<Moment>>,
    leaves_topic: Option<CaseNumber>,
    /// The desk that the case was with, when it moves to another.
    left_desk: Option<DeskId>,
    happened: Vec<Happening>,
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
        let timers = cause.timer().map(|timer| (timer, None)).into_iter().collect();
        let mut parts = Parts { transcript: said.lines, timers, leaves_topic: cause.left_topic(), ..Parts::default() };
        for effect in effects {
            self.add(effect, &next, &history, &verdict, &mut parts).await?;
        }
        if let Some(farewell) = &parts.farewell {
            self.house.ports.store.erase(next.client, Some(farewell), cause.update(), self.now).await?;
            return Ok(Outcome { rows: parts.farewell.into_iter().collect(), ..Outcome::default() });
        }
        let state = serde_json::to_string(&next).map_err(|error| StoreError::Corrupt(error.to_string()))?;
        let commit = Commit {
            now: self.now,
            based_on: self.based_on,
            client: next.client,
            state,
            last_contact: next.last_contact,
            handled: cause.update().into_iter().collect(),
            set_timers: parts.timers.iter().filter_map(|(timer, at)| at.map(|at| (*timer, at))).collect(),
            clear_timers: parts.timers.iter().filter(|(_, at)| at.is_none()).map(|(timer, _)| *timer).collect(),
            transcript: parts.transcript,
            corrected: said.corrected,
            boards: self.touched_boards(case.as_ref(), parts.left_desk),
            leaves_topic: parts.leaves_topic,
            case,
            outgoing: parts.outgoing,
            happened: parts.happened,
        };
        self.house.ports.store.commit(&commit).await?;
        if !(commit.set_timers.is_empty() && commit.boards.is_empty()) {
            self.house.alarm_bell.notify_one();
        }
        self.count(&commit.happened);
        Ok(Outcome { notice: parts.notice, rows: commit.outgoing, timers: commit.set_timers })
    }

    /// What happened is kept: it counts for who runs the house too.
    fn count(&self, happened: &[Happening]) {
        let meter = &self.house.ports.meter;
        for happening in happened {
            meter.count(Counted::Happened(happening.kind));
            let kept = happening.waited.and_then(|waited| waited.kept);
            if let (Kind::FirstAnswer, Some(kept)) = (happening.kind, kept) {
                meter.count(Counted::Promise { kept });
            }
        }
    }

    /// What was said before, when somebody is to read it.
    async fn history(&self, next: &Conversation, effects: &[Effect]) -> Result<Vec<TranscriptLine>, StoreError> {
        let shows_history = |effect: &Effect| matches!(effect, Effect::Say { wording: Wording::History(_), .. });
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
            Effect::Say { wording: Wording::History(page), .. }
                if is_told_by_the_sheet(history) || page >= self.renderer.history_pages(history) => {}
            Effect::Say { line, lane, wording, urgency, reply } => {
                let message = self.render(&wording, &lane, next, history);
                parts.transcript.extend(self.line_of_manager(&wording, line, next));
                parts.transcript.extend(self.line_of_ours(&wording, &lane, &message, line, verdict, next));
                let joins = joins(&wording) && matches!(lane, Lane::Case(_));
                let operation = Operation::Send { message, quiet: false, reply, joins };
                parts.outgoing.push(Outgoing { client, line, lane, operation, urgency });
            }
            Effect::Revise { line, lane, of, wording } => {
                let message = self.render(&wording, &lane, next, history);
                parts.transcript.extend(self.line_of_ours(&wording, &lane, &message, line, verdict, next));
                let urgency = if matches!(lane, Lane::Client(_)) { Urgency::Now } else { Urgency::Later };
                let operation = Operation::Edit { line: of, message };
                parts.outgoing.push(Outgoing { client, line, lane, operation, urgency });
            }
            Effect::ReviseCaption { line, lane, of, caption } => {
                let operation = Operation::EditCaption { line: of, caption: caption.as_str().to_owned() };
                parts.outgoing.push(Outgoing { client, line, lane, operation, urgency: Urgency::Now });
            }
            Effect::Relay { line, lane, from, reply } => {
                let operation = Operation::Copy { from, reply };
                parts.outgoing.push(Outgoing { client, line, lane, operation, urgency: Urgency::Now });
            }
            Effect::RelayAlbum { line, lane, from } => {
                let operation = Operation::CopyAlbum { from };
                parts.outgoing.push(Outgoing { client, line, lane, operation, urgency: Urgency::Now });
            }
            Effect::LeaveTopic { lines, case, farewell } => {
                parts.leaves_topic = Some(case.number);
                parts.left_desk = Some(case.desk.clone());
                parts.outgoing.extend(self.farewell_to_topic(lines, &case, &farewell, next).await?);
            }
            effect @ (Effect::OpenTopic { .. }
            | Effect::DressTopic { .. }
            | Effect::ReopenTopic { .. }
            | Effect::CloseTopic { .. }
            | Effect::Pin { .. }) => parts.outgoing.extend(self.of_topic(effect, client)),
            Effect::Wake(timer, at) => drop(parts.timers.insert(timer, Some(at))),
            Effect::LetSleep(timer) => drop(parts.timers.insert(timer, None)),
            Effect::Notice(wording) => {
                parts.notice = Some(self.renderer.message(&wording, next.language, &[]).text.text());
            }
            Effect::SendMyData { line } => parts.outgoing.push(self.my_data(line, next).await?),
            Effect::Erase { farewell } => {
                let message = self.renderer.message(&Wording::Erased, next.language, &[]);
                let operation = Operation::Send { message, quiet: false, reply: None, joins: false };
                let lane = Lane::Client(client);
                parts.farewell = Some(Outgoing { client, line: farewell, lane, operation, urgency: Urgency::Now });
            }
            Effect::Count(happening) => parts.happened.push(happening),
        }
        Ok(())
    }

    fn render(&self, wording: &Wording, lane: &Lane, next: &Conversation, history: &[TranscriptLine]) -> Message {
        // The desk speaks Dutch, whatever the client speaks.
        let language = if matches!(lane, Lane::Client(_)) { next.language } else { Language::default() };
        self.renderer.message(wording, language, history)
    }

    /// What happens to the topic of a case, as a row of the outbox.
    fn of_topic(&self, effect: Effect, client: ClientId) -> Option<Outgoing> {
        let later = |line, lane, operation| Outgoing { client, line, lane, operation, urgency: Urgency::Later };
        Some(match effect {
            Effect::OpenTopic { line, case } => {
                let urgency = if case.is_urgent() { Urgency::First } else { Urgency::Soon };
                let operation = Operation::OpenTopic { look: self.renderer.look(&case) };
                Outgoing { client, line, lane: Lane::Case(case.number), operation, urgency }
            }
            Effect::DressTopic { line, case } => {
                later(line, Lane::Case(case.number), Operation::DressTopic { look: self.renderer.look(&case) })
            }
            // Words for the topic wait behind it: it goes as they go.
            Effect::ReopenTopic { line, lane } => {
                Outgoing { urgency: Urgency::Now, ..later(line, lane, Operation::ReopenTopic) }
            }
            Effect::CloseTopic { line, lane } => later(line, lane, Operation::CloseTopic),
            Effect::Pin { line, lane, of } => later(line, lane, Operation::Pin { line: of }),
            _ => return None,
        })
    }

    /// Words for a topic that the case leaves, and its end: by its place, which the case forgets.
    async fn farewell_to_topic(
        &self,
        lines: [LineId; 3],
        case: &Case,
        farewell: &Wording,
        next: &Conversation,
    ) -> Result<Vec<Outgoing>, StoreError> {
        let Some(topic) = self.house.ports.store.topic_of(case.number).await? else { return Ok(Vec::new()) };
        let ([say, dress, close], lane, client) = (lines, Lane::Topic(topic), next.client);
        let look = self.renderer.look(case);
        let message = self.render(farewell, &lane, next, &[]);
        let operation = Operation::Send { message, quiet: false, reply: None, joins: false };
        Ok(vec![
            Outgoing { client, line: say, lane: lane.clone(), operation, urgency: Urgency::Soon },
            Outgoing {
                client,
                line: dress,
                lane: lane.clone(),
                operation: Operation::DressTopic { look },
                urgency: Urgency::Later,
            },
            Outgoing { client, line: close, lane, operation: Operation::CloseTopic, urgency: Urgency::Later },
        ])
    }

    /// The desks on whose boards the case shows: where it is, and where it was.
    fn touched_boards(&self, case: Option<&Case>, left: Option<DeskId>) -> Vec<(DeskId, Moment)> {
        let due = self.now.after(BOARD_DELAY);
        case.map(|case| case.desk.clone()).into_iter().chain(left).map(|desk| (desk, due)).collect()
    }

    async fn my_data(&self, line: LineId, next: &Conversation) -> Result<Outgoing, StoreError> {
        let transcript = self.house.ports.store.transcript(next.client, EVERYTHING).await?;
        let cases = self.house.ports.store.cases(next.client).await?;
        let caption = self.renderer.message(&Wording::MyData, next.language, &[]);
        let name = self.renderer.my_data_name(next.language);
        let content = self.renderer.my_data(next, &transcript, &cases).into();
        let operation = Operation::Document { name, content, caption };
        Ok(Outgoing { client: next.client, line, lane: Lane::Client(next.client), operation, urgency: Urgency::Now })
    }

    /// The line of the transcript for a manager's words, now that they go to the client.
    fn line_of_manager(&self, wording: &Wording, line: LineId, next: &Conversation) -> Option<TranscriptLine> {
        let Wording::ManagerSays { name, text } = wording else { return None };
        let written = next.relayed.iter().find(|relayed| relayed.line == line).map(|relayed| relayed.message);
        Some(TranscriptLine {
            at: self.now,
            speaker: Speaker::Manager,
            name: name.clone(),
            text: text.clone(),
            message: written,
            line: None,
            decision: String::new(),
            release: None,
            case: next.phase.open_case().map(|case| case.number),
        })
    }

    /// The line of the transcript for what we say to the client.
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

/// Was nothing said but the question, which stands on the sheet?
fn is_told_by_the_sheet(history: &[TranscriptLine]) -> bool {
    history.len() <= 1 && history.iter().all(|line| line.speaker == Speaker::Client)
}

/// May it stand in one message with its neighbours?
const fn joins(wording: &Wording) -> bool {
    matches!(wording, Wording::ClientSays { edited: false, .. } | Wording::ClientSentUnknown)
}
