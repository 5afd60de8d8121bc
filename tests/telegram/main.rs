//! Telegram as we speak and understand it: on JSON as Telegram writes it, and over a line on this very machine.

#[cfg(test)]
mod calling;
#[cfg(test)]
mod fake_api;
#[cfg(test)]
mod reading;
