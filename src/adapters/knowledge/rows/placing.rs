//! An entry or an archive that came in is put into the files.

use super::entry_file;
use crate::adapters::knowledge::{header, pages};
use crate::domain::files::Files;
use crate::domain::intake::{FileRefusal, LONGEST_KB};

/// The files with this entry: in the place of the one with its id, or as a new one in the folder of its kind.
///
/// # Errors
///
/// [`FileRefusal`] when it is no text, or no entry with an id and a kind.
pub fn put_entry(files: &Files, name: &str, content: &[u8]) -> Result<Files, FileRefusal> {
    let mut files = files.clone();
    place(&mut files, name, content)?;
    Ok(files)
}

/// The files with those of an archive.
///
/// An archive with every file that a counter can't do without is a whole catalogue: it takes the place of what is there,
/// and what is not in it is gone. Any other is a part: its files are put in, and the rest stays. One folder around
/// everything is left out; an entry that lies outside a folder goes to that of its kind.
///
/// # Errors
///
/// [`FileRefusal`] when a file is no part of a catalogue, or an entry outside a folder has no id and kind.
pub fn put_archive(files: &Files, archive: &Files) -> Result<Files, FileRefusal> {
    let inner = without_top_folder(archive, files);
    let is_whole = pages::NEEDED.iter().all(|(needed, ..)| inner.get(needed).is_some());
    let mut merged = if is_whole { Files::default() } else { files.clone() };
    for (path, content) in inner.iter() {
        if !pages::is_ours(path) {
            return Err(FileRefusal::Stranger { name: path.to_owned() });
        }
        check_length(path, content)?;
        let is_loose_entry = !path.contains('/') && str::from_utf8(content).is_ok_and(header::is_entry);
        if is_loose_entry {
            place(&mut merged, path, content)?;
        } else {
            merged.put(path, content);
        }
    }
    Ok(merged)
}

/// Nobody writes files this long, and reading one costs many times its length.
fn check_length(name: &str, content: &[u8]) -> Result<(), FileRefusal> {
    if content.len() > LONGEST_KB << 10 { Err(FileRefusal::TooLong { name: name.to_owned() }) } else { Ok(()) }
}

fn place(files: &mut Files, name: &str, content: &[u8]) -> Result<(), FileRefusal> {
    check_length(name, content)?;
    let text = str::from_utf8(content).map_err(|_| FileRefusal::NotText)?;
    let no_entry = || FileRefusal::NotAnEntry { name: name.to_owned() };
    let (id, kind) = entry_file::name(text).ok_or_else(no_entry)?;
    // An entry that changed its kind moves.
    let is_old = |(_, text): &(&str, &str)| entry_file::name(text).is_some_and(|(other, _)| other == id);
    let old = entry_file::texts_of(files).find(is_old).map(|(path, _)| path.to_owned());
    if let Some(old) = old {
        files.remove(&old);
    }
    files.put(entry_file::path(kind, &id), content);
    Ok(())
}

/// The files without the one folder around all of them, unless it is a folder of the catalogue itself.
fn without_top_folder(archive: &Files, files: &Files) -> Files {
    let top = |path: &str| path.split_once('/').map(|(top, _)| top.to_owned());
    let Some(around) = archive.iter().next().and_then(|(path, _)| top(path)) else { return archive.clone() };
    let is_around_all = archive.iter().all(|(path, _)| top(path).as_ref() == Some(&around));
    let is_ours = pages::is_folder(&around) || files.iter().any(|(path, _)| top(path).as_ref() == Some(&around));
    if !is_around_all || is_ours {
        return archive.clone();
    }
    archive.iter().filter_map(|(path, content)| Some((path.split_once('/')?.1, content))).collect()
}
