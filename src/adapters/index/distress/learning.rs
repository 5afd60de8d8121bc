//! Learning what speaks of distress: from made-up messages of both sides, and from what people ask the catalogue.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;
use sha2::{Digest as _, Sha256};

use super::pieces::{pieces_of, signals_of};
use super::{Concepts, Distress, Fitted, probability, share};
use crate::adapters::index::signals::Ear;
use crate::adapters::index::words::{Word, words};
use crate::domain::catalogue::Catalogue;

/// A piece that is met in fewer of the made-up messages teaches nothing about others; a word may also be one that
/// the catalogue is often asked about.
const FEWEST_MESSAGES: u32 = 4;
const FEWEST_QUESTIONS: u32 = 8;

/// How often all messages are gone through, and of how many of the last times the mean is taken.
const ROUNDS: u32 = 20;
const LAST_ROUNDS: u32 = 10;

/// How far a step goes, and how strongly weights are held back from learning the messages by heart. Found by
/// cross-validation.
const PACE: f64 = 0.3;
const RESTRAINT: f64 = 5.0;

/// A weight that is smaller is forgotten: thousands of whispers together would drown what is said aloud.
const LEAST: f64 = 1.5;

/// How much a message of each kind counts: missing somebody is worse than a calm word too many; of questions to the
/// catalogue there are twenty times as many as of the others.
const DISTRESSED_COUNTS: f64 = 2.0;
const ASKED_COUNTS: f64 = 0.1;

/// Each time one in so many messages is kept out of the fit, to measure with.
const FOLDS: usize = 5;

/// From this probability a message counts as heard in the figures.
const HEARD: f64 = 0.5;

/// What to learn from: a message a line, `#` before a remark.
#[derive(Clone, Copy, Debug)]
pub struct Texts<'a> {
    /// Messages of people who are not well.
    pub distressed: &'a str,
    /// Ordinary questions and worries.
    pub ordinary: &'a str,
    /// Words that mean nearly the same, as TOML.
    pub concepts: &'a str,
}

/// Where a message comes from.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Source {
    Distressed,
    Ordinary,
    Asked,
}

/// A message to learn from, with the pieces it has.
struct Message {
    source: Source,
    pieces: Vec<usize>,
    /// How much one of them counts.
    share: f64,
    /// What the phrases heard, which counts in full.
    signals: Vec<usize>,
}

/// Weights by the number of the piece, with the bias.
struct Weights {
    pieces: Vec<f64>,
    bias: f64,
}

/// Learns the model and measures it on messages that were left out.
pub fn learn(texts: &Texts<'_>, catalogue: &Catalogue, seed: u64) -> Result<Distress, toml::de::Error> {
    let concepts = Concepts::parse(texts.concepts)?;
    let mut school = School { ear: Ear::of(&catalogue.signals), concepts, numbers: FxHashMap::default() };
    let lines = lines(texts, catalogue);
    let mut messages: Vec<Message> = lines.iter().map(|(source, text)| school.message(*source, text)).collect();
    school.forget_rare(&mut messages);
    let figures = measured(&messages, school.numbers.len(), seed);
    let all: Vec<&Message> = messages.iter().collect();
    let learned = fit(&all, school.numbers.len(), seed);
    let weight = |number: &usize| learned.pieces.get(*number).copied().unwrap_or_default();
    let weights = school.numbers.iter().map(|(piece, number)| (piece.clone(), weight(number))).collect();
    let fitted = Fitted { texts: fingerprint(texts, &lines, catalogue), seed, figures };
    Ok(Distress { concepts: school.concepts, weights, bias: learned.bias, fitted })
}

/// Every message with where it comes from. Whoever asks for the first listening line is not well; what is asked of
/// the other lines may be either.
fn lines<'a>(texts: &Texts<'a>, catalogue: &'a Catalogue) -> Vec<(Source, &'a str)> {
    let listening = &catalogue.signals.listening;
    let own = [(Source::Distressed, texts.distressed), (Source::Ordinary, texts.ordinary)];
    let own = own.into_iter().flat_map(|(source, text)| messages_in(text).map(move |line| (source, line)));
    let asked = catalogue.entries().flat_map(|entry| {
        let source = match listening.iter().position(|line| *line == entry.id) {
            Some(0) => Some(Source::Distressed),
            Some(_) => None,
            None => Some(Source::Asked),
        };
        let questions = entry.text.values().flat_map(|text| &text.questions);
        questions.filter_map(move |question| Some((source?, question.as_str())))
    });
    own.chain(asked).collect()
}

