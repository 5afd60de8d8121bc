//! The words that stand in a table instead of the codes in a file.

use toml_edit::DocumentMut;

use crate::domain::files::Files;

/// The codes of kinds, statuses, forms and certainties, with the word for each.
const KINDS: [(&str, &str); 5] = [
    ("scheme", "Regeling"),
    ("rule", "Regel"),
    ("faq", "Vraag"),
    ("organisation", "Organisatie"),
    ("example", "Voorbeeld"),
];
const STATUSES: [(&str, &str); 7] = [
    ("open", "Open"),
    ("upcoming", "Gaat nog open"),
    ("seasonal", "In rondes"),
    ("closed", "Gesloten"),
    ("budget-gone", "Budget op"),
    ("ended", "Gestopt"),
    ("unknown", "Onbekend"),
];
const FORMS: [(&str, &str); 9] = [
    ("subsidy", "Subsidie"),
    ("voucher", "Voucher"),
    ("loan", "Lening"),
    ("guarantee", "Borgstelling"),
    ("equity", "Investering"),
    ("tax-relief", "Belastingvoordeel"),
    ("benefit", "Uitkering"),
    ("advice", "Advies"),
    ("network", "Netwerk"),
];
const CERTAINTIES: [(&str, &str); 2] = [("read", "Gelezen"), ("known", "Algemeen bekend")];

/// A list of words.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum List {
    Kind,
    Status,
    Form,
    Confidence,
    Theme,
}

/// All lists; the themes are those of the catalogue.
pub(super) struct Vocabulary {
    themes: Vec<(String, String)>,
}

impl Vocabulary {
    /// The words for the entries among these files.
    pub(super) fn of(files: &Files) -> Self {
        let written = files.text("themes.toml").and_then(|text| text.parse::<DocumentMut>().ok());
        let mut themes = Vec::new();
        if let Some(tables) = written.as_ref().and_then(|page| page.get("theme")?.as_array_of_tables()) {
            for theme in tables {
                let said = |key: &str| theme.get(key).and_then(|value| value.as_str()).map(str::to_owned);
                themes.extend(said("id").zip(said("nl")));
            }
        }
        Self { themes }
    }

    /// The words of a list, in its order.
    pub(super) fn choices(&self, list: List) -> Vec<String> {
        self.pairs(list).map(|(_, word)| word.to_owned()).collect()
    }

    /// The word for a code; a code that nobody knows is its own word.
    pub(super) fn word<'a>(&'a self, list: List, code: &'a str) -> &'a str {
        self.pairs(list).find(|(known, _)| *known == code).map_or(code, |(_, word)| word)
    }

    /// The code for a word, or for a code itself, whatever its capitals.
    pub(super) fn code(&self, list: List, written: &str) -> Option<&str> {
        let written = written.to_lowercase();
        let is_meant = |(code, word): &(&str, &str)| word.to_lowercase() == written || *code == written;
        self.pairs(list).find(is_meant).map(|(code, _)| code)
    }

    fn pairs(&self, list: List) -> Box<dyn Iterator<Item = (&str, &str)> + '_> {
        match list {
            List::Kind => Box::new(KINDS.into_iter()),
            List::Status => Box::new(STATUSES.into_iter()),
            List::Form => Box::new(FORMS.into_iter()),
            List::Confidence => Box::new(CERTAINTIES.into_iter()),
            List::Theme => Box::new(self.themes.iter().map(|(code, word)| (code.as_str(), word.as_str()))),
        }
    }
}
