//! Files as one `.zip`, and back.

use std::io::{Cursor, Write as _};

use zip::result::ZipError;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::bounds::Room;
use super::zip_walk;
use crate::domain::files::Files;
use crate::domain::intake::FileRefusal;

/// What computers put beside the files of people.
const CLUTTER: [&str; 3] = ["__MACOSX", "Thumbs.db", "desktop.ini"];

/// These files as an archive. The same files give the same bytes.
pub fn pack(files: &Files) -> Result<Vec<u8>, ZipError> {
    let options = SimpleFileOptions::DEFAULT.compression_method(CompressionMethod::Deflated).unix_permissions(0o644);
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (path, content) in files.iter() {
        archive.start_file(path, options)?;
        archive.write_all(content)?;
    }
    Ok(archive.finish()?.into_inner())
}

/// The files in an archive; hidden files and clutter are left out.
pub fn unpack(bytes: &[u8]) -> Result<Files, FileRefusal> {
    let mut walked = zip_walk::walk(bytes, Room::CATALOGUE)?;
    let mut files = Files::default();
    for item in std::mem::take(&mut walked.items) {
        if !item.name.split('/').any(is_clutter) {
            let content = walked.unpack(&item)?;
            files.put(item.name, content);
        }
    }
    if files.is_empty() { Err(FileRefusal::Empty) } else { Ok(files) }
}

fn is_clutter(step: &str) -> bool {
    step.starts_with('.') || CLUTTER.contains(&step)
}
