//! Bells between programs that work on the same PostgreSQL database: a hint that there may be something to do.

use std::sync::Arc;

use sqlx::PgPool;
use sqlx::postgres::PgListener;
use tokio::sync::Mutex;

use crate::ports::store::StoreError;

const CHANNEL: &str = "loket";

/// The connection that listens, once somebody does.
pub(super) type Ear = Arc<Mutex<Option<PgListener>>>;

/// Rings in all programs that listen. In a statement of its own: told in a commit, it would make commits queue up
/// behind each other.
pub(super) async fn ring(pool: &PgPool, from: &str) -> Result<(), StoreError> {
    sqlx::query("SELECT pg_notify($1, $2)").bind(CHANNEL).bind(from).execute(pool).await?;
    Ok(())
}

/// Waits until another than `me` rings. Also back when a lost connection was made anew: what rang meanwhile was missed.
pub(super) async fn hear(ear: &Ear, pool: &PgPool, me: &str) -> Result<(), StoreError> {
    let mut ear = ear.lock().await;
    loop {
        let Some(listener) = ear.as_mut() else {
            let mut listener = PgListener::connect_with(pool).await?;
            listener.listen(CHANNEL).await?;
            *ear = Some(listener);
            return Ok(());
        };
        match listener.try_recv().await {
            Ok(Some(notification)) if notification.payload() == me => {}
            Ok(_) => return Ok(()),
            Err(error) => {
                *ear = None;
                return Err(error.into());
            }
        }
    }
}
