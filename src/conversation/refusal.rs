//! Why something that a manager asked for is not done: each has a sentence that says what to do instead.

use serde::{Deserialize, Serialize};

use crate::domain::appointment::Appointment;

/// Why something that a manager asked for is not done.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Refusal {
    /// The case is closed.
    Closed,
    /// Somebody else has it.
    NotYours {
        /// Who.
        owner: String,
    },
    /// They have it already.
    AlreadyTheirs {
        /// Who.
        name: String,
    },
    /// It is at that desk already.
    AlreadyThere {
        /// The desk's name.
        desk: String,
    },
    /// There is no such desk.
    UnknownDesk,
    /// There is no such entry any more.
    UnknownEntry,
    /// The line does not wait any more, or is somebody else's.
    NotHeld,
    /// The ready text was sent already, or is too old to be sent.
    NotOffered,
    /// *Not for me* needs a reason.
    NoReason,
    /// An appointment can't lie in the past.
    InThePast,
    /// So many appointments are enough.
    TooManyAppointments,
    /// An appointment is ahead: a closing must explain it.
    AppointmentAhead(Appointment),
    /// Referred to whom?
    ReferredToWhom,
    /// There is no such command here.
    UnknownOrder,
}
