//! One of every wording, so that a new one cannot be forgotten.

use super::catalogue::{area, id};
use super::{at, monday_afternoon};
use crate::conversation::bounds::Bound;
use crate::conversation::event::Hindrance;
use crate::conversation::refusal::Refusal;
use crate::conversation::wording::Wording;
use crate::domain::appointment::Appointment;
use crate::domain::case::{Case, CaseState, Manager, Outcome, Reason, Rejection};
use crate::domain::delivery::TopicIcon;
use crate::domain::evidence::SmallTalk;
use crate::domain::ids::{CaseNumber, ClientId, DeskId, PersonId, ThemeId};
use crate::domain::language::Language;
use crate::domain::message::Part;
use crate::domain::moment::Moment;
use crate::domain::text::Text;
use crate::domain::wait::Wait;

/// What is allowed under a message.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Under {
    /// A person one tap away.
    Person,
    /// A case is open: the way back to the bot.
    Withdraw,
    /// A case was closed: the way back to the person who had it.
    Reopen,
    /// Yes or no, and nothing else.
    YesOrNo,
    /// Nothing.
    Nothing,
    /// It is for the desk.
    Desk,
}

/// What must stand under a wording. A new wording does not compile until it has a place here.
#[expect(clippy::too_many_lines, reason = "a line for every wording is what it is for")]
pub(super) const fn under(wording: &Wording) -> Under {
    match wording {
        Wording::Intro
        | Wording::Ready
        | Wording::Help
        | Wording::Privacy
        | Wording::Card { .. }
        | Wording::Clarify { .. }
        | Wording::NothingElse
        | Wording::NotHelped
        | Wording::SmallTalk(_)
        | Wording::Bound(_)
        | Wording::AttachmentSeen
        | Wording::CannotRead
        | Wording::NumberMasked
        | Wording::UnknownCommand
        | Wording::Themes
        | Wording::ThemePage { .. }
        | Wording::AskLanguage
        | Wording::LanguageSet(_)
        | Wording::AskPlace { .. }
        | Wording::PlaceSet(_)
        | Wording::PlaceForgotten
        | Wording::PlaceUnknown(_)
        | Wording::EraseCancelled
        | Wording::Erased
        | Wording::MyData
        | Wording::NoOpenCase { .. }
        | Wording::TooLateToReopen
        | Wording::Withdrawn => Under::Person,
        Wording::HandedOver { .. }
        | Wording::Listening { .. }
        | Wording::WhereItStands { .. }
        | Wording::SentToDesk { .. } => Under::Withdraw,
        Wording::Done { .. } => Under::Reopen,
        Wording::AskErase => Under::YesOrNo,
        Wording::Notice
        | Wording::CannotPassOn
        | Wording::TakenBy { .. }
        | Wording::ManagerSays { .. }
        | Wording::ManagerSends { .. }
        | Wording::SentTo { .. }
        | Wording::LookingForColleague { .. }
        | Wording::TakesLonger { .. }
        | Wording::Appointed { .. }
        | Wording::AppointmentNear(_)
        | Wording::Reopened { .. }
        | Wording::MarkNoticed => Under::Nothing,
        Wording::Sheet { .. }
        | Wording::History(_)
        | Wording::ClientSays { .. }
        | Wording::ClientSentUnknown
        | Wording::ClientInDistress
        | Wording::ClientIsBack
        | Wording::TakenInTopic { .. }
        | Wording::PassedInTopic { .. }
        | Wording::LeftForDesk { .. }
        | Wording::CameFromDesk { .. }
        | Wording::AskWhyNot { .. }
        | Wording::RejectedInTopic { .. }
        | Wording::NotYours { .. }
        | Wording::NotRelayed(_)
        | Wording::NotDelivered(_)
        | Wording::Nudge { .. }
        | Wording::CallOwner { .. }
        | Wording::CallDesk { .. }
        | Wording::CallLead { .. }
        | Wording::Candidates { .. }
        | Wording::CardSent { .. }
        | Wording::SentAnyway { .. }
        | Wording::TextOffered { .. }
        | Wording::TextSent { .. }
        | Wording::AppointedInTopic(_)
        | Wording::AppointmentNearInTopic { .. }
        | Wording::AskOutcome { .. }
        | Wording::ClosedInTopic { .. }
        | Wording::AskGap { .. }
        | Wording::GapNoted { .. }
        | Wording::WithdrawnInTopic
        | Wording::ReopenedInTopic { .. }
        | Wording::CaseIsClosed
        | Wording::Refused(_) => Under::Desk,
    }
}

