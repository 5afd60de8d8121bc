//! Everything that must be right before and while the bot works, looked at: what is wrong, and what to do about it.
//!
//! Nothing is changed by looking. To add a check: a function that gives findings in the file of its subject.

mod database;
mod finding;
mod knowledge;
mod machine;
mod telegram;

use std::collections::BTreeMap;

pub use self::finding::{Finding, State};
use crate::config::{Config, ConfigFaults};
use crate::domain::ids::{ChatId, DeskId};
use crate::domain::moment::Moment;

/// What was seen of the desks: which there are by the catalogue in use, and which group each is linked to.
#[derive(Default)]
struct Desks {
    /// The ids and names in the catalogue; `None` when that can't be read.
    known: Option<BTreeMap<DeskId, String>>,
    /// The links.
    links: Vec<(DeskId, ChatId)>,
}

/// Looks at everything, by the clock of this machine.
pub async fn examine(config: &Config, now: Moment) -> Vec<Finding> {
    let mut findings = vec![machine::settings(config)];
    findings.extend(machine::room(config));
    let (seen, house) = database::look(config, now).await;
    findings.extend(seen);
    let (seen, desks) = knowledge::look(config, house, now).await;
    findings.extend(seen);
    findings.extend(telegram::look(config, &desks, now).await);
    findings
}

/// Settings that can't be read: nothing else can be looked at.
pub fn settings_findings(faults: &ConfigFaults) -> Vec<Finding> {
    faults
        .0
        .iter()
        .map(|fault| Finding::fault("settings", format!("{}: {}", fault.variable, fault.what), &fault.mend))
        .collect()
}
