//! Taking rows of the outbox for delivery, with everything looked up that a delivery needs.

use super::session::{Row, Session, Sql};
use super::{leases, outbox};
use crate::domain::delivery::{Lane, Operation, Outgoing, Topic, Urgency};
use crate::domain::ids::{CaseNumber, ChatId, ClientId, DeskId, LineId, MessageRef, ThreadId};
use crate::domain::message::ReplyTo;
use crate::domain::moment::Moment;
use crate::ports::lease::{Fence, Terms};
use crate::ports::messenger::Destination;
use crate::ports::store::{ClaimedOutgoing, StoreError, Undelivered};

/// Everything that a delivery needs, looked up.
macro_rules! returning {
    () => {
        "RETURNING id, client, line, lane, operation, urgency, attempts, uncertain, holder,
                 (SELECT aim.message_chat FROM outbox AS aim
                  WHERE aim.client = outbox.client AND aim.line = outbox.target) AS target_chat,
                 (SELECT aim.message_id FROM outbox AS aim
                  WHERE aim.client = outbox.client AND aim.line = outbox.target) AS target_id,
                 (SELECT answered.message_chat FROM outbox AS answered
                  WHERE answered.client = outbox.client AND answered.line = outbox.reply_to) AS reply_chat,
                 (SELECT answered.message_id FROM outbox AS answered
                  WHERE answered.client = outbox.client AND answered.line = outbox.reply_to) AS reply_id,
                 (SELECT cases.topic_chat FROM cases WHERE cases.number = outbox.case_number) AS topic_chat,
                 (SELECT cases.topic_thread FROM cases WHERE cases.number = outbox.case_number) AS topic_thread,
                 (SELECT desk_links.chat FROM desk_links WHERE desk_links.desk = COALESCE(outbox.desk,
                     (SELECT cases.desk FROM cases WHERE cases.number = outbox.case_number))) AS desk_chat"
    };
}

/// Takes the first open row of each lane, when it is free and has somewhere to go. A topic that must be made goes
/// before everything else in its lane: what was to go to one that is gone waits for the new one. `$lock` keeps two
/// replicas off the same rows; the limit is no bare one, as with updates.
macro_rules! claim {
    ($lock:literal) => {
        concat!(
            "WITH ready AS (
                 SELECT head.id FROM outbox AS head
                 LEFT JOIN cases ON cases.number = head.case_number
                 LEFT JOIN desk_links ON desk_links.desk = COALESCE(head.desk, cases.desk)
                 WHERE head.state = 'open' AND head.free_from <= $1
                   AND NOT EXISTS (
                       SELECT 1 FROM outbox AS earlier
                       WHERE earlier.state = 'open' AND earlier.lane = head.lane
                         AND ((earlier.id < head.id AND (head.kind <> 'open-topic' OR earlier.kind = 'open-topic'))
                              OR (earlier.kind = 'open-topic' AND head.kind <> 'open-topic')))
                   AND ((head.case_number IS NULL AND head.desk IS NULL)
                        OR head.kind = 'delete-topic'
                        OR (desk_links.chat IS NOT NULL
                            AND (head.desk IS NOT NULL OR head.kind = 'open-topic'
                                 OR cases.topic_thread IS NOT NULL)))
                 ORDER BY head.urgency, head.id
                 LIMIT $3 + 0 ",
            $lock,
            ")
             UPDATE outbox
             SET attempts = attempts + 1, free_from = $2, held = 1, holder = $4,
                 uncertain = CASE WHEN held = 1 THEN 1 ELSE uncertain END
             WHERE id IN (SELECT id FROM ready)
             ",
            returning!()
        )
    };
}

const CLAIM: Sql = Sql { sqlite: claim!(""), postgres: claim!("FOR UPDATE OF head SKIP LOCKED") };

pub(super) async fn claim_outgoing(
    session: &mut Session,
    now: Moment,
    terms: Terms,
    limit: u32,
) -> Result<Vec<ClaimedOutgoing>, StoreError> {
    leases::check_sender(session, terms.by).await?;
    let until = now.after(terms.length);
    let query = session.query(CLAIM).bind(now.millis()).bind(until.millis()).bind(i64::from(limit));
    let rows = query.bind(terms.by.0).all().await?;
    let place = |row: Row| Ok(((row.get::<i64>("urgency")?, row.get::<i64>("id")?), row));
    let mut rows = rows.into_iter().map(place).collect::<Result<Vec<_>, StoreError>>()?;
    rows.sort_by_key(|(place, _)| *place);
    let mut claimed = Vec::new();
    for (_, row) in rows {
        match read(&row) {
            Ok(outgoing) => claimed.push(outgoing),
            // One row that can't be read must not keep all others in the house.
            Err(problem) => give_up(session, &row, &problem, now).await?,
        }
    }
    Ok(claimed)
}

/// Takes these rows, whoever stands before them in their lane. One that is ours under a lease is so because the answer
/// was lost when it was taken for the same head.
const CLAIM_BY_ID: &str = concat!(
    "UPDATE outbox
     SET attempts = attempts + 1, free_from = $2, held = 1, holder = $4
     WHERE id = $1 AND state = 'open' AND ((held = 0 AND free_from <= $3) OR (holder = $4 AND holder <> 0)) ",
    returning!()
);

