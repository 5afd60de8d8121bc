//! The parser speaks to programmers. What it says about a value, for an editor.

use crate::domain::in_both::InBoth;

/// How the parser begins, and the same in Dutch and English.
const FOUND: [(&str, &str, &str); 8] = [
    ("unknown variant ", "onbekend woord ", "unknown word "),
    ("invalid type: string ", "dit is de tekst ", "this is the text "),
    ("invalid type: integer ", "dit is het getal ", "this is the number "),
    ("invalid value: integer ", "dit is het getal ", "this is the number "),
    ("invalid type: floating point ", "dit is het getal ", "this is the number "),
    ("invalid type: boolean ", "dit is het woord ", "this is the word "),
    ("invalid type: sequence", "dit is een lijst", "this is a list"),
    // A bare day is a map to the parser as well.
    ("invalid type: map", "dit is een dag of een groep regels", "this is a day or a group of lines"),
];

/// How the parser goes on with what it expects, and the same in Dutch and English.
const EXPECTED: [(&str, &str, &str); 5] = [
    ("a string", "hier hoort tekst tussen aanhalingstekens", "a text between quotes"),
    ("a TOML datetime", "hier hoort een dag zonder aanhalingstekens", "a day without quotes"),
    ("u32", "hier hoort een heel getal", "a whole number"),
    ("one of ", "kies uit ", "one of "),
    ("", "hier hoort ", ""),
];

/// What the parser says in plain words. What is not known here stays as it is: it is still better than nothing.
pub(super) fn plain_words(message: &str) -> InBoth {
    let message = message.trim_end();
    let Some((found, expected)) = message.split_once(", expected ") else { return begun_with(&FOUND, message) };
    let (found, expected) = (begun_with(&FOUND, found), begun_with(&EXPECTED, expected));
    InBoth::of(
        format!("{}, {}", found.nl, expected.nl.replace("` or `", "` of `")),
        format!("{}, expected {}", found.en, expected.en),
    )
}

fn begun_with(known: &[(&str, &str, &str)], text: &str) -> InBoth {
    let found = known.iter().find_map(|(begin, nl, en)| Some((text.strip_prefix(begin)?, nl, en)));
    match found {
        Some((rest, nl, en)) => InBoth::of(format!("{nl}{rest}"), format!("{en}{rest}")),
        None => InBoth::of(text, text),
    }
}
