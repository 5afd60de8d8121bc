//! Archives that nobody should open.

use std::io::{Cursor, Write as _};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use crate::{Bomb, Why, bomb};

const MB: usize = 1 << 20;

pub(crate) fn all() -> Vec<Bomb> {
    let one = |what, path: &str, why| bomb(what, "catalogus.zip", zipped(&[(path, b"x".as_slice())]), why);
    let zeros = vec![0; 40 * MB];
    let small: Vec<u8> = vec![b'a'; 1000];
    let scheme = "schemes/borg.md";
    let plain = zipped(&[(scheme, small.as_slice())]);
    vec![
        bomb("40 MB of nothing in one file", "catalogus.zip", zipped(&[(scheme, &zeros)]), Why::UnpacksTooLarge),
        bomb("many files that pack well", "catalogus.zip", many(&zeros[..60_000], 800), Why::UnpacksTooLarge),
        bomb("a file that says it is small", "catalogus.zip", lying(&noise(3 * MB), 10), Why::Damaged),
        bomb("nothing that says it is small", "catalogus.zip", lying(&zeros, 10), Why::Damaged),
        bomb("a file that says it is large", "catalogus.zip", lying(&small, 60_000), Why::Damaged),
        bomb("a file that says it is huge", "catalogus.zip", lying(&small, 4_000_000_000), Why::UnpacksTooLarge),
        bomb("files that are all the same place", "catalogus.zip", overlapping(&noise(MB), 100), Why::UnpacksTooLarge),
        bomb("ten thousand empty files", "catalogus.zip", many(&[], 10_000), Why::TooManyFiles),
        bomb("a directory of nine megabytes", "catalogus.zip", long_names(140), Why::UnsafeName),
        bomb("an archive in an archive", "catalogus.zip", zipped(&[("meer.zip", &plain)]), Why::Stranger),
        one("a way up", "../../etc/passwd", Why::UnsafeName),
        one("a way up inside", "schemes/../../x.md", Why::UnsafeName),
        one("a way from the top", "/etc/passwd", Why::UnsafeName),
        one("a drive", "C:/x.md", Why::UnsafeName),
        one("a drive with backslashes", "C:\\x.md", Why::UnsafeName),
        one("backslashes", "schemes\\borg.md", Why::UnsafeName),
        one("a letter that nobody sees", "schemes/bo\u{0}rg.md", Why::UnsafeName),
        one("a newline in a name", "schemes/bo\nrg.md", Why::UnsafeName),
        one("a name that reads backwards", "schemes/\u{202E}dm.grob", Why::UnsafeName),
        one("a step of nothing", "schemes//borg.md", Why::UnsafeName),
        one("a very deep path", &"a/".repeat(40).add_file(), Why::UnsafeName),
        bomb("a link", "catalogus.zip", with_link(), Why::Link),
        bomb("the same name twice", "catalogus.zip", same_name(), Why::SameName),
        bomb(
            "the same name in capitals",
            "catalogus.zip",
            zipped(&[(scheme, b"x"), ("schemes/BORG.md", b"y")]),
            Why::SameName,
        ),
        bomb("a password", "catalogus.zip", patched(&plain, 8, 6, 1), Why::Locked),
        bomb("a way of packing that nobody needs", "catalogus.zip", patched(&plain, 10, 8, 12), Why::Damaged),
        bomb("an archive that was cut off", "catalogus.zip", &plain[..plain.len() / 2], Why::Damaged),
        bomb("an archive with a wrong sum", "catalogus.zip", patched(&plain, 16, 14, 7), Why::Damaged),
        bomb("an archive of nothing", "catalogus.zip", zipped(&[]), Why::Empty),
        bomb("noise", "catalogus.zip", noise(MB), Why::Damaged),
        bomb("eleven megabytes", "catalogus.zip", noise(11 * MB), Why::TooLarge),
        bomb("nothing", "catalogus.zip", [], Why::Empty),
    ]
}

trait AddFile {
    fn add_file(self) -> String;
}

impl AddFile for String {
    fn add_file(self) -> String {
        self + "x.md"
    }
}

