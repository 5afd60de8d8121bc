//! The house: the ports it stands on and the settings it keeps to.

use std::collections::BTreeSet;
use std::sync::atomic::{AtomicBool, AtomicI64};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use tokio::sync::{Notify, Semaphore};

use super::office::{Made, Seen, Trip};
use super::pace::Pace;
use super::rendering::Renderer;
use super::shelf::{Knowledge, Shelf};
use super::tenure::Tenure;
use crate::conversation::policy::Policy;
use crate::domain::ids::PersonId;
use crate::domain::moment::Moment;
use crate::ports::clock::Clock;
use crate::ports::incoming::Reader;
use crate::ports::knowledge::Workshop;
use crate::ports::lease::Duty;
use crate::ports::messenger::Messenger;
use crate::ports::meter::Meter;
use crate::ports::observer::{Observer, Step};
use crate::ports::office::Office;
use crate::ports::pictures::Painter;
use crate::ports::sources::Sources;
use crate::ports::store::Store;

/// What an operator can set.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Who may link a desk to a group.
    pub admins: BTreeSet<PersonId>,
    /// Patience and thresholds; the thresholds of the knowledge in use go before these.
    pub policy: Policy,
    /// How long after the last contact, or the end of the last case, everything about a client is erased.
    pub retention: Duration,
    /// How long an ended update keeps its number, so that a repeat is known. Telegram repeats within a day, and
    /// draws a new random number after a week of silence: a number must not be kept for ever.
    pub inbox_memory: Duration,
    /// How often an update that can't be handled, or a row of which nothing is heard, is tried before it is given up,
    /// visibly. A database or a messenger that is away is waited for, however often.
    pub attempts: u32,
    /// With so many rows of the outbox waiting, or so many clients waiting for a person, no new case is opened.
    pub most_waiting: MostWaiting,
    /// How long a claimed update or row is ours. Longer than any call may take.
    pub lease: Duration,
    /// The name of this program among those that work on the same database.
    pub name: String,
    /// The name under which people find the bot in the messenger, without the `@`.
    pub bot_name: String,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            admins: BTreeSet::new(),
            policy: Policy::default(),
            retention: Duration::from_hours(28 * 24),
            inbox_memory: Duration::from_hours(6 * 24),
            attempts: 5,
            most_waiting: MostWaiting { rows: 2_000, cases: 500 },
            lease: Duration::from_mins(1),
            name: "loket".to_owned(),
            bot_name: String::new(),
        }
    }
}

/// How much may wait before new cases are shed, so that the running ones go on.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct MostWaiting {
    /// Rows of the outbox: two thousand take a group an hour and a half.
    pub rows: i64,
    /// Cases that nobody has taken.
    pub cases: usize,
}

/// What the house stands on.
#[derive(Clone)]
pub struct Ports {
    /// What is kept.
    pub store: Arc<dyn Store>,
    /// What is kept for those who look after the house.
    pub office: Arc<dyn Office>,
    /// Where files become knowledge.
    pub workshop: Arc<dyn Workshop>,
    /// The messenger, for what leaves.
    pub messenger: Arc<dyn Messenger>,
    /// The messenger, for what comes in.
    pub reader: Arc<dyn Reader>,
    /// Who makes pictures.
    pub painter: Arc<dyn Painter>,
    /// Who looks whether the pages of the catalogue are still there.
    pub sources: Arc<dyn Sources>,
    /// The time.
    pub clock: Arc<dyn Clock>,
    /// Who keeps count for who runs it; `Arc::new(())` for nobody.
    pub meter: Arc<dyn Meter>,
}

