//! Leases: their fences and until when they are held.
//!
//! By the clock of the database, never by that of the house: a lease is about programs on real machines, whose clocks
//! differ, while the house's clock is a value that stories move at will.

use std::time::Duration;

use super::counters;
use super::session::{Session, Sql};
use crate::ports::lease::{Duty, Fence};
use crate::ports::store::StoreError;

/// A statement in which `now` is the clock of the database, in milliseconds.
macro_rules! by_its_clock {
    (@ $clock:literal, $before:literal now $after:literal) => { concat!($before, $clock, $after) };
    (@ $clock:literal, $before:literal now $between:literal now $after:literal) => {
        concat!($before, $clock, $between, $clock, $after)
    };
    ($($part:tt)+) => {
        Sql {
            sqlite: by_its_clock!(@ "CAST(unixepoch('subsec') * 1000 AS INTEGER)", $($part)+),
            postgres: by_its_clock!(@ "CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000 AS BIGINT)", $($part)+),
        }
    };
}

const RENEW: Sql = by_its_clock!("UPDATE leases SET until = " now " + $3 WHERE name = $1 AND fence = $2");
const TAKE: Sql = by_its_clock!(
    "INSERT INTO leases (name, fence, until) VALUES ($1, $2, " now " + $3)
     ON CONFLICT (name) DO UPDATE SET fence = excluded.fence, until = excluded.until WHERE leases.until <= " now ""
);
const HELD: Sql = by_its_clock!("SELECT fence FROM leases WHERE name = $1 AND until > " now "");
const BURY: Sql = by_its_clock!("DELETE FROM leases WHERE name LIKE 'worker:%' AND until <= " now " RETURNING fence");

const ANY: Sql = by_its_clock!("SELECT 1 AS held FROM leases WHERE until > " now " LIMIT 1");

/// Is anybody at work?
pub(super) async fn any(session: &mut Session) -> Result<bool, StoreError> {
    Ok(session.query(ANY).first().await?.is_some())
}

/// Renews the lease held under `fence`, or takes it when nobody holds it.
pub(super) async fn hold(
    session: &mut Session,
    duty: &Duty,
    fence: Fence,
    length: Duration,
) -> Result<Option<Fence>, StoreError> {
    let (name, length) = (duty.word(), i64::try_from(length.as_millis()).unwrap_or(i64::MAX / 4));
    // Also one that is over: as long as nobody took it, it is ours.
    if fence != Fence::NONE && session.query(RENEW).bind(&name).bind(fence.0).bind(length).execute().await? == 1 {
        return Ok(Some(fence));
    }
    if session.query(HELD).bind(&name).first().await?.is_some() {
        return Ok(None);
    }
    let next = Fence(counters::next(session, "fence").await?);
    if session.query(TAKE).bind(&name).bind(next.0).bind(length).execute().await? == 0 {
        return Ok(None);
    }
    if *duty == Duty::Sender {
        // It keeps its mark: it may have arrived.
        let sql = "UPDATE outbox SET free_from = 0, holder = 0 WHERE state = 'open' AND held = 1";
        session.query(sql).execute().await?;
    }
    Ok(Some(next))
}

pub(super) async fn let_go(session: &mut Session, duty: &Duty, fence: Fence) -> Result<(), StoreError> {
    let sql = "UPDATE leases SET until = 0 WHERE name = $1 AND fence = $2";
    session.query(sql).bind(duty.word()).bind(fence.0).execute().await.map(drop)
}

/// Frees the updates of workers whose lease has ended, and forgets these leases: who wakes begins anew.
pub(super) async fn free_the_dead(session: &mut Session) -> Result<u64, StoreError> {
    let dead = session.query(BURY).all().await?;
    for row in &dead {
        free_updates(session, Fence(row.get("fence")?)).await?;
    }
    Ok(dead.len() as u64)
}

async fn free_updates(session: &mut Session, by: Fence) -> Result<(), StoreError> {
    let sql = "UPDATE inbox SET free_from = 0, holder = 0 WHERE state = 'open' AND holder = $1";
    session.query(sql).bind(by.0).execute().await.map(drop)
}

/// Frees what was claimed under this lease. A row keeps its mark: it may have been sent.
pub(super) async fn free_claims(session: &mut Session, by: Fence) -> Result<(), StoreError> {
    free_updates(session, by).await?;
    let sql = "UPDATE outbox SET free_from = 0, holder = 0 WHERE state = 'open' AND held = 1 AND holder = $1";
    session.query(sql).bind(by.0).execute().await.map(drop)
}

/// Ends all leases: nobody is at work.
pub(super) async fn end_all(session: &mut Session) -> Result<(), StoreError> {
    session.query("DELETE FROM leases WHERE name LIKE 'worker:%'").execute().await?;
    session.query("UPDATE leases SET until = 0").execute().await.map(drop)
}

/// Shared with other claims, and in the way of whoever would take over: until this transaction ends nothing changes.
const STANDS: Sql = Sql {
    sqlite: "SELECT 1 AS stands FROM leases WHERE fence = $1",
    postgres: "SELECT 1 AS stands FROM leases WHERE fence = $1 FOR SHARE",
};

/// May a worker claim under this lease? Who holds none works alone.
pub(super) async fn check_worker(session: &mut Session, by: Fence) -> Result<(), StoreError> {
    let stands = by == Fence::NONE || session.query(STANDS).bind(by.0).first().await?.is_some();
    if stands { Ok(()) } else { Err(StoreError::Superseded) }
}

/// May a sender claim under this lease? Who holds none may as long as nobody does.
pub(super) async fn check_sender(session: &mut Session, by: Fence) -> Result<(), StoreError> {
    if by != Fence::NONE {
        return check_worker(session, by).await;
    }
    let held = session.query(HELD).bind(Duty::Sender.word()).first().await?;
    if held.is_none() { Ok(()) } else { Err(StoreError::Superseded) }
}
