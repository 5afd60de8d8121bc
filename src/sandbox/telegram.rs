//! The handle: everything a test or the page can do to this small Telegram, and see of it.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use serde_json::{Map, Value};
use tokio::sync::broadcast::{self, Receiver, Sender};
use tokio::time::{Instant, timeout_at};

use super::actor::Actor;
use super::change::Change;
use super::chat::ChatKind;
use super::error::Refusal;
use super::fault::Fault;
use super::group::Group;
use super::id::{ChatId, PersonId, ThreadId};
use super::ledger::Ledger;
use super::limits::Limits;
use super::query::Answer;
use super::state::State;
use super::view::{MessageView, TopicView};

/// How long `wait_until` waits. Generous: it only matters when something is broken.
const PATIENCE: Duration = Duration::from_secs(30);

/// A small Telegram. Clones are handles to the same one.
#[derive(Clone, Debug)]
pub struct Telegram {
    shared: Arc<Shared>,
}

#[derive(Debug)]
struct Shared {
    state: Mutex<State>,
    changes: Sender<Change>,
}

impl Telegram {
    /// An empty Telegram with one bot in it.
    pub fn new(token: &str, bot_username: &str) -> Self {
        let (changes, _) = broadcast::channel(1_024);
        let state = Mutex::new(State::new(token, bot_username));
        Self { shared: Arc::new(Shared { state, changes }) }
    }

    /// Changes the state, then tells what changed. The lock is never held across an await.
    pub(crate) fn with<R>(&self, act: impl FnOnce(&mut State) -> R) -> R {
        let (result, changes) = {
            let mut state = self.shared.state.lock().unwrap_or_else(PoisonError::into_inner);
            let result = act(&mut state);
            (result, std::mem::take(&mut state.changes))
        };
        for change in changes {
            // Nobody may be listening; that is no fault.
            let _ = self.shared.changes.send(change);
        }
        result
    }

