//! A question ready to be compared with pages.

use super::grams::{Gram, Grams, grams};
use super::intents::Intents;
use super::pages::{Example, ExampleId, Field, Page, Presence};
use super::reading::Reading;
use super::vocabulary::{TermId, Vocabulary};

/// How many of the best example questions are looked at together.
const NEXT: usize = 3;

/// So many sentences of a longer message are compared by themselves.
const SENTENCES: usize = 4;

/// A shorter sentence asks nothing.
const SHORTEST_SENTENCE: usize = 15;

/// How heavy the words of an example question are before it counts in full that they are all said.
const FULL_EXAMPLE: f32 = 4.0;

/// A question with everything that is compared.
pub(super) struct Asked<'a> {
    pub(super) reading: &'a Reading,
    pub(super) intents: Intents,
    terms: Vec<AskedTerm>,
    length: f32,
    grams: Vec<AskedGram>,
    grams_length: f32,
    sentence_lengths: Vec<f32>,
}

/// A term that is looked for.
struct AskedTerm {
    term: TermId,
    /// The telling word that stands for it, and how well it does.
    word: usize,
    stands: f32,
    /// How much that word counts, and how much the term itself tells.
    importance: f32,
    weight: f32,
}

/// A letter group that is looked for.
struct AskedGram {
    gram: Gram,
    /// Its weight, squared.
    weight: f32,
    /// The sentences that it stands in, one bit each.
    stands_in: u8,
}

/// What a page has of the words of a question.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct ByWords {
    /// The share of the question's weight in each field.
    pub(super) shares: [f32; Field::COUNT],
    /// The share of it anywhere in the page.
    pub(super) covered: f32,
    /// The share of the title's own weight that the question says.
    pub(super) title_said: f32,
    /// The likeness of its example questions.
    pub(super) like: Likeness,
    /// The largest share of one example question that the question says.
    pub(super) example_said: f32,
}

/// What a page has of the letter groups of a question, which forgive typing errors.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct ByLetters {
    /// The likeness of its example questions.
    pub(super) like: Likeness,
    /// The likeness of the best single sentence to the best example question.
    pub(super) best_sentence: f32,
    /// What they tell for all that the page says; each of a long text tells less.
    pub(super) tell: f32,
}

/// How much the example questions of a page are like the question.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Likeness {
    /// The best one.
    pub(super) best: f32,
    /// The mean of the three best.
    pub(super) next: f32,
    /// The mean of all.
    pub(super) all: f32,
}

impl<'a> Asked<'a> {
    /// A question from its reading and its text.
    pub(super) fn new(reading: &'a Reading, text: &str, vocabulary: &Vocabulary, grams_of: &Grams) -> Self {
        let importance = |word: usize| reading.telling.get(word).map_or(0.0, |word| word.importance);
        let asked = |(term, (word, stands)): (&TermId, &(usize, f32))| AskedTerm {
            term: *term,
            word: *word,
            stands: *stands,
            importance: importance(*word),
            weight: vocabulary.weight(*term),
        };
        let mut terms: Vec<AskedTerm> = reading.terms.iter().map(asked).collect();
        terms.sort_unstable_by_key(|one| one.term);
        let whole = grams(text);
        let sentences: Vec<Vec<Gram>> = sentences(text).into_iter().map(grams).collect();
        let stands_in = |gram: Gram| {
            let bits = sentences.iter().enumerate().filter(|(_, sentence)| sentence.binary_search(&gram).is_ok());
            bits.fold(0, |all, (at, _)| all | 1 << at)
        };
        let asked = |gram: &Gram| AskedGram {
            gram: *gram,
            weight: grams_of.weight(*gram).powi(2),
            stands_in: stands_in(*gram),
        };
        Self {
            reading,
            intents: Intents::of(text),
            terms,
            length: reading.telling.iter().map(|word| word.importance * word.importance).sum::<f32>().sqrt(),
            grams: whole.iter().map(asked).collect(),
            grams_length: grams_of.length(&whole),
            sentence_lengths: sentences.iter().map(|sentence| grams_of.length(sentence)).collect(),
        }
    }

