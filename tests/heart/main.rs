//! The heart alone: what must hold whatever happens, in whatever order.

#[cfg(test)]
mod answers;
#[cfg(test)]
mod appointments;
#[cfg(test)]
mod assisting;
#[cfg(test)]
mod chat;
#[cfg(test)]
mod closing;
#[cfg(test)]
mod ladder;
#[cfg(test)]
mod laws;
#[cfg(test)]
mod passing_on;
#[cfg(test)]
mod relaying;
#[cfg(test)]
mod table;
