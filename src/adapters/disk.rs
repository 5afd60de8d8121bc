//! How much room there is on a disk.

use std::io;
use std::path::Path;

/// Room on a disk, in bytes.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Room {
    /// Free for who runs this program.
    pub free: u64,
    /// In all.
    pub whole: u64,
}

/// The room where `folder` lies, or will lie.
#[cfg(unix)]
pub fn room_at(folder: &Path) -> io::Result<Room> {
    let there = folder.ancestors().find(|ancestor| ancestor.exists()).unwrap_or_else(|| Path::new("."));
    let disk = rustix::fs::statvfs(there)?;
    Ok(Room { free: disk.f_bavail.saturating_mul(disk.f_frsize), whole: disk.f_blocks.saturating_mul(disk.f_frsize) })
}

/// The room where `folder` lies, or will lie.
#[cfg(not(unix))]
pub fn room_at(_: &Path) -> io::Result<Room> {
    Err(io::Error::new(io::ErrorKind::Unsupported, "not known on this system"))
}
