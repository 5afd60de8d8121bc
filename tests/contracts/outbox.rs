//! What was decided happens in order, to the right place, and at most once more than it should.

use std::collections::{BTreeMap, BTreeSet};

use loket::adapters::database::Database;
use loket::domain::delivery::{Lane, Operation, Outgoing, Urgency};
use loket::domain::ids::{CaseNumber, DeskId, LineId};
use loket::domain::message::{Message, ReplyTo, Rich};
use loket::ports::lease::Fence;
use loket::ports::messenger::{Destination, Receipt};
use loket::ports::store::{Backlog, ClaimedOutgoing, Commit, Store, TopicCase, Undelivered};

use crate::stage::{
    ANNA, CHRIS, GROUP, LEASE, MANY, arrives, at, case, claim, commit, decide, deliver_all, deventer, dresses_topic,
    edits, leaves_its_topic, link, message, opens_a_case, opens_topic, outgoing, says, says_in_topic, send, told,
    topic,
};

fn again(seconds: i64) -> Undelivered {
    Undelivered::Again { not_before: at(seconds), uncertain: false, counts: true }
}

pub(crate) async fn a_lane_goes_on_when_its_first_row_is_delivered(store: Database) {
    decide(&store, vec![says(ANNA, 1, "een"), says(ANNA, 2, "twee"), says(ANNA, 3, "drie")]).await;
    decide(&store, vec![says(CHRIS, 1, "hallo")]).await;
    let first = claim(&store, at(0)).await;
    assert_eq!(told(&first), ["client:7 says een", "client:8 says hallo"]);
    assert_eq!(first[0].to, Destination { chat: ANNA.chat(), thread: None });
    assert!(claim(&store, at(1)).await.is_empty());
    arrives(&store, &first[0], at(1)).await;
    assert_eq!(deliver_all(&store, at(1)).await, ["client:7 says twee", "client:7 says drie"]);
}

pub(crate) async fn a_picture_is_kept_byte_by_byte_until_it_is_delivered(store: Database) {
    let png: Vec<u8> = (0..=255).cycle().take(300_000).collect();
    let caption = Message::new(Rich::plain("Deze week"));
    let picture = Operation::Picture { name: "cijfers.png".to_owned(), png: png.into(), caption };
    decide(&store, vec![outgoing(ANNA, 1, Lane::Client(ANNA), picture.clone())]).await;
    let claimed = claim(&store, at(0)).await;
    assert_eq!(claimed[0].outgoing.operation, picture);
    arrives(&store, &claimed[0], at(1)).await;
    assert!(claim(&store, at(2)).await.is_empty());
    assert!(store.dead_outgoing(MANY).await.unwrap().is_empty());
}

pub(crate) async fn the_most_urgent_goes_first_then_the_oldest(store: Database) {
    let row = |case, urgency| Outgoing { urgency, ..says_in_topic(ANNA, case, case, "x") };
    let urgencies = [Urgency::Later, Urgency::Soon, Urgency::Now, Urgency::Now, Urgency::First];
    let rows = urgencies.into_iter().zip(1..).map(|(urgency, case)| row(case, urgency));
    let lanes = rows.map(|row| Outgoing { lane: Lane::Desk(DeskId::new(row.line.to_string())), ..row });
    decide(&store, lanes.collect()).await;
    for desk in 1..=5 {
        link(&store, DeskId::new(desk.to_string()), loket::domain::ids::ChatId(-desk)).await;
    }
    let order = |claimed: Vec<ClaimedOutgoing>| claimed.iter().map(|row| row.outgoing.line.0).collect::<Vec<_>>();
    assert_eq!(order(store.claim_outgoing(at(0), LEASE, 3).await.unwrap()), [5, 3, 4]);
    assert_eq!(order(store.claim_outgoing(at(0), LEASE, 3).await.unwrap()), [2, 1]);
}

