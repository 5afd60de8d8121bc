//! Places named in a question, and whether what holds somewhere holds there.

use std::collections::BTreeSet;

use rustc_hash::{FxHashMap, FxHashSet};

use super::regions::{PROVINCE_WORDS, Regions};
use super::words::{Pause, Word, folded_words};
use crate::domain::area::{AreaCode, Areas, fold_name};

/// A name is at most so many words: *Bergen op Zoom*, *Alphen aan den Rijn*.
const LONGEST_NAME: usize = 4;

/// Names that are ordinary words too. They mean a place only with a capital in mid-sentence or after a preposition.
const ORDINARY: &[&str] = &[
    "best", "goes", "buren", "putten", "echt", "made", "beek", "born", "horst", "elst", "leek", "oss", "epe", "heel",
    "laren", "bergen", "wijk", "haren", "grave", "rolde", "groot", "berg", "meer", "bal", "ee", "ter", "huizen",
    "someren", "weert", "wijchen", "hulst", "dongen", "hoorn", "zeist", "veere", "nuth", "land", "lage", "zwaag",
    "reek", "loon", "ede", "urk", "dieren", "hoeven", "son", "lent", "leende", "enter", "balk", "vries", "dalen",
    "mill", "noorden", "dorst", "velden", "engelen", "zetten", "groet", "monster", "doorn", "horn", "rijen", "helden",
    "holten", "herten", "goor", "assen", "kampen", "houten", "andel", "hank", "erp", "stein", "wijck", "halle",
    "ingen", "elden",
];

/// Words that go before the name of a place.
const BEFORE: &[&str] = &[
    "in",
    "te",
    "uit",
    "bij",
    "rond",
    "rondom",
    "nabij",
    "gemeente",
    "regio",
    "naar",
    "vanuit",
    "omgeving",
    "stad",
    "near",
    "from",
    "around",
    "city",
    "municipality",
    "to",
    "at",
    "dorp",
    "binnen",
    "buiten",
    "en",
];

/// Words that may stand around a place without saying anything more.
const AROUND: &[&str] = &[
    "ik",
    "wij",
    "we",
    "zit",
    "zitten",
    "woon",
    "wonen",
    "werk",
    "kom",
    "komen",
    "mijn",
    "ons",
    "bedrijf",
    "zaak",
    "is",
    "het",
    "de",
    "staat",
    "i",
    "am",
    "are",
    "my",
    "our",
    "company",
    "business",
    "based",
    "live",
    "gevestigd",
    "provincie",
];

/// How well the area of an entry fits what is known of the place.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Fit {
    /// It holds in the whole country.
    Everywhere,
    /// It is meant for the place where the firm is.
    Here,
    /// It is meant for a place that the question names.
    Named,
    /// It is meant for some place, and none is known.
    Unplaced,
    /// It is meant for another place.
    Elsewhere,
}

/// The names of places.
#[derive(Debug, Default)]
pub(super) struct Places {
    names: FxHashMap<String, AreaCode>,
    /// The provinces by name, for where a city has the same.
    provinces: FxHashMap<String, AreaCode>,
    beginnings: FxHashSet<String>,
    regions: Regions,
}

/// The places in a text.
#[derive(Debug, Default)]
pub(super) struct Named {
    /// Municipalities and provinces, in the order in which they are named.
    pub(super) areas: Vec<AreaCode>,
    /// For each word: does it belong to the name of a place?
    pub(super) is_place: Vec<bool>,
    /// Is there nothing else in the text?
    pub(super) nothing_else: bool,
}

impl Places {
    /// The names of all municipalities, towns, villages and provinces.
    pub(super) fn of(areas: &Areas) -> Self {
        let mut places = Self { regions: Regions::of(areas), ..Self::default() };
        let shared = shared_names(areas);
        // In order, for of two names that fold to the same words the last one stays.
        let mut names: Vec<_> = areas.names().collect();
        names.sort_unstable();
        for (name, code) in names.into_iter().filter(|(name, _)| !shared.contains(*name)) {
            places.add(name, code);
        }
        let own: FxHashSet<String> = areas.municipalities().map(|one| folded_words(&one.name).join(" ")).collect();
        let provinces: BTreeSet<&AreaCode> = areas.municipalities().map(|one| &one.province).collect();
        for (code, name) in provinces.into_iter().filter_map(|code| Some((code, areas.name(code)?))) {
            let folded = folded_words(name).join(" ");
            places.provinces.insert(folded.clone(), code.clone());
            // A city is meant before the province of the same name, a province before a village.
            if !own.contains(&folded) {
                places.add(name, code);
            }
        }
        places
    }

    fn add(&mut self, name: &str, code: &AreaCode) {
        let words = folded_words(name);
        if let Some(first) = words.first() {
            self.beginnings.insert(first.clone());
            self.names.insert(words.join(" "), code.clone());
        }
    }

    /// The places that `text` names.
    pub(super) fn named(&self, text: &[Word]) -> Named {
        let mut named = Named { is_place: vec![false; text.len()], ..Named::default() };
        let mut at = 0;
        while at < text.len() {
            let length = self.longest_at(text, at, &mut named.areas);
            named.is_place.iter_mut().skip(at).take(length).for_each(|is_place| *is_place = true);
            if length == 0 {
                let spoken_of = text.get(at).and_then(|word| self.regions.of_word(&word.folded));
                named.areas.extend(spoken_of.filter(|code| !named.areas.contains(code)).cloned());
            }
            at += length.max(1);
        }
        named.nothing_else = !named.areas.is_empty()
            && text.iter().zip(&named.is_place).all(|(word, is_place)| {
                *is_place || BEFORE.contains(&word.folded.as_str()) || AROUND.contains(&word.folded.as_str())
            });
        named
    }

