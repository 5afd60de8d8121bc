//! One fact about one conversation: load, gather, decide, commit. Again from the start when somebody was first.

use std::sync::Arc;
use std::time::Instant;

use super::composing::Composer;
use super::house::House;
use super::shelf::Knowledge;
use crate::conversation::event::{Answered, Event, Found};
use crate::conversation::policy::Policy;
use crate::conversation::{Context, Conversation, Decision, Wanted};
use crate::domain::delivery::Outgoing;
use crate::domain::evidence::Evidence;
use crate::domain::ids::{CaseNumber, ClientId, LineId, MessageRef};
use crate::domain::message::Action;
use crate::domain::moment::Moment;
use crate::domain::timer::Timer;
use crate::ports::incoming::ClientDid;
use crate::ports::meter::{self, Counted, Timed};
use crate::ports::observer::{Decided, Occasion, Step};
use crate::ports::store::{Speaker, StoreError, StoredConversation, TranscriptLine, UpdateId};

/// So often a transition is decided anew because somebody else was first.
const MOST_TRIES: usize = 20;

/// A fact before its evidence is gathered.
#[derive(Clone, Debug)]
pub(super) enum Fact {
    /// The client did something; with their first name as it is now, and the message they replied to.
    Client(String, ClientDid, Option<Answered>),
    /// The client tapped a button; with their first name, and the line the button stood under.
    Tapped(String, Action, Option<LineId>),
    /// Nothing needs to be looked up: somebody at the desk, a timer, a line that did not arrive.
    Known(Event),
}

/// Where a fact came from: it is ended in the same commit.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Cause {
    /// This update.
    Update(UpdateId),
    /// This timer.
    Timer(Timer),
    /// A delivery that failed.
    Delivery,
    /// The topic of this case, which is gone or stands in a group that the desk has left.
    Topic(CaseNumber),
    /// Something the house does of its own accord: somebody goes away or comes back.
    House,
}

impl Cause {
    /// The update, if that was it.
    pub(super) const fn update(self) -> Option<UpdateId> {
        if let Self::Update(update) = self { Some(update) } else { None }
    }

    /// The same, for who looks on.
    const fn occasion(self) -> Occasion {
        match self {
            Self::Update(update) => Occasion::Update(update),
            Self::Timer(timer) => Occasion::Timer(timer),
            Self::Delivery | Self::Topic(_) => Occasion::Delivery,
            Self::House => Occasion::House,
        }
    }

    /// The case that goes on without its topic, if that was it.
    pub(super) const fn left_topic(self) -> Option<CaseNumber> {
        if let Self::Topic(case) = self { Some(case) } else { None }
    }

    /// The timer, if that was it.
    pub(super) const fn timer(self) -> Option<Timer> {
        if let Self::Timer(timer) = self { Some(timer) } else { None }
    }
}

/// What a person said by a fact, for the transcript.
#[derive(Clone, Debug, Default)]
pub(super) struct Said {
    /// New lines.
    pub(super) lines: Vec<TranscriptLine>,
    /// Other words for an earlier message.
    pub(super) corrected: Option<(MessageRef, String)>,
}

/// What came of a fact, for whoever waits for it.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(super) struct Outcome {
    /// A notice for the person who tapped.
    pub(super) notice: Option<String>,
    /// What went into the outbox by it.
    pub(super) rows: Vec<Outgoing>,
    /// What is to be looked at later.
    pub(super) timers: Vec<(Timer, Moment)>,
}

impl House {
    /// Takes one fact in, wholly or not at all.
    pub(super) async fn take_in(&self, client: ClientId, fact: &Fact, cause: Cause) -> Result<Outcome, StoreError> {
        for _ in 0..MOST_TRIES {
            match self.try_to_take_in(client, fact, cause).await {
                Err(StoreError::Conflict) => {}
                other => return other,
            }
        }
        Err(StoreError::Conflict)
    }

