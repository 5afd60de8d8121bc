//! How much memory a file costs: peak of the resident set of a process that does nothing else.

use std::fs;
use std::path::Path;
use std::process::Command;

use loket::domain::files::Files;
use loket::startup::take_in;

use crate::{Bomb, Why, archives, tables, workbooks};

/// The most that a file may cost, in kilobytes.
const MOST: u64 = 64 * 1024;
/// What tells a process which file to read.
const FILE: &str = "LOKET_TEST_BOMB";

#[cfg(target_os = "linux")]
#[test]
fn every_bomb_is_refused_with_its_reason_and_costs_little_memory() {
    let place = tempfile::tempdir().unwrap();
    let bombs: Vec<Bomb> = archives::all().into_iter().chain(workbooks::all()).chain(tables::all()).collect();
    assert!(bombs.len() >= 30, "{} bombs", bombs.len());
    let mut wrong = Vec::new();
    for Bomb { what, name, content, why } in bombs {
        let file = place.path().join(name);
        fs::write(&file, content).unwrap();
        let told = in_a_process_of_its_own(&file);
        let Some((came, cost)) = told.split_once(' ') else {
            wrong.push(format!("{what}: the process died: {told}"));
            continue;
        };
        let cost: u64 = cost.parse().unwrap();
        println!("{cost:>6} kB  {came:<16} {what}");
        if came != format!("{why:?}") {
            wrong.push(format!("{what}: {came} instead of {why:?}"));
        }
        if cost > MOST {
            wrong.push(format!("{what}: costs {cost} kB"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// A file at the bounds is taken in, and costs no more than a bomb.
#[cfg(target_os = "linux")]
#[test]
fn what_is_just_within_the_bounds_costs_no_more() {
    let place = tempfile::tempdir().unwrap();
    let files = [
        ("tabel.xlsx", workbooks::within_bounds(), "Other"),
        ("tabel.csv", tables::within_bounds(), "Other"),
        ("nieuw.csv", tables::very_many_entries(), "TakenIn"),
    ];
    for (name, content, expected) in files {
        let file = place.path().join(name);
        fs::write(&file, content).unwrap();
        let told = in_a_process_of_its_own(&file);
        let (came, cost) = told.split_once(' ').unwrap_or_else(|| panic!("{name}: {told}"));
        println!("{cost:>6} kB  {came:<16} {name} within the bounds");
        // It was read; what two of them say is no catalogue, which is told by row and column.
        assert_eq!(came, expected, "{name}");
        assert!(cost.parse::<u64>().unwrap() <= MOST, "{name} costs {cost} kB");
    }
}

/// Reads the file in a child process; its reason and its cost, or what it died of.
fn in_a_process_of_its_own(file: &Path) -> String {
    let output = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "measuring::a_child_reads_one_file", "--nocapture", "--test-threads=1"])
        .env(FILE, file)
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    let told = said.lines().find_map(|line| line.split_once("told: ")).map(|(_, told)| told.to_owned());
    told.unwrap_or_else(|| format!("{}\n{said}\n{}", output.status, String::from_utf8_lossy(&output.stderr)))
}

/// The child of the story above; on its own it does nothing.
#[test]
fn a_child_reads_one_file() {
    let Some(file) = std::env::var_os(FILE).map(std::path::PathBuf::from) else { return };
    let content = fs::read(&file).unwrap();
    let name = file.file_name().unwrap().to_string_lossy();
    let files = Files::default().with("schemes/borg.md", include_str!("../knowledge/folder/borg.md"));
    // The peak is counted from here.
    fs::write("/proc/self/clear_refs", "5").unwrap();
    let before = memory("VmRSS");
    let refused = take_in(&files, &name, &content);
    let cost = memory("VmHWM").saturating_sub(before);
    let why = refused.as_ref().map_or_else(|refusal| format!("{:?}", Why::from(refusal)), |_| "TakenIn".to_owned());
    println!("told: {why} {cost}");
}

/// A line of the kernel's own books, in kilobytes.
fn memory(line: &str) -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap();
    let found = status.lines().find_map(|one| one.strip_prefix(line)?.strip_prefix(':'));
    found.unwrap().trim().trim_end_matches(" kB").parse().unwrap()
}
