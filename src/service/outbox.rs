//! Delivering what was committed: in order per lane, within the limits, at least once.

use std::time::{Duration, Instant};

use tracing::Instrument;

use super::deciding::{Cause, Fact};
use super::house::House;
use super::insisting::insist;
use crate::conversation::event::{Event, Hindrance};
use crate::domain::delivery::{Lane, Operation};
use crate::domain::ids::{CaseNumber, ClientId};
use crate::domain::message::Message;
use crate::domain::moment::Moment;
use crate::domain::text::MESSAGE_LIMIT;
use crate::ports::lease::Terms;
use crate::ports::messenger::{Delivery, Failure, Receipt};
use crate::ports::meter::{Attempt, Counted, Timed};
use crate::ports::observer::Step;
use crate::ports::store::{ClaimedOutgoing, StoreError, Undelivered};

/// Claimed at once, and delivered side by side.
pub(super) const OUTBOX_BATCH: u32 = 64;
/// How long to wait while there is no network or Telegram is not well.
const OUTAGE: Duration = Duration::from_secs(3);
/// A right that is missing may be given back by an admin at any time: look again this much later.
const UNTIL_ALLOWED: Duration = Duration::from_secs(90);

/// How long to wait after the `attempts`-th failure: 1, 2, 4 … at most 60 seconds.
pub(super) fn backoff(attempts: u32) -> Duration {
    Duration::from_secs(1_u64 << attempts.saturating_sub(1).min(6)).min(Duration::from_mins(1))
}

/// So many lines at most go into one message, beside the first.
const MOST_JOINED: u32 = 9;

/// For how many messages an operation counts.
fn weight(operation: &Operation) -> usize {
    if let Operation::CopyAlbum { from } = operation { from.len() } else { 1 }
}

/// Several sends as one.
struct Joined {
    /// The one; `None` when the first stays alone.
    operation: Option<Operation>,
    /// How many of the followers are in it.
    count: usize,
}

/// As many of `followers` as fit in one message with `first`.
fn joined(first: &Operation, followers: &[ClaimedOutgoing]) -> Joined {
    let Operation::Send { message, quiet, reply, joins } = first else { return Joined { operation: None, count: 0 } };
    let mut text = message.text.clone();
    let mut count = 0;
    for row in followers {
        let Operation::Send { message: next, .. } = &row.outgoing.operation else { break };
        let longer = text.clone().paragraph().and(next.text.clone());
        if longer.text().encode_utf16().count() > MESSAGE_LIMIT {
            break;
        }
        (text, count) = (longer, count + 1);
    }
    let message = Message { text, ..message.clone() };
    let operation = Operation::Send { message, quiet: *quiet, reply: *reply, joins: *joins };
    Joined { operation: (count > 0).then_some(operation), count }
}

impl House {
    /// Says at the start what was given up before: somebody should look at it.
    pub(super) async fn report_dead_letters(&self) -> Result<(), StoreError> {
        let dead = self.ports.store.backlog().await?.dead;
        if let Some((_, _, operation, reason)) = self.ports.store.dead_outgoing(1).await?.first() {
            tracing::warn!(dead, operation = operation.word(), reason, "some things were given up; this is the last");
        }
        Ok(())
    }

    /// Delivers one claimed row: delivered, postponed or given up when this returns.
    pub(super) async fn deliver(&self, claimed: ClaimedOutgoing) {
        let span = tracing::info_span!(
            "delivery",
            client.id = %claimed.outgoing.client,
            line.id = %claimed.outgoing.line,
            operation = claimed.outgoing.operation.word(),
            attempt = claimed.attempts
        );
        async {
            if let Err(error) = self.try_to_deliver(&claimed).await {
                // The lease ends by itself: the row comes back, marked as uncertain.
                tracing::warn!(%error, "what came of a delivery could not be noted");
            }
        }
        .instrument(span)
        .await;
    }

