//! The heart alone: what must hold whatever happens, in whatever order.

#![cfg(test)]

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::time;
use jiff::tz::TimeZone;
use loket::conversation::effect::Effect;
use loket::conversation::event::{Attachment, Command, Contribution, Event, Found};
use loket::conversation::phase::Phase;
use loket::conversation::policy::Policy;
use loket::conversation::wording::Wording;
use loket::conversation::{Context, Conversation, Decision};
use loket::domain::area::Areas;
use loket::domain::case::Manager;
use loket::domain::catalogue::{Catalogue, Signals, Surroundings};
use loket::domain::delivery::Lane;
use loket::domain::desk::{Desk, Desks};
use loket::domain::doors::Doors;
use loket::domain::evidence::{Candidate, Evidence, SmallTalk};
use loket::domain::ids::{CaseNumber, ChatId, ClientId, DeskId, EntryId, LineId, MessageRef, PersonId, ReleaseId};
use loket::domain::message::Action;
use loket::domain::moment::Moment;
use loket::domain::region::Region;
use loket::domain::text::Text;
use loket::domain::working_hours::{Shift, WorkingHours};
use proptest::prelude::*;

const ANNA: ClientId = ClientId(7);
const MONDAY_NOON: Moment = Moment::from_millis(1_795_431_600_000);

fn catalogue() -> Catalogue {
    let shift = Shift { from: time(9, 0, 0, 0), to: time(17, 0, 0, 0) };
    let day = || vec![shift];
    let hours = WorkingHours {
        zone: TimeZone::get("Europe/Amsterdam").unwrap(),
        week: [day(), day(), day(), day(), day(), vec![], vec![]],
        closures: BTreeSet::new(),
        worked_holidays: vec![],
    };
    let desk = Desk {
        id: DeskId::new("deventer"),
        name: "Ondernemersloket Deventer".to_owned(),
        municipalities: vec![],
        hours,
        promise_hours: 4,
    };
    let surroundings = Surroundings {
        areas: Areas::new(vec![], BTreeMap::new()),
        region: Region::default(),
        desks: Desks::new(vec![desk], Some(DeskId::new("deventer"))),
        themes: vec![],
        synonyms: vec![],
        signals: Signals::default(),
        doors: Doors::default(),
    };
    Catalogue::new(ReleaseId::new("test"), surroundings, vec![])
}

/// A conversation with its clock, fed one event after another.
struct Chat {
    catalogue: Catalogue,
    policy: Policy,
    conversation: Conversation,
    now: Moment,
    cases: i64,
}

impl Chat {
    fn new() -> Self {
        let conversation = Conversation::new(ANNA, "Anna".to_owned(), MONDAY_NOON);
        Self { catalogue: catalogue(), policy: Policy::default(), conversation, now: MONDAY_NOON, cases: 0 }
    }

    fn happens(&mut self, event: Event) -> Decision {
        let number = CaseNumber(self.cases + 1);
        let context =
            Context { now: self.now, policy: &self.policy, catalogue: &self.catalogue, fresh_case: Some(number) };
        let decision = self.conversation.clone().handle(event, &context);
        if decision.next.phase.open_case().is_some_and(|case| case.number == number) {
            self.cases += 1;
        }
        self.conversation = decision.next.clone();
        decision
    }

    fn says(&mut self, words: &str, found: Found) -> Vec<Wording> {
        let decision = self.happens(wrote(1, words, found));
        self.pass(2_000);
        let later = self.happens(Event::Settled);
        to_client(&decision).chain(to_client(&later)).collect()
    }

    fn pass(&mut self, millis: i64) {
        self.now = Moment::from_millis(self.now.millis() + millis);
    }
}

fn message(number: i64) -> MessageRef {
    MessageRef { chat: ChatId(ANNA.0), message: number }
}

fn text(words: &str) -> Text {
    Text::parse(words).unwrap()
}

fn wrote(number: i64, words: &str, found: Found) -> Event {
    Event::Wrote { message: message(number), text: text(words), found, masked: false }
}

fn found(candidates: &[(&str, f64)]) -> Found {
    let candidates = candidates
        .iter()
        .map(|(entry, probability)| Candidate { entry: EntryId::new(*entry), probability: *probability })
        .collect();
    Found { alone: Evidence { candidates, ..Evidence::default() }, joined: None }
}

fn to_client(decision: &Decision) -> impl Iterator<Item = Wording> {
    decision.effects.clone().into_iter().filter_map(|effect| match effect {
        Effect::Say { lane: Lane::Client(_), wording, .. } | Effect::Revise { lane: Lane::Client(_), wording, .. } => {
            Some(wording)
        }
        _ => None,
    })
}

fn boris() -> Manager {
    Manager { id: PersonId(50), name: "Boris".to_owned() }
}

#[test]
fn a_clear_question_gets_its_card_at_once_after_the_introduction() {
    let mut chat = Chat::new();
    let said = chat.says("zonnepanelen", found(&[("isde-zakelijk", 0.9)]));
    assert!(matches!(said.as_slice(), [Wording::Intro, Wording::Card { .. }]), "{said:?}");
}

