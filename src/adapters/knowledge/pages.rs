//! The files of a folder, sorted: which of them are entries, and which the loader cannot do without.

use std::ffi::OsStr;
use std::path::Path;

use super::folder::{Folder, Unread};
use super::header;
use super::page::Page;
use super::report::Report;
use crate::domain::entry::Kind;
use crate::domain::in_both::{InBoth, in_both};

/// The files without which there is no counter, each with what it is for, in Dutch and in English.
pub(super) const NEEDED: [(&str, &str, &str); 5] = [
    ("areas.csv", "alle gemeenten van het land", "all municipalities of the country"),
    ("region.toml", "de gemeenten waar dit loket voor werkt", "the municipalities this counter serves"),
    ("desks.toml", "wie antwoord geeft als de bot het niet kan", "who answers when the bot cannot"),
    ("themes.toml", "de thema's waaruit mensen kiezen", "the themes under which people browse"),
    ("signals.toml", "de woorden waaraan de bot nood herkent", "the words by which distress is heard"),
];

/// The folders that hold something else than entries.
const OTHER_FOLDERS: [&str; 3] = ["gold", "phrases", "texts"];

/// All text files of a folder, and what is wrong with the others.
pub(super) struct Pages {
    pages: Vec<Page>,
    /// Stand-ins for files that are missing or unreadable, to carry their fault.
    lost: Vec<Page>,
}

impl Pages {
    /// Opens every file of `folder`.
    pub(super) fn open(folder: &Folder) -> Self {
        let mut opened = Self { pages: Vec::new(), lost: Vec::new() };
        for (name, why) in folder.unread() {
            match why {
                Unread::Symlink => opened.lose(
                    name,
                    in_both!("dit is een koppeling naar een andere plek", "links are not followed"),
                    in_both!("zet het bestand zelf hier neer", "put the file itself here"),
                ),
                Unread::TooLarge => opened.lose(
                    name,
                    in_both!("het bestand is groter dan 10 MB", "the file is larger than 10 MB"),
                    in_both!("bewaar hier alleen bestanden die iemand schreef", "keep files in it that people wrote"),
                ),
            }
        }
        for (name, bytes) in folder.files.iter() {
            match str::from_utf8(bytes) {
                // Some editors put an invisible mark in front, which is no part of the text.
                Ok(text) => opened.pages.push(Page::new(name, text.trim_start_matches('\u{FEFF}'))),
                Err(_) if is_read(name) => opened.lose(
                    name,
                    in_both!("het bestand is geen tekst in UTF-8", "the file is not text in UTF-8"),
                    in_both!(
                        "sla het op als UTF-8; in Kladblok: Opslaan als, Codering, UTF-8",
                        "save it as UTF-8; in Notepad: Save as, Encoding, UTF-8"
                    ),
                ),
                Err(_) => {}
            }
        }
        for (name, nl, en) in NEEDED {
            if !opened.pages.iter().chain(&opened.lost).any(|page| page.name == name) {
                let purpose = InBoth::of(nl, en);
                opened.lose(
                    name,
                    in_both!("{name} ontbreekt: {purpose}", "{name} is missing: {purpose}"; both purpose),
                    in_both!(
                        "neem het bestand dat bij het programma hoort",
                        "take the one that comes with the program"
                    ),
                );
            }
        }
        opened.report_strays();
        opened
    }

    /// The file with this name, if it is there.
    pub(super) fn get(&self, name: &str) -> Option<&Page> {
        self.pages.iter().find(|page| page.name == name)
    }

    /// The TOML files that lie directly in this folder, by name.
    pub(super) fn lists_in(&self, folder: &str) -> impl Iterator<Item = &Page> {
        self.pages.iter().filter(move |page| page.folder() == folder && is_list(&page.name))
    }

    /// The entries, with the kind whose folder they lie in.
    pub(super) fn entries(&self) -> impl Iterator<Item = (Kind, &Page)> {
        self.pages.iter().filter_map(|page| Some((kind_of(&page.name)?, page)))
    }

    /// Everything that was found on the pages.
    pub(super) fn into_report(self) -> Report {
        Report::new(self.pages.into_iter().chain(self.lost).map(Page::into_parts))
    }

    fn lose(&mut self, name: &str, what: InBoth, mend: InBoth) {
        let page = Page::new(name, "");
        page.error(0..0, what, mend);
        self.lost.push(page);
    }

    /// An entry in a folder that nobody reads would be lost without a word.
    fn report_strays(&self) {
        for page in self.pages.iter().filter(|page| kind_of(&page.name).is_none() && header::is_entry(&page.text)) {
            let folders = Kind::ALL.map(Kind::folder).join(", ");
            let what = in_both!(
                "in de map `{folder}` leest niemand kaarten",
                "nobody reads entries in `{folder}`"; folder = page.folder()
            );
            let mend = in_both!("zet het bestand in een van: {folders}", "move the file to one of: {folders}");
            page.error(0..3, what, mend);
        }
    }
}

fn is_list(name: &str) -> bool {
    Path::new(name).extension().is_some_and(|ending| ending.eq_ignore_ascii_case("toml"))
}

/// The kind of the entry in the file with this name: it lies in the kind's folder and is Markdown.
pub(super) fn kind_of(name: &str) -> Option<Kind> {
    let (folder, file) = name.rsplit_once('/')?;
    let is_markdown = Path::new(file).extension().is_some_and(|ending| ending.eq_ignore_ascii_case("md"));
    Kind::ALL.into_iter().find(|kind| is_markdown && kind.folder() == folder)
}

/// Is this a folder of the catalogue?
pub(super) fn is_folder(name: &str) -> bool {
    Kind::ALL.into_iter().any(|kind| kind.folder() == name) || OTHER_FOLDERS.contains(&name)
}

/// Is this a kind of file that a catalogue is made of?
pub(super) fn is_ours(name: &str) -> bool {
    const ENDINGS: [&str; 4] = ["csv", "ftl", "md", "toml"];
    let ending = Path::new(name).extension().and_then(OsStr::to_str).unwrap_or_default();
    // What the model of distress learns from are plain messages, one a line.
    ENDINGS.iter().any(|ours| ending.eq_ignore_ascii_case(ours)) || (name.starts_with("distress/") && ending == "txt")
}

fn is_read(name: &str) -> bool {
    kind_of(name).is_some() || is_list(name) || NEEDED.iter().any(|(needed, ..)| *needed == name)
}
