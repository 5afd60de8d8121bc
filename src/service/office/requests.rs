//! The words of the office: what a typed command asks for, and who may ask. New words go here.

use crate::domain::official::Role;

/// Which fact of an entry is to change.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Task {
    /// It can't be used for a while.
    Pause,
    /// It can be used again.
    Resume,
    /// The money is gone.
    BudgetGone,
    /// It gets a last day.
    Close,
}

/// What a command asks for.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) enum Request {
    /// `/beheer`: who may what; with a role and a name behind it: offer that role.
    Overview(String),
    /// `/herlaad`: look at the operator's folder, and propose what changed.
    Reload,
    /// `/uitgaven`: the releases.
    Releases,
    /// `/logboek`: what was done.
    Log,
    /// `/export xlsx`: the catalogue as one file.
    Export(String),
    /// `/sjabloon`: an empty table to fill in.
    Template,
    /// `/cijfers`: what happened, in figures; with a period behind it, or whether they come every week.
    Figures(String),
    /// `/pauzeer`, `/hervat`, `/budget-op` with an entry, `/sluit` with an entry and a day: one fact is corrected.
    Correct(Task, String),
    /// `/noodbericht`: what everybody is told; with nothing behind it: what that is now.
    Notice(String),
    /// `/nalopen`: what somebody must look at.
    Nag,
    /// `/gaten`: what the bot did not know; with words behind it where a question belongs.
    Gaps(String),
}

impl Request {
    /// What `/word rest` asks for; `None` when it is no word of the office.
    pub(super) fn read(word: &str, rest: &str) -> Option<Self> {
        Some(match word {
            "beheer" | "office" => Self::Overview(rest.to_owned()),
            "herlaad" | "reload" => Self::Reload,
            "uitgaven" | "releases" => Self::Releases,
            "logboek" | "log" => Self::Log,
            "export" | "uitvoer" => Self::Export(rest.to_owned()),
            "sjabloon" | "template" => Self::Template,
            "cijfers" | "figures" => Self::Figures(rest.to_owned()),
            "pauzeer" | "pause" => Self::Correct(Task::Pause, rest.to_owned()),
            "hervat" | "resume" => Self::Correct(Task::Resume, rest.to_owned()),
            "budget-op" | "budget_op" | "budgetop" | "budget-gone" | "budget_gone" => {
                Self::Correct(Task::BudgetGone, rest.to_owned())
            }
            "sluit" | "close" => Self::Correct(Task::Close, rest.to_owned()),
            "noodbericht" | "notice" => Self::Notice(rest.to_owned()),
            "nalopen" | "nag" => Self::Nag,
            "gaten" | "gaps" => Self::Gaps(rest.to_owned()),
            _ => return None,
        })
    }

    /// The role that it takes.
    pub(super) const fn needs(&self) -> Role {
        match self {
            Self::Releases | Self::Log | Self::Figures(_) | Self::Gaps(_) | Self::Nag => Role::Lead,
            Self::Overview(_)
            | Self::Reload
            | Self::Export(_)
            | Self::Template
            | Self::Correct(..)
            | Self::Notice(_) => Role::Admin,
        }
    }
}
