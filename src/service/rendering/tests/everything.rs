//! One of every wording, so that a new one cannot be forgotten.

use super::catalogue::{area, id};
use super::{at, monday_afternoon};
use crate::conversation::wording::Wording;
use crate::domain::case::{Case, CaseState, Manager, Reason};
use crate::domain::evidence::SmallTalk;
use crate::domain::ids::{CaseNumber, ClientId, DeskId, PersonId, ThemeId};
use crate::domain::language::Language;
use crate::domain::message::Part;

/// What is allowed under a message.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Under {
    /// A person one tap away.
    Person,
    /// A case is open: the way back to the bot.
    Withdraw,
    /// Yes or no, and nothing else.
    YesOrNo,
    /// Nothing.
    Nothing,
    /// It is for the desk.
    Desk,
}

/// What must stand under a wording. A new wording does not compile until it has a place here.
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
        | Wording::PlaceUnknown { .. }
        | Wording::EraseCancelled
        | Wording::Erased
        | Wording::MyData
        | Wording::HandedBack { .. }
        | Wording::Withdrawn => Under::Person,
        Wording::HandedOver { .. } | Wording::Listening { .. } | Wording::WhereItStands { .. } => Under::Withdraw,
        Wording::AskErase => Under::YesOrNo,
        Wording::TakenBy { .. } | Wording::ManagerSays { .. } | Wording::ManagerSends { .. } | Wording::MarkNoticed => {
            Under::Nothing
        }
        Wording::Sheet { .. }
        | Wording::History
        | Wording::ClientSays { .. }
        | Wording::ClientSentUnknown
        | Wording::TakenInTopic { .. }
        | Wording::NotYours { .. }
        | Wording::ClosedInTopic { .. }
        | Wording::WithdrawnInTopic
        | Wording::NotDelivered
        | Wording::CaseIsClosed
        | Wording::TopicCommands => Under::Desk,
    }
}

/// One of every wording, and of every form it can take.
pub(super) fn every_wording() -> Vec<Wording> {
    [talking(), choosing(), cards(), your_data(), waiting(), with_a_person(), at_the_desk()].concat()
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
    let first = [Wording::Intro, Wording::Ready, Wording::Help, Wording::Privacy, Wording::UnknownCommand];
    let unread = [Wording::AttachmentSeen, Wording::CannotRead, Wording::NumberMasked, Wording::MarkNoticed];
    first.into_iter().chain(SMALL_TALK.map(Wording::SmallTalk)).chain(unread).collect()
}

pub(super) fn choosing() -> Vec<Wording> {
    vec![
        Wording::Clarify { options: vec![id("bmkb"), id("qredits")] },
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
        Wording::PlaceUnknown { written: "Atlantis".to_owned() },
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
        Wording::WhereItStands { case, promise: Some(at("2026-11-23T15:30:00+01:00")), owner: None },
        Wording::WhereItStands { case, promise: Some(at("2026-11-23T13:00:00+01:00")), owner: None },
        Wording::WhereItStands { case, promise: None, owner: Some("Boris".to_owned()) },
    ];
    handed_over.into_iter().chain(stands).collect()
}

pub(super) fn with_a_person() -> Vec<Wording> {
    let name = || "Boris".to_owned();
    vec![
        Wording::TakenBy { name: name(), desk: "Ondernemersloket Deventer".to_owned() },
        Wording::TakenBy { name: name(), desk: String::new() },
        Wording::ManagerSays { name: name(), text: "Bel me gerust, dan kijken we samen.".to_owned() },
        Wording::ManagerSends { name: name() },
        Wording::HandedBack { name: name() },
        Wording::Withdrawn,
    ]
}

pub(super) fn at_the_desk() -> Vec<Wording> {
    let name = || "Boris".to_owned();
    let says = |edited| Wording::ClientSays { name: "Anna".to_owned(), text: "Mag ik bellen?".to_owned(), edited };
    let rest = [
        Wording::History,
        says(false),
        says(true),
        Wording::ClientSentUnknown,
        Wording::TakenInTopic { name: name() },
        Wording::NotYours { owner: name(), case: CaseNumber(12) },
        Wording::ClosedInTopic { name: name() },
        Wording::WithdrawnInTopic,
        Wording::NotDelivered,
        Wording::CaseIsClosed,
        Wording::TopicCommands,
    ];
    sheets().into_iter().chain(rest).collect()
}

pub(super) fn sheets() -> Vec<Wording> {
    let owner = Some(Manager { id: PersonId(7), name: "Boris".to_owned() });
    let cases = [
        Case { language: Language::En, place: Some(area("GM0150")), ..case(Reason::NoMatch) },
        Case { state: CaseState::Taken, owner: owner.clone(), promise: None, ..case(Reason::Distress) },
        Case { state: CaseState::Closed, owner, ..case(Reason::NotHelped) },
        case(Reason::Asked),
        case(Reason::Attachment),
    ];
    let question = ["Can I sue my neighbour?", "", "geld", "mens", ""];
    cases
        .into_iter()
        .zip(question)
        .map(|(case, question)| {
            let shown = if case.reason == Reason::NotHelped { vec![id("bmkb"), id("gone")] } else { Vec::new() };
            Wording::Sheet { case, client: "Anna".to_owned(), question: question.to_owned(), shown }
        })
        .collect()
}

pub(super) fn case(reason: Reason) -> Case {
    Case {
        number: CaseNumber(12),
        client: ClientId(1),
        desk: DeskId::new("deventer"),
        state: CaseState::Waiting,
        reason,
        owner: None,
        language: Language::Nl,
        place: None,
        opened: monday_afternoon(),
        promise: Some(at("2026-11-24T12:00:00+01:00")),
        closed: None,
    }
}
