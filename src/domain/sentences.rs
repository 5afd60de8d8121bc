//! Sentences: where one ends and the next begins.
//!
//! The card shows the first sentence of a section, and the check of the catalogue counts words per sentence.
//! Both must mean the same thing by "sentence", so it stands here once.

/// Words that end in a full stop without ending a sentence.
const ABBREVIATIONS: [&str; 24] = [
    "art.", "bijv.", "bv.", "ca.", "dhr.", "dr.", "e.g.", "excl.", "i.e.", "incl.", "ir.", "jl.", "max.", "mevr.",
    "min.", "mr.", "mrs.", "mw.", "nr.", "o.a.", "prof.", "st.", "tel.", "vs.",
];

/// The sentences of `text`. A list item ends a sentence; its bullet is left out.
pub fn sentences(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    for line in text.lines() {
        let mut rest = line.trim_start_matches("• ").trim();
        while let Some((sentence, next)) = cut(rest) {
            found.push(sentence);
            rest = next;
        }
        if !rest.is_empty() {
            found.push(rest);
        }
    }
    found
}

/// The first sentence of `text`: what a card shows of a section. Empty for an empty text.
pub fn first_sentence(text: &str) -> &str {
    sentences(text).first().copied().unwrap_or_default()
}

/// How many words a sentence has; a lone sign such as `€` or `–` is none.
pub fn words(sentence: &str) -> usize {
    sentence.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).count()
}

/// The first sentence of `line` and what comes behind it; `None` when the line is one sentence.
fn cut(line: &str) -> Option<(&str, &str)> {
    line.char_indices().filter(|(_, letter)| letter.is_whitespace()).find_map(|(at, _)| {
        let (before, after) = line.split_at_checked(at)?;
        let after = after.trim_start();
        (ends(before) && begins(after)).then_some((before, after))
    })
}

fn ends(before: &str) -> bool {
    let bare = before.trim_end_matches(['"', '\'', '’', '”', ')']);
    let last_word = bare.split_whitespace().next_back().unwrap_or_default().trim_start_matches('(').to_lowercase();
    bare.ends_with(['.', '!', '?', '…']) && !ABBREVIATIONS.contains(&last_word.as_str())
}

/// A sentence does not begin with a small letter or a digit: `o.a. de`, `art. 3`.
fn begins(after: &str) -> bool {
    after.chars().next().is_some_and(|letter| !letter.is_lowercase() && !letter.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_ends_at_its_stop_and_not_at_an_amount_or_an_abbreviation() {
        let text = "Je krijgt € 1.500, bijv. Voor een cursus. Vraag het aan bij RVO, o.a. op rvo.nl! Klaar?";
        assert_eq!(
            sentences(text),
            ["Je krijgt € 1.500, bijv. Voor een cursus.", "Vraag het aan bij RVO, o.a. op rvo.nl!", "Klaar?"]
        );
    }

    #[test]
    fn every_list_item_is_a_sentence_of_its_own() {
        assert_eq!(
            sentences("Je hebt nodig:\n• een plan\n• een bank (of twee)"),
            ["Je hebt nodig:", "een plan", "een bank (of twee)"]
        );
    }

    #[test]
    fn the_first_sentence_stands_on_its_own() {
        assert_eq!(first_sentence("Koop je een machine? Dan betaal je minder."), "Koop je een machine?");
        assert_eq!(first_sentence(""), "");
    }

    #[test]
    fn signs_are_no_words() {
        assert_eq!(words("Het kost € 2 miljoen – per jaar."), 6);
    }
}
