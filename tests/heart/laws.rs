//! The laws of the counter, against thousands of random histories.

use std::collections::BTreeSet;

use loket::conversation::effect::Effect;
use loket::conversation::event::{Attachment, Command, Contribution, Event, Found, Hindrance};
use loket::conversation::order::Order;
use loket::conversation::phase::Phase;
use loket::conversation::wording::Wording;
use loket::conversation::{Conversation, Decision};
use loket::domain::case::{Gap, Manager, Outcome, Rejection};
use loket::domain::delivery::Lane;
use loket::domain::evidence::SmallTalk;
use loket::domain::ids::{CaseNumber, DeskId, EntryId, LineId, PersonId};
use loket::domain::message::Action;
use loket::domain::moment::Moment;
use proptest::prelude::*;

use crate::chat::{Chat, found, in_topic, message, reaches_client, text, to_client};

/// Anything that can happen.
fn any_event() -> impl Strategy<Value = Event> {
    let house = proptest::sample::select(vec![
        Event::Blocked,
        Event::Unblocked,
        Event::Settled,
        Event::AlbumComplete,
        Event::WaitedLong,
        Event::AppointmentNear,
        Event::NotDelivered { line: LineId(1), why: Hindrance::Gone },
        Event::NotDelivered { line: LineId(1), why: Hindrance::TooLarge },
        Event::CameBack { manager: Manager { id: PersonId(50), name: "Manager50".to_owned() } },
    ]);
    prop_oneof![8 => from_the_client(), 8 => from_the_desk(), 2 => house]
}

fn any_evidence() -> impl Strategy<Value = Found> {
    (0.0..1.0f64, 0.0..1.0f64, any::<bool>(), 0..8u8).prop_map(|(first, second, joined, kind)| {
        let mut found = found(&[("kia", first.max(second)), ("eia", first.min(second))]);
        match kind {
            0 => found.alone.distress = 0.9,
            1 => found.alone.wants_person = true,
            2 => found.alone.small_talk = Some(SmallTalk::Thanks),
            _ => {}
        }
        found.joined = joined.then(|| found.alone.clone());
        found
    })
}

fn from_the_client() -> impl Strategy<Value = Event> {
    let number = 1..40i64;
    let wrote = (number.clone(), any_evidence(), any::<bool>()).prop_map(|(number, found, masked)| Event::Wrote {
        message: message(number),
        text: text("wat kan ik doen"),
        reply: None,
        found,
        masked,
    });
    let edited = (number.clone(), any_evidence()).prop_map(|(number, found)| Event::Edited {
        message: message(number),
        text: text("anders"),
        found,
        masked: false,
    });
    let kinds = prop_oneof![
        Just(Attachment::Photo),
        Just(Attachment::Unknown),
        Just(Attachment::Uncopyable),
        Just(Attachment::Sticker)
    ];
    let attached = (number, kinds, any::<bool>()).prop_map(|(number, what, album)| Event::Attached {
        message: message(number),
        what,
        caption: None,
        album: album.then(|| "album".to_owned()),
        reply: None,
        masked: false,
    });
    let commands = [
        Command::Start,
        Command::Help,
        Command::Person,
        Command::Status,
        Command::Browse,
        Command::MyData,
        Command::Unknown,
    ];
    let commands = commands.into_iter().chain([Command::Place("Deventer".to_owned())]);
    let case = CaseNumber(1);
    let actions = [
        Action::Person,
        Action::SomethingElse,
        Action::NoneOfThese,
        Action::Withdraw,
        Action::Themes,
        Action::Reopen(case),
        Action::CaseHelped(case, true),
        // A client can send what stands behind a manager's buttons; it means nothing from them.
        Action::Take(case),
        Action::Close(case, Some(Outcome::Answered)),
        Action::SendCard(case, EntryId::new("kia")),
        Action::Show(EntryId::new("kia")),
    ];
    let commanded = proptest::sample::select(commands.collect::<Vec<_>>()).prop_map(Event::Commanded);
    let tapped = (proptest::sample::select(actions.to_vec()), proptest::option::of(0..100i64))
        .prop_map(|(action, on)| Event::Tapped { action, on: on.map(LineId) });
    prop_oneof![4 => wrote, 1 => edited, 1 => attached, 1 => commanded, 2 => tapped]
}

