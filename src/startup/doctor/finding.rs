//! One thing that was looked at, and what to do about it.

use serde::Serialize;

/// How it is.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum State {
    /// As it should be.
    Ok,
    /// It works, but somebody should look.
    Warning,
    /// It does not work.
    Fault,
}

impl State {
    /// The word for a terminal.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Ok => "ok",
            Self::Warning => "warning",
            Self::Fault => "fault",
        }
    }
}

/// One thing that was looked at.
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
pub struct Finding {
    /// How it is.
    pub state: State,
    /// What was looked at, in one word.
    pub about: &'static str,
    /// What was seen.
    pub what: String,
    /// What to do; `None` when all is well.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mend: Option<String>,
}

impl Finding {
    pub(super) fn ok(about: &'static str, what: impl Into<String>) -> Self {
        Self { state: State::Ok, about, what: what.into(), mend: None }
    }

    pub(super) fn warning(about: &'static str, what: impl Into<String>, mend: impl Into<String>) -> Self {
        Self { state: State::Warning, about, what: what.into(), mend: Some(mend.into()) }
    }

    pub(super) fn fault(about: &'static str, what: impl Into<String>, mend: impl Into<String>) -> Self {
        Self { state: State::Fault, about, what: what.into(), mend: Some(mend.into()) }
    }
}