/// Takes the rows right behind a claimed one that may stand in one message with it.
pub(super) async fn claim_joining(
    session: &mut Session,
    head: &ClaimedOutgoing,
    now: Moment,
    terms: Terms,
    limit: u32,
) -> Result<Vec<ClaimedOutgoing>, StoreError> {
    leases::check_sender(session, terms.by).await?;
    let sql = "SELECT id, operation FROM outbox
               WHERE lane = $1 AND state = 'open'
                 AND id > (SELECT first.id FROM outbox AS first WHERE first.client = $2 AND first.line = $3)
               ORDER BY id LIMIT $4";
    let row = &head.outgoing;
    let query = session.query(sql).bind(row.lane.to_string()).bind(row.client.0).bind(row.line.0);
    let behind = query.bind(i64::from(limit)).all().await?;
    let mut joining = Vec::new();
    for one in &behind {
        // What replies to something needs a message of its own; what stands behind it waits too, for the order's sake.
        if !matches!(outbox::operation(one)?, Operation::Send { joins: true, reply: None, .. }) {
            break;
        }
        let id: i64 = one.get("id")?;
        let claim = session.query(CLAIM_BY_ID).bind(id).bind(now.after(terms.length).millis()).bind(now.millis());
        // Somebody may still hold it, or it is postponed: nothing overtakes it.
        let Some(claimed) = claim.bind(terms.by.0).first().await? else { break };
        joining.push(read(&claimed)?);
    }
    Ok(joining)
}

async fn give_up(session: &mut Session, row: &Row, problem: &StoreError, now: Moment) -> Result<(), StoreError> {
    tracing::error!(%problem, "a row of the outbox was given up");
    let what = Undelivered::Dead { reason: problem.to_string() };
    let by = Fence(row.get("holder")?);
    outbox::undelivered(session, ClientId(row.get("client")?), LineId(row.get("line")?), &what, now, by).await
}

fn read(row: &Row) -> Result<ClaimedOutgoing, StoreError> {
    let operation = outbox::operation(row)?;
    let lane = lane(&row.get::<String>("lane")?)?;
    let to = destination(row, &lane, &operation)?;
    let reply_to = match &operation {
        Operation::Send { reply: Some(ReplyTo::Message(message)), .. }
        | Operation::Copy { reply: Some(ReplyTo::Message(message)), .. } => Some(*message),
        _ => message(row, "reply_chat", "reply_id")?,
    };
    Ok(ClaimedOutgoing {
        outgoing: Outgoing {
            client: ClientId(row.get("client")?),
            line: LineId(row.get("line")?),
            lane,
            operation,
            urgency: urgency(row.get("urgency")?)?,
        },
        to,
        target: message(row, "target_chat", "target_id")?,
        // A message in another chat can't be replied to.
        reply_to: reply_to.filter(|message| message.chat == to.chat),
        attempts: row.count("attempts")?,
        uncertain: row.get::<i64>("uncertain")? == 1,
        by: Fence(row.get("holder")?),
    })
}

fn lane(written: &str) -> Result<Lane, StoreError> {
    let number = |digits: &str| digits.parse::<i64>().ok();
    let lane = match written.split_once(':') {
        Some(("client", rest)) => number(rest).map(|client| Lane::Client(ClientId(client))),
        Some(("case", rest)) => number(rest).map(|case| Lane::Case(CaseNumber(case))),
        Some(("desk", rest)) => Some(Lane::Desk(DeskId::new(rest))),
        Some(("topic", rest)) => rest.split_once(':').and_then(|(chat, thread)| {
            Some(Lane::Topic(Topic { chat: ChatId(number(chat)?), thread: ThreadId(number(thread)?) }))
        }),
        _ => None,
    };
    lane.ok_or_else(|| StoreError::Corrupt(format!("no lane: {written}")))
}

fn urgency(rank: i64) -> Result<Urgency, StoreError> {
    Urgency::ALL
        .into_iter()
        .find(|urgency| urgency.rank() == rank)
        .ok_or_else(|| StoreError::Corrupt(format!("no urgency: {rank}")))
}

fn destination(row: &Row, lane: &Lane, operation: &Operation) -> Result<Destination, StoreError> {
    let (chat, thread) = match (lane, operation) {
        (_, Operation::DeleteTopic { chat, thread }) => (*chat, Some(*thread)),
        (Lane::Client(client), _) => (client.chat(), None),
        (Lane::Topic(topic), _) => (topic.chat, Some(topic.thread)),
        (Lane::Desk(_), _) | (_, Operation::OpenTopic { .. }) => (ChatId(row.get("desk_chat")?), None),
        (Lane::Case(_), _) => (ChatId(row.get("topic_chat")?), Some(ThreadId(row.get("topic_thread")?))),
    };
    Ok(Destination { chat, thread })
}

fn message(row: &Row, chat: &str, id: &str) -> Result<Option<MessageRef>, StoreError> {
    let chat: Option<i64> = row.get(chat)?;
    let id: Option<i64> = row.get(id)?;
    Ok(chat.zip(id).map(|(chat, message)| MessageRef { chat: ChatId(chat), message }))
}