#[test]
fn pieces_of_one_question_get_one_answer() {
    let mut chat = Chat::new();
    chat.happens(Event::Commanded(Command::Start));
    let first = chat.happens(wrote(1, "hoi", small_talk(SmallTalk::Greeting)));
    assert_eq!(to_client(&first).count(), 0, "an unsure reaction waits for what comes");
    chat.pass(900);
    let joined = Some(found(&[("kia", 0.9)]).alone);
    let second =
        chat.happens(wrote(2, "ik koop een oven, krijg ik aftrek", Found { joined, ..found(&[("kia", 0.3)]) }));
    assert_eq!(to_client(&second).count(), 1);
    chat.pass(900);
    let joined = Some(found(&[("kia", 0.95)]).alone);
    let third = chat.happens(wrote(3, "voor de bakkerij", Found { joined, ..found(&[]) }));
    assert_eq!(to_client(&third).count(), 0, "the answer stands already");
    assert_eq!(to_client(&chat.happens(Event::Settled)).count(), 0);
}

#[test]
fn an_edit_changes_the_answer_in_its_place() {
    let mut chat = Chat::new();
    chat.says("zonnepanelen", found(&[("isde-zakelijk", 0.9)]));
    let event = Event::Edited {
        message: message(1),
        text: text("laadpaal"),
        found: found(&[("laadpaal", 0.9)]),
        masked: false,
    };
    let decision = chat.happens(event);
    assert!(decision.effects.iter().any(|effect| matches!(effect, Effect::Revise { .. })), "{:?}", decision.effects);
}

#[test]
fn it_never_asks_back_twice_in_a_row() {
    let mut chat = Chat::new();
    let near = [("kia", 0.3), ("eia", 0.25)];
    let said = chat.says("aftrek", found(&near));
    assert!(matches!(said.last(), Some(Wording::Clarify { .. })), "{said:?}");
    chat.pass(60_000);
    let joined = Some(found(&near).alone);
    let said = chat.says("weet niet", Found { joined, ..found(&near) });
    assert!(matches!(said.last(), Some(Wording::HandedOver { .. })), "{said:?}");
}

#[test]
fn distress_gets_calm_words_and_a_person_and_no_scheme() {
    let mut chat = Chat::new();
    let alone = Evidence { distress: 0.9, ..found(&[("kia", 0.99)]).alone };
    let said = chat.says("ik zie het niet meer zitten", Found { alone, joined: None });
    assert!(matches!(said.as_slice(), [Wording::Intro, Wording::Listening { .. }]), "{said:?}");
    assert!(chat.conversation.phase.open_case().is_some_and(loket::domain::case::Case::is_urgent));
}

#[test]
fn a_second_cry_for_a_person_opens_no_second_case() {
    let mut chat = Chat::new();
    chat.happens(Event::Commanded(Command::Person));
    let again = chat.happens(Event::Commanded(Command::Person));
    assert!(matches!(to_client(&again).last(), Some(Wording::WhereItStands { .. })));
    assert_eq!(chat.cases, 1);
}

#[test]
fn a_note_in_an_old_topic_reaches_nobody() {
    let mut chat = Chat::new();
    chat.happens(Event::Commanded(Command::Person));
    chat.happens(Event::HandedBack { case: CaseNumber(1), by: boris() });
    chat.happens(Event::Commanded(Command::Person));
    let late = chat.happens(Event::ManagerWrote {
        case: CaseNumber(1),
        by: boris(),
        message: message(900),
        what: Contribution::Text(text("voor de vorige zaak")),
    });
    assert_eq!(to_client(&late).count(), 0);
}

#[test]
fn a_case_is_opened_only_with_a_number() {
    let chat = Chat::new();
    let context = Context { now: MONDAY_NOON, policy: &chat.policy, catalogue: &chat.catalogue, fresh_case: None };
    let decision = chat.conversation.clone().handle(Event::Commanded(Command::Person), &context);
    assert!(decision.lacks_case_number);
    assert!(decision.case.is_none());
}

fn small_talk(kind: SmallTalk) -> Found {
    Found { alone: Evidence { small_talk: Some(kind), ..Evidence::default() }, joined: None }
}

/// Anything that can happen.
fn any_event() -> impl Strategy<Value = Event> {
    let house = proptest::sample::select(vec![
        Event::Blocked,
        Event::Unblocked,
        Event::Settled,
        Event::NotDelivered { line: LineId(1) },
    ]);
    prop_oneof![8 => from_the_client(), 8 => from_the_desk(), 1 => house]
}

