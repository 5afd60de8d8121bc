//! Cases are found by their topics, also by those they have left; and open cases with their topics.

use loket::adapters::database::Database;
use loket::domain::case::{Case, CaseState};
use loket::domain::delivery::Topic;
use loket::domain::ids::{CaseNumber, ChatId, DeskId, ThreadId};
use loket::ports::messenger::Receipt;
use loket::ports::store::{Commit, OpenCase, Store, StoreError, TopicCase};

use crate::stage::{
    ANNA, CHRIS, at, boris, case, claim, commit, deliver_all, deventer, link, opens_a_case, opens_topic, says_in_topic,
    told, topic, zwolle,
};

const IN_ZWOLLE: ChatId = ChatId(-200);

fn at_desk(desk: DeskId) -> Case {
    Case { desk, ..case(1, ANNA) }
}

/// Anna's case goes to this desk: it leaves its topic and gets one there.
async fn moves(store: &Database, desk: DeskId, based_on: i64, thread: i64) {
    let line = based_on * 10;
    let moving = Commit {
        case: Some(at_desk(desk)),
        leaves_topic: Some(CaseNumber(1)),
        outgoing: vec![opens_topic(ANNA, line, 1), says_in_topic(ANNA, line + 1, 1, "het blad")],
        ..commit(ANNA, based_on)
    };
    store.commit(&moving).await.unwrap();
    let opening = claim(store, at(0)).await;
    assert_eq!(told(&opening), ["case:1 open-topic"]);
    store.delivered(ANNA, opening[0].outgoing.line, Receipt::Topic(ThreadId(thread)), at(0)).await.unwrap();
    deliver_all(store, at(0)).await;
}

async fn found(store: &Database, topic: Topic) -> Option<TopicCase> {
    store.case_in_topic(topic).await.unwrap()
}

fn annas(desk: DeskId, is_former: bool) -> TopicCase {
    TopicCase { number: CaseNumber(1), client: ANNA, desk, is_former }
}

/// There and back again: every topic knows its case and where it is now.
pub(crate) async fn a_case_that_goes_on_elsewhere_is_found_by_all_its_topics(store: Database) {
    opens_a_case(&store, 1, ANNA).await;
    link(&store, zwolle(), IN_ZWOLLE).await;
    assert_eq!(found(&store, topic(1)).await, Some(annas(deventer(), false)));
    moves(&store, zwolle(), 1, 5).await;
    let there = Topic { chat: IN_ZWOLLE, thread: ThreadId(5) };
    assert_eq!(store.topic_of(CaseNumber(1)).await.unwrap(), Some(there));
    assert_eq!(found(&store, topic(1)).await, Some(annas(zwolle(), true)));
    assert_eq!(found(&store, there).await, Some(annas(zwolle(), false)));

    moves(&store, deventer(), 2, 9).await;
    assert_eq!(store.topic_of(CaseNumber(1)).await.unwrap(), Some(topic(9)));
    assert_eq!(found(&store, topic(1)).await, Some(annas(deventer(), true)));
    assert_eq!(found(&store, there).await, Some(annas(deventer(), true)));
    assert_eq!(found(&store, topic(9)).await, Some(annas(deventer(), false)));
    assert_eq!(found(&store, topic(2)).await, None);
}

/// What waited for the topic of a desk without a group goes to the desk that the case went to.
pub(crate) async fn a_case_may_go_on_before_it_has_a_topic(store: Database) {
    let rows = vec![opens_topic(ANNA, 1, 1), says_in_topic(ANNA, 2, 1, "vraag")];
    store.commit(&Commit { case: Some(case(1, ANNA)), outgoing: rows, ..commit(ANNA, 0) }).await.unwrap();
    link(&store, zwolle(), IN_ZWOLLE).await;
    assert!(claim(&store, at(0)).await.is_empty());
    let moving = Commit { case: Some(at_desk(zwolle())), leaves_topic: Some(CaseNumber(1)), ..commit(ANNA, 1) };
    store.commit(&moving).await.unwrap();
    assert_eq!(deliver_all(&store, at(0)).await, ["case:1 open-topic", "case:1 says vraag"]);
    assert_eq!(store.topic_of(CaseNumber(1)).await.unwrap().map(|topic| topic.chat), Some(IN_ZWOLLE));
}

/// Somebody else decided first: the case stays where it is.
pub(crate) async fn who_must_decide_again_leaves_no_topic(store: Database) {
    opens_a_case(&store, 1, ANNA).await;
    let late = Commit { case: Some(at_desk(zwolle())), leaves_topic: Some(CaseNumber(1)), ..commit(ANNA, 0) };
    assert_eq!(store.commit(&late).await, Err(StoreError::Conflict));
    assert_eq!(found(&store, topic(1)).await, Some(annas(deventer(), false)));
}

pub(crate) async fn open_cases_are_listed_with_their_topics(store: Database) {
    assert_eq!(store.open_cases(None).await.unwrap(), []);
    opens_a_case(&store, 1, ANNA).await;
    let open = |case, topic| OpenCase { case, topic };
    let taken = Case { state: CaseState::Taken, owner: Some(boris()), ..case(1, ANNA) };
    store.commit(&Commit { case: Some(taken.clone()), ..commit(ANNA, 1) }).await.unwrap();
    let in_zwolle = Case { desk: zwolle(), ..case(2, CHRIS) };
    store.commit(&Commit { case: Some(in_zwolle.clone()), ..commit(CHRIS, 0) }).await.unwrap();
    store.commit(&Commit { case: Some(case(3, CHRIS)), ..commit(CHRIS, 1) }).await.unwrap();

    let (first, second, third) = (open(taken, Some(topic(1))), open(in_zwolle, None), open(case(3, CHRIS), None));
    assert_eq!(store.open_cases(None).await.unwrap(), [first.clone(), second.clone(), third.clone()]);
    assert_eq!(store.case(first.case.number).await.unwrap(), Some(first.case.clone()));
    assert_eq!(store.case(CaseNumber(999)).await.unwrap(), None);
    assert_eq!(store.open_cases(Some(&deventer())).await.unwrap(), [first, third.clone()]);
    assert_eq!(store.open_cases(Some(&zwolle())).await.unwrap(), [second]);
    assert_eq!(store.open_cases(Some(&DeskId::new("nergens"))).await.unwrap(), []);

    let closed = Case { state: CaseState::Closed, closed: Some(at(9)), ..case(1, ANNA) };
    store.commit(&Commit { case: Some(closed.clone()), ..commit(ANNA, 2) }).await.unwrap();
    assert_eq!(store.open_cases(Some(&deventer())).await.unwrap(), [third]);
    assert_eq!(found(&store, topic(1)).await, Some(annas(deventer(), false)), "a closed case still has its topic");
    assert_eq!(store.cases(ANNA).await.unwrap(), [closed]);
}