    async fn try_to_deliver(&self, claimed: &ClaimedOutgoing) -> Result<(), StoreError> {
        let operation = &claimed.outgoing.operation;
        if let Err(from) = self.pace.ask(claimed.to.chat, weight(operation), claimed.outgoing.urgency, self.now()) {
            self.observe(&Step::Held(claimed, from));
            return self.again(claimed, from, claimed.uncertain, false).await;
        }
        if claimed.uncertain && !operation.is_repeatable() {
            tracing::warn!("an answer was lost: this may arrive twice");
        }
        // What may stand together goes together: a group has room for few messages a minute.
        let followers = match operation {
            Operation::Send { joins: true, .. } if !claimed.uncertain => {
                let terms = Terms { by: claimed.by, length: self.settings.lease };
                insist(|| self.ports.store.claim_joining(claimed, self.now(), terms, MOST_JOINED)).await?
            }
            _ => Vec::new(),
        };
        let joined = joined(operation, &followers);
        let (together, apart) = followers.split_at(joined.count);
        for row in apart {
            self.again(row, self.now(), row.uncertain, false).await?;
        }
        let operation = joined.operation.as_ref().unwrap_or(operation);
        if !self.sender.covers(claimed.by) {
            // We were frozen in between, and another may be delivering it: only what was on its way already goes.
            tracing::warn!("not sent: another program may be the sender now");
            for row in std::iter::once(claimed).chain(&followers) {
                self.again(row, self.now(), row.uncertain, false).await?;
            }
            return Ok(());
        }
        let delivery = Delivery { to: claimed.to, operation, target: claimed.target, reply_to: claimed.reply_to };
        self.observe(&Step::Sending(claimed));
        let begun = Instant::now();
        let outcome = self.ports.messenger.deliver(delivery).await;
        self.ports.meter.time(Timed::Delivery, begun.elapsed());
        let attempt = outcome.as_ref().map_or_else(Failure::attempt, |_| Attempt::Delivered);
        self.ports.meter.count(Counted::Tried(attempt));
        let outcome = match outcome {
            Err(Failure::Unchanged) => Ok(Receipt::Done),
            outcome => outcome,
        };
        self.observe(&Step::Sent(claimed, together, &outcome));
        for row in std::iter::once(claimed).chain(together) {
            match &outcome {
                Ok(receipt) => self.arrived(row, *receipt).await?,
                Err(failure) => self.did_not_arrive(row, failure.clone()).await?,
            }
        }
        Ok(())
    }

    async fn arrived(&self, claimed: &ClaimedOutgoing, receipt: Receipt) -> Result<(), StoreError> {
        let row = &claimed.outgoing;
        insist(|| self.ports.store.delivered(row.client, row.line, receipt, self.now())).await?;
        self.outbox_bell.notify_one();
        Ok(())
    }

    async fn did_not_arrive(&self, claimed: &ClaimedOutgoing, failure: Failure) -> Result<(), StoreError> {
        let now = self.now();
        let later = now.after(backoff(claimed.attempts));
        match failure {
            Failure::Wait(wait) => {
                let until = now.after(wait);
                self.pace.freeze(claimed.to.chat, until);
                self.again(claimed, until, claimed.uncertain, false).await
            }
            Failure::Moved(to) => {
                self.ports.store.move_group(claimed.to.chat, to).await?;
                self.again(claimed, now, claimed.uncertain, false).await
            }
            // No network, or an outage over there: the row waits for as long as that lasts.
            Failure::NotSent(problem) => {
                tracing::warn!(problem, "not sent; tried again");
                self.again(claimed, now.after(OUTAGE), claimed.uncertain, false).await
            }
            Failure::Unwell(problem) => {
                tracing::warn!(problem, "Telegram is not well; tried again");
                self.again(claimed, now.after(OUTAGE), true, false).await
            }
            Failure::Unknown(problem) => self.lost_answer(claimed, &problem, later).await,
            Failure::NotAllowed(problem) => {
                tracing::warn!(problem, "the group refuses us: give the bot its rights back");
                self.warn_admins(claimed.to.chat).await?;
                self.again(claimed, now.after(UNTIL_ALLOWED), claimed.uncertain, false).await
            }
            Failure::TopicGone(problem) => self.topic_is_gone(claimed, &problem).await,
            Failure::Unreachable(problem) => self.give_up(claimed, Hindrance::Gone, &problem).await,
            Failure::Hindered(why, problem) => self.give_up(claimed, why, &problem).await,
            Failure::Refused(problem) => self.refused(claimed, &problem).await,
            Failure::Unchanged => Ok(()),
        }
    }

