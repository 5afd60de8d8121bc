//! Telegram as we speak and understand it: on JSON as Telegram writes it, and over a line on this very machine.

// Marked as tests so that the lints know the helpers for what they are.
#[cfg(test)]
mod arranging;
#[cfg(test)]
mod asking;
#[cfg(test)]
mod delivering;
#[cfg(test)]
mod failing;
#[cfg(test)]
mod fake_api;
#[cfg(test)]
mod fetching;
#[cfg(test)]
mod in_groups;
#[cfg(test)]
mod in_private;
#[cfg(test)]
mod storing;
#[cfg(test)]
mod topics;
#[cfg(test)]
mod updates;
#[cfg(test)]
mod webhook;
#[cfg(test)]
mod whatever_comes;
