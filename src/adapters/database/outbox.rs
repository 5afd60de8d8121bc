//! Messages decided: adding them, and what came of delivering them.

use super::cases;
use super::each::{self, over_each};
use super::session::{Row, Session, Sql};
use super::together::Job;
use crate::domain::delivery::{Lane, Operation, Outgoing, Topic, Urgency};
use crate::domain::ids::{ChatId, ClientId, DeskId, LineId, MessageRef, ThreadId};
use crate::domain::message::ReplyTo;
use crate::domain::moment::Moment;
use crate::ports::lease::Fence;
use crate::ports::messenger::Receipt;
use crate::ports::store::{StoreError, Undelivered};

/// Adds rows in order, each with when it was decided if it is about a client. One that changes what another, still
/// open, would change takes its place: only the newest is seen.
pub(super) async fn add(session: &mut Session, rows: &[(&Outgoing, Option<Moment>)]) -> Result<(), StoreError> {
    let mut new = Vec::with_capacity(rows.len());
    for (row, decided) in rows {
        if replaces(&row.operation) {
            // What it replaces may be among those before it.
            each::change(session, ADD, &std::mem::take(&mut new)).await?;
            if replace(session, row).await? {
                continue;
            }
        }
        new.push(cells(row, row.line, *decided, false)?);
    }
    each::change(session, ADD, &new).await.map(drop)
}

/// Is it only the newest of its kind that counts?
const fn replaces(operation: &Operation) -> bool {
    matches!(operation, Operation::Edit { .. } | Operation::EditCaption { .. } | Operation::DressTopic { .. })
}

async fn replace(session: &mut Session, row: &Outgoing) -> Result<bool, StoreError> {
    // What somebody is just delivering is left alone, and so is what stands before a topic that is made anew.
    let sql = "UPDATE outbox SET operation = $5
               WHERE id = (SELECT MAX(last.id) FROM outbox AS last
                           WHERE last.client = $1 AND last.lane = $2 AND last.kind = $3
                             AND COALESCE(last.target, 0) = $4 AND last.state = 'open' AND last.held = 0)
                 AND NOT EXISTS (SELECT 1 FROM outbox AS topic
                                 WHERE topic.lane = $2 AND topic.kind = 'open-topic' AND topic.state = 'open')";
    let target = target(&row.operation).map_or(0, |line| line.0);
    let query = session.query(sql).bind(row.client.0).bind(row.lane.to_string()).bind(row.operation.word());
    Ok(query.bind(target).bind(json(&row.operation)?).execute().await? > 0)
}

fn json(operation: &Operation) -> Result<String, StoreError> {
    serde_json::to_string(operation).map_err(|error| StoreError::Corrupt(error.to_string()))
}

/// Adds a row that outlives the erasure of its client. Its line is below zero: above, a new conversation with the
/// same client may begin to count at any time.
pub(super) async fn add_beyond_erasure(session: &mut Session, outgoing: &Outgoing) -> Result<(), StoreError> {
    const FIRST: i64 = -1_000_000_000_000;
    let sql = "SELECT COALESCE(MAX(line) + 1, $2) AS line FROM outbox WHERE client = $1 AND line < 0";
    let line = session.query(sql).bind(outgoing.client.0).bind(FIRST).one().await?.get("line")?;
    each::change(session, ADD, &[cells(outgoing, LineId(line), None, true)?]).await.map(drop)
}

const ADD: Sql = over_each!(
    "INSERT INTO outbox (client, line, lane, case_number, desk, kind, operation, target, reply_to, urgency, state,
                         attempts, free_from, held, uncertain, forget, reason, decided)
     SELECT CAST(one.value ->> 0 AS BIGINT), CAST(one.value ->> 1 AS BIGINT), one.value ->> 2,
            CAST(one.value ->> 3 AS BIGINT), one.value ->> 4, one.value ->> 5, one.value ->> 6,
            CAST(one.value ->> 7 AS BIGINT), CAST(one.value ->> 8 AS BIGINT), CAST(one.value ->> 9 AS BIGINT), 'open',
            0, 0, 0, 0, CAST(one.value ->> 10 AS BIGINT), '', CAST(one.value ->> 11 AS BIGINT)
     FROM " each " ORDER BY one.key"
);

/// A row of the outbox, cell by cell.
type Cells = (
    i64,
    i64,
    String,
    Option<i64>,
    Option<String>,
    &'static str,
    String,
    Option<i64>,
    Option<i64>,
    i64,
    i64,
    Option<i64>,
);

fn cells(row: &Outgoing, line: LineId, decided: Option<Moment>, forget: bool) -> Result<Cells, StoreError> {
    let (case, desk) = match &row.lane {
        Lane::Client(_) | Lane::Topic(_) => (None, None),
        Lane::Case(case) => (Some(case.0), None),
        Lane::Desk(desk) => (None, Some(desk.as_str().to_owned())),
    };
    Ok((
        row.client.0,
        line.0,
        row.lane.to_string(),
        case,
        desk,
        row.operation.word(),
        json(&row.operation)?,
        target(&row.operation).map(|line| line.0),
        reply_to(&row.operation).map(|line| line.0),
        row.urgency.rank(),
        i64::from(forget),
        decided.map(Moment::millis),
    ))
}

