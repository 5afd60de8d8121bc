//! Words that mean nearly the same: what is learnt of one holds for all (`knowledge/distress/concepts.toml`).

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

/// The number of a concept.
pub(super) type ConceptId = usize;

/// Words by what they mean.
#[derive(Clone, Debug, Default)]
pub struct Concepts {
    names: Vec<String>,
    words: FxHashMap<String, Vec<ConceptId>>,
    /// Beginnings of words, sorted.
    beginnings: BTreeMap<String, Vec<ConceptId>>,
}

impl Concepts {
    /// Reads the file: a name and its words a line, `huil*` for every word that begins so.
    pub fn parse(text: &str) -> Result<Self, toml::de::Error> {
        let written: BTreeMap<String, Vec<String>> = toml::from_str(text)?;
        let mut concepts = Self::default();
        for (id, (name, words)) in written.into_iter().enumerate() {
            concepts.names.push(name);
            for word in words {
                let ids = match word.strip_suffix('*') {
                    Some(beginning) => concepts.beginnings.entry(beginning.to_owned()).or_default(),
                    None => concepts.words.entry(word).or_default(),
                };
                ids.push(id);
            }
        }
        Ok(concepts)
    }

    /// What a word means, each concept once.
    pub(super) fn of(&self, word: &str) -> Vec<ConceptId> {
        let mut found = self.words.get(word).cloned().unwrap_or_default();
        for (end, _) in word.char_indices().skip(1).chain([(word.len(), ' ')]) {
            let beginning = word.get(..end).and_then(|beginning| self.beginnings.get(beginning));
            found.extend(beginning.into_iter().flatten());
        }
        found.sort_unstable();
        found.dedup();
        found
    }

    /// The name of a concept.
    pub(super) fn name(&self, id: ConceptId) -> &str {
        self.names.get(id).map_or("", String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_means_what_it_is_or_how_it_begins() {
        let concepts = Concepts::parse("cry = [\"huil*\", \"tranen\"]\nsad = [\"huilend\"]").unwrap();
        let names = |word: &str| concepts.of(word).into_iter().map(|id| concepts.name(id)).collect::<Vec<_>>();
        assert_eq!(names("huilend"), ["cry", "sad"]);
        assert_eq!(names("huil"), ["cry"]);
        assert_eq!(names("tranengas"), Vec::<&str>::new());
    }
}
