//! People, things and verbs for the stories.

use std::time::Duration;

use loket::adapters::database::Database;
use loket::domain::case::{Case, CaseState, Manager, Reason};
use loket::domain::delivery::{Lane, Operation, Outgoing, Topic, TopicIcon, TopicLook, Urgency};
use loket::domain::ids::{CaseNumber, ChatId, ClientId, DeskId, LineId, MessageRef, PersonId, ThreadId};
use loket::domain::language::Language;
use loket::domain::message::{Message, Rich};
use loket::domain::moment::Moment;
use loket::ports::lease::{Fence, Terms};
use loket::ports::messenger::Receipt;
use loket::ports::store::{
    ClaimedOutgoing, Commit, DeskLink, RawUpdate, Speaker, Store, TranscriptLine, UpdateId, lane_of_client,
};

pub(crate) const ANNA: ClientId = ClientId(7);
pub(crate) const CHRIS: ClientId = ClientId(8);
pub(crate) const LEASE: Terms = Terms { by: Fence::NONE, length: Duration::from_mins(1) };
/// The group of the desk in Deventer.
pub(crate) const GROUP: ChatId = ChatId(-100);
pub(crate) const MANY: u32 = 100;

/// So many seconds after the story began, on a Tuesday afternoon.
pub(crate) fn at(seconds: i64) -> Moment {
    Moment::from_millis(1_764_081_000_000 + seconds * 1000)
}

pub(crate) fn deventer() -> DeskId {
    DeskId::new("deventer")
}

pub(crate) fn zwolle() -> DeskId {
    DeskId::new("zwolle")
}

/// The topic of this case in the group of the desk in Deventer.
pub(crate) fn topic(case: i64) -> Topic {
    Topic { chat: GROUP, thread: ThreadId(case) }
}

