//! Updates are taken in once, one after another per lane, and are lost by nobody.

use loket::adapters::database::Database;
use loket::ports::lease::Fence;
use loket::ports::store::{ClaimedUpdate, RawUpdate, Store};

use crate::stage::{ANNA, CHRIS, LEASE, MANY, at, update};

async fn claim(store: &Database, seconds: i64) -> Vec<ClaimedUpdate> {
    store.claim_updates(at(seconds), LEASE, MANY).await.unwrap()
}

fn ids(claimed: &[ClaimedUpdate]) -> Vec<i64> {
    claimed.iter().map(|claimed| claimed.update.id).collect()
}

/// Telegram sends what it isn't sure about again.
pub(crate) async fn a_repeat_is_passed_over(store: Database) {
    assert_eq!(store.receive(&[update(1, ANNA, "hoi"), update(2, ANNA, "hallo")]).await.unwrap(), 2);
    assert_eq!(store.receive(&[update(2, ANNA, "hallo"), update(3, ANNA, "?")]).await.unwrap(), 1);
    store.finish_update(1, at(0)).await.unwrap();
    assert_eq!(store.receive(&[update(1, ANNA, "hoi")]).await.unwrap(), 0, "also when it is handled already");
    assert_eq!(store.backlog().await.unwrap().inbox, 2);
}

pub(crate) async fn one_update_per_lane_goes_at_a_time_the_oldest_first(store: Database) {
    store.receive(&[update(5, ANNA, "a"), update(6, CHRIS, "b"), update(7, ANNA, "c")]).await.unwrap();
    assert_eq!(ids(&claim(&store, 0).await), [5, 6]);
    assert!(claim(&store, 1).await.is_empty(), "both lanes are held");
    store.finish_update(5, at(1)).await.unwrap();
    let next = claim(&store, 1).await;
    assert_eq!(ids(&next), [7]);
    assert_eq!(next[0].update, update(7, ANNA, "c"));
}

/// After a week of silence Telegram goes on with any number: what came later stays later.
pub(crate) async fn the_order_is_that_of_arrival_not_of_numbers(store: Database) {
    store.receive(&[update(900, ANNA, "eerst")]).await.unwrap();
    store.receive(&[update(3, ANNA, "later")]).await.unwrap();
    assert_eq!(ids(&claim(&store, 0).await), [900]);
}

pub(crate) async fn no_more_is_claimed_than_asked_for(store: Database) {
    store.receive(&[update(1, ANNA, "a"), update(2, CHRIS, "b")]).await.unwrap();
    assert_eq!(store.claim_updates(at(0), LEASE, 1).await.unwrap().len(), 1);
}

/// The holder was killed: another takes over when the lease is over, and knows that it is not the first try.
pub(crate) async fn a_lease_that_ran_out_frees_the_update(store: Database) {
    store.receive(&[update(1, ANNA, "hoi")]).await.unwrap();
    assert_eq!(claim(&store, 0).await[0].attempts, 1);
    assert!(claim(&store, 59).await.is_empty());
    assert_eq!(claim(&store, 60).await[0].attempts, 2);
}

pub(crate) async fn a_postponed_update_keeps_its_lane_waiting(store: Database) {
    store.receive(&[update(1, ANNA, "a"), update(2, ANNA, "b")]).await.unwrap();
    claim(&store, 0).await;
    store.postpone_update(1, at(30), Fence::NONE).await.unwrap();
    assert!(claim(&store, 29).await.is_empty(), "the second must not overtake the first");
    assert_eq!(store.next_due(at(0)).await.unwrap(), Some(at(30)));
    assert_eq!(ids(&claim(&store, 30).await), [1]);
}

/// What nobody could handle stands aside, visibly, and the lane goes on.
pub(crate) async fn a_buried_update_lets_the_next_one_pass(store: Database) {
    store.receive(&[update(1, ANNA, "poison"), update(2, ANNA, "hoi")]).await.unwrap();
    claim(&store, 0).await;
    store.bury_update(1, "the handler panicked", at(1), Fence::NONE).await.unwrap();
    assert_eq!(ids(&claim(&store, 1).await), [2]);
    assert_eq!(store.backlog().await.unwrap().dead, 1);
    store.postpone_update(1, at(0), Fence::NONE).await.unwrap();
    assert!(claim(&store, 2).await.is_empty(), "the dead stay dead");
}

pub(crate) async fn sweeping_forgets_ended_updates_only(store: Database) {
    let old = |id| RawUpdate { received: at(-1000), ..update(id, ANNA, "x") };
    store.receive(&[old(1), old(2), update(3, ANNA, "y"), old(4)]).await.unwrap();
    store.finish_update(1, at(0)).await.unwrap();
    store.bury_update(2, "unreadable", at(0), Fence::NONE).await.unwrap();
    store.finish_update(3, at(0)).await.unwrap();
    assert_eq!(store.sweep(at(-1)).await.unwrap(), 2);
    assert_eq!(ids(&claim(&store, 0).await), [4], "what is still open stays, however old");
    assert_eq!(store.receive(&[update(3, ANNA, "y")]).await.unwrap(), 0, "what is young still keeps repeats out");
}

/// Not even what no database can keep in a text holds up the others of its batch.
pub(crate) async fn a_text_with_a_nul_is_kept(store: Database) {
    assert_eq!(store.receive(&[update(1, ANNA, "a\0b"), update(2, CHRIS, "hoi")]).await.unwrap(), 2);
    assert!(claim(&store, 0).await[0].update.raw.contains("a\u{FFFD}b"));
}

/// Two replicas ask at the same moment.
pub(crate) async fn nobody_gets_what_another_has(store: Database) {
    let updates: Vec<RawUpdate> =
        (1..=40).map(|id| RawUpdate { lane: format!("chat:{}", id % 20), ..update(id, ANNA, "x") }).collect();
    store.receive(&updates).await.unwrap();
    let claim = || store.claim_updates(at(0), LEASE, 15);
    let (a, b, c, d) = tokio::try_join!(claim(), claim(), claim(), claim()).unwrap();
    let mut all = [ids(&a), ids(&b), ids(&c), ids(&d)].concat();
    all.extend(ids(&store.claim_updates(at(0), LEASE, MANY).await.unwrap()));
    all.sort_unstable();
    assert_eq!(all, (1..=20).collect::<Vec<i64>>(), "the first of each lane, each of them once");
}

pub(crate) async fn the_oldest_that_waits_is_known(store: Database) {
    assert_eq!(store.backlog().await.unwrap().oldest_update, None);
    let later = RawUpdate { received: at(60), ..update(2, CHRIS, "hallo") };
    store.receive(&[update(1, ANNA, "hoi"), later]).await.unwrap();
    assert_eq!(store.backlog().await.unwrap().oldest_update, Some(at(0)));
    store.finish_update(1, at(90)).await.unwrap();
    assert_eq!(store.backlog().await.unwrap().oldest_update, Some(at(60)));
}
