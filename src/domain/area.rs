//! Where something holds: the country, a province or a municipality, by CBS code.

use std::collections::{BTreeMap, HashMap};
use std::fmt;

use serde::{Deserialize, Serialize};

/// A CBS area code: `NL`, a province `PVxx` or a municipality `GMxxxx`.
#[derive(Clone, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(try_from = "String", into = "String")]
pub struct AreaCode(String);

impl AreaCode {
    /// The whole country.
    pub fn country() -> Self {
        Self("NL".to_owned())
    }

    /// The code as written: `NL`, `PV23`, `GM0150`.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Is this the whole country?
    pub fn is_country(&self) -> bool {
        self.0 == "NL"
    }

    /// Is this a municipality?
    pub fn is_municipality(&self) -> bool {
        self.0.starts_with("GM")
    }
}

/// A text that is no area code.
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error)]
#[error("`{0}` is no area code: write NL, a province such as PV23 or a municipality such as GM0150")]
pub struct NoAreaCode(String);

impl TryFrom<String> for AreaCode {
    type Error = NoAreaCode;

    fn try_from(code: String) -> Result<Self, NoAreaCode> {
        let digits = |prefix: &str, count: usize| {
            code.strip_prefix(prefix)
                .is_some_and(|rest| rest.len() == count && rest.bytes().all(|byte| byte.is_ascii_digit()))
        };
        if code == "NL" || digits("PV", 2) || digits("GM", 4) { Ok(Self(code)) } else { Err(NoAreaCode(code)) }
    }
}

impl From<AreaCode> for String {
    fn from(code: AreaCode) -> Self {
        code.0
    }
}

impl fmt::Display for AreaCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// A municipality with the province it lies in and the names people use for it.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Municipality {
    /// Its code, e.g. `GM0150`.
    pub code: AreaCode,
    /// Its official name, e.g. `Deventer`.
    pub name: String,
    /// The province it lies in, e.g. `PV23`.
    pub province: AreaCode,
    /// Towns, villages, old names and nicknames.
    pub also: Vec<String>,
}

/// All municipalities and provinces of the country.
#[derive(Clone, Debug, Default)]
pub struct Areas {
    municipalities: BTreeMap<AreaCode, Municipality>,
    provinces: BTreeMap<AreaCode, String>,
    by_name: HashMap<String, AreaCode>,
}

impl Areas {
    /// The country from its municipalities and the names of its provinces.
    pub fn new(municipalities: Vec<Municipality>, provinces: BTreeMap<AreaCode, String>) -> Self {
        let mut by_name = HashMap::new();
        for municipality in &municipalities {
            for name in &municipality.also {
                by_name.entry(fold_name(name)).or_insert_with(|| municipality.code.clone());
            }
        }
        // A municipality's own name wins over a village of the same name elsewhere.
        for municipality in &municipalities {
            by_name.insert(fold_name(&municipality.name), municipality.code.clone());
        }
        let municipalities = municipalities.into_iter().map(|one| (one.code.clone(), one)).collect();
        Self { municipalities, provinces, by_name }
    }

    /// The municipality with this code.
    pub fn municipality(&self, code: &AreaCode) -> Option<&Municipality> {
        self.municipalities.get(code)
    }

    /// All municipalities, by code.
    pub fn municipalities(&self) -> impl Iterator<Item = &Municipality> {
        self.municipalities.values()
    }

    /// The name of a country, province or municipality as people say it.
    pub fn name<'a>(&'a self, code: &'a AreaCode) -> Option<&'a str> {
        if code.is_country() {
            return Some("Nederland");
        }
        self.municipalities
            .get(code)
            .map(|municipality| municipality.name.as_str())
            .or_else(|| self.provinces.get(code).map(String::as_str))
    }

    /// The municipality that people mean by `name`: its own name, a town or village in it, a nickname.
    pub fn find(&self, name: &str) -> Option<&Municipality> {
        self.by_name.get(&fold_name(name)).and_then(|code| self.municipalities.get(code))
    }

    /// Every name under which a municipality is known, folded as [`fold_name`] does.
    pub fn names(&self) -> impl Iterator<Item = (&str, &AreaCode)> {
        self.by_name.iter().map(|(name, code)| (name.as_str(), code))
    }

    /// Does something that holds in `area` hold for a firm at `place`?
    ///
    /// An area never hides a national or provincial entry from a municipality inside it.
    pub fn holds_at(&self, area: &AreaCode, place: &AreaCode) -> bool {
        area.is_country()
            || area == place
            || self.municipalities.get(place).is_some_and(|municipality| &municipality.province == area)
    }

    /// Is this code known?
    pub fn knows(&self, code: &AreaCode) -> bool {
        code.is_country() || self.municipalities.contains_key(code) || self.provinces.contains_key(code)
    }
}

/// A name in the form in which names are compared: lower case, without accents, apostrophes and hyphens.
pub fn fold_name(name: &str) -> String {
    let mut folded = String::with_capacity(name.len());
    for letter in name.trim().chars().flat_map(char::to_lowercase) {
        match letter {
            'à' | 'á' | 'â' | 'ä' => folded.push('a'),
            'è' | 'é' | 'ê' | 'ë' => folded.push('e'),
            'ì' | 'í' | 'î' | 'ï' => folded.push('i'),
            'ò' | 'ó' | 'ô' | 'ö' => folded.push('o'),
            'ù' | 'ú' | 'û' | 'ü' => folded.push('u'),
            '\'' | '’' | '‘' | '`' => {}
            '-' | '–' => folded.push(' '),
            other => folded.push(other),
        }
    }
    folded.split_whitespace().collect::<Vec<_>>().join(" ")
}