/// The earlier line that an operation is about.
const fn target(operation: &Operation) -> Option<LineId> {
    match operation {
        Operation::Edit { line, .. } | Operation::EditCaption { line, .. } | Operation::Pin { line } => Some(*line),
        _ => None,
    }
}

/// The earlier line that an operation replies to.
const fn reply_to(operation: &Operation) -> Option<LineId> {
    match operation {
        Operation::Send { reply: Some(ReplyTo::Line(line)), .. }
        | Operation::Copy { reply: Some(ReplyTo::Line(line)), .. } => Some(*line),
        _ => None,
    }
}

/// That a row was delivered.
#[derive(Debug)]
pub(super) struct Delivered {
    pub(super) client: ClientId,
    pub(super) line: LineId,
    pub(super) receipt: Receipt,
    pub(super) now: Moment,
}

/// A delivered row forgets what it said. A row that was given up may still turn out to have arrived.
const DELIVERED: Sql = over_each!(
    "UPDATE outbox
     SET state = 'delivered', operation = '', held = 0, reason = '', ended = CAST(one.value ->> 2 AS BIGINT),
         message_chat = CAST(one.value ->> 3 AS BIGINT), message_id = CAST(one.value ->> 4 AS BIGINT)
     FROM " each "
     WHERE client = CAST(one.value ->> 0 AS BIGINT) AND line = CAST(one.value ->> 1 AS BIGINT) AND state <> 'delivered'
     RETURNING client, line, case_number, desk, forget"
);

impl Job for Delivered {
    type Outcome = ();
    const WRITES: bool = true;

    async fn do_all(session: &mut Session, all: &[Self]) -> Result<Vec<()>, StoreError> {
        let cells = |one: &Self| {
            let message = if let Receipt::Message(message) = one.receipt { Some(message) } else { None };
            let (chat, id) = (message.map(|message| message.chat.0), message.map(|message| message.message));
            (one.client.0, one.line.0, one.now.millis(), chat, id)
        };
        let mut all: Vec<&Self> = all.iter().collect();
        all.sort_by_key(|one| (one.client, one.line));
        let rows: Vec<_> = all.iter().map(|one| cells(one)).collect();
        for row in each::query(session, DELIVERED, &rows)?.all().await? {
            let (client, line) = (ClientId(row.get("client")?), LineId(row.get("line")?));
            let receipt = all.iter().find(|one| (one.client, one.line) == (client, line)).map(|one| one.receipt);
            if let Some(Receipt::Topic(thread)) = receipt {
                stands(session, client, &row, thread).await?;
            }
            if row.get::<i64>("forget")? == 1 {
                remove(session, client, line).await?;
            }
        }
        Ok(vec![(); all.len()])
    }
}

/// A topic was made.
async fn stands(session: &mut Session, client: ClientId, row: &Row, thread: ThreadId) -> Result<(), StoreError> {
    let case: Option<i64> = row.get("case_number")?;
    let desk: Option<String> = row.get("desk")?;
    match (case, desk) {
        (Some(case), _) => cases::keep_topic(session, case, thread).await,
        (None, Some(desk)) => remove_late_topic(session, client, desk, thread).await,
        (None, None) => Ok(()),
    }
}

/// A topic was being made while its client was erased: it goes again.
async fn remove_late_topic(
    session: &mut Session,
    client: ClientId,
    desk: String,
    thread: ThreadId,
) -> Result<(), StoreError> {
    let sql = "SELECT chat FROM desk_links WHERE desk = $1";
    let Some(row) = session.query(sql).bind(&desk).first().await? else { return Ok(()) };
    let chat = ChatId(row.get("chat")?);
    remove_topic(session, client, DeskId::new(desk), Topic { chat, thread }).await
}

/// Has the topic of an erased client removed.
pub(super) async fn remove_topic(
    session: &mut Session,
    client: ClientId,
    desk: DeskId,
    topic: Topic,
) -> Result<(), StoreError> {
    let operation = Operation::DeleteTopic { chat: topic.chat, thread: topic.thread };
    // Its line is given when it is added.
    let row = Outgoing { client, line: LineId(0), lane: Lane::Desk(desk), operation, urgency: Urgency::Later };
    add_beyond_erasure(session, &row).await
}

/// Erases what was said and is still to be said to a client. A topic that is just being made is waited for, without
/// its name, so that it can be removed.
pub(super) async fn erase(session: &mut Session, client: ClientId) -> Result<(), StoreError> {
    let sql = "UPDATE outbox
               SET forget = 1, operation = '', case_number = NULL,
                   desk = (SELECT cases.desk FROM cases WHERE cases.number = outbox.case_number),
                   lane = 'desk:' || (SELECT cases.desk FROM cases WHERE cases.number = outbox.case_number)
               WHERE client = $1 AND kind = 'open-topic' AND state = 'open' AND held = 1
                 AND case_number IN (SELECT cases.number FROM cases)";
    session.query(sql).bind(client.0).execute().await?;
    let sql = "DELETE FROM outbox WHERE client = $1 AND forget = 0";
    session.query(sql).bind(client.0).execute().await.map(drop)
}

