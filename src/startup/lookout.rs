//! Whether the bot can work, for who runs it: what it complains of, and its figures.

use std::net::SocketAddr;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::time::Duration;

use async_trait::async_trait;
use tokio_util::sync::CancellationToken;

use crate::adapters::http::serve_vitals;
use crate::adapters::prometheus::Prometheus;
use crate::domain::moment::Moment;
use crate::ports::clock::Clock;
use crate::ports::meter::Meter;
use crate::ports::vitals::Vitals;
use crate::service::house::House;

/// A question for updates is answered within a minute, also when there are none. Longer than two of them is silence.
const LONGEST_SILENCE: Duration = Duration::from_mins(2);

/// How updates reach us.
#[derive(Clone, Copy, Debug)]
enum Receiving {
    /// Not yet: Telegram has not said who we are.
    NotYet,
    /// We fetch them; Telegram answered last at this moment, or we began then.
    Fetching(Moment),
    /// Telegram brings them.
    Brought,
    /// Another program on this database fetches them, and we stand by.
    Elsewhere,
}

/// Looks at the bot from its first moment, before there is a house.
pub(super) struct Lookout {
    clock: Arc<dyn Clock>,
    meter: Arc<Prometheus>,
    house: OnceLock<Arc<House>>,
    receiving: Mutex<Receiving>,
}

/// A lookout, served on `address` until `stop`. An address that can't be had does not keep the bot from its clients.
pub(super) async fn open_lookout(
    address: Option<SocketAddr>,
    clock: Arc<dyn Clock>,
    stop: &CancellationToken,
) -> Arc<Lookout> {
    let lookout = Arc::new(Lookout {
        clock,
        meter: Arc::new(Prometheus::new()),
        house: OnceLock::new(),
        receiving: Mutex::new(Receiving::NotYet),
    });
    if let Some(address) = address {
        match serve_vitals(address, Arc::clone(&lookout) as Arc<dyn Vitals>, stop.clone()).await {
            Ok(served) => tracing::info!(address = %served.address, "health and figures are served"),
            Err(error) => tracing::error!(
                %address, %error,
                "health and figures can't be served, the bot works without: give LOKET_METRICS_ADDR another address"
            ),
        }
    }
    lookout
}

impl Lookout {
    /// Who keeps count.
    pub(super) fn meter(&self) -> Arc<dyn Meter> {
        Arc::clone(&self.meter) as Arc<dyn Meter>
    }

    /// There is a house to look at.
    pub(super) fn watch(&self, house: &Arc<House>) {
        // The first house stays: there is one a program.
        let _ = self.house.set(Arc::clone(house));
    }

    /// Telegram answered, or we begin to ask: from now on its silence counts.
    pub(super) fn heard(&self) {
        self.receive(Receiving::Fetching(self.clock.now()));
    }

    /// Another program fetches updates.
    pub(super) fn stands_by(&self) {
        self.receive(Receiving::Elsewhere);
    }

    /// Telegram brings updates from now on.
    pub(super) fn is_brought(&self) {
        self.receive(Receiving::Brought);
    }

    fn receive(&self, how: Receiving) {
        *self.receiving.lock().unwrap_or_else(PoisonError::into_inner) = how;
    }

    /// How long ago Telegram last answered; nothing when it comes to us by itself, or to another.
    fn silence(&self) -> Option<Duration> {
        match *self.receiving.lock().unwrap_or_else(PoisonError::into_inner) {
            Receiving::NotYet => None,
            Receiving::Fetching(heard) => Some(self.clock.now().since(heard)),
            Receiving::Brought | Receiving::Elsewhere => Some(Duration::ZERO),
        }
    }
}

#[async_trait]
impl Vitals for Lookout {
    async fn complaints(&self) -> Vec<String> {
        let Some(house) = self.house.get() else {
            return vec![
                "it starts: Telegram has not said yet who this bot is, or the knowledge is being read".to_owned(),
            ];
        };
        let mut complaints = house.complaints().await;
        match self.silence() {
            None => complaints.push("no updates were asked for yet".to_owned()),
            Some(silence) if silence > LONGEST_SILENCE => {
                complaints.push(format!("Telegram has given no answer for {} seconds", silence.as_secs()));
            }
            Some(_) => {}
        }
        complaints
    }

    async fn page(&self) -> String {
        let levels = match self.house.get() {
            Some(house) => house.levels().await.ok(),
            None => None,
        };
        self.meter.page(levels.as_ref(), self.silence().unwrap_or_default())
    }
}
