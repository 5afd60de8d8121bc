//! Is a probability what it says? Of the first candidates that are called 80 % probable, four in five should be right.

use std::fmt;

use super::figures::Case;

/// So many groups of equal width, from 0 to 1.
const GROUPS: usize = 10;
/// Their width.
const WIDTH: f64 = 0.1;

/// Of one group of first candidates.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Group {
    questions: u32,
    predicted: f64,
    right: u32,
}

/// For each tenth of probability what was predicted of the first candidate, and what was found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reliability {
    groups: [Group; GROUPS],
}

impl Reliability {
    /// Counts the first candidate of a case. Distress is heard before any search, so it says nothing here.
    pub(super) fn add(&mut self, case: &Case) {
        let Some(first) = case.evidence.candidates.first().filter(|_| !case.question.distress) else { return };
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "from 0 to 10")]
        let at = ((first.probability / WIDTH) as usize).min(GROUPS - 1);
        if let Some(group) = self.groups.get_mut(at) {
            group.questions += 1;
            group.predicted += first.probability;
            group.right += u32::from(!case.question.handover && case.question.is_gold(&first.entry));
        }
    }

    /// By how much predicted and found differ, in the mean over all questions.
    pub fn error(&self) -> f64 {
        let questions: u32 = self.groups.iter().map(|group| group.questions).sum();
        let off: f64 = self.groups.iter().map(|group| (group.predicted - f64::from(group.right)).abs()).sum();
        off / f64::from(questions.max(1))
    }
}

impl fmt::Display for Reliability {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{:<26}{:>9}{:>10}{:>10}", "first candidate called", "questions", "predicted", "right")?;
        for (at, group) in (0_u32..).zip(&self.groups).filter(|(_, group)| group.questions > 0) {
            let questions = f64::from(group.questions);
            let called = format!("{:.1} to {:.1}", f64::from(at) * WIDTH, f64::from(at + 1) * WIDTH);
            let (predicted, right) = (group.predicted / questions, f64::from(group.right) / questions);
            writeln!(f, "{called:<26}{:>9}{predicted:>10.3}{right:>10.3}", group.questions)?;
        }
        writeln!(f, "predicted and found differ by {:.3} in the mean", self.error())
    }
}
