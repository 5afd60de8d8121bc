//! One handover inside a conversation, from request to outcome.

use serde::{Deserialize, Serialize};

use super::appointment::Appointment;
use super::area::AreaCode;
use super::delivery::TopicIcon;
use super::ids::{CaseNumber, ClientId, DeskId, EntryId, LineId, PersonId, ThemeId};
use super::language::Language;
use super::moment::Moment;
use super::text::Text;
use super::wait::Wait;

/// Why a person was fetched.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reason {
    /// The client asked for a person.
    Asked,
    /// Nothing in the catalogue fits.
    NoMatch,
    /// What was shown did not help.
    NotHelped,
    /// Somebody is not well.
    Distress,
    /// A photo, file or voice message only a person can look at.
    Attachment,
}

impl Reason {
    /// The word for logs, tables and phrases.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Asked => "asked",
            Self::NoMatch => "no-match",
            Self::NotHelped => "not-helped",
            Self::Distress => "distress",
            Self::Attachment => "attachment",
        }
    }
}

/// Where a case stands.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum CaseState {
    /// Nobody has taken it yet.
    Waiting,
    /// A manager has it.
    Taken,
    /// It is done.
    Closed,
}

impl CaseState {
    /// The word for tables.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Taken => "taken",
            Self::Closed => "closed",
        }
    }
}

/// A manager as a client hears of them.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct Manager {
    /// Who it is.
    pub id: PersonId,
    /// Their first name.
    pub name: String,
}

/// How a case ended. The words stand in tables and behind buttons.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// The question is answered.
    Answered,
    /// Somebody else helps further; who, stands in [`Case::referred_to`].
    Referred,
    /// The client got further, in another way than by an answer alone.
    HelpedOn,
    /// There is no scheme for this.
    NoScheme,
    /// The client could not be reached.
    NotReachable,
    /// The client no longer needs it.
    Withdrawn,
}

impl Outcome {
    /// Every outcome, in the order in which it is offered.
    pub const ALL: [Self; 6] =
        [Self::Answered, Self::Referred, Self::HelpedOn, Self::NoScheme, Self::NotReachable, Self::Withdrawn];

    /// The word for tables, buttons and phrases.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Answered => "answered",
            Self::Referred => "referred",
            Self::HelpedOn => "helped-on",
            Self::NoScheme => "no-scheme",
            Self::NotReachable => "not-reachable",
            Self::Withdrawn => "withdrawn",
        }
    }

    /// The outcome with this word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|outcome| outcome.word() == word)
    }
}

/// Why a manager is not the right one for a case.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Rejection {
    /// The firm is elsewhere.
    Place,
    /// It is about something else than they know of.
    Theme,
    /// They have no time.
    Time,
    /// They know the client too well.
    Acquainted,
    /// Something else, said in words.
    Other,
}

impl Rejection {
    /// The reasons that are offered as buttons; the last needs words.
    pub const OFFERED: [Self; 4] = [Self::Place, Self::Theme, Self::Time, Self::Acquainted];

    /// The word for buttons and phrases.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Place => "place",
            Self::Theme => "theme",
            Self::Time => "time",
            Self::Acquainted => "acquainted",
            Self::Other => "other",
        }
    }

    /// The reason with this word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::OFFERED.into_iter().chain([Self::Other]).find(|reason| reason.word() == word)
    }
}

/// What the catalogue should have known.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Gap {
    /// This entry was the right one; it was not found.
    Entry(EntryId),
    /// There is no entry for this.
    Missing,
}

/// One handover.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct Case {
    /// Its number, as people say it.
    pub number: CaseNumber,
    /// Whose case it is.
    pub client: ClientId,
    /// The desk it lies at.
    pub desk: DeskId,
    /// Where it stands.
    pub state: CaseState,
    /// Why a person was fetched.
    pub reason: Reason,
    /// Did the client turn out to be in distress while the case was open?
    #[serde(default)]
    pub distress: bool,
    /// Who has it.
    pub owner: Option<Manager>,
    /// Who had it before they went away: it goes back to them.
    #[serde(default)]
    pub lent_by: Option<Manager>,
    /// The client's language.
    pub language: Language,
    /// Where the firm is, when known.
    pub place: Option<AreaCode>,
    /// What it is about, as far as the house could tell.
    #[serde(default)]
    pub theme: Option<ThemeId>,
    /// The question in the client's words.
    #[serde(default)]
    pub question: String,
    /// What the bot showed before.
    #[serde(default)]
    pub shown: Vec<EntryId>,
    /// When it was opened.
    pub opened: Moment,
    /// By when a person reacts; `None` when the desk has no working hours ahead.
    pub promise: Option<Moment>,
    /// What the client waits for since when; `None` when the last word is the desk's.
    #[serde(default)]
    pub wait: Option<Wait>,
    /// When somebody first took it.
    #[serde(default)]
    pub taken: Option<Moment>,
    /// When a person first wrote to the client.
    #[serde(default)]
    pub answered: Option<Moment>,
    /// What was agreed, the soonest first.
    #[serde(default)]
    pub appointments: Vec<Appointment>,
    /// Why it may be closed with an appointment ahead, once that was explained.
    #[serde(default)]
    pub explained: Option<Text>,
    /// The line with the pinned sheet.
    #[serde(default)]
    pub sheet: Option<LineId>,
    /// The sign that stands on its topic.
    #[serde(default)]
    pub icon: TopicIcon,
    /// When it was closed.
    pub closed: Option<Moment>,
    /// How it ended.
    #[serde(default)]
    pub outcome: Option<Outcome>,
    /// To whom the client was referred.
    #[serde(default)]
    pub referred_to: Option<String>,
    /// What the catalogue should have known, as the manager says.
    #[serde(default)]
    pub gap: Option<Gap>,
    /// Did it help, as the client says?
    #[serde(default)]
    pub helped: Option<bool>,
}

impl Case {
    /// Does somebody in distress wait here?
    pub fn is_urgent(&self) -> bool {
        self.distress || self.reason == Reason::Distress
    }

    /// Is it this person's?
    pub fn is_owned_by(&self, person: PersonId) -> bool {
        self.owner.as_ref().is_some_and(|owner| owner.id == person)
    }

    /// The sign that its topic should have at `now`.
    pub fn icon_at(&self, now: Moment) -> TopicIcon {
        if self.closed.is_some() {
            TopicIcon::Closed
        } else if self.is_urgent() {
            TopicIcon::Urgent
        } else if self.is_late(now) {
            TopicIcon::Late
        } else if self.owner.is_some() {
            TopicIcon::Taken
        } else {
            TopicIcon::Waiting
        }
    }

    /// Is the promise broken at `now`: does the client wait longer than was promised?
    pub fn is_late(&self, now: Moment) -> bool {
        self.wait.is_some_and(|wait| !wait.paused) && self.promise.is_some_and(|promise| promise < now)
    }
}