/// The desk has no group yet, then it has no topic yet; then all goes, in order.
pub(crate) async fn a_case_waits_for_its_group_and_its_topic(store: Database) {
    let rows = vec![opens_topic(ANNA, 1, 1), says_in_topic(ANNA, 2, 1, "vraag"), says(ANNA, 3, "u hoort van ons")];
    store.commit(&Commit { case: Some(case(1, ANNA)), outgoing: rows, ..commit(ANNA, 0) }).await.unwrap();
    assert_eq!(deliver_all(&store, at(0)).await, ["client:7 says u hoort van ons"]);
    assert_eq!(store.backlog().await.unwrap(), Backlog { outbox: 2, waiting_for_a_group: 2, ..Backlog::default() });

    link(&store, DeskId::new("zwolle"), GROUP).await;
    assert!(claim(&store, at(0)).await.is_empty(), "that is another desk");
    link(&store, deventer(), GROUP).await;
    let opening = claim(&store, at(0)).await;
    assert_eq!(told(&opening), ["case:1 open-topic"]);
    assert_eq!(opening[0].to, Destination { chat: GROUP, thread: None });
    assert_eq!(store.topic_of(CaseNumber(1)).await.unwrap(), None);

    arrives(&store, &opening[0], at(1)).await;
    let topic = store.topic_of(CaseNumber(1)).await.unwrap().unwrap();
    assert_eq!((topic.chat, topic.thread.0), (GROUP, 1));
    let found = TopicCase { number: CaseNumber(1), client: ANNA, desk: deventer(), is_former: false };
    assert_eq!(store.case_in_topic(topic).await.unwrap(), Some(found));
    let speaking = claim(&store, at(1)).await;
    assert_eq!(told(&speaking), ["case:1 says vraag"]);
    assert_eq!(speaking[0].to, Destination { chat: GROUP, thread: Some(topic.thread) });
    assert_eq!(store.backlog().await.unwrap().waiting_for_a_group, 0);
}

/// A topic that was deleted by hand: the case waits for a new one.
pub(crate) async fn a_case_without_its_topic_waits_for_a_new_one(store: Database) {
    link(&store, deventer(), GROUP).await;
    let rows = vec![opens_topic(ANNA, 1, 1), says_in_topic(ANNA, 2, 1, "vraag")];
    store.commit(&Commit { case: Some(case(1, ANNA)), outgoing: rows, ..commit(ANNA, 0) }).await.unwrap();
    deliver_all(&store, at(0)).await;
    leaves_its_topic(&store, 1, vec![says_in_topic(ANNA, 3, 1, "nog iets")]).await;
    assert_eq!(store.topic_of(CaseNumber(1)).await.unwrap(), None);
    assert!(claim(&store, at(0)).await.is_empty());
    decide(&store, vec![opens_topic(ANNA, 4, 1)]).await;
    let first = claim(&store, at(0)).await;
    assert_eq!(first.len(), 1);
    assert_eq!(first[0].outgoing.line, LineId(4), "the new topic goes before what waits for it");
}

pub(crate) async fn a_lost_answer_makes_the_next_try_uncertain(store: Database) {
    decide(&store, vec![says(ANNA, 1, "dag")]).await;
    let first = claim(&store, at(0)).await;
    assert!(!first[0].uncertain);
    assert!(claim(&store, at(59)).await.is_empty(), "it is still held");
    let second = claim(&store, at(60)).await;
    assert!(second[0].uncertain, "who held it died on the way");
    assert_eq!(second[0].attempts, 2);

    let certain = Undelivered::Again { not_before: at(61), uncertain: false, counts: true };
    store.undelivered(ANNA, LineId(1), &certain, at(60), Fence::NONE).await.unwrap();
    assert!(!claim(&store, at(61)).await[0].uncertain, "this try certainly did not arrive");
    let unknown = Undelivered::Again { not_before: at(62), uncertain: true, counts: true };
    store.undelivered(ANNA, LineId(1), &unknown, at(61), Fence::NONE).await.unwrap();
    assert!(claim(&store, at(62)).await[0].uncertain);
}

/// The messenger asked to wait: that is nobody's failure.
pub(crate) async fn a_wait_that_was_asked_for_is_no_attempt(store: Database) {
    decide(&store, vec![says(ANNA, 1, "dag"), says(ANNA, 2, "en dit")]).await;
    claim(&store, at(0)).await;
    let wait = Undelivered::Again { not_before: at(30), uncertain: false, counts: false };
    store.undelivered(ANNA, LineId(1), &wait, at(0), Fence::NONE).await.unwrap();
    assert!(claim(&store, at(29)).await.is_empty(), "the second must not overtake the first");
    assert_eq!(claim(&store, at(30)).await[0].attempts, 1);
    store.undelivered(ANNA, LineId(1), &again(31), at(30), Fence::NONE).await.unwrap();
    assert_eq!(claim(&store, at(31)).await[0].attempts, 2);
}

