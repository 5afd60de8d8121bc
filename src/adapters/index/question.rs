//! A question ready to be compared with pages.

use super::grams::{Gram, grams};
use super::intents::Intents;
use super::pages::{Field, Page, share};
use super::reading::Reading;
use super::vocabulary::{TermId, Vocabulary};
use super::worth::Worths;

/// How heavy the words of an example question are before it counts in full that they are all said.
const FULL_EXAMPLE: f32 = 4.0;

/// A question with everything that is compared.
pub(super) struct Asked<'a> {
    pub(super) reading: &'a Reading,
    pub(super) intents: Intents,
    terms: Vec<AskedTerm>,
    pub(super) grams: Vec<AskedGram>,
}

/// A term that is looked for.
struct AskedTerm {
    term: TermId,
    /// The telling word that stands for it, and how well it does.
    word: usize,
    stands: f32,
    /// How much the term itself tells.
    weight: f32,
}

/// A letter group that is looked for.
pub(super) struct AskedGram {
    pub(super) gram: Gram,
    /// How much it is worth when it tells for an entry.
    pub(super) worth: f32,
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
    /// The largest share of one example question that the question says.
    pub(super) example_said: f32,
}

impl<'a> Asked<'a> {
    /// A question from its reading and its text.
    pub(super) fn new(reading: &'a Reading, text: &str, vocabulary: &Vocabulary, worths: &Worths) -> Self {
        let asked = |(term, (word, stands)): (&TermId, &(usize, f32))| AskedTerm {
            term: *term,
            word: *word,
            stands: *stands,
            weight: vocabulary.weight(*term),
        };
        let mut terms: Vec<AskedTerm> = reading.terms.iter().map(asked).collect();
        terms.sort_unstable_by_key(|one| one.term);
        let letters = grams(text).into_iter().map(|gram| AskedGram { gram, worth: worths.of(gram) });
        Self { reading, intents: Intents::of(text), terms, grams: letters.collect() }
    }

    /// What a page has of the question's words.
    pub(super) fn by_words(&self, page: &Page) -> ByWords {
        let mut present = vec![[0.0_f32; Field::COUNT]; self.reading.telling.len()];
        let mut examples = vec![0.0_f32; page.examples.len()];
        let mut title_said = 0.0;
        for asked in &self.terms {
            let Some((fields, places)) = page.words.of(asked.term) else { continue };
            if let Some(word) = present.get_mut(asked.word) {
                word.iter_mut()
                    .zip(fields)
                    .for_each(|(sum, here)| *sum = (*sum + asked.stands * share(*here)).min(1.0));
            }
            if fields.get(Field::Title as usize).is_some_and(|present| *present > 0) {
                title_said += asked.weight * asked.stands;
            }
            for place in places {
                if let Some(said) = examples.get_mut(usize::from(place.example)) {
                    *said += place.weight * asked.stands;
                }
            }
        }
        let said_of = |(weight, said): (&f32, f32)| said / weight.max(f32::EPSILON) * (weight / FULL_EXAMPLE).min(1.0);
        ByWords {
            shares: std::array::from_fn(|field| {
                self.share(present.iter().map(|fields| fields.get(field).copied().unwrap_or_default()))
            }),
            covered: self.share(present.iter().map(|fields| fields.iter().copied().fold(0.0, f32::max))),
            title_said: title_said / page.title_weight.max(f32::EPSILON),
            example_said: page.examples.iter().zip(examples).map(said_of).fold(0.0, f32::max),
        }
    }

    /// The share of the question's weight, given how well each of its telling words is present.
    fn share(&self, present: impl Iterator<Item = f32>) -> f32 {
        let sum: f32 = self.reading.telling.iter().zip(present).map(|(word, present)| word.importance * present).sum();
        sum / self.reading.importance.max(f32::EPSILON)
    }

    /// What the question's letter groups tell for a page together, by themselves and each counted for what it is worth;
    /// each of a long text tells less.
    #[expect(clippy::cast_precision_loss, reason = "a message has far fewer than 2^24 letters")]
    pub(super) fn by_letters(&self, page: &Page) -> (f32, f32) {
        let (mut all, mut worthy) = (0.0, 0.0);
        for asked in &self.grams {
            let tells = page.letters.of(asked.gram).unwrap_or_default();
            all += tells;
            worthy += asked.worth * tells;
        }
        let root = (self.grams.len() as f32 + 1.0).sqrt();
        (all / root, worthy / root)
    }
}
