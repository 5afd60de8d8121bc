//! What was found out about a question before anything is decided.

use serde::{Deserialize, Serialize};

use super::area::AreaCode;
use super::ids::EntryId;
use super::language::Language;

/// A question, with what is known about who asks it.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Question {
    /// What was written; several messages of one burst are joined by new lines.
    pub text: String,
    /// The language of the conversation, if it was chosen; otherwise it is guessed from the text.
    pub language: Option<Language>,
    /// Where the firm is, when known.
    pub place: Option<AreaCode>,
}

/// An entry that may answer.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct Candidate {
    /// The entry.
    pub entry: EntryId,
    /// How probable it is that this entry answers the question: 0 to 1, calibrated.
    pub probability: f64,
}

/// A kind of message that is no question.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum SmallTalk {
    /// Hello.
    Greeting,
    /// Thank you.
    Thanks,
    /// Goodbye.
    Goodbye,
    /// Yes, ok.
    Assent,
    /// Scolding.
    Insult,
    /// A question about the bot itself.
    AboutBot,
    /// Orders to the machine, things for sale.
    Mischief,
    /// No words at all.
    Gibberish,
}

/// Everything the house found out about a question.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Evidence {
    /// The language it is written in; `None` when that can't be told.
    pub language: Option<Language>,
    /// How surely it speaks of distress: 0 to 1.
    pub distress: f64,
    /// Is a person asked for?
    pub wants_person: bool,
    /// What it is when it is no question.
    pub small_talk: Option<SmallTalk>,
    /// A municipality named in it.
    pub place: Option<AreaCode>,
    /// Is the message nothing but the name of a place?
    pub only_a_place: bool,
    /// The entries that may answer, the most probable first; at most ten.
    pub candidates: Vec<Candidate>,
}