fn any_order() -> impl Strategy<Value = Order> {
    let orders = vec![
        Order::Take,
        Order::TakeOver,
        Order::PassTo { to: Manager { id: PersonId(52), name: "Manager52".to_owned() }, lent: false },
        Order::PassTo { to: Manager { id: PersonId(51), name: "Manager51".to_owned() }, lent: true },
        Order::PassToDesk(DeskId::new("enschede")),
        Order::PassToDesk(DeskId::new("deventer")),
        Order::PassToDesk(DeskId::new("nergens")),
        Order::Reject(None, None),
        Order::Reject(Some(Rejection::Place), None),
        Order::SendAnyway(1_010),
        Order::Show { words: "btw".to_owned(), found: vec![] },
        Order::SendCard(EntryId::new("kia")),
        Order::SendCard(EntryId::new("nergens")),
        Order::OfferText(text("Dag")),
        Order::SendText(LineId(1_795_431_600_000_010)),
        Order::Appoint { what: text("bellen"), at: Moment::from_millis(1_795_500_000_000) },
        Order::Close { outcome: None, why: None },
        Order::Close { outcome: Some(Outcome::Answered), why: None },
        Order::Close { outcome: Some(Outcome::Referred), why: Some(text("KVK")) },
        Order::Gap(Some(Gap::Missing)),
        Order::Unknown,
    ];
    proptest::sample::select(orders)
}

fn any_contribution() -> impl Strategy<Value = Contribution> {
    proptest::sample::select(vec![
        Contribution::Text(text("hallo")),
        Contribution::Copy { album: None },
        Contribution::Copy { album: Some("album".to_owned()) },
        Contribution::Uncopyable,
        Contribution::Note,
    ])
}

fn from_the_desk() -> impl Strategy<Value = Event> {
    let person = || (50..53i64).prop_map(|id| Manager { id: PersonId(id), name: format!("Manager{id}") });
    let case = || (1..4i64).prop_map(CaseNumber);
    let number = || 1_001..1_040i64;
    let wrote = (case(), person(), number(), any_contribution()).prop_map(|(case, by, number, what)| {
        Event::ManagerWrote { case, by, message: in_topic(number), what, reply: None }
    });
    let edited = (case(), person(), number(), any::<bool>()).prop_map(|(case, by, number, caption)| {
        Event::ManagerEdited { case, by, message: in_topic(number), text: text("beter"), caption }
    });
    let ordered = (case(), person(), any_order()).prop_map(|(case, by, order)| Event::Ordered { case, by, order });
    prop_oneof![
        3 => wrote,
        1 => edited,
        4 => ordered,
        1 => case().prop_map(|case| Event::TopicLost { case }),
    ]
}

/// Is this something that a client just wrote or sent?
fn is_plain_message(event: &Event) -> bool {
    matches!(event, Event::Wrote { .. } | Event::Attached { .. } | Event::Edited { .. })
}

fn lines_of(decision: &Decision) -> Vec<LineId> {
    let lines = decision.effects.iter().flat_map(|effect| match effect {
        Effect::Say { line, .. }
        | Effect::Revise { line, .. }
        | Effect::ReviseCaption { line, .. }
        | Effect::Relay { line, .. }
        | Effect::RelayAlbum { line, .. }
        | Effect::OpenTopic { line, .. }
        | Effect::DressTopic { line, .. }
        | Effect::ReopenTopic { line, .. }
        | Effect::Pin { line, .. }
        | Effect::CloseTopic { line, .. }
        | Effect::SendMyData { line }
        | Effect::Erase { farewell: line } => vec![*line],
        Effect::LeaveTopic { lines, .. } => lines.to_vec(),
        Effect::Wake(..) | Effect::LetSleep(_) | Effect::Notice(_) | Effect::Count(_) => vec![],
    });
    lines.collect()
}

