//! How a port's method becomes a job on a session: one that reads, or one transaction.

/// Does a job that changes nothing.
macro_rules! reading {
    ($database:expr, $($job:ident)::+ ($($argument:expr),*)) => {{
        let mut session = $database.read().await?;
        $($job)::+(&mut session $(, $argument)*).await
    }};
}

/// Does a job in one transaction: kept when it succeeds, undone when it fails.
macro_rules! writing {
    ($database:expr, $($job:ident)::+ ($($argument:expr),*)) => {{
        let mut session = $database.write().await?;
        let outcome = $($job)::+(&mut session $(, $argument)*).await?;
        session.commit().await?;
        Ok::<_, $crate::ports::store::StoreError>(outcome)
    }};
}

pub(super) use {reading, writing};
