//! What stands behind the buttons of those who look after the house.

use super::gap_errands;
use crate::domain::correction::Adjustment;
use crate::domain::errand::Errand;
use crate::domain::ids::{EntryId, PersonId, ProposalId, ReleaseNumber};
use crate::domain::official::Role;

/// The errand as it is put behind a button, behind the letter that says that it is one.
pub(super) fn encode(errand: &Errand) -> String {
    match errand {
        Errand::Publish(proposal) => format!("publish:{proposal}"),
        Errand::Drop(proposal) => format!("drop:{proposal}"),
        Errand::TakeSeat(proposal) => format!("seat:{proposal}"),
        Errand::RollBackTo(release) => format!("back:{release}"),
        Errand::Undo(release) => format!("undo:{release}"),
        Errand::Compare(release) => format!("compare:{release}"),
        Errand::Invite(role) => format!("invite:{}", role.word()),
        Errand::Answer(token, true) => format!("yes:{token}"),
        Errand::Answer(token, false) => format!("no:{token}"),
        Errand::Confirm(token, true) => format!("right:{token}"),
        Errand::Confirm(token, false) => format!("wrong:{token}"),
        Errand::Revoke(person) => format!("revoke:{person}"),
        Errand::Correct(entry, Adjustment::Pause(since)) => format!("pause-{since}:{entry}"),
        Errand::Correct(entry, Adjustment::Resume) => format!("resume:{entry}"),
        Errand::Correct(entry, Adjustment::BudgetGone) => format!("spent:{entry}"),
        Errand::Correct(entry, Adjustment::CloseOn(last)) => format!("close-{last}:{entry}"),
        Errand::VisitSources => "visit:sources".to_owned(),
        Errand::Gaps(errand) => gap_errands::encode(errand),
    }
}

/// The errand behind a button; `None` when we never put that there.
pub(super) fn decode(data: &str) -> Option<Errand> {
    let (what, of) = data.split_once(':')?;
    let number = || of.parse::<i64>().ok();
    let token = || (!of.is_empty()).then(|| of.to_owned());
    Some(match what {
        "publish" => Errand::Publish(ProposalId(number()?)),
        "drop" => Errand::Drop(ProposalId(number()?)),
        "seat" => Errand::TakeSeat(ProposalId(number()?)),
        "back" => Errand::RollBackTo(ReleaseNumber(number()?)),
        "undo" => Errand::Undo(ReleaseNumber(number()?)),
        "compare" => Errand::Compare(ReleaseNumber(number()?)),
        "invite" => Errand::Invite(Role::ALL.into_iter().find(|role| role.word() == of)?),
        "yes" => Errand::Answer(token()?, true),
        "no" => Errand::Answer(token()?, false),
        "right" => Errand::Confirm(token()?, true),
        "wrong" => Errand::Confirm(token()?, false),
        "revoke" => Errand::Revoke(PersonId(number()?)),
        "visit" if of == "sources" => Errand::VisitSources,
        _ => return decode_correction(what, of).or_else(|| gap_errands::decode(what, of).map(Errand::Gaps)),
    })
}

fn decode_correction(what: &str, of: &str) -> Option<Errand> {
    let adjustment = match what.split_once('-') {
        None if what == "resume" => Adjustment::Resume,
        None if what == "spent" => Adjustment::BudgetGone,
        Some(("pause", since)) => Adjustment::Pause(since.parse().ok()?),
        Some(("close", last)) => Adjustment::CloseOn(last.parse().ok()?),
        _ => return None,
    };
    (!of.is_empty()).then(|| Errand::Correct(EntryId::new(of), adjustment))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn what_was_put_behind_a_button_comes_back() {
        let token = "aB3_-xyz0123456789".to_owned();
        for errand in [
            Errand::Publish(ProposalId(12)),
            Errand::Drop(ProposalId(12)),
            Errand::TakeSeat(ProposalId(12)),
            Errand::RollBackTo(ReleaseNumber(3)),
            Errand::Undo(ReleaseNumber(i64::MAX)),
            Errand::Compare(ReleaseNumber(3)),
            Errand::Invite(Role::Lead),
            Errand::Answer(token.clone(), true),
            Errand::Answer(token.clone(), false),
            Errand::Confirm(token.clone(), true),
            Errand::Confirm(token, false),
            Errand::Revoke(PersonId(51)),
            Errand::VisitSources,
            Errand::Correct(EntryId::new("bmkb"), Adjustment::Pause(date(2026, 11, 23))),
            Errand::Correct(EntryId::new("bmkb"), Adjustment::Resume),
            Errand::Correct(EntryId::new("bmkb"), Adjustment::BudgetGone),
            Errand::Correct(EntryId::new("bmkb"), Adjustment::CloseOn(date(2026, 12, 31))),
        ] {
            let data = encode(&errand);
            assert!(data.len() <= 62, "{data}");
            assert_eq!(decode(&data), Some(errand));
        }
        for strange in ["", "publish", "publish:", "publish:x", "yes:", "invite:king", "close-31-12:x", "resume:"] {
            assert_eq!(decode(strange), None, "{strange}");
        }
    }
}
