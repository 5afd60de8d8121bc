//! In which of the counter's languages is this written?

use rustc_hash::FxHashMap;

use super::words::Word;
use crate::domain::language::Language;

/// One small word, however typical, does not decide alone against a whole sentence.
const MOST_PER_SMALL_WORD: f64 = 6.0;

/// Names travel from one language to the other (*wat is Enterprise Europe Network*), small words do not.
const MOST_PER_WORD: f64 = 2.5;

/// The letters of an unknown word say less than a known word.
const MOST_PER_UNKNOWN: f64 = 1.2;

/// The difference in log-likelihood from which the language is clear.
const CLEAR: f64 = 1.2;

/// Of a text in a third language hardly any word is known; from this share on it is one of ours.
const KNOWN_SHARE: f64 = 0.34;

/// How often words and letter triples occur in the Dutch and the English texts of the catalogue.
#[derive(Debug, Default)]
pub(super) struct Tongue {
    words: Counts,
    triples: Counts,
}

#[derive(Debug, Default)]
struct Counts {
    seen: FxHashMap<String, [f64; 2]>,
    total: [f64; 2],
}

impl Counts {
    fn add(&mut self, what: &str, language: Language, times: u32) {
        let at = usize::from(language == Language::En);
        if let Some(count) = self.seen.entry(what.to_owned()).or_default().get_mut(at) {
            *count += f64::from(times);
        }
        if let Some(total) = self.total.get_mut(at) {
            *total += f64::from(times);
        }
    }

    /// The log of how much more usual it is in Dutch than in English; `None` when it was never seen.
    fn leaning(&self, what: &str) -> Option<f64> {
        let [dutch, english] = self.seen.get(what)?;
        let [all_dutch, all_english] = self.total;
        Some(((dutch + 0.3) / (all_dutch + 1.0)).ln() - ((english + 0.3) / (all_english + 1.0)).ln())
    }
}

impl Tongue {
    /// Learns a word that was met so many times in texts in `language`.
    pub(super) fn learn(&mut self, word: &str, language: Language, times: u32) {
        if times == 0 {
            return;
        }
        self.words.add(word, language, times);
        for triple in triples(word) {
            self.triples.add(&triple, language, times);
        }
    }

    /// The language of a text; `None` when it cannot be told, or when it is none of ours. `is_small` knows the small
    /// words of both languages.
    pub(super) fn guess(&self, text: &[Word], is_small: impl Fn(&str) -> bool) -> Option<Language> {
        let (mut leaning, mut known, mut all) = (0.0, 0.0, 0.0);
        for word in text.iter().filter(|word| word.folded.chars().any(char::is_alphabetic)) {
            all += 1.0;
            if let Some(weight) = self.words.leaning(&word.folded) {
                known += 1.0;
                let most = if is_small(&word.folded) { MOST_PER_SMALL_WORD } else { MOST_PER_WORD };
                leaning += weight.clamp(-most, most);
            } else {
                let weight: f64 = triples(&word.folded).filter_map(|triple| self.triples.leaning(&triple)).sum();
                leaning += weight.clamp(-MOST_PER_UNKNOWN, MOST_PER_UNKNOWN);
            }
        }
        // Letters alone decide nothing: without a single known word it may be a name, or a cat on the keys.
        if known == 0.0 || (all > 2.0 && known / all < KNOWN_SHARE) || leaning.abs() < CLEAR {
            return None;
        }
        Some(if leaning > 0.0 { Language::Nl } else { Language::En })
    }
}

fn triples(word: &str) -> impl Iterator<Item = String> {
    let letters: Vec<char> = std::iter::once(' ').chain(word.chars()).chain(std::iter::once(' ')).collect();
    let count = letters.len().saturating_sub(2);
    (0..count).filter_map(move |at| letters.get(at..at + 3).map(|triple| triple.iter().collect()))
}

#[cfg(test)]
mod tests {
    use super::super::words::words;
    use super::*;

    fn guess(text: &str) -> Option<Language> {
        let mut tongue = Tongue::default();
        let dutch = "ik wil een lening voor mijn bedrijf en mag dat van de gemeente want wat kost het bij de bank";
        let english = "can i get a loan for my company and what does it cost at the bank because i want to start";
        for (text, language) in [(dutch, Language::Nl), (english, Language::En)] {
            for word in words(text) {
                tongue.learn(&word.folded, language, 50);
            }
        }
        let small = ["wat", "is", "de", "mijn", "voor", "my", "the"];
        tongue.guess(&words(text), |word| small.contains(&word))
    }

    #[test]
    fn a_few_words_are_enough() {
        assert_eq!(guess("lening voor mijn zaak"), Some(Language::Nl));
        assert_eq!(guess("my company loan"), Some(Language::En));
    }

    #[test]
    fn a_foreign_name_changes_no_language() {
        assert_eq!(guess("wat is de loan company"), Some(Language::Nl));
        assert_eq!(guess("can i start my bedrijf"), Some(Language::En));
    }

    #[test]
    fn a_third_language_is_not_taken_for_ours() {
        assert_eq!(guess("Dlaczego dostaję voorlopige aanslag i jaki jest tego cel?"), None);
        assert_eq!(guess("1234"), None);
    }
}
