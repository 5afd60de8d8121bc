//! The check: what only shows when entries are read side by side, or with an editor's eye.

mod dates;
mod links;
mod questions;
mod wording;

use jiff::civil::Date;

use super::asked::Asked;
use super::draft::Draft;
use super::known::Known;
use crate::domain::catalogue::Surroundings;

/// Checks every draft against the others and against `today`.
pub(super) fn check(
    drafts: &[Draft<'_>],
    (known, asked): (&Known<'_>, &Asked<'_>),
    surroundings: &Surroundings,
    today: Date,
) {
    for draft in drafts {
        links::check(draft, known, surroundings, today);
        dates::check(draft, today);
        wording::check(draft);
    }
    questions::check(drafts, asked);
}
