//! What the house does of its own accord: lines, boards and timers that are no client's.

use std::collections::BTreeSet;
use std::sync::Arc;

use loket::adapters::database::Database;
use loket::domain::ids::{ClientId, LineId, PersonId};
use loket::domain::moment::Moment;
use loket::ports::store::{Backlog, Board, Commit, HouseCommit, HouseTimer, Store, StoreError};

use crate::stage::{
    ANNA, CHRIS, GROUP, MANY, at, claim, commit, decide, deliver_all, deventer, edits, link, message, says,
    says_in_general, zwolle,
};

fn board(text: &str) -> Board {
    Board { line: LineId(1), text: text.to_owned() }
}

fn of_board() -> HouseTimer {
    HouseTimer::Board(deventer())
}

async fn sets(store: &Database, timers: &[(HouseTimer, i64)]) {
    let set_timers = timers.iter().map(|(timer, seconds)| (timer.clone(), at(*seconds))).collect();
    store.commit_house(&HouseCommit { set_timers, ..HouseCommit::default() }).await.unwrap();
}

/// What happens at this moment may change the board of Deventer: to be looked at then.
async fn touches(store: &Database, now: i64, due: i64) {
    let based_on = store.load(ANNA).await.unwrap().map_or(0, |stored| stored.version);
    let commit = Commit { now: at(now), boards: vec![(deventer(), at(due))], ..commit(ANNA, based_on) };
    store.commit(&commit).await.unwrap();
}

async fn board_is_due(store: &Database) -> Option<Moment> {
    store.house_timer(&of_board()).await.unwrap()
}

pub(crate) async fn a_line_of_the_house_is_never_given_twice(store: Database) {
    let store = Arc::new(store);
    let asked = (0..16).map(|_| {
        let store = Arc::clone(&store);
        tokio::spawn(async move { store.next_house_line().await.unwrap() })
    });
    let mut lines = BTreeSet::new();
    for line in asked.collect::<Vec<_>>() {
        lines.insert(line.await.unwrap());
    }
    assert_eq!(lines, (1..=16).map(LineId).collect());
    assert_eq!(store.next_case_number().await.unwrap().0, 1, "cases are counted apart");
}

pub(crate) async fn the_house_does_it_wholly_or_not_at_all(store: Database) {
    let whole = HouseCommit {
        outgoing: vec![says_in_general(1, "bord"), says_in_general(2, "ochtend")],
        board: Some((deventer(), board("bord"))),
        set_timers: vec![(HouseTimer::Digest(deventer()), at(9))],
        clear_timers: vec![],
    };
    let broken =
        HouseCommit { outgoing: vec![says_in_general(1, "bord"), says_in_general(1, "nog eens")], ..whole.clone() };
    assert!(matches!(store.commit_house(&broken).await, Err(StoreError::Corrupt(_))));
    assert_eq!(store.board(&deventer()).await.unwrap(), None);
    assert_eq!(store.due_house_timers(at(100), MANY).await.unwrap(), []);
    assert_eq!(store.backlog().await.unwrap(), Backlog::default());

    store.commit_house(&whole).await.unwrap();
    assert_eq!(store.board(&deventer()).await.unwrap(), Some(board("bord")));
    assert_eq!(store.board(&zwolle()).await.unwrap(), None);
    link(&store, deventer(), GROUP).await;
    assert_eq!(deliver_all(&store, at(0)).await, ["desk:deventer says bord", "desk:deventer says ochtend"]);
}

pub(crate) async fn a_board_is_changed_and_forgotten(store: Database) {
    for text in ["een", "twee"] {
        let commit = HouseCommit { board: Some((deventer(), board(text))), ..HouseCommit::default() };
        store.commit_house(&commit).await.unwrap();
        assert_eq!(store.board(&deventer()).await.unwrap(), Some(board(text)));
    }
    store.forget_board(&deventer()).await.unwrap();
    store.forget_board(&zwolle()).await.unwrap();
    assert_eq!(store.board(&deventer()).await.unwrap(), None);
}

pub(crate) async fn timers_of_the_house_are_set_moved_and_cleared(store: Database) {
    let (digest, back, warned) =
        (HouseTimer::Digest(deventer()), HouseTimer::Back(PersonId(70)), HouseTimer::Warned(zwolle()));
    sets(&store, &[(digest.clone(), 30), (back.clone(), 20), (warned.clone(), 10), (of_board(), 40)]).await;
    assert_eq!(store.next_due(at(0)).await.unwrap(), Some(at(10)));
    assert_eq!(store.next_due(at(30)).await.unwrap(), Some(at(40)));
    assert_eq!(store.house_timer(&back).await.unwrap(), Some(at(20)));
    assert_eq!(store.house_timer(&HouseTimer::Back(PersonId(71))).await.unwrap(), None);
    sets(&store, &[(back.clone(), 35)]).await;
    let due = |seconds, limit| {
        let store = &store;
        async move { store.due_house_timers(at(seconds), limit).await.unwrap() }
    };
    assert_eq!(due(30, MANY).await, [(warned.clone(), at(10)), (digest.clone(), at(30))], "the oldest first");
    assert_eq!(due(99, 1).await, [(warned.clone(), at(10))]);
    let commit = HouseCommit {
        clear_timers: vec![(warned, at(10)), (digest, at(30)), (of_board(), at(40))],
        ..HouseCommit::default()
    };
    store.commit_house(&commit).await.unwrap();
    assert_eq!(due(99, MANY).await, [(back, at(35))]);
}

