//! The heart: a chat with one client as a state machine. Facts come in, wishes go out.
//!
//! It knows no Telegram, storage, search, files, clock or randomness: what it needs is handed in, so a test can
//! say everything and a replay gives the same result. It has no errors either: whatever happened, there is a
//! next state.
//!
//! To add a behaviour: an event in [`event`], an arm in [`Conversation::handle`] that calls a named step, and a
//! story in `tests/stories`.

mod answering;
mod browsing;
mod editing;
pub mod effect;
pub mod event;
mod handing_over;
pub mod judgement;
pub mod phase;
pub mod policy;
mod turn;
mod with_person;
pub mod wording;

use serde::{Deserialize, Serialize};

use self::effect::Effect;
use self::event::{Command, Event};
use self::phase::{Asked, Phase, Relayed};
use self::policy::Policy;
use self::turn::Turn;
use crate::domain::area::AreaCode;
use crate::domain::case::Case;
use crate::domain::catalogue::Catalogue;
use crate::domain::evidence::Question;
use crate::domain::ids::{CaseNumber, ClientId, MessageRef};
use crate::domain::language::Language;
use crate::domain::moment::Moment;
use crate::domain::text::Text;

/// Everything between one client and Loket.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct Conversation {
    /// Who it is with.
    pub client: ClientId,
    /// Their first name, for the manager.
    pub name: String,
    /// The language we speak with them.
    pub language: Language,
    /// Did they choose it, so that a text in another language does not change it?
    pub language_chosen: bool,
    /// Where their firm is, when known.
    pub place: Option<AreaCode>,
    /// Where the conversation stands.
    pub phase: Phase,
    /// Have we introduced ourselves?
    pub met: bool,
    /// Can they be reached? Not after they blocked us.
    pub reachable: bool,
    /// When they last did something.
    pub last_contact: Moment,
    /// The last questions, oldest first.
    pub asked: Vec<Asked>,
    /// Photos and files sent since the last case: they go along to the next one.
    pub attachments: Vec<MessageRef>,
    /// When we last said that a person can look at an attachment.
    pub attachment_answered: Option<Moment>,
    /// What was relayed in the open case, both ways, oldest first.
    pub relayed: Vec<Relayed>,
    next_line: i64,
}

/// What the heart may look at besides the fact itself.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    /// Now.
    pub now: Moment,
    /// Thresholds and patience.
    pub policy: &'a Policy,
    /// The release of the catalogue that answers.
    pub catalogue: &'a Catalogue,
    /// A number for a case, if one is to be opened.
    pub fresh_case: Option<CaseNumber>,
}

/// What comes of a fact.
#[derive(Clone, Debug, PartialEq)]
pub struct Decision {
    /// The conversation from now on.
    pub next: Conversation,
    /// What must happen, in order.
    pub effects: Vec<Effect>,
    /// The case, when it was opened or changed.
    pub case: Option<Case>,
    /// What was decided, for the transcript: `answer:bmkb`, `handover:no-match`; empty when nothing was.
    pub verdict: String,
    /// A case must be opened and there was no number for it: decide again with one.
    pub lacks_case_number: bool,
}

/// What must be looked up before an event can be handled.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Wanted {
    /// The message on its own.
    pub alone: Option<Question>,
    /// The message together with what was asked just before.
    pub joined: Option<Question>,
}

impl Conversation {
    /// A conversation that has just begun.
    pub fn new(client: ClientId, name: String, now: Moment) -> Self {
        Self {
            client,
            name,
            language: Language::default(),
            language_chosen: false,
            place: None,
            phase: Phase::Answering,
            met: false,
            reachable: true,
            last_contact: now,
            asked: Vec::new(),
            attachments: Vec::new(),
            attachment_answered: None,
            relayed: Vec::new(),
            // Lines are numbered from the birth on, so that numbers are never used twice, not even after an erasure.
            next_line: now.millis().saturating_mul(1_000),
        }
    }

    /// What must be looked up before `text`, written as `message` at `now`, can be handled.
    pub fn wants_evidence(&self, text: &Text, now: Moment, policy: &Policy) -> Wanted {
        if !self.phase.bot_answers() {
            return Wanted::default();
        }
        let before = match &self.phase {
            Phase::Offering { .. } => self.asked.last(),
            Phase::Answering | Phase::Closed { .. } | Phase::Waiting { .. } | Phase::WithManager { .. } => {
                self.burst(now, policy)
            }
        };
        let joined = before.and_then(Asked::text).map(|asked| self.question(&asked.and(text)));
        Wanted { alone: Some(self.question(text)), joined }
    }

    /// What must be looked up before the change of `message` into `text` can be handled.
    pub fn wants_evidence_again(&self, message: MessageRef, text: &Text) -> Wanted {
        let asked = self.asked.iter().find(|asked| asked.holds(message)).filter(|_| self.phase.bot_answers());
        let whole = asked.and_then(|asked| asked.with(message, text).text());
        Wanted { alone: whole.map(|whole| self.question(&whole)), joined: None }
    }

    /// One fact, one transition.
    #[must_use]
    pub fn handle(self, event: Event, context: &Context<'_>) -> Decision {
        let mut turn = Turn::new(self, *context);
        let bot_answers = turn.conversation.phase.bot_answers();
        match event {
            Event::Wrote { message, text, found, masked } => {
                turn.greet();
                turn.tell_of_mask(masked);
                if bot_answers { turn.consider(message, text, &found) } else { turn.relay_words(message, &text) }
            }
            Event::Edited { message, text, found, masked } => {
                turn.tell_of_mask(masked);
                if bot_answers {
                    turn.reconsider(message, &text, &found.alone);
                } else {
                    turn.relay_change(message, &text);
                }
            }
            Event::Attached { message, what, caption, masked } => {
                turn.greet();
                turn.tell_of_mask(masked);
                if bot_answers {
                    turn.receive_attachment(message, what);
                } else {
                    turn.relay_attachment(message, what, caption.as_ref(), masked);
                }
            }
            Event::Commanded(Command::Start) => turn.start(),
            Event::Commanded(command) => {
                turn.greet();
                turn.obey(command);
            }
            Event::Tapped { action, on } => turn.tap(action, on),
            Event::Blocked => turn.lose_client(),
            Event::Unblocked => turn.conversation.reachable = true,
            Event::Taken { case, by } => turn.take(case, by),
            Event::ManagerWrote { case, by, message, what } => turn.relay_manager(case, by, message, what),
            Event::ManagerEdited { case, message, text } => turn.relay_manager_change(case, message, &text),
            Event::ManagerMistyped { case } => turn.explain_topic(case),
            Event::HandedBack { case, by } => turn.hand_back(case, &by),
            Event::TopicLost { case } => turn.reopen_topic(case),
            Event::NotDelivered { line } => turn.mark_undelivered(line),
            Event::Settled => turn.speak_up(),
        }
        turn.decide()
    }

    /// The question to which a message at `now` still belongs.
    fn burst(&self, now: Moment, policy: &Policy) -> Option<&Asked> {
        self.asked.last().filter(|asked| now.since(asked.last) <= policy.burst)
    }

    fn question(&self, text: &Text) -> Question {
        Question {
            text: text.as_str().to_owned(),
            language: self.language_chosen.then_some(self.language),
            place: self.place.clone(),
        }
    }
}
