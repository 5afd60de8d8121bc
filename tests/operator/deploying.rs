//! What an operator installs and reads speaks of settings, commands and figures that there are.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;

/// What is written for an operator.
const WRITTEN: [&str; 9] = [
    "deploy/Containerfile",
    "deploy/Caddyfile",
    "deploy/compose.sqlite.yml",
    "deploy/compose.postgres.yml",
    "deploy/loket.service",
    "deploy/loket-backup.service",
    "deploy/alerts.yml",
    "docs/operator.md",
    "README.md",
];
/// The setting of the compose files themselves.
const OF_COMPOSE: &str = "LOKET_DOMAIN";

fn read(file: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(file)).unwrap()
}

#[test]
fn every_setting_that_is_spoken_of_is_one() {
    let known: BTreeSet<&str> = loket::config::VARIABLES.iter().map(|variable| variable.name).collect();
    let is_part = |letter: char| letter.is_ascii_uppercase() || letter == '_';
    for file in WRITTEN {
        let text = read(file);
        let named = text.split(|letter| !is_part(letter)).filter(|word| word.starts_with("LOKET_"));
        for name in named.filter(|name| *name != OF_COMPOSE) {
            assert!(known.contains(name), "{file} speaks of {name}");
        }
    }
}

#[test]
fn every_command_that_is_spoken_of_is_one() {
    let mut commands = BTreeSet::new();
    for file in WRITTEN {
        let text = read(file);
        let lines = text.lines().filter_map(|line| line.strip_prefix("loket "));
        let quoted = text.split("`loket ").skip(1);
        let words = lines
            .chain(quoted)
            .filter_map(|rest| rest.split(|letter: char| !letter.is_ascii_lowercase() && letter != '-').next());
        commands.extend(words.filter(|word| !word.is_empty() && !word.starts_with('-')).map(str::to_owned));
    }
    assert!(commands.len() > 8, "{commands:?}");
    for command in commands {
        let help = Command::new(env!("CARGO_BIN_EXE_loket")).args(["help", &command]).output().unwrap();
        assert!(help.status.success(), "`loket {command}` is spoken of: {}", String::from_utf8_lossy(&help.stderr));
    }
}

/// What a service of ours may not do without, in either way of running it.
#[test]
fn nothing_of_ours_runs_with_more_than_it_needs() {
    for (file, services) in [("deploy/compose.sqlite.yml", 1), ("deploy/compose.postgres.yml", 2)] {
        let text = read(file);
        for wanted in ["read_only: true", "cap_drop: [ALL]", "no-new-privileges:true"] {
            assert_eq!(text.matches(wanted).count(), services, "{file}: {wanted}");
        }
    }
    for file in ["deploy/loket.service", "deploy/loket-backup.service"] {
        let unit = read(file);
        for wanted in ["DynamicUser=yes", "ProtectSystem=strict", "NoNewPrivileges=yes", "CapabilityBoundingSet=\n"] {
            assert!(unit.contains(wanted), "{file}: {wanted}");
        }
    }
    let container = read("deploy/Containerfile");
    let last = container.rsplit("\nFROM ").next().unwrap();
    assert!(last.starts_with("scratch\n") && last.contains("USER 10001:10001") && !last.contains("RUN "), "{last}");
}