    /// Looks at the state.
    pub fn read<R>(&self, look: impl FnOnce(&State) -> R) -> R {
        look(&self.shared.state.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// News of every change from now on.
    pub fn subscribe(&self) -> Receiver<Change> {
        self.shared.changes.subscribe()
    }

    /// Waits until the condition holds, looking again at every change.
    pub async fn wait_until(&self, mut condition: impl FnMut(&State) -> bool) -> Result<(), Refusal> {
        self.wait_for(|state| condition(state).then_some(())).await
    }

    /// Waits until there is something to be found, and gives it.
    pub async fn wait_for<T>(&self, mut find: impl FnMut(&State) -> Option<T>) -> Result<T, Refusal> {
        let deadline = Instant::now() + PATIENCE;
        let mut changes = self.subscribe();
        loop {
            if let Some(found) = self.read(&mut find) {
                return Ok(found);
            }
            if timeout_at(deadline, changes.recv()).await.is_err() {
                return Err(Refusal::TimedOut { seconds: PATIENCE.as_secs() });
            }
        }
    }

    /// The token that the bot has to show.
    pub fn token(&self) -> String {
        self.read(|state| state.token.clone())
    }

    /// The bot's own number.
    pub fn bot_id(&self) -> PersonId {
        self.read(|state| state.bot)
    }

    /// Someone new, who has not met the bot yet.
    pub fn add_person(&self, first_name: &str, language_code: &str) -> PersonId {
        self.with(|state| state.add_person(first_name, language_code))
    }

    /// Gives someone a name to be found by, without the `@`.
    pub fn set_username(&self, person: PersonId, username: &str) {
        self.with(|state| {
            if let Some(person) = state.people.get_mut(&person) {
                person.username = Some(username.to_owned());
            }
            state.changes.push(Change::People);
        });
    }

    /// Someone as an actor, at home in the private chat with the bot.
    pub fn person(&self, person: PersonId) -> Actor {
        Actor::at_home(self.clone(), person)
    }

    /// A supergroup with topics. Nobody is in it yet.
    pub fn add_forum(&self, title: &str) -> ChatId {
        self.with(|state| state.add_group(ChatKind::Forum, title))
    }

    /// A supergroup without topics.
    pub fn add_supergroup(&self, title: &str) -> ChatId {
        self.with(|state| state.add_group(ChatKind::Supergroup, title))
    }

    /// A basic group, which may be migrated later.
    pub fn add_basic_group(&self, title: &str) -> ChatId {
        self.with(|state| state.add_group(ChatKind::Group, title))
    }

    /// A group as something to act on.
    pub fn group(&self, chat: ChatId) -> Group {
        Group::new(self.clone(), chat)
    }

    /// Something will go wrong.
    pub fn misbehave(&self, fault: Fault) {
        self.with(|state| {
            state.faults.add(fault);
            state.changes.push(Change::World);
        });
    }

    /// Nothing goes wrong any more.
    pub fn behave(&self) {
        self.with(|state| {
            state.faults.clear();
            state.changes.push(Change::World);
        });
    }

    /// Makes misfortunes that strike by chance repeatable.
    pub fn seed_misfortune(&self, seed: u64) {
        self.with(|state| state.faults.seed(seed));
    }

    /// Switches the bot off, as a power cut does, or on again.
    pub fn switch_bot(&self, on: bool) {
        self.with(|state| {
            state.is_bot_wanted = on;
            state.changes.push(Change::Bot);
        });
    }

    /// Is the bot to run?
    pub fn is_bot_wanted(&self) -> bool {
        self.read(|state| state.is_bot_wanted)
    }

    /// Sets Telegram's brakes, or takes them off. They are on at first.
    pub fn set_limits(&self, limits: Option<Limits>) {
        self.with(|state| state.limiter.limits = limits);
    }

    /// The stand-in's time, in milliseconds since 1970.
    pub fn now_ms(&self) -> u64 {
        self.read(|state| state.clock.now_ms())
    }

    /// Stops the clock at a moment; from then on it moves only by `advance_clock`.
    pub fn stop_clock_at(&self, unix_ms: u64) {
        self.with(|state| {
            state.clock.stop_at(unix_ms);
            state.changes.push(Change::World);
        });
    }

    /// Moves the clock forward.
    pub fn advance_clock(&self, by: Duration) {
        self.with(|state| {
            state.clock.advance(by);
            state.changes.push(Change::World);
        });
    }

    /// Queues an update of whatever shape; the number is filled in.
    pub fn send_raw_update(&self, body: Map<String, Value>) {
        self.with(|state| {
            let date = state.clock.now_s();
            state.updates.push_raw(None, date, Value::Object(body));
            state.changes.push(Change::Updates);
        });
    }

    /// Delivers the newest update once more, as happens when a receipt gets lost.
    pub fn repeat_newest_update(&self) -> bool {
        self.with(|state| {
            state.changes.push(Change::Updates);
            let newest = state.updates.newest_id();
            newest.is_some_and(|id| state.updates.repeat(id))
        })
    }

    /// Messages of a chat, or of one topic of it (none: the chat itself, or General).
    pub fn chat_view(&self, chat: impl Into<ChatId>, thread: Option<ThreadId>) -> Vec<MessageView> {
        let chat = chat.into();
        self.read(|state| state.chat_view(chat, thread))
    }

    /// The topics of a forum, deleted ones included.
    pub fn topics(&self, chat: ChatId) -> Vec<TopicView> {
        self.read(|state| state.topic_views(chat))
    }

    /// Updates that the bot has not confirmed.
    pub fn pending_updates(&self) -> Vec<Value> {
        self.read(State::pending_updates)
    }

    /// Everything the bot asked for, so far.
    pub fn ledger(&self) -> Ledger {
        self.read(|state| state.ledger.clone())
    }

    /// What the bot answered to a tapped button, once it has.
    pub fn answer_to(&self, query: &str) -> Option<Answer> {
        self.read(|state| state.queries.get(query)?.answer.clone())
    }

    /// The commands that someone sees behind the menu button.
    pub fn commands_for(&self, person: PersonId) -> Value {
        self.read(|state| state.commands_for(person))
    }

    /// The bytes of a file that appears in a message.
    pub fn file_bytes(&self, file_id: &str) -> Option<Vec<u8>> {
        self.read(|state| state.files.get(file_id).map(|file| file.bytes.clone()))
    }
}
