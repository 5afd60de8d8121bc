//! What people on our side did with their rights: who, what, when, about what. Never a client's words.

use serde::{Deserialize, Serialize};

use super::moment::Moment;
use super::official::Author;

/// What was done.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Act {
    /// A release was published.
    Published,
    /// An earlier release was put in use again.
    RolledBack,
    /// A proposal was dropped.
    Dropped,
    /// A proposal was refused by the check.
    Refused,
    /// A role was offered.
    Invited,
    /// A role was taken up.
    Granted,
    /// A role was declined.
    Declined,
    /// A role was taken away.
    Revoked,
    /// The catalogue was taken out.
    Exported,
    /// A desk was linked to a group.
    Linked,
    /// A gap was dealt with.
    GapClosed,
    /// The figures were looked at.
    LookedAtFigures,
}

impl Act {
    /// The word for phrases and tables.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Published => "published",
            Self::RolledBack => "rolled-back",
            Self::Dropped => "dropped",
            Self::Refused => "refused",
            Self::Invited => "invited",
            Self::Granted => "granted",
            Self::Declined => "declined",
            Self::Revoked => "revoked",
            Self::Exported => "exported",
            Self::Linked => "linked",
            Self::GapClosed => "gap-closed",
            Self::LookedAtFigures => "looked-at-figures",
        }
    }
}

/// One line of the audit log.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Entry {
    /// When.
    pub at: Moment,
    /// Who.
    pub by: Author,
    /// What.
    pub act: Act,
    /// About what: the number of a release, the id of an entry, the name of a colleague.
    pub about: String,
}
