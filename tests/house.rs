//! The house inspects itself: who may know whom, which foreign crate lives where, and how big a room may grow.

#![cfg(test)]
#![expect(clippy::string_slice, reason = "the slices end where an ASCII mark was found")]

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

/// A room and the rooms it may name. Everything points inward.
const MAY_KNOW: [(&str, &[&str]); 12] = [
    ("domain", &[]),
    ("conversation", &["domain"]),
    ("ports", &["conversation", "domain"]),
    ("service", &["ports", "conversation", "domain"]),
    ("adapters", &["ports", "conversation", "domain"]),
    ("sandbox", &[]),
    ("config", &["domain"]),
    ("telemetry", &[]),
    ("startup", &["adapters", "config", "conversation", "domain", "ports", "sandbox", "service", "telemetry"]),
    ("cli", &["adapters", "config", "conversation", "domain", "ports", "service", "startup", "telemetry"]),
    (
        "lib",
        &["adapters", "cli", "config", "conversation", "domain", "ports", "sandbox", "service", "startup", "telemetry"],
    ),
    ("main", &["cli"]),
];

/// A foreign crate and the only places that may name it.
const LIVES_IN: [(&str, &[&str]); 34] = [
    ("teloxide", &["adapters/telegram"]),
    // The stand-in delivers webhooks, as Telegram does.
    ("reqwest", &["adapters/links", "adapters/telegram", "sandbox"]),
    ("sqlx", &["adapters/database"]),
    ("resvg", &["adapters/charts"]),
    ("base64", &["domain"]),
    ("tantivy", &["adapters/index"]),
    ("fluent_bundle", &["adapters/phrases"]),
    ("fluent_syntax", &["adapters/phrases"]),
    ("unic_langid", &["adapters/phrases"]),
    ("pulldown_cmark", &["adapters/knowledge"]),
    ("csv", &["adapters/exchange", "adapters/knowledge"]),
    // Whatever people hand in is unpacked and read in one place.
    ("zip", &["adapters/exchange"]),
    ("csv_core", &["adapters/exchange"]),
    ("calamine", &["adapters/exchange"]),
    ("quick_xml", &["adapters/exchange"]),
    ("rust_xlsxwriter", &["adapters/exchange"]),
    ("toml_edit", &["adapters/knowledge"]),
    ("miette", &["adapters/knowledge"]),
    ("include_dir", &["adapters/knowledge"]),
    ("prometheus_client", &["adapters/prometheus"]),
    ("rustix", &["adapters/disk"]),
    ("axum", &["adapters/http", "sandbox"]),
    ("clap", &["cli"]),
    ("dotenvy", &["config"]),
    ("tracing_subscriber", &["telemetry"]),
    ("computus", &["domain"]),
    (
        "tokio",
        &[
            "adapters/database",
            "adapters/http",
            "adapters/telegram",
            "adapters/watching",
            "cli",
            "sandbox",
            "service",
            "startup",
        ],
    ),
    ("tracing", &["adapters", "cli", "sandbox", "service", "startup", "telemetry"]),
    ("strsim", &["adapters/index", "adapters/knowledge"]),
    ("sha2", &["adapters/database", "adapters/index", "cli", "domain"]),
    ("frostem", &["adapters/index"]),
    // A written scene is TOML, as what editors write.
    ("toml", &["adapters/index", "adapters/knowledge", "sandbox"]),
    ("tempfile", &["adapters/database", "startup"]),
    ("notify", &["adapters/watching"]),
];

/// The heart and the nouns may use these and nothing else from outside.
const PURE_CRATES: [&str; 8] = ["serde", "thiserror", "jiff", "computus", "base64", "sha2", "std", "core"];

/// A file that grows past this does two jobs (lines outside its tests).
const LONGEST_FILE: usize = 400;

struct Source {
    /// Its path below `src`, with forward slashes.
    path: String,
    /// Its text outside tests and comments.
    code: String,
    first_line: String,
    lines: usize,
}

impl Source {
    fn room(&self) -> &str {
        let first = self.path.split('/').next().unwrap_or_default();
        first.strip_suffix(".rs").unwrap_or(first)
    }

    fn is_below(&self, place: &str) -> bool {
        self.path == format!("{place}.rs") || self.path.starts_with(&format!("{place}/"))
    }
}

fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    collect(&root, &root, &mut found);
    assert!(found.len() > 40, "the sources were not found");
    found
}

fn collect(root: &Path, folder: &Path, found: &mut Vec<Source>) {
    let mut paths: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            collect(root, &path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            let below = path.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/");
            let is_test = below.ends_with("tests.rs") || below.contains("/tests/");
            if !is_test {
                found.push(read(&path, below));
            }
        }
    }
}

fn read(path: &Path, below: String) -> Source {
    let text = fs::read_to_string(path).unwrap();
    let production: Vec<&str> =
        text.lines().take_while(|line| !line.trim_start().starts_with("#[cfg(test)]")).collect();
    let code =
        production.iter().filter(|line| !line.trim_start().starts_with("//")).copied().collect::<Vec<_>>().join("\n");
    Source {
        path: below,
        code,
        first_line: text.lines().next().unwrap_or_default().to_owned(),
        lines: production.len(),
    }
}

