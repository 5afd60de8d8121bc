//! Just enough knowledge to start on, so that a hundred starts take seconds.

use std::fs;
use std::path::Path;

use loket::startup::Folder;

const FILES: [&str; 10] = [
    "areas.csv",
    "region.toml",
    "desks.toml",
    "themes.toml",
    "ranking.toml",
    "distress/weights.toml",
    "distress/concepts.toml",
    "phrases/nl.ftl",
    "phrases/en.ftl",
    "organisations/stichting-113.md",
];

/// Writes it into a folder.
pub(crate) fn write_into(folder: &Path) {
    let real = Folder::embedded();
    let write = |path: &str, text: &str| {
        let file = folder.join(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, text).unwrap();
    };
    for path in FILES {
        write(path, real.files.text(path).unwrap_or_else(|| panic!("{path} is not built in")));
    }
    write("signals.toml", "listening = [\"stichting-113\"]\n");
}
