//! What happened: rows are only ever added, and none of them is anybody's.

use std::time::Duration;

use super::session::{Row, Session};
use crate::domain::area::AreaCode;
use crate::domain::happening::{Happening, Kind, Waited};
use crate::domain::ids::{DeskId, EntryId, ThemeId};
use crate::domain::language::Language;
use crate::domain::moment::Moment;
use crate::ports::store::StoreError;

pub(super) async fn add(session: &mut Session, happening: &Happening) -> Result<(), StoreError> {
    let sql = "INSERT INTO happenings (at, kind, detail, entry, theme, place, desk, language, waited, worked, kept)
               VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
    let waited = happening.waited.as_ref();
    session
        .query(sql)
        .bind(happening.at.millis())
        .bind(happening.kind.word())
        .bind(happening.detail.as_deref())
        .bind(happening.entry.as_ref().map(EntryId::as_str))
        .bind(happening.theme.as_ref().map(ThemeId::as_str))
        .bind(happening.place.as_ref().map(AreaCode::as_str))
        .bind(happening.desk.as_ref().map(DeskId::as_str))
        .bind(happening.language.map(Language::code))
        .bind(waited.map(|waited| seconds(waited.in_all)))
        .bind(waited.map(|waited| seconds(waited.working)))
        .bind(waited.and_then(|waited| waited.kept).map(i64::from))
        .execute()
        .await
        .map(drop)
}

pub(super) async fn between(session: &mut Session, from: Moment, until: Moment) -> Result<Vec<Happening>, StoreError> {
    let sql = "SELECT at, kind, detail, entry, theme, place, desk, language, waited, worked, kept FROM happenings
               WHERE at >= $1 AND at < $2 ORDER BY id";
    let rows = session.query(sql).bind(from.millis()).bind(until.millis()).all().await?;
    rows.iter().map(happening).collect()
}

fn happening(row: &Row) -> Result<Happening, StoreError> {
    let unreadable = |what: &str| StoreError::Corrupt(format!("{what} of a happening"));
    let kind: String = row.get("kind")?;
    let place: Option<String> = row.get("place")?;
    let language: Option<String> = row.get("language")?;
    let waited = match (row.get::<Option<i64>>("waited")?, row.get::<Option<i64>>("worked")?) {
        (Some(in_all), Some(working)) => Some(Waited {
            in_all: duration(in_all),
            working: duration(working),
            kept: row.get::<Option<i64>>("kept")?.map(|kept| kept == 1),
        }),
        _ => None,
    };
    Ok(Happening {
        at: Moment::from_millis(row.get("at")?),
        kind: Kind::from_word(&kind).ok_or_else(|| unreadable("the kind"))?,
        detail: row.get("detail")?,
        entry: row.get::<Option<String>>("entry")?.map(EntryId::new),
        theme: row.get::<Option<String>>("theme")?.map(ThemeId::new),
        place: place.map(TryInto::try_into).transpose().map_err(|_| unreadable("the place"))?,
        desk: row.get::<Option<String>>("desk")?.map(DeskId::new),
        language: language.as_deref().and_then(Language::from_code),
        waited,
    })
}

fn seconds(span: Duration) -> i64 {
    i64::try_from(span.as_secs()).unwrap_or(i64::MAX)
}

fn duration(seconds: i64) -> Duration {
    Duration::from_secs(u64::try_from(seconds).unwrap_or(0))
}