    async fn try_to_take_in(&self, client: ClientId, fact: &Fact, cause: Cause) -> Result<Outcome, StoreError> {
        let now = self.now();
        let stored = self.ports.store.load(client).await?;
        let version = stored.as_ref().map_or(0, |stored| stored.version);
        let conversation = match stored {
            Some(stored) => read(&stored)?,
            None => Conversation::new(client, String::new(), now),
        };
        let fact = &self.find_answered(client, fact).await?;
        let knowledge = self.shelf.current();
        let policy =
            Policy { thresholds: knowledge.thresholds, takes_cases: !self.is_crowded(), ..self.settings.policy };
        let said = Said { lines: said_by(fact, &conversation, now), corrected: corrected_by(fact) };
        let begun = Instant::now();
        let (conversation, event) = gather(conversation, fact, &knowledge, &policy, now);
        if is_looked_up(fact) {
            self.ports.meter.time(Timed::Search, begun.elapsed());
        }
        let Some(event) = event else {
            if let Cause::Update(update) = cause {
                self.ports.store.finish_update(update, now).await?;
            }
            return Ok(Outcome::default());
        };
        let (before, found) = (conversation.phase.word(), found_for(&event).cloned());
        let decision = self.decide(conversation, event, &knowledge, &policy, now).await?;
        tracing::info!(
            conversation.phase = decision.next.phase.word(),
            conversation.verdict = %decision.verdict,
            effects = decision.effects.len(),
            "decided"
        );
        let (after, verdict) = (decision.next.phase.word(), decision.verdict.clone());
        let composer = Composer::new(self, &knowledge, version, now);
        let counted = meter::Verdict::of(&decision.verdict);
        let outcome = composer.commit(decision, said, cause).await?;
        if let Some(counted) = counted {
            self.ports.meter.count(Counted::Decided(counted));
        }
        self.observe(&Step::Decided(&Decided {
            occasion: cause.occasion(),
            client,
            before,
            after,
            verdict: &verdict,
            found: found.as_ref(),
            thresholds: &policy.thresholds,
            rows: &outcome.rows,
            timers: &outcome.timers,
        }));
        self.ring_for_work();
        Ok(outcome)
    }

    /// Decides; when a case is to be opened, once more with a number for it.
    async fn decide(
        &self,
        conversation: Conversation,
        event: Event,
        knowledge: &Arc<Knowledge>,
        policy: &Policy,
        now: Moment,
    ) -> Result<Decision, StoreError> {
        let away = if conversation.knows_a_person() { self.ports.store.absences().await? } else { Vec::new() };
        let context = Context { now, policy, catalogue: &knowledge.catalogue, fresh_case: None, away: &away };
        let decision = conversation.clone().handle(event.clone(), &context);
        if !decision.lacks_case_number {
            return Ok(decision);
        }
        let number: CaseNumber = self.ports.store.next_case_number().await?;
        Ok(conversation.handle(event, &Context { fresh_case: Some(number), ..context }))
    }
}

impl House {
    /// The conversation with a client.
    pub(super) async fn conversation(&self, client: ClientId) -> Result<Option<Conversation>, StoreError> {
        self.ports.store.load(client).await?.as_ref().map(read).transpose()
    }

    /// Finds the line of ours that a client replied to.
    async fn find_answered(&self, client: ClientId, fact: &Fact) -> Result<Fact, StoreError> {
        let mut fact = fact.clone();
        if let Fact::Client(_, _, Some(answered)) = &mut fact {
            answered.line = self.ports.store.line_at(client, answered.message).await?;
        }
        Ok(fact)
    }
}

fn read(stored: &StoredConversation) -> Result<Conversation, StoreError> {
    serde_json::from_str(&stored.state)
        .map_err(|error| StoreError::Corrupt(format!("conversation {}: {error}", stored.client)))
}

