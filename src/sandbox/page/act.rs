//! What a visitor of the page can do, each in the name of someone on it.

use std::time::Duration;

use serde::Deserialize;

use crate::sandbox::actor::Actor;
use crate::sandbox::error::Refusal;
use crate::sandbox::fault::{Fault, Misfortune};
use crate::sandbox::id::{ChatId, MessageId, PersonId, Place, ThreadId};
use crate::sandbox::telegram::Telegram;

/// One deed.
#[derive(Debug, Deserialize)]
#[serde(tag = "verb", rename_all = "snake_case")]
pub(super) enum Act {
    Write {
        #[serde(flatten)]
        who: Who,
        text: String,
        reply_to: Option<MessageId>,
    },
    Edit {
        #[serde(flatten)]
        who: Who,
        message: MessageId,
        text: String,
    },
    Delete {
        #[serde(flatten)]
        who: Who,
        message: MessageId,
    },
    Tap {
        #[serde(flatten)]
        who: Who,
        message: MessageId,
        button: String,
    },
    Send {
        #[serde(flatten)]
        who: Who,
        what: StandIn,
    },
    AddPerson {
        name: String,
        language: String,
        /// Becomes a member of this forum, if given.
        forum: Option<ChatId>,
    },
    Block {
        person: PersonId,
    },
    Unblock {
        person: PersonId,
    },
    CloseTopic {
        person: PersonId,
        #[serde(flatten)]
        topic: Topic,
    },
    ReopenTopic {
        person: PersonId,
        #[serde(flatten)]
        topic: Topic,
    },
    DeleteTopic {
        #[serde(flatten)]
        topic: Topic,
    },
    Misfortune {
        kind: Trouble,
    },
    AdvanceClock {
        minutes: u64,
    },
}

/// Someone, somewhere.
#[derive(Debug, Deserialize)]
pub(super) struct Who {
    person: PersonId,
    #[serde(flatten)]
    place: Place,
    #[serde(default)]
    anonymous: bool,
}

/// A topic of a forum.
#[derive(Debug, Deserialize)]
pub(super) struct Topic {
    chat: ChatId,
    thread: ThreadId,
}

/// Things that stand in for what a phone would send.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum StandIn {
    Photo,
    Album,
    Voice,
    Document,
    Location,
    Contact,
}

/// Misfortunes that strike the next call.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Trouble {
    TooManyRequests,
    LostAnswer,
    ServerError,
    CutLine,
}

/// Does it.
pub(super) fn perform(telegram: &Telegram, act: Act) -> Result<(), Refusal> {
    match act {
        Act::Write { who, text, reply_to } => match reply_to {
            Some(message) => actor(telegram, &who).replies(message, &text).map(drop),
            None => actor(telegram, &who).writes(&text).map(drop),
        },
        Act::Edit { who, message, text } => actor(telegram, &who).edits(message, &text),
        Act::Delete { who, message } => actor(telegram, &who).deletes(message),
        Act::Tap { who, message, button } => actor(telegram, &who).taps(message, &button).map(drop),
        Act::Send { who, what } => send(&actor(telegram, &who), &what),
        Act::AddPerson { name, language, forum } => add_person(telegram, &name, &language, forum),
        Act::Block { person } => telegram.person(person).blocks(),
        Act::Unblock { person } => telegram.person(person).unblocks(),
        Act::CloseTopic { person, topic } => telegram.group(topic.chat).close_topic(person, topic.thread),
        Act::ReopenTopic { person, topic } => telegram.group(topic.chat).reopen_topic(person, topic.thread),
        Act::DeleteTopic { topic } => telegram.group(topic.chat).delete_topic(topic.thread),
        Act::Misfortune { kind } => {
            telegram.misbehave(fault(&kind));
            Ok(())
        }
        Act::AdvanceClock { minutes } => {
            telegram.advance_clock(Duration::from_secs(minutes.min(60 * 24 * 31) * 60));
            Ok(())
        }
    }
}

fn actor(telegram: &Telegram, who: &Who) -> Actor {
    let person = telegram.person(who.person);
    let there = person.in_topic(who.place.chat, who.place.thread);
    if who.anonymous { there.anonymously() } else { there }
}

fn send(actor: &Actor, what: &StandIn) -> Result<(), Refusal> {
    match what {
        StandIn::Photo => actor.sends_photo("").map(drop),
        StandIn::Album => actor.sends_album(3, "").map(drop),
        StandIn::Voice => actor.sends_voice().map(drop),
        StandIn::Document => {
            let text = b"A stand-in for a file.\n";
            actor.sends_document("document.txt", text, "").map(drop)
        }
        StandIn::Location => actor.sends_location(52.2551, 6.1639).map(drop),
        StandIn::Contact => actor.sends_contact("+31600000000").map(drop),
    }
}

fn add_person(telegram: &Telegram, name: &str, language: &str, forum: Option<ChatId>) -> Result<(), Refusal> {
    let name = name.trim();
    if name.is_empty() || name.chars().count() > 64 || language.len() > 8 {
        return Err(Refusal::Senseless("a person needs a name of at most 64 characters".into()));
    }
    let person = telegram.add_person(name, language);
    if let Some(forum) = forum {
        telegram.group(forum).add_member(person);
    }
    Ok(())
}

fn fault(kind: &Trouble) -> Fault {
    match kind {
        Trouble::TooManyRequests => Fault::new(Misfortune::RetryAfter(10)).at("send*"),
        Trouble::LostAnswer => Fault::new(Misfortune::AnswerLost).at("send*"),
        Trouble::ServerError => Fault::new(Misfortune::BadGateway),
        Trouble::CutLine => Fault::new(Misfortune::ConnectionReset),
    }
}