/// An update with a text of this client.
pub(crate) fn update(id: UpdateId, client: ClientId, text: &str) -> RawUpdate {
    let raw = format!(r#"{{"update_id":{id},"message":{{"text":"{text}"}}}}"#);
    RawUpdate { id, lane: lane_of_client(client), raw, received: at(0) }
}

/// A commit with nothing in it but a new state.
pub(crate) fn commit(client: ClientId, based_on: i64) -> Commit {
    Commit {
        now: at(0),
        based_on,
        client,
        state: format!(r#"{{"step":{}}}"#, based_on + 1),
        last_contact: at(0),
        handled: vec![],
        set_timers: vec![],
        clear_timers: vec![],
        transcript: vec![],
        corrected: None,
        case: None,
        boards: vec![],
        leaves_topic: None,
        outgoing: vec![],
        happened: vec![],
    }
}

/// A message to the client.
pub(crate) fn says(client: ClientId, line: i64, text: &str) -> Outgoing {
    outgoing(client, line, Lane::Client(client), send(text))
}

/// A message in the topic of a case.
pub(crate) fn says_in_topic(client: ClientId, line: i64, case: i64, text: &str) -> Outgoing {
    outgoing(client, line, Lane::Case(CaseNumber(case)), send(text))
}

pub(crate) fn opens_topic(client: ClientId, line: i64, case: i64) -> Outgoing {
    let operation = Operation::OpenTopic { look: looks(&format!("zaak {case}")) };
    outgoing(client, line, Lane::Case(CaseNumber(case)), operation)
}

pub(crate) fn dresses_topic(client: ClientId, line: i64, case: i64, name: &str) -> Outgoing {
    outgoing(client, line, Lane::Case(CaseNumber(case)), Operation::DressTopic { look: looks(name) })
}

fn looks(name: &str) -> TopicLook {
    TopicLook { name: name.to_owned(), icon: TopicIcon::Waiting }
}

/// A message in the topic of a case that may stand in one message with its neighbours.
pub(crate) fn joins_in_topic(client: ClientId, line: i64, case: i64, text: &str) -> Outgoing {
    let message = Message::new(Rich::plain(text));
    let operation = Operation::Send { message, quiet: false, reply: None, joins: true };
    outgoing(client, line, Lane::Case(CaseNumber(case)), operation)
}

/// A message of the house in General.
pub(crate) fn says_in_general(line: i64, text: &str) -> Outgoing {
    outgoing(ClientId::HOUSE, line, Lane::Desk(deventer()), send(text))
}

pub(crate) fn edits(client: ClientId, line: i64, of: i64, text: &str) -> Outgoing {
    let operation = Operation::Edit { line: LineId(of), message: Message::new(Rich::plain(text)) };
    outgoing(client, line, Lane::Client(client), operation)
}

pub(crate) fn outgoing(client: ClientId, line: i64, lane: Lane, operation: Operation) -> Outgoing {
    Outgoing { client, line: LineId(line), lane, operation, urgency: Urgency::Now }
}

pub(crate) fn send(text: &str) -> Operation {
    Operation::Send { message: Message::new(Rich::plain(text)), quiet: false, reply: None, joins: false }
}

/// A case of this client at the desk in Deventer.
pub(crate) fn case(number: i64, client: ClientId) -> Case {
    Case {
        number: CaseNumber(number),
        client,
        desk: deventer(),
        state: CaseState::Waiting,
        reason: Reason::Asked,
        distress: false,
        owner: None,
        lent_by: None,
        language: Language::Nl,
        place: "GM0150".to_owned().try_into().ok(),
        theme: None,
        question: String::new(),
        shown: vec![],
        opened: at(0),
        promise: Some(at(3600)),
        wait: None,
        taken: None,
        answered: None,
        appointments: vec![],
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

pub(crate) fn boris() -> Manager {
    Manager { id: PersonId(70), name: "Boris".to_owned() }
}

/// A line of the transcript.
pub(crate) fn line(speaker: Speaker, text: &str) -> TranscriptLine {
    TranscriptLine {
        at: at(0),
        speaker,
        name: String::new(),
        text: text.to_owned(),
        message: None,
        line: None,
        decision: String::new(),
        release: None,
        case: None,
    }
}

pub(crate) fn message(chat: ChatId, message: i64) -> MessageRef {
    MessageRef { chat, message }
}

/// Commits these rows for their client, on the newest version.
pub(crate) async fn decide(store: &Database, rows: Vec<Outgoing>) {
    let client = rows[0].client;
    let based_on = store.load(client).await.unwrap().map_or(0, |stored| stored.version);
    store.commit(&Commit { outgoing: rows, ..commit(client, based_on) }).await.unwrap();
}

/// The case of these rows goes on without its topic.
pub(crate) async fn leaves_its_topic(store: &Database, case: i64, rows: Vec<Outgoing>) {
    let client = rows[0].client;
    let based_on = store.load(client).await.unwrap().map_or(0, |stored| stored.version);
    let leaving = Commit { leaves_topic: Some(CaseNumber(case)), outgoing: rows, ..commit(client, based_on) };
    store.commit(&leaving).await.unwrap();
}

/// A case of this client with its topic, in the group of the desk in Deventer.
pub(crate) async fn opens_a_case(store: &Database, number: i64, client: ClientId) {
    link(store, deventer(), GROUP).await;
    let opening = Commit {
        case: Some(case(number, client)),
        outgoing: vec![opens_topic(client, 1, number)],
        ..commit(client, 0)
    };
    store.commit(&opening).await.unwrap();
    deliver_all(store, at(0)).await;
}

pub(crate) async fn link(store: &Database, desk: DeskId, chat: ChatId) {
    store.link_desk(&DeskLink { desk, chat, by: PersonId(1), at: at(0) }).await.unwrap();
}

/// What was claimed, as one would tell it.
pub(crate) fn told(claimed: &[ClaimedOutgoing]) -> Vec<String> {
    claimed.iter().map(|row| format!("{} {}", row.outgoing.lane, words(&row.outgoing.operation))).collect()
}

fn words(operation: &Operation) -> String {
    match operation {
        Operation::Send { message, .. } => format!("says {}", message.text.text()),
        Operation::Edit { message, .. } => format!("changes to {}", message.text.text()),
        Operation::EditCaption { caption, .. } => format!("has under it {caption}"),
        Operation::DressTopic { look } => format!("looks like {}", look.name),
        other => other.word().to_owned(),
    }
}

pub(crate) async fn claim(store: &Database, now: Moment) -> Vec<ClaimedOutgoing> {
    store.claim_outgoing(now, LEASE, MANY).await.unwrap()
}

/// Delivers everything that can go, round after round; says what happened, in order.
///
/// A message gets the number of its line, a topic that of its case.
pub(crate) async fn deliver_all(store: &Database, now: Moment) -> Vec<String> {
    let mut happened = Vec::new();
    loop {
        let claimed = claim(store, now).await;
        if claimed.is_empty() {
            return happened;
        }
        happened.extend(told(&claimed));
        for row in claimed {
            arrives(store, &row, now).await;
        }
    }
}

/// One row arrives.
pub(crate) async fn arrives(store: &Database, row: &ClaimedOutgoing, now: Moment) {
    let Outgoing { client, line, lane, operation, .. } = &row.outgoing;
    let receipt = match (operation, lane) {
        (Operation::OpenTopic { .. }, Lane::Case(case)) => Receipt::Topic(ThreadId(case.0)),
        (Operation::Send { .. }, _) => Receipt::Message(message(row.to.chat, line.0)),
        _ => Receipt::Done,
    };
    store.delivered(*client, *line, receipt, now).await.unwrap();
}
