//! The figures for who runs the house, as Prometheus reads them.
//!
//! Every name begins with `loket_`; `deploy/grafana.json` and `deploy/alerts.yml` are made against them. A label has few
//! values, all of them known beforehand but for the desks, which stand in the catalogue.

use std::fmt::Write as _;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use prometheus_client::encoding::text::encode;
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::metrics::histogram::Histogram;
use prometheus_client::metrics::info::Info;
use prometheus_client::registry::Registry;

use crate::domain::happening::Kind;
use crate::ports::levels::Levels;
use crate::ports::meter::{Attempt, Counted, Handling, Meter, Timed, Verdict};

/// Seconds: from a look-up in memory to a call that hangs.
const BUCKETS: [f64; 14] = [0.000_1, 0.000_5, 0.001, 0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 5.0, 15.0];

type Word = [(&'static str, &'static str); 1];
type AtDesk = [(&'static str, String); 2];

/// Keeps count, and tells.
pub struct Prometheus {
    registry: Registry,
    counts: Counts,
    gauges: Gauges,
    /// The gauges are set and told in one go: two pages at once don't mix.
    page: Mutex<()>,
}

struct Counts {
    received: Counter,
    handled: Family<Word, Counter>,
    decided: Family<Word, Counter>,
    tried: Family<Word, Counter>,
    given_up: Counter,
    happened: Family<Word, Counter>,
    promises: Family<Word, Counter>,
    decision: Histogram,
    search: Histogram,
    delivery: Histogram,
}

#[derive(Default)]
struct Gauges {
    database_up: Gauge,
    inbox: Gauge,
    inbox_age: Gauge,
    outbox: Gauge,
    outbox_age: Gauge,
    waiting_for_a_group: Gauge,
    dead: Gauge,
    cases: Family<AtDesk, Gauge>,
    release: Gauge,
    knowledge_age: Gauge,
    entries: Gauge,
    overdue_entries: Gauge,
    connections: Family<Word, Gauge>,
    silence: Gauge,
}

impl Default for Prometheus {
    fn default() -> Self {
        Self::new()
    }
}

impl Prometheus {
    /// Everything at zero.
    pub fn new() -> Self {
        let mut registry = Registry::with_prefix("loket");
        let counts = Counts::at_zero();
        counts.register(&mut registry);
        let gauges = Gauges::default();
        gauges.register(&mut registry);
        let version = Info::new([("version", env!("CARGO_PKG_VERSION"))]);
        registry.register("build", "The program", version);
        Self { registry, counts, gauges, page: Mutex::new(()) }
    }

    /// Everything there is to tell, as `OpenMetrics` text. `levels`: how things stand, `None` when the database does not say; `silence`: how
    /// long ago Telegram was last heard.
    pub fn page(&self, levels: Option<&Levels>, silence: Duration) -> String {
        let _alone = self.page.lock().unwrap_or_else(PoisonError::into_inner);
        self.gauges.silence.set(seconds(silence));
        self.gauges.database_up.set(i64::from(levels.is_some()));
        if let Some(levels) = levels {
            self.gauges.set(levels);
        }
        let mut page = String::new();
        if encode(&mut page, &self.registry).is_err() {
            // A text in memory always takes what is written; said all the same, rather than a page that looks whole.
            page.clear();
            let _ = writeln!(page, "# EOF");
        }
        page
    }
}

impl Meter for Prometheus {
    fn count(&self, what: Counted) {
        let counts = &self.counts;
        match what {
            Counted::Received(many) => drop(counts.received.inc_by(u64::try_from(many).unwrap_or(0))),
            Counted::Handled(handling) => up(&counts.handled, ("outcome", handling.word())),
            Counted::Decided(verdict) => up(&counts.decided, ("verdict", verdict.word())),
            Counted::Tried(attempt) => up(&counts.tried, ("outcome", attempt.word())),
            Counted::GivenUp => drop(counts.given_up.inc()),
            Counted::Happened(kind) => up(&counts.happened, ("kind", kind.word())),
            Counted::Promise { kept } => up(&counts.promises, ("kept", yes_or_no(kept))),
        }
    }

    fn time(&self, what: Timed, took: Duration) {
        let histogram = match what {
            Timed::Decision => &self.counts.decision,
            Timed::Search => &self.counts.search,
            Timed::Delivery => &self.counts.delivery,
        };
        histogram.observe(took.as_secs_f64());
    }
}

impl Counts {
    fn at_zero() -> Self {
        Self {
            received: Counter::default(),
            handled: zeros("outcome", Handling::ALL.iter().map(|one| one.word())),
            decided: zeros("verdict", Verdict::ALL.iter().map(|one| one.word())),
            tried: zeros("outcome", Attempt::ALL.iter().map(|one| one.word())),
            given_up: Counter::default(),
            happened: zeros("kind", Kind::ALL.iter().map(|one| one.word())),
            promises: zeros("kept", [true, false].map(yes_or_no)),
            decision: Histogram::new(BUCKETS),
            search: Histogram::new(BUCKETS),
            delivery: Histogram::new(BUCKETS),
        }
    }

    fn register(&self, to: &mut Registry) {
        to.register("updates_received", "New updates that were kept", self.received.clone());
        to.register("updates_handled", "Updates by how their handling ended", self.handled.clone());
        to.register("decisions", "What clients got", self.decided.clone());
        to.register("deliveries", "Attempts to deliver by how they ended; wait is a 429", self.tried.clone());
        to.register("deliveries_given_up", "Rows of the outbox that were given up", self.given_up.clone());
        to.register("happenings", "What happened, in the words of the office's figures", self.happened.clone());
        to.register("promises", "First answers of a person, by whether the promise was kept", self.promises.clone());
        to.register("decision_seconds", "From an update's arrival until its decision is kept", self.decision.clone());
        to.register("search_seconds", "Looking up the evidence for one message", self.search.clone());
        to.register("delivery_seconds", "One call to Telegram", self.delivery.clone());
    }
}

impl Gauges {
    fn register(&self, to: &mut Registry) {
        let gauges = [
            ("database_up", "1 when the database answers", &self.database_up),
            ("inbox_updates", "Updates not yet handled", &self.inbox),
            ("inbox_oldest_seconds", "How long ago the oldest of them arrived", &self.inbox_age),
            ("outbox_rows", "Rows not yet delivered", &self.outbox),
            ("outbox_oldest_seconds", "How long ago the oldest that can go was decided", &self.outbox_age),
            ("outbox_rows_without_a_group", "Rows that wait for a desk to be linked", &self.waiting_for_a_group),
            ("dead_letters", "Updates and rows that were given up", &self.dead),
            ("release", "The number of the release in use", &self.release),
            ("knowledge_age_seconds", "How long ago it was published", &self.knowledge_age),
            ("entries", "Entries in it", &self.entries),
            ("entries_overdue", "Of these, past their day of review", &self.overdue_entries),
            ("telegram_silence_seconds", "How long ago Telegram was last heard", &self.silence),
        ];
        for (name, help, gauge) in gauges {
            to.register(name, help, gauge.clone());
        }
        to.register(
            "cases_open",
            "Open cases by desk: waiting, taken, late (waiting past the promise)",
            self.cases.clone(),
        );
        to.register("database_connections", "Connections to the database", self.connections.clone());
    }

    fn set(&self, levels: &Levels) {
        self.inbox.set(levels.inbox);
        self.inbox_age.set(seconds(levels.inbox_age));
        self.outbox.set(levels.outbox);
        self.outbox_age.set(seconds(levels.outbox_age));
        self.waiting_for_a_group.set(levels.waiting_for_a_group);
        self.dead.set(levels.dead);
        self.release.set(levels.release.0);
        self.knowledge_age.set(seconds(levels.knowledge_age));
        self.entries.set(whole(levels.entries));
        self.overdue_entries.set(whole(levels.overdue_entries));
        let used = [("busy", levels.connections.busy), ("idle", levels.connections.idle)];
        for (state, many) in used {
            self.connections.get_or_create(&[("state", state)]).set(i64::from(many));
        }
        // A desk that left the catalogue leaves the page.
        self.cases.clear();
        for (desk, cases) in &levels.cases {
            for (state, many) in [("waiting", cases.waiting), ("taken", cases.taken), ("late", cases.late)] {
                let labels = [("desk", desk.to_string()), ("state", state.to_owned())];
                self.cases.get_or_create(&labels).set(many);
            }
        }
    }
}

fn up(family: &Family<Word, Counter>, label: (&'static str, &'static str)) {
    family.get_or_create(&[label]).inc();
}

fn zeros(label: &'static str, words: impl IntoIterator<Item = &'static str>) -> Family<Word, Counter> {
    let family = Family::default();
    for word in words {
        drop(family.get_or_create(&[(label, word)]));
    }
    family
}

const fn yes_or_no(kept: bool) -> &'static str {
    if kept { "yes" } else { "no" }
}

fn seconds(span: Duration) -> i64 {
    i64::try_from(span.as_secs()).unwrap_or(i64::MAX)
}

fn whole(many: usize) -> i64 {
    i64::try_from(many).unwrap_or(i64::MAX)
}
