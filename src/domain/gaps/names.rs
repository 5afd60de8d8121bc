//! Words without the name of who wrote them: what an office reads about many must not tell who one of them is.

/// What stands in the place of a name.
const HIDDEN: &str = "…";

/// `text` without this person's name, wherever it stands as a word of its own. Each part of a name of several words is
/// hidden; a single letter is no name.
pub fn without_name(text: &str, name: &str) -> String {
    let is_part = |part: &&str| part.chars().filter(|letter| letter.is_alphabetic()).count() > 1;
    name.split_whitespace().filter(is_part).fold(text.to_owned(), |text, part| without_word(&text, part))
}

/// Written as a name is: `Wil` is hidden, `wil` is a word.
fn without_word(text: &str, word: &str) -> String {
    let mut hidden = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once(word) {
        let goes_on = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
        let last = before.chars().next_back().or_else(|| hidden.chars().next_back());
        let is_inside = goes_on(last) || goes_on(behind.chars().next());
        hidden.push_str(before);
        hidden.push_str(if is_inside { word } else { HIDDEN });
        rest = behind;
    }
    hidden.push_str(rest);
    hidden
}
