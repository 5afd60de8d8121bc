//! Releases: each a list of files by their content, which many releases share; and which of them is in use.

use std::collections::BTreeMap;

use sha2::{Digest as _, Sha256};

use super::audit::{self, author};
use super::counters;
use super::each::{self, over_each};
use super::session::{Row, Session, Sql};
use crate::domain::audit::{Act, Entry};
use crate::domain::files::Files;
use crate::domain::ids::{ReleaseId, ReleaseNumber};
use crate::domain::moment::Moment;
use crate::domain::official::Author;
use crate::domain::release::Release;
use crate::ports::office::NewRelease;
use crate::ports::store::StoreError;

/// The files of a release: path and hash of the content.
type Manifest = BTreeMap<String, String>;

pub(super) async fn publish(session: &mut Session, new: &NewRelease<'_>) -> Result<ReleaseNumber, StoreError> {
    // The turn comes first: whoever else publishes waits for it, and then sees what is in use.
    let turn = counters::next(session, "release-turn").await?;
    if number_in_use(session).await? != new.based_on {
        return Err(StoreError::Conflict);
    }
    let known = match new.based_on {
        Some(number) => manifest(session, number).await?.unwrap_or_default(),
        None => Manifest::new(),
    };
    let manifest = keep_files(session, new.files, &known).await?;
    let number = ReleaseNumber(counters::next(session, "release").await?);
    let sql = "INSERT INTO releases (number, fingerprint, manifest, based_on, author, author_name, made, note)
               VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    session
        .query(sql)
        .bind(number.0)
        .bind(new.fingerprint.as_str())
        .bind(written(&manifest)?)
        .bind(new.based_on.map(|number| number.0))
        .bind(new.by.id.map(|id| id.0))
        .bind(&new.by.name)
        .bind(new.at.millis())
        .bind(&new.note)
        .execute()
        .await?;
    use_from(session, turn, number, new.at).await?;
    let about = format!("{number} ({})", new.note);
    audit::add(session, &Entry { at: new.at, by: new.by.clone(), act: Act::Published, about }).await?;
    Ok(number)
}

pub(super) async fn put_in_use(
    session: &mut Session,
    number: ReleaseNumber,
    instead_of: ReleaseNumber,
    by: &Author,
    at: Moment,
) -> Result<(), StoreError> {
    let turn = counters::next(session, "release-turn").await?;
    if number_in_use(session).await? != Some(instead_of) || release(session, number).await?.is_none() {
        return Err(StoreError::Conflict);
    }
    use_from(session, turn, number, at).await?;
    let about = format!("{instead_of} → {number}");
    audit::add(session, &Entry { at, by: by.clone(), act: Act::RolledBack, about }).await
}

async fn use_from(session: &mut Session, turn: i64, number: ReleaseNumber, at: Moment) -> Result<(), StoreError> {
    let sql = "INSERT INTO releases_in_use (turn, release, since) VALUES ($1, $2, $3)";
    session.query(sql).bind(turn).bind(number.0).bind(at.millis()).execute().await.map(drop)
}

async fn number_in_use(session: &mut Session) -> Result<Option<ReleaseNumber>, StoreError> {
    let row = session.query("SELECT release FROM releases_in_use ORDER BY turn DESC LIMIT 1").first().await?;
    row.map(|row| row.get("release").map(ReleaseNumber)).transpose()
}

/// Keeps what is not kept yet; `known` is what a release that is kept holds.
async fn keep_files(session: &mut Session, files: &Files, known: &Manifest) -> Result<Manifest, StoreError> {
    let mut manifest = Manifest::new();
    for (path, content) in files.iter() {
        let hash = hash(content);
        if known.get(path) != Some(&hash) {
            let text = str::from_utf8(content).map_err(|_| StoreError::Corrupt(format!("{path} is no text")))?;
            let sql = "INSERT INTO release_files (hash, content) VALUES ($1, $2) ON CONFLICT (hash) DO NOTHING";
            session.query(sql).bind(&hash).bind(text).execute().await?;
        }
        manifest.insert(path.to_owned(), hash);
    }
    Ok(manifest)
}

const IN_USE: &str = "SELECT number, fingerprint, based_on, author, author_name, made, note FROM releases
                      JOIN releases_in_use ON release = number ORDER BY turn DESC LIMIT 2";

pub(super) async fn in_use(session: &mut Session) -> Result<Option<Release>, StoreError> {
    let rows = session.query(IN_USE).all().await?;
    rows.first().map(read).transpose()
}

pub(super) async fn before(session: &mut Session) -> Result<Option<Release>, StoreError> {
    let rows = session.query(IN_USE).all().await?;
    rows.get(1).map(read).transpose()
}

pub(super) async fn newest(session: &mut Session, limit: u32) -> Result<Vec<Release>, StoreError> {
    let sql = "SELECT number, fingerprint, based_on, author, author_name, made, note FROM releases
               ORDER BY number DESC LIMIT $1";
    let rows = session.query(sql).bind(i64::from(limit)).all().await?;
    rows.iter().map(read).collect()
}

pub(super) async fn release(session: &mut Session, number: ReleaseNumber) -> Result<Option<Release>, StoreError> {
    let sql = "SELECT number, fingerprint, based_on, author, author_name, made, note FROM releases WHERE number = $1";
    let row = session.query(sql).bind(number.0).first().await?;
    row.as_ref().map(read).transpose()
}

const CONTENTS: Sql = over_each!(
    "SELECT hash, content FROM release_files WHERE hash IN (SELECT one.value ->> 0 FROM " each ")"
);

pub(super) async fn files(session: &mut Session, number: ReleaseNumber) -> Result<Option<Files>, StoreError> {
    let Some(manifest) = manifest(session, number).await? else { return Ok(None) };
    // Two files may say the same.
    let mut wanted: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (path, hash) in manifest {
        wanted.entry(hash).or_default().push(path);
    }
    let hashes: Vec<_> = wanted.keys().map(|hash| (hash,)).collect();
    let mut files = Files::default();
    for row in each::query(session, CONTENTS, &hashes)?.all().await? {
        let content: String = row.get("content")?;
        for path in wanted.remove(&row.get::<String>("hash")?).into_iter().flatten() {
            files.put(path, content.as_str());
        }
    }
    match wanted.into_values().flatten().next() {
        None => Ok(Some(files)),
        Some(path) => Err(StoreError::Corrupt(format!("release {number} lacks {path}"))),
    }
}

async fn manifest(session: &mut Session, number: ReleaseNumber) -> Result<Option<Manifest>, StoreError> {
    let row = session.query("SELECT manifest FROM releases WHERE number = $1").bind(number.0).first().await?;
    let Some(row) = row else { return Ok(None) };
    let text: String = row.get("manifest")?;
    let manifest = serde_json::from_str(&text);
    manifest.map(Some).map_err(|error| StoreError::Corrupt(format!("release {number}: {error}")))
}

fn written(manifest: &Manifest) -> Result<String, StoreError> {
    serde_json::to_string(manifest).map_err(|error| StoreError::Corrupt(error.to_string()))
}

fn read(row: &Row) -> Result<Release, StoreError> {
    Ok(Release {
        number: ReleaseNumber(row.get("number")?),
        fingerprint: ReleaseId::new(row.get::<String>("fingerprint")?),
        based_on: row.get::<Option<i64>>("based_on")?.map(ReleaseNumber),
        by: author(row)?,
        at: row.moment("made")?,
        note: row.get("note")?,
    })
}

fn hash(content: &[u8]) -> String {
    Sha256::digest(content).iter().fold(String::new(), |hex, byte| format!("{hex}{byte:02x}"))
}