pub(crate) async fn an_edit_finds_the_message_it_changes(store: Database) {
    let pin = Outgoing { operation: Operation::Pin { line: LineId(1) }, ..says(ANNA, 3, "") };
    let lost = edits(ANNA, 4, 99, "van niets");
    decide(&store, vec![says(ANNA, 1, "kort"), edits(ANNA, 2, 1, "lang"), pin, lost]).await;
    let mut targets = Vec::new();
    for _ in 0..4 {
        let claimed = claim(&store, at(0)).await;
        targets.push(claimed[0].target);
        let receipt = match claimed[0].outgoing.line {
            LineId(1 | 2) => Receipt::Message(message(ANNA.chat(), 555)),
            _ => Receipt::Done,
        };
        store.delivered(ANNA, claimed[0].outgoing.line, receipt, at(0)).await.unwrap();
    }
    let stands = Some(message(ANNA.chat(), 555));
    assert_eq!(targets, [None, stands, stands, None]);
    assert_eq!(store.line_at(ANNA, message(ANNA.chat(), 555)).await.unwrap(), Some(LineId(1)));
    assert_eq!(store.line_at(ANNA, message(ANNA.chat(), 556)).await.unwrap(), None);
    assert_eq!(store.line_at(CHRIS, message(ANNA.chat(), 555)).await.unwrap(), None, "that is not her line");
}

/// Two clients may have lines with the same number.
pub(crate) async fn a_line_is_looked_up_among_its_own_clients_lines(store: Database) {
    decide(&store, vec![says(CHRIS, 1, "van Chris")]).await;
    deliver_all(&store, at(0)).await;
    decide(&store, vec![edits(ANNA, 2, 1, "van Anna")]).await;
    assert_eq!(claim(&store, at(0)).await[0].target, None);
}

/// A reply goes to one of our lines, or to a person's message: in the same chat only.
pub(crate) async fn a_reply_finds_the_message_in_the_same_chat(store: Database) {
    let says = |line, lane, reply| {
        let message = Message::new(Rich::plain("re"));
        outgoing(ANNA, line, lane, Operation::Send { message, quiet: true, reply: Some(reply), joins: false })
    };
    let copies = |line, lane, reply| {
        let from = message(GROUP, 900);
        outgoing(ANNA, line, lane, Operation::Copy { from, reply: Some(reply) })
    };
    let (here, there) = (|| Lane::Client(ANNA), || Lane::Desk(deventer()));
    let hers = ReplyTo::Message(message(ANNA.chat(), 700));
    link(&store, deventer(), GROUP).await;
    decide(&store, vec![outgoing(ANNA, 1, here(), send("vraag"))]).await;
    arrives(&store, &claim(&store, at(0)).await[0], at(0)).await;
    let rows = vec![
        says(2, here(), ReplyTo::Line(LineId(1))),
        copies(3, here(), ReplyTo::Line(LineId(1))),
        says(4, here(), hers),
        copies(5, here(), hers),
        says(6, here(), ReplyTo::Line(LineId(99))),
        says(7, there(), ReplyTo::Line(LineId(1))),
        copies(8, there(), hers),
    ];
    decide(&store, rows).await;
    let mut replies = BTreeMap::new();
    for _ in 0..5 {
        for row in claim(&store, at(0)).await {
            replies.insert(row.outgoing.line.0, row.reply_to);
            arrives(&store, &row, at(0)).await;
        }
    }
    let (ours, hers) = (Some(message(ANNA.chat(), 1)), Some(message(ANNA.chat(), 700)));
    let expected = [(2, ours), (3, ours), (4, hers), (5, hers), (6, None), (7, None), (8, None)];
    assert_eq!(replies, BTreeMap::from(expected), "a message in another chat can't be replied to");
}

