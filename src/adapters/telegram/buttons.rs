//! What stands behind a button: an action as at most 64 bytes, and back.
//!
//! Anybody can send us any bytes. What comes back is a wish, never a right: whoever acts on it checks who asks.

use teloxide::types::{InlineKeyboardButton, InlineKeyboardMarkup};

use super::errands;
use crate::domain::case::{Outcome, Rejection};
use crate::domain::ids::{CaseNumber, EntryId, LineId, ThemeId};
use crate::domain::language::Language;
use crate::domain::message::{Action, Button, Part};
use crate::domain::text::display_name;

/// The most bytes that fit behind a button.
const DATA_LIMIT: usize = 64;
/// More words than this are cut off on every phone anyway.
const LABEL_LIMIT: usize = 64;

/// The buttons of a message; `None` when it has none.
pub(super) fn keyboard(rows: &[Vec<Button>]) -> Option<InlineKeyboardMarkup> {
    let rows: Vec<Vec<InlineKeyboardButton>> = rows
        .iter()
        .map(|row| row.iter().filter_map(button).collect::<Vec<_>>())
        .filter(|row| !row.is_empty())
        .collect();
    (!rows.is_empty()).then(|| InlineKeyboardMarkup::new(rows))
}

fn button(button: &Button) -> Option<InlineKeyboardButton> {
    let Some(data) = encode(&button.action) else {
        tracing::error!("an id is too long to stand behind a button; the button was left out");
        return None;
    };
    Some(InlineKeyboardButton::callback(display_name(&button.label, LABEL_LIMIT, "…"), data))
}

/// The action as it is put behind a button: a letter for what, and then of what. `None` when it doesn't fit, which
/// takes an id of more than 62 bytes.
fn encode(action: &Action) -> Option<String> {
    let data = match action {
        Action::Person => "person".to_owned(),
        Action::Show(entry) => format!("s:{entry}"),
        Action::Open(entry, Part::Summary) => format!("o:{entry}"),
        Action::Open(entry, Part::Everything) => format!("e:{entry}"),
        Action::SomethingElse => "else".to_owned(),
        Action::NoneOfThese => "none".to_owned(),
        Action::Helped(entry, true) => format!("y:{entry}"),
        Action::Helped(entry, false) => format!("n:{entry}"),
        Action::Themes => "themes".to_owned(),
        Action::Theme(theme, page) => format!("t{page}:{theme}"),
        Action::Speak(language) => format!("l:{}", language.code()),
        Action::Place(code) => format!("p:{code}"),
        Action::NoPlace => "no-place".to_owned(),
        Action::Erase(true) => "erase".to_owned(),
        Action::Erase(false) => "keep".to_owned(),
        Action::Take(case) => format!("c:{case}"),
        Action::TakeOver(case) => format!("v:{case}"),
        Action::Withdraw => "withdraw".to_owned(),
        Action::Reopen(case) => format!("r:{case}"),
        Action::CaseHelped(case, helped) => format!("h{}:{case}", u8::from(*helped)),
        Action::SendAnyway(case, message) => format!("a{message}:{case}"),
        Action::Reject(case, None) => format!("x:{case}"),
        Action::Reject(case, Some(why)) => format!("x-{}:{case}", why.word()),
        Action::SendCard(case, entry) => format!("k{case}:{entry}"),
        Action::SendText(case, offer) => format!("w{case}:{offer}"),
        Action::Close(case, None) => format!("z:{case}"),
        Action::Close(case, Some(outcome)) => format!("z-{}:{case}", outcome.word()),
        Action::Gap(case, None) => format!("m:{case}"),
        Action::Gap(case, Some(entry)) => format!("g{case}:{entry}"),
        Action::NoGap(case) => format!("q:{case}"),
        Action::Privacy => "privacy".to_owned(),
        Action::Errand(errand) => format!("!:{}", errands::encode(errand)),
    };
    (data.len() <= DATA_LIMIT).then_some(data)
}

/// The action behind a button; `None` when we never put that there.
pub(super) fn decode(data: &str) -> Option<Action> {
    let Some((what, of)) = data.split_once(':') else { return decode_word(data) };
    if of.is_empty() {
        return None;
    }
    let entry = || EntryId::new(of);
    Some(match what {
        "s" => Action::Show(entry()),
        "o" => Action::Open(entry(), Part::Summary),
        "e" => Action::Open(entry(), Part::Everything),
        "y" => Action::Helped(entry(), true),
        "n" => Action::Helped(entry(), false),
        "l" => Action::Speak(Language::ALL.into_iter().find(|language| language.code() == of)?),
        "p" => Action::Place(of.to_owned()),
        "c" => Action::Take(case(of)?),
        "v" => Action::TakeOver(case(of)?),
        "r" => Action::Reopen(case(of)?),
        "h1" => Action::CaseHelped(case(of)?, true),
        "h0" => Action::CaseHelped(case(of)?, false),
        "x" => Action::Reject(case(of)?, None),
        "z" => Action::Close(case(of)?, None),
        "m" => Action::Gap(case(of)?, None),
        "q" => Action::NoGap(case(of)?),
        "!" => Action::Errand(errands::decode(of)?),
        _ => return decode_numbered(what, of),
    })
}

