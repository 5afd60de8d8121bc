//! What a visitor of the page can do, each in the name of someone on it.

use std::time::Duration;

use serde::Deserialize;

use crate::sandbox::actor::Actor;
use crate::sandbox::chat::Right;
use crate::sandbox::error::Refusal;
use crate::sandbox::id::{ChatId, MessageId, PersonId, Place, ThreadId};
use crate::sandbox::telegram::Telegram;
use crate::sandbox::world::{Trouble, until_next_morning};

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
        /// The words under it, where there can be any.
        #[serde(default)]
        caption: String,
        reply_to: Option<MessageId>,
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
    /// Somebody walks out of a group.
    Leave {
        person: PersonId,
        chat: ChatId,
    },
    /// Somebody is shown the door; also the bot.
    Remove {
        person: PersonId,
        chat: ChatId,
    },
    /// Somebody comes (back) into a group.
    Join {
        person: PersonId,
        chat: ChatId,
    },
    /// The bot gets the rights of an administrator, or loses them.
    BotRights {
        chat: ChatId,
        given: bool,
    },
    Misfortune {
        kind: Trouble,
    },
    /// What was ordered and has not struck is called off.
    NoMisfortunes,
    /// The bot's power is cut, or comes back.
    Power {
        on: bool,
    },
    AdvanceClock {
        minutes: u64,
    },
    /// The clock goes to the morning of the next weekday.
    NextMorning,
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
    Quiz,
}

/// Does it.
pub(super) fn perform(telegram: &Telegram, act: Act) -> Result<(), Refusal> {
    match act {
        Act::Write { who, text, reply_to } => match reply_to {
            Some(message) => actor(telegram, &who).replies(message, &text).map(drop),
            None => write(telegram, &who, &text),
        },
        Act::Edit { who, message, text } => actor(telegram, &who).edits(message, &text),
        Act::Delete { who, message } => actor(telegram, &who).deletes(message),
        Act::Tap { who, message, button } => actor(telegram, &who).taps(message, &button).map(drop),
        Act::Send { who, what, caption, reply_to } => {
            let actor = actor(telegram, &who);
            send(&reply_to.map_or(actor.clone(), |message| actor.answering(message)), &what, &caption)
        }
        Act::AddPerson { name, language, forum } => add_person(telegram, &name, &language, forum),
        Act::Block { person } => telegram.person(person).blocks(),
        Act::Unblock { person } => telegram.person(person).unblocks(),
        Act::CloseTopic { person, topic } => telegram.group(topic.chat).close_topic(person, topic.thread),
        Act::ReopenTopic { person, topic } => telegram.group(topic.chat).reopen_topic(person, topic.thread),
        Act::DeleteTopic { topic } => telegram.group(topic.chat).delete_topic(topic.thread),
        Act::Leave { person, chat } => {
            telegram.group(chat).leaves(person);
            Ok(())
        }
        Act::Remove { person, chat } => {
            telegram.group(chat).remove(person);
            Ok(())
        }
        Act::Join { person, chat } => {
            telegram.group(chat).add_member(person);
            Ok(())
        }
        Act::BotRights { chat, given: true } => {
            telegram.group(chat).promote_bot(&[Right::ManageTopics, Right::PinMessages, Right::DeleteMessages]);
            Ok(())
        }
        Act::BotRights { chat, given: false } => {
            telegram.group(chat).demote_bot();
            Ok(())
        }
        Act::Misfortune { kind } => {
            telegram.misbehave(kind.fault());
            Ok(())
        }
        Act::NoMisfortunes => {
            telegram.behave();
            Ok(())
        }
        Act::Power { on } => {
            telegram.switch_bot(on);
            Ok(())
        }
        Act::AdvanceClock { minutes } => {
            telegram.advance_clock(Duration::from_secs(minutes.min(60 * 24 * 31) * 60));
            Ok(())
        }
        Act::NextMorning => {
            telegram.advance_clock(until_next_morning(telegram.now_ms()));
            Ok(())
        }
    }
}

/// Writes as the app does: `@` and the first name of a member without a username becomes a link to them.
fn write(telegram: &Telegram, who: &Who, text: &str) -> Result<(), Refusal> {
    let members = telegram.read(|state| state.member_views(who.place.chat));
    let is_named = |name: &str| text.split('@').skip(1).any(|behind| behind.starts_with(name));
    let named = members.iter().find(|member| member.username.is_none() && is_named(&member.name));
    let actor = actor(telegram, who);
    match named {
        Some(named) => actor.writes_naming(named.id, &text.replace(&format!("@{}", named.name), &named.name)),
        None => actor.writes(text),
    }
    .map(drop)
}

fn actor(telegram: &Telegram, who: &Who) -> Actor {
    let person = telegram.person(who.person);
    let there = person.in_topic(who.place.chat, who.place.thread);
    if who.anonymous { there.anonymously() } else { there }
}

fn send(actor: &Actor, what: &StandIn, caption: &str) -> Result<(), Refusal> {
    match what {
        StandIn::Photo => actor.sends_photo(caption).map(drop),
        StandIn::Album => actor.sends_album(3, caption).map(drop),
        StandIn::Voice => actor.sends_voice().map(drop),
        StandIn::Document => {
            let text = b"A stand-in for a file.\n";
            actor.sends_document("document.txt", text, caption).map(drop)
        }
        StandIn::Location => actor.sends_location(52.2551, 6.1639).map(drop),
        StandIn::Contact => actor.sends_contact("+31600000000").map(drop),
        StandIn::Quiz => actor.sends_quiz("Is een loket een raam?").map(drop),
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