    /// It may have arrived: each lost answer repeats a message at the most once, and losing it would be worse. Without
    /// its topic a case is nowhere, so that is tried for as long as it takes.
    async fn lost_answer(&self, claimed: &ClaimedOutgoing, problem: &str, later: Moment) -> Result<(), StoreError> {
        let is_vital = matches!(claimed.outgoing.operation, Operation::OpenTopic { .. });
        if claimed.attempts >= self.settings.attempts && !is_vital {
            return self.give_up(claimed, Hindrance::Other, problem).await;
        }
        tracing::warn!(problem, "it is not known whether this arrived; tried again");
        self.again(claimed, later, true, true).await
    }

    /// It will never work, and Telegram's reason is none that we know. A person hears when it is their line.
    async fn refused(&self, claimed: &ClaimedOutgoing, problem: &str) -> Result<(), StoreError> {
        let row = &claimed.outgoing;
        if let (ClientId::HOUSE, Operation::Edit { line, .. }) = (row.client, &row.operation) {
            // Somebody removed the board: it is made anew, and nothing was lost.
            tracing::warn!(problem, "the board can't be changed: a new one is made");
            self.arrived(claimed, Receipt::Done).await?;
            return self.lose_board(*line).await;
        }
        self.give_up(claimed, Hindrance::Other, problem).await
    }

    /// The topic of a case is gone: the case gets a new one, and this row goes there.
    async fn topic_is_gone(&self, claimed: &ClaimedOutgoing, problem: &str) -> Result<(), StoreError> {
        // A former topic, or General: there is nothing to make anew, and nobody misses it.
        let Lane::Case(case) = claimed.outgoing.lane else {
            tracing::warn!(problem, "a topic is gone");
            return self.arrived(claimed, Receipt::Done).await;
        };
        if self.open_case(case).await?.is_none() {
            tracing::warn!(problem, case.number = %case, "the topic of a closed case takes no words any more");
            return self.arrived(claimed, Receipt::Done).await;
        }
        tracing::warn!(problem, case.number = %case, "the topic of a case is gone");
        insist(|| self.lose_topic(claimed, case)).await?;
        self.again(claimed, self.now(), false, true).await
    }

    /// Has a new topic made, once: perhaps there is one by now.
    async fn lose_topic(&self, claimed: &ClaimedOutgoing, case: CaseNumber) -> Result<(), StoreError> {
        let topic = self.ports.store.topic_of(case).await?;
        if topic.is_none_or(|topic| Some(topic.thread) != claimed.to.thread || topic.chat != claimed.to.chat) {
            return Ok(());
        }
        let lost = Fact::Known(Event::TopicLost { case });
        self.take_in(claimed.outgoing.client, &lost, Cause::Topic(case)).await.map(drop)
    }

    async fn again(
        &self,
        claimed: &ClaimedOutgoing,
        not_before: Moment,
        uncertain: bool,
        counts: bool,
    ) -> Result<(), StoreError> {
        let row = &claimed.outgoing;
        let what = Undelivered::Again { not_before, uncertain, counts };
        insist(|| self.ports.store.undelivered(row.client, row.line, &what, self.now(), claimed.by)).await?;
        self.alarm_bell.notify_one();
        Ok(())
    }