/// Somebody goes away again while the house is just bringing their cases home.
pub(crate) async fn a_timer_that_was_set_anew_meanwhile_stays(store: Database) {
    let back = HouseTimer::Back(PersonId(70));
    sets(&store, &[(back.clone(), 10)]).await;
    let read = store.due_house_timers(at(10), MANY).await.unwrap();
    sets(&store, &[(back.clone(), 500)]).await;
    let done = HouseCommit { clear_timers: read, ..HouseCommit::default() };
    store.commit_house(&done).await.unwrap();
    assert_eq!(store.house_timer(&back).await.unwrap(), Some(at(500)));
}

/// Many changes in a row make one look at the board, and not a later one each time.
pub(crate) async fn a_board_is_looked_at_at_the_earliest_moment_ahead(store: Database) {
    touches(&store, 0, 30).await;
    touches(&store, 10, 40).await;
    assert_eq!(board_is_due(&store).await, Some(at(30)));
    touches(&store, 15, 20).await;
    assert_eq!(board_is_due(&store).await, Some(at(20)));
    // That moment has come: whoever looks now has read already, so the next change asks for another look.
    touches(&store, 20, 50).await;
    assert_eq!(board_is_due(&store).await, Some(at(50)));
    assert_eq!(store.house_timer(&HouseTimer::Board(zwolle())).await.unwrap(), None);
}

/// A case is opened between the look at the board and its being written: the next look is not put off for that.
pub(crate) async fn what_changes_while_a_board_is_written_is_not_missed(store: Database) {
    touches(&store, 0, 10).await;
    let read = store.due_house_timers(at(10), MANY).await.unwrap();
    assert_eq!(read, [(of_board(), at(10))]);
    touches(&store, 10, 20).await;
    let written =
        HouseCommit { clear_timers: read, set_timers: vec![(of_board(), at(3600))], ..HouseCommit::default() };
    store.commit_house(&written).await.unwrap();
    assert_eq!(board_is_due(&store).await, Some(at(20)));
    // Nothing happened meanwhile: the next look is when the next promise is broken.
    let written = HouseCommit { clear_timers: vec![(of_board(), at(20))], ..written };
    store.commit_house(&written).await.unwrap();
    assert_eq!(board_is_due(&store).await, Some(at(3600)));
}

/// A commit that is refused touches no board.
pub(crate) async fn who_must_decide_again_touches_no_board(store: Database) {
    let late = Commit { boards: vec![(deventer(), at(30))], ..commit(ANNA, 4) };
    assert_eq!(store.commit(&late).await, Err(StoreError::Conflict));
    assert_eq!(board_is_due(&store).await, None);
}

/// What was said of one's own accord weeks ago is forgotten; the line a board stands in is needed for the next edit.
pub(crate) async fn sweeping_forgets_what_the_house_said_but_no_board(store: Database) {
    link(&store, deventer(), GROUP).await;
    let said = HouseCommit {
        outgoing: vec![says_in_general(1, "bord"), says_in_general(2, "goedemorgen")],
        board: Some((deventer(), board("bord"))),
        ..HouseCommit::default()
    };
    store.commit_house(&said).await.unwrap();
    decide(&store, vec![says(ANNA, 1, "dag"), says(ANNA, 2, "en dit")]).await;
    deliver_all(&store, at(0)).await;
    let still_open = HouseCommit { outgoing: vec![says_in_general(3, "nog te zeggen")], ..HouseCommit::default() };
    store.commit_house(&still_open).await.unwrap();

    assert_eq!(store.sweep(at(0)).await.unwrap(), 0, "it is too young");
    assert_eq!(store.sweep(at(1)).await.unwrap(), 1);
    assert_eq!(store.line_at(ClientId::HOUSE, message(GROUP, 2)).await.unwrap(), None);
    assert_eq!(store.line_at(ANNA, message(ANNA.chat(), 2)).await.unwrap(), Some(LineId(2)), "that is a client's");
    assert_eq!(deliver_all(&store, at(1)).await, ["desk:deventer says nog te zeggen"]);
    let edit = loket::domain::delivery::Outgoing {
        lane: says_in_general(4, "").lane,
        ..edits(ClientId::HOUSE, 4, 1, "bord twee")
    };
    store.commit_house(&HouseCommit { outgoing: vec![edit], ..HouseCommit::default() }).await.unwrap();
    assert_eq!(claim(&store, at(2)).await[0].target, Some(message(GROUP, 1)));
}

/// Boards of the house have no client: nobody's erasure takes them away.
pub(crate) async fn an_erasure_leaves_the_house_alone(store: Database) {
    let said = HouseCommit {
        outgoing: vec![says_in_general(1, "bord")],
        board: Some((deventer(), board("bord"))),
        set_timers: vec![(of_board(), at(9))],
        ..HouseCommit::default()
    };
    store.commit_house(&said).await.unwrap();
    store.commit(&commit(CHRIS, 0)).await.unwrap();
    store.erase(CHRIS, None, None, at(1)).await.unwrap();
    assert_eq!(store.board(&deventer()).await.unwrap(), Some(board("bord")));
    assert_eq!(store.backlog().await.unwrap().outbox, 1);
    assert_eq!(board_is_due(&store).await, Some(at(9)));
}
