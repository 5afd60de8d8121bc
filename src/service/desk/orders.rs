//! The words of a desk: what a command in a group asks for. New words go here, and into the menu of commands.

use crate::conversation::order::Order;
use crate::domain::case::{Outcome, Rejection};
use crate::domain::text::Text;

/// What a command asks for.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum DeskOrder {
    /// `/open` or `/mijn`: the open cases of the desk, or of who asks.
    Overview {
        /// Only their own?
        mine: bool,
    },
    /// `/weg tot … @…`: away, with a stand-in.
    Away,
    /// `/terug`: back.
    Back,
    /// Something about the case of the topic.
    OfCase(CaseOrder),
}

/// What a command asks for in the topic of a case.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum CaseOrder {
    /// Clear as it is.
    Ready(Order),
    /// `/over`: to whom must be looked up.
    PassOn(String),
    /// `/zoek`: these words must be searched for.
    Search(String),
    /// `/tekst`: the text must be filled in.
    Text(String),
    /// `/afspraak`: the moment must be read.
    Appoint(String),
}

/// What `/word rest` asks for.
pub(super) fn read(word: &str, rest: &str) -> DeskOrder {
    let order = match word {
        "open" => return DeskOrder::Overview { mine: false },
        "mijn" | "mine" => return DeskOrder::Overview { mine: true },
        "weg" | "away" => return DeskOrder::Away,
        "terug" | "back" => return DeskOrder::Back,
        "over" | "pass" => CaseOrder::PassOn(rest.to_owned()),
        "zoek" | "search" => CaseOrder::Search(rest.to_owned()),
        "tekst" | "text" => CaseOrder::Text(rest.to_owned()),
        "afspraak" | "appointment" => CaseOrder::Appoint(rest.to_owned()),
        "oppakken" | "take" => CaseOrder::Ready(Order::Take),
        "overnemen" | "takeover" => CaseOrder::Ready(Order::TakeOver),
        "niet" | "reject" => CaseOrder::Ready(reject(rest)),
        "klaar" | "done" => CaseOrder::Ready(close(rest)),
        "verwezen" | "referred" => {
            CaseOrder::Ready(Order::Close { outcome: Some(Outcome::Referred), why: Text::parse(rest) })
        }
        _ => CaseOrder::Ready(Order::Unknown),
    };
    DeskOrder::OfCase(order)
}

/// `/niet` asks why; `/niet geen tijd` says it.
fn reject(rest: &str) -> Order {
    match Text::parse(rest) {
        Some(words) => Order::Reject(Some(Rejection::Other), Some(words)),
        None => Order::Reject(None, None),
    }
}

/// `/klaar`, `/klaar beantwoord`, `/klaar doorverwezen KVK`, `/klaar de afspraak is geweest`.
fn close(rest: &str) -> Order {
    let (first, behind) = rest.split_once(char::is_whitespace).unwrap_or((rest, ""));
    match outcome(first) {
        Some(outcome) => Order::Close { outcome: Some(outcome), why: Text::parse(behind) },
        None => Order::Close { outcome: None, why: Text::parse(rest) },
    }
}

fn outcome(word: &str) -> Option<Outcome> {
    Some(match word.to_lowercase().trim_end_matches([':', ',']) {
        "beantwoord" | "answered" => Outcome::Answered,
        "doorverwezen" | "verwezen" | "referred" => Outcome::Referred,
        "geholpen" | "helped" => Outcome::HelpedOn,
        "geen-regeling" | "no-scheme" => Outcome::NoScheme,
        "onbereikbaar" | "unreachable" => Outcome::NotReachable,
        "ingetrokken" | "withdrawn" => Outcome::Withdrawn,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn closing(rest: &str) -> (Option<Outcome>, Option<String>) {
        match read("klaar", rest) {
            DeskOrder::OfCase(CaseOrder::Ready(Order::Close { outcome, why })) => {
                (outcome, why.map(|why| why.as_str().to_owned()))
            }
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn done_is_said_in_several_ways() {
        assert_eq!(closing(""), (None, None));
        assert_eq!(closing("beantwoord"), (Some(Outcome::Answered), None));
        assert_eq!(closing("Doorverwezen: KVK Zwolle"), (Some(Outcome::Referred), Some("KVK Zwolle".to_owned())));
        assert_eq!(closing("de afspraak is geweest"), (None, Some("de afspraak is geweest".to_owned())));
    }

    #[test]
    fn what_is_no_word_of_the_desk_is_no_order() {
        assert_eq!(read("subsidie", ""), DeskOrder::OfCase(CaseOrder::Ready(Order::Unknown)));
    }
}
