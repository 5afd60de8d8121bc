//! The telling words of a text, for those who compare texts without an index.

use super::stems::stem;
use super::stops::Stops;
use super::words::folded_words;
use crate::domain::language::Language;
use crate::ports::words::Words;

/// Takes texts apart as the index does.
#[derive(Debug, Default)]
pub struct TellingWords {
    stops: Stops,
}

impl Words for TellingWords {
    fn telling(&self, text: &str, language: Language) -> Vec<String> {
        let words = folded_words(text).into_iter();
        words.filter(|word| !self.stops.has(word, Some(language))).map(|word| stem(&word, language)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_asked_stays_and_how_it_is_asked_goes() {
        let words = TellingWords::default();
        let one = words.telling("Kan ik subsidies krijgen voor zonnepanelen?", Language::Nl);
        assert_eq!(one, words.telling("subsidie zonnepaneel", Language::Nl));
        assert_ne!(one, words.telling("geen subsidie voor zonnepanelen", Language::Nl), "geen carries a lot");
    }
}
