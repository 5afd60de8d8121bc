//! What is drawn and what warns: only of figures that there are, with labels that they have.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::time::Duration;

use loket::adapters::prometheus::Prometheus;
use loket::domain::ids::{DeskId, ReleaseNumber};
use loket::ports::levels::{Connections, Levels, OpenCases};

/// What Prometheus itself calls what it asks.
const PROMETHEUS_OWN: &str = "job=\"loket\"";

/// A page of a house that has a desk.
fn page() -> String {
    let levels = Levels {
        inbox: 0,
        inbox_age: Duration::ZERO,
        outbox: 0,
        outbox_age: Duration::ZERO,
        waiting_for_a_group: 0,
        dead: 0,
        cases: BTreeMap::from([(DeskId::new("deventer"), OpenCases::default())]),
        release: ReleaseNumber(1),
        knowledge_age: Duration::ZERO,
        entries: 0,
        overdue_entries: 0,
        connections: Connections::default(),
    };
    Prometheus::new().page(Some(&levels), Duration::ZERO)
}

fn deployed(file: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("deploy").join(file)).unwrap()
}

/// The words of a text that begin with `loket_`.
fn names(text: &str) -> BTreeSet<&str> {
    let is_part = |letter: char| letter.is_ascii_alphanumeric() || letter == '_';
    text.split(|letter| !is_part(letter)).filter(|word| word.starts_with("loket_")).collect()
}

/// What stands between a label's name and its value in a query: `outcome="wait"`, in JSON `outcome=\"wait\"`.
fn matchers(text: &str) -> BTreeSet<String> {
    let text = text.replace("\\\"", "\"");
    let pieces: Vec<&str> = text.split('"').collect();
    let matcher = |pair: &[&str]| {
        let [before, value] = pair else { return None };
        let label = before.strip_suffix('=')?.rsplit(|letter: char| !letter.is_ascii_alphanumeric()).next()?;
        Some(format!("{label}=\"{value}\""))
    };
    pieces
        .windows(2)
        .filter_map(matcher)
        .filter(|matcher| !matcher.starts_with('=') && matcher != PROMETHEUS_OWN)
        .collect()
}

#[test]
fn only_figures_that_there_are_stand_in_the_dashboard_and_the_alerts() {
    let page = page();
    let known = names(&page);
    for file in ["grafana.json", "alerts.yml"] {
        let text = deployed(file);
        let used = names(&text);
        assert!(used.len() > 8, "{file} shows hardly anything: {used:?}");
        let unknown: Vec<&&str> = used.iter().filter(|name| !known.contains(**name)).collect();
        assert!(unknown.is_empty(), "{file} speaks of {unknown:?}; there are:\n{page}");
    }
}

#[test]
fn only_labels_that_there_are_stand_in_them() {
    let page = page();
    for file in ["grafana.json", "alerts.yml"] {
        let used = matchers(&deployed(file));
        let unknown: Vec<&String> = used.iter().filter(|matcher| !page.contains(matcher.as_str())).collect();
        assert!(unknown.is_empty(), "{file} asks for {unknown:?}; there are:\n{page}");
    }
}

#[test]
fn the_dashboard_is_json_with_a_query_in_every_panel() {
    let board: serde_json::Value = serde_json::from_str(&deployed("grafana.json")).unwrap();
    let panels = board["panels"].as_array().unwrap();
    assert!(panels.len() > 8);
    for panel in panels.iter().filter(|panel| panel["type"] != "row") {
        let title = panel["title"].as_str().unwrap();
        let queries = panel["targets"].as_array().unwrap_or_else(|| panic!("{title} asks nothing"));
        assert!(
            queries.iter().all(|query| query["expr"].as_str().is_some_and(|expr| expr.contains("loket_"))),
            "{title}"
        );
    }
}
