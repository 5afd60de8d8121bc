//! The words of the office: what a typed command asks for, and who may ask. New words go here.

use crate::domain::official::Role;

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
            "gaten" | "gaps" => Self::Gaps(rest.to_owned()),
            _ => return None,
        })
    }

    /// The role that it takes.
    pub(super) const fn needs(&self) -> Role {
        match self {
            Self::Releases | Self::Log | Self::Gaps(_) => Role::Lead,
            Self::Overview(_) | Self::Reload => Role::Admin,
        }
    }
}