/// What carries a number or a word of ours behind its letter.
fn decode_numbered(what: &str, of: &str) -> Option<Action> {
    if let Some(why) = what.strip_prefix("x-") {
        return Some(Action::Reject(case(of)?, Some(Rejection::from_word(why)?)));
    }
    if let Some(outcome) = what.strip_prefix("z-") {
        return Some(Action::Close(case(of)?, Some(Outcome::from_word(outcome)?)));
    }
    let mut letters = what.chars();
    let (letter, number) = (letters.next()?, letters.as_str());
    Some(match letter {
        't' => Action::Theme(ThemeId::new(of), number.parse().ok()?),
        'a' => Action::SendAnyway(case(of)?, number.parse().ok()?),
        'k' => Action::SendCard(case(number)?, EntryId::new(of)),
        'w' => Action::SendText(case(number)?, LineId(of.parse().ok()?)),
        'g' => Action::Gap(case(number)?, Some(EntryId::new(of))),
        _ => return None,
    })
}

fn case(written: &str) -> Option<CaseNumber> {
    written.parse().ok().map(CaseNumber)
}

fn decode_word(word: &str) -> Option<Action> {
    Some(match word {
        "person" => Action::Person,
        "else" => Action::SomethingElse,
        "none" => Action::NoneOfThese,
        "themes" => Action::Themes,
        "no-place" => Action::NoPlace,
        "erase" => Action::Erase(true),
        "keep" => Action::Erase(false),
        "withdraw" => Action::Withdraw,
        "privacy" => Action::Privacy,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn any_action() -> impl Strategy<Value = Action> {
        let entry = "[a-z0-9-]{1,60}".prop_map(EntryId::new);
        let part = prop_oneof![Just(Part::Summary), Just(Part::Everything)];
        prop_oneof![
            Just(Action::Person),
            entry.clone().prop_map(Action::Show),
            (entry.clone(), part).prop_map(|(entry, part)| Action::Open(entry, part)),
            Just(Action::SomethingElse),
            Just(Action::NoneOfThese),
            (entry, any::<bool>()).prop_map(|(entry, helped)| Action::Helped(entry, helped)),
            Just(Action::Themes),
            ("[a-z-]{1,57}", any::<u16>()).prop_map(|(theme, page)| Action::Theme(ThemeId::new(theme), page)),
            prop_oneof![Just(Language::Nl), Just(Language::En)].prop_map(Action::Speak),
            "(GM|PV)[0-9]{2,4}".prop_map(Action::Place),
            Just(Action::NoPlace),
            any::<bool>().prop_map(Action::Erase),
            any::<i64>().prop_map(|number| Action::Take(CaseNumber(number))),
            Just(Action::Withdraw),
            Just(Action::Privacy),
            of_a_case(),
        ]
    }

    fn of_a_case() -> impl Strategy<Value = Action> {
        let case = || (1..1_000_000_i64).prop_map(CaseNumber);
        let entry = || "[a-z0-9-]{1,50}".prop_map(EntryId::new);
        let why = proptest::sample::select(Rejection::OFFERED.to_vec());
        let outcome = proptest::sample::select(Outcome::ALL.to_vec());
        prop_oneof![
            case().prop_map(Action::Reopen),
            case().prop_map(Action::TakeOver),
            (case(), any::<bool>()).prop_map(|(case, helped)| Action::CaseHelped(case, helped)),
            (case(), 1..i64::from(i32::MAX)).prop_map(|(case, message)| Action::SendAnyway(case, message)),
            (case(), proptest::option::of(why)).prop_map(|(case, why)| Action::Reject(case, why)),
            (case(), entry()).prop_map(|(case, entry)| Action::SendCard(case, entry)),
            (case(), any::<i64>()).prop_map(|(case, line)| Action::SendText(case, LineId(line))),
            (case(), proptest::option::of(outcome)).prop_map(|(case, outcome)| Action::Close(case, outcome)),
            (case(), proptest::option::of(entry())).prop_map(|(case, entry)| Action::Gap(case, entry)),
            case().prop_map(Action::NoGap),
        ]
    }

    proptest! {
        #[test]
        fn what_was_put_behind_a_button_comes_back(action in any_action()) {
            let data = encode(&action).expect("it fits");
            prop_assert!((1..=64).contains(&data.len()));
            prop_assert_eq!(decode(&data), Some(action));
        }

        #[test]
        fn any_bytes_are_read_without_a_panic(data in "\\PC{0,80}") {
            let _ = decode(&data);
        }
    }

    #[test]
    fn what_we_never_put_there_asks_for_nothing() {
        for data in ["", ":", "s:", "x:bmkb", "t:finance", "t99999:finance", "c:1e3", "l:de", "admin", "PERSON"] {
            assert_eq!(decode(data), None, "{data}");
        }
    }

    #[test]
    fn a_button_that_cannot_be_made_is_left_out_and_the_others_stay() {
        let show = |id: &str| Button { label: "Bekijk".to_owned(), action: Action::Show(EntryId::new(id)) };
        let keyboard = keyboard(&[vec![show("bmkb"), show(&"x".repeat(63))], vec![show(&"y".repeat(63))]]);
        let rows = keyboard.expect("one button fits").inline_keyboard;
        assert_eq!(rows.iter().map(Vec::len).collect::<Vec<_>>(), [1]);
    }

    #[test]
    fn a_message_without_buttons_has_no_keyboard() {
        assert_eq!(keyboard(&[]), None);
    }
}
