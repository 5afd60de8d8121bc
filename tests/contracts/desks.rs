//! A desk has one group, a group one desk, and groups move.

use loket::adapters::database::Database;
use loket::domain::delivery::{Lane, Operation, Topic};
use loket::domain::ids::{CaseNumber, ChatId, DeskId, LineId, PersonId, ThreadId};
use loket::ports::messenger::Destination;
use loket::ports::store::{Commit, DeskLink, Store};

use crate::stage::{
    ANNA, CHRIS, GROUP, at, case, claim, commit, decide, deliver_all, deventer, link, message, opens_a_case,
    opens_topic, outgoing, says_in_topic, send, told, topic,
};

const NEW: ChatId = ChatId(-1_000_000_000_001);

pub(crate) async fn a_desk_has_one_group_and_a_group_one_desk(store: Database) {
    let other = ChatId(-200);
    link(&store, deventer(), GROUP).await;
    link(&store, deventer(), other).await;
    let links = |desk: DeskId, chat| vec![DeskLink { desk, chat, by: PersonId(1), at: at(0) }];
    assert_eq!(store.desk_links().await.unwrap(), links(deventer(), other));
    link(&store, DeskId::new("zwolle"), other).await;
    assert_eq!(store.desk_links().await.unwrap(), links(DeskId::new("zwolle"), other));
}

pub(crate) async fn a_group_moves_with_everything_in_it(store: Database) {
    link(&store, deventer(), GROUP).await;
    let pin = Operation::Pin { line: LineId(2) };
    let mut rows = vec![opens_topic(ANNA, 1, 1), says_in_topic(ANNA, 2, 1, "vraag")];
    store.commit(&Commit { case: Some(case(1, ANNA)), outgoing: rows.clone(), ..commit(ANNA, 0) }).await.unwrap();
    deliver_all(&store, at(0)).await;
    rows = vec![loket::domain::delivery::Outgoing { operation: pin, ..says_in_topic(ANNA, 3, 1, "") }];
    store.commit(&Commit { outgoing: rows, ..commit(ANNA, 1) }).await.unwrap();

    store.move_group(GROUP, NEW).await.unwrap();
    assert_eq!(store.desk_links().await.unwrap()[0].chat, NEW);
    let topic = Topic { chat: NEW, thread: ThreadId(1) };
    assert_eq!(store.topic_of(CaseNumber(1)).await.unwrap(), Some(topic));
    assert_eq!(store.case_in_topic(topic).await.unwrap().unwrap().number, CaseNumber(1));
    let pinning = claim(&store, at(0)).await;
    assert_eq!(pinning[0].to, Destination { chat: NEW, thread: Some(ThreadId(1)) });
    assert_eq!(pinning[0].target, Some(message(NEW, 2)));
}

/// Telegram tells of a move more than once.
pub(crate) async fn a_move_may_be_told_twice(store: Database) {
    link(&store, deventer(), GROUP).await;
    store.move_group(GROUP, NEW).await.unwrap();
    store.move_group(GROUP, NEW).await.unwrap();
    assert_eq!(store.desk_links().await.unwrap()[0].chat, NEW);
}

pub(crate) async fn a_group_that_moves_in_takes_the_place(store: Database) {
    link(&store, deventer(), GROUP).await;
    link(&store, DeskId::new("zwolle"), NEW).await;
    store.move_group(GROUP, NEW).await.unwrap();
    let links = store.desk_links().await.unwrap();
    assert_eq!(links.iter().map(|link| (&link.desk, link.chat)).collect::<Vec<_>>(), [(&deventer(), NEW)]);
}

/// The topic to remove is in the group that moves.
pub(crate) async fn a_removal_follows_its_group(store: Database) {
    link(&store, deventer(), GROUP).await;
    let opened = Commit { case: Some(case(1, CHRIS)), outgoing: vec![opens_topic(CHRIS, 1, 1)], ..commit(CHRIS, 0) };
    store.commit(&opened).await.unwrap();
    deliver_all(&store, at(0)).await;
    store.erase(CHRIS, None, None, at(1)).await.unwrap();
    store.move_group(GROUP, NEW).await.unwrap();
    let removal = claim(&store, at(1)).await;
    assert_eq!(removal[0].outgoing.operation, Operation::DeleteTopic { chat: NEW, thread: ThreadId(1) });
    assert_eq!(removal[0].to, Destination { chat: NEW, thread: Some(ThreadId(1)) });
}

/// What is still to be said in a topic that the case has left, and what was said there before.
pub(crate) async fn former_topics_and_what_is_said_in_them_follow_their_group(store: Database) {
    opens_a_case(&store, 1, ANNA).await;
    let farewell = |line, text| outgoing(ANNA, line, Lane::Topic(topic(1)), send(text));
    let leaving = Commit {
        leaves_topic: Some(CaseNumber(1)),
        outgoing: vec![farewell(2, "een"), farewell(3, "twee")],
        ..commit(ANNA, 1)
    };
    store.commit(&leaving).await.unwrap();
    let elsewhere = Topic { chat: ChatId(-1001), thread: ThreadId(1) };
    decide(&store, vec![outgoing(ANNA, 4, Lane::Topic(elsewhere), send("in een andere groep"))]).await;

    store.move_group(GROUP, NEW).await.unwrap();
    let moved = Topic { chat: NEW, thread: ThreadId(1) };
    assert_eq!(store.case_in_topic(topic(1)).await.unwrap(), None);
    assert!(store.case_in_topic(moved).await.unwrap().unwrap().is_former);
    let claimed = claim(&store, at(1)).await;
    assert_eq!(
        told(&claimed),
        [format!("topic:{NEW}:1 says een"), "topic:-1001:1 says in een andere groep".to_owned()]
    );
    assert_eq!(claimed[0].to, Destination { chat: NEW, thread: Some(ThreadId(1)) });
    store.erase(ANNA, None, None, at(2)).await.unwrap();
    let removal = claim(&store, at(2)).await;
    assert_eq!(removal[0].outgoing.operation, Operation::DeleteTopic { chat: NEW, thread: ThreadId(1) });
}
