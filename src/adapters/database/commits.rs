//! One transition of one conversation, with everything that comes with it.

use super::session::Session;
use super::{cases, conversations, happenings, house, inbox, outbox, timers, transcript};
use crate::ports::store::{Commit, StoreError};

/// The conversation goes first: it keeps others who decided on the same version waiting.
pub(super) async fn commit(session: &mut Session, commit: &Commit) -> Result<(), StoreError> {
    conversations::advance(session, commit).await?;
    for update in &commit.handled {
        // Somebody whose lease ran out may come late: what an update asks for is done once.
        if !inbox::finish(session, *update, commit.now).await? {
            return Err(StoreError::Conflict);
        }
    }
    // The topic is left with the desk it stood at, before the case names the new one.
    if let Some(case) = commit.leaves_topic {
        cases::leave_topic(session, case).await?;
    }
    if let Some(case) = &commit.case {
        cases::keep(session, case).await?;
    }
    for line in &commit.transcript {
        transcript::add(session, commit.client, line).await?;
    }
    if let Some((message, text)) = &commit.corrected {
        transcript::correct(session, commit.client, *message, text).await?;
    }
    for outgoing in &commit.outgoing {
        outbox::add(session, outgoing, Some(commit.now)).await?;
    }
    for timer in &commit.clear_timers {
        timers::clear(session, commit.client, *timer).await?;
    }
    for (timer, due) in &commit.set_timers {
        timers::set(session, commit.client, *timer, *due).await?;
    }
    for (desk, due) in &commit.boards {
        house::touch_board(session, desk, *due, commit.now).await?;
    }
    for happening in &commit.happened {
        happenings::add(session, happening).await?;
    }
    Ok(())
}
