//! What the house does of its own accord: lines, boards and timers that are no client's.

use std::collections::BTreeMap;

use super::each::{self, over_each};
use super::session::{Row, Session, Sql};
use super::{counters, outbox};
use crate::domain::ids::{DeskId, LineId, PersonId, ReleaseNumber};
use crate::domain::language::Language;
use crate::domain::moment::Moment;
use crate::ports::store::{Board, Commit, HouseCommit, HouseTimer, StoreError};

pub(super) async fn next_line(session: &mut Session) -> Result<LineId, StoreError> {
    counters::next(session, "house-line").await.map(LineId)
}

pub(super) async fn commit(session: &mut Session, commit: &HouseCommit) -> Result<(), StoreError> {
    for (timer, due) in &commit.clear_timers {
        let (kind, about) = written(timer);
        let sql = "DELETE FROM house_timers WHERE kind = $1 AND about = $2 AND due = $3";
        session.query(sql).bind(kind).bind(about).bind(due.millis()).execute().await?;
    }
    for (timer, due) in &commit.set_timers {
        let (kind, about) = written(timer);
        let sql = "INSERT INTO house_timers (kind, about, due) VALUES ($1, $2, $3)
                   ON CONFLICT (kind, about) DO UPDATE SET due = excluded.due
                   WHERE house_timers.kind <> 'board' OR house_timers.due > excluded.due";
        session.query(sql).bind(kind).bind(about).bind(due.millis()).execute().await?;
    }
    let outgoing: Vec<_> = commit.outgoing.iter().map(|row| (row, None)).collect();
    outbox::add(session, &outgoing).await?;
    if let Some((desk, board)) = &commit.board {
        let sql = "INSERT INTO boards (desk, line, text) VALUES ($1, $2, $3)
                   ON CONFLICT (desk) DO UPDATE SET line = excluded.line, text = excluded.text";
        session.query(sql).bind(desk.as_str()).bind(board.line.0).bind(&board.text).execute().await?;
    }
    Ok(())
}

pub(super) async fn board(session: &mut Session, desk: &DeskId) -> Result<Option<Board>, StoreError> {
    let row = session.query("SELECT line, text FROM boards WHERE desk = $1").bind(desk.as_str()).first().await?;
    row.map(|row| Ok(Board { line: LineId(row.get("line")?), text: row.get("text")? })).transpose()
}

pub(super) async fn forget_board(session: &mut Session, desk: &DeskId) -> Result<(), StoreError> {
    session.query("DELETE FROM boards WHERE desk = $1").bind(desk.as_str()).execute().await.map(drop)
}

const TOUCH: Sql = over_each!(
    "INSERT INTO house_timers (kind, about, due)
     SELECT 'board', one.value ->> 0, CAST(one.value ->> 1 AS BIGINT) FROM " each " WHERE true
     ON CONFLICT (kind, about) DO UPDATE SET due = excluded.due
     WHERE house_timers.due <= $2 OR house_timers.due > excluded.due"
);

/// Boards may have changed: each is looked at then, or earlier when that was meant already and is still ahead.
pub(super) async fn touch_boards(session: &mut Session, commits: &[&Commit]) -> Result<(), StoreError> {
    // A desk once, and in the same order everywhere: no two programs wait for each other.
    let mut boards: BTreeMap<&DeskId, Moment> = BTreeMap::new();
    for (desk, due) in commits.iter().flat_map(|commit| &commit.boards) {
        boards.entry(desk).and_modify(|earliest| *earliest = (*due).min(*earliest)).or_insert(*due);
    }
    // The latest: a board whose moment is past may be being written without what changed just now.
    let Some(now) = commits.iter().map(|commit| commit.now).max().filter(|_| !boards.is_empty()) else { return Ok(()) };
    let rows: Vec<_> = boards.iter().map(|(desk, due)| (desk.as_str(), due.millis())).collect();
    each::query(session, TOUCH, &rows)?.bind(now.millis()).execute().await.map(drop)
}

pub(super) async fn due_timers(
    session: &mut Session,
    now: Moment,
    limit: u32,
) -> Result<Vec<(HouseTimer, Moment)>, StoreError> {
    let sql = "SELECT kind, about, due FROM house_timers WHERE due <= $1 ORDER BY due, kind, about LIMIT $2";
    let rows = session.query(sql).bind(now.millis()).bind(i64::from(limit)).all().await?;
    rows.iter().map(|row| Ok((timer(row)?, row.moment("due")?))).collect()
}

pub(super) async fn timer_at(session: &mut Session, timer: &HouseTimer) -> Result<Option<Moment>, StoreError> {
    let (kind, about) = written(timer);
    let sql = "SELECT due FROM house_timers WHERE kind = $1 AND about = $2";
    let row = session.query(sql).bind(kind).bind(about).first().await?;
    row.map(|row| row.moment("due")).transpose()
}

fn written(timer: &HouseTimer) -> (&'static str, String) {
    match timer {
        HouseTimer::Board(desk) => ("board", desk.to_string()),
        HouseTimer::Digest(desk) => ("digest", desk.to_string()),
        HouseTimer::Back(person) => ("back", person.to_string()),
        HouseTimer::Warned(desk) => ("warned", desk.to_string()),
        HouseTimer::OldInbox(hours) => ("old-inbox", hours.to_string()),
        HouseTimer::Figures(person) => ("figures", person.to_string()),
        HouseTimer::Spread { release, to, language, since } => {
            ("spread", format!("{release} {to} {} {}", language.code(), since.millis()))
        }
    }
}

fn timer(row: &Row) -> Result<HouseTimer, StoreError> {
    let (kind, about): (String, String) = (row.get("kind")?, row.get("about")?);
    let timer = match kind.as_str() {
        "board" => Some(HouseTimer::Board(DeskId::new(about))),
        "digest" => Some(HouseTimer::Digest(DeskId::new(about))),
        "back" => about.parse().ok().map(|person| HouseTimer::Back(PersonId(person))),
        "warned" => Some(HouseTimer::Warned(DeskId::new(about))),
        "old-inbox" => about.parse().ok().map(HouseTimer::OldInbox),
        "figures" => about.parse().ok().map(|person| HouseTimer::Figures(PersonId(person))),
        "spread" => spread(&about),
        _ => None,
    };
    timer.ok_or_else(|| StoreError::Corrupt(format!("no timer of the house: {kind}")))
}

fn spread(about: &str) -> Option<HouseTimer> {
    let mut parts = about.split(' ');
    let release = ReleaseNumber(parts.next()?.parse().ok()?);
    let to = PersonId(parts.next()?.parse().ok()?);
    let code = parts.next()?;
    let language = Language::ALL.into_iter().find(|language| language.code() == code)?;
    let since = Moment::from_millis(parts.next()?.parse().ok()?);
    Some(HouseTimer::Spread { release, to, language, since })
}
