//! One program at a time has a duty, and who lost it can't go on.

use std::time::Duration;

use loket::adapters::database::Database;
use loket::ports::lease::{Duty, Fence, Terms};
use loket::ports::store::{ClaimedOutgoing, ClaimedUpdate, Commit, Store, StoreError, Undelivered};

use crate::postgres::Server;
use crate::stage::{ANNA, CHRIS, LEASE, MANY, arrives, at, commit, says, update};

const LONG: Duration = Duration::from_hours(1);
/// A lease that is over as soon as it is held.
const OVER: Duration = Duration::ZERO;

async fn hold(store: &Database, duty: &Duty, fence: Fence, length: Duration) -> Option<Fence> {
    store.hold_lease(duty, fence, length).await.unwrap()
}

async fn takes(store: &Database, duty: &Duty, length: Duration) -> Fence {
    hold(store, duty, Fence::NONE, length).await.unwrap()
}

fn under(by: Fence) -> Terms {
    Terms { by, ..LEASE }
}

async fn rows(store: &Database, by: Fence) -> Result<Vec<ClaimedOutgoing>, StoreError> {
    store.claim_outgoing(at(0), under(by), MANY).await
}

async fn updates(store: &Database, by: Fence) -> Result<Vec<ClaimedUpdate>, StoreError> {
    store.claim_updates(at(0), under(by), MANY).await
}

fn worker(name: &str) -> Duty {
    Duty::Worker(name.to_owned())
}

pub(crate) async fn a_lease_has_one_holder_who_renews_it(store: Database) {
    let first = takes(&store, &Duty::Poller, LONG).await;
    assert_eq!(hold(&store, &Duty::Poller, Fence::NONE, LONG).await, None);
    assert_eq!(hold(&store, &Duty::Poller, first, LONG).await, Some(first));
    assert!(
        takes(&store, &Duty::Sender, LONG).await > first,
        "another lease is another's, and no fence is given twice"
    );
}

pub(crate) async fn one_of_many_gets_it(store: Database) {
    let ask = || hold(&store, &Duty::Sender, Fence::NONE, LONG);
    let (a, b, c, d) = tokio::join!(ask(), ask(), ask(), ask());
    assert_eq!([a, b, c, d].into_iter().flatten().count(), 1);
}

pub(crate) async fn who_takes_over_has_a_higher_fence(store: Database) {
    let first = takes(&store, &Duty::Sender, OVER).await;
    assert_eq!(hold(&store, &Duty::Sender, first, OVER).await, Some(first), "late, but nobody took it meanwhile");
    let second = takes(&store, &Duty::Sender, LONG).await;
    assert!(second > first);
    assert_eq!(hold(&store, &Duty::Sender, first, LONG).await, None, "too late");
}

pub(crate) async fn a_lease_that_is_given_back_is_free_at_once(store: Database) {
    let first = takes(&store, &Duty::Poller, LONG).await;
    store.let_go(&Duty::Poller, first).await.unwrap();
    let second = takes(&store, &Duty::Poller, LONG).await;
    store.let_go(&Duty::Poller, first).await.unwrap();
    assert_eq!(hold(&store, &Duty::Poller, Fence::NONE, LONG).await, None, "only who holds it gives it back");
    assert!(second > first);
}

/// It was frozen in the middle of its work, and wakes when another is the sender.
pub(crate) async fn a_woken_sender_is_refused(store: Database) {
    store
        .commit(&Commit { outgoing: vec![says(ANNA, 1, "een"), says(ANNA, 2, "twee")], ..commit(ANNA, 0) })
        .await
        .unwrap();
    let zombie = takes(&store, &Duty::Sender, OVER).await;
    let in_flight = rows(&store, zombie).await.unwrap();
    assert_eq!((in_flight.len(), in_flight[0].by), (1, zombie));

    let sender = takes(&store, &Duty::Sender, LONG).await;
    let taken_over = rows(&store, sender).await.unwrap();
    assert_eq!(taken_over[0].outgoing.line, in_flight[0].outgoing.line, "what was in flight is free at once");
    assert!(taken_over[0].uncertain, "it may have arrived");

    assert_eq!(rows(&store, zombie).await.unwrap_err(), StoreError::Superseded);
    let joining = store.claim_joining(&in_flight[0], at(0), under(zombie), 9).await;
    assert_eq!(joining.unwrap_err(), StoreError::Superseded);
    let (client, line) = (ANNA, in_flight[0].outgoing.line);
    let again = Undelivered::Again { not_before: at(0), uncertain: false, counts: true };
    store.undelivered(client, line, &again, at(0), zombie).await.unwrap();
    let dead = Undelivered::Dead { reason: "unreachable".to_owned() };
    store.undelivered(client, line, &dead, at(0), zombie).await.unwrap();
    assert!(rows(&store, sender).await.unwrap().is_empty(), "it is still the new sender's");
    assert_eq!(store.backlog().await.unwrap().dead, 0);

    arrives(&store, &in_flight[0], at(0)).await;
    assert_eq!(rows(&store, sender).await.unwrap()[0].outgoing.line.0, 2, "that it arrived is true, whoever says it");
}

