//! One update, once: read it, take it in, answer the tap. What can't be handled ends visibly, not in a stopped bot.

use std::panic::AssertUnwindSafe;

use async_trait::async_trait;
use futures_util::FutureExt;
use tracing::Instrument;

use super::deciding::{Cause, Fact};
use super::desk::Deed;
use super::house::House;
use super::insisting::insist;
use crate::conversation::event::{Answered, Command};
use crate::domain::ids::{ClientId, MessageRef};
use crate::domain::message::Action;
use crate::domain::moment::Moment;
use crate::ports::incoming::{ClientDid, Incoming};
use crate::ports::intake::{Intake, NotTaken};
use crate::ports::lease::Fence;
use crate::ports::meter::{Counted, Handling, Timed};
use crate::ports::observer::Step;
use crate::ports::store::{ClaimedUpdate, RawUpdate, StoreError, UpdateId};

/// Claimed at once: more than handled side by side would only wait in memory.
pub(super) const INBOX_BATCH: u32 = 64;

/// With so many updates waiting no more are taken in from who can come back later: an hour's work of a busy day.
const MOST_WAITING: i64 = 20_000;

#[async_trait]
impl Intake for House {
    async fn take(&self, raw: String) -> Result<(), NotTaken> {
        let not_kept = |error: StoreError| NotTaken::NotKept(error.to_string());
        if self.is_full().await.map_err(not_kept)? {
            return Err(NotTaken::Full);
        }
        self.receive(&[raw]).await.map(drop).map_err(not_kept)
    }
}

impl House {
    /// Keeps what the messenger sent. When this returns, the messenger may forget it.
    pub async fn receive(&self, raw: &[String]) -> Result<usize, StoreError> {
        let now = self.now();
        let updates: Vec<RawUpdate> = raw.iter().map(|raw| self.ports.reader.prepare(raw, now)).collect();
        let new = self.ports.store.receive(&updates).await?;
        self.ports.meter.count(Counted::Received(new));
        self.inbox_bell.notify_one();
        self.others_bell.notify_one();
        Ok(new)
    }

    /// Is so much waiting to be handled that whoever brings more should come back later?
    async fn is_full(&self) -> Result<bool, StoreError> {
        Ok(self.ports.store.backlog().await?.inbox > MOST_WAITING)
    }

    /// Handles one claimed update: done, postponed or buried when this returns.
    pub(super) async fn handle(&self, claimed: ClaimedUpdate) {
        let id = claimed.update.id;
        let span = tracing::info_span!("update", update.id = id, update.attempt = claimed.attempts);
        async {
            self.observe(&Step::Begun(id, claimed.attempts));
            let work = AssertUnwindSafe(self.try_to_handle(&claimed)).catch_unwind().await;
            let (problem, is_its_own) = match work {
                Ok(Ok(())) => return self.observe(&Step::Ended(id, None)),
                Ok(Err(error)) => (error.to_string(), matches!(error, StoreError::Corrupt(_))),
                // What a panic says may hold a client's words: it is not repeated.
                Err(_) => ("the handler panicked".to_owned(), true),
            };
            self.observe(&Step::Ended(id, Some(&problem)));
            if let Err(error) = self.put_aside(&claimed, &problem, is_its_own).await {
                // The lease ends by itself: the update comes back.
                tracing::warn!(%error, "could not put an update aside");
            }
        }
        .instrument(span)
        .await;
    }

    /// An update that is itself the problem is given up after some attempts; a database that can't be reached, or that
    /// somebody else holds, is waited for as long as it takes.
    async fn put_aside(&self, claimed: &ClaimedUpdate, problem: &str, is_its_own: bool) -> Result<(), StoreError> {
        let (id, now) = (claimed.update.id, self.now());
        if is_its_own && claimed.attempts >= self.settings.attempts {
            tracing::error!(problem, "an update was given up; its text is kept to look at");
            return self.bury(id, problem, claimed.by).await;
        }
        tracing::warn!(problem, "an update could not be handled and is tried again");
        let later = now.after(super::outbox::backoff(claimed.attempts));
        insist(|| self.ports.store.postpone_update(id, later, claimed.by)).await?;
        self.ports.meter.count(Counted::Handled(Handling::Postponed));
        self.alarm_bell.notify_one();
        Ok(())
    }