/// The whole service.
pub struct House {
    pub(super) ports: Ports,
    pub(super) settings: Settings,
    pub(super) shelf: Arc<Shelf>,
    pub(super) pace: Pace,
    /// Held by the delivery that is under way: the next one waits for it, but not for long.
    pub(super) turn: Arc<Semaphore>,
    /// Rung when an update was stored: somebody may be waiting for an answer.
    pub(super) inbox_bell: Notify,
    /// Rung when something was committed or delivered: a lane may go on.
    pub(super) outbox_bell: Notify,
    /// Rung when a timer was set: the next alarm may be earlier than thought.
    pub(super) alarm_bell: Notify,
    /// Rung when other programs may have something to do.
    pub(super) others_bell: Notify,
    /// May we fetch updates?
    pub(super) poller: Tenure,
    /// May we deliver, and fire what is due?
    pub(super) sender: Tenure,
    /// Are we known to be at work?
    pub(super) worker: Tenure,
    /// The knowledge of the proposal that was checked last.
    pub(super) made: Mutex<Made>,
    /// The operator's folder as it was last looked at.
    pub(super) folder: Mutex<Seen>,
    /// Who wants to know whether the pages of the catalogue are still there.
    pub(super) trips: Mutex<Vec<Trip>>,
    /// Rung when somebody does.
    pub(super) trip_bell: Notify,
    /// When we last said that we are at work, in milliseconds.
    pub(super) said_at_work: AtomicI64,
    /// Does so much wait that no new case should be opened?
    pub(super) is_crowded: AtomicBool,
    /// Who looks on, in the sandbox.
    observer: Option<Arc<dyn Observer>>,
}

impl House {
    /// A house on these ports, with this knowledge in use.
    pub fn new(ports: Ports, shelf: Arc<Shelf>, pace: Pace, settings: Settings) -> Self {
        let is_shared = ports.store.is_shared();
        let worker = Duty::Worker(settings.name.clone());
        Self {
            ports,
            settings,
            shelf,
            pace,
            turn: Arc::new(Semaphore::new(1)),
            inbox_bell: Notify::new(),
            outbox_bell: Notify::new(),
            alarm_bell: Notify::new(),
            others_bell: Notify::new(),
            poller: Tenure::new(Duty::Poller, is_shared),
            sender: Tenure::new(Duty::Sender, is_shared),
            worker: Tenure::new(worker, is_shared),
            made: Mutex::new(None),
            folder: Mutex::default(),
            trips: Mutex::default(),
            trip_bell: Notify::new(),
            said_at_work: AtomicI64::new(i64::MIN),
            is_crowded: AtomicBool::new(false),
            observer: None,
        }
    }

    /// The same house, with somebody who looks on.
    #[must_use]
    pub fn seen_by(self, observer: Arc<dyn Observer>) -> Self {
        Self { observer: Some(observer), ..self }
    }

    /// Lets who looks on see a step.
    pub(super) fn observe(&self, step: &Step<'_>) {
        if let Some(observer) = &self.observer {
            observer.sees(step);
        }
    }

    /// What is kept.
    pub fn store(&self) -> &Arc<dyn Store> {
        &self.ports.store
    }

    /// The release of the knowledge in use.
    pub fn knowledge(&self) -> Arc<Knowledge> {
        self.shelf.current()
    }

    /// How long a silent client is kept.
    pub fn retention(&self) -> Duration {
        self.settings.retention
    }

    /// A renderer of this knowledge, as of now.
    pub(super) fn renderer<'a>(&self, knowledge: &'a Knowledge) -> Renderer<'a> {
        Renderer::new(knowledge.phrases.as_ref(), &knowledge.catalogue, self.now(), self.settings.retention)
    }

    /// Now.
    pub(super) fn now(&self) -> Moment {
        self.ports.clock.now()
    }

    /// Rings every bell: something was committed.
    pub(super) fn ring(&self) {
        self.alarm_bell.notify_one();
        self.ring_for_work();
    }

    /// Rings for those who handle and deliver: something was committed, and nothing is to be looked at later.
    pub(super) fn ring_for_work(&self) {
        self.inbox_bell.notify_one();
        self.outbox_bell.notify_one();
        self.others_bell.notify_one();
    }

    /// Rings every bell of this program: another one committed something.
    pub(super) fn ring_here(&self) {
        self.inbox_bell.notify_one();
        self.outbox_bell.notify_one();
        self.alarm_bell.notify_one();
    }
}