/// Looks up what the heart wants to know, and makes the fact an event. `None`: nothing to do.
fn gather(
    mut conversation: Conversation,
    fact: &Fact,
    knowledge: &Knowledge,
    policy: &Policy,
    now: Moment,
) -> (Conversation, Option<Event>) {
    let event = match fact {
        Fact::Known(event) => Some(event.clone()),
        Fact::Tapped(name, action, on) => {
            conversation.name.clone_from(name);
            Some(Event::Tapped { action: action.clone(), on: *on })
        }
        Fact::Client(name, did, answered) => {
            conversation.name.clone_from(name);
            client_event(&conversation, did, *answered, knowledge, policy, now)
        }
    };
    (conversation, event)
}

/// Is something looked up for this fact?
const fn is_looked_up(fact: &Fact) -> bool {
    matches!(fact, Fact::Client(_, ClientDid::Wrote { .. } | ClientDid::Edited { .. }, _))
}

fn client_event(
    conversation: &Conversation,
    did: &ClientDid,
    reply: Option<Answered>,
    knowledge: &Knowledge,
    policy: &Policy,
    now: Moment,
) -> Option<Event> {
    Some(match did.clone() {
        ClientDid::Wrote { message, text, masked, .. } => {
            let found = look_up(&conversation.wants_evidence(&text, now, policy), knowledge);
            Event::Wrote { message, text, reply, found, masked }
        }
        ClientDid::Edited { message, text, masked } => {
            let found = look_up(&conversation.wants_evidence_again(message, &text), knowledge);
            Event::Edited { message, text, found, masked }
        }
        ClientDid::Attached { message, what, caption, album, masked, .. } => {
            Event::Attached { message, what, caption, album, reply, masked }
        }
        ClientDid::Commanded(command) => Event::Commanded(command),
        // Taps come in with the line they are about, and the office is served before anybody else: see `inbox`.
        ClientDid::Tapped { .. } | ClientDid::Asked { .. } | ClientDid::SentFile { .. } => return None,
        ClientDid::Blocked => Event::Blocked,
        ClientDid::Unblocked => Event::Unblocked,
    })
}

fn look_up(wanted: &Wanted, knowledge: &Knowledge) -> Found {
    let search = |question| knowledge.search.evidence(question);
    Found {
        alone: wanted.alone.as_ref().map_or_else(Evidence::default, search),
        joined: wanted.joined.as_ref().map(search),
    }
}

/// What was looked up for an event.
const fn found_for(event: &Event) -> Option<&Found> {
    match event {
        Event::Wrote { found, .. } | Event::Edited { found, .. } => Some(found),
        _ => None,
    }
}

/// What the client said by this fact, for the transcript. A manager's words stand there when they go to the client.
fn said_by(fact: &Fact, conversation: &Conversation, now: Moment) -> Vec<TranscriptLine> {
    let line = TranscriptLine {
        at: now,
        speaker: Speaker::Client,
        name: String::new(),
        text: String::new(),
        message: None,
        line: None,
        decision: String::new(),
        release: None,
        case: conversation.phase.open_case().map(|case| case.number),
    };
    match fact {
        Fact::Client(
            _,
            ClientDid::Wrote { message, text, .. } | ClientDid::Attached { message, caption: Some(text), .. },
            _,
        ) => vec![TranscriptLine { message: Some(*message), text: text.as_str().to_owned(), ..line }],
        // A mark is a word too, and one to learn from.
        Fact::Tapped(_, Action::Helped(entry, helped), on) => {
            let (text, word) = if *helped { ("👍", "helped") } else { ("👎", "not-helped") };
            vec![TranscriptLine { line: *on, text: text.to_owned(), decision: format!("{word}:{entry}"), ..line }]
        }
        _ => Vec::new(),
    }
}

/// What a person changed in what they said before.
fn corrected_by(fact: &Fact) -> Option<(MessageRef, String)> {
    match fact {
        Fact::Client(_, ClientDid::Edited { message, text, .. }, _)
        | Fact::Known(Event::ManagerEdited { message, text, .. }) => Some((*message, text.as_str().to_owned())),
        _ => None,
    }
}
