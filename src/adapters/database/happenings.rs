//! What happened: rows are only ever added, and none of them is anybody's.

use std::time::Duration;

use super::each::{self, over_each};
use super::session::{Row, Session, Sql};
use crate::domain::happening::{Happening, Kind, Waited};
use crate::domain::ids::{DeskId, EntryId, ThemeId};
use crate::domain::language::Language;
use crate::domain::moment::Moment;
use crate::ports::store::{Commit, StoreError};

const ADD: Sql = over_each!(
    "INSERT INTO happenings (at, kind, detail, entry, theme, place, desk, language, waited, worked, kept)
     SELECT CAST(one.value ->> 0 AS BIGINT), one.value ->> 1, one.value ->> 2, one.value ->> 3, one.value ->> 4,
            one.value ->> 5, one.value ->> 6, one.value ->> 7, CAST(one.value ->> 8 AS BIGINT),
            CAST(one.value ->> 9 AS BIGINT), CAST(one.value ->> 10 AS BIGINT)
     FROM " each " ORDER BY one.key"
);

pub(super) async fn add(session: &mut Session, commits: &[&Commit]) -> Result<(), StoreError> {
    let row = |happening: &Happening| {
        let waited = happening.waited.as_ref();
        (
            happening.at.millis(),
            happening.kind.word(),
            happening.detail.clone(),
            happening.entry.as_ref().map(|entry| entry.as_str().to_owned()),
            happening.theme.as_ref().map(|theme| theme.as_str().to_owned()),
            happening.place.as_ref().map(|place| place.as_str().to_owned()),
            happening.desk.as_ref().map(|desk| desk.as_str().to_owned()),
            happening.language.map(Language::code),
            waited.map(|waited| seconds(waited.in_all)),
            waited.map(|waited| seconds(waited.working)),
            waited.and_then(|waited| waited.kept).map(i64::from),
        )
    };
    let rows: Vec<_> = commits.iter().flat_map(|commit| &commit.happened).map(row).collect();
    each::change(session, ADD, &rows).await.map(drop)
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