    async fn try_to_handle(&self, claimed: &ClaimedUpdate) -> Result<(), StoreError> {
        if !self.worker.covers(claimed.by) {
            // We were frozen in between, and another may have it by now.
            return self.ports.store.postpone_update(claimed.update.id, self.now(), claimed.by).await;
        }
        let update = &claimed.update;
        let incoming = match self.ports.reader.read(update) {
            Ok(incoming) => incoming,
            Err(unreadable) => {
                tracing::warn!(%unreadable, "an update can't be read; its text is kept to look at");
                return self.bury(update.id, &unreadable.to_string(), claimed.by).await;
            }
        };
        self.take_up(incoming, update).await?;
        self.ports.meter.count(Counted::Handled(Handling::Done));
        self.ports.meter.time(Timed::Decision, self.now().since(update.received));
        Ok(())
    }

    async fn bury(&self, update: UpdateId, reason: &str, by: Fence) -> Result<(), StoreError> {
        insist(|| self.ports.store.bury_update(update, reason, self.now(), by)).await?;
        self.ports.meter.count(Counted::Handled(Handling::Buried));
        Ok(())
    }

    async fn take_up(&self, incoming: Incoming, update: &RawUpdate) -> Result<(), StoreError> {
        if let Incoming::Client { client, name, did } = &incoming
            && self.serve_at_the_office(*client, name, did, update.id).await?
        {
            return Ok(());
        }
        match incoming {
            Incoming::Client { client, name, did: ClientDid::Tapped { tap, action, on } } => {
                self.take_tap(client, name, &tap, (action, on), update.id).await
            }
            Incoming::Client { client, name, did } => {
                let did = for_a_client(did);
                let answered = answered(&did);
                self.take_in(client, &Fact::Client(name, did, answered), Cause::Update(update.id)).await.map(drop)
            }
            Incoming::Group { chat, topic, by, did } => {
                self.hear_group(Deed { chat, topic, by, did, update: update.id }).await
            }
            Incoming::Membership { chat, person, is_member } => {
                self.note(chat, &person, is_member).await?;
                self.finish(update.id).await
            }
            Incoming::Untrusted { chat, topic, is_order } => {
                self.finish(update.id).await?;
                self.refuse_untrusted(chat, topic, is_order).await
            }
            Incoming::GroupMoved { from, to } => {
                self.ports.store.move_group(from, to).await?;
                self.finish(update.id).await
            }
            Incoming::Nothing => self.finish(update.id).await,
        }
    }

    /// A client's tap: the waiting sign ends, whatever comes of it.
    async fn take_tap(
        &self,
        client: ClientId,
        name: String,
        tap: &str,
        (action, on): (Option<Action>, Option<MessageRef>),
        update: UpdateId,
    ) -> Result<(), StoreError> {
        let notice = match action {
            Some(action) => {
                let on = match on {
                    Some(message) => self.ports.store.line_at(client, message).await?,
                    None => None,
                };
                self.take_in(client, &Fact::Tapped(name, action, on), Cause::Update(update)).await?.notice
            }
            // A button that we never made asks for nothing.
            None => {
                self.finish(update).await?;
                None
            }
        };
        self.answer_tap(tap, notice.as_deref()).await;
        Ok(())
    }

    /// Ends the waiting sign on a button. Lost is lost: the sign ends by itself after a while.
    pub(super) async fn answer_tap(&self, tap: &str, notice: Option<&str>) {
        if let Err(failure) = self.ports.messenger.answer_tap(tap, notice).await {
            tracing::debug!(%failure, "a tap was not answered");
        }
    }

    pub(super) async fn finish(&self, update: UpdateId) -> Result<(), StoreError> {
        let now: Moment = self.now();
        self.ports.store.finish_update(update, now).await
    }
}

/// What is no business of the office is what it is to any client.
fn for_a_client(did: ClientDid) -> ClientDid {
    match did {
        ClientDid::Asked { .. } => ClientDid::Commanded(Command::Unknown),
        ClientDid::SentFile { otherwise, .. } => *otherwise,
        other => other,
    }
}

/// The message that a client replied to; which line of ours it is, is looked up when it is taken in.
fn answered(did: &ClientDid) -> Option<Answered> {
    let message = match did {
        ClientDid::Wrote { reply, .. } | ClientDid::Attached { reply, .. } => (*reply)?,
        _ => return None,
    };
    Some(Answered { message, line: None })
}
