//! Did you mean …? The known word that looks most like a written one.

use crate::domain::in_both::{InBoth, in_both};

/// How alike two words must be before one is offered for the other: 1 is the same word.
const ALIKE: f64 = 0.66;

/// The known word most like `written`; `None` when none comes near.
pub(super) fn nearest<'a>(written: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    known
        .into_iter()
        .map(|word| (strsim::normalized_damerau_levenshtein(&written.to_lowercase(), &word.to_lowercase()), word))
        .filter(|(likeness, _)| *likeness >= ALIKE)
        .max_by(|(one, _), (other, _)| one.total_cmp(other))
        .map(|(_, word)| word)
}

/// What to write instead of a word that nobody knows: the one that was meant, or one of those that are known.
pub(super) fn instead_of<'a>(written: &str, known: impl Iterator<Item = &'a str> + Clone) -> InBoth {
    match nearest(written, known.clone()) {
        Some(near) => in_both!("bedoel je `{near}`?", "did you mean `{near}`?"),
        None => {
            let known = known.collect::<Vec<_>>().join(", ");
            in_both!("kies uit: {known}", "write one of: {known}")
        }
    }
}
