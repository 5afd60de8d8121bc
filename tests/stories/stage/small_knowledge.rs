//! A small region's knowledge, taken from the real one: checked in a moment.

use std::fs;
use std::path::Path;

use loket::startup::Folder;

/// Everything around the entries.
const SURROUNDINGS: [&str; 12] = [
    "areas.csv",
    "region.toml",
    "desks.toml",
    "themes.toml",
    "synonyms.toml",
    "signals.toml",
    "ranking.toml",
    "phrases/nl.ftl",
    "phrases/en.ftl",
    "texts/nl.ftl",
    "texts/en.ftl",
    "official.toml",
];

/// A few schemes that are asked for often, the listening lines, and who is behind them.
const ENTRIES: [&str; 11] = [
    "schemes/bmkb.md",
    "schemes/wbso.md",
    "schemes/113.md",
    "schemes/155-help-een-bedrijf.md",
    "schemes/geldfit-zakelijk.md",
    "schemes/ondernemersklankbord.md",
    "organisations/geldfit.md",
    "organisations/imk.md",
    "organisations/okb.md",
    "organisations/rvo.md",
    "organisations/stichting-113.md",
];

/// Writes it into a folder.
pub(crate) fn write_into(folder: &Path) {
    let real = Folder::embedded().files;
    for path in SURROUNDINGS.into_iter().chain(ENTRIES) {
        write(folder, path, real.get(path).unwrap_or_else(|| panic!("{path} is not built in")));
    }
}

/// Puts a file into a folder.
fn write(folder: &Path, path: &str, content: impl AsRef<[u8]>) {
    let file = folder.join(path);
    fs::create_dir_all(file.parent().unwrap()).unwrap();
    fs::write(file, content).unwrap();
}