/// The messages of a file.
pub fn messages_in(text: &str) -> impl Iterator<Item = &str> {
    text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// Takes messages apart and numbers their pieces.
struct School {
    ear: Ear,
    concepts: Concepts,
    numbers: FxHashMap<String, usize>,
}

impl School {
    fn message(&mut self, source: Source, text: &str) -> Message {
        let text: Vec<Word> = words(text);
        // Words that are spelt right are not known here: the phrases alone are heard as they are written.
        let heard = self.ear.hear(&text, |_| true, |_| true);
        let mut pieces = Vec::new();
        let numbers = &mut self.numbers;
        let count = pieces_of(&text, &self.concepts, &mut |piece| pieces.push(number(numbers, piece)));
        pieces.sort_unstable();
        pieces.dedup();
        let signals = signals_of(&heard).map(|signal| number(numbers, signal)).collect();
        Message { source, pieces, share: share(count), signals }
    }

    /// Leaves out the pieces that too few of the made-up messages have, and numbers the others anew.
    fn forget_rare(&mut self, messages: &mut [Message]) {
        let mut met = vec![(0_u32, 0_u32); self.numbers.len()];
        for message in messages.iter() {
            for piece in message.pieces.iter().chain(&message.signals) {
                let Some((made_up, asked)) = met.get_mut(*piece) else { continue };
                *(if message.source == Source::Asked { asked } else { made_up }) += 1;
            }
        }
        let often = |(piece, number): &(String, usize)| {
            let (made_up, asked) = met.get(*number).copied().unwrap_or_default();
            made_up >= FEWEST_MESSAGES || is_word(piece) && asked >= FEWEST_QUESTIONS
        };
        let mut kept: Vec<(String, usize)> = self.numbers.drain().filter(often).collect();
        kept.sort_unstable();
        let renumbered: FxHashMap<usize, usize> = kept.iter().enumerate().map(|(new, (_, old))| (*old, new)).collect();
        for message in messages {
            for numbers in [&mut message.pieces, &mut message.signals] {
                *numbers = numbers.iter().filter_map(|old| renumbered.get(old).copied()).collect();
                numbers.sort_unstable();
            }
        }
        self.numbers = kept.into_iter().enumerate().map(|(new, (piece, _))| (piece, new)).collect();
    }
}

/// The number of a piece, a new one for a new piece.
fn number(numbers: &mut FxHashMap<String, usize>, piece: &str) -> usize {
    let next = numbers.len();
    let known = numbers.get(piece).copied();
    known.unwrap_or_else(|| *numbers.entry(piece.to_owned()).or_insert(next))
}

fn is_word(piece: &str) -> bool {
    piece.chars().all(char::is_alphanumeric)
}

/// Recall and false alarms, each message measured with weights that were fitted without it.
fn measured(messages: &[Message], pieces: usize, seed: u64) -> BTreeMap<String, f64> {
    let mut all: FxHashMap<&str, (u32, u32)> = FxHashMap::default();
    for fold in 0..FOLDS {
        let (own, others): (Vec<_>, Vec<_>) = messages.iter().enumerate().partition(|(at, _)| at % FOLDS == fold);
        let others: Vec<&Message> = others.into_iter().map(|(_, message)| message).collect();
        let weights = fit(&others, pieces, seed);
        for (_, message) in own {
            let figure = all.entry(message.source.figure()).or_default();
            figure.0 += u32::from(weights.probability(message) >= HEARD);
            figure.1 += 1;
        }
    }
    let share = |(heard, all): (u32, u32)| (f64::from(heard) / f64::from(all.max(1)) * 10_000.0).round() / 10_000.0;
    all.into_iter().map(|(name, counts)| (name.to_owned(), share(counts))).collect()
}

/// Weights under which the right side is most probable: stochastic steps with a pace of its own for each weight. What
/// comes out is the mean of the last rounds, for which it hardly matters in what order the messages came.
fn fit(messages: &[&Message], pieces: usize, seed: u64) -> Weights {
    let mut messages = messages.to_vec();
    let restraint = RESTRAINT / messages.iter().map(|message| message.source.counts()).sum::<f64>();
    let mut learner = Learner::new(pieces, restraint);
    let mut mean = Weights { pieces: vec![0.0; pieces], bias: 0.0 };
    let mut dice = Dice(seed);
    for round in 0..ROUNDS {
        dice.shuffle(&mut messages);
        for message in &messages {
            learner.take(message);
        }
        if round + LAST_ROUNDS >= ROUNDS {
            mean.add(&learner.weights, LAST_ROUNDS);
        }
    }
    mean.forget_small();
    mean
}

struct Learner {
    weights: Weights,
    /// How steep it was so far for each weight, and for the bias.
    steepness: Vec<f64>,
    bias_steepness: f64,
    restraint: f64,
}

impl Learner {
    fn new(pieces: usize, restraint: f64) -> Self {
        let flat = f64::MIN_POSITIVE.sqrt();
        let weights = Weights { pieces: vec![0.0; pieces], bias: 0.0 };
        Self { weights, steepness: vec![flat; pieces], bias_steepness: flat, restraint }
    }

    fn take(&mut self, message: &Message) {
        let weight = message.source.counts();
        let right = if message.source == Source::Distressed { 1.0 } else { 0.0 };
        let miss = (self.weights.probability(message) - right) * weight;
        let pieces = message.pieces.iter().map(|piece| (piece, message.share));
        for (piece, counts) in pieces.chain(message.signals.iter().map(|signal| (signal, 1.0))) {
            let value = self.weights.pieces.get_mut(*piece);
            let (Some(value), Some(steep)) = (value, self.steepness.get_mut(*piece)) else { continue };
            let slope = miss * counts + self.restraint * *value * weight;
            *steep += slope * slope;
            *value -= PACE * slope / steep.sqrt();
        }
        self.bias_steepness += miss * miss;
        self.weights.bias -= PACE * miss / self.bias_steepness.sqrt();
    }
}

impl Weights {
    /// Adds one of so many to a mean.
    fn add(&mut self, other: &Self, many: u32) {
        self.pieces.iter_mut().zip(&other.pieces).for_each(|(mean, weight)| *mean += weight / f64::from(many));
        self.bias += other.bias / f64::from(many);
    }

    fn forget_small(&mut self) {
        for weight in self.pieces.iter_mut().filter(|weight| weight.abs() < LEAST) {
            *weight = 0.0;
        }
    }

    fn probability(&self, message: &Message) -> f64 {
        let sum = |numbers: &[usize]| numbers.iter().filter_map(|number| self.pieces.get(*number)).sum::<f64>();
        probability(self.bias + sum(&message.signals) + message.share * sum(&message.pieces))
    }
}

impl Source {
    fn counts(self) -> f64 {
        match self {
            Self::Distressed => DISTRESSED_COUNTS,
            Self::Ordinary => 1.0,
            Self::Asked => ASKED_COUNTS,
        }
    }

    fn figure(self) -> &'static str {
        match self {
            Self::Distressed => "recall",
            Self::Ordinary => "alarms-ordinary",
            Self::Asked => "alarms-catalogue",
        }
    }
}

/// The same seed throws the same numbers on every machine.
struct Dice(u64);

impl Dice {
    fn shuffle<T>(&mut self, cards: &mut [T]) {
        for at in (1..cards.len()).rev() {
            self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let thrown = usize::try_from(self.0 >> 33).unwrap_or_default();
            cards.swap(at, thrown % (at + 1));
        }
    }
}

fn fingerprint(texts: &Texts<'_>, lines: &[(Source, &str)], catalogue: &Catalogue) -> String {
    let mut hash = Sha256::new();
    hash.update(format!("{lines:?} {} {:?}", texts.concepts, catalogue.signals.phrases));
    let short = hash.finalize().iter().take(6).fold(0, |sum, byte| sum << 8 | u64::from(*byte));
    format!("{short:012x}")
}
