//! What goes on inside the bot, as far as the bot itself shows it: an update, the decision, the outbox, the delivery.

use std::collections::VecDeque;

use serde::Serialize;
use serde_json::Value;

use super::change::Change;
use super::id::PersonId;
use super::state::State;
use super::telegram::Telegram;

/// Enough to look back on a whole case.
const NEWEST: usize = 120;

/// Something that set the bot in motion, and everything that came of it.
#[derive(Clone, Debug, Serialize)]
pub struct Stir {
    /// Counts from 1.
    pub number: u64,
    /// When, in milliseconds since 1970, on the clock of the stand-in.
    pub at_ms: u64,
    /// The number of the update, if it was one.
    pub update: Option<i64>,
    /// Who did it, or what it was.
    pub actor: String,
    /// What they did, in a few words.
    pub deed: String,
    /// Where the update stands: `waiting`, `working`, `handled`, or why it was not.
    pub state: String,
    /// The decisions that it led to; most often one.
    pub thoughts: Vec<Thought>,
    /// What went into the outbox by them.
    pub rows: Vec<Row>,
}

/// One decision.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Thought {
    /// Whose conversation: the number of the client.
    pub client: i64,
    /// The phase before.
    pub before: String,
    /// The phase from then on.
    pub after: String,
    /// `answer:bmkb`; empty when there was nothing to judge.
    pub verdict: String,
    /// Entries that might answer, and how probable that is, from 0 to 1.
    pub candidates: Vec<(String, f64)>,
    /// What else was noticed: a place, a wish for a person.
    pub signs: Vec<String>,
    /// From which probability an entry is the answer.
    pub answer_from: f64,
    /// From which probability an entry is one of the options.
    pub option_from: f64,
    /// Timers that were set, and when they go off, in milliseconds since 1970.
    pub timers: Vec<(String, i64)>,
}

/// One row of the outbox.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Row {
    /// Whose line it is: the number of the client.
    pub client: i64,
    /// Its number among the lines of that client.
    pub line: i64,
    /// What is to be done: `send`, `open-topic`.
    pub operation: String,
    /// In whose turn: `client:5`, `case:1`.
    pub lane: String,
    /// `waiting`, `sending`, `arrived`, `again` or `given up`.
    pub state: String,
    /// Why it did not arrive, or why it waits.
    pub why: String,
    /// The calls of the Bot API that were made for it.
    pub calls: Vec<RowCall>,
}

/// A call of the Bot API for a row.
#[derive(Clone, Debug, Serialize)]
pub struct RowCall {
    /// The method; more than one when a thing takes several.
    pub method: String,
    /// How long it took.
    pub took_ms: u64,
    /// What went wrong, if anything did.
    pub fault: Option<String>,
}

/// The newest that happened.
#[derive(Debug, Default)]
pub(crate) struct Inside {
    pub(crate) stirs: VecDeque<Stir>,
    count: u64,
}

impl Inside {
    fn add(&mut self, at_ms: u64, update: Option<i64>, actor: String, deed: String) -> u64 {
        self.count += 1;
        if self.stirs.len() == NEWEST {
            self.stirs.pop_front();
        }
        let state = if update.is_some() { "waiting" } else { "handled" };
        let (number, thoughts, rows) = (self.count, Vec::new(), Vec::new());
        self.stirs.push_back(Stir { number, at_ms, update, actor, deed, state: state.into(), thoughts, rows });
        number
    }

    /// An update was queued for the bot.
    pub(crate) fn queued(&mut self, at_ms: u64, update: i64, kind: &str, body: &Value) {
        self.add(at_ms, Some(update), actor(body), deed(kind, body));
    }

    fn of_update(&mut self, update: i64) -> Option<&mut Stir> {
        self.stirs.iter_mut().rev().find(|stir| stir.update == Some(update))
    }

    fn numbered(&mut self, number: u64) -> Option<&mut Stir> {
        self.stirs.iter_mut().rev().find(|stir| stir.number == number)
    }

