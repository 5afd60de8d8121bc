//! An archive is walked before anything in it is used: names, kinds, sizes as they are told. Then it is unpacked a
//! file at a time, and what comes out is measured.

use std::collections::HashSet;
use std::io::{Cursor, Read as _};

use zip::result::ZipError;
use zip::{CompressionMethod, ZipArchive};

use super::bounds::{self, Room};
use crate::domain::intake::FileRefusal;

/// What every file in the directory of an archive begins with.
const MARK: &[u8] = b"PK\x01\x02";
/// The bits of a Unix mode that say what kind of thing it is, and the two kinds that are harmless.
const KIND: u32 = 0o170_000;
const PLAIN: u32 = 0o100_000;
const FOLDER: u32 = 0o040_000;

/// An archive in whose directory nothing is wrong.
pub(super) struct Walked<'a> {
    pub(super) archive: ZipArchive<Cursor<&'a [u8]>>,
    /// The files in it, folders left out.
    pub(super) items: Vec<Item>,
    room: Room,
    unpacked: u64,
}

/// A file in an archive.
#[derive(Clone, Debug)]
pub(super) struct Item {
    /// Its place in the directory.
    pub(super) index: usize,
    /// Its path: safe, with forward slashes.
    pub(super) name: String,
    size: u64,
    packed: u64,
}

/// Walks the directory of the archive in `bytes`, which must fit in `room`.
pub(super) fn walk(bytes: &[u8], room: Room) -> Result<Walked<'_>, FileRefusal> {
    if bytes.is_empty() {
        return Err(FileRefusal::Empty);
    }
    if bytes.len() as u64 > bounds::FILE {
        return Err(FileRefusal::TooLarge);
    }
    // Counted before anything keeps a list of them: no reader finds more files than there are marks.
    if bytes.windows(MARK.len()).filter(|window| *window == MARK).count() > room.files {
        return Err(FileRefusal::TooManyFiles { most: room.files });
    }
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| why(&error))?;
    if archive.has_duplicate_names() {
        return Err(FileRefusal::SameName);
    }
    let items = directory(&mut archive, room)?;
    if items.is_empty() {
        return Err(FileRefusal::Empty);
    }
    Ok(Walked { archive, items, room, unpacked: 0 })
}

fn directory(archive: &mut ZipArchive<Cursor<&[u8]>>, room: Room) -> Result<Vec<Item>, FileRefusal> {
    let (mut items, mut names, mut told) = (Vec::new(), HashSet::new(), 0_u64);
    for index in 0..archive.len() {
        let file = archive.by_index_raw(index).map_err(|error| why(&error))?;
        let name = file.name().map_err(|error| why(&error))?;
        let name = safe(name.strip_suffix('/').unwrap_or(&name))?;
        if file.is_symlink() || file.unix_mode().is_some_and(|mode| ![0, PLAIN, FOLDER].contains(&(mode & KIND))) {
            return Err(FileRefusal::Link { name });
        }
        if file.encrypted() {
            return Err(FileRefusal::Locked);
        }
        if !matches!(file.compression(), CompressionMethod::Stored | CompressionMethod::Deflated) {
            return Err(FileRefusal::Damaged);
        }
        if !names.insert(name.to_lowercase()) {
            return Err(FileRefusal::SameName);
        }
        let item = Item { index, name, size: file.size(), packed: file.compressed_size() };
        told = told.saturating_add(item.size);
        if told > room.bytes() || item.packs_too_well() {
            return Err(FileRefusal::UnpacksTooLarge { most: room.megabytes });
        }
        if !file.is_dir() {
            items.push(item);
        } else if item.size > 0 {
            return Err(FileRefusal::Damaged);
        }
    }
    Ok(items)
}

impl Item {
    fn packs_too_well(&self) -> bool {
        self.size > bounds::SMALL && self.size > self.packed.saturating_mul(bounds::RATIO)
    }
}

impl Walked<'_> {
    /// Unpacks a file. One that is not as large as the directory tells is refused, however it begins.
    pub(super) fn unpack(&mut self, item: &Item) -> Result<Vec<u8>, FileRefusal> {
        let file = self.archive.by_index(item.index).map_err(|error| why(&error))?;
        let mut content = Vec::with_capacity(usize::try_from(item.size).unwrap_or_default());
        file.take(item.size + 1).read_to_end(&mut content).map_err(|_| FileRefusal::Damaged)?;
        let size = content.len() as u64;
        self.unpacked += size;
        if self.unpacked > self.room.bytes() {
            return Err(FileRefusal::UnpacksTooLarge { most: self.room.megabytes });
        }
        if size == item.size { Ok(content) } else { Err(FileRefusal::Damaged) }
    }
}

/// A path as it may stand in an archive: downwards only, on every system.
fn safe(path: &str) -> Result<String, FileRefusal> {
    let steps = || path.split('/');
    let is_step = |step: &str| !step.is_empty() && step != "." && step != ".." && step.trim() == step;
    let is_safe = path.len() <= bounds::PATH
        && steps().count() <= bounds::DEPTH
        && steps().all(is_step)
        && !path.contains(|letter: char| matches!(letter, '\\' | ':') || is_hidden(letter));
    if is_safe { Ok(path.to_owned()) } else { Err(FileRefusal::UnsafeName { name: shown(path) }) }
}

/// Letters that nobody sees, or that turn the reading direction around.
fn is_hidden(letter: char) -> bool {
    letter.is_control()
        || matches!(letter, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}')
}

/// A name as it can be repeated to who sent it.
fn shown(name: &str) -> String {
    const LONGEST: usize = 60;
    name.chars().map(|letter| if is_hidden(letter) { '?' } else { letter }).take(LONGEST).collect()
}

fn why(error: &ZipError) -> FileRefusal {
    match error {
        ZipError::InvalidPassword => FileRefusal::Locked,
        _ => FileRefusal::Damaged,
    }
}