/// One of every wording, and of every form it can take.
pub(super) fn every_wording() -> Vec<Wording> {
    let clients = [talking(), choosing(), cards(), your_data(), waiting(), with_a_person(), done()].concat();
    let desks = [sheets(), in_the_topic(), passed_on(), ladder(), assisted(), closing(), refused()].concat();
    [clients, desks].concat()
}

pub(super) const SMALL_TALK: [SmallTalk; 8] = [
    SmallTalk::Greeting,
    SmallTalk::Thanks,
    SmallTalk::Goodbye,
    SmallTalk::Assent,
    SmallTalk::Insult,
    SmallTalk::AboutBot,
    SmallTalk::Mischief,
    SmallTalk::Gibberish,
];

pub(super) fn talking() -> Vec<Wording> {
    let first =
        [Wording::Intro, Wording::Ready, Wording::Notice, Wording::Help, Wording::Privacy, Wording::UnknownCommand];
    let bounds = [Wording::Bound(Bound::Messages(Moment::default())), Wording::Bound(Bound::Cases)];
    let unread = [Wording::AttachmentSeen, Wording::CannotRead, Wording::NumberMasked, Wording::MarkNoticed];
    first.into_iter().chain(SMALL_TALK.map(Wording::SmallTalk)).chain(unread).chain(bounds).collect()
}

pub(super) fn choosing() -> Vec<Wording> {
    vec![
        Wording::Clarify { options: vec![id("bmkb"), id("qredits")] },
        Wording::Clarify { options: vec![id("bmkb")] },
        Wording::NothingElse,
        Wording::NotHelped,
        Wording::Themes,
        Wording::ThemePage { theme: ThemeId::new("finance"), page: 0, place: Some(area("GM0150")) },
        Wording::ThemePage { theme: ThemeId::new("finance"), page: 1, place: None },
        Wording::ThemePage { theme: ThemeId::new("export"), page: 0, place: None },
        Wording::AskLanguage,
        Wording::LanguageSet(Language::En),
        Wording::LanguageSet(Language::Nl),
        Wording::AskPlace { known: None },
        Wording::AskPlace { known: Some(area("GM0150")) },
        Wording::PlaceSet(area("GM0150")),
        Wording::PlaceSet(area("GM0363")),
        Wording::PlaceForgotten,
        Wording::PlaceUnknown("Atlantis".to_owned()),
    ]
}

pub(super) fn cards() -> Vec<Wording> {
    ["bmkb", "rvo", "qredits", "tozo", "bbz", "voucher", "bakery", "113", "geldfit", "gone"]
        .into_iter()
        .flat_map(|name| [Part::Summary, Part::Everything].map(|part| Wording::Card { entry: id(name), part }))
        .collect()
}

pub(super) fn your_data() -> Vec<Wording> {
    vec![Wording::AskErase, Wording::EraseCancelled, Wording::Erased, Wording::MyData]
}

