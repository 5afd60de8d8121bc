//! Lines in a row may stand in one message: right behind each other, in order, and never past one that can't.

use std::time::Duration;

use loket::adapters::database::Database;
use loket::domain::delivery::{Operation, Outgoing};
use loket::domain::ids::{LineId, MessageRef};
use loket::domain::message::ReplyTo;
use loket::ports::lease::{Duty, Fence, Terms};
use loket::ports::messenger::Receipt;
use loket::ports::store::{ClaimedOutgoing, Store, Undelivered};

use crate::stage::{
    ANNA, CHRIS, GROUP, LEASE, arrives, at, claim, decide, deliver_all, joins_in_topic, message, opens_a_case,
    says_in_topic, told,
};

/// What may stand in one message with the only row that is claimed now.
async fn joining(store: &Database, head: &ClaimedOutgoing, seconds: i64) -> Vec<ClaimedOutgoing> {
    store.claim_joining(head, at(seconds), LEASE, 9).await.unwrap()
}

fn lines(rows: &[ClaimedOutgoing]) -> Vec<i64> {
    rows.iter().map(|row| row.outgoing.line.0).collect()
}

/// A case of Anna's, with these lines for its topic that may stand together.
async fn writes_in_a_row(store: &Database, lines: std::ops::RangeInclusive<i64>) {
    opens_a_case(store, 1, ANNA).await;
    decide(store, lines.map(|line| joins_in_topic(ANNA, line, 1, &format!("regel {line}"))).collect()).await;
}

pub(crate) async fn what_stands_right_behind_goes_along_and_is_delivered_with_it(store: Database) {
    writes_in_a_row(&store, 2..=5).await;
    let head = claim(&store, at(1)).await.remove(0);
    let followers = joining(&store, &head, 1).await;
    assert_eq!(told(&followers), ["case:1 says regel 3", "case:1 says regel 4", "case:1 says regel 5"]);
    assert!(followers.iter().all(|row| row.attempts == 1 && !row.uncertain && row.to == head.to));
    assert!(claim(&store, at(2)).await.is_empty(), "they are held");
    let one: MessageRef = message(GROUP, 50);
    for row in std::iter::once(&head).chain(&followers) {
        store.delivered(ANNA, row.outgoing.line, Receipt::Message(one), at(2)).await.unwrap();
    }
    assert_eq!(store.line_at(ANNA, one).await.unwrap(), Some(LineId(2)), "the first of them names the message");
    assert_eq!(store.backlog().await.unwrap().outbox, 0);
}

pub(crate) async fn who_lost_the_answer_may_ask_again(store: Database) {
    writes_in_a_row(&store, 2..=4).await;
    let sender = store.hold_lease(&Duty::Sender, Fence::NONE, Duration::from_hours(1)).await.unwrap().unwrap();
    let terms = Terms { by: sender, ..LEASE };
    let head = store.claim_outgoing(at(1), terms, 9).await.unwrap().remove(0);
    let unheard = store.claim_joining(&head, at(1), terms, 9).await.unwrap();
    let heard = store.claim_joining(&head, at(2), terms, 9).await.unwrap();
    assert_eq!((lines(&unheard), lines(&heard)), (vec![3, 4], vec![3, 4]));
}

/// A reply needs a message of its own, and so does what is no plain line; what comes behind waits for it.
pub(crate) async fn nothing_goes_along_past_what_goes_alone(store: Database) {
    writes_in_a_row(&store, 2..=3).await;
    let mut reply: Outgoing = joins_in_topic(ANNA, 4, 1, "antwoord");
    if let Operation::Send { reply, .. } = &mut reply.operation {
        *reply = Some(ReplyTo::Message(message(GROUP, 8)));
    }
    decide(&store, vec![reply, joins_in_topic(ANNA, 5, 1, "regel 5"), says_in_topic(ANNA, 6, 1, "van ons")]).await;
    decide(&store, vec![joins_in_topic(ANNA, 7, 1, "regel 7")]).await;

    let head = claim(&store, at(1)).await.remove(0);
    let followers = joining(&store, &head, 1).await;
    assert_eq!((head.outgoing.line, lines(&followers)), (LineId(2), vec![3]));
    for row in std::iter::once(&head).chain(&followers) {
        arrives(&store, row, at(1)).await;
    }
    let reply = claim(&store, at(1)).await.remove(0);
    assert_eq!((reply.outgoing.line, reply.reply_to), (LineId(4), Some(message(GROUP, 8))));
    arrives(&store, &reply, at(1)).await;
    let next = claim(&store, at(1)).await.remove(0);
    assert_eq!((next.outgoing.line, lines(&joining(&store, &next, 1).await)), (LineId(5), vec![]));
}

pub(crate) async fn no_more_goes_along_than_asked_for(store: Database) {
    writes_in_a_row(&store, 2..=9).await;
    let head = claim(&store, at(1)).await.remove(0);
    assert_eq!(lines(&store.claim_joining(&head, at(1), LEASE, 2).await.unwrap()), [3, 4]);
}

pub(crate) async fn another_lane_does_not_go_along(store: Database) {
    opens_a_case(&store, 2, CHRIS).await;
    writes_in_a_row(&store, 2..=2).await;
    let head = claim(&store, at(1)).await.remove(0);
    decide(&store, vec![joins_in_topic(CHRIS, 3, 2, "in zijn eigen zaak")]).await;
    decide(&store, vec![joins_in_topic(ANNA, 3, 1, "in de hare")]).await;
    assert_eq!(told(&joining(&store, &head, 1).await), ["case:1 says in de hare"]);
}

/// Who held them all died on the way: each may have arrived, and none is passed over.
pub(crate) async fn what_somebody_held_is_not_passed_over(store: Database) {
    writes_in_a_row(&store, 2..=3).await;
    let head = claim(&store, at(0)).await.remove(0);
    joining(&store, &head, 0).await;
    decide(&store, vec![joins_in_topic(ANNA, 4, 1, "regel 4")]).await;

    let again = claim(&store, at(60)).await.remove(0);
    assert_eq!((again.outgoing.line, again.uncertain), (LineId(2), true));
    assert_eq!(lines(&joining(&store, &again, 60).await), [] as [i64; 0], "regel 4 must not overtake regel 3");
    arrives(&store, &again, at(60)).await;
    let next = claim(&store, at(60)).await.remove(0);
    assert_eq!((next.outgoing.line, next.uncertain, next.attempts), (LineId(3), true, 2));
}

/// They failed together; the one behind waits longer, as it had failed more often.
pub(crate) async fn what_is_postponed_is_not_passed_over(store: Database) {
    writes_in_a_row(&store, 2..=4).await;
    let head = claim(&store, at(0)).await.remove(0);
    joining(&store, &head, 0).await;
    let again = |seconds| Undelivered::Again { not_before: at(seconds), uncertain: false, counts: true };
    for (line, seconds) in [(2, 10), (3, 30), (4, 10)] {
        store.undelivered(ANNA, LineId(line), &again(seconds), at(1), Fence::NONE).await.unwrap();
    }
    let head = claim(&store, at(10)).await.remove(0);
    assert_eq!(lines(&joining(&store, &head, 10).await), [] as [i64; 0]);
    arrives(&store, &head, at(10)).await;
    assert!(claim(&store, at(29)).await.is_empty());
    assert_eq!(deliver_all(&store, at(30)).await, ["case:1 says regel 3", "case:1 says regel 4"]);
}
