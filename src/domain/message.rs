//! What we say, ready to be shown: text with styles, and buttons.

use serde::{Deserialize, Serialize};

use super::case::{Outcome, Rejection};
use super::errand::Errand;
use super::ids::{CaseNumber, EntryId, LineId, MessageRef, PersonId, ThemeId};
use super::language::Language;

/// How a piece of text is shown.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Style {
    /// As it is.
    Plain,
    /// Bold.
    Bold,
    /// Italic.
    Italic,
    /// A link to this address.
    Link(String),
    /// The name of a person, who is told that they are named.
    Mention(PersonId),
}

/// Text with styles. Never markup in a string: what a person wrote is always shown literally.
#[derive(Clone, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
#[serde(transparent)]
pub struct Rich(Vec<(Style, String)>);

impl Rich {
    /// Plain text.
    pub fn plain(text: impl Into<String>) -> Self {
        Self::default().then(Style::Plain, text)
    }

    /// This and `text` in `style` behind it.
    #[must_use]
    pub fn then(mut self, style: Style, text: impl Into<String>) -> Self {
        let text = text.into();
        if !text.is_empty() {
            self.0.push((style, text));
        }
        self
    }

    /// This and a new paragraph behind it; nothing in front of the first.
    #[must_use]
    pub fn paragraph(self) -> Self {
        if self.0.is_empty() { self } else { self.then(Style::Plain, "\n\n") }
    }

    /// This and a new line behind it; nothing in front of the first.
    #[must_use]
    pub fn line(self) -> Self {
        if self.0.is_empty() { self } else { self.then(Style::Plain, "\n") }
    }

    /// This and `other` behind it.
    #[must_use]
    pub fn and(mut self, other: Self) -> Self {
        self.0.extend(other.0);
        self
    }

    /// The pieces in order.
    pub fn pieces(&self) -> impl Iterator<Item = (&Style, &str)> {
        self.0.iter().map(|(style, text)| (style, text.as_str()))
    }

    /// The text without its styles.
    pub fn text(&self) -> String {
        self.0.iter().map(|(_, text)| text.as_str()).collect()
    }
}

/// What a tap on a button asks for. A button never carries authority: the role is checked when the tap arrives.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Action {
    /// A person, please.
    Person,
    /// Show this entry's card.
    Show(EntryId),
    /// Open one part of this entry's card, in place.
    Open(EntryId, Part),
    /// Something else than what was shown.
    SomethingElse,
    /// None of the things offered in a question back.
    NoneOfThese,
    /// It helped (`true`), or not.
    Helped(EntryId, bool),
    /// The themes to browse.
    Themes,
    /// One page of a theme, counted from 0.
    Theme(ThemeId, u16),
    /// Speak this language.
    Speak(Language),
    /// My firm is in the municipality with this code.
    Place(String),
    /// My firm is nowhere in particular: forget the place.
    NoPlace,
    /// Erase everything that is kept about me (`true`), or keep it.
    Erase(bool),
    /// A manager takes this case, if nobody has it.
    Take(CaseNumber),
    /// A manager takes this case over from whoever has it.
    TakeOver(CaseNumber),
    /// The client goes on with the bot: the person is no longer needed.
    Withdraw,
    /// The client goes on with the person whose case was closed.
    Reopen(CaseNumber),
    /// The person helped (`true`), or not.
    CaseHelped(CaseNumber, bool),
    /// A manager sends a line of theirs in a colleague's case after all: the message with this number.
    SendAnyway(CaseNumber, i64),
    /// A manager is not the right one for this case; `None`: ask why.
    Reject(CaseNumber, Option<Rejection>),
    /// A manager sends the client the card of this entry.
    SendCard(CaseNumber, EntryId),
    /// A manager sends the client the ready text that this line shows.
    SendText(CaseNumber, LineId),
    /// A manager is done; `None`: ask for the outcome.
    Close(CaseNumber, Option<Outcome>),
    /// The catalogue should have known; `None`: there is no entry for it.
    Gap(CaseNumber, Option<EntryId>),
    /// The catalogue could not have known.
    NoGap(CaseNumber),
    /// Says more about what is kept.
    Privacy,
    /// Somebody who looks after the house asks for something.
    Errand(Errand),
}

/// What a message replies to.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ReplyTo {
    /// An earlier line of ours.
    Line(LineId),
    /// A person's message.
    Message(MessageRef),
}

/// A part of a card that opens in place.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Part {
    /// The short card.
    Summary,
    /// Everything the entry says.
    Everything,
}

/// A button under a message.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct Button {
    /// What stands on it.
    pub label: String,
    /// What a tap asks for.
    pub action: Action,
}

/// A message ready to be shown.
#[derive(Clone, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
pub struct Message {
    /// Its text.
    pub text: Rich,
    /// Its buttons, in rows.
    #[serde(default)]
    pub buttons: Vec<Vec<Button>>,
}

impl Message {
    /// A message without buttons.
    pub fn new(text: Rich) -> Self {
        Self { text, ..Self::default() }
    }

    /// This message with one more row of buttons; an empty row is left out.
    #[must_use]
    pub fn row(mut self, buttons: Vec<Button>) -> Self {
        if !buttons.is_empty() {
            self.buttons.push(buttons);
        }
        self
    }
}
