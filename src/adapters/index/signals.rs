//! What a message says before any search: distress, the wish for a person, small talk.
//!
//! Phrases come from `signals.toml`. In a phrase, `…` stands for up to three words, and a full stop at the end says
//! that the sentence ends there: *ik kan niet meer.* is no *ik kan niet meer inloggen*.

use rustc_hash::FxHashMap;

use super::lexicon::{Lexicon, WordId};
use super::words::{Pause, Word, words};
use crate::domain::catalogue::{Signal, Signals};
use crate::domain::evidence::SmallTalk;

/// How many words `…` may stand for.
const GAP: usize = 3;

/// Words that people put anywhere without changing what a phrase means.
const FILLERS: [&str; 34] = [
    "gewoon",
    "echt",
    "zo",
    "ook",
    "even",
    "maar",
    "nu",
    "dan",
    "er",
    "al",
    "toch",
    "wel",
    "nog",
    "eigenlijk",
    "helemaal",
    "gwn",
    "ff",
    "hier",
    "dus",
    "heel",
    "erg",
    "best",
    "zelf",
    "soms",
    "really",
    "just",
    "so",
    "even",
    "still",
    "also",
    "simply",
    "very",
    "all",
    "anymore",
];

/// After these words a new thought begins, as after a full stop.
const CONJUNCTIONS: [&str; 13] =
    ["en", "maar", "want", "dus", "omdat", "sinds", "door", "and", "but", "because", "so", "since", "with"];

/// How surely one phrase of distress, and one, two, three worries speak of it.
const DISTRESS: f64 = 0.95;
const WORRIES: [f64; 4] = [0.0, 0.2, 0.7, 0.85];

/// A phrase as it is matched.
#[derive(Debug)]
struct Phrase {
    signal: Signal,
    steps: Vec<Step>,
    ends_sentence: bool,
    written: String,
}

#[derive(Clone, Copy, Debug)]
enum Step {
    Word(WordId),
    Gap,
}

/// Hears signals in messages.
#[derive(Debug, Default)]
pub(super) struct Ear {
    lexicon: Lexicon,
    by_first: FxHashMap<WordId, Vec<Phrase>>,
}

/// What was heard in a message.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Heard {
    pub(super) distress: f64,
    /// How many phrases of distress, and how many worries.
    pub(super) phrases: usize,
    pub(super) worries: usize,
    pub(super) wants_person: bool,
    pub(super) small_talk: Option<SmallTalk>,
    /// The phrases it was heard by.
    pub(super) by: Vec<String>,
}

/// A word of a message, as the phrases know it.
#[derive(Clone, Copy, Debug)]
struct Met {
    id: Option<WordId>,
    /// May it stand between the words of a phrase: a filler, or a word that nobody knows?
    passes: bool,
}

/// A phrase found in a message.
struct Hit<'a> {
    phrase: &'a Phrase,
    from: usize,
    to: usize,
}

impl Ear {
    /// Learns the phrases of a catalogue.
    pub(super) fn of(signals: &Signals) -> Self {
        let mut ear = Self::default();
        for (signal, languages) in &signals.phrases {
            for phrase in languages.values().flatten() {
                ear.learn(*signal, phrase);
            }
        }
        ear.lexicon.finish();
        ear
    }

    fn learn(&mut self, signal: Signal, written: &str) {
        let mut steps = Vec::new();
        for (at, part) in written.split('…').enumerate() {
            if at > 0 {
                steps.push(Step::Gap);
            }
            steps.extend(words(part).iter().map(|word| Step::Word(self.lexicon.add(&word.folded))));
        }
        let Some(Step::Word(first)) = steps.first().copied() else { return };
        let phrase = Phrase { signal, steps, ends_sentence: written.ends_with('.'), written: written.to_owned() };
        self.by_first.entry(first).or_default().push(phrase);
    }

    /// What `text` says. `is_known` tells the words that are spelt right, `tells` those that carry a meaning.
    pub(super) fn hear(&self, text: &[Word], is_known: impl Fn(&str) -> bool, tells: impl Fn(&str) -> bool) -> Heard {
        let met: Vec<Met> = text.iter().map(|word| self.meet(&word.folded, &is_known)).collect();
        let hits = self.hits(text, &met);
        let telling: Vec<bool> =
            text.iter().map(|word| tells(&word.folded) && !FILLERS.contains(&word.folded.as_str())).collect();
        let worries = count_of(&hits, Signal::Worry);
        let phrases = count_of(&hits, Signal::Distress);
        let distress = if phrases > 0 { DISTRESS } else { 0.0 };
        Heard {
            distress: WORRIES.iter().copied().take(worries + 1).fold(distress, f64::max),
            phrases,
            worries,
            wants_person: hits.iter().any(|hit| hit.phrase.signal == Signal::Person && hit.counts_for_person(&telling)),
            small_talk: small_talk(&hits, &telling, text.len()),
            by: hits.iter().map(|hit| format!("{:?}: {}", hit.phrase.signal, hit.phrase.written)).collect(),
        }
    }

