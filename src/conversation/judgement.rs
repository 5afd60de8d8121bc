//! What to do with a question, given what was found: answer, ask back, fetch a person, listen, small talk.

use serde::{Deserialize, Serialize};

use super::policy::Thresholds;
use crate::domain::evidence::{Candidate, Evidence, SmallTalk};
use crate::domain::ids::EntryId;

/// At most so many things are offered in a question back: more is a list, not a question.
const MOST_OPTIONS: usize = 3;

/// What the house makes of a question.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// This entry is the answer.
    Answer(EntryId),
    /// It may be one of these, three at most; or this one, and the client says whether it is.
    Clarify(Vec<EntryId>),
    /// Nothing fits well enough.
    HandOver,
    /// A person was asked for.
    Person,
    /// Somebody is not well.
    Listen,
    /// No question.
    SmallTalk(SmallTalk),
}

impl Verdict {
    /// Is it said at once? The others wait a moment, as the next message may make the question clear.
    pub const fn is_sure(&self) -> bool {
        matches!(self, Self::Answer(_) | Self::Person | Self::Listen)
    }

    /// The word in the transcript, in counts and in `loket ask --batch`.
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Answer(_) => "answer",
            Self::Clarify(_) => "clarify",
            Self::HandOver | Self::Person => "handover",
            Self::Listen => "listen",
            Self::SmallTalk(_) => "smalltalk",
        }
    }
}

/// Weighs the evidence. `may_ask`: not when the house has just asked back, for it never asks twice in a row.
pub fn judge(evidence: &Evidence, thresholds: &Thresholds, may_ask: bool) -> Verdict {
    if evidence.distress >= thresholds.distress {
        return Verdict::Listen;
    }
    if evidence.wants_person {
        return Verdict::Person;
    }
    if let Some(small_talk) = evidence.small_talk {
        return Verdict::SmallTalk(small_talk);
    }
    let options: Vec<&Candidate> =
        evidence.candidates.iter().filter(|one| one.probability >= thresholds.option).take(MOST_OPTIONS).collect();
    let Some(first) = options.first() else { return Verdict::HandOver };
    if first.probability >= thresholds.answer {
        return Verdict::Answer(first.entry.clone());
    }
    let together: f64 = options.iter().map(|one| one.probability).sum();
    if may_ask && together >= thresholds.options_together {
        return Verdict::Clarify(options.into_iter().map(|one| one.entry.clone()).collect());
    }
    Verdict::HandOver
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(probabilities: &[(&str, f64)]) -> Evidence {
        let candidates = probabilities
            .iter()
            .map(|(entry, probability)| Candidate { entry: EntryId::new(*entry), probability: *probability })
            .collect();
        Evidence { candidates, ..Evidence::default() }
    }

    fn verdict(evidence: &Evidence, may_ask: bool) -> Verdict {
        judge(evidence, &Thresholds::default(), may_ask)
    }

    #[test]
    fn a_clear_winner_is_the_answer() {
        assert_eq!(verdict(&found(&[("kia", 0.8), ("eia", 0.1)]), true), Verdict::Answer(EntryId::new("kia")));
    }

    #[test]
    fn two_near_candidates_are_a_question_but_never_twice_in_a_row() {
        let near = found(&[("kia", 0.4), ("eia", 0.3), ("wbso", 0.01)]);
        assert_eq!(verdict(&near, true), Verdict::Clarify(vec![EntryId::new("kia"), EntryId::new("eia")]));
        assert_eq!(verdict(&near, false), Verdict::HandOver);
    }

    #[test]
    fn one_that_is_likely_and_not_sure_is_a_question_too() {
        let likely = found(&[("kia", 0.45), ("eia", 0.01)]);
        assert_eq!(verdict(&likely, true), Verdict::Clarify(vec![EntryId::new("kia")]));
        assert_eq!(verdict(&likely, false), Verdict::HandOver);
    }

    #[test]
    fn nothing_near_is_a_person_not_a_guess() {
        assert_eq!(verdict(&found(&[("kia", 0.05)]), true), Verdict::HandOver);
        assert_eq!(verdict(&found(&[]), true), Verdict::HandOver);
    }

    #[test]
    fn distress_goes_before_everything() {
        let evidence = Evidence { distress: 0.9, wants_person: true, ..found(&[("kia", 0.99)]) };
        assert_eq!(verdict(&evidence, true), Verdict::Listen);
    }
}
