//! Something that was agreed between a client and a manager for a certain moment.

use serde::{Deserialize, Serialize};

use super::moment::Moment;
use super::text::Text;

/// An appointment.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct Appointment {
    /// What was agreed.
    pub what: Text,
    /// For when.
    pub at: Moment,
    /// The reminders that are still to come, the soonest first.
    pub reminders: Vec<Moment>,
}
