//! What the house says, as data. The words themselves stand in `knowledge/phrases`; the service puts them together.

use serde::{Deserialize, Serialize};

use crate::domain::area::AreaCode;
use crate::domain::case::{Case, Reason};
use crate::domain::evidence::SmallTalk;
use crate::domain::ids::{CaseNumber, EntryId, ThemeId};
use crate::domain::language::Language;
use crate::domain::message::Part;
use crate::domain::moment::Moment;

/// One thing to say.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Wording {
    /// The first contact: an automatic helper, which region, how to reach a person, what is kept.
    Intro,
    /// Ask away.
    Ready,
    /// What can be done here.
    Help,
    /// What is kept, for how long, whose it is.
    Privacy,
    /// A card, short or in full.
    Card {
        /// The entry.
        entry: EntryId,
        /// How much of it.
        part: Part,
    },
    /// Which of these is meant?
    Clarify {
        /// Two or three entries.
        options: Vec<EntryId>,
    },
    /// Nothing else was found: say it in other words, or take a person.
    NothingElse,
    /// It did not help.
    NotHelped,
    /// Not a question.
    SmallTalk(SmallTalk),
    /// A case is opened: its number and the promise.
    HandedOver {
        /// Its number.
        case: CaseNumber,
        /// By when somebody reacts.
        promise: Option<Moment>,
        /// The desk's name.
        desk: String,
        /// Why.
        reason: Reason,
    },
    /// Calm words and the listening lines; then the case.
    Listening {
        /// Its number.
        case: CaseNumber,
        /// By when somebody reacts.
        promise: Option<Moment>,
    },
    /// Where the case stands.
    WhereItStands {
        /// Its number.
        case: CaseNumber,
        /// By when somebody reacts; `None` when somebody has it.
        promise: Option<Moment>,
        /// Who has it.
        owner: Option<String>,
    },
    /// A person can look at what was sent.
    AttachmentSeen,
    /// A kind of message that we can't read.
    CannotRead,
    /// A citizen service number was masked.
    NumberMasked,
    /// A command that we don't have.
    UnknownCommand,
    /// The themes to browse.
    Themes,
    /// One page of a theme.
    ThemePage {
        /// The theme.
        theme: ThemeId,
        /// The page, from 0.
        page: u16,
        /// The place whose local entries come first.
        place: Option<AreaCode>,
    },
    /// Which language?
    AskLanguage,
    /// We speak this language from now on.
    LanguageSet(Language),
    /// Where is the firm?
    AskPlace {
        /// Where we think it is.
        known: Option<AreaCode>,
    },
    /// The firm is here from now on.
    PlaceSet(AreaCode),
    /// The place is forgotten.
    PlaceForgotten,
    /// We don't know a place of that name.
    PlaceUnknown {
        /// What was written.
        written: String,
    },
    /// Really erase everything?
    AskErase,
    /// Nothing is erased.
    EraseCancelled,
    /// Everything is erased.
    Erased,
    /// Under the file with everything that is kept.
    MyData,
    /// Somebody took the case.
    TakenBy {
        /// Their first name.
        name: String,
        /// The desk's name.
        desk: String,
    },
    /// A manager's words.
    ManagerSays {
        /// Their first name.
        name: String,
        /// The words.
        text: String,
    },
    /// A manager sends something that follows as a copy.
    ManagerSends {
        /// Their first name.
        name: String,
    },
    /// The person is done; the bot is back.
    HandedBack {
        /// Their first name.
        name: String,
    },
    /// The client goes on with the bot.
    Withdrawn,
    /// Thanks for a mark, as a notice.
    MarkNoticed,

    /// The sheet of a case.
    Sheet {
        /// The case.
        case: Case,
        /// The client's first name.
        client: String,
        /// The question.
        question: String,
        /// What the bot showed.
        shown: Vec<EntryId>,
    },
    /// What was said before, for the manager.
    History,
    /// The client's words in the topic.
    ClientSays {
        /// The client's first name.
        name: String,
        /// The words.
        text: String,
        /// Were they changed afterwards?
        edited: bool,
    },
    /// The client sent something that can't be copied.
    ClientSentUnknown,
    /// Who took the case, for the topic.
    TakenInTopic {
        /// Their first name.
        name: String,
    },
    /// Somebody else has this case; a tap takes it over.
    NotYours {
        /// Who has it.
        owner: String,
        /// The case.
        case: CaseNumber,
    },
    /// The case is closed, for the topic.
    ClosedInTopic {
        /// Who closed it.
        name: String,
    },
    /// The client went on with the bot, for the topic.
    WithdrawnInTopic,
    /// The client's line could not be delivered, for the topic.
    NotDelivered,
    /// The case is closed: what was written is not relayed.
    CaseIsClosed,
    /// Which commands a topic knows.
    TopicCommands,
}