pub(super) fn waiting() -> Vec<Wording> {
    let case = CaseNumber(12);
    let desk = "Ondernemersloket Deventer".to_owned();
    let promises = [
        (Reason::Asked, Some(at("2026-11-23T15:30:00+01:00"))),
        (Reason::NoMatch, Some(at("2026-11-24T12:00:00+01:00"))),
        (Reason::NotHelped, Some(at("2026-11-30T10:00:00+01:00"))),
        (Reason::Attachment, None),
    ];
    let handed_over =
        promises.map(|(reason, promise)| Wording::HandedOver { case, promise, desk: desk.clone(), reason });
    let stands = [
        Wording::Listening { case, promise: Some(at("2027-01-04T09:05:00+01:00")) },
        stands(Some(at("2026-11-23T15:30:00+01:00")), None),
        stands(Some(at("2026-11-23T13:00:00+01:00")), None),
        stands(None, Some("Boris")),
        stands(Some(at("2026-11-24T10:00:00+01:00")), Some("Boris")),
        Wording::NoOpenCase { last: None },
        Wording::NoOpenCase { last: Some(Box::new(closed(Outcome::Answered))) },
    ];
    handed_over.into_iter().chain(stands).collect()
}

/// Where a case stands; with who has it comes what was agreed.
fn stands(promise: Option<Moment>, owner: Option<&str>) -> Wording {
    let owner = owner.map(str::to_owned);
    let appointments = if owner.is_some() { vec![appointment()] } else { Vec::new() };
    Wording::WhereItStands { case: CaseNumber(12), promise, owner, appointments }
}

pub(super) fn boris() -> Manager {
    Manager { id: PersonId(7), name: "Boris".to_owned() }
}

fn words(words: &str) -> Text {
    Text::parse(words).unwrap()
}

/// Tomorrow at two.
pub(super) fn appointment() -> Appointment {
    let reminders = vec![at("2026-11-24T13:00:00+01:00")];
    Appointment { what: words("bellen over de borg"), at: at("2026-11-24T14:00:00+01:00"), reminders }
}

pub(super) fn with_a_person() -> Vec<Wording> {
    let name = || "Boris".to_owned();
    let desk = || "Ondernemersloket Deventer".to_owned();
    let case = CaseNumber(12);
    vec![
        Wording::TakenBy { name: name(), desk: desk() },
        Wording::TakenBy { name: name(), desk: String::new() },
        Wording::ManagerSays { name: name(), text: "Bel me gerust, dan kijken we samen.".to_owned() },
        Wording::ManagerSends { name: name() },
        Wording::CannotPassOn,
        Wording::LookingForColleague { name: name() },
        Wording::SentTo { name: "Iris".to_owned(), desk: desk() },
        Wording::SentToDesk { desk: desk(), promise: Some(at("2026-11-24T12:00:00+01:00")) },
        Wording::SentToDesk { desk: desk(), promise: None },
        Wording::TakesLonger { case, owner: None },
        Wording::TakesLonger { case, owner: Some(name()) },
        Wording::Appointed { name: name(), appointment: appointment() },
        Wording::Appointed {
            name: name(),
            appointment: Appointment { at: at("2026-12-04T09:00:00+01:00"), ..appointment() },
        },
        Wording::AppointmentNear(Appointment { at: at("2026-11-23T14:00:00+01:00"), ..appointment() }),
        Wording::Withdrawn,
    ]
}

/// The end of a case, for each outcome, and going on after it.
pub(super) fn done() -> Vec<Wording> {
    let ended = Outcome::ALL.map(|outcome| Wording::Done {
        case: CaseNumber(12),
        name: "Boris".to_owned(),
        outcome,
        referred_to: (outcome == Outcome::Referred).then(|| "KVK Zwolle".to_owned()),
        cancelled: if outcome == Outcome::Withdrawn { vec![appointment()] } else { Vec::new() },
    });
    let reopened = [
        Wording::Reopened { name: Some("Boris".to_owned()) },
        Wording::Reopened { name: None },
        Wording::TooLateToReopen,
    ];
    ended.into_iter().chain(reopened).collect()
}

