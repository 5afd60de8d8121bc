//! What a manager can ask the house to do with a case, by a command or a button.

use crate::domain::case::{Gap, Manager, Outcome, Rejection};
use crate::domain::ids::{DeskId, EntryId, LineId};
use crate::domain::moment::Moment;
use crate::domain::text::Text;

/// What a manager asks for.
#[derive(Clone, Debug, PartialEq)]
pub enum Order {
    /// It is mine from now on, if nobody has it.
    Take,
    /// It is mine from now on, whoever has it.
    TakeOver,
    /// A colleague has it from now on; with `until_back` it comes back when its owner does.
    PassTo {
        /// The colleague.
        to: Manager,
        /// Is it lent only?
        lent: bool,
    },
    /// Another desk has it from now on.
    PassToDesk(DeskId),
    /// It is not for me; `None`: ask why.
    Reject(Option<Rejection>, Option<Text>),
    /// Send the line that was held back because the case is a colleague's: the message with this number.
    SendAnyway(i64),
    /// These entries were found for these words.
    Show {
        /// The words.
        words: String,
        /// The entries, the most probable first.
        found: Vec<EntryId>,
    },
    /// Send the client this card.
    SendCard(EntryId),
    /// This is how a ready text would read.
    OfferText(Text),
    /// Send the client the ready text that was offered in this line.
    SendText(LineId),
    /// We agreed something.
    Appoint {
        /// What.
        what: Text,
        /// For when.
        at: Moment,
    },
    /// It is done; `None`: ask for the outcome. `why` explains what is left open.
    Close {
        /// How it ended.
        outcome: Option<Outcome>,
        /// To whom the client was referred, or why it is closed with an appointment ahead.
        why: Option<Text>,
    },
    /// Did the catalogue lack something? `None`: no.
    Gap(Option<Gap>),
    /// Something that is no order here.
    Unknown,
}
