//! What somebody who looks after the house asks for by a button.

use serde::{Deserialize, Serialize};

use super::correction::Adjustment;
use super::gaps::GapErrand;
use super::ids::{EntryId, PersonId, ProposalId, ReleaseNumber};
use super::official::Role;

/// An errand. The button carries no authority: the role is looked up when the tap arrives.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Errand {
    /// Publish this proposal.
    Publish(ProposalId),
    /// Drop this proposal.
    Drop(ProposalId),
    /// Drop somebody else's proposal, to begin one's own.
    TakeSeat(ProposalId),
    /// Put this release in use again.
    RollBackTo(ReleaseNumber),
    /// Take back what this release changed, and nothing else.
    Undo(ReleaseNumber),
    /// What would change if this release came back?
    Compare(ReleaseNumber),
    /// Make a link by which somebody takes up this role.
    Invite(Role),
    /// Take up the role that is offered (`true`), or not.
    Answer(String, bool),
    /// The right person said yes to the offer (`true`), or the wrong one.
    Confirm(String, bool),
    /// Take this person's role away.
    Revoke(PersonId),
    /// Correct this entry, which was found for what somebody typed.
    Correct(EntryId, Adjustment),
    /// Look whether the pages that the catalogue cites are still there.
    VisitSources,
    /// Something about what the bot did not know.
    Gaps(GapErrand),
}
