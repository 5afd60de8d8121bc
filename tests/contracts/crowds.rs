//! Many ask at the same moment: what is done in one go is for each as if they had come alone.

use std::collections::BTreeSet;

use futures_util::future::join_all;
use loket::adapters::database::Database;
use loket::domain::ids::{ClientId, LineId, ThreadId};
use loket::domain::timer::Timer;
use loket::ports::messenger::Receipt;
use loket::ports::store::{Commit, HouseCommit, HouseTimer, RawUpdate, Speaker, Store, StoreError};

use crate::stage::{
    ANNA, GROUP, LEASE, MANY, at, case, claim, commit, deventer, line, link, message, opens_topic, says, topic, update,
};

/// So many clients write at the same moment.
const CROWD: i64 = 40;

fn crowd() -> impl Iterator<Item = ClientId> {
    (1..=CROWD).map(|number| ClientId(1_000 + number))
}

/// What is said to a client who wrote for the first time.
fn greeting(client: ClientId) -> Commit {
    Commit {
        handled: vec![client.0],
        set_timers: vec![(Timer::Settle, at(client.0))],
        transcript: vec![line(Speaker::Client, &format!("ik ben {client}")), line(Speaker::Bot, "dag")],
        outgoing: vec![says(client, 1, &format!("dag {client}")), says(client, 2, "zeg het maar")],
        ..commit(client, 0)
    }
}

async fn everybody_writes(store: &Database) {
    let updates: Vec<RawUpdate> = crowd().map(|client| update(client.0, client, "hoi")).collect();
    assert_eq!(store.receive(&updates).await.unwrap(), updates.len());
}

async fn commit_all(store: &Database, commits: &[Commit]) -> Vec<Result<(), StoreError>> {
    join_all(commits.iter().map(|commit| store.commit(commit))).await
}

/// What a client was told so far, as the transcript has it.
async fn told(store: &Database, client: ClientId) -> Vec<String> {
    store.transcript(client, MANY).await.unwrap().into_iter().map(|line| line.text).collect()
}

pub(crate) async fn everybody_gets_what_is_theirs(store: Database) {
    everybody_writes(&store).await;
    let commits: Vec<Commit> = crowd().map(greeting).collect();
    assert!(commit_all(&store, &commits).await.iter().all(Result::is_ok));
    let loaded = join_all(crowd().map(|client| store.load(client))).await;
    for (client, stored) in crowd().zip(loaded) {
        let stored = stored.unwrap().unwrap();
        assert_eq!((stored.client, stored.version), (client, 1));
        assert_eq!(told(&store, client).await, [format!("ik ben {client}"), "dag".to_owned()]);
    }
    let timers = store.due_timers(at(2_000), MANY).await.unwrap();
    assert_eq!(timers.iter().map(|due| (due.client, due.due)).collect::<Vec<_>>(), {
        crowd().map(|client| (client, at(client.0))).collect::<Vec<_>>()
    });
    assert!(store.claim_updates(at(0), LEASE, MANY).await.unwrap().is_empty(), "all of them are handled");
    let first: BTreeSet<(ClientId, i64)> =
        claim(&store, at(0)).await.iter().map(|row| (row.outgoing.client, row.outgoing.line.0)).collect();
    assert_eq!(first, crowd().map(|client| (client, 1)).collect(), "the first line of each, in whatever order");
}

/// Some decided on an old state, one says what can't be kept: theirs is refused, whole, and nobody else's.
pub(crate) async fn the_fault_of_one_is_nobody_elses(store: Database) {
    everybody_writes(&store).await;
    let is_late = |client: ClientId| client.0 % 10 == 0;
    let is_broken = |client: ClientId| client.0 == 1_007;
    let commits: Vec<Commit> = crowd()
        .map(|client| {
            let mut commit = greeting(client);
            if is_late(client) {
                commit.based_on = 3;
            }
            if is_broken(client) {
                commit.outgoing.push(says(client, 2, "dezelfde naam"));
            }
            commit
        })
        .collect();
    for (client, outcome) in crowd().zip(commit_all(&store, &commits).await) {
        let is_there = store.load(client).await.unwrap().is_some();
        if is_late(client) {
            assert_eq!((outcome, is_there), (Err(StoreError::Conflict), false), "{client}");
        } else if is_broken(client) {
            assert!(matches!(outcome, Err(StoreError::Corrupt(_))), "{client}: {outcome:?}");
            assert!(!is_there);
        } else {
            assert_eq!((outcome, is_there), (Ok(()), true), "{client}");
        }
    }
    let refused: Vec<i64> =
        crowd().filter(|client| is_late(*client) || is_broken(*client)).map(|client| client.0).collect();
    let still_open = store.claim_updates(at(0), LEASE, MANY).await.unwrap();
    assert_eq!(still_open.iter().map(|claimed| claimed.update.id).collect::<Vec<_>>(), refused);
    assert_eq!(store.backlog().await.unwrap().outbox, 2 * (CROWD - i64::try_from(refused.len()).unwrap()));
}