    fn meet(&self, word: &str, is_known: &impl Fn(&str) -> bool) -> Met {
        let (id, known) = (self.lexicon.id(word), is_known(word));
        let guess = || if known { None } else { self.lexicon.guess(word) };
        Met { id: id.or_else(guess), passes: !known || FILLERS.contains(&word) }
    }

    fn hits(&self, text: &[Word], met: &[Met]) -> Vec<Hit<'_>> {
        let mut hits = Vec::new();
        for (from, word) in met.iter().enumerate() {
            for phrase in word.id.and_then(|id| self.by_first.get(&id)).into_iter().flatten() {
                if let Some(to) = end_of(&phrase.steps, met, from).filter(|to| phrase.may_end_at(*to, text)) {
                    hits.push(Hit { phrase, from, to });
                }
            }
        }
        hits
    }
}

/// Where these steps end when they begin at `from`: the place after the last word.
fn end_of(steps: &[Step], met: &[Met], from: usize) -> Option<usize> {
    let Some((step, rest)) = steps.split_first() else { return Some(from) };
    match step {
        Step::Gap => (0..=GAP).find_map(|skipped| end_of(rest, met, from + skipped)),
        Step::Word(wanted) => {
            let here = met.get(from)?;
            let taken = (here.id == Some(*wanted)).then(|| end_of(rest, met, from + 1)).flatten();
            taken.or_else(|| if here.passes { end_of(steps, met, from + 1) } else { None })
        }
    }
}

impl Phrase {
    fn may_end_at(&self, to: usize, text: &[Word]) -> bool {
        let last = to.checked_sub(1).and_then(|last| text.get(last));
        let next = text.get(to).map(|word| word.folded.as_str());
        let thought_ends = last.is_some_and(|word| word.pause >= Pause::Clause)
            || next.is_none_or(|next| CONJUNCTIONS.contains(&next));
        !self.ends_sentence || thought_ends
    }
}

impl Hit<'_> {
    fn covers(&self, at: usize) -> bool {
        (self.from..self.to).contains(&at)
    }

    /// One word asks for a person only when it is all that is said: `medewerker` may be an employee.
    fn counts_for_person(&self, telling: &[bool]) -> bool {
        self.phrase.steps.len() > 1 || !telling.iter().enumerate().any(|(at, tells)| *tells && !self.covers(at))
    }
}

/// In how many places something of this kind is said; phrases that overlap say it once.
fn count_of(hits: &[Hit<'_>], signal: Signal) -> usize {
    let (mut count, mut end) = (0, 0);
    // Hits come in the order in which they begin.
    for hit in hits.iter().filter(|hit| hit.phrase.signal == signal) {
        if count == 0 || hit.from >= end {
            count += 1;
        }
        end = end.max(hit.to);
    }
    count
}

/// What kind of small talk it is, when it is nothing but that. The first kind that fits is the one to react to.
fn small_talk(hits: &[Hit<'_>], telling: &[bool], words: usize) -> Option<SmallTalk> {
    const KINDS: [(Signal, SmallTalk); 7] = [
        (Signal::Mischief, SmallTalk::Mischief),
        (Signal::Insult, SmallTalk::Insult),
        (Signal::AboutBot, SmallTalk::AboutBot),
        (Signal::Thanks, SmallTalk::Thanks),
        (Signal::Goodbye, SmallTalk::Goodbye),
        (Signal::Greeting, SmallTalk::Greeting),
        (Signal::Assent, SmallTalk::Assent),
    ];
    let talks: Vec<&Hit<'_>> =
        hits.iter().filter(|hit| KINDS.iter().any(|(signal, _)| *signal == hit.phrase.signal)).collect();
    let covered = |at: usize| talks.iter().any(|hit| hit.covers(at));
    let left = telling.iter().enumerate().filter(|(at, tells)| **tells && !covered(*at)).count();
    let taken = (0..words).filter(|at| covered(*at)).count();
    KINDS.into_iter().find_map(|(signal, kind)| {
        let said = talks.iter().any(|hit| hit.phrase.signal == signal);
        let enough = match kind {
            // Nobody asks a real question with orders to the machine in it.
            SmallTalk::Mischief => true,
            SmallTalk::Insult | SmallTalk::AboutBot => left < taken,
            _ => left == 0,
        };
        (said && enough).then_some(kind)
    })
}