pub(crate) async fn who_holds_no_lease_sends_only_when_nobody_does(store: Database) {
    store.commit(&Commit { outgoing: vec![says(ANNA, 1, "een")], ..commit(ANNA, 0) }).await.unwrap();
    let sender = takes(&store, &Duty::Sender, LONG).await;
    assert_eq!(rows(&store, Fence::NONE).await.unwrap_err(), StoreError::Superseded);
    store.let_go(&Duty::Sender, sender).await.unwrap();
    assert_eq!(rows(&store, Fence::NONE).await.unwrap().len(), 1);
}

pub(crate) async fn what_a_dead_worker_held_is_free(store: Database) {
    store.receive(&[update(1, ANNA, "a"), update(2, ANNA, "b"), update(3, CHRIS, "c")]).await.unwrap();
    let (dead, alive) = (takes(&store, &worker("a"), OVER).await, takes(&store, &worker("b"), LONG).await);
    assert_eq!(updates(&store, dead).await.unwrap().len(), 2);
    assert!(updates(&store, alive).await.unwrap().is_empty());

    assert_eq!(store.free_the_dead().await.unwrap(), 1);
    let taken_over = updates(&store, alive).await.unwrap();
    assert_eq!(taken_over.iter().map(|one| one.update.id).collect::<Vec<_>>(), [1, 3]);

    assert_eq!(updates(&store, dead).await, Err(StoreError::Superseded));
    store.postpone_update(1, at(0), dead).await.unwrap();
    store.bury_update(3, "unreadable", at(0), dead).await.unwrap();
    assert!(updates(&store, alive).await.unwrap().is_empty(), "they are still the other's");
    assert_eq!(store.backlog().await.unwrap().dead, 0);
    assert!(takes(&store, &worker("a"), LONG).await > alive, "who wakes begins anew");
}

/// The answer to a claim was lost: who claimed knows nothing of it, and asks for nothing but a new beginning.
pub(crate) async fn what_was_claimed_unheard_is_freed(store: Database) {
    store.receive(&[update(1, ANNA, "a"), update(2, CHRIS, "b")]).await.unwrap();
    store.commit(&Commit { outgoing: vec![says(ANNA, 1, "een")], ..commit(ANNA, 0) }).await.unwrap();
    let (one, other) = (takes(&store, &worker("a"), LONG).await, takes(&store, &worker("b"), LONG).await);
    let sender = takes(&store, &Duty::Sender, LONG).await;
    store.claim_updates(at(0), under(one), 1).await.unwrap();
    store.claim_updates(at(0), under(other), 1).await.unwrap();
    rows(&store, sender).await.unwrap();
    assert!(updates(&store, one).await.unwrap().is_empty() && rows(&store, sender).await.unwrap().is_empty());

    store.free_claims(one).await.unwrap();
    store.free_claims(sender).await.unwrap();
    let again = updates(&store, one).await.unwrap();
    assert_eq!(again.iter().map(|one| one.update.id).collect::<Vec<_>>(), [1], "the other's stays the other's");
    let row = &rows(&store, sender).await.unwrap()[0];
    assert!(row.uncertain, "who knows what became of it");
}

pub(crate) async fn what_the_living_hold_stays_theirs(store: Database) {
    store.receive(&[update(1, ANNA, "a")]).await.unwrap();
    let (one, other) = (takes(&store, &worker("a"), LONG).await, takes(&store, &worker("b"), LONG).await);
    updates(&store, one).await.unwrap();
    assert_eq!(store.free_the_dead().await.unwrap(), 0);
    assert!(updates(&store, other).await.unwrap().is_empty());
}

/// The first program goes, the second stays: the third is not alone.
pub(crate) async fn who_starts_beside_others_frees_nothing(server: &Server) {
    let address = server.fresh_database();
    let first = Database::at_server(&address).await.unwrap();
    let second = Database::at_server(&address).await.unwrap();
    second.receive(&[update(1, ANNA, "a")]).await.unwrap();
    let sender = takes(&second, &Duty::Sender, LONG).await;
    second.claim_updates(at(0), LEASE, MANY).await.unwrap();
    first.close().await;
    drop(first);

    let third = Database::at_server(&address).await.unwrap();
    assert!(third.claim_updates(at(0), LEASE, MANY).await.unwrap().is_empty());
    assert_eq!(hold(&third, &Duty::Sender, Fence::NONE, LONG).await, None);
    assert_eq!(hold(&second, &Duty::Sender, sender, LONG).await, Some(sender));
}

/// Killed, all of them: who starts then waits for no lease.
pub(crate) async fn who_starts_alone_waits_for_no_lease(folder: &std::path::Path) {
    let killed = Database::in_folder(folder).await.unwrap();
    let sender = takes(&killed, &Duty::Sender, LONG).await;
    takes(&killed, &worker("a"), LONG).await;
    drop(killed);
    let next = Database::in_folder(folder).await.unwrap();
    assert!(takes(&next, &Duty::Sender, LONG).await > sender);
}

pub(crate) async fn a_bell_is_heard_by_the_others(server: &Server) {
    let address = server.fresh_database();
    let (one, other) = (Database::at_server(&address).await.unwrap(), Database::at_server(&address).await.unwrap());
    other.woken("other").await.unwrap();
    let (heard, rung) = tokio::join!(other.woken("other"), async {
        other.wake_others("other").await?;
        one.wake_others("one").await
    });
    heard.and(rung).unwrap();
    other.close().await;
}