pub(crate) fn zipped(files: &[(&str, &[u8])]) -> Vec<u8> {
    packed(files, CompressionMethod::Deflated)
}

pub(crate) fn packed(files: &[(&str, &[u8])], method: CompressionMethod) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (path, content) in files {
        archive.start_file(*path, SimpleFileOptions::DEFAULT.compression_method(method)).unwrap();
        archive.write_all(content).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

fn many(content: &[u8], count: usize) -> Vec<u8> {
    let names: Vec<String> = (0..count).map(|number| format!("schemes/{number}.md")).collect();
    zipped(&names.iter().map(|name| (name.as_str(), content)).collect::<Vec<_>>())
}

fn long_names(count: usize) -> Vec<u8> {
    let names: Vec<String> = (0..count).map(|number| format!("{number}{}", "x".repeat(32_000))).collect();
    zipped(&names.iter().map(|name| (name.as_str(), b"".as_slice())).collect::<Vec<_>>())
}

fn with_link() -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    archive.add_symlink("schemes/borg.md", "/etc/passwd", SimpleFileOptions::DEFAULT).unwrap();
    archive.finish().unwrap().into_inner()
}

/// Two files of which the second gets the name of the first.
fn same_name() -> Vec<u8> {
    let mut archive = zipped(&[("schemes/a.md", b"x"), ("schemes/b.md", b"y")]);
    let name = b"schemes/b.md";
    let places: Vec<usize> = (0..archive.len() - name.len()).filter(|at| archive[*at..].starts_with(name)).collect();
    for at in places {
        archive[at..at + name.len()].copy_from_slice(b"schemes/a.md");
    }
    archive
}

/// An archive of one file with two bytes of its directory and of its own header changed.
fn patched(archive: &[u8], in_directory: usize, in_file: usize, value: u16) -> Vec<u8> {
    let mut archive = archive.to_vec();
    let directory = place_of(&archive, b"PK\x01\x02");
    let file = place_of(&archive, b"PK\x03\x04");
    for at in [directory + in_directory, file + in_file] {
        archive[at..at + 2].copy_from_slice(&value.to_le_bytes());
    }
    archive
}

/// An archive of one file that tells another size than it has.
fn lying(content: &[u8], size: u32) -> Vec<u8> {
    let mut archive = zipped(&[("schemes/borg.md", content)]);
    let (directory, file) = (place_of(&archive, b"PK\x01\x02"), place_of(&archive, b"PK\x03\x04"));
    for at in [directory + 24, file + 22] {
        archive[at..at + 4].copy_from_slice(&size.to_le_bytes());
    }
    archive
}

/// An archive whose directory names one and the same content many times.
fn overlapping(content: &[u8], count: u16) -> Vec<u8> {
    let archive = zipped(&[("schemes/000.md", content)]);
    let (directory, end) = (place_of(&archive, b"PK\x01\x02"), place_of(&archive, b"PK\x05\x06"));
    let header = archive[directory..end].to_vec();
    let mut grown = archive[..directory].to_vec();
    for number in 0..count {
        let mut header = header.clone();
        header[46..60].copy_from_slice(format!("schemes/{number:03}.md").as_bytes());
        grown.extend(header);
    }
    let size = u32::try_from(grown.len() - directory).unwrap();
    let mut tail = archive[end..].to_vec();
    for at in [8, 10] {
        tail[at..at + 2].copy_from_slice(&count.to_le_bytes());
    }
    tail[12..16].copy_from_slice(&size.to_le_bytes());
    grown.extend(tail);
    grown
}

fn place_of(bytes: &[u8], mark: &[u8]) -> usize {
    (0..bytes.len()).rev().find(|at| bytes[*at..].starts_with(mark)).unwrap()
}

/// Bytes that pack as badly as can be, the same every time.
pub(crate) fn noise(count: usize) -> Vec<u8> {
    let mut state = 0x9E37_79B9_7F4A_7C15_u64;
    let next = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state.to_le_bytes()[3]
    };
    std::iter::repeat_with(next).take(count).collect()
}
