//! What happened, without anybody's name: no client, no words, no minute. The figures are made of these.

use std::time::Duration;

use super::area::AreaCode;
use super::ids::{DeskId, EntryId, ThemeId};
use super::language::Language;
use super::moment::Moment;

/// An hour, in milliseconds.
const HOUR: i64 = 3_600_000;

macro_rules! kinds {
    ($($(#[$doc:meta])* $name:ident = $word:literal,)+) => {
        /// What happened. The words stand in the table.
        #[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
        pub enum Kind {
            $($(#[$doc])* $name,)+
        }

        impl Kind {
            /// Every kind.
            pub const ALL: &[Self] = &[$(Self::$name),+];

            /// The word for the table.
            pub const fn word(self) -> &'static str {
                match self {
                    $(Self::$name => $word,)+
                }
            }
        }
    };
}

kinds! {
    /// A question got an answer.
    Answered = "answered",
    /// A question got a question back.
    AskedBack = "asked-back",
    /// A question went to a person.
    HandedOver = "handed-over",
    /// Somebody was not well, and was listened to.
    Listened = "listened",
    /// A greeting, thanks and the like: no question.
    SmallTalk = "small-talk",
    /// A photo, file or voice message came in while the bot answers.
    Attachment = "attachment",
    /// More words, or changed ones, changed an answer.
    Corrected = "corrected",
    /// The next best entries were asked for.
    SomethingElse = "something-else",
    /// A client chose this entry from a list.
    Shown = "shown",
    /// A client looked into a theme.
    Browsed = "browsed",
    /// An entry helped.
    Helped = "helped",
    /// An entry did not help.
    NotHelped = "not-helped",
    /// A case was opened; the detail is the reason.
    CaseOpened = "case-opened",
    /// Somebody turned out to be in distress while a case was open.
    Distress = "distress",
    /// Somebody took a case that nobody had taken yet.
    Claimed = "claimed",
    /// A colleague took it over.
    TakenOver = "taken-over",
    /// It was passed to a colleague.
    Passed = "passed",
    /// It was passed to another desk.
    PassedToDesk = "passed-to-desk",
    /// It went back to the desk; the detail is the reason.
    Rejected = "rejected",
    /// The client heard that it takes longer.
    TakesLonger = "takes-longer",
    /// A promise was not kept, and the team lead was called.
    PromiseBroken = "promise-broken",
    /// A person wrote to the client for the first time in a case.
    FirstAnswer = "first-answer",
    /// A manager sent this entry's card.
    SentByManager = "sent-by-manager",
    /// A case was closed; the detail is the outcome.
    Closed = "closed",
    /// The client came back to a closed case.
    Reopened = "reopened",
    /// A person helped.
    CaseHelped = "case-helped",
    /// A person did not help.
    CaseNotHelped = "case-not-helped",
    /// A manager said what the catalogue should have known: this entry, or something that is missing.
    Gap = "gap",
}

impl Kind {
    /// The kind with this word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.word() == word)
    }

    /// Is it the first reaction to a question? Each question has exactly one.
    pub const fn is_a_question(self) -> bool {
        matches!(self, Self::Answered | Self::AskedBack | Self::HandedOver | Self::Listened)
    }
}

/// How long a client waited for a person.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Waited {
    /// By the clock on the wall, in whole seconds.
    pub in_all: Duration,
    /// Of that, while somebody worked at the desk, in whole seconds.
    pub working: Duration,
    /// Was the promise kept? `None` when there was none to give.
    pub kept: Option<bool>,
}

/// Something that happened, to nobody in particular.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Happening {
    /// The hour in which it happened.
    pub at: Moment,
    /// What.
    pub kind: Kind,
    /// A reason or outcome, as its word.
    pub detail: Option<String>,
    /// The entry it is about.
    pub entry: Option<EntryId>,
    /// The theme it is about, as far as the house could tell.
    pub theme: Option<ThemeId>,
    /// Where the firm is, when known.
    pub place: Option<AreaCode>,
    /// The desk at which the case lies.
    pub desk: Option<DeskId>,
    /// The client's language.
    pub language: Option<Language>,
    /// How long the client had waited.
    pub waited: Option<Waited>,
}

impl Happening {
    /// Something of this kind at `moment`, of which only the hour is kept.
    pub const fn new(kind: Kind, moment: Moment) -> Self {
        let at = Moment::from_millis(moment.millis() - moment.millis().rem_euclid(HOUR));
        Self { at, kind, detail: None, entry: None, theme: None, place: None, desk: None, language: None, waited: None }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_is_found_by_its_word() {
        for kind in Kind::ALL {
            assert_eq!(Kind::from_word(kind.word()), Some(*kind));
        }
        assert_eq!(Kind::from_word("gossip"), None);
    }

    #[test]
    fn only_the_hour_is_kept() {
        let at = |millis| Happening::new(Kind::Answered, Moment::from_millis(millis)).at.millis();
        assert_eq!((at(0), at(HOUR - 1), at(HOUR), at(-1)), (0, 0, HOUR, -HOUR));
    }
}
