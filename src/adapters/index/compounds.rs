//! Dutch compounds cut into the words they are made of: `parkeervergunningen` is about parking and permits.

use rustc_hash::FxHashSet;

use super::stems::stem;
use crate::domain::language::Language;

/// Shorter parts turn up by chance in words that are no compound.
const SHORTEST_PART: usize = 4;

/// Longer ones are no words, and there are too many ways to cut them.
const LONGEST_COMPOUND: usize = 60;

/// Abbreviations and short nouns that do begin or end compounds.
const SHORT_PARTS: [&str; 24] = [
    "btw", "mkb", "zzp", "kvk", "uwv", "bbl", "mbo", "cao", "avg", "wia", "aow", "aov", "ict", "aex", "bv", "eu",
    "gas", "dak", "vof", "vog", "bsn", "mit", "auto", "huis",
];

/// Letters that Dutch puts between the parts.
const LINKS: [&str; 5] = ["", "s", "en", "e", "n"];

/// Knows of which words compounds can be made: the words of the catalogue itself.
#[derive(Debug, Default)]
pub(super) struct Compounds {
    words: FxHashSet<String>,
    stems: FxHashSet<String>,
}

impl Compounds {
    /// Compounds of these words, which occur on their own; `is_stop` words make none.
    pub(super) fn of<'a>(words: impl Iterator<Item = &'a str>, is_stop: impl Fn(&str) -> bool) -> Self {
        let mut compounds = Self::default();
        for word in words.filter(|word| word.len() >= SHORTEST_PART && !is_stop(word)) {
            if word.bytes().all(|byte| byte.is_ascii_lowercase()) {
                compounds.words.insert(word.to_owned());
                compounds.stems.insert(stem(word, Language::Nl));
            }
        }
        compounds.words.extend(SHORT_PARTS.iter().map(|part| (*part).to_owned()));
        compounds
    }

    /// The parts of `word`, at least two, or none: the cut with the fewest parts, of those the most even one.
    pub(super) fn parts<'a>(&self, word: &'a str) -> Vec<&'a str> {
        if !(SHORTEST_PART + 3..=LONGEST_COMPOUND).contains(&word.len())
            || !word.bytes().all(|byte| byte.is_ascii_lowercase())
        {
            return Vec::new();
        }
        self.in_two(word).or_else(|| self.in_three(word)).unwrap_or_default()
    }

    fn in_two<'a>(&self, word: &'a str) -> Option<Vec<&'a str>> {
        let cuts = self.heads(word).filter(|(_, tail)| self.can_end(tail));
        let best = cuts.max_by_key(|(head, tail)| head.len().min(tail.len()));
        best.map(|(head, tail)| vec![head, tail])
    }

    fn in_three<'a>(&self, word: &'a str) -> Option<Vec<&'a str>> {
        self.heads(word).find_map(|(head, rest)| {
            let mut parts = self.in_two(rest)?;
            parts.insert(0, head);
            Some(parts)
        })
    }

    /// Every way to take a known word and its linking letters off the front.
    fn heads<'a>(&self, word: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> {
        (2..word.len())
            .filter_map(|end| word.split_at_checked(end))
            .filter(|(head, _)| self.can_begin(head))
            .flat_map(|(head, rest)| LINKS.iter().filter_map(move |link| Some((head, rest.strip_prefix(link)?))))
    }

    fn can_begin(&self, part: &str) -> bool {
        self.words.contains(part)
    }

    /// The last part carries the inflection, so any form of a known word will do.
    fn can_end(&self, part: &str) -> bool {
        self.words.contains(part) || (part.len() > SHORTEST_PART && self.stems.contains(&stem(part, Language::Nl)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(word: &str) -> Vec<&str> {
        let known = ["parkeren", "parkeer", "vergunning", "evenement", "bedrijf", "afval", "zonne", "panelen", "nemer"];
        Compounds::of(known.into_iter(), |word| word == "onder").parts(word)
    }

    #[test]
    fn parts_are_found_with_linking_letters_and_inflection() {
        assert_eq!(parts("parkeervergunningen"), ["parkeer", "vergunningen"]);
        assert_eq!(parts("evenementenvergunning"), ["evenement", "vergunning"]);
        assert_eq!(parts("bedrijfsafval"), ["bedrijf", "afval"]);
        assert_eq!(parts("btwvergunning"), ["btw", "vergunning"]);
    }

    #[test]
    fn a_word_that_is_no_compound_stays_whole() {
        assert!(parts("ondernemer").is_empty());
        assert!(parts("vergunning").is_empty());
        assert!(parts("größe").is_empty());
        assert!(parts(&"afval".repeat(800)).is_empty());
    }
}
