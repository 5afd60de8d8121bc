//! One run: clients who keep asking, a program that keeps dying, and the count at the end.

use std::collections::BTreeMap;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use loket::sandbox::{ChatId, PersonId, SANDBOX_TOKEN, Scene, Server, Telegram};
use rand::rngs::StdRng;
use rand::{RngExt as _, SeedableRng as _};
use tempfile::TempDir;

use crate::small_knowledge;

/// The moments of the kills can be played again.
const SEED: u64 = 20_261_123;
const CLIENTS: usize = 60;
/// New messages before each start.
const MESSAGES_A_ROUND: usize = 6;
/// How long the last program may take to answer what is left. Only a fault takes longer.
const PATIENCE: Duration = Duration::from_mins(4);

/// A client and the names of the places they asked for, in order.
type Asked = BTreeMap<PersonId, Vec<String>>;

/// A stand-in for Telegram, and a program to kill.
pub(crate) struct Killing {
    telegram: Telegram,
    server: Server,
    knowledge: TempDir,
    database: (&'static str, String),
}

impl Killing {
    pub(crate) async fn new(database: (&'static str, String)) -> Self {
        let telegram = Scene::default().telegram;
        telegram.set_limits(None);
        let server = telegram.serve_on_loopback().await.unwrap();
        let knowledge = tempfile::tempdir().unwrap();
        small_knowledge::write_into(knowledge.path());
        Self { telegram, server, knowledge, database }
    }

    /// Kills the program so often, lets it come to rest, and counts.
    pub(crate) async fn play(&self, kills: usize) {
        let mut chance = StdRng::seed_from_u64(SEED);
        let clients: Vec<PersonId> =
            (0..CLIENTS).map(|number| self.telegram.add_person(&format!("Client{number}"), "nl")).collect();
        let mut asked = Asked::new();
        let mut deaths = Vec::new();
        for round in 0..kills {
            for message in 0..MESSAGES_A_ROUND {
                let client = clients[chance.random_range(0..clients.len())];
                let place = format!("Nergens{round:03}x{message}");
                self.telegram.person(client).writes(&format!("/gemeente {place}")).unwrap();
                asked.entry(client).or_default().push(place);
            }
            self.start_and_kill(&mut chance).await;
            deaths.push(self.calls());
        }
        let mut last = self.start();
        self.wait_for_all(&asked).await;
        stop(&mut last);
        self.count(&asked, &deaths);
    }

    fn start(&self) -> Child {
        let (variable, value) = &self.database;
        Command::new(env!("CARGO_BIN_EXE_loket"))
            .arg("serve")
            .env_clear()
            .env("TELOXIDE_TOKEN", SANDBOX_TOKEN)
            .env("TELOXIDE_API_URL", self.server.base_url())
            .env("LOKET_KNOWLEDGE", self.knowledge.path())
            .env(variable, value)
            .env("RUST_LOG", "error")
            .current_dir(self.knowledge.path())
            .stdin(Stdio::null())
            .spawn()
            .unwrap()
    }

    /// Starts the program and kills it: after some calls, and then a little later still.
    async fn start_and_kill(&self, chance: &mut StdRng) {
        let before = self.calls();
        let enough = before + chance.random_range(0..30);
        let mut program = self.start();
        // It may have nothing more to say than this round's messages: then the quiet moment is the moment.
        let _ = tokio::time::timeout(
            Duration::from_millis(900),
            self.telegram.wait_until(|state| state.ledger().calls.len() >= enough),
        )
        .await;
        for _ in 0..chance.random_range(0..3_000) {
            tokio::task::yield_now().await;
        }
        program.kill().unwrap();
        program.wait().unwrap();
    }

    fn calls(&self) -> usize {
        self.telegram.read(|state| state.ledger().calls.len())
    }

    async fn wait_for_all(&self, asked: &Asked) {
        let all_answered = async {
            let mut news = self.telegram.subscribe();
            while !self.missing(asked).is_empty() {
                // Missed news is no matter: the next look is at everything.
                let _ = news.recv().await;
            }
        };
        let in_time = tokio::time::timeout(PATIENCE, all_answered).await;
        assert!(in_time.is_ok(), "lost: {:?}", self.missing(asked));
    }

    fn missing(&self, asked: &Asked) -> Vec<String> {
        let ledger = self.telegram.ledger();
        let missing_of = |(client, places): (&PersonId, &Vec<String>)| {
            let texts = ledger.texts_sent_to(*client).join("\n");
            places.iter().filter(|place| !texts.contains(place.as_str())).cloned().collect::<Vec<_>>()
        };
        asked.iter().flat_map(missing_of).collect()
    }

    fn count(&self, asked: &Asked, deaths: &[usize]) {
        let ledger = self.telegram.ledger();
        for (client, places) in asked {
            let texts = ledger.texts_sent_to(*client);
            let answered: Vec<usize> = places
                .iter()
                .map(|place| texts.iter().position(|text| text.contains(place.as_str())).unwrap())
                .collect();
            assert!(answered.is_sorted(), "client {client:?} was answered out of order");
        }
        let repeats = self.repeats_after_each(deaths);
        let (all, most) = (repeats.iter().sum::<usize>(), repeats.iter().max().copied().unwrap_or(0));
        let messages: usize = asked.values().map(Vec::len).sum();
        println!("{} kills, {messages} messages: 0 lost, {all} repeated, at most {most} for one kill", deaths.len());
        assert!(most <= 1, "{most} messages were repeated because of one kill");
        assert_eq!(ledger.violations, 0);
    }

    /// How many messages each kill made the next program repeat. `deaths`: how many calls there had been at each.
    fn repeats_after_each(&self, deaths: &[usize]) -> Vec<usize> {
        let mut repeats = vec![0; deaths.len() + 1];
        let mut said: BTreeMap<(ChatId, String), usize> = BTreeMap::new();
        for call in self.telegram.ledger().accepted() {
            let (Some(chat), Some(text)) = (call.chat, call.text.clone()) else { continue };
            if !text.contains("Nergens") {
                continue;
            }
            let life = deaths.partition_point(|death| *death < call.number);
            if let Some(earlier) = said.insert((chat, text), life) {
                repeats[earlier] += 1;
            }
        }
        repeats
    }
}

/// Told to stop, it stops in order.
fn stop(program: &mut Child) {
    let told = Command::new("kill").args(["-TERM", &program.id().to_string()]).status().unwrap();
    assert!(told.success());
    assert!(program.wait().unwrap().success(), "it did not stop in order");
}
