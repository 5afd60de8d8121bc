//! The heart: a chat with one client as a state machine. Facts come in, wishes go out.
//!
//! It knows no Telegram, storage, search, files, clock or randomness: what it needs is handed in, so a test can
//! say everything and a replay gives the same result. It has no errors either: whatever happened, there is a
//! next state.
//!
//! To add a behaviour: an event in [`event`], an arm in [`Conversation::handle`] that calls a named step, and a
//! story in `tests/stories`.

mod albums;
mod answering;
mod appointing;
mod assisting;
pub mod bounds;
mod browsing;
mod closing;
mod counting;
mod editing;
pub mod effect;
pub mod event;
pub mod handing_over;
pub mod judgement;
pub mod order;
mod other_side;
pub mod passage;
mod passing_on;
pub mod phase;
pub mod policy;
pub mod refusal;
mod relaying;
mod turn;
mod upkeep;
mod waiting;
pub mod wording;

use jiff::civil::DateTime;
use serde::{Deserialize, Serialize};

use self::bounds::Usage;
use self::effect::Effect;
use self::event::{Command, Event};
use self::phase::{Album, Asked, Held, Offered, Phase, Relayed};
use self::policy::Policy;
use self::turn::Turn;
use crate::domain::absence::Absence;
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
    /// The notice they heard last, by its first moment.
    #[serde(default)]
    pub heard: Option<DateTime>,
    /// What was relayed in the open case, both ways, oldest first.
    pub relayed: Vec<Relayed>,
    /// Lines of managers in a colleague's case, which wait for a word that they are meant for the client.
    #[serde(default)]
    pub held: Vec<Held>,
    /// Ready texts that were shown and not yet sent.
    #[serde(default)]
    pub offered: Vec<Offered>,
    /// The album that is coming in.
    #[serde(default)]
    pub album: Option<Album>,
    /// The last cases that were closed, oldest first.
    #[serde(default)]
    pub past: Vec<Case>,
    /// What they used of their quota.
    #[serde(default)]
    pub usage: Usage,
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
    /// The managers who are away now; asked for only when the client [knows a person](Conversation::knows_a_person).
    pub away: &'a [Absence],
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
            heard: None,
            relayed: Vec::new(),
            held: Vec::new(),
            offered: Vec::new(),
            album: None,
            past: Vec::new(),
            usage: Usage::default(),
            // Lines are numbered from the birth on, so that numbers are never used twice, not even after an erasure.
            next_line: now.millis().saturating_mul(1_000),
        }
    }

    /// Is, or was, there somebody at the desk who may be away by now?
    pub fn knows_a_person(&self) -> bool {
        self.phase.open_case().is_some() || !self.past.is_empty()
    }

    /// What must be looked up before `text`, written as `message` at `now`, can be handled.
    pub fn wants_evidence(&self, text: &Text, now: Moment, policy: &Policy) -> Wanted {
        if !self.phase.bot_answers() {
            // No answer is sought, but a word of thanks starts no clock, and distress is never passed over.
            return Wanted { alone: Some(self.question(text)), joined: None };
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
        if turn.is_too_much(&event) {
            return turn.decide();
        }
        match event {
            Event::Wrote { .. } | Event::Edited { .. } | Event::Attached { .. } => turn.hear_client(event),
            Event::Commanded(Command::Start) => turn.start(),
            Event::Commanded(command) => {
                turn.greet();
                turn.tell_notice();
                turn.obey(command);
            }
            Event::Tapped { action, on } => turn.tap(action, on),
            Event::Blocked => turn.lose_client(),
            Event::Unblocked => turn.find_client_again(),
            Event::ManagerWrote { case, by, message, what, reply } => {
                turn.hear_manager(case, Held { message, by, what, reply, asked: None });
            }
            Event::ManagerEdited { case, by, message, text, caption } => {
                turn.relay_manager_change(case, &by, message, text, caption);
            }
            Event::Ordered { case, by, order } => turn.obey_manager(case, by, order),
            Event::CameBack { manager } => turn.bring_home(&manager),
            Event::TopicLost { case } => turn.reopen_topic(case),
            Event::NotDelivered { line, why } => turn.mark_undelivered(line, why),
            Event::Settled => turn.speak_up(),
            Event::AlbumComplete => turn.pass_album_on(),
            Event::WaitedLong => turn.climb(),
            Event::AppointmentNear => turn.remind(),
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