    /// What a page has of the question's words.
    pub(super) fn by_words(&self, page: &Page) -> ByWords {
        let mut present = vec![Presence::default(); self.reading.telling.len()];
        let mut examples = vec![(0.0_f32, 0.0_f32); page.examples.len()];
        let mut title_said = 0.0;
        for asked in &self.terms {
            let Some((fields, places)) = page.words.of(asked.term) else { continue };
            if let Some(word) = present.get_mut(asked.word) {
                word.iter_mut().zip(fields).for_each(|(sum, here)| *sum = (*sum + asked.stands * here).min(1.0));
            }
            if fields.get(Field::Title as usize).is_some_and(|present| *present > 0.0) {
                title_said += asked.weight * asked.stands;
            }
            for place in places {
                if let Some((product, said)) = examples.get_mut(usize::from(place.example)) {
                    *product += place.weight * asked.stands * asked.importance;
                    *said += place.weight * asked.stands;
                }
            }
        }
        let of_both = || page.examples.iter().zip(&examples);
        let like = |(example, (product, _)): (&Example, &(f32, f32))| {
            product / (example.length * self.length).max(f32::EPSILON)
        };
        let share = |(example, (_, said)): (&Example, &(f32, f32))| {
            said / example.weight.max(f32::EPSILON) * (example.weight / FULL_EXAMPLE).min(1.0)
        };
        ByWords {
            shares: std::array::from_fn(|field| {
                self.share(present.iter().map(|fields| fields.get(field).copied().unwrap_or_default()))
            }),
            covered: self.share(present.iter().map(|fields| fields.iter().copied().fold(0.0, f32::max))),
            title_said: title_said / page.title_weight.max(f32::EPSILON),
            like: Likeness::of(of_both().map(like)),
            example_said: of_both().map(share).fold(0.0, f32::max),
        }
    }

    /// The share of the question's weight, given how well each of its telling words is present.
    fn share(&self, present: impl Iterator<Item = f32>) -> f32 {
        let sum: f32 = self.reading.telling.iter().zip(present).map(|(word, present)| word.importance * present).sum();
        sum / self.reading.importance.max(f32::EPSILON)
    }

    /// What a page has of the question's letter groups.
    #[expect(clippy::cast_precision_loss, reason = "a message has far fewer than 2^24 letters")]
    pub(super) fn by_letters(&self, page: &Page) -> ByLetters {
        let mut tell = 0.0;
        let mut whole = vec![0.0_f32; page.examples.len()];
        let mut sentences = vec![vec![0.0_f32; page.examples.len()]; self.sentence_lengths.len()];
        for asked in &self.grams {
            let Some((tells, places)) = page.letters.of(asked.gram) else { continue };
            tell += tells;
            add(asked.weight, places, &mut whole);
            for (at, sums) in sentences.iter_mut().enumerate() {
                if asked.stands_in >> at & 1 == 1 {
                    add(asked.weight, places, sums);
                }
            }
        }
        let in_sentences = sentences.iter().zip(&self.sentence_lengths);
        let best_sentence = in_sentences.flat_map(|(sums, length)| like_by_letters(page, sums, *length));
        let best_sentence = best_sentence.fold(0.0, f32::max);
        let like = Likeness::of(like_by_letters(page, &whole, self.grams_length));
        let root = (self.grams.len() as f32 + 1.0).sqrt();
        ByLetters { like, best_sentence: best_sentence.max(like.best), tell: tell / root }
    }
}

/// How like each example question is to a text of this length, given the sums of the weights of what both have.
fn like_by_letters<'p>(page: &'p Page, sums: &'p [f32], length: f32) -> impl Iterator<Item = f32> + 'p {
    let both = page.examples.iter().zip(sums);
    both.map(move |(example, sum)| sum / (example.grams_length * length).max(f32::EPSILON))
}

/// Adds a weight to the sum of every example question that it counts for.
fn add(weight: f32, places: &[ExampleId], sums: &mut [f32]) {
    for place in places {
        if let Some(sum) = sums.get_mut(usize::from(*place)) {
            *sum += weight;
        }
    }
}

/// The sentences of a message of several: those that ask first, then the last ones.
fn sentences(text: &str) -> Vec<&str> {
    let long = |sentence: &&str| sentence.trim().len() >= SHORTEST_SENTENCE;
    let all: Vec<&str> = text.split_inclusive(['?', '!', '\n', '.', ';']).filter(long).collect();
    if all.len() < 2 {
        return Vec::new();
    }
    let asks = |sentence: &&&str| sentence.ends_with('?');
    let asking = all.iter().filter(asks);
    let others = all.iter().rev().filter(|sentence| !asks(sentence));
    asking.chain(others).take(SENTENCES).copied().collect()
}

impl Likeness {
    #[expect(clippy::cast_precision_loss, reason = "an entry has some tens of example questions")]
    fn of(likenesses: impl Iterator<Item = f32>) -> Self {
        let mut top = [0.0_f32; NEXT];
        let (mut sum, mut count) = (0.0, 0_usize);
        for mut likeness in likenesses {
            sum += likeness;
            count += 1;
            for place in &mut top {
                if likeness > *place {
                    std::mem::swap(place, &mut likeness);
                }
            }
        }
        Self {
            best: top.iter().copied().fold(0.0, f32::max),
            next: top.iter().sum::<f32>() / NEXT as f32,
            all: sum / count.max(1) as f32,
        }
    }
}
