//! What somebody who runs the house sees: health and figures, a dashboard that fits them, the doctor, a backup.

#[cfg(test)]
mod dashboards;
#[cfg(test)]
mod deploying;
#[cfg(test)]
mod doctor;
#[cfg(test)]
mod program;
#[cfg(test)]
#[path = "../stories/stage/small_knowledge.rs"]
mod small_knowledge;
#[cfg(test)]
mod vitals;
