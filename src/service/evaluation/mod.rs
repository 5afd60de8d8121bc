//! How well questions find their entry: labelled questions, what counts as right, and what a mistake costs.
//!
//! - here: a labelled question, and what is right for it.
//! - `figures`: recall, right actions and wrong-but-sure, per set, theme and language, and the worst cases.
//! - `contradictions`: entries that come up for one question and tell it differently.
//! - `gold`: the gold questions of a release, which come with it.
//! - `reliability`: whether a probability is what it says.
//! - `typing`: the same questions with typing errors, or without capitals and punctuation.
//! - `thresholds`: how sure the house must be, so that mistakes cost least.

mod contradictions;
mod figures;
mod gold;
mod reliability;
mod thresholds;
mod typing;

use serde::Deserialize;

pub use self::contradictions::contradictions;
pub use self::figures::{Case, Evaluation, Row, evaluate};
pub use self::gold::{Tried, try_all};
pub use self::reliability::Reliability;
pub use self::thresholds::best as best_thresholds;
pub use self::typing::{plain, with_typo};
use crate::conversation::judgement::Verdict;
use crate::domain::area::AreaCode;
use crate::domain::catalogue::Catalogue;
use crate::domain::evidence::Question;
use crate::domain::ids::EntryId;

/// The set of situations that people told without a question: there, asking back or a person is right too.
const TOLD: &str = "told";

/// The set of questions that belong at no counter: easily invented, so there are many, and each counts little.
const NOBODY: &str = "nobody";

/// How much a told situation, and a question for nobody, count beside a real question.
const TOLD_COUNTS: f64 = 0.5;
const NOBODY_COUNTS: f64 = 0.25;

/// What a mistake costs: a wrong card shown as the answer, a person fetched for nothing, a needless question back.
const WRONG_ANSWER: f64 = 5.0;
const NEEDLESS_PERSON: f64 = 1.0;
const NEEDLESS_QUESTION: f64 = 0.5;

/// A question with what would be right.
#[derive(Clone, Debug, Default, Deserialize, PartialEq)]
pub struct Labelled {
    /// Its name in the file.
    pub id: String,
    /// What was written.
    pub text: String,
    /// The language it is in: `nl`, `en`, `other`.
    #[serde(default)]
    pub lang: String,
    /// The entries that answer it; any of them is right.
    #[serde(default)]
    pub gold: Vec<EntryId>,
    /// Can only a person answer it?
    #[serde(default)]
    pub handover: bool,
    /// Is somebody in distress?
    #[serde(default)]
    pub distress: bool,
    /// Where it comes from: `written`, `real`, `told`.
    #[serde(default)]
    pub set: String,
    /// Where the firm is; empty when that is not known.
    #[serde(default)]
    pub area: String,
}

impl Labelled {
    /// As it is asked: the language is not given away.
    pub fn question(&self) -> Question {
        Question { text: self.text.clone(), language: None, place: AreaCode::try_from(self.area.clone()).ok() }
    }

    /// Does an entry answer it?
    pub fn is_answerable(&self) -> bool {
        !self.handover && !self.distress
    }

    /// Is it a situation that was told, without a question?
    pub fn is_told(&self) -> bool {
        self.set == TOLD
    }

    /// How much it counts when weights and thresholds are chosen.
    pub fn counts(&self) -> f64 {
        match self.set.as_str() {
            TOLD => TOLD_COUNTS,
            NOBODY => NOBODY_COUNTS,
            _ => 1.0,
        }
    }

    /// Is this entry right?
    pub fn is_gold(&self, entry: &EntryId) -> bool {
        self.gold.contains(entry)
    }

    /// Is this reaction right?
    pub fn is_right(&self, verdict: &Verdict) -> bool {
        if self.distress {
            return matches!(verdict, Verdict::Listen);
        }
        if self.handover {
            return matches!(verdict, Verdict::HandOver | Verdict::Person | Verdict::SmallTalk(_));
        }
        match verdict {
            Verdict::Answer(entry) => self.is_gold(entry),
            Verdict::Clarify(options) => self.is_told() || options.iter().any(|entry| self.is_gold(entry)),
            Verdict::HandOver | Verdict::Person | Verdict::Listen => self.is_told(),
            Verdict::SmallTalk(_) => false,
        }
    }

    /// Is this a wrong card shown as the answer?
    pub fn is_wrong_but_sure(&self, verdict: &Verdict) -> bool {
        matches!(verdict, Verdict::Answer(entry) if !self.is_answerable() || !self.is_gold(entry))
    }

    /// What it costs to fetch a person.
    fn cost_of_person(&self) -> f64 {
        if self.is_answerable() && !self.is_told() { NEEDLESS_PERSON } else { 0.0 }
    }

    /// What this reaction costs.
    pub fn cost(&self, verdict: &Verdict) -> f64 {
        match verdict {
            Verdict::Answer(_) if self.is_wrong_but_sure(verdict) => WRONG_ANSWER,
            Verdict::Answer(_) => 0.0,
            // A question back was needless when the first option was right all along, or when none is.
            Verdict::Clarify(options) => match options.iter().position(|entry| self.is_gold(entry)) {
                Some(0) => NEEDLESS_QUESTION,
                Some(_) => 0.0,
                // After it a person is fetched all the same.
                None => NEEDLESS_QUESTION + self.cost_of_person(),
            },
            _ => self.cost_of_person(),
        }
    }
}

/// The questions that this catalogue can be measured with, by the ids that entries have today, and how many were
/// left out because none of their entries is in it.
pub fn known_only(questions: Vec<Labelled>, catalogue: &Catalogue) -> (Vec<Labelled>, usize) {
    let all = questions.len();
    let known: Vec<Labelled> = questions.into_iter().filter_map(|question| known(question, catalogue)).collect();
    let left_out = all - known.len();
    (known, left_out)
}

fn known(question: Labelled, catalogue: &Catalogue) -> Option<Labelled> {
    let gold: Vec<EntryId> =
        question.gold.iter().filter_map(|id| catalogue.entry(id)).map(|entry| entry.id.clone()).collect();
    let lost = gold.is_empty() && question.is_answerable();
    (!lost).then_some(Labelled { gold, ..question })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(handover: bool, set: &str) -> Labelled {
        let gold = if handover { Vec::new() } else { vec![EntryId::new("kor")] };
        Labelled { gold, handover, set: set.to_owned(), ..Labelled::default() }
    }

    fn answer(entry: &str) -> Verdict {
        Verdict::Answer(EntryId::new(entry))
    }

    #[test]
    fn the_right_card_costs_nothing_and_a_wrong_one_most() {
        let question = asked(false, "real");
        assert!(question.is_right(&answer("kor")) && !question.is_right(&answer("kia")));
        let costs = [answer("kor"), Verdict::Clarify(vec![EntryId::new("kor")]), Verdict::HandOver, answer("kia")]
            .map(|verdict| question.cost(&verdict));
        assert!(costs.is_sorted_by(|cheap, dear| cheap < dear), "{costs:?}");
    }

    #[test]
    fn what_only_a_person_can_answer_is_handed_over() {
        let question = asked(true, "written");
        assert!(question.is_right(&Verdict::HandOver));
        assert!(question.is_wrong_but_sure(&answer("kor")));
    }

    #[test]
    fn a_situation_without_a_question_may_be_asked_about() {
        let told = asked(false, "told");
        assert!(told.is_right(&Verdict::Clarify(vec![EntryId::new("kia")])));
        assert!(!asked(false, "real").is_right(&Verdict::Clarify(vec![EntryId::new("kia")])));
    }
}
