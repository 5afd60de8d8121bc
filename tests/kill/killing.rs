//! One run: clients who keep asking, a program that keeps dying, and the count at the end.

use std::collections::BTreeMap;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use loket::sandbox::{ChatId, SANDBOX_TOKEN, Scene, Server, Telegram};
use rand::rngs::StdRng;
use rand::{RngExt as _, SeedableRng as _};
use tempfile::TempDir;

use crate::asking::{Asking, NOWHERE};
use crate::small_knowledge;

/// The moments of the kills can be played again.
const SEED: u64 = 20_261_123;
/// New messages before each start.
const MESSAGES_A_ROUND: usize = 6;

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
        let mut asking = Asking::new(&self.telegram);
        let mut deaths = Vec::new();
        for _ in 0..kills {
            for _ in 0..MESSAGES_A_ROUND {
                asking.ask(&mut chance);
            }
            self.start_and_kill(&mut chance).await;
            deaths.push(self.calls());
        }
        let mut last = self.start();
        asking.wait_for_all().await;
        last.stop();
        asking.assert_in_order();
        self.count_repeats(asking.count(), &deaths);
    }

    fn start(&self) -> Program {
        let (variable, value) = &self.database;
        start(&self.server.base_url(), self.knowledge.path(), &[(variable, value)])
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
        program.kill();
    }

    fn calls(&self) -> usize {
        self.telegram.read(|state| state.ledger().calls.len())
    }

    fn count_repeats(&self, messages: usize, deaths: &[usize]) {
        let repeats = self.repeats_after_each(deaths);
        let (all, most) = (repeats.iter().sum::<usize>(), repeats.iter().max().copied().unwrap_or(0));
        println!("{} kills, {messages} messages: 0 lost, {all} repeated, at most {most} for one kill", deaths.len());
        assert!(most <= 1, "{most} messages were repeated because of one kill");
    }

    /// How many messages each kill made the next program repeat. `deaths`: how many calls there had been at each.
    fn repeats_after_each(&self, deaths: &[usize]) -> Vec<usize> {
        let mut repeats = vec![0; deaths.len() + 1];
        let mut said: BTreeMap<(ChatId, String), usize> = BTreeMap::new();
        for call in self.telegram.ledger().accepted() {
            let (Some(chat), Some(text)) = (call.chat, call.text.clone()) else { continue };
            if !text.contains(NOWHERE) {
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

/// Starts the program against a stand-in.
pub(crate) fn start(api: &str, knowledge: &std::path::Path, settings: &[(&str, &str)]) -> Program {
    let program = Command::new(env!("CARGO_BIN_EXE_loket"))
        .arg("serve")
        .env_clear()
        .env("TELOXIDE_TOKEN", SANDBOX_TOKEN)
        .env("TELOXIDE_API_URL", api)
        .env("LOKET_KNOWLEDGE", knowledge)
        .envs(settings.iter().copied())
        .env("RUST_LOG", "error")
        .env("LOKET_METRICS_ADDR", "off")
        .current_dir(knowledge)
        .stdin(Stdio::null())
        .spawn()
        .unwrap();
    Program(program)
}

/// A program that does not outlive the test, however that ends.
pub(crate) struct Program(Child);

impl Program {
    pub(crate) fn kill(&mut self) {
        self.0.kill().unwrap();
        self.0.wait().unwrap();
    }

    pub(crate) fn is_gone(&mut self) -> bool {
        self.0.try_wait().unwrap().is_some()
    }

    /// Sends a signal, such as `-STOP`.
    pub(crate) fn signal(&self, which: &str) {
        let told = Command::new("kill").args([which, &self.0.id().to_string()]).status().unwrap();
        assert!(told.success());
    }

    /// Told to stop, it stops in order.
    pub(crate) fn stop(&mut self) {
        self.signal("-TERM");
        assert!(self.0.wait().unwrap().success(), "it did not stop in order");
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        // It may be gone already.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}