/// The sheet changes ten times while the group's minute is full: it is written once.
pub(crate) async fn only_the_newest_of_what_changes_a_line_is_delivered(store: Database) {
    let caption = |line, caption: &str| {
        let operation = Operation::EditCaption { line: LineId(1), caption: caption.to_owned() };
        outgoing(ANNA, line, Lane::Client(ANNA), operation)
    };
    decide(&store, vec![says(ANNA, 1, "blad"), says(ANNA, 2, "iets anders"), edits(ANNA, 3, 1, "blad een")]).await;
    decide(&store, vec![says(CHRIS, 1, "zijn blad"), edits(CHRIS, 2, 1, "van Chris")]).await;
    decide(&store, vec![says(ANNA, 4, "tussendoor"), edits(ANNA, 5, 2, "een andere regel")]).await;
    decide(&store, vec![edits(ANNA, 6, 1, "blad twee"), caption(7, "onder een"), edits(ANNA, 8, 1, "blad drie")]).await;
    decide(&store, vec![caption(9, "onder twee")]).await;
    let said = deliver_all(&store, at(0)).await;
    let to = |client: &str| said.iter().filter_map(|what| what.strip_prefix(client)).collect::<Vec<_>>();
    assert_eq!(
        to("client:7 "),
        [
            "says blad",
            "says iets anders",
            "changes to blad drie",
            "says tussendoor",
            "changes to een andere regel",
            "has under it onder twee",
        ]
    );
    assert_eq!(to("client:8 "), ["says zijn blad", "changes to van Chris"]);
    assert_eq!(store.backlog().await.unwrap(), Backlog::default());
}

/// What somebody is delivering at this moment can't be changed any more: the newer one comes behind it.
pub(crate) async fn what_is_being_delivered_is_not_replaced(store: Database) {
    decide(&store, vec![edits(ANNA, 2, 1, "een")]).await;
    let held = claim(&store, at(0)).await;
    decide(&store, vec![edits(ANNA, 3, 1, "twee")]).await;
    decide(&store, vec![edits(ANNA, 4, 1, "drie")]).await;
    assert_eq!(told(&held), ["client:7 changes to een"]);
    arrives(&store, &held[0], at(1)).await;
    assert_eq!(deliver_all(&store, at(1)).await, ["client:7 changes to drie"]);
    decide(&store, vec![edits(ANNA, 5, 1, "vier")]).await;
    assert_eq!(deliver_all(&store, at(2)).await, ["client:7 changes to vier"], "what is done replaces nothing");
}

/// A topic is dressed as it is now. One that must be made anew comes first; what it looks like is said once more.
pub(crate) async fn a_topic_is_dressed_once_and_anew_after_it_is_made_anew(store: Database) {
    opens_a_case(&store, 1, ANNA).await;
    decide(&store, vec![dresses_topic(ANNA, 2, 1, "geel")]).await;
    decide(&store, vec![dresses_topic(ANNA, 3, 1, "groen")]).await;
    leaves_its_topic(&store, 1, vec![opens_topic(ANNA, 4, 1), dresses_topic(ANNA, 5, 1, "rood")]).await;
    assert_eq!(
        deliver_all(&store, at(0)).await,
        ["case:1 open-topic", "case:1 looks like groen", "case:1 looks like rood"]
    );
}

/// Words for a topic that is no case's any more go by its place, whether the desk has a group or not.
pub(crate) async fn a_former_topic_is_reached_by_its_place(store: Database) {
    let farewell = |line, operation| outgoing(ANNA, line, Lane::Topic(topic(5)), operation);
    decide(&store, vec![farewell(1, send("verhuisd")), farewell(2, Operation::CloseTopic)]).await;
    let first = claim(&store, at(0)).await;
    assert_eq!(told(&first), ["topic:-100:5 says verhuisd"]);
    assert_eq!(first[0].to, Destination { chat: GROUP, thread: Some(topic(5).thread) });
    assert_eq!(first[0].outgoing.lane, Lane::Topic(topic(5)));
    assert_eq!(
        store.backlog().await.unwrap(),
        Backlog { outbox: 2, oldest_row: Some(at(0)), ..Backlog::default() },
        "it waits for no group"
    );
    arrives(&store, &first[0], at(0)).await;
    assert_eq!(deliver_all(&store, at(0)).await, ["topic:-100:5 close-topic"]);
}

