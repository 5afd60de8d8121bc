//! A transition happens wholly or not at all, and only on the newest state.

use std::collections::BTreeSet;
use std::sync::Arc;

use loket::adapters::database::Database;
use loket::domain::appointment::Appointment;
use loket::domain::case::{CaseState, Gap, Outcome};
use loket::domain::happening::{Happening, Kind};
use loket::domain::ids::{CaseNumber, EntryId, LineId, ReleaseId};
use loket::domain::text::Text;
use loket::domain::timer::Timer;
use loket::domain::wait::Wait;
use loket::ports::lease::Fence;
use loket::ports::store::{Backlog, Commit, DueTimer, Speaker, Store, StoreError, TranscriptLine};

use crate::stage::{ANNA, CHRIS, LEASE, MANY, at, boris, case, commit, line, message, says, update};

/// Seconds.
const HOUR: i64 = 3_600;

pub(crate) async fn a_conversation_begins_and_goes_on(store: Database) {
    assert_eq!(store.load(ANNA).await.unwrap(), None);
    store.commit(&commit(ANNA, 0)).await.unwrap();
    store.commit(&commit(ANNA, 1)).await.unwrap();
    let stored = store.load(ANNA).await.unwrap().unwrap();
    assert_eq!((stored.client, stored.version, stored.state.as_str()), (ANNA, 2, r#"{"step":2}"#));
}

/// Everything a commit may hold, so that a failure anywhere in it would show.
fn rich_commit(based_on: i64) -> Commit {
    Commit {
        handled: vec![1],
        set_timers: vec![(Timer::Settle, at(5))],
        transcript: vec![line(Speaker::Client, "hoi"), line(Speaker::Bot, "dag")],
        case: Some(case(1, ANNA)),
        outgoing: vec![says(ANNA, 1, "dag"), says(ANNA, 2, "nog iets")],
        happened: vec![Happening::new(Kind::Answered, at(0))],
        ..commit(ANNA, based_on)
    }
}

async fn assert_nothing_happened(store: &Database) {
    assert_eq!(store.load(ANNA).await.unwrap(), None);
    assert_eq!(store.transcript(ANNA, MANY).await.unwrap(), []);
    assert_eq!(store.cases(ANNA).await.unwrap(), []);
    assert_eq!(store.happenings(at(-HOUR), at(HOUR)).await.unwrap(), []);
    assert_eq!(store.due_timers(at(100), MANY).await.unwrap(), []);
    assert_eq!(store.backlog().await.unwrap(), Backlog { inbox: 1, oldest_update: Some(at(0)), ..Backlog::default() });
}

pub(crate) async fn a_commit_brings_everything_at_once(store: Database) {
    store.receive(&[update(1, ANNA, "hoi")]).await.unwrap();
    store.commit(&rich_commit(0)).await.unwrap();
    assert_eq!(store.load(ANNA).await.unwrap().unwrap().version, 1);
    assert_eq!(store.transcript(ANNA, MANY).await.unwrap().len(), 2);
    assert_eq!(store.cases(ANNA).await.unwrap(), [case(1, ANNA)]);
    assert_eq!(store.happenings(at(-HOUR), at(HOUR)).await.unwrap(), [Happening::new(Kind::Answered, at(0))]);
    assert_eq!(store.due_timers(at(5), MANY).await.unwrap().len(), 1);
    assert_eq!(store.backlog().await.unwrap(), Backlog { outbox: 2, oldest_row: Some(at(0)), ..Backlog::default() });
}

/// The last part can't be kept: two rows with one name. Nothing of the rest is there either.
pub(crate) async fn a_commit_that_fails_leaves_nothing(store: Database) {
    store.receive(&[update(1, ANNA, "hoi")]).await.unwrap();
    let mut broken = rich_commit(0);
    broken.outgoing.push(says(ANNA, 2, "dezelfde naam"));
    assert!(matches!(store.commit(&broken).await, Err(StoreError::Corrupt(_))));
    assert_nothing_happened(&store).await;
}

pub(crate) async fn who_decided_on_an_old_state_must_decide_again(store: Database) {
    store.commit(&commit(CHRIS, 0)).await.unwrap();
    store.receive(&[update(1, ANNA, "hoi")]).await.unwrap();
    assert_eq!(store.commit(&rich_commit(3)).await, Err(StoreError::Conflict), "there is no conversation yet");
    assert_nothing_happened(&store).await;
    store.commit(&commit(ANNA, 0)).await.unwrap();
    assert_eq!(store.commit(&rich_commit(0)).await, Err(StoreError::Conflict), "it has begun meanwhile");
    assert_eq!(store.backlog().await.unwrap(), Backlog { inbox: 1, oldest_update: Some(at(0)), ..Backlog::default() });
    store.commit(&commit(ANNA, 1)).await.unwrap();
    assert_eq!(store.commit(&rich_commit(1)).await, Err(StoreError::Conflict), "it went on meanwhile");
    store.commit(&rich_commit(2)).await.unwrap();
}

/// Of many who decided on the same state, one is first.
pub(crate) async fn only_one_of_many_can_be_first(store: Database) {
    let store = Arc::new(store);
    let tries = (0..8).map(|_| {
        let store = Arc::clone(&store);
        tokio::spawn(async move { store.commit(&commit(ANNA, 0)).await })
    });
    let mut outcomes = Vec::new();
    for attempt in tries.collect::<Vec<_>>() {
        outcomes.push(attempt.await.unwrap());
    }
    assert_eq!(outcomes.iter().filter(|outcome| outcome.is_ok()).count(), 1);
    assert_eq!(outcomes.iter().filter(|outcome| **outcome == Err(StoreError::Conflict)).count(), 7);
    assert_eq!(store.load(ANNA).await.unwrap().unwrap().version, 1);
}

/// Somebody lost the lease, another handled the update; the late one comes with a fresh state all the same.
pub(crate) async fn an_update_is_handled_once(store: Database) {
    store.receive(&[update(1, ANNA, "hoi")]).await.unwrap();
    store.commit(&Commit { handled: vec![1], ..commit(ANNA, 0) }).await.unwrap();
    let again = Commit { handled: vec![1], outgoing: vec![says(ANNA, 1, "nog eens")], ..commit(ANNA, 1) };
    assert_eq!(store.commit(&again).await, Err(StoreError::Conflict));
    assert_eq!(store.backlog().await.unwrap(), Backlog::default());
}

pub(crate) async fn a_handled_update_is_claimed_by_nobody(store: Database) {
    store.receive(&[update(1, ANNA, "a"), update(2, ANNA, "b"), update(3, ANNA, "c")]).await.unwrap();
    store.commit(&Commit { handled: vec![1, 2], ..commit(ANNA, 0) }).await.unwrap();
    let claimed = store.claim_updates(at(0), LEASE, MANY).await.unwrap();
    assert_eq!(claimed.iter().map(|claimed| claimed.update.id).collect::<Vec<_>>(), [3]);
}

pub(crate) async fn the_transcript_is_read_from_its_end(store: Database) {
    let full = TranscriptLine {
        name: "Boris".to_owned(),
        message: Some(message(ANNA.chat(), 12)),
        line: Some(LineId(3)),
        decision: "answer:bmkb".to_owned(),
        release: Some(ReleaseId::new("r1")),
        case: Some(CaseNumber(4)),
        ..line(Speaker::Manager, "een")
    };
    let lines = vec![full, line(Speaker::Client, "twee"), line(Speaker::Bot, "drie")];
    store.commit(&Commit { transcript: lines.clone(), ..commit(ANNA, 0) }).await.unwrap();
    store.commit(&Commit { transcript: vec![line(Speaker::Bot, "x")], ..commit(CHRIS, 0) }).await.unwrap();
    assert_eq!(store.transcript(ANNA, MANY).await.unwrap(), lines);
    assert_eq!(store.transcript(ANNA, 2).await.unwrap(), lines[1..]);
}

pub(crate) async fn a_correction_changes_what_was_said(store: Database) {
    let said = |id, text| TranscriptLine { message: Some(message(ANNA.chat(), id)), ..line(Speaker::Client, text) };
    store.commit(&Commit { transcript: vec![said(1, "fietz"), said(2, "bel")], ..commit(ANNA, 0) }).await.unwrap();
    let corrected = Some((message(ANNA.chat(), 1), "fiets".to_owned()));
    store.commit(&Commit { corrected, ..commit(ANNA, 1) }).await.unwrap();
    assert_eq!(store.transcript(ANNA, MANY).await.unwrap(), [said(1, "fiets"), said(2, "bel")]);
}

pub(crate) async fn a_case_is_changed_in_place(store: Database) {
    store.commit(&Commit { case: Some(case(1, ANNA)), ..commit(ANNA, 0) }).await.unwrap();
    store.commit(&Commit { case: Some(case(2, ANNA)), ..commit(ANNA, 1) }).await.unwrap();
    let mut closed = case(1, ANNA);
    (closed.state, closed.owner, closed.closed) = (CaseState::Closed, Some(boris()), Some(at(60)));
    (closed.place, closed.promise) = (None, None);
    let reminders = vec![at(30)];
    closed.appointments.push(Appointment { what: Text::parse("bellen").unwrap(), at: at(40), reminders });
    (closed.wait, closed.outcome) = (Some(Wait::from(at(20))), Some(Outcome::Referred));
    (closed.gap, closed.helped) = (Some(Gap::Entry(EntryId::new("bmkb"))), Some(false));
    store.commit(&Commit { case: Some(closed.clone()), ..commit(ANNA, 2) }).await.unwrap();
    assert_eq!(store.cases(ANNA).await.unwrap(), [closed, case(2, ANNA)]);
    assert_eq!(store.cases(CHRIS).await.unwrap(), []);
}

pub(crate) async fn a_case_number_is_never_given_twice(store: Database) {
    let store = Arc::new(store);
    let asked = (0..32).map(|_| {
        let store = Arc::clone(&store);
        tokio::spawn(async move { store.next_case_number().await.unwrap() })
    });
    let mut numbers = BTreeSet::new();
    for number in asked.collect::<Vec<_>>() {
        numbers.insert(number.await.unwrap());
    }
    assert_eq!(numbers, (1..=32).map(CaseNumber).collect());
}

pub(crate) async fn a_timer_is_set_moved_and_cleared(store: Database) {
    let set = |client, based_on, seconds| Commit {
        set_timers: vec![(Timer::Settle, at(seconds))],
        ..commit(client, based_on)
    };
    store.commit(&set(ANNA, 0, 10)).await.unwrap();
    store.commit(&set(CHRIS, 0, 5)).await.unwrap();
    assert_eq!(store.next_due(at(0)).await.unwrap(), Some(at(5)));
    store.commit(&set(ANNA, 1, 20)).await.unwrap();
    let due = |client, seconds| DueTimer { client, timer: Timer::Settle, due: at(seconds) };
    assert_eq!(store.due_timers(at(19), MANY).await.unwrap(), [due(CHRIS, 5)]);
    assert_eq!(store.due_timers(at(20), MANY).await.unwrap(), [due(CHRIS, 5), due(ANNA, 20)]);
    assert_eq!(store.due_timers(at(20), 1).await.unwrap(), [due(CHRIS, 5)]);
    store.commit(&Commit { clear_timers: vec![Timer::Settle], ..commit(CHRIS, 1) }).await.unwrap();
    // The timer that fired is cleared by the same commit that sets the next.
    store.commit(&Commit { clear_timers: vec![Timer::Settle], ..set(ANNA, 2, 30) }).await.unwrap();
    assert_eq!(store.due_timers(at(60), MANY).await.unwrap(), [due(ANNA, 30)]);
}

/// The alarm clock rings for the nearest of all that waits, and not for what is past.
pub(crate) async fn the_next_due_moment_is_the_nearest_ahead(store: Database) {
    assert_eq!(store.next_due(at(0)).await.unwrap(), None);
    store.receive(&[update(1, CHRIS, "x")]).await.unwrap();
    store.postpone_update(1, at(40), Fence::NONE).await.unwrap();
    let timed =
        Commit { set_timers: vec![(Timer::Settle, at(20))], outgoing: vec![says(ANNA, 1, "dag")], ..commit(ANNA, 0) };
    store.commit(&timed).await.unwrap();
    store.claim_outgoing(at(0), LEASE, MANY).await.unwrap();
    assert_eq!(store.next_due(at(0)).await.unwrap(), Some(at(20)), "the timer");
    assert_eq!(store.next_due(at(20)).await.unwrap(), Some(at(40)), "the postponed update");
    assert_eq!(store.next_due(at(40)).await.unwrap(), Some(at(60)), "the end of the lease");
    assert_eq!(store.next_due(at(60)).await.unwrap(), None);
}

/// Only who was silent and has nothing open is forgotten.
pub(crate) async fn silent_clients_are_found(store: Database) {
    let silent = Commit { last_contact: at(-100), ..commit(ANNA, 0) };
    store.commit(&silent).await.unwrap();
    store.commit(&Commit { last_contact: at(10), ..commit(CHRIS, 0) }).await.unwrap();
    assert_eq!(store.clients_silent_since(at(0), MANY).await.unwrap(), [ANNA]);

    store.commit(&Commit { case: Some(case(1, ANNA)), ..Commit { based_on: 1, ..silent.clone() } }).await.unwrap();
    assert_eq!(store.clients_silent_since(at(0), MANY).await.unwrap(), [], "the case is open");

    let mut closed = case(1, ANNA);
    (closed.state, closed.closed) = (CaseState::Closed, Some(at(5)));
    store.commit(&Commit { case: Some(closed), ..Commit { based_on: 2, ..silent } }).await.unwrap();
    assert_eq!(store.clients_silent_since(at(0), MANY).await.unwrap(), [], "the case was closed a moment ago");
    assert_eq!(store.clients_silent_since(at(6), MANY).await.unwrap(), [ANNA]);
    assert_eq!(store.clients_silent_since(at(100), 1).await.unwrap(), [ANNA], "the longest silence first");
}
