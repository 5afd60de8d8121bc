//! What somebody who runs the house sees: health and figures, a dashboard that fits them, the doctor, a backup.

#[cfg(test)]
mod dashboards;
#[cfg(test)]
mod program;
#[cfg(test)]
mod vitals;