pub(super) fn in_the_topic() -> Vec<Wording> {
    let name = || "Boris".to_owned();
    let says = |edited| Wording::ClientSays { name: "Anna".to_owned(), text: "Mag ik bellen?".to_owned(), edited };
    let hindrances =
        [Hindrance::Gone, Hindrance::TooLarge, Hindrance::Unsupported, Hindrance::Vanished, Hindrance::Other];
    let talk = [
        Wording::History(0),
        says(false),
        says(true),
        Wording::ClientSentUnknown,
        Wording::ClientInDistress,
        Wording::ClientIsBack,
        Wording::TakenInTopic { name: name() },
        Wording::NotYours { owner: name(), case: CaseNumber(12), message: 99 },
        Wording::WithdrawnInTopic,
        Wording::CaseIsClosed,
    ];
    talk.into_iter()
        .chain(hindrances.map(Wording::NotDelivered))
        .chain([Wording::NotRelayed(Hindrance::Other)])
        .collect()
}

pub(super) fn passed_on() -> Vec<Wording> {
    let by = || "Iris".to_owned();
    let desk = || "Ondernemersloket Deventer".to_owned();
    let rejected = |why, words| Wording::RejectedInTopic { by: by(), why, words };
    let passed = [
        Wording::PassedInTopic { by: by(), to: boris(), lent: false },
        Wording::PassedInTopic { by: by(), to: boris(), lent: true },
        Wording::LeftForDesk { desk: desk(), by: Some(by()) },
        Wording::LeftForDesk { desk: desk(), by: None },
        Wording::CameFromDesk { desk: desk(), by: Some(by()) },
        Wording::CameFromDesk { desk: desk(), by: None },
        Wording::AskWhyNot { case: CaseNumber(12) },
        rejected(Rejection::Other, None),
        rejected(Rejection::Other, Some(words("dit hoort bij vergunningen"))),
    ];
    passed.into_iter().chain(Rejection::OFFERED.map(|why| rejected(why, None))).collect()
}

pub(super) fn ladder() -> Vec<Wording> {
    let (soon, late) = (at("2026-11-23T15:30:00+01:00"), at("2026-11-23T13:00:00+01:00"));
    let waiting = Case { question: "Kan ik geld lenen?".to_owned(), promise: Some(late), ..case(Reason::NoMatch) };
    let owned = Case { owner: Some(boris()), ..waiting.clone() };
    vec![
        Wording::Nudge { promise: Some(soon) },
        Wording::Nudge { promise: Some(late) },
        Wording::CallOwner { owner: boris(), promise: Some(soon) },
        Wording::CallDesk { case: Box::new(Case { promise: Some(soon), ..waiting.clone() }) },
        Wording::CallLead { case: Box::new(owned), lead: Some("@iris_deventer".to_owned()) },
        Wording::CallLead { case: Box::new(waiting), lead: None },
    ]
}

pub(super) fn assisted() -> Vec<Wording> {
    let (name, case) = (|| "Boris".to_owned(), CaseNumber(12));
    let text = || words("Dag Anna, ik zoek dit voor je uit.");
    let found = |found| Wording::Candidates { case, words: "geld lenen".to_owned(), found };
    let near = |owner| Wording::AppointmentNearInTopic { appointment: appointment(), owner };
    vec![
        found(vec![id("bmkb"), id("qredits")]),
        found(Vec::new()),
        Wording::CardSent { name: name(), entry: id("bmkb") },
        Wording::SentAnyway { name: name() },
        Wording::TextOffered { case, offer: crate::domain::ids::LineId(1), text: text() },
        Wording::TextSent { name: name(), text: text() },
        Wording::AppointedInTopic(appointment()),
        near(Some(boris())),
        near(None),
    ]
}

pub(super) fn closing() -> Vec<Wording> {
    let case = CaseNumber(12);
    let closed = |outcome, why: Option<&str>| {
        let why = why.map(words);
        Wording::ClosedInTopic { name: "Boris".to_owned(), outcome, why }
    };
    vec![
        Wording::AskOutcome { case, why: None },
        Wording::AskOutcome { case, why: Some(words("de afspraak is niet meer nodig")) },
        closed(Outcome::Answered, None),
        closed(Outcome::Referred, Some("KVK Zwolle")),
        Wording::AskGap { case, shown: vec![id("bmkb"), id("qredits"), id("gone")] },
        Wording::GapNoted { is_gap: true },
        Wording::GapNoted { is_gap: false },
        Wording::ReopenedInTopic { owner: Some(boris()) },
        Wording::ReopenedInTopic { owner: None },
    ]
}