/// The words that stand directly before `::` at the beginning of a path, e.g. `tokio` in `tokio::sync`.
fn path_heads(code: &str) -> Vec<&str> {
    let mut heads = Vec::new();
    for (at, _) in code.match_indices("::") {
        let before = &code[..at];
        let start = before.rfind(|letter: char| !letter.is_alphanumeric() && letter != '_').map_or(0, |end| end + 1);
        let is_head = !before[..start].ends_with("::") && !before[..start].ends_with('.');
        if is_head && start < at {
            heads.push(&before[start..]);
        }
    }
    heads
}

fn rooms_named(code: &str) -> Vec<&str> {
    code.match_indices("crate::")
        .filter_map(|(at, word)| {
            let rest = &code[at + word.len()..];
            let end = rest.find(|letter: char| !letter.is_alphanumeric() && letter != '_')?;
            (end > 0).then(|| &rest[..end])
        })
        .collect()
}

#[test]
fn everything_points_inward() {
    let allowed: BTreeMap<&str, &[&str]> = MAY_KNOW.into_iter().collect();
    let mut broken = Vec::new();
    for source in sources() {
        let room = source.room().to_owned();
        let may = allowed.get(room.as_str()).unwrap_or_else(|| panic!("`{room}` is a room that nobody drew"));
        for named in rooms_named(&source.code) {
            if named != room && allowed.contains_key(named) && !may.contains(&named) {
                broken.push(format!("{} names `{named}`; {room} may know only {may:?}", source.path));
            }
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

#[test]
fn siblings_among_the_adapters_do_not_know_each_other() {
    let mut broken = Vec::new();
    for source in sources().iter().filter(|source| source.room() == "adapters") {
        let own = source.path.split('/').nth(1).unwrap_or_default().trim_end_matches(".rs");
        for (at, word) in source.code.match_indices("crate::adapters::") {
            let rest = &source.code[at + word.len()..];
            if !rest.starts_with(own) {
                broken.push(format!("{} names a sibling: {}", source.path, rest.lines().next().unwrap_or_default()));
            }
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

#[test]
fn a_foreign_crate_lives_in_its_adapter_only() {
    let mut broken = Vec::new();
    for source in sources() {
        let heads = path_heads(&source.code);
        for (krate, homes) in LIVES_IN {
            let at_home = homes.iter().any(|home| source.is_below(home));
            if !at_home && heads.contains(&krate) {
                broken.push(format!("{} names `{krate}`, which lives in {homes:?}", source.path));
            }
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

#[test]
fn the_heart_is_pure() {
    let foreign = foreign_crates();
    let mut broken = Vec::new();
    for source in sources().iter().filter(|source| matches!(source.room(), "domain" | "conversation")) {
        for head in path_heads(&source.code) {
            if foreign.iter().any(|name| name == head) && !PURE_CRATES.contains(&head) {
                broken.push(format!("{} names `{head}`", source.path));
            }
        }
        for outside in ["std::fs", "std::env", "std::net", "std::thread", "async fn", "::now("] {
            if source.code.contains(outside) {
                broken.push(format!("{} uses `{outside}`", source.path));
            }
        }
    }
    assert!(broken.is_empty(), "the heart knows no files, clock, network or foreign crates:\n{}", broken.join("\n"));
}

/// The dependencies in `Cargo.toml`, as they are named in code.
fn foreign_crates() -> Vec<String> {
    let manifest = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml")).unwrap();
    let dependencies = manifest.split("[dependencies]").nth(1).unwrap().split("\n[").next().unwrap();
    let names: Vec<String> = dependencies
        .lines()
        .filter_map(|line| line.split_once(" ="))
        .map(|(name, _)| name.trim().replace('-', "_"))
        .collect();
    assert!(names.len() > 15, "the dependencies were not found");
    names
}

#[test]
fn every_file_says_what_it_is_for_and_does_one_job() {
    let mut broken = Vec::new();
    for source in sources() {
        if !source.first_line.starts_with("//!") {
            broken.push(format!("{} does not open with what it is for", source.path));
        }
        if source.lines > LONGEST_FILE {
            broken.push(format!("{} has {} lines: does it still do one job?", source.path, source.lines));
        }
        if source.code.contains("use super::*") || source.code.contains("use crate::*") {
            broken.push(format!("{} hides what it depends on behind a star", source.path));
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

#[test]
fn the_settings_on_paper_are_the_settings_in_code() {
    let paper = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(".env.example")).unwrap();
    let mut expected = String::from(
        "# Settings of Loket. Copy this file to .env and fill in what you need; lines with a # are left out.\n",
    );
    for variable in loket::config::VARIABLES {
        let mark = if variable.name == "TELOXIDE_TOKEN" { "" } else { "#" };
        writeln!(expected, "\n# {}\n{mark}{}={}", variable.purpose, variable.name, variable.default).unwrap();
    }
    assert_eq!(paper, expected);
}
