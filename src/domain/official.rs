//! People on our side of the counter with more rights than a manager, and how somebody becomes one.

use serde::{Deserialize, Serialize};

use super::ids::PersonId;
use super::moment::Moment;

/// How the payload of a link begins by which a role is offered; the secret name stands behind it.
pub const OFFICE_LINK: &str = "role_";

/// What somebody may do; a higher role may do all that a lower one may.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// Sees the figures, the gaps and what is to be mended.
    Lead,
    /// Changes what the bot knows, and says who may.
    Admin,
}

impl Role {
    /// Every role.
    pub const ALL: [Self; 2] = [Self::Lead, Self::Admin];

    /// The word for phrases, buttons and tables.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Lead => "lead",
            Self::Admin => "admin",
        }
    }

    /// The role with this word, as people type it.
    pub fn from_word(word: &str) -> Option<Self> {
        match word.trim().to_lowercase().as_str() {
            "lead" | "teamleider" | "teamlead" | "leider" => Some(Self::Lead),
            "admin" | "beheerder" | "beheer" => Some(Self::Admin),
            _ => None,
        }
    }
}

/// Somebody by name, as the audit log knows them. Without a number it is the program itself.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct Author {
    /// Who; `None` for the program and the terminal.
    pub id: Option<PersonId>,
    /// Their first name, or the name of the program.
    pub name: String,
}

impl Author {
    /// A person.
    pub fn person(id: PersonId, name: impl Into<String>) -> Self {
        Self { id: Some(id), name: name.into() }
    }

    /// The program, at the request of whoever works on its terminal or of nobody.
    pub fn program(name: impl Into<String>) -> Self {
        Self { id: None, name: name.into() }
    }
}

/// Somebody with a role.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Official {
    /// Who.
    pub person: PersonId,
    /// Their first name.
    pub name: String,
    /// What they may do.
    pub role: Role,
}

/// A role that is offered to somebody, who has to say yes.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Invitation {
    /// Its secret name, which stands in the link; it counts once.
    pub token: String,
    /// The role.
    pub role: Role,
    /// Who offers it.
    pub by: Author,
    /// To whom: known at once, or once somebody opened the link and said yes.
    pub to: Option<Author>,
    /// Was it offered by an open link, so that who offers it must say that the right person said yes?
    pub by_link: bool,
    /// Until when it counts.
    pub until: Moment,
}
