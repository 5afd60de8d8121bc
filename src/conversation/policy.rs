//! Every threshold and patience, with its unit and its reason.

use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::bounds::Quota;

/// How sure the house must be before it says something. Fitted on labelled questions, kept in a reviewed file.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Thresholds {
    /// From this probability (0 to 1) the first candidate is shown as the answer.
    pub answer: f64,
    /// From this probability a candidate may stand in a question back.
    pub option: f64,
    /// From this sum of the options' probabilities it pays to ask back instead of fetching a person.
    pub options_together: f64,
    /// From this certainty (0 to 1) a message speaks of distress: low on purpose, a calm word too many hurts nobody.
    pub distress: f64,
}

impl Default for Thresholds {
    fn default() -> Self {
        Self { answer: 0.5, option: 0.12, options_together: 0.35, distress: 0.25 }
    }
}

/// The patience of the house.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Policy {
    /// How sure it must be.
    pub thresholds: Thresholds,
    /// How long an unsure reaction is held back, in case the next message makes it clear.
    /// People send a question in pieces about a second apart; a sure answer does not wait.
    pub settle: Duration,
    /// How long after a message the next one still belongs to the same question.
    pub burst: Duration,
    /// How many recent questions are remembered, so that an edit finds its answer.
    pub remembered_questions: usize,
    /// How many relayed messages of a case are remembered, so that an edit follows.
    pub remembered_relays: usize,
    /// How long after a piece of an album the next one still belongs to it: they arrive as many messages.
    pub album: Duration,
    /// How long one word about an attachment holds: an album arrives as many messages.
    pub attachment_quiet: Duration,
    /// How much of one client the bot takes: more than anybody types, less than a program does.
    pub quota: Quota,
    /// May new cases be opened? Not while more wait than people can ever answer.
    pub takes_cases: bool,
}

impl Default for Policy {
    fn default() -> Self {
        Self {
            thresholds: Thresholds::default(),
            settle: Duration::from_millis(1_500),
            burst: Duration::from_secs(4),
            remembered_questions: 5,
            remembered_relays: 100,
            album: Duration::from_millis(1_200),
            attachment_quiet: Duration::from_secs(10),
            quota: Quota { a_minute: 30, a_day: 500 },
            takes_cases: true,
        }
    }
}