/// Of several who decided on the same state one is first, also when they come in one go.
pub(crate) async fn of_those_who_decide_for_one_client_one_is_first(store: Database) {
    store.commit(&commit(ANNA, 0)).await.unwrap();
    let commits: Vec<Commit> = (0..20)
        .map(|number| Commit { transcript: vec![line(Speaker::Client, &number.to_string())], ..commit(ANNA, 1) })
        .collect();
    let outcomes = commit_all(&store, &commits).await;
    assert_eq!(outcomes.iter().filter(|outcome| outcome.is_ok()).count(), 1);
    assert!(outcomes.iter().all(|outcome| matches!(outcome, Ok(()) | Err(StoreError::Conflict))), "{outcomes:?}");
    assert_eq!(store.load(ANNA).await.unwrap().unwrap().version, 2);
    assert_eq!(told(&store, ANNA).await.len(), 1);
}

/// Topics are made and messages arrive at the same moment: each case gets its own topic.
pub(crate) async fn what_arrives_at_the_same_moment_is_noted_each_for_itself(store: Database) {
    link(&store, deventer(), GROUP).await;
    let number = |client: ClientId| client.0 - 1_000;
    let commits: Vec<Commit> = crowd()
        .map(|client| Commit {
            case: Some(case(number(client), client)),
            outgoing: vec![says(client, 1, "dag"), opens_topic(client, 2, number(client))],
            ..commit(client, 0)
        })
        .collect();
    assert!(commit_all(&store, &commits).await.iter().all(Result::is_ok));
    let held = claim(&store, at(0)).await;
    assert_eq!(held.len(), commits.len() * 2);
    let arrivals = held.iter().map(|row| {
        let (client, line) = (row.outgoing.client, row.outgoing.line);
        let receipt = match line {
            LineId(1) => Receipt::Message(message(client.chat(), 50 + number(client))),
            _ => Receipt::Topic(ThreadId(number(client))),
        };
        store.delivered(client, line, receipt, at(1))
    });
    assert!(join_all(arrivals).await.iter().all(Result::is_ok));
    for client in crowd() {
        let found = store.case_in_topic(topic(number(client))).await.unwrap().unwrap();
        assert_eq!((found.number.0, found.client), (number(client), client));
        let said = store.line_at(client, message(client.chat(), 50 + number(client))).await.unwrap();
        assert_eq!(said, Some(LineId(1)));
    }
    assert!(claim(&store, at(2)).await.is_empty());
}

/// The moment of a board is past and it is just being written, without what many decided now, and some a little before.
pub(crate) async fn what_a_crowd_changes_while_a_board_is_written_is_not_missed(store: Database) {
    let touches = |client: ClientId, now: i64, due: i64| Commit {
        now: at(now),
        boards: vec![(deventer(), at(due))],
        ..commit(client, 0)
    };
    store.commit(&touches(ANNA, 0, 10)).await.unwrap();
    let read = store.due_house_timers(at(10), MANY).await.unwrap();
    let decided = |client: ClientId| match client.0 {
        // Whoever comes first is served alone: they have nothing to do with the board.
        ..1_005 => commit(client, 0),
        number if number % 2 == 0 => touches(client, 5, 25),
        _ => touches(client, 10, 20),
    };
    let commits: Vec<Commit> = crowd().map(decided).collect();
    assert!(commit_all(&store, &commits).await.iter().all(Result::is_ok));
    store.commit_house(&HouseCommit { clear_timers: read, ..HouseCommit::default() }).await.unwrap();
    assert_eq!(store.house_timer(&HouseTimer::Board(deventer())).await.unwrap(), Some(at(20)));
}
