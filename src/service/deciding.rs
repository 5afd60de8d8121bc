//! One fact about one conversation: load, gather, decide, commit. Again from the start when somebody was first.

use std::sync::Arc;

use super::composing::Composer;
use super::house::House;
use super::shelf::Knowledge;
use crate::conversation::event::{Contribution, Event, Found};
use crate::conversation::policy::Policy;
use crate::conversation::{Context, Conversation, Decision, Wanted};
use crate::domain::case::Manager;
use crate::domain::evidence::Evidence;
use crate::domain::ids::{CaseNumber, ClientId, LineId, MessageRef};
use crate::domain::message::Action;
use crate::domain::moment::Moment;
use crate::domain::text::Text;
use crate::ports::incoming::ClientDid;
use crate::ports::store::{Speaker, StoreError, Timer, TranscriptLine, UpdateId};

/// So often a transition is decided anew because somebody else was first.
const MOST_TRIES: usize = 20;

/// A fact before its evidence is gathered.
#[derive(Clone, Debug)]
pub(super) enum Fact {
    /// The client did something; with their first name as it is now.
    Client(String, ClientDid),
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
}

impl Cause {
    /// The update, if that was it.
    pub(super) const fn update(self) -> Option<UpdateId> {
        if let Self::Update(update) = self { Some(update) } else { None }
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
            Some(stored) => serde_json::from_str(&stored.state)
                .map_err(|error| StoreError::Corrupt(format!("conversation {client}: {error}")))?,
            None => Conversation::new(client, String::new(), now),
        };
        let knowledge = self.shelf.current();
        let policy = Policy { thresholds: knowledge.thresholds, ..self.settings.policy };
        let said = Said { lines: said_by(fact, &conversation, now), corrected: corrected_by(fact) };
        let (conversation, event) = gather(conversation, fact, &knowledge, &policy, now);
        let Some(event) = event else {
            if let Cause::Update(update) = cause {
                self.ports.store.finish_update(update, now).await?;
            }
            return Ok(Outcome::default());
        };
        let decision = self.decide(conversation, event, &knowledge, &policy, now).await?;
        tracing::info!(
            conversation.phase = decision.next.phase.word(),
            conversation.verdict = %decision.verdict,
            effects = decision.effects.len(),
            "decided"
        );
        let composer = Composer::new(self, &knowledge, version, now);
        let outcome = composer.commit(decision, said, cause).await?;
        self.ring();
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
        let context = Context { now, policy, catalogue: &knowledge.catalogue, fresh_case: None };
        let decision = conversation.clone().handle(event.clone(), &context);
        if !decision.lacks_case_number {
            return Ok(decision);
        }
        let number: CaseNumber = self.ports.store.next_case_number().await?;
        Ok(conversation.handle(event, &Context { fresh_case: Some(number), ..context }))
    }
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
        Fact::Client(name, did) => {
            conversation.name.clone_from(name);
            client_event(&conversation, did, knowledge, policy, now)
        }
    };
    (conversation, event)
}

fn client_event(
    conversation: &Conversation,
    did: &ClientDid,
    knowledge: &Knowledge,
    policy: &Policy,
    now: Moment,
) -> Option<Event> {
    Some(match did.clone() {
        ClientDid::Wrote { message, text, masked } => {
            let found = look_up(&conversation.wants_evidence(&text, now, policy), knowledge);
            Event::Wrote { message, text, found, masked }
        }
        ClientDid::Edited { message, text, masked } => {
            let found = look_up(&conversation.wants_evidence_again(message, &text), knowledge);
            Event::Edited { message, text, found, masked }
        }
        ClientDid::Attached { message, what, caption, masked } => Event::Attached { message, what, caption, masked },
        ClientDid::Commanded(command) => Event::Commanded(command),
        // Taps come in with the line they are about: see `inbox`.
        ClientDid::Tapped { .. } => return None,
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

/// What a person said by this fact, for the transcript.
fn said_by(fact: &Fact, conversation: &Conversation, now: Moment) -> Vec<TranscriptLine> {
    let line = |speaker, name: &str, text: &Text, message| TranscriptLine {
        at: now,
        speaker,
        name: name.to_owned(),
        text: text.as_str().to_owned(),
        message: Some(message),
        line: None,
        decision: String::new(),
        release: None,
        case: conversation.phase.open_case().map(|case| case.number),
    };
    match fact {
        Fact::Client(
            _,
            ClientDid::Wrote { message, text, .. } | ClientDid::Attached { message, caption: Some(text), .. },
        ) => vec![line(Speaker::Client, "", text, *message)],
        Fact::Known(Event::ManagerWrote {
            by: Manager { name, .. }, message, what: Contribution::Text(text), ..
        }) => {
            vec![line(Speaker::Manager, name, text, *message)]
        }
        _ => Vec::new(),
    }
}

/// What a person changed in what they said before.
fn corrected_by(fact: &Fact) -> Option<(MessageRef, String)> {
    match fact {
        Fact::Client(_, ClientDid::Edited { message, text, .. })
        | Fact::Known(Event::ManagerEdited { message, text, .. }) => Some((*message, text.as_str().to_owned())),
        _ => None,
    }
}
