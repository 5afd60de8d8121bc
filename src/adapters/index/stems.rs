//! The part of a word that stays when it is inflected.

use frostem::{Algorithm, Stemmer};

use crate::domain::language::Language;

/// Words that the Dutch stemmer tears apart or throws together, with the stem they get here.
const DUTCH_EXCEPTIONS: [(&str, &str); 18] = [
    ("gemeente", "gemeente"),
    ("gemeenten", "gemeente"),
    ("gemeentes", "gemeente"),
    ("gemeentelijk", "gemeente"),
    ("gemeentelijke", "gemeente"),
    ("gevestigd", "vestig"),
    ("vestigen", "vestig"),
    ("vestiging", "vestig"),
    ("vestigingen", "vestig"),
    ("ondernemer", "ondernem"),
    ("ondernemers", "ondernem"),
    ("onderneming", "ondernem"),
    ("ondernemingen", "ondernem"),
    ("parkeren", "parker"),
    ("parkeerplaats", "parkeerplaats"),
    ("geparkeerd", "parker"),
    ("btw", "btw"),
    ("huurder", "huurder"),
];

/// The stem of a folded word in `language`.
pub(super) fn stem(word: &str, language: Language) -> String {
    match language {
        Language::Nl => dutch(word),
        Language::En => Stemmer::new(Algorithm::English).stem(word).into_owned(),
    }
}

fn dutch(word: &str) -> String {
    let exception = DUTCH_EXCEPTIONS.iter().find(|(written, _)| *written == word);
    exception
        .map_or_else(|| with_short_vowel(&Stemmer::new(Algorithm::Dutch).stem(word)), |(_, stem)| (*stem).to_owned())
}

/// Writes the last long vowel short, as Dutch does when it inflects: paneel and panelen become panel.
fn with_short_vowel(stem: &str) -> String {
    let letters: Vec<char> = stem.chars().collect();
    match letters.as_slice() {
        [head @ .., first, second, last]
            if head.len() > 1 && first == second && is_long(*first) && !is_vowel(*last) =>
        {
            head.iter().chain([first, last]).collect()
        }
        _ => stem.to_owned(),
    }
}

fn is_long(letter: char) -> bool {
    matches!(letter, 'a' | 'e' | 'o' | 'u')
}

fn is_vowel(letter: char) -> bool {
    matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u' | 'y')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_one_word_share_a_stem() {
        let pairs = [
            ("zonnepaneel", "zonnepanelen"),
            ("bedrijf", "bedrijven"),
            ("gemeente", "gemeentelijke"),
            ("ondernemer", "onderneming"),
            ("vestigen", "gevestigd"),
            ("subsidie", "subsidies"),
            ("vergunning", "vergunningen"),
            ("laadpaal", "laadpalen"),
        ];
        for (one, other) in pairs {
            assert_eq!(stem(one, Language::Nl), stem(other, Language::Nl), "{one} and {other}");
        }
        assert_eq!(stem("employees", Language::En), stem("employee", Language::En));
    }
}
