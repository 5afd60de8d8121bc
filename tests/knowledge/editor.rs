//! An editor with a small folder without faults, who changes one thing and checks.

use jiff::civil::{Date, date};
use loket::adapters::index::TellingWords;
use loket::adapters::knowledge::folder::Folder;
use loket::adapters::knowledge::report::{Fault, Severity};
use loket::adapters::knowledge::{Loaded, load};
use loket::domain::files::Files;
use loket::domain::language::Language;

/// The day on which the editor works.
pub(crate) const TODAY: Date = date(2026, 11, 23);

/// The scheme that the stories change.
pub(crate) const SCHEME: &str = "schemes/borg.md";

const FILES: [(&str, &str); 7] = [
    ("areas.csv", include_str!("folder/areas.csv")),
    ("region.toml", include_str!("folder/region.toml")),
    ("desks.toml", include_str!("folder/desks.toml")),
    ("themes.toml", include_str!("folder/themes.toml")),
    ("signals.toml", include_str!("folder/signals.toml")),
    ("organisations/rvo.md", include_str!("folder/rvo.md")),
    (SCHEME, include_str!("folder/borg.md")),
];

/// Reads a folder as the program does, on the day of the stories.
pub(crate) fn load_folder(folder: &Folder) -> Loaded {
    load(folder, TODAY, &TellingWords::default())
}

/// Somebody who changes files.
#[derive(Clone)]
pub(crate) struct Editor {
    folder: Folder,
}

/// An editor in front of a folder in which nothing is wrong.
pub(crate) fn editor() -> Editor {
    Editor { folder: Files::from_iter(FILES).into() }
}

impl Editor {
    /// Replaces `old`, which must stand in the file, by `new`.
    pub(crate) fn changes(self, file: &str, old: &str, new: &str) -> Self {
        let text = self.says(file);
        assert!(text.contains(old), "{file} does not say {old:?}");
        self.writes(file, text.replacen(old, new, 1))
    }

    /// What a file says.
    pub(crate) fn says(&self, file: &str) -> String {
        self.folder.files.text(file).unwrap_or_else(|| panic!("there is no {file}")).to_owned()
    }

    /// Writes a file, new or anew.
    pub(crate) fn writes(self, file: &str, content: impl Into<Vec<u8>>) -> Self {
        Self { folder: self.folder.files.with(file, content).into() }
    }

    /// Takes a file away.
    pub(crate) fn removes(self, file: &str) -> Self {
        Self { folder: self.folder.files.without(file).into() }
    }

    /// Writes an entry like the scheme under another name, with other questions.
    pub(crate) fn copies_the_scheme(self, id: &str) -> Self {
        let text = self.says(SCHEME);
        let copy = text
            .replace("id = \"borg\"", &format!("id = \"{id}\""))
            .replace("\n- ", &format!("\n- {id} "))
            .replace("staat borg voor je lening", &format!("doet {id}"))
            .replace(
                "Heb je te weinig onderpand? Dan kan de overheid borg staan.",
                &format!("Je krijgt {id}, {id} en {id}."),
            );
        self.writes(&format!("schemes/{id}.md"), copy)
    }

    /// Puts the phrases, the ranking and the model of distress of the program beside it, so that it can be asked questions.
    pub(crate) fn can_be_asked(self) -> Self {
        let program = Folder::embedded();
        ["phrases/nl.ftl", "phrases/en.ftl", "ranking.toml", "distress/weights.toml", "distress/concepts.toml"]
            .into_iter()
            .fold(self, |editor, file| editor.writes(file, program.files.text(file).unwrap()))
    }

    /// The folder as it lies there.
    pub(crate) fn folder(&self) -> &Folder {
        &self.folder
    }

    /// Reads the folder as the program does.
    pub(crate) fn loads(&self) -> Loaded {
        load_folder(&self.folder)
    }

    /// The errors, each as `file:line what — mend`.
    pub(crate) fn errors(&self) -> Vec<String> {
        self.hears(Severity::Error)
    }

    /// The warnings, each as `file:line what — mend`.
    pub(crate) fn warnings(&self) -> Vec<String> {
        self.hears(Severity::Warning)
    }

    fn hears(&self, severity: Severity) -> Vec<String> {
        let loaded = self.loads();
        assert_eq!(loaded.catalogue.is_none(), loaded.report.errors() > 0, "an error refuses, a warning does not");
        let faults = loaded.report.faults.iter().filter(|fault| fault.severity == severity);
        faults.map(told).collect()
    }
}

/// A fault in English, as `file:line what — mend`. Whatever a story provokes is said in both languages.
pub(crate) fn told(fault: &Fault) -> String {
    told_in(Language::En, fault)
}

/// A fault in a language, as `file:line what — mend`.
pub(crate) fn told_in(language: Language, fault: &Fault) -> String {
    for said in [&fault.what, &fault.mend] {
        assert!(!said.nl.trim().is_empty() && !said.en.trim().is_empty(), "in both languages: {said:?}");
        assert_ne!(said.nl, said.en, "Dutch is no English");
    }
    format!("{}:{} {} — {}", fault.file, fault.span.line, fault.what.say(language), fault.mend.say(language))
}

#[test]
fn in_the_folder_of_the_stories_nothing_is_wrong() {
    assert_eq!(editor().errors(), [""; 0]);
    assert_eq!(editor().warnings(), [""; 0]);
}