    fn row(&mut self, client: i64, line: i64) -> Option<&mut Row> {
        let rows = self.stirs.iter_mut().rev().flat_map(|stir| stir.rows.iter_mut());
        let mut of_line = rows.filter(|row| (row.client, row.line) == (client, line));
        of_line.next()
    }
}

impl Telegram {
    /// Says where the handling of an update stands.
    pub fn show_update(&self, update: i64, state: &str) {
        self.note(|inside, _| {
            if let Some(stir) = inside.of_update(update) {
                state.clone_into(&mut stir.state);
            }
        });
    }

    /// Shows a decision: that of an update, or of what else set it off.
    pub fn show_thought(&self, update: Option<i64>, occasion: &str, thought: Thought, rows: Vec<Row>) {
        let who = self.read(|state| state.name_of(PersonId(thought.client)));
        self.note(|inside, now| {
            let known = update.and_then(|update| inside.of_update(update).map(|stir| stir.number));
            let number = known.unwrap_or_else(|| inside.add(now, None, who, occasion.to_owned()));
            if let Some(stir) = inside.numbered(number) {
                stir.thoughts.push(thought);
                stir.rows.extend(rows);
            }
        });
    }

    /// Shows what became of a row of the outbox. A row that no decision showed is the house's own, such as the board.
    pub fn show_row(&self, row: &Row) {
        self.note(|inside, now| {
            if inside.row(row.client, row.line).is_none() {
                let number = inside.add(now, None, String::new(), "house".to_owned());
                if let Some(stir) = inside.numbered(number) {
                    stir.rows.push(Row { calls: Vec::new(), ..row.clone() });
                }
            }
            if let Some(known) = inside.row(row.client, row.line) {
                row.state.clone_into(&mut known.state);
                row.why.clone_into(&mut known.why);
                known.calls.extend(row.calls.iter().cloned());
            }
        });
    }

    /// The newest that happened inside, oldest first.
    pub fn inside(&self) -> Vec<Stir> {
        self.read(|state| state.inside.stirs.iter().cloned().collect())
    }

    fn note(&self, act: impl FnOnce(&mut Inside, u64)) {
        self.with(|state: &mut State| {
            let now = state.clock.now_ms();
            act(&mut state.inside, now);
            state.changes.push(Change::Inside);
        });
    }
}

fn actor(body: &Value) -> String {
    let name = |field: &str| Some(body.get(field)?.get("first_name")?.as_str()?.to_owned());
    name("from").or_else(|| name("user")).unwrap_or_default()
}

/// What somebody did, as one word, with what belongs to it behind a colon.
fn deed(kind: &str, body: &Value) -> String {
    let field = |name: &str| body.get(name);
    let words = |text: &Value| text.as_str().unwrap_or_default().chars().take(80).collect::<String>();
    match kind {
        "message" => match ["text", "caption"].iter().find_map(|name| field(name)) {
            Some(text) => format!("wrote:{}", words(text)),
            None => {
                let kinds = ["photo", "voice", "document", "location", "contact", "poll", "video", "sticker"];
                let sent = kinds.iter().find(|kind| field(kind).is_some());
                sent.map_or_else(|| "service".to_owned(), |sent| format!("sent:{sent}"))
            }
        },
        "edited_message" => format!("edited:{}", field("text").map(words).unwrap_or_default()),
        "callback_query" => format!("tapped:{}", tapped(body).unwrap_or_default()),
        other => other.to_owned(),
    }
}

/// What the tapped button says.
fn tapped(query: &Value) -> Option<String> {
    let data = query.get("data")?;
    let rows = query.get("message")?.get("reply_markup")?.get("inline_keyboard")?.as_array()?;
    let mut buttons = rows.iter().filter_map(Value::as_array).flatten();
    let button = buttons.find(|button| button.get("callback_data") == Some(data))?;
    Some(button.get("text")?.as_str()?.to_owned())
}
