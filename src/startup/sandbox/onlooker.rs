//! Who looks on in the sandbox: what the house shows is told to the page, in the page's words.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};
use std::time::Instant;

use crate::conversation::event::Found;
use crate::domain::evidence::Evidence;
use crate::domain::ids::{ClientId, LineId};
use crate::ports::observer::{Decided, Observer, Occasion, Step};
use crate::ports::store::ClaimedOutgoing;
use crate::sandbox::{ChatId, Row, RowCall, Telegram, Thought};

/// More candidates say no more about why.
const CANDIDATES: usize = 5;

/// Tells the stand-in what goes on inside.
pub(super) struct Onlooker {
    telegram: Telegram,
    /// Rows that are under way: since when, and how long the ledger was then.
    under_way: Mutex<BTreeMap<(ClientId, LineId), (Instant, usize)>>,
}

impl Onlooker {
    pub(super) fn of(telegram: &Telegram) -> Self {
        Self { telegram: telegram.clone(), under_way: Mutex::default() }
    }

    fn decided(&self, decided: &Decided<'_>) {
        let (update, occasion) = match decided.occasion {
            Occasion::Update(update) => (Some(update), "update"),
            Occasion::Timer(timer) => (None, timer.word()),
            Occasion::Delivery => (None, "delivery"),
            Occasion::House => (None, "house"),
        };
        let rows = decided.rows.iter().map(|row| Row {
            client: row.client.0,
            line: row.line.0,
            operation: row.operation.word().to_owned(),
            lane: row.lane.to_string(),
            state: "waiting".to_owned(),
            ..Row::default()
        });
        self.telegram.show_thought(update, occasion, thought(decided), rows.collect());
    }

    fn begins(&self, claimed: &ClaimedOutgoing) {
        let length = self.telegram.read(|state| state.ledger().calls.len());
        let key = (claimed.outgoing.client, claimed.outgoing.line);
        let mut under_way = self.under_way.lock().unwrap_or_else(PoisonError::into_inner);
        under_way.insert(key, (Instant::now(), length));
        drop(under_way);
        self.telegram.show_row(&row(claimed, "sending"));
    }

    /// The calls that were made for a row since it went under way.
    fn calls(&self, claimed: &ClaimedOutgoing) -> Vec<RowCall> {
        let key = (claimed.outgoing.client, claimed.outgoing.line);
        let mut under_way = self.under_way.lock().unwrap_or_else(PoisonError::into_inner);
        let Some((since, length)) = under_way.remove(&key) else { return Vec::new() };
        drop(under_way);
        let took_ms = u64::try_from(since.elapsed().as_millis()).unwrap_or(u64::MAX);
        self.telegram.read(|state| {
            let calls = state.ledger().since(length, ChatId(claimed.to.chat.0));
            let fault = |call: &crate::sandbox::Call| match &call.error {
                Some(error) => Some(format!("{} {}", error.code, error.description)),
                None => (!call.answered).then(|| "it took effect, and the answer was lost".to_owned()),
            };
            calls.map(|call| RowCall { method: call.method.clone(), took_ms, fault: fault(call) }).collect()
        })
    }
}

impl Observer for Onlooker {
    fn sees(&self, step: &Step<'_>) {
        match step {
            Step::Begun(update, _) => self.telegram.show_update(*update, "working"),
            Step::Ended(update, problem) => self.telegram.show_update(*update, problem.unwrap_or("handled")),
            Step::Decided(decided) => self.decided(decided),
            Step::Held(claimed, _) => {
                let why = "the limits of Telegram: so many messages a minute, and no more".to_owned();
                self.telegram.show_row(&Row { why, ..row(claimed, "waiting") });
            }
            Step::Sending(claimed) => self.begins(claimed),
            Step::Sent(claimed, together, outcome) => {
                let (state, why) = match outcome {
                    Ok(_) => ("arrived", String::new()),
                    Err(failure) => ("again", failure.to_string()),
                };
                let calls = self.calls(claimed);
                self.telegram.show_row(&Row { why: why.clone(), calls, ..row(claimed, state) });
                for other in *together {
                    self.telegram.show_row(&Row { why: why.clone(), ..row(other, state) });
                }
            }
        }
    }
}

fn row(claimed: &ClaimedOutgoing, state: &str) -> Row {
    let row = &claimed.outgoing;
    Row {
        client: row.client.0,
        line: row.line.0,
        operation: row.operation.word().to_owned(),
        lane: row.lane.to_string(),
        state: state.to_owned(),
        ..Row::default()
    }
}

fn thought(decided: &Decided<'_>) -> Thought {
    let evidence = decided.found.map(decisive);
    let candidates = evidence.map(|evidence| evidence.candidates.iter().take(CANDIDATES)).into_iter().flatten();
    Thought {
        client: decided.client.0,
        before: decided.before.to_owned(),
        after: decided.after.to_owned(),
        verdict: decided.verdict.to_owned(),
        candidates: candidates.map(|one| (one.entry.to_string(), one.probability)).collect(),
        signs: evidence.map(signs).unwrap_or_default(),
        answer_from: decided.thresholds.answer,
        option_from: decided.thresholds.option,
        timers: decided.timers.iter().map(|(timer, at)| (timer.word().to_owned(), at.millis())).collect(),
    }
}

/// Of a message alone and together with the one before: what says most.
fn decisive(found: &Found) -> &Evidence {
    let best = |evidence: &Evidence| evidence.candidates.first().map_or(0.0, |one| one.probability);
    found.joined.as_ref().filter(|joined| best(joined) > best(&found.alone)).unwrap_or(&found.alone)
}

fn signs(evidence: &Evidence) -> Vec<String> {
    let distress = (evidence.distress >= 0.01).then(|| format!("distress {:.2}", evidence.distress));
    let person = evidence.wants_person.then(|| "asks for a person".to_owned());
    let place = evidence.place.as_ref().map(|place| format!("place {place}"));
    let language = evidence.language.map(|language| format!("language {}", language.code()));
    let small_talk = evidence.small_talk.map(|talk| format!("small talk: {talk:?}"));
    [language, place, person, small_talk, distress].into_iter().flatten().collect()
}