    /// How many words from `at` on are the name of a place.
    fn longest_at(&self, text: &[Word], at: usize, areas: &mut Vec<AreaCode>) -> usize {
        let Some(first) = text.get(at).filter(|word| self.beginnings.contains(&word.folded)) else { return 0 };
        for length in (1..=LONGEST_NAME).rev() {
            let Some(here) = text.get(at..at + length) else { continue };
            let name = here.iter().map(|word| word.folded.as_str()).collect::<Vec<_>>().join(" ");
            let Some(code) = self.names.get(&name) else { continue };
            let before = at.checked_sub(1).and_then(|before| text.get(before));
            if length == 1 && !is_meant(first, before, text.len()) {
                continue;
            }
            let says_province = before.is_some_and(|before| PROVINCE_WORDS.contains(&before.folded.as_str()));
            let code = self.provinces.get(&name).filter(|_| says_province).unwrap_or(code);
            if !areas.contains(code) {
                areas.push(code.clone());
            }
            return length;
        }
        0
    }
}

/// Names that several municipalities have, told apart only in brackets: *Bergen* alone is no place.
fn shared_names(areas: &Areas) -> FxHashSet<String> {
    let mut seen: FxHashMap<String, u32> = FxHashMap::default();
    for municipality in areas.municipalities() {
        let bare = municipality.name.split('(').next().unwrap_or_default();
        *seen.entry(fold_name(bare)).or_default() += 1;
    }
    seen.into_iter().filter(|(_, times)| *times > 1).map(|(name, _)| name).collect()
}

/// Is a place meant by this word? A name that is an ordinary word needs a sign that it is one.
fn is_meant(word: &Word, before: Option<&Word>, words: usize) -> bool {
    if !ORDINARY.contains(&word.folded.as_str()) || words == 1 {
        return true;
    }
    let after_preposition = before.is_some_and(|before| BEFORE.contains(&before.folded.as_str()));
    let in_mid_sentence = before.is_some_and(|before| before.pause < Pause::Sentence);
    after_preposition && word.folded.len() > 2 || (word.capital && in_mid_sentence)
}

/// How well something that holds in `holds` fits, given where the firm is and what the question names.
pub(super) fn fit(holds: &[AreaCode], named: &[AreaCode], known: Option<&AreaCode>, areas: &Areas) -> Fit {
    if holds.iter().any(AreaCode::is_country) {
        return Fit::Everywhere;
    }
    let here = |place: &AreaCode| holds.iter().any(|area| areas.holds_at(area, place) || lies_in(area, place, areas));
    if named.iter().any(here) {
        return Fit::Named;
    }
    match known {
        Some(place) if named.is_empty() => {
            if here(place) {
                Fit::Here
            } else {
                Fit::Elsewhere
            }
        }
        None if named.is_empty() => Fit::Unplaced,
        _ => Fit::Elsewhere,
    }
}

/// Does this municipality lie in the province that was named?
fn lies_in(area: &AreaCode, province: &AreaCode, areas: &Areas) -> bool {
    areas.municipality(area).is_some_and(|municipality| &municipality.province == province)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::super::words::words;
    use super::*;
    use crate::domain::area::Municipality;

    fn code(code: &str) -> AreaCode {
        AreaCode::try_from(code.to_owned()).unwrap()
    }

    fn named(text: &str) -> Vec<String> {
        let place = |gm: &str, name: &str, province: &str, also: &[&str]| Municipality {
            code: code(gm),
            name: name.to_owned(),
            province: code(province),
            also: also.iter().map(|name| (*name).to_owned()).collect(),
        };
        let municipalities = vec![
            place("GM0893", "Bergen (L.)", "PV31", &["Bergen Limburg"]),
            place("GM0373", "Bergen (NH.)", "PV27", &["Bergen", "Bergen aan Zee"]),
            place("GM0014", "Groningen", "PV20", &[]),
            place("GM0546", "Leiden", "PV28", &[]),
            place("GM1685", "Landerd", "PV30", &["Zeeland"]),
            place("GM0687", "Middelburg", "PV29", &[]),
            place("GM0080", "Leeuwarden", "PV21", &[]),
        ];
        let provinces = [("PV20", "Groningen"), ("PV21", "Fryslân"), ("PV29", "Zeeland"), ("PV31", "Limburg")];
        let provinces: BTreeMap<_, _> = provinces.map(|(at, name)| (code(at), name.to_owned())).into();
        let places = Places::of(&Areas::new(municipalities, provinces));
        places.named(&words(text)).areas.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn a_name_that_two_municipalities_have_is_no_place_alone() {
        assert!(named("winkel in Bergen").is_empty());
        assert_eq!(named("winkel in Bergen aan Zee"), ["GM0373"]);
        assert_eq!(named("winkel in Bergen NH"), ["GM0373"]);
        assert_eq!(named("winkel in Bergen Limburg"), ["GM0893"]);
    }

    #[test]
    fn a_province_is_known_by_its_everyday_name_and_before_a_village() {
        assert_eq!(named("subsidie in Zeeland"), ["PV29"]);
        assert_eq!(named("subsidie van friesland"), ["PV21"]);
        assert_eq!(named("winkel in Groningen"), ["GM0014"]);
        assert_eq!(named("subsidie van de provincie Groningen"), ["PV20"]);
    }

    #[test]
    fn an_adjective_speaks_of_its_place() {
        assert_eq!(named("is er een Leidse regeling"), ["GM0546"]);
        assert_eq!(named("zeeuwse ondernemers"), ["PV29"]);
        assert_eq!(named("een groningse startup"), ["PV20"]);
    }
}
