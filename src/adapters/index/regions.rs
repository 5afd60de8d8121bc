//! Provinces and regions as people call them, and the adjectives that speak of a place: *Friese*, *Leidse*, *Twents*.
//!
//! They tell where something should hold; but unlike a town's name they may be part of what is asked for (*Friese
//! Ontwikkelingsmaatschappij*), so they keep their full weight as words.

use rustc_hash::FxHashMap;

use crate::domain::area::{AreaCode, Areas};

/// Each province by its code, with its everyday names, the regions that lie in it, and their adjectives.
const PROVINCES: [(&str, &str); 12] = [
    ("PV20", "gronings groningse groninger groningers stadjer"),
    ("PV21", "friesland fryslan frysk fryske fries friese friezen"),
    ("PV22", "drenthe drente drents drentse drentsche"),
    ("PV23", "overijssel overijsselse overijssels twente twents twentse tukkers salland sallandse"),
    ("PV24", "flevoland flevolandse flevolands flevopolder"),
    (
        "PV25",
        "gelderland gelders gelderse achterhoek achterhoekse achterhoeks veluwe veluwse betuwe betuwse rivierenland",
    ),
    ("PV26", "utrechts utrechtse"),
    ("PV27", "kennemerland westfriesland ijmond gooise zaanstreek"),
    ("PV28", "westland westlandse drechtsteden rijnmond bollenstreek"),
    ("PV29", "zeeland zeeuws zeeuwse zeeuwen walcheren beveland zeeuwsvlaanderen"),
    ("PV30", "brabant brabants brabantse brabanders meierij kempen"),
    ("PV31", "limburg limburgs limburgse limburgers"),
];

/// Words that say a province is meant and not the city of the same name.
pub(super) const PROVINCE_WORDS: [&str; 5] = ["provincie", "provinciale", "province", "provincial", "prov"];

/// Adjectives that do not follow from the name of their town.
const IRREGULAR: [(&str, &str); 12] = [
    ("haagse", "den haag"),
    ("bossche", "den bosch"),
    ("nijmeegse", "nijmegen"),
    ("zwolse", "zwolle"),
    ("delftse", "delft"),
    ("goudse", "gouda"),
    ("tilburgse", "tilburg"),
    ("bredase", "breda"),
    ("almelose", "almelo"),
    ("hengelose", "hengelo"),
    ("venlose", "venlo"),
    ("enschedese", "enschede"),
];

/// Shorter names make adjectives that are other words: *Ede*, *Edese*.
const SHORTEST_NAME: usize = 5;

/// Words that speak of a place without being its name.
#[derive(Debug, Default)]
pub(super) struct Regions {
    words: FxHashMap<String, AreaCode>,
}

impl Regions {
    /// The words for these areas.
    pub(super) fn of(areas: &Areas) -> Self {
        let mut regions = Self::default();
        for municipality in areas.municipalities() {
            let name = municipality.name.to_lowercase();
            if name.len() >= SHORTEST_NAME && name.bytes().all(|byte| byte.is_ascii_lowercase()) {
                let stem = name.strip_suffix("en").unwrap_or(&name);
                regions.add(&format!("{stem}se"), &municipality.code);
            }
        }
        for (adjective, town) in IRREGULAR {
            if let Some(municipality) = areas.find(town) {
                regions.add(adjective, &municipality.code);
            }
        }
        for (code, words) in PROVINCES {
            if let Some(code) = AreaCode::try_from(code.to_owned()).ok().filter(|code| areas.knows(code)) {
                words.split(' ').for_each(|word| regions.add(word, &code));
            }
        }
        regions
    }

    /// What is added later wins: the adjective of a province is that of its capital too.
    fn add(&mut self, word: &str, code: &AreaCode) {
        self.words.insert(word.to_owned(), code.clone());
    }

    /// The place that this word speaks of.
    pub(super) fn of_word(&self, word: &str) -> Option<&AreaCode> {
        self.words.get(word)
    }
}
