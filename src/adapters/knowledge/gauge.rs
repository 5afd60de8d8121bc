//! The gauge: everything that drafts and gold questions are held against.

use jiff::civil::Date;

use super::asked::Asked;
use super::known::Known;
use super::rules::Rules;
use crate::domain::catalogue::Surroundings;

/// What is known when entries are checked side by side.
pub(super) struct Gauge<'a> {
    pub(super) surroundings: &'a Surroundings,
    pub(super) known: &'a Known<'a>,
    pub(super) asked: &'a Asked<'a>,
    pub(super) rules: &'a Rules,
    pub(super) today: Date,
}
