//! Finding entries for a question.

use crate::domain::evidence::{Evidence, Question};

/// Looks a question up in one release of the catalogue. In memory, microseconds, never fails.
pub trait Search: Send + Sync {
    /// Everything that can be found out about `question`.
    fn evidence(&self, question: &Question) -> Evidence;

    /// Why: the steps and numbers behind [`Search::evidence`], for an admin to read, one finding a line.
    fn explain(&self, question: &Question) -> Vec<String>;
}
