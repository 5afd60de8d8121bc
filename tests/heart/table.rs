//! The whole table: what every kind of event does in every phase. A change shows as a change of the table.

use std::fmt::Write as _;

use loket::conversation::Decision;
use loket::conversation::effect::Effect;
use loket::conversation::event::{Attachment, Command, Contribution, Event, Hindrance};
use loket::conversation::order::Order;
use loket::domain::case::{Gap, Outcome, Rejection};
use loket::domain::delivery::Lane;
use loket::domain::evidence::SmallTalk;
use loket::domain::ids::{CaseNumber, DeskId, EntryId, LineId};
use loket::domain::message::Action;
use loket::domain::moment::Moment;

use crate::chat::{Chat, HOUR, boris, distress, fatima, found, in_topic, message, small_talk, text, wrote};

fn phases() -> Vec<(&'static str, Chat)> {
    let met = |mut chat: Chat| {
        chat.happens(Event::Commanded(Command::Start));
        chat
    };
    let mut offering = met(Chat::new());
    offering.says("aftrek", found(&[("kia", 0.3), ("eia", 0.25)]));
    vec![
        ("answering", met(Chat::new())),
        ("offering", offering),
        ("waiting", met(Chat::waiting())),
        ("with Boris", met(Chat::with_boris())),
        ("closed", met(Chat::closed())),
    ]
}

fn events() -> Vec<(&'static str, Event)> {
    let case = CaseNumber(1);
    let tapped = |action| Event::Tapped { action, on: None };
    let ordered = |order| Event::Ordered { case, by: boris(), order };
    let by_fatima = |order| Event::Ordered { case, by: fatima(), order };
    let writes = |by, what| Event::ManagerWrote { case, by, message: in_topic(900), what, reply: None };
    let attached =
        |what| Event::Attached { message: message(31), what, caption: None, album: None, reply: None, masked: false };
    let at = Moment::from_millis(crate::chat::MONDAY_NOON.millis() + 30 * HOUR);
    vec![
        ("client: a clear question", wrote(30, "aftrek oven", found(&[("kia", 0.9)]))),
        ("client: an unclear question", wrote(30, "xyz", found(&[]))),
        ("client: thanks", wrote(30, "dank je", small_talk(SmallTalk::Thanks))),
        ("client: distress", wrote(30, "ik kan niet meer", distress())),
        (
            "client: a change",
            Event::Edited { message: message(1), text: text("anders"), found: found(&[]), masked: false },
        ),
        ("client: a photo", attached(Attachment::Photo)),
        ("client: a poll", attached(Attachment::Uncopyable)),
        ("client: /start", Event::Commanded(Command::Start)),
        ("client: /mens", Event::Commanded(Command::Person)),
        ("client: /status", Event::Commanded(Command::Status)),
        ("client: withdraws", tapped(Action::Withdraw)),
        ("client: one more thing", tapped(Action::Reopen(case))),
        ("client: it helped", tapped(Action::CaseHelped(case, true))),
        ("client: taps Take", tapped(Action::Take(case))),
        ("client: blocks", Event::Blocked),
        ("client: is back", Event::Unblocked),
        ("Boris: takes", ordered(Order::Take)),
        ("Fatima: takes", by_fatima(Order::Take)),
        ("Fatima: takes over", by_fatima(Order::TakeOver)),
        ("Boris: writes", writes(boris(), Contribution::Text(text("Dag")))),
        ("Fatima: writes", writes(fatima(), Contribution::Text(text("Dag")))),
        ("Boris: sends a photo", writes(boris(), Contribution::Copy { album: None })),
        ("Boris: sends a poll", writes(boris(), Contribution::Uncopyable)),
        ("Boris: notes", writes(boris(), Contribution::Note)),
        ("Boris: to Fatima", ordered(Order::PassTo { to: fatima(), lent: false })),
        ("Boris: is away", ordered(Order::PassTo { to: fatima(), lent: true })),
        ("Boris: is back", Event::CameBack { manager: boris() }),
        ("Boris: to another desk", ordered(Order::PassToDesk(DeskId::new("enschede")))),
        ("Boris: to no desk", ordered(Order::PassToDesk(DeskId::new("nergens")))),
        ("Boris: not for me", ordered(Order::Reject(None, None))),
        ("Boris: not for me, no time", ordered(Order::Reject(Some(Rejection::Time), None))),
        ("Boris: searches", ordered(Order::Show { words: "btw".to_owned(), found: vec![EntryId::new("kia")] })),
        ("Boris: sends a card", ordered(Order::SendCard(EntryId::new("kia")))),
        ("Boris: sees a text", ordered(Order::OfferText(text("Dag")))),
        ("Boris: sends an unknown text", ordered(Order::SendText(LineId(1)))),
        ("Boris: appoints", ordered(Order::Appoint { what: text("bellen"), at })),
        ("Boris: /klaar", ordered(Order::Close { outcome: None, why: None })),
        ("Boris: answered", ordered(Order::Close { outcome: Some(Outcome::Answered), why: None })),
        ("Boris: a gap", ordered(Order::Gap(Some(Gap::Missing)))),
        ("Boris: an unknown word", ordered(Order::Unknown)),
        ("house: the topic is gone", Event::TopicLost { case }),
        ("house: a line did not arrive", Event::NotDelivered { line: LineId(1), why: Hindrance::TooLarge }),
        ("house: settled", Event::Settled),
        ("house: album complete", Event::AlbumComplete),
        ("house: waited long", Event::WaitedLong),
        ("house: appointment near", Event::AppointmentNear),
    ]
}