/// Does the desk get it: now, or with the album that is coming in?
fn is_relayed(decision: &Decision) -> bool {
    let now = decision.effects.iter().any(|effect| match effect {
        Effect::Say { lane: Lane::Case(_), wording, .. } => {
            matches!(wording, Wording::ClientSays { .. } | Wording::ClientSentUnknown)
        }
        Effect::Relay { lane: Lane::Case(_), .. } => true,
        _ => false,
    });
    now || decision.next.album.is_some()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn whatever_happens_the_laws_of_the_counter_hold(
        events in proptest::collection::vec((any_event(), 0..3_000_000i64), 1..60)
    ) {
        let mut chat = Chat::new();
        let mut last_line = None;
        let mut explained: BTreeSet<(CaseNumber, Moment)> = BTreeSet::new();
        for (event, wait) in events {
            chat.pass(wait);
            let before = chat.conversation.clone();
            let decision = chat.happens(event.clone());
            let said: Vec<Wording> = to_client(&decision).collect();

            // While a person has the chat the bot does not talk over them; while a case waits only to somebody in distress.
            if let Some(case) = before.phase.open_case().filter(|_| is_plain_message(&event)) {
                for wording in &said {
                    let is_allowed = match wording {
                        Wording::Intro | Wording::NumberMasked | Wording::CannotPassOn => true,
                        Wording::Listening { .. } => case.owner.is_none(),
                        // An album of a manager that was under way.
                        Wording::ManagerSends { .. } => before.album.is_some(),
                        _ => false,
                    };
                    prop_assert!(is_allowed, "the bot said {wording:?}");
                }
                let is_edit = matches!(event, Event::Edited { .. });
                prop_assert!(is_edit || is_relayed(&decision), "{event:?} was swallowed");
            }
            // A case has a desk that exists, and an owner exactly when a person has the chat.
            if let Some(case) = chat.case() {
                prop_assert!(chat.catalogue.desks.desk(&case.desk).is_some());
                prop_assert_eq!(case.owner.is_some(), matches!(chat.conversation.phase, Phase::WithManager { .. }));
            }
            // A delay is explained once a wait.
            for wording in &said {
                if let Wording::TakesLonger { case, .. } = wording {
                    let since = before.phase.open_case().and_then(|case| case.wait).map(|wait| wait.since);
                    prop_assert!(explained.insert((*case, since.unwrap())), "it was explained twice");
                }
            }
            // Whoever gets the case is told to the client once: no owner without a word, no word without a new owner.
            let owner = |conversation: &Conversation| {
                conversation.phase.open_case().and_then(|case| Some((case.number, case.owner.as_ref()?.id)))
            };
            let told = said.iter().filter(|wording| {
                matches!(wording, Wording::TakenBy { .. } | Wording::SentTo { .. } | Wording::Reopened { name: Some(_) })
            });
            let is_new = owner(&chat.conversation).is_some() && owner(&chat.conversation) != owner(&before);
            prop_assert_eq!(told.count(), usize::from(is_new), "{:?}", said);
            // It never asks back twice in a row by itself.
            if matches!(before.phase, Phase::Offering { .. }) && matches!(event, Event::Wrote { .. } | Event::Settled) {
                let asks_again = said.iter().any(|wording| matches!(wording, Wording::Clarify { .. }));
                prop_assert!(!asks_again);
            }
            // Lines are numbered in the order of decision, none twice.
            let mut lines = lines_of(&decision);
            lines.sort_unstable();
            for line in lines {
                prop_assert!(last_line < Some(line));
                last_line = Some(line);
            }
            // The state survives being written down.
            let written = serde_json::to_string(&chat.conversation).unwrap();
            let read: Conversation = serde_json::from_str(&written).unwrap();
            prop_assert_eq!(&read, &chat.conversation);
        }
    }
}

proptest! {
    // 200 histories of 50: ten thousand events in topics.
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn no_note_no_order_and_no_colleagues_line_reaches_a_client_unasked(
        events in proptest::collection::vec(from_the_desk(), 50)
    ) {
        let mut chat = Chat::waiting();
        for event in events {
            let owner = chat.case().and_then(|case| case.owner.clone());
            let number = chat.case().map(|case| case.number);
            let decision = chat.happens(event.clone());
            let reaches = decision.effects.iter().any(reaches_client);
            match &event {
                Event::ManagerWrote { what: Contribution::Note | Contribution::Uncopyable, .. } => {
                    // A note does not even take the case.
                    prop_assert!(!reaches, "{event:?}");
                }
                Event::ManagerWrote { case, by, .. } | Event::Ordered { case, by, order: Order::Unknown, .. } => {
                    let is_theirs = owner.as_ref().is_none_or(|owner| owner.id == by.id);
                    let is_open = number == Some(*case);
                    prop_assert!(!reaches || (is_theirs && is_open), "{event:?} of a colleague");
                }
                _ => {}
            }
            if matches!(&event, Event::Ordered { order: Order::Unknown | Order::Show { .. } | Order::OfferText(_), .. }) {
                prop_assert!(!reaches, "{event:?}");
            }
            if chat.case().is_none() {
                chat.happens(Event::Commanded(Command::Person));
            }
        }
    }
}
