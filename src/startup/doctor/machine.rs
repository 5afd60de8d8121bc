//! The machine: the settings and the disk.

use std::path::Path;

use super::Finding;
use crate::adapters::disk::{Room, room_at};
use crate::config::Config;

const MEGABYTE: u64 = 1024 * 1024;
/// With less a database can't be kept for long.
const TOO_LITTLE: u64 = 100 * MEGABYTE;
/// With less somebody should make room.
const LITTLE: u64 = 1024 * MEGABYTE;

pub(super) fn settings(config: &Config) -> Finding {
    if config.admins.is_empty() {
        let mend = "write your own Telegram user id behind LOKET_ADMINS: an admin links the desks and looks after the knowledge";
        return Finding::warning("settings", "they can be read, but nobody is an admin", mend);
    }
    Finding::ok("settings", "they can be read")
}

/// The disk with the data; that of a server can't be seen from here.
pub(super) fn room(config: &Config) -> Option<Finding> {
    if config.database_url.is_some() {
        return None;
    }
    Some(match room_at(&config.data) {
        Ok(room) => judge(room, &config.data),
        Err(error) => Finding::warning(
            "disk",
            format!("how much room there is at {} can't be seen: {error}", config.data.display()),
            "look with `df -h`: a full disk stops the bot",
        ),
    })
}

fn judge(room: Room, folder: &Path) -> Finding {
    let what = format!("{} of {} MB are free at {}", room.free / MEGABYTE, room.whole / MEGABYTE, folder.display());
    let mend = "make room, or put LOKET_DATA on a larger disk: with a full disk nothing can be taken in";
    match room.free {
        free if free < TOO_LITTLE => Finding::fault("disk", what, mend),
        free if free < LITTLE => Finding::warning("disk", what, mend),
        _ => Finding::ok("disk", what),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::startup::State;

    #[test]
    fn a_disk_that_fills_up_is_seen_before_it_is_full() {
        let state = |free| judge(Room { free: free * MEGABYTE, whole: 50_000 * MEGABYTE }, Path::new("data")).state;
        assert_eq!([20_000, 900, 99, 0].map(state), [State::Ok, State::Warning, State::Fault, State::Fault]);
    }
}
