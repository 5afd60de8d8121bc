//! A client who wants to be forgotten is forgotten, also by the desk.

use std::fs;
use std::path::Path;

use loket::adapters::database::Database;
use loket::domain::delivery::{Lane, Operation, Topic};
use loket::domain::happening::{Happening, Kind};
use loket::domain::ids::{CaseNumber, ChatId, ClientId, DeskId, LineId, ThreadId};
use loket::domain::timer::Timer;
use loket::ports::lease::Fence;
use loket::ports::messenger::Receipt;
use loket::ports::store::{
    Backlog, Commit, RawUpdate, Speaker, Store, TranscriptLine, Undelivered, lane_of_client, lane_of_topic,
};

use crate::stage::{
    ANNA, CHRIS, GROUP, LEASE, MANY, arrives, at, boris, case, claim, commit, deliver_all, deventer, line, link,
    message, opens_a_case, opens_topic, outgoing, says, says_in_topic, send, told, topic, update, zwolle,
};

/// A conversation with a case, a topic, a timer and something still to be said; every text holds `secret`.
async fn confides(store: &Database, client: ClientId, secret: &str) {
    let first = client.0 * 100;
    store.receive(&[update(first, client, secret), update(first + 1, client, secret)]).await.unwrap();
    let mut its_case = case(client.0, client);
    its_case.owner = Some(boris());
    // From a word to several pages of the file.
    let more = "en nog veel meer. ".repeat(usize::try_from(client.0 * 17).unwrap());
    let text = format!("{secret} {more}{secret}");
    let state = format!(r#"{{"asked":"{text}"}}"#);
    let opening = Commit {
        state: state.clone(),
        handled: vec![first],
        transcript: vec![TranscriptLine { message: Some(message(client.chat(), 1)), ..line(Speaker::Client, &text) }],
        case: Some(its_case),
        outgoing: vec![
            says(client, 1, &text),
            opens_topic(client, 2, client.0),
            says_in_topic(client, 3, client.0, &text),
        ],
        set_timers: vec![(Timer::Settle, at(9))],
        happened: vec![Happening::new(Kind::HandedOver, at(0))],
        ..commit(client, 0)
    };
    store.commit(&opening).await.unwrap();
    deliver_all(store, at(0)).await;
    store.bury_update(first + 1, secret, at(0), Fence::NONE).await.unwrap();
    let topic = Topic { chat: GROUP, thread: ThreadId(client.0) };
    let managers = RawUpdate { lane: lane_of_topic(topic), ..update(first + 2, client, secret) };
    store.receive(&[managers]).await.unwrap();
    store.bury_update(first + 2, secret, at(0), Fence::NONE).await.unwrap();
    let more = Commit { state, outgoing: vec![says(client, 4, &text), says(client, 5, &text)], ..commit(client, 1) };
    store.commit(&more).await.unwrap();
    let row = claim(store, at(0)).await.remove(0);
    store
        .undelivered(client, row.outgoing.line, &Undelivered::Dead { reason: text }, at(0), Fence::NONE)
        .await
        .unwrap();
}

pub(crate) async fn nothing_is_left_but_a_farewell_and_the_removal_of_the_topic(store: Database) {
    link(&store, deventer(), GROUP).await;
    confides(&store, ANNA, "geheim").await;
    store.receive(&[update(1, ANNA, "wis alles")]).await.unwrap();
    link(&store, DeskId::new("zwolle"), GROUP).await;
    store.erase(ANNA, Some(&says(ANNA, 6, "alles is gewist")), Some(1), at(10)).await.unwrap();

    assert_eq!(store.load(ANNA).await.unwrap(), None);
    assert_eq!(store.transcript(ANNA, MANY).await.unwrap(), []);
    assert_eq!(store.cases(ANNA).await.unwrap(), []);
    assert_eq!(store.due_timers(at(100), MANY).await.unwrap(), []);
    assert_eq!(store.line_at(ANNA, message(ANNA.chat(), 1)).await.unwrap(), None);
    let topic = Topic { chat: GROUP, thread: ThreadId(ANNA.0) };
    assert_eq!(store.case_in_topic(topic).await.unwrap(), None);
    assert_eq!(store.backlog().await.unwrap(), Backlog { outbox: 2, ..Backlog::default() });
    let happened = store.happenings(at(-3_600), at(1)).await.unwrap();
    assert_eq!(happened, [Happening::new(Kind::HandedOver, at(0))], "what happened is nobody's, and stays");
    assert_eq!(store.receive(&[update(700, ANNA, "geheim")]).await.unwrap(), 0, "a repeat is still known");

    let claimed = claim(&store, at(10)).await;
    assert_eq!(told(&claimed), ["client:7 says alles is gewist", "desk:deventer delete-topic"]);
    assert_eq!(claimed[1].to.chat, GROUP);
    assert_eq!(claimed[1].outgoing.operation, Operation::DeleteTopic { chat: GROUP, thread: ThreadId(ANNA.0) });
    for row in &claimed {
        arrives(&store, row, at(11)).await;
    }
    let farewell = message(ANNA.chat(), claimed[0].outgoing.line.0);
    assert_eq!(store.line_at(ANNA, farewell).await.unwrap(), None, "the farewell is forgotten too");
    assert_eq!(store.backlog().await.unwrap(), Backlog::default());
}

pub(crate) async fn others_stay_as_they_are(store: Database) {
    link(&store, deventer(), GROUP).await;
    confides(&store, ANNA, "geheim").await;
    confides(&store, CHRIS, "openbaar").await;
    let before = (store.load(CHRIS).await.unwrap(), store.transcript(CHRIS, MANY).await.unwrap());
    store.erase(ANNA, None, None, at(10)).await.unwrap();
    assert_eq!((store.load(CHRIS).await.unwrap(), store.transcript(CHRIS, MANY).await.unwrap()), before);
    assert_eq!(store.cases(CHRIS).await.unwrap().len(), 1);
    assert_eq!(store.line_at(CHRIS, message(CHRIS.chat(), 1)).await.unwrap(), Some(LineId(1)));
    assert_eq!(store.due_timers(at(100), MANY).await.unwrap().len(), 1);
    assert_eq!(store.dead_outgoing(MANY).await.unwrap().len(), 1);
}

/// Who comes back is a stranger, and nothing of the new conversation meets what is left of the old one.
pub(crate) async fn a_client_may_come_back_at_once(store: Database) {
    link(&store, deventer(), GROUP).await;
    confides(&store, ANNA, "geheim").await;
    store.erase(ANNA, Some(&says(ANNA, 6, "tot ziens")), None, at(10)).await.unwrap();
    store.receive(&[update(2, ANNA, "hoi")]).await.unwrap();
    let welcome = (1..=6).map(|line| says(ANNA, line, &format!("welkom {line}"))).collect();
    store.commit(&Commit { handled: vec![2], outgoing: welcome, ..commit(ANNA, 0) }).await.unwrap();
    store.erase(ANNA, Some(&says(ANNA, 7, "alweer tot ziens")), None, at(11)).await.unwrap();
    let said = deliver_all(&store, at(11)).await;
    let to_anna: Vec<_> = said.iter().filter(|what| what.starts_with("client:7")).collect();
    assert_eq!(to_anna, ["client:7 says tot ziens", "client:7 says alweer tot ziens"]);
    assert_eq!(store.backlog().await.unwrap(), Backlog::default());
}

/// What came in behind the wish to be forgotten is a new contact.
pub(crate) async fn what_came_later_is_still_answered(store: Database) {
    store.receive(&[update(1, ANNA, "wis alles"), update(2, ANNA, "hallo?")]).await.unwrap();
    store.erase(ANNA, None, Some(1), at(1)).await.unwrap();
    let open = store.claim_updates(at(1), LEASE, MANY).await.unwrap();
    assert_eq!(open.iter().map(|claimed| claimed.update.id).collect::<Vec<_>>(), [2]);
}

/// The topic is being made at this very moment: it is removed as soon as it is known where it stands.
pub(crate) async fn a_topic_that_is_just_being_made_goes_too(store: Database) {
    link(&store, deventer(), GROUP).await;
    let opening = Commit { case: Some(case(1, ANNA)), outgoing: vec![opens_topic(ANNA, 1, 1)], ..commit(ANNA, 0) };
    store.commit(&opening).await.unwrap();
    assert_eq!(told(&claim(&store, at(0)).await), ["case:1 open-topic"]);
    store.erase(ANNA, None, None, at(1)).await.unwrap();
    store.delivered(ANNA, LineId(1), Receipt::Topic(ThreadId(5)), at(2)).await.unwrap();
    let removal = claim(&store, at(2)).await;
    assert_eq!(told(&removal), ["desk:deventer delete-topic"]);
    arrives(&store, &removal[0], at(3)).await;
    assert_eq!(store.backlog().await.unwrap(), Backlog::default());
}

/// The same, but nobody ever learns what came of it.
pub(crate) async fn a_topic_of_which_nothing_is_heard_holds_nobody_up(store: Database) {
    link(&store, deventer(), GROUP).await;
    let opening = Commit { case: Some(case(1, ANNA)), outgoing: vec![opens_topic(ANNA, 1, 1)], ..commit(ANNA, 0) };
    store.commit(&opening).await.unwrap();
    claim(&store, at(0)).await;
    store.erase(ANNA, None, None, at(1)).await.unwrap();
    assert!(claim(&store, at(60)).await.is_empty(), "it is not made again for somebody who is gone");
    assert_eq!(store.backlog().await.unwrap(), Backlog::default());
}

/// The client blocked us: the farewell goes nowhere and is kept nowhere. A topic that stands is another matter.
pub(crate) async fn a_farewell_that_can_not_be_said_is_forgotten(store: Database) {
    link(&store, deventer(), GROUP).await;
    confides(&store, ANNA, "geheim").await;
    store.erase(ANNA, Some(&says(ANNA, 6, "tot ziens")), None, at(10)).await.unwrap();
    for row in claim(&store, at(10)).await {
        let dead = Undelivered::Dead { reason: "blocked".to_owned() };
        store.undelivered(ANNA, row.outgoing.line, &dead, at(11), Fence::NONE).await.unwrap();
    }
    let given_up = store.dead_outgoing(MANY).await.unwrap();
    assert_eq!(given_up.iter().map(|(_, _, operation, _)| operation.word()).collect::<Vec<_>>(), ["delete-topic"]);
}

/// The case went to another desk: both topics go, and what was still to be said in the first is not said.
pub(crate) async fn former_topics_go_too(store: Database) {
    opens_a_case(&store, 1, ANNA).await;
    link(&store, zwolle(), ChatId(-200)).await;
    let mut moved = case(1, ANNA);
    moved.desk = zwolle();
    let leaving = Commit {
        case: Some(moved),
        leaves_topic: Some(CaseNumber(1)),
        outgoing: vec![opens_topic(ANNA, 2, 1)],
        ..commit(ANNA, 1)
    };
    store.commit(&leaving).await.unwrap();
    deliver_all(&store, at(0)).await;
    let farewell = outgoing(ANNA, 3, Lane::Topic(topic(1)), send("verhuisd"));
    store.commit(&Commit { outgoing: vec![farewell], ..commit(ANNA, 2) }).await.unwrap();

    store.erase(ANNA, None, None, at(1)).await.unwrap();
    assert_eq!(store.case_in_topic(topic(1)).await.unwrap(), None);
    let removals = claim(&store, at(1)).await;
    let gone = |chat| Operation::DeleteTopic { chat, thread: ThreadId(1) };
    let operations: Vec<_> =
        removals.iter().map(|row| (row.outgoing.lane.clone(), row.outgoing.operation.clone())).collect();
    assert_eq!(operations, [(Lane::Desk(zwolle()), gone(ChatId(-200))), (Lane::Desk(deventer()), gone(GROUP))]);
    for row in &removals {
        arrives(&store, row, at(2)).await;
    }
    assert_eq!(store.backlog().await.unwrap(), Backlog::default());
}

/// Both at the same moment, on a client of whom nothing is known yet: one is first.
pub(crate) async fn a_commit_meets_an_erasure_wholly_or_not_at_all(store: Database) {
    for client in (1..=20).map(ClientId) {
        let opening = Commit {
            transcript: vec![line(Speaker::Client, "hoi")],
            case: Some(case(client.0, client)),
            outgoing: vec![says(client, 1, "dag")],
            ..commit(client, 0)
        };
        let (committed, erased) = tokio::join!(store.commit(&opening), store.erase(client, None, None, at(1)));
        committed.unwrap();
        erased.unwrap();
        let left = store.load(client).await.unwrap().map_or(0, |_| 1);
        assert_eq!(store.transcript(client, MANY).await.unwrap().len(), left);
        assert_eq!(store.cases(client).await.unwrap().len(), left);
        assert_eq!(deliver_all(&store, at(2)).await.len(), left);
    }
}

/// SQLite: the bytes are gone from every file in the folder.
pub(crate) async fn no_byte_is_left_in_the_files(folder: &Path) {
    let store = Database::in_folder(folder).await.unwrap();
    link(&store, deventer(), GROUP).await;
    for client in 1..=40 {
        confides(&store, ClientId(client), &format!("geheim-{client}-tulp")).await;
    }
    confides(&store, ClientId(50), "blijft-staan").await;
    for client in 1..=40 {
        assert!(holds(folder, &format!("geheim-{client}-tulp")), "the search must be able to find it");
        store.erase(ClientId(client), None, None, at(10)).await.unwrap();
        assert!(!holds(folder, &format!("geheim-{client}-tulp")), "client {client} is still in the files");
    }
    assert!(holds(folder, "blijft-staan"));
    let kept = [lane_of_client(ClientId(50))];
    assert!(holds(folder, &kept[0]) && !holds(folder, &lane_of_client(ClientId(33))), "not even the lane");
}

/// SQLite: what a client wrote is kept until it is handled, and not in the inbox after that.
pub(crate) async fn a_handled_update_is_forgotten_at_once(folder: &Path) {
    let store = Database::in_folder(folder).await.unwrap();
    let updates = [update(1, ANNA, "geheim-een"), update(2, ANNA, "geheim-twee"), update(3, ANNA, "geheim-drie")];
    store.receive(&updates).await.unwrap();
    store.commit(&Commit { handled: vec![1], ..commit(ANNA, 0) }).await.unwrap();
    store.finish_update(2, at(0)).await.unwrap();
    store.close().await;
    assert!(!holds(folder, "geheim-een") && !holds(folder, "geheim-twee"));
    assert!(holds(folder, "geheim-drie"), "that one is still to be handled");
}

fn holds(folder: &Path, words: &str) -> bool {
    let files = fs::read_dir(folder).unwrap().map(|file| fs::read(file.unwrap().path()).unwrap());
    files.into_iter().any(|bytes| bytes.windows(words.len()).any(|window| window == words.as_bytes()))
}
