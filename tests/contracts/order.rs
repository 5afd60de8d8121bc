//! Whatever happens in whatever order: nothing overtakes, nothing is held by two, nothing is delivered twice.

use std::collections::{BTreeMap, BTreeSet};

use loket::adapters::database::Database;
use loket::domain::ids::{ClientId, LineId};
use loket::ports::lease::Fence;
use loket::ports::messenger::Receipt;
use loket::ports::store::{Backlog, Commit, RawUpdate, Store, Undelivered};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

use crate::stage::{LEASE, at, commit, message, says, update};

/// One thing that happens.
#[derive(Clone, Debug)]
pub(crate) enum Step {
    /// An update of this client comes in.
    Receive(i64),
    /// Updates are claimed, at most so many.
    ClaimUpdates(u32),
    /// The n-th update that somebody thinks to hold is handled, with so many lines to say.
    Handle(usize, i64),
    /// Rows of the outbox are claimed, at most so many.
    ClaimRows(u32),
    /// The n-th row that somebody thinks to hold arrives.
    Arrive(usize),
    /// The n-th row that somebody thinks to hold is given back.
    Return(usize),
    /// So many seconds pass; leases run out.
    Wait(i64),
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        3 => (1..4_i64).prop_map(Step::Receive),
        3 => (1..4_u32).prop_map(Step::ClaimUpdates),
        4 => (0..4_usize, 0..4_i64).prop_map(|(which, lines)| Step::Handle(which, lines)),
        3 => (1..4_u32).prop_map(Step::ClaimRows),
        4 => (0..4_usize).prop_map(Step::Arrive),
        1 => (0..4_usize).prop_map(Step::Return),
        1 => (1..90_i64).prop_map(Step::Wait),
    ]
}

/// What an onlooker remembers.
#[derive(Default)]
struct Onlooker {
    seconds: i64,
    next_update: i64,
    next_line: BTreeMap<i64, i64>,
    /// The end of each lease on an update, by client and number.
    updates: BTreeMap<(i64, i64), i64>,
    handled: Vec<(i64, i64)>,
    /// The end of each lease on a row, by client and line.
    rows: BTreeMap<(i64, i64), i64>,
    arrived: Vec<(i64, i64)>,
}

impl Onlooker {
    async fn see(&mut self, store: &Database, step: &Step) {
        match *step {
            Step::Receive(client) => {
                self.next_update += 1;
                let update: RawUpdate = update(self.next_update, ClientId(client), "?");
                store.receive(&[update]).await.unwrap();
            }
            Step::ClaimUpdates(limit) => self.claim_updates(store, limit).await,
            Step::Handle(which, lines) => self.handle(store, which, lines).await,
            Step::ClaimRows(limit) => self.claim_rows(store, limit).await,
            Step::Arrive(which) => {
                let Some(row) = nth(&self.rows, which) else { return };
                self.rows.remove(&row);
                let receipt = Receipt::Message(message(ClientId(row.0).chat(), row.1));
                store.delivered(ClientId(row.0), LineId(row.1), receipt, at(self.seconds)).await.unwrap();
                self.arrived.push(row);
            }
            Step::Return(which) => {
                let Some(row) = nth(&self.rows, which) else { return };
                self.rows.remove(&row);
                let again = Undelivered::Again { not_before: at(self.seconds + 5), uncertain: true, counts: true };
                store.undelivered(ClientId(row.0), LineId(row.1), &again, at(self.seconds), Fence::NONE).await.unwrap();
            }
            Step::Wait(seconds) => self.seconds += seconds,
        }
    }

    fn lease_end(&self) -> i64 {
        self.seconds + i64::try_from(LEASE.length.as_secs()).unwrap()
    }

    async fn claim_updates(&mut self, store: &Database, limit: u32) {
        for claimed in store.claim_updates(at(self.seconds), LEASE, limit).await.unwrap() {
            let client: i64 = claimed.update.lane.trim_start_matches("client:").parse().unwrap();
            let held = self.updates.iter().find(|((lane, _), end)| *lane == client && **end > self.seconds);
            assert_eq!(held, None, "a lane was given to two");
            let update = (client, claimed.update.id);
            assert!(!self.handled.contains(&update), "{update:?} was handled already");
            self.updates.insert(update, self.lease_end());
        }
    }

    async fn handle(&mut self, store: &Database, which: usize, lines: i64) {
        let Some(held) = nth(&self.updates, which) else { return };
        let (client, update) = held;
        self.updates.remove(&held);
        let next = self.next_line.entry(client).or_insert(1);
        let outgoing = (*next..*next + lines).map(|line| says(ClientId(client), line, "x")).collect();
        *next += lines;
        let version = store.load(ClientId(client)).await.unwrap().map_or(0, |stored| stored.version);
        let commit = Commit { handled: vec![update], outgoing, ..commit(ClientId(client), version) };
        store.commit(&commit).await.unwrap();
        self.handled.push(held);
    }

    async fn claim_rows(&mut self, store: &Database, limit: u32) {
        for claimed in store.claim_outgoing(at(self.seconds), LEASE, limit).await.unwrap() {
            let row = (claimed.outgoing.client.0, claimed.outgoing.line.0);
            let held = self.rows.iter().find(|((lane, _), end)| *lane == row.0 && **end > self.seconds);
            assert_eq!(held, None, "a lane was given to two");
            assert!(!self.arrived.contains(&row), "{row:?} had arrived already");
            self.rows.insert(row, self.lease_end());
        }
    }

    /// Per lane everything happened once, in order, and nothing was left out.
    fn assert_order(&self) {
        for happened in [&self.handled, &self.arrived] {
            let mut seen: BTreeMap<i64, i64> = BTreeMap::new();
            for (lane, number) in happened {
                let before = seen.insert(*lane, *number);
                assert!(before < Some(*number), "{number} came after {before:?}");
            }
        }
        for (client, next) in &self.next_line {
            let arrived: Vec<i64> = self.arrived.iter().filter(|row| row.0 == *client).map(|row| row.1).collect();
            assert_eq!(arrived, (1..*next).collect::<Vec<_>>(), "client {client}");
        }
        let unique: BTreeSet<_> = self.handled.iter().map(|(_, update)| *update).collect();
        assert_eq!(unique, (1..=self.next_update).collect());
    }
}

fn nth(held: &BTreeMap<(i64, i64), i64>, which: usize) -> Option<(i64, i64)> {
    held.keys().nth(which.min(held.len().saturating_sub(1))).copied()
}

pub(crate) async fn play(store: Database, steps: &[Step]) {
    let mut onlooker = Onlooker::default();
    for step in steps {
        onlooker.see(&store, step).await;
    }
    // In the end all leases run out and everything is done.
    while store.backlog().await.unwrap() != Backlog::default() {
        for step in [Step::Wait(60), Step::ClaimUpdates(9), Step::ClaimRows(9)] {
            onlooker.see(&store, &step).await;
        }
        while !onlooker.updates.is_empty() || !onlooker.rows.is_empty() {
            onlooker.see(&store, &Step::Handle(0, 1)).await;
            onlooker.see(&store, &Step::Arrive(0)).await;
        }
    }
    onlooker.assert_order();
    store.close().await;
}

/// Plays so many random sequences, each on a database of its own.
pub(crate) fn holds_whatever_happens(sequences: u32, play_on_a_fresh_one: impl Fn(Vec<Step>)) {
    let config = Config { cases: sequences, failure_persistence: None, ..Config::default() };
    TestRunner::new(config)
        .run(&prop::collection::vec(step(), 1..40), |steps| {
            play_on_a_fresh_one(steps);
            Ok(())
        })
        .unwrap();
}
