//! All entries of one release: validated, immutable, in memory.

use std::collections::{BTreeMap, HashMap};

use super::area::{AreaCode, Areas};
use super::desk::Desks;
use super::doors::Doors;
use super::entry::Entry;
use super::ids::{EntryId, ReleaseId, ThemeId};
use super::language::Language;
use super::moment::Moment;
use super::notice::Notice;
use super::region::Region;

/// A theme under which people browse.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Theme {
    /// Its id, as entries write it.
    pub id: ThemeId,
    /// What stands on its button, per language.
    pub label: BTreeMap<Language, String>,
}

/// Words and lines that tell what a message is about before any search: distress, a wish for a person, small talk.
#[derive(Clone, Debug, Default)]
pub struct Signals {
    /// Phrases per signal and language, lower case, as people type them.
    pub phrases: BTreeMap<Signal, BTreeMap<Language, Vec<String>>>,
    /// The entries shown to somebody in distress, in order: the listening lines.
    pub listening: Vec<EntryId>,
}

/// What a phrase in `signals.toml` points at.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd, serde::Deserialize, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Signal {
    /// Somebody is not well.
    Distress,
    /// Words that often come with distress; two of them count as one distress phrase.
    Worry,
    /// Somebody wants a person.
    Person,
    /// Hello.
    Greeting,
    /// Thank you.
    Thanks,
    /// Goodbye.
    Goodbye,
    /// Yes, ok, fine: an answer without a question.
    Assent,
    /// Scolding.
    Insult,
    /// A question about the bot itself.
    AboutBot,
    /// Somebody tries to give the bot orders or sells something.
    Mischief,
}

/// A way of saying and what schemes call it.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Synonym {
    /// The language it holds in.
    pub language: Language,
    /// How people say it, lower case.
    pub said: Vec<String>,
    /// How the catalogue says it, lower case.
    pub written: Vec<String>,
}

/// All that one release of the knowledge holds.
#[derive(Clone, Debug)]
pub struct Catalogue {
    /// The fingerprint of the files it was read from.
    pub release: ReleaseId,
    /// The country's municipalities and provinces.
    pub areas: Areas,
    /// The region this counter serves.
    pub region: Region,
    /// The desks.
    pub desks: Desks,
    /// The themes in the order in which they are shown.
    pub themes: Vec<Theme>,
    /// Ways of saying.
    pub synonyms: Vec<Synonym>,
    /// Words that tell what a message is about before any search.
    pub signals: Signals,
    /// Where somebody turns first.
    pub doors: Doors,
    /// What everybody is told for as long as it lasts.
    pub notice: Option<Notice>,
    entries: BTreeMap<EntryId, Entry>,
    aliases: HashMap<EntryId, EntryId>,
}

/// Everything beside the entries that a catalogue is made of.
#[derive(Clone, Debug)]
pub struct Surroundings {
    /// The country's municipalities and provinces.
    pub areas: Areas,
    /// The region this counter serves.
    pub region: Region,
    /// The desks.
    pub desks: Desks,
    /// The themes in the order in which they are shown.
    pub themes: Vec<Theme>,
    /// Ways of saying.
    pub synonyms: Vec<Synonym>,
    /// Words that tell what a message is about.
    pub signals: Signals,
    /// Where somebody turns first.
    pub doors: Doors,
    /// What everybody is told for as long as it lasts.
    pub notice: Option<Notice>,
}

impl Catalogue {
    /// A catalogue of these entries; of two with the same id the last one counts.
    pub fn new(release: ReleaseId, surroundings: Surroundings, entries: Vec<Entry>) -> Self {
        let entries: BTreeMap<_, _> = entries.into_iter().map(|entry| (entry.id.clone(), entry)).collect();
        let aliases = entries
            .values()
            .flat_map(|entry| entry.aliases.iter().map(|alias| (alias.clone(), entry.id.clone())))
            .collect();
        let Surroundings { areas, region, desks, themes, synonyms, signals, doors, notice } = surroundings;
        Self { release, areas, region, desks, themes, synonyms, signals, doors, notice, entries, aliases }
    }

    /// The same catalogue with its entries changed.
    #[must_use]
    pub fn with_each(&self, change: impl FnMut(Entry) -> Entry) -> Self {
        let entries = self.entries.values().cloned().map(change).map(|entry| (entry.id.clone(), entry)).collect();
        Self { entries, ..self.clone() }
    }

    /// The entry with this id or alias.
    pub fn entry(&self, id: &EntryId) -> Option<&Entry> {
        self.entries.get(id).or_else(|| self.aliases.get(id).and_then(|now| self.entries.get(now)))
    }

    /// All entries, by id.
    pub fn entries(&self) -> impl Iterator<Item = &Entry> {
        self.entries.values()
    }

    /// How many entries there are.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Is there no entry at all?
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// The theme with this id.
    pub fn theme(&self, id: &ThemeId) -> Option<&Theme> {
        self.themes.iter().find(|theme| &theme.id == id)
    }

    /// What everybody is told at this moment.
    pub fn notice_at(&self, now: Moment) -> Option<&Notice> {
        let local = now.timestamp().to_zoned_datetime(self.desks.zone()).datetime();
        self.notice.as_ref().filter(|notice| notice.holds_at(local))
    }

    /// Where somebody at `place` with a question about `theme` turns first.
    pub fn first_door(&self, theme: &ThemeId, place: Option<&AreaCode>) -> Option<&Entry> {
        self.entry(self.doors.first(theme, place, &self.areas)?)
    }

    /// The entries that may be used together with this one, whichever of the two says so.
    pub fn stacks_with(&self, entry: &Entry) -> Vec<&Entry> {
        self.on_either_side(entry, |one| &one.stacks_with)
    }

    /// The entries that can't be used together with this one, whichever of the two says so.
    pub fn excludes(&self, entry: &Entry) -> Vec<&Entry> {
        self.on_either_side(entry, |one| &one.excludes)
    }

    /// Those that the list of `entry` names, in its order, and then those whose list names it.
    fn on_either_side(&self, entry: &Entry, list: impl Fn(&Entry) -> &[EntryId]) -> Vec<&Entry> {
        let named: Vec<&Entry> = list(entry).iter().filter_map(|id| self.entry(id)).collect();
        let names_it = |other: &&Entry| {
            let names = |id: &EntryId| id == &entry.id || entry.aliases.contains(id);
            list(other).iter().any(names) && !named.iter().any(|one| one.id == other.id)
        };
        named.iter().copied().chain(self.entries().filter(names_it)).collect()
    }

    /// The name of an organisation, as a short text: its title in `language`.
    pub fn provider_name(&self, entry: &Entry, language: Language) -> Option<&str> {
        let provider = self.entry(entry.provider.as_ref()?)?;
        provider.text(language).map(|text| text.title.as_str())
    }
}
