//! A notice for everybody, for as long as it lasts: the centre is under water, the counter is closed.

use std::collections::BTreeMap;

use jiff::civil::DateTime;

use super::language::Language;

/// The longest notice in one language, in characters: it is read before an answer, on a phone.
pub const LONGEST_NOTICE: usize = 600;

/// A notice. Its moments are those of the clock where the desks are.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Notice {
    /// Since when it counts. By this moment a client who heard it knows it again, also when its words were mended.
    pub since: DateTime,
    /// Until when it counts; `None` until somebody takes it away.
    pub until: Option<DateTime>,
    /// What it says, in at least one language.
    pub text: BTreeMap<Language, String>,
}

impl Notice {
    /// Does it count at this moment?
    pub fn holds_at(&self, now: DateTime) -> bool {
        self.since <= now && self.until.is_none_or(|until| now < until)
    }

    /// What it says in `language`, or in another one: in an emergency a foreign tongue is better than nothing.
    pub fn says(&self, language: Language) -> &str {
        let own = self.text.get(&language).or_else(|| self.text.get(&Language::default()));
        own.or_else(|| self.text.values().next()).map_or("", String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn it_counts_from_its_first_moment_until_its_last() {
        let hour = |hour| date(2026, 11, 23).at(hour, 0, 0, 0);
        let notice = Notice { since: hour(9), until: Some(hour(12)), text: BTreeMap::new() };
        let held: Vec<i8> = (8..14).filter(|at| notice.holds_at(hour(*at))).collect();
        assert_eq!(held, [9, 10, 11]);
        assert!(Notice { until: None, ..notice }.holds_at(date(2027, 1, 1).at(0, 0, 0, 0)));
    }

    #[test]
    fn a_language_that_is_not_there_gives_way_to_another() {
        let since = date(2026, 11, 23).at(9, 0, 0, 0);
        let says =
            |text: BTreeMap<Language, String>, language| Notice { since, until: None, text }.says(language).to_owned();
        let dutch = BTreeMap::from([(Language::Nl, "Hoog water".to_owned())]);
        let english = BTreeMap::from([(Language::En, "High water".to_owned())]);
        assert_eq!(says(dutch, Language::En), "Hoog water");
        assert_eq!(says(english, Language::Nl), "High water");
    }
}
