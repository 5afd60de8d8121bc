//! The clients: each asks, waits for the answer, and asks the next.

use std::collections::{BTreeMap, BTreeSet};
use std::process::{Child, Command};
use std::time::{Duration, Instant};

use loket::sandbox::{Call, ChatId, PersonId, SANDBOX_BOT, SANDBOX_TOKEN, Server, Telegram};

use crate::contestants::Kind;
use crate::questions::Question;

/// Only a fault takes longer.
const PATIENCE: Duration = Duration::from_mins(1);
/// So long after the last answer the next one is still waited for.
const LAST_WAIT: Duration = Duration::from_secs(8);
/// Longer than two messages belong together.
const BREATH: Duration = Duration::from_secs(5);
/// So long nothing more comes: then it is quiet.
const QUIET: Duration = Duration::from_secs(2);

/// The stand-in with its clients.
pub(crate) struct Stand {
    telegram: Telegram,
    server: Server,
    clients: Vec<PersonId>,
}

/// What came of one round of questions.
pub(crate) struct Round {
    lasted: Duration,
    /// Every wait, the shortest first.
    waits: Vec<Duration>,
}

impl Round {
    #[expect(clippy::cast_precision_loss, reason = "far fewer answers than 2^52")]
    pub(crate) fn answers_a_second(&self) -> f64 {
        self.waits.len() as f64 / self.lasted.as_secs_f64()
    }

    /// The wait that this share of all waits doesn't exceed.
    #[expect(
        clippy::cast_precision_loss,
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a place in a list"
    )]
    pub(crate) fn wait(&self, share: f64) -> Duration {
        let at = ((self.waits.len() as f64 * share) as usize).min(self.waits.len().saturating_sub(1));
        self.waits.get(at).copied().unwrap_or_default()
    }
}

/// A client who waits for an answer.
struct Waiting {
    since: Instant,
    expects: String,
}

impl Stand {
    pub(crate) async fn open(clients: usize) -> Self {
        let telegram = Telegram::new(SANDBOX_TOKEN, SANDBOX_BOT);
        telegram.set_limits(None);
        let server = telegram.serve_on_loopback().await.unwrap_or_else(|error| unreachable!("{error}"));
        let clients = (0..clients).map(|number| telegram.add_person(&format!("Client{number}"), "nl")).collect();
        Self { telegram, server, clients }
    }

    /// The first client says hello, then the program starts: it, and how long until it answered.
    pub(crate) async fn first_answer(&self, start: impl FnOnce(&str) -> Child) -> (Running, Duration) {
        if let Some(first) = self.clients.first() {
            self.says(*first, "/start");
        }
        let (begun, before) = (Instant::now(), self.calls_so_far());
        let program = Running(start(&self.server.base_url()));
        self.until(|calls| calls.iter().skip(before).any(is_said)).await;
        (program, begun.elapsed())
    }

    /// Everybody has a chat with the bot, and was greeted.
    pub(crate) async fn everybody_says_hello(&self) {
        for client in self.clients.iter().skip(1) {
            self.says(*client, "/start");
        }
        let mut greeted: BTreeSet<ChatId> = BTreeSet::new();
        let all = self.clients.len();
        self.until(|calls| {
            greeted.extend(calls.iter().filter(|call| is_said(call)).filter_map(|call| call.chat));
            greeted.len() >= all
        })
        .await;
        self.is_quiet().await;
    }

    /// Everybody asks at once, `each` times; between two times they take a breath, for what comes within seconds of an
    /// answer is heard as one more piece of the same question. Breaths don't count.
    pub(crate) async fn play(&self, questions: &[Question], each: usize, kind: Kind) -> Round {
        let mut all = Round { lasted: Duration::ZERO, waits: Vec::with_capacity(self.clients.len() * each) };
        for time in 0..each {
            let round = self.everybody_asks(questions, time, kind).await;
            all.lasted += round.lasted;
            all.waits.extend(round.waits);
            tokio::time::sleep(BREATH).await;
        }
        all.waits.sort_unstable();
        all
    }

