//! A written scene: who says, taps and sees what, step by step, for a demo, a picture or a check.
//!
//! A scene is a TOML file that somebody who doesn't program can read and write; `docs/scenes` holds ours.

mod playing;
mod reading;
mod stage;

pub use playing::{Failed, Tempo};
pub(crate) use stage::Stage;

use jiff::civil::DateTime;

use super::message::MediaKind;
use super::world::Trouble;

/// A scene, read and checked.
#[derive(Clone, Debug, PartialEq)]
pub struct Script {
    /// What it is called.
    pub title: String,
    /// When it plays, where the desks are; now when left out.
    pub start: Option<DateTime>,
    steps: Vec<Step>,
}

/// One step. Everything in it is optional, and happens in this order.
#[derive(Clone, Debug, Default, PartialEq)]
struct Step {
    /// The line of the file where it begins.
    line: usize,
    /// What the audience reads from now on.
    caption: Option<String>,
    /// What befalls the world.
    befalls: Option<Befalls>,
    /// Who does something, or sees something.
    who: Option<String>,
    /// Where: `General`, a part of a topic's name, or `phone`.
    place: Option<String>,
    /// What they do.
    does: Option<Does>,
    /// Part of the message that it answers.
    replies_to: Option<String>,
    /// What stands on their screen after a while.
    sees: Option<String>,
    /// A picture is made, under this name.
    picture: Option<String>,
    /// So long everybody looks at it, in seconds.
    wait: Option<f64>,
}

/// What somebody does.
#[derive(Clone, Debug, PartialEq)]
enum Does {
    /// Writes.
    Says(String),
    /// Taps the newest button that says this.
    Taps(String),
    /// Changes the own newest message.
    Edits(String),
    /// Sends a file.
    Sends(Parcel),
}

/// What can be sent.
#[derive(Clone, Debug, PartialEq)]
enum Parcel {
    /// Something that stands in for what a phone makes.
    StandIn(MediaKind),
    /// Three pictures together.
    Album,
    /// A file beside the scene, with its bytes.
    File(String, Vec<u8>),
}

/// What befalls the world.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Befalls {
    /// Time passes.
    Minutes(u64),
    /// It is the morning of the next working day.
    NextMorning,
    /// The next call goes wrong.
    Trouble(Trouble),
    /// Somebody cuts the bot's power, or gives it back.
    Power(bool),
}
