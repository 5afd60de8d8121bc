//! One run: three programs on one database, killed, frozen and woken at moments nobody chose; now and then the server
//! itself takes no writes for a while.

use std::ops::Range;
use std::time::{Duration, Instant};

use loket::adapters::database::Database;
use loket::sandbox::{Scene, Server as StandIn, Telegram};
use rand::rngs::StdRng;
use rand::{RngExt as _, SeedableRng as _};
use tempfile::TempDir;
use tokio::time::timeout;

use crate::asking::Asking;
use crate::door::Door;
use crate::killing::{Program, start};
use crate::small_knowledge;
use crate::witness::Witness;

/// The misfortunes can be played again; the moments at which they meet the programs can't.
const SEED: u64 = 20_261_129;
const REPLICAS: usize = 3;
/// How long after it woke a program is watched.
const WATCHED: Duration = Duration::from_millis(1_500);
/// A message that was on its way when its program was frozen leaves when it wakes.
const IN_FLIGHT: usize = 1;

/// One of the programs.
struct Replica {
    door: Door,
    program: Option<Program>,
}

/// What was done to them, and what came of it.
#[derive(Debug, Default)]
struct Report {
    kills: usize,
    freezes: usize,
    demotions: usize,
    /// Programs that woke and found that another had become the sender.
    zombies: usize,
    /// What these sent before they found out.
    sent_by_zombies: usize,
    most_by_one: usize,
    questions: usize,
    repeated: usize,
    /// The longest time in which nobody was answered, though somebody always asks, while the server took writes.
    longest_silence: Duration,
}

/// Three programs, and what they work on.
pub(crate) struct Chaos {
    telegram: Telegram,
    _stand_in: StandIn,
    knowledge: TempDir,
    database: String,
    replicas: Vec<Replica>,
    witness: Witness,
    chance: StdRng,
    /// When the server took no writes.
    outages: Vec<Range<Instant>>,
    report: Report,
}

impl Chaos {
    pub(crate) async fn new(database: String) -> Self {
        let telegram = Scene::default().telegram;
        telegram.set_limits(None);
        let stand_in = telegram.serve_on_loopback().await.unwrap();
        let knowledge = tempfile::tempdir().unwrap();
        small_knowledge::write_into(knowledge.path());
        // Made before the first program comes, for the witness.
        Database::at_server(&database).await.unwrap().close().await;
        let witness = Witness::at(&database).await;
        let target = stand_in.base_url().trim_start_matches("http://").to_owned();
        let mut replicas = Vec::new();
        for _ in 0..REPLICAS {
            replicas.push(Replica { door: Door::to(target.clone()).await, program: None });
        }
        let (chance, report) = (StdRng::seed_from_u64(SEED), Report::default());
        Self {
            telegram,
            _stand_in: stand_in,
            knowledge,
            database,
            replicas,
            witness,
            chance,
            outages: Vec::new(),
            report,
        }
    }

    /// Lets misfortunes come for so long, lets all come to rest, and counts.
    pub(crate) async fn play(mut self, length: Duration) {
        let mut asking = Asking::new(&self.telegram);
        let end = Instant::now() + length;
        while Instant::now() < end {
            self.restart_the_dead(None);
            self.ask_for(&mut asking, 300..2_500).await;
            match self.chance.random_range(0..10) {
                0..4 => self.kill(&mut asking).await,
                4..9 => self.freeze(&mut asking).await,
                _ => self.demote(&mut asking).await,
            }
        }
        self.restart_the_dead(None);
        self.report.longest_silence = self.longest_silence();
        let is_all_answered = asking.are_all_answered().await;
        assert!(is_all_answered, "lost: {:?}; in the database: {:#?}", asking.missing(), self.witness.left().await);
        self.report.questions = asking.count();
        self.count(&asking).await;
    }

    /// As whoever looks after them does; one that is frozen is not taken for dead.
    fn restart_the_dead(&mut self, frozen: Option<usize>) {
        for (number, replica) in self.replicas.iter_mut().enumerate() {
            if Some(number) != frozen && replica.program.as_mut().is_none_or(Program::is_gone) {
                let settings = [("DATABASE_URL", self.database.as_str())];
                replica.program = Some(start(&replica.door.base_url(), self.knowledge.path(), &settings));
            }
        }
    }

