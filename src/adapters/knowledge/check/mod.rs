//! The check: what only shows when entries are read side by side, or with an editor's eye.

mod alike;
mod combinations;
mod dates;
mod jargon;
mod links;
mod official;
mod questions;
mod routes;
mod translation;
mod wording;

use super::draft::Draft;
use super::gauge::Gauge;
use official::Official;

/// Checks every draft against the others and against the rules of the house.
pub(super) fn check(drafts: &[Draft<'_>], gauge: &Gauge<'_>) {
    let official = Official::of(drafts, &gauge.rules.official);
    for draft in drafts {
        links::check(draft, gauge);
        combinations::check(draft, gauge.known);
        routes::check(draft, gauge);
        official.check(draft);
        dates::check(draft, gauge.today);
        wording::check(draft);
        jargon::check(draft, &gauge.rules.jargon);
        translation::check(draft);
    }
    questions::check(drafts, gauge.asked);
    alike::check(drafts, gauge.today);
}
