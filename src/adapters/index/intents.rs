//! What kind of thing is asked for: somebody to turn to, money, or something of the past.

use super::words::folded_words;

const SOMEBODY: &[&str] = &[
    "wie",
    "waar",
    "help",
    "helpt",
    "helpen",
    "hulp",
    "contact",
    "contactpersoon",
    "bellen",
    "bel",
    "adres",
    "terecht",
    "loket",
    "adviseur",
    "advies",
    "meedenken",
    "meedenkt",
    "organisatie",
    "club",
    "who",
    "where",
    "contact",
    "call",
    "advice",
    "adviser",
    "advisor",
    "support",
    "organisation",
    "organization",
    "telefoonnummer",
    "website",
    "bereiken",
];

const MONEY: &[&str] = &[
    "subsidie",
    "subsidies",
    "geld",
    "lening",
    "lenen",
    "krediet",
    "financiering",
    "financieren",
    "vergoeding",
    "korting",
    "aftrek",
    "bijdrage",
    "voucher",
    "regeling",
    "potje",
    "fonds",
    "investeerder",
    "grant",
    "grants",
    "subsidy",
    "loan",
    "funding",
    "fund",
    "money",
    "scheme",
    "credit",
    "tegemoetkoming",
    "steun",
];

const PAST: &[&str] = &[
    "nog",
    "still",
    "corona",
    "coronatijd",
    "2019",
    "2020",
    "2021",
    "2022",
    "2023",
    "2024",
    "2025",
    "vroeger",
    "gestopt",
    "afgelopen",
    "destijds",
    "covid",
    "anymore",
    "opgevolgd",
    "vervallen",
    "bestaat",
    "toen",
];

/// Which of these a question asks for.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Intents {
    /// Somebody to turn to.
    pub(super) somebody: bool,
    /// Money.
    pub(super) money: bool,
    /// Something of the past.
    pub(super) past: bool,
}

impl Intents {
    /// The intents of a question.
    pub(super) fn of(text: &str) -> Self {
        let words = folded_words(text);
        let has = |list: &[&str]| words.iter().any(|word| list.contains(&word.as_str()));
        Self { somebody: has(SOMEBODY), money: has(MONEY), past: has(PAST) }
    }
}
