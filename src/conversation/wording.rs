//! What the house says, as data. The words themselves stand in `knowledge/phrases`; the service puts them together.

use serde::{Deserialize, Serialize};

use super::bounds::Bound;
use super::event::Hindrance;
use super::refusal::Refusal;
use crate::domain::appointment::Appointment;
use crate::domain::area::AreaCode;
use crate::domain::case::{Case, Manager, Outcome, Reason, Rejection};
use crate::domain::evidence::SmallTalk;
use crate::domain::ids::{CaseNumber, EntryId, LineId, ThemeId};
use crate::domain::language::Language;
use crate::domain::message::Part;
use crate::domain::moment::Moment;
use crate::domain::text::Text;

/// One thing to say.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Wording {
    /// The first contact: an automatic helper, which region, how to reach a person, what is kept.
    Intro,
    /// Ask away.
    Ready,
    /// What everybody must know for as long as it lasts.
    Notice,
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
        /// One entry, two or three.
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
        /// By when somebody reacts; `None` when the last word is the desk's, or no promise could be given.
        promise: Option<Moment>,
        /// Who has it.
        owner: Option<String>,
        /// What was agreed.
        appointments: Vec<Appointment>,
    },
    /// No case is open; the last one, if there was any.
    NoOpenCase {
        /// That case.
        last: Option<Box<Case>>,
    },
    /// More than the house can do now.
    Bound(Bound),
    /// A person can look at what was sent.
    AttachmentSeen,
    /// A kind of message that we can't read.
    CannotRead,
    /// What the client sent can't be passed on to a person.
    CannotPassOn,
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
    /// We don't know a place of that name, as it was written.
    PlaceUnknown(String),
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
    /// Somebody else has the case from now on.
    SentTo {
        /// Their first name.
        name: String,
        /// The desk's name.
        desk: String,
    },
    /// Another desk has the case from now on.
    SentToDesk {
        /// The desk's name.
        desk: String,
        /// By when somebody there reacts.
        promise: Option<Moment>,
    },
    /// The manager looks for a colleague who knows more of it.
    LookingForColleague {
        /// The manager's first name.
        name: String,
    },
    /// It takes longer than was promised.
    TakesLonger {
        /// The number of the case.
        case: CaseNumber,
        /// Who has it and did not get round to it; `None` when nobody has taken it yet.
        owner: Option<String>,
    },
    /// Something was agreed.
    Appointed {
        /// The manager's first name.
        name: String,
        /// What.
        appointment: Appointment,
    },
    /// What was agreed comes near.
    AppointmentNear(Appointment),
    /// The person is done; the bot is back. Did it help?
    Done {
        /// The number of the case.
        case: CaseNumber,
        /// The manager's first name.
        name: String,
        /// How it ended.
        outcome: Outcome,
        /// Who helps further.
        referred_to: Option<String>,
        /// What was agreed and is called off.
        cancelled: Vec<Appointment>,
    },
    /// The client goes on with the person they spoke with.
    Reopened {
        /// Their first name; `None` when nobody had it.
        name: Option<String>,
    },
    /// That was too long ago to go on with.
    TooLateToReopen,
    /// The client goes on with the bot.
    Withdrawn,
    /// Thanks for a mark, as a notice.
    MarkNoticed,

    /// The sheet of a case.
    Sheet {
        /// The case.
        case: Box<Case>,
        /// The client's first name.
        client: String,
        /// Their last case before this one.
        earlier: Option<Box<Case>>,
    },
    /// What was said before, for the manager: one page of it, from 0, the oldest first.
    History(usize),
    /// The client's words in the topic.
    ClientSays {
        /// The client's first name.
        name: String,
        /// The words.
        text: String,
        /// Do they change earlier words?
        edited: bool,
    },
    /// The client sent something that can't be copied.
    ClientSentUnknown,
    /// The client is in distress.
    ClientInDistress,
    /// The client can be reached again.
    ClientIsBack,
    /// Who took the case, for the topic.
    TakenInTopic {
        /// Their first name.
        name: String,
    },
    /// Who has the case from now on, for the topic.
    PassedInTopic {
        /// Who passed it on.
        by: String,
        /// Who has it; they are called.
        to: Manager,
        /// Is it lent, until the owner is back?
        lent: bool,
    },
    /// The case went to another desk: for the old topic.
    LeftForDesk {
        /// That desk's name.
        desk: String,
        /// Who passed it on; `None` when the house did, because nobody answered.
        by: Option<String>,
    },
    /// The case came from another desk: for the new topic.
    CameFromDesk {
        /// That desk's name.
        desk: String,
        /// Who passed it on.
        by: Option<String>,
    },
    /// Why is it not for you?
    AskWhyNot {
        /// The case.
        case: CaseNumber,
    },
    /// Somebody is not the right one.
    RejectedInTopic {
        /// Who.
        by: String,
        /// Why.
        why: Rejection,
        /// In their words.
        words: Option<Text>,
    },
    /// Somebody else has this case: the line waits for a tap.
    NotYours {
        /// Who has it.
        owner: String,
        /// The case.
        case: CaseNumber,
        /// The number of the message that waits.
        message: i64,
    },
    /// A line that was held back went to the client after all.
    SentAnyway {
        /// Whose line it was.
        name: String,
    },
    /// A line can't be passed on to the client.
    NotRelayed(Hindrance),
    /// A line did not reach the client.
    NotDelivered(Hindrance),
    /// The promise comes near.
    Nudge {
        /// By when somebody reacts.
        promise: Option<Moment>,
    },
    /// The promise comes very near: the owner is called.
    CallOwner {
        /// The owner.
        owner: Manager,
        /// By when somebody reacts.
        promise: Option<Moment>,
    },
    /// The promise comes very near and nobody has the case: the whole desk is called.
    CallDesk {
        /// The case.
        case: Box<Case>,
    },
    /// The promise is broken: the team lead is called.
    CallLead {
        /// The case.
        case: Box<Case>,
        /// The team lead's name in the messenger.
        lead: Option<String>,
    },
    /// What the catalogue has for these words.
    Candidates {
        /// The case.
        case: CaseNumber,
        /// The words.
        words: String,
        /// The entries.
        found: Vec<EntryId>,
    },
    /// The client got this card.
    CardSent {
        /// Who sent it.
        name: String,
        /// The entry.
        entry: EntryId,
    },
    /// How a ready text would read.
    TextOffered {
        /// The case.
        case: CaseNumber,
        /// The line in which it is shown.
        offer: LineId,
        /// The whole text.
        text: Text,
    },
    /// The client got this ready text.
    TextSent {
        /// Who sent it.
        name: String,
        /// The text.
        text: Text,
    },
    /// What was agreed, for the topic.
    AppointedInTopic(Appointment),
    /// What was agreed comes near, for the topic.
    AppointmentNearInTopic {
        /// What.
        appointment: Appointment,
        /// Who is called.
        owner: Option<Manager>,
    },
    /// How did it end?
    AskOutcome {
        /// The case.
        case: CaseNumber,
        /// Why it is closed with an appointment ahead.
        why: Option<Text>,
    },
    /// The case is closed, for the topic.
    ClosedInTopic {
        /// Who closed it.
        name: String,
        /// How it ended.
        outcome: Outcome,
        /// To whom the client was referred, or why an appointment was called off.
        why: Option<Text>,
    },
    /// Should the catalogue have known?
    AskGap {
        /// The case.
        case: CaseNumber,
        /// What the bot showed.
        shown: Vec<EntryId>,
    },
    /// Noted what the catalogue should have known, as a notice.
    GapNoted {
        /// Was there anything?
        is_gap: bool,
    },
    /// The client went on with the bot, for the topic.
    WithdrawnInTopic,
    /// The client goes on with the person they spoke with, for the topic.
    ReopenedInTopic {
        /// Who has it; they are called.
        owner: Option<Manager>,
    },
    /// The case is closed: what was written is not relayed.
    CaseIsClosed,
    /// Why something that a manager asked for was not done, and what to type instead.
    Refused(Refusal),
}