pub(super) fn refused() -> Vec<Wording> {
    let all = [
        Refusal::Closed,
        Refusal::NotYours { owner: "Boris".to_owned() },
        Refusal::AlreadyTheirs { name: "Boris".to_owned() },
        Refusal::AlreadyThere { desk: "Ondernemersloket Deventer".to_owned() },
        Refusal::UnknownDesk,
        Refusal::UnknownEntry,
        Refusal::NotHeld,
        Refusal::NotOffered,
        Refusal::NoReason,
        Refusal::InThePast,
        Refusal::TooManyAppointments,
        Refusal::AppointmentAhead(appointment()),
        Refusal::ReferredToWhom,
        Refusal::UnknownOrder,
    ];
    all.map(Wording::Refused).to_vec()
}

/// Sheets in every state, and one with everything that can stand on it.
pub(super) fn sheets() -> Vec<Wording> {
    let wait = Wait::from(at("2026-11-23T12:45:00+01:00"));
    let waiting = |reason| Case { wait: Some(wait), ..case(reason) };
    let taken = |reason| Case { state: CaseState::Taken, owner: Some(boris()), ..waiting(reason) };
    let everything = Case {
        language: Language::En,
        place: Some(area("GM0150")),
        theme: Some(ThemeId::new("finance")),
        question: "Can I sue my neighbour?".to_owned(),
        shown: vec![id("bmkb"), id("gone")],
        lent_by: Some(Manager { id: PersonId(8), name: "Iris".to_owned() }),
        appointments: vec![appointment()],
        distress: true,
        ..taken(Reason::NotHelped)
    };
    let cases = [
        everything,
        waiting(Reason::Asked),
        Case { promise: None, ..taken(Reason::Distress) },
        Case { wait: Some(Wait { paused: true, ..wait }), ..taken(Reason::Attachment) },
        Case { wait: None, ..taken(Reason::NoMatch) },
        closed(Outcome::Referred),
        Case { outcome: None, ..closed(Outcome::NoScheme) },
    ];
    let sheet = |(index, case)| Wording::Sheet {
        case: Box::new(case),
        client: "Anna".to_owned(),
        earlier: match index {
            0 => Some(Box::new(Case { number: CaseNumber(9), ..closed(Outcome::Answered) })),
            1 => {
                Some(Box::new(Case { number: CaseNumber(9), owner: None, outcome: None, ..closed(Outcome::Answered) }))
            }
            _ => None,
        },
    };
    cases.into_iter().enumerate().map(sheet).collect()
}

/// A case that Boris closed today.
pub(super) fn closed(outcome: Outcome) -> Case {
    Case {
        state: CaseState::Closed,
        owner: Some(boris()),
        closed: Some(at("2026-11-23T11:10:00+01:00")),
        outcome: Some(outcome),
        referred_to: (outcome == Outcome::Referred).then(|| "KVK Zwolle".to_owned()),
        ..case(Reason::NoMatch)
    }
}

pub(super) fn case(reason: Reason) -> Case {
    Case {
        number: CaseNumber(12),
        client: ClientId(1),
        desk: DeskId::new("deventer"),
        state: CaseState::Waiting,
        reason,
        distress: false,
        owner: None,
        lent_by: None,
        language: Language::Nl,
        place: None,
        theme: None,
        question: String::new(),
        shown: Vec::new(),
        opened: monday_afternoon(),
        promise: Some(at("2026-11-24T12:00:00+01:00")),
        wait: None,
        taken: None,
        answered: None,
        appointments: Vec::new(),
        explained: None,
        sheet: None,
        icon: TopicIcon::Waiting,
        closed: None,
        outcome: None,
        referred_to: None,
        gap: None,
        helped: None,
    }
}
