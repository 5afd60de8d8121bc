//! What the page shows of a scene that is being played: a caption, and where to look.

use serde::Serialize;

use crate::sandbox::id::{ChatId, PersonId, Place};

/// The scene as the audience has it before them.
#[derive(Clone, Debug, Default, Serialize)]
pub(crate) struct Stage {
    /// The title of the scene.
    pub(crate) title: String,
    /// What is told.
    pub(crate) caption: String,
    /// Which step is played, from 1.
    pub(crate) step: usize,
    /// How many there are.
    pub(crate) steps: usize,
    /// Where to look.
    pub(crate) look: Option<Look>,
    /// What is being typed there.
    pub(crate) typing: String,
    /// Why it stopped, if it did not go as written.
    pub(crate) failure: Option<String>,
    /// Is it over?
    pub(crate) is_over: bool,
}

/// Whose screen, and what is on it.
#[derive(Clone, Copy, Debug, Serialize)]
pub(crate) struct Look {
    pub(crate) person: PersonId,
    pub(crate) chat: ChatId,
    pub(crate) thread: Option<crate::sandbox::id::ThreadId>,
}

impl Look {
    pub(crate) const fn at(person: PersonId, place: Place) -> Self {
        Self { person, chat: place.chat, thread: place.thread }
    }
}
