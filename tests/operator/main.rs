//! What somebody who runs the house sees: health and figures, a dashboard that fits them, the doctor, a backup.

#[cfg(test)]
mod dashboards;
#[cfg(test)]
mod deploying;
#[cfg(test)]
mod doctor;
#[cfg(test)]
#[path = "../support/postgres.rs"]
#[expect(dead_code, reason = "the contract suite asks more of the server than this test")]
mod postgres;
#[cfg(test)]
mod program;
#[cfg(test)]
#[path = "../stories/stage/small_knowledge.rs"]
mod small_knowledge;
#[cfg(test)]
mod vitals;