    async fn everybody_asks(&self, questions: &[Question], time: usize, kind: Kind) -> Round {
        let before = self.calls_so_far();
        let mut seen = before;
        let mut news = self.telegram.subscribe();
        let begun = Instant::now();
        let mut waits = Vec::with_capacity(self.clients.len());
        let mut waiting: BTreeMap<ChatId, Waiting> = BTreeMap::new();
        for (number, client) in self.clients.iter().enumerate() {
            let question = questions.get((number * 7 + time) % questions.len());
            let question = question.unwrap_or_else(|| unreachable!("there are questions"));
            let expects = if kind == Kind::Echo { question.text.clone() } else { question.answer.clone() };
            waiting.insert(ChatId::from(*client), Waiting { since: Instant::now(), expects });
            self.says(*client, &question.text);
        }
        let mut lasted = Duration::ZERO;
        // Long after the last answer nothing more comes: what is missing then is told, and counts for nothing.
        while !waiting.is_empty() && begun.elapsed() < lasted + LAST_WAIT {
            for call in self.calls_from(seen) {
                seen += 1;
                let Some(chat) = call.chat.filter(|_| is_said(&call)) else { continue };
                let is_it = |one: &Waiting| call.text.as_ref().is_some_and(|text| text.contains(&one.expects));
                if waiting.get(&chat).is_some_and(is_it)
                    && let Some(answered) = waiting.remove(&chat)
                {
                    waits.push(answered.since.elapsed());
                    lasted = begun.elapsed();
                }
            }
            // News that was missed is no matter: the next look is at everything.
            let _ = tokio::time::timeout(QUIET, news.recv()).await;
        }
        for (chat, one) in &waiting {
            let said = self.calls_from(before).into_iter().rfind(|call| is_said(call) && call.chat == Some(*chat));
            let said = said.and_then(|call| call.text).unwrap_or_else(|| "nothing".to_owned());
            println!("  instead of {:?} a client got {:?}", one.expects, said.lines().next().unwrap_or_default());
        }
        Round { lasted, waits }
    }

    /// Nothing is said any more.
    pub(crate) async fn is_quiet(&self) {
        let mut before = usize::MAX;
        while before != self.calls_so_far() {
            before = self.calls_so_far();
            tokio::time::sleep(QUIET).await;
        }
    }

    fn says(&self, client: PersonId, text: &str) {
        let said = self.telegram.person(client).writes(text);
        said.unwrap_or_else(|refusal| unreachable!("{refusal}"));
    }

    /// Looks at all calls at every news, until they are as they should be.
    async fn until(&self, mut done: impl FnMut(&[Call]) -> bool) {
        let mut news = self.telegram.subscribe();
        let begun = Instant::now();
        while !self.telegram.read(|state| done(&state.ledger().calls)) && begun.elapsed() < PATIENCE {
            let _ = tokio::time::timeout(QUIET, news.recv()).await;
        }
    }

    fn calls_so_far(&self) -> usize {
        self.telegram.read(|state| state.ledger().calls.len())
    }

    fn calls_from(&self, first: usize) -> Vec<Call> {
        self.telegram.read(|state| state.ledger().calls.get(first..).unwrap_or_default().to_vec())
    }
}

/// Was something said to somebody?
fn is_said(call: &Call) -> bool {
    call.is_accepted() && call.method.eq_ignore_ascii_case("sendMessage")
}

/// A program that ends with the measurement.
pub(crate) struct Running(Child);

impl Running {
    /// It is told to stop, and stops in its own time.
    pub(crate) fn stops(mut self) {
        let told = Command::new("kill").arg(self.0.id().to_string()).status();
        told.unwrap_or_else(|error| unreachable!("kill: {error}"));
        self.0.wait().unwrap_or_else(|error| unreachable!("{error}"));
    }
}

impl std::ops::Deref for Running {
    type Target = Child;

    fn deref(&self) -> &Child {
        &self.0
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}
