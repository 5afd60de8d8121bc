//! Citizen service numbers (BSN): found and masked before anything is stored.
//!
//! A counter for businesses never needs one. A sole trader's old VAT number holds it too, so
//! `123456782B01` is masked as well. One in eleven nine-digit numbers passes the check, so some other number is hit
//! now and then: the safe side. Eight digits are a KVK number far more often than a BSN without its leading zero:
//! they count only in a text that speaks of one.

/// The character that stands for a masked digit: one UTF-16 unit, as a digit is, so that text offsets stay right.
const MASK: char = '•';

/// Words that say what a number is.
const NAMED: [&str; 4] = ["bsn", "burgerservice", "sofi", "citizen service"];

/// `text` with every number that could be a BSN masked; `None` when there is none.
pub fn mask(text: &str) -> Option<String> {
    let letters: Vec<char> = text.chars().collect();
    let mut masked = letters.clone();
    let lowered = text.to_lowercase();
    let shortest = if NAMED.iter().any(|word| lowered.contains(word)) { 8 } else { 9 };
    let mut found = false;
    let mut at = 0;
    while at < letters.len() {
        let (digits, end) = digits_from(&letters, at);
        if digits.is_empty() {
            at += 1;
            continue;
        }
        if digits.len() >= shortest && is_alone(&letters, at, end) && could_be_bsn(&digits) {
            found = true;
            for position in digits.iter().map(|(position, _)| *position) {
                if let Some(letter) = masked.get_mut(position) {
                    *letter = MASK;
                }
            }
        }
        at = end.max(at + 1);
    }
    found.then(|| masked.into_iter().collect())
}

/// The digits that begin at `start`, read over single spaces, dots and hyphens, with their positions, and where they end.
fn digits_from(letters: &[char], start: usize) -> (Vec<(usize, u32)>, usize) {
    let mut digits = Vec::new();
    let mut at = start;
    let mut end = start;
    while let Some(letter) = letters.get(at) {
        if let Some(digit) = letter.to_digit(10) {
            digits.push((at, digit));
            end = at + 1;
        } else if digits.is_empty() || !matches!(letter, ' ' | '.' | '-') || at > end {
            break;
        }
        at += 1;
    }
    (digits, end)
}

/// No amount, phone number or identifier: nothing before it, and at most a VAT suffix after it.
fn is_alone(letters: &[char], start: usize, end: usize) -> bool {
    let before = letters.iter().take(start).rev().find(|letter| **letter != ' ');
    let touches = start.checked_sub(1).and_then(|at| letters.get(at)).is_some_and(|letter| letter.is_alphanumeric());
    let after = letters.get(end);
    let vat_suffix = after.is_some_and(|letter| letter.eq_ignore_ascii_case(&'b'))
        && letters.get(end + 1).is_some_and(char::is_ascii_digit);
    let is_amount = before.is_some_and(|letter| matches!(letter, '+' | '€' | '$'));
    let stands_free = (!touches && !is_amount) || vat_suffix;
    stands_free && (vat_suffix || after.is_none_or(|letter| !letter.is_alphanumeric()))
}

/// Nine digits (or eight, with the leading zero left out) that pass the eleven test; not a Dutch phone number.
fn could_be_bsn(digits: &[(usize, u32)]) -> bool {
    let mut values: Vec<i64> = digits.iter().map(|(_, digit)| i64::from(*digit)).collect();
    if values.len() == 8 {
        values.insert(0, 0);
    }
    if values.len() != 9 || values.iter().all(|digit| *digit == 0) {
        return false;
    }
    let weights = [9, 8, 7, 6, 5, 4, 3, 2, -1];
    let sum: i64 = values.iter().zip(weights).map(|(digit, weight)| digit * weight).sum();
    sum % 11 == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bsn_is_masked_however_it_is_written() {
        for written in
            ["mijn bsn is 111222333.", "111 222 333", "111.222.333", "1112-22-333", "111222333B01", "NL111222333B01"]
        {
            let masked = mask(written).unwrap_or_else(|| panic!("{written} was not seen"));
            assert!(!masked.contains("333"), "{masked}");
            assert_eq!(masked.encode_utf16().count(), written.encode_utf16().count());
        }
    }

    #[test]
    fn eight_digits_count_only_when_they_are_called_a_bsn() {
        assert!(mask("mijn bsn: 10000008").is_some_and(|masked| !masked.contains("10000008")));
        assert_eq!(mask("mijn kvk nummer is 10000008"), None);
    }

    #[test]
    fn other_numbers_stay() {
        for written in [
            "€ 111222333",
            "0612345678",
            "€ 1.500 tot € 333.333",
            "kvk 12345678",
            "+31111222333",
            "in 2026",
            "123456789",
        ] {
            assert_eq!(mask(written), None, "{written}");
        }
    }
}
