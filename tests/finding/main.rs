//! Finding: what people type, and what the counter makes of it.

#[cfg(test)]
mod anything;
#[cfg(test)]
mod built_in;
#[cfg(test)]
mod counter;
#[cfg(test)]
mod distress;
#[cfg(test)]
mod figures;
#[cfg(test)]
mod files;
#[cfg(test)]
mod signals;
#[cfg(test)]
mod stories;