fn any_evidence() -> impl Strategy<Value = Found> {
    (0.0..1.0f64, 0.0..1.0f64, any::<bool>(), 0..6u8).prop_map(|(first, second, joined, kind)| {
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
        found,
        masked,
    });
    let edited = (number.clone(), any_evidence()).prop_map(|(number, found)| Event::Edited {
        message: message(number),
        text: text("anders"),
        found,
        masked: false,
    });
    let kinds = prop_oneof![Just(Attachment::Photo), Just(Attachment::Unknown), Just(Attachment::Sticker)];
    let attached = (number, kinds).prop_map(|(number, what)| Event::Attached {
        message: message(number),
        what,
        caption: None,
        masked: false,
    });
    let commands = [Command::Start, Command::Help, Command::Person, Command::Browse, Command::MyData, Command::Unknown]
        .into_iter()
        .chain([Command::Place("Deventer".to_owned())]);
    let actions = [Action::Person, Action::SomethingElse, Action::NoneOfThese, Action::Withdraw, Action::Themes]
        .into_iter()
        .chain([Action::Show(EntryId::new("kia")), Action::Take(CaseNumber(1))]);
    let commanded = proptest::sample::select(commands.collect::<Vec<_>>()).prop_map(Event::Commanded);
    let tapped = (proptest::sample::select(actions.collect::<Vec<_>>()), proptest::option::of(0..100i64))
        .prop_map(|(action, on)| Event::Tapped { action, on: on.map(LineId) });
    prop_oneof![4 => wrote, 1 => edited, 1 => attached, 1 => commanded, 1 => tapped]
}

fn from_the_desk() -> impl Strategy<Value = Event> {
    let person = (50..53i64).prop_map(|id| Manager { id: PersonId(id), name: format!("Manager{id}") });
    let case = (1..4i64).prop_map(CaseNumber);
    let number = 1_001..1_040i64;
    let wrote = (case.clone(), person.clone(), number.clone(), any::<bool>()).prop_map(|(case, by, number, copy)| {
        let what = if copy { Contribution::Copy } else { Contribution::Text(text("hallo")) };
        Event::ManagerWrote { case, by, message: message(number), what }
    });
    let edited = (case.clone(), number).prop_map(|(case, number)| Event::ManagerEdited {
        case,
        message: message(number),
        text: text("beter"),
    });
    prop_oneof![
        1 => (case.clone(), person.clone()).prop_map(|(case, by)| Event::Taken { case, by }),
        3 => wrote,
        1 => edited,
        1 => (case.clone(), person).prop_map(|(case, by)| Event::HandedBack { case, by }),
        1 => case.clone().prop_map(|case| Event::ManagerMistyped { case }),
        1 => case.prop_map(|case| Event::TopicLost { case }),
    ]
}

/// Is this a reaction of the bot itself to something a client just wrote or sent?
fn is_plain_message(event: &Event) -> bool {
    matches!(event, Event::Wrote { .. } | Event::Attached { .. } | Event::Edited { .. })
}

fn lines_of(decision: &Decision) -> Vec<LineId> {
    decision
        .effects
        .iter()
        .filter_map(|effect| match effect {
            Effect::Say { line, .. }
            | Effect::Revise { line, .. }
            | Effect::Relay { line, .. }
            | Effect::OpenTopic { line, .. }
            | Effect::Pin { line, .. }
            | Effect::CloseTopic { line, .. }
            | Effect::SendMyData { line }
            | Effect::Erase { farewell: line } => Some(*line),
            Effect::Settle(_) | Effect::Notice(_) | Effect::Count(_) => None,
        })
        .collect()
}

fn is_relayed(decision: &Decision) -> bool {
    decision.effects.iter().any(|effect| match effect {
        Effect::Say { lane: Lane::Case(_), wording, .. } => {
            matches!(wording, Wording::ClientSays { .. } | Wording::ClientSentUnknown)
        }
        Effect::Relay { lane: Lane::Case(_), .. } => true,
        _ => false,
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn whatever_happens_the_laws_of_the_counter_hold(
        events in proptest::collection::vec((any_event(), 0..6_000i64), 1..60)
    ) {
        let mut chat = Chat::new();
        let mut last_line = None;
        for (event, wait) in events {
            chat.pass(wait);
            let before = chat.conversation.phase.clone();
            let decision = chat.happens(event.clone());

            // While a case is open the bot does not talk over the person, and every message goes to the topic.
            if before.open_case().is_some() && is_plain_message(&event) {
                for wording in to_client(&decision) {
                    prop_assert!(
                        matches!(wording, Wording::Intro | Wording::NumberMasked | Wording::CannotRead),
                        "the bot said {wording:?}"
                    );
                }
                let is_edit = matches!(event, Event::Edited { .. });
                prop_assert!(is_edit || is_relayed(&decision), "{event:?} was swallowed");
            }
            // A case has a desk, and an owner when a person has the chat.
            if let Phase::WithManager { case } = &chat.conversation.phase {
                prop_assert!(case.owner.is_some());
            }
            // It never asks back twice in a row by itself.
            if matches!(before, Phase::Offering { .. }) && matches!(event, Event::Wrote { .. } | Event::Settled) {
                let asks_again = to_client(&decision).any(|wording| matches!(wording, Wording::Clarify { .. }));
                prop_assert!(!asks_again);
            }
            // Lines are numbered in the order of decision.
            for line in lines_of(&decision) {
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
