//! The figures of an evaluation, and how they are printed.

use std::collections::BTreeMap;
use std::fmt;

use super::{Labelled, Reliability};
use crate::conversation::judgement::{Verdict, judge};
use crate::conversation::policy::Thresholds;
use crate::domain::catalogue::Catalogue;
use crate::domain::evidence::Evidence;
use crate::domain::ids::EntryId;

/// So many of the worst cases are printed.
const WORST: usize = 20;

/// More of a text is not printed.
const SHOWN: usize = 90;

/// One question with what came of it.
#[derive(Clone, Debug)]
pub struct Case {
    /// The question.
    pub question: Labelled,
    /// What was found.
    pub evidence: Evidence,
    /// What the house makes of it.
    pub verdict: Verdict,
}

impl Case {
    /// What comes of this evidence under these thresholds.
    pub fn new(question: Labelled, evidence: Evidence, thresholds: &Thresholds) -> Self {
        let verdict = judge(&evidence, thresholds, true);
        Self { question, evidence, verdict }
    }

    /// The place of the first right entry among the candidates, from 0.
    fn rank(&self) -> Option<usize> {
        self.evidence.candidates.iter().position(|candidate| self.question.is_gold(&candidate.entry))
    }

    /// Does it count for recall? Told situations ask nothing, so there is nothing to recall.
    fn counts_for_recall(&self) -> bool {
        self.question.is_answerable() && !self.question.is_told()
    }
}

/// The figures of a group of questions.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Row {
    /// How many there are.
    pub questions: u32,
    /// How many count for recall.
    pub recalled: u32,
    first: u32,
    among_three: u32,
    right: u32,
    wrong_but_sure: u32,
    distress: u32,
    distress_heard: u32,
    false_alarms: u32,
}

impl Row {
    fn add(&mut self, case: &Case) {
        let (question, verdict, rank) = (&case.question, &case.verdict, case.rank());
        let counted = case.counts_for_recall();
        let heard = *verdict == Verdict::Listen;
        self.questions += 1;
        self.recalled += u32::from(counted);
        self.first += u32::from(counted && rank == Some(0));
        self.among_three += u32::from(counted && rank.is_some_and(|rank| rank < 3));
        self.right += u32::from(question.is_right(verdict));
        self.wrong_but_sure += u32::from(question.is_wrong_but_sure(verdict));
        self.distress += u32::from(question.distress);
        self.distress_heard += u32::from(question.distress && heard);
        self.false_alarms += u32::from(!question.distress && !question.is_told() && heard);
    }

    /// The share of questions whose first candidate is right.
    pub fn recall_at_1(&self) -> f64 {
        share(self.first, self.recalled)
    }

    /// The share of questions with a right one among the first three candidates.
    pub fn recall_at_3(&self) -> f64 {
        share(self.among_three, self.recalled)
    }

    /// The share of right reactions.
    pub fn right(&self) -> f64 {
        share(self.right, self.questions)
    }

    /// The share of wrong cards shown as the answer.
    pub fn wrong_but_sure(&self) -> f64 {
        share(self.wrong_but_sure, self.questions)
    }

    /// The share of distress that was heard.
    pub fn distress_heard(&self) -> f64 {
        share(self.distress_heard, self.distress)
    }
}

fn share(part: u32, all: u32) -> f64 {
    f64::from(part) / f64::from(all.max(1))
}

/// All figures, and what went wrong.
#[derive(Clone, Debug, Default)]
pub struct Evaluation {
    /// Of all questions together.
    pub all: Row,
    /// Per group: `set real`, `language en`, `theme finance`.
    pub groups: BTreeMap<String, Row>,
    /// Whether the probabilities are what they say.
    pub reliability: Reliability,
    /// The cases that went wrong, the costliest first.
    pub worst: Vec<Case>,
}

/// The figures of these cases.
pub fn evaluate(cases: Vec<Case>, catalogue: &Catalogue) -> Evaluation {
    let mut evaluation = Evaluation::default();
    for case in &cases {
        evaluation.all.add(case);
        evaluation.reliability.add(case);
        for group in groups(&case.question, catalogue) {
            evaluation.groups.entry(group).or_default().add(case);
        }
    }
    let cost = |case: &Case| case.question.cost(&case.verdict);
    evaluation.worst = cases.into_iter().filter(|case| !case.question.is_right(&case.verdict)).collect();
    evaluation
        .worst
        .sort_by(|one, other| cost(other).total_cmp(&cost(one)).then_with(|| one.question.id.cmp(&other.question.id)));
    evaluation
}

fn groups(question: &Labelled, catalogue: &Catalogue) -> Vec<String> {
    let entry = question.gold.first().filter(|_| question.is_answerable()).and_then(|id| catalogue.entry(id));
    let theme = match entry.and_then(|entry| entry.themes.first()) {
        Some(theme) => theme.as_str(),
        None if question.distress => "(distress)",
        None => "(a person)",
    };
    let known = [("set", question.set.as_str()), ("language", &question.lang), ("theme", theme)];
    known.into_iter().filter(|(_, name)| !name.is_empty()).map(|(what, name)| format!("{what} {name}")).collect()
}

impl fmt::Display for Evaluation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(
            f,
            "{:<26}{:>9}{:>10}{:>10}{:>8}{:>16}",
            "", "questions", "recall@1", "recall@3", "right", "wrong but sure"
        )?;
        writeln!(f, "{:<26}{}", "all", self.all)?;
        for (name, row) in &self.groups {
            writeln!(f, "{name:<26}{row}")?;
        }
        writeln!(
            f,
            "\ndistress heard: {} of {}; false alarms: {}",
            self.all.distress_heard, self.all.distress, self.all.false_alarms
        )?;
        write!(f, "\n{}", self.reliability)?;
        if !self.worst.is_empty() {
            writeln!(f, "\nworst of {} that went wrong:", self.worst.len())?;
        }
        self.worst.iter().take(WORST).try_for_each(|case| writeln!(f, "{case}"))
    }
}

impl fmt::Display for Row {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let recall = |value: f64| if self.recalled == 0 { "–".to_owned() } else { format!("{value:.3}") };
        write!(
            f,
            "{:>9}{:>10}{:>10}{:>8.3}{:>16.3}",
            self.questions,
            recall(self.recall_at_1()),
            recall(self.recall_at_3()),
            self.right(),
            self.wrong_but_sure()
        )
    }
}

impl fmt::Display for Case {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text: String =
            self.question.text.chars().take(SHOWN).map(|one| if one == '\n' { ' ' } else { one }).collect();
        let gold: Vec<&str> = self.question.gold.iter().map(EntryId::as_str).collect();
        let wanted = match (self.question.distress, self.question.handover) {
            (true, _) => "listen".to_owned(),
            (false, true) => "a person".to_owned(),
            (false, false) => gold.join(" or "),
        };
        writeln!(f, "{}  {text}", self.question.id)?;
        write!(f, "      {} instead of {wanted}:", self.verdict.word())?;
        let found = self.evidence.candidates.iter().take(3);
        found.into_iter().try_for_each(|one| write!(f, " {} {:.2}", one.entry, one.probability))
    }
}