async fn remove(session: &mut Session, client: ClientId, line: LineId) -> Result<(), StoreError> {
    let sql = "DELETE FROM outbox WHERE client = $1 AND line = $2";
    session.query(sql).bind(client.0).bind(line.0).execute().await.map(drop)
}

pub(super) async fn undelivered(
    session: &mut Session,
    client: ClientId,
    line: LineId,
    what: &Undelivered,
    now: Moment,
    by: Fence,
) -> Result<(), StoreError> {
    match what {
        Undelivered::Again { not_before, uncertain, counts } => {
            let sql = "UPDATE outbox
                       SET free_from = $3, held = 0, holder = 0, uncertain = $4, attempts = attempts - $5
                       WHERE client = $1 AND line = $2 AND state = 'open' AND held = 1 AND holder = $6";
            let query = session.query(sql).bind(client.0).bind(line.0).bind(not_before.millis());
            query.bind(i64::from(*uncertain)).bind(i64::from(!*counts)).bind(by.0).execute().await?;
        }
        Undelivered::Dead { reason } => give_up(session, client, line, reason, now, by).await?,
    }
    // What an erased client would have been told is of no use to anybody; a topic that stands is.
    let sql = "DELETE FROM outbox
               WHERE client = $1 AND line = $2 AND forget = 1
                 AND (operation = '' OR (state = 'dead' AND kind <> 'delete-topic'))";
    session.query(sql).bind(client.0).bind(line.0).execute().await.map(drop)
}

/// Gives a row up, visibly.
async fn give_up(
    session: &mut Session,
    client: ClientId,
    line: LineId,
    reason: &str,
    now: Moment,
    by: Fence,
) -> Result<(), StoreError> {
    let sql = "UPDATE outbox SET state = 'dead', held = 0, reason = $3, ended = $4
               WHERE client = $1 AND line = $2 AND state = 'open' AND holder = $5";
    let query = session.query(sql).bind(client.0).bind(line.0).bind(reason).bind(now.millis());
    query.bind(by.0).execute().await.map(drop)
}

pub(super) async fn dead(
    session: &mut Session,
    limit: u32,
) -> Result<Vec<(ClientId, LineId, Operation, String)>, StoreError> {
    let sql =
        "SELECT client, line, operation, reason FROM outbox WHERE state = 'dead' ORDER BY ended DESC, id DESC LIMIT $1";
    let rows = session.query(sql).bind(i64::from(limit)).all().await?;
    let dead =
        |row: &Row| Ok((ClientId(row.get("client")?), LineId(row.get("line")?), operation(row)?, row.get("reason")?));
    rows.iter().map(dead).collect()
}

/// What must happen, as it was kept.
pub(super) fn operation(row: &Row) -> Result<Operation, StoreError> {
    let json: String = row.get("operation")?;
    serde_json::from_str(&json).map_err(|_| StoreError::Corrupt("an operation of the outbox".to_owned()))
}

pub(super) async fn line_at(
    session: &mut Session,
    client: ClientId,
    message: MessageRef,
) -> Result<Option<LineId>, StoreError> {
    // An edit leaves the same message behind as the line it changed: the line is the first of them.
    let sql = "SELECT line FROM outbox
               WHERE client = $1 AND message_chat = $2 AND message_id = $3 ORDER BY line LIMIT 1";
    let row = session.query(sql).bind(client.0).bind(message.chat.0).bind(message.message).first().await?;
    row.map(|row| row.get("line").map(LineId)).transpose()
}

/// What carries its place itself moves with its group: topics to delete, and lanes of former topics.
pub(super) async fn move_topics(session: &mut Session, from: ChatId, to: ChatId) -> Result<(), StoreError> {
    let sql = "SELECT id, operation FROM outbox WHERE kind = 'delete-topic' AND state <> 'delivered'";
    for row in session.query(sql).all().await? {
        if let Operation::DeleteTopic { chat, thread } = operation(&row)?
            && chat == from
        {
            let moved = json(&Operation::DeleteTopic { chat: to, thread })?;
            let sql = "UPDATE outbox SET operation = $2 WHERE id = $1";
            session.query(sql).bind(row.get::<i64>("id")?).bind(moved).execute().await?;
        }
    }
    let (from, to) = (format!("topic:{from}:"), format!("topic:{to}:"));
    let sql = "UPDATE outbox SET lane = REPLACE(lane, $1, $2) WHERE state = 'open' AND lane LIKE $1 || '%'";
    session.query(sql).bind(from).bind(to).execute().await.map(drop)
}

/// Forgets what the house said of its own accord before `before`, when it stands on no board.
pub(super) async fn sweep(session: &mut Session, before: Moment) -> Result<u64, StoreError> {
    let sql = "DELETE FROM outbox WHERE client = $1 AND state <> 'open' AND ended < $2
                 AND NOT EXISTS (SELECT 1 FROM boards WHERE boards.line = outbox.line)";
    session.query(sql).bind(ClientId::HOUSE.0).bind(before.millis()).execute().await
}