/// What happened, in words: phase, what the client gets, what the topic and General get, and the topic itself.
fn told(decision: &Decision) -> String {
    let mut words = vec![format!("→ {}", decision.next.phase.word())];
    for effect in &decision.effects {
        let (where_to, what) = match effect {
            Effect::Say { lane, wording, .. } => (place(lane), name(wording)),
            Effect::Revise { lane, wording, .. } => (place(lane), format!("{}*", name(wording))),
            Effect::Relay { lane, .. } => (place(lane), "copy".to_owned()),
            Effect::RelayAlbum { lane, .. } => (place(lane), "album".to_owned()),
            Effect::OpenTopic { .. } => ("topic", "opens".to_owned()),
            Effect::ReopenTopic { .. } => ("topic", "reopens".to_owned()),
            Effect::CloseTopic { .. } => ("topic", "closes".to_owned()),
            Effect::LeaveTopic { .. } => ("topic", "is left".to_owned()),
            Effect::DressTopic { case, .. } => ("topic", format!("looks {:?}", case.icon)),
            Effect::Notice(wording) => ("notice", name(wording)),
            Effect::SendMyData { .. } => ("client", "file".to_owned()),
            Effect::Erase { .. } => ("client", "erased".to_owned()),
            Effect::ReviseCaption { lane, .. } => (place(lane), "caption*".to_owned()),
            Effect::Pin { .. } | Effect::Wake(..) | Effect::LetSleep(_) | Effect::Count(_) => continue,
        };
        words.push(format!("{where_to}: {what}"));
    }
    words.join(" | ")
}

fn place(lane: &Lane) -> &'static str {
    match lane {
        Lane::Client(_) => "client",
        Lane::Case(_) | Lane::Topic(_) => "topic",
        Lane::Desk(_) => "General",
    }
}

fn name(wording: &loket::conversation::wording::Wording) -> String {
    let debug = format!("{wording:?}");
    debug.split([' ', '(', '{']).next().unwrap_or_default().to_owned()
}

#[test]
fn every_event_in_every_phase() {
    let mut table = String::new();
    for (event_name, event) in events() {
        writeln!(table, "{event_name}").unwrap();
        for (phase, mut chat) in phases() {
            // Long enough for two steps of the ladder; else a minute.
            chat.pass(if matches!(event, Event::WaitedLong) { 3 * HOUR } else { 60_000 });
            let decision = chat.happens(event.clone());
            writeln!(table, "    {phase:<10} {}", told(&decision)).unwrap();
        }
    }
    insta::assert_snapshot!(table);
}