pub(crate) async fn what_is_given_up_lets_the_next_pass_and_stays_visible(store: Database) {
    decide(&store, vec![says(ANNA, 1, "een"), says(ANNA, 2, "twee")]).await;
    decide(&store, vec![says(CHRIS, 1, "x")]).await;
    claim(&store, at(0)).await;
    let dead = |reason: &str| Undelivered::Dead { reason: reason.to_owned() };
    store.undelivered(ANNA, LineId(1), &dead("blocked"), at(1), Fence::NONE).await.unwrap();
    store.undelivered(CHRIS, LineId(1), &dead("gone"), at(2), Fence::NONE).await.unwrap();
    let given_up = store.dead_outgoing(MANY).await.unwrap();
    assert_eq!(given_up[0], (CHRIS, LineId(1), send("x"), "gone".to_owned()), "the newest first");
    assert_eq!(given_up[1], (ANNA, LineId(1), send("een"), "blocked".to_owned()));
    assert_eq!(store.dead_outgoing(1).await.unwrap().len(), 1);
    assert_eq!(deliver_all(&store, at(3)).await, ["client:7 says twee"]);
    assert_eq!(store.backlog().await.unwrap(), Backlog { dead: 2, ..Backlog::default() });
    store.undelivered(ANNA, LineId(1), &again(0), at(3), Fence::NONE).await.unwrap();
    assert!(claim(&store, at(4)).await.is_empty(), "the dead stay dead");
}

/// A receipt is a receipt, also when it comes late and when it comes twice.
pub(crate) async fn a_late_receipt_counts_and_the_first_one_stays(store: Database) {
    decide(&store, vec![says(ANNA, 1, "dag")]).await;
    claim(&store, at(0)).await;
    store
        .undelivered(ANNA, LineId(1), &Undelivered::Dead { reason: "no answer".to_owned() }, at(1), Fence::NONE)
        .await
        .unwrap();
    let receipt = |id| Receipt::Message(message(ANNA.chat(), id));
    store.delivered(ANNA, LineId(1), receipt(5), at(2)).await.unwrap();
    store.delivered(ANNA, LineId(1), receipt(6), at(3)).await.unwrap();
    store.undelivered(ANNA, LineId(1), &again(0), at(4), Fence::NONE).await.unwrap();
    assert_eq!(store.backlog().await.unwrap(), Backlog::default());
    assert_eq!(store.line_at(ANNA, message(ANNA.chat(), 5)).await.unwrap(), Some(LineId(1)));
    assert_eq!(store.line_at(ANNA, message(ANNA.chat(), 6)).await.unwrap(), None);
}

/// Two replicas ask at the same moment.
pub(crate) async fn nobody_gets_what_another_has(store: Database) {
    let rows = (1..=40).map(|line| {
        let desk = DeskId::new((line % 20).to_string());
        outgoing(ANNA, line, Lane::Desk(desk), send("x"))
    });
    decide(&store, rows.collect()).await;
    for desk in 0..20 {
        link(&store, DeskId::new(desk.to_string()), loket::domain::ids::ChatId(-1 - desk)).await;
    }
    let take = |limit| store.claim_outgoing(at(0), LEASE, limit);
    let (a, b, c, d) = tokio::try_join!(take(15), take(15), take(15), take(15)).unwrap();
    let rest = take(MANY).await.unwrap();
    let all: Vec<i64> = [a, b, c, d, rest].concat().iter().map(|row| row.outgoing.line.0).collect();
    assert_eq!(all.len(), 20);
    assert_eq!(all.into_iter().collect::<BTreeSet<_>>(), (1..=20).collect(), "the first of each lane");
}

/// What waits for a desk without a group is not stuck, and what the house says by itself is nobody's wait.
pub(crate) async fn the_oldest_row_that_can_go_is_known(store: Database) {
    let oldest = async || store.backlog().await.unwrap().oldest_row;
    let for_the_desk = outgoing(CHRIS, 1, Lane::Desk(deventer()), send("zaak"));
    store.commit(&Commit { outgoing: vec![for_the_desk], ..commit(CHRIS, 0) }).await.unwrap();
    assert_eq!(oldest().await, None, "nobody linked the desk yet");
    store.commit(&Commit { now: at(60), outgoing: vec![says(ANNA, 1, "een")], ..commit(ANNA, 0) }).await.unwrap();
    assert_eq!(oldest().await, Some(at(60)));
    link(&store, deventer(), GROUP).await;
    assert_eq!(oldest().await, Some(at(0)));
    deliver_all(&store, at(90)).await;
    assert_eq!(oldest().await, None);
}
