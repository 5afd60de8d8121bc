//! Transitions of conversations, each with everything that comes with it.

use super::session::Session;
use super::together::Job;
use super::{cases, conversations, happenings, house, inbox, outbox, timers, transcript};
use crate::ports::store::{Commit, StoreError};

impl Job for Commit {
    type Outcome = ();
    const WRITES: bool = true;

    async fn do_all(session: &mut Session, commits: &[Self]) -> Result<Vec<()>, StoreError> {
        let mut commits: Vec<&Self> = commits.iter().collect();
        // Of two programs that change the same conversations one waits for the other, and never each for the other.
        commits.sort_by_key(|commit| commit.client);
        keep(session, &commits).await?;
        Ok(vec![(); commits.len()])
    }
}

/// The conversations go first: they keep others who decided on the same version waiting.
async fn keep(session: &mut Session, commits: &[&Commit]) -> Result<(), StoreError> {
    conversations::advance(session, commits).await?;
    inbox::finish_handled(session, commits).await?;
    for commit in commits {
        // The topic is left with the desk it stood at, before the case names the new one.
        if let Some(case) = commit.leaves_topic {
            cases::leave_topic(session, case).await?;
        }
        if let Some(case) = &commit.case {
            cases::keep(session, case).await?;
        }
    }
    transcript::add(session, commits).await?;
    for commit in commits {
        if let Some((message, text)) = &commit.corrected {
            transcript::correct(session, commit.client, *message, text).await?;
        }
    }
    let outgoing: Vec<_> =
        commits.iter().flat_map(|commit| commit.outgoing.iter().map(|row| (row, Some(commit.now)))).collect();
    outbox::add(session, &outgoing).await?;
    timers::clear(session, commits).await?;
    timers::set(session, commits).await?;
    house::touch_boards(session, commits).await?;
    happenings::add(session, commits).await
}
