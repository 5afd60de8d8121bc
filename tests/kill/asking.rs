//! Clients who ask for places that nobody knows, and which of their questions were answered.

use std::collections::BTreeMap;
use std::time::Duration;

use loket::sandbox::{PersonId, Telegram};
use rand::RngExt as _;
use rand::rngs::StdRng;

/// So many that none of them asks more than a client may: who does is told so, and that is no answer.
const CLIENTS: usize = 240;
/// Stands in every place that is asked for, and in every answer.
pub(crate) const NOWHERE: &str = "Nergens";
/// How long what is left may take to be answered. Only a fault takes longer.
const PATIENCE: Duration = Duration::from_mins(4);

/// Clients and the places each asked for, in order.
pub(crate) struct Asking {
    telegram: Telegram,
    clients: Vec<PersonId>,
    asked: BTreeMap<PersonId, Vec<String>>,
    count: usize,
}

impl Asking {
    pub(crate) fn new(telegram: &Telegram) -> Self {
        let clients = (0..CLIENTS).map(|number| telegram.add_person(&format!("Client{number}"), "nl")).collect();
        Self { telegram: telegram.clone(), clients, asked: BTreeMap::new(), count: 0 }
    }

    /// Somebody asks something.
    pub(crate) fn ask(&mut self, chance: &mut StdRng) {
        let client = self.clients[chance.random_range(0..self.clients.len())];
        let place = format!("{NOWHERE}{:05}x", self.count);
        self.count += 1;
        self.telegram.person(client).writes(&format!("/gemeente {place}")).unwrap();
        self.asked.entry(client).or_default().push(place);
    }

    /// How many questions were asked.
    pub(crate) fn count(&self) -> usize {
        self.count
    }

    pub(crate) async fn wait_for_all(&self) {
        assert!(self.are_all_answered().await, "lost: {:?}", self.missing());
    }

    /// Is everything answered, in time?
    pub(crate) async fn are_all_answered(&self) -> bool {
        let all_answered = async {
            let mut news = self.telegram.subscribe();
            while !self.missing().is_empty() {
                // Missed news is no matter: the next look is at everything.
                let _ = news.recv().await;
            }
        };
        tokio::time::timeout(PATIENCE, all_answered).await.is_ok()
    }

    pub(crate) fn missing(&self) -> Vec<String> {
        let ledger = self.telegram.ledger();
        let missing_of = |(client, places): (&PersonId, &Vec<String>)| {
            let texts = ledger.texts_sent_to(*client).join("\n");
            places.iter().filter(|place| !texts.contains(place.as_str())).cloned().collect::<Vec<_>>()
        };
        self.asked.iter().flat_map(missing_of).collect()
    }

    /// Each client was answered in the order in which they asked.
    pub(crate) fn assert_in_order(&self) {
        let ledger = self.telegram.ledger();
        for (client, places) in &self.asked {
            let texts = ledger.texts_sent_to(*client);
            let answered: Vec<usize> = places
                .iter()
                .map(|place| texts.iter().position(|text| text.contains(place.as_str())).unwrap())
                .collect();
            assert!(answered.is_sorted(), "client {client:?} was answered out of order");
        }
        assert_eq!(ledger.violations, 0);
    }

    /// How many answers there were beyond the first to each question.
    pub(crate) fn repeats(&self) -> usize {
        let mut said = BTreeMap::new();
        for call in self.telegram.ledger().accepted() {
            if let (Some(chat), Some(text)) = (call.chat, call.text.clone())
                && text.contains(NOWHERE)
            {
                *said.entry((chat, text)).or_insert(0_usize) += 1;
            }
        }
        said.values().map(|times| times - 1).sum()
    }
}