    /// Somebody asks something, and again when something was called or a moment has passed, for some milliseconds.
    async fn ask_for(&mut self, asking: &mut Asking, length: Range<u64>) {
        let end = Instant::now() + Duration::from_millis(self.chance.random_range(length));
        while Instant::now() < end {
            asking.ask(&mut self.chance);
            let calls = self.telegram.read(|state| state.ledger().calls.len());
            let enough = calls + self.chance.random_range(1..10);
            let moment = Duration::from_millis(self.chance.random_range(5..120));
            // Nobody may be there to call: then the moment is what counts.
            let _ = timeout(moment, self.telegram.wait_until(|state| state.ledger().calls.len() >= enough)).await;
        }
    }

    async fn kill(&mut self, asking: &mut Asking) {
        let which = self.chance.random_range(0..REPLICAS);
        if let Some(mut program) = self.replicas[which].program.take() {
            program.kill();
            self.report.kills += 1;
        }
        self.ask_for(asking, 0..3_000).await;
    }

    /// Frozen for a moment, or for longer than any lease.
    async fn freeze(&mut self, asking: &mut Asking) {
        let which = self.whom_to_freeze();
        let Some(program) = self.replicas[which].program.take() else { return };
        let before = self.witness.fence().await;
        program.signal("-STOP");
        self.report.freezes += 1;
        self.ask_for(asking, 500..9_000).await;
        self.restart_the_dead(Some(which));
        let after = self.witness.fence().await;
        let woken = Instant::now();
        program.signal("-CONT");
        self.replicas[which].program = Some(program);
        if after > before {
            self.watch(which, woken, after, asking).await;
        }
    }

    /// Mostly the one that is sending: there a freeze is worst.
    fn whom_to_freeze(&mut self) -> usize {
        if self.chance.random_bool(0.2) {
            return self.chance.random_range(0..REPLICAS);
        }
        let lately = Instant::now().checked_sub(Duration::from_secs(1)).unwrap();
        (0..REPLICAS).max_by_key(|which| self.replicas[*which].door.sent_since(lately)).unwrap()
    }

    /// Another became the sender while it was frozen: as long as that stays so, it may send what was on its way.
    async fn watch(&mut self, which: usize, woken: Instant, fence: i64, asking: &mut Asking) {
        self.report.zombies += 1;
        let mut sent = 0;
        while woken.elapsed() < WATCHED {
            self.ask_for(asking, 10..60).await;
            let now = self.replicas[which].door.sent_since(woken);
            if self.witness.fence().await != fence {
                break;
            }
            sent = now;
        }
        self.report.sent_by_zombies += sent;
        self.report.most_by_one = self.report.most_by_one.max(sent);
    }

    /// The server takes no writes, and nobody may cling to it.
    async fn demote(&mut self, asking: &mut Asking) {
        let begun = Instant::now();
        self.witness.demote(true).await;
        self.ask_for(asking, 500..3_000).await;
        self.witness.demote(false).await;
        self.outages.push(begun..Instant::now());
        self.report.demotions += 1;
        self.ask_for(asking, 500..3_000).await;
    }

    fn longest_silence(&self) -> Duration {
        let mut sent: Vec<Instant> = self.replicas.iter().flat_map(|replica| replica.door.sent()).collect();
        sent.sort_unstable();
        let is_outage = |from: Instant, to: Instant| self.outages.iter().any(|one| one.start < to && from < one.end);
        let pairs = sent.windows(2).filter(|pair| !is_outage(pair[0], pair[1]));
        pairs.map(|pair| pair[1] - pair[0]).max().unwrap_or_default()
    }

    async fn count(mut self, asking: &Asking) {
        asking.assert_in_order();
        self.report.repeated = asking.repeats();
        println!("{:?}, 0 lost", self.report);
        let Report { kills, freezes, demotions, repeated, most_by_one, .. } = self.report;
        assert_eq!(self.witness.double_claims().await, Vec::<String>::new(), "claimed twice");
        assert!(most_by_one <= IN_FLIGHT, "a woken zombie sent {most_by_one}");
        assert!(repeated <= kills + freezes + demotions, "{repeated} messages were repeated");
        for replica in &mut self.replicas {
            replica.program.as_mut().unwrap().stop();
        }
    }
}