    /// Whom it concerns is told first: who is killed in between tells it twice, and nobody is left in the dark.
    async fn give_up(&self, claimed: &ClaimedOutgoing, why: Hindrance, problem: &str) -> Result<(), StoreError> {
        tracing::error!(problem, "a delivery was given up");
        let row = &claimed.outgoing;
        // What is left to do for an erased client has lines below zero: there is no conversation to tell.
        if row.line.0 >= 0 && row.client != ClientId::HOUSE {
            let event = Fact::Known(Event::NotDelivered { line: row.line, why });
            match insist(|| self.take_in(row.client, &event, Cause::Delivery)).await {
                Ok(_) => {}
                Err(error @ StoreError::Unavailable(_)) => return Err(error),
                // What can't be told must not keep the lane waiting for ever.
                Err(error) => tracing::error!(%error, "nobody could be told that a line did not arrive"),
            }
        }
        let what = Undelivered::Dead { reason: problem.to_owned() };
        insist(|| self.ports.store.undelivered(row.client, row.line, &what, self.now(), claimed.by)).await?;
        self.ports.meter.count(Counted::GivenUp);
        self.outbox_bell.notify_one();
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::delivery::{Outgoing, Urgency};
    use crate::domain::ids::{CaseNumber, ChatId, LineId, ThreadId};
    use crate::domain::message::{Rich, Style};
    use crate::ports::lease::Fence;
    use crate::ports::messenger::Destination;

    fn says(text: Rich) -> Operation {
        Operation::Send { message: Message::new(text), quiet: false, reply: None, joins: true }
    }

    fn claimed(operation: Operation) -> ClaimedOutgoing {
        let (client, lane) = (ClientId(7), Lane::Case(CaseNumber(1)));
        ClaimedOutgoing {
            outgoing: Outgoing { client, line: LineId(2), lane, operation, urgency: Urgency::Now },
            to: Destination { chat: ChatId(-100), thread: Some(ThreadId(1)) },
            target: None,
            reply_to: None,
            attempts: 1,
            uncertain: false,
            by: Fence::NONE,
        }
    }

    fn all(followers: &[&str]) -> Vec<ClaimedOutgoing> {
        followers.iter().map(|text| claimed(says(Rich::plain(*text)))).collect()
    }

    fn text(joined: &Joined) -> Option<String> {
        match &joined.operation {
            Some(Operation::Send { message, .. }) => Some(message.text.text()),
            _ => None,
        }
    }

    #[test]
    fn lines_in_a_row_stand_in_one_message_each_with_its_own_styles() {
        let named = |words: &str| Rich::default().then(Style::Bold, "Anna").line().then(Style::Plain, words);
        let joined = joined(&says(named("een")), &[claimed(says(named("twee"))), claimed(says(named("drie")))]);
        assert_eq!(joined.count, 2);
        let whole = named("een").paragraph().and(named("twee")).paragraph().and(named("drie"));
        assert_eq!(joined.operation, Some(says(whole)));
    }

    #[test]
    fn alone_it_stays_what_it_is() {
        let joined = joined(&says(Rich::plain("een")), &[]);
        assert_eq!((joined.count, joined.operation), (0, None));
    }

    /// What no longer fits begins the next message; what stands behind it does not overtake it.
    #[test]
    fn no_more_stands_together_than_fits() {
        let (long, short) = ("é".repeat(MESSAGE_LIMIT - 10), "kort");
        let full = joined(&says(Rich::plain("een")), &all(&[short, &long, short]));
        assert_eq!((full.count, text(&full).as_deref()), (1, Some("een\n\nkort")));
        let exactly = joined(&says(Rich::plain(long.clone())), &all(&["12345678", "9"]));
        assert_eq!(exactly.count, 1);
        assert_eq!(text(&exactly).map(|text| text.encode_utf16().count()), Some(MESSAGE_LIMIT));
    }

    #[test]
    fn only_messages_stand_together() {
        let pin = claimed(Operation::Pin { line: LineId(1) });
        assert_eq!(joined(&says(Rich::plain("een")), std::slice::from_ref(&pin)).count, 0);
        assert_eq!(joined(&pin.outgoing.operation, &all(&["twee"])).count, 0);
    }

    #[test]
    fn patience_doubles_up_to_a_minute() {
        assert_eq!([1, 2, 3, 7, 99].map(|attempts| backoff(attempts).as_secs()), [1, 2, 4, 60, 60]);
    }
}
