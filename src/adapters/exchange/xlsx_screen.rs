//! What is in a workbook is looked through before its reader sees it: the reader trusts the numbers that stand there.
//!
//! Only parts that were looked through are handed on.

use std::io::Cursor;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use zip::ZipWriter;

use super::bounds::{self, Room};
use super::zip_walk;
use crate::domain::intake::FileRefusal;

/// How a file begins that Office has locked with a password.
const LOCKED: &[u8] = &[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

/// The references that every reader knows.
const KNOWN: [&str; 5] = ["amp", "lt", "gt", "apos", "quot"];

/// The workbook in `bytes` with only the parts that can do no harm, still packed.
pub(super) fn screen(bytes: &[u8]) -> Result<Vec<u8>, FileRefusal> {
    if bytes.starts_with(LOCKED) {
        return Err(FileRefusal::Locked);
    }
    let mut walked = zip_walk::walk(bytes, Room::WORKBOOK)?;
    let mut clean = ZipWriter::new(Cursor::new(Vec::new()));
    for item in std::mem::take(&mut walked.items) {
        let content = walked.unpack(&item)?;
        if is_markup(&item.name) {
            Part::default().look_through(&content)?;
            let packed = walked.archive.by_index_raw(item.index).map_err(|_| FileRefusal::Damaged)?;
            clean.raw_copy_file(packed).map_err(|_| FileRefusal::Damaged)?;
        }
    }
    Ok(clean.finish().map_err(|_| FileRefusal::Damaged)?.into_inner())
}

/// Pictures and macros are never looked at.
fn is_markup(name: &str) -> bool {
    let ending = name.rsplit('.').next().unwrap_or_default();
    ending.eq_ignore_ascii_case("xml") || ending.eq_ignore_ascii_case("rels")
}

/// A part of a workbook, counted while it is looked through.
#[derive(Default)]
struct Part {
    cells: usize,
    strings: usize,
    markup: usize,
    /// How long the text is that is being read, in bytes.
    text: usize,
}

impl Part {
    fn look_through(mut self, content: &[u8]) -> Result<(), FileRefusal> {
        let text = str::from_utf8(content).map_err(|_| FileRefusal::Unsafe)?;
        if text.contains('\0') {
            return Err(FileRefusal::Unsafe);
        }
        let mut reader = Reader::from_str(text);
        // As the reader of workbooks reads, so that both see the same.
        reader.config_mut().check_end_names = false;
        reader.config_mut().expand_empty_elements = true;
        loop {
            match reader.read_event().map_err(|_| FileRefusal::Damaged)? {
                Event::Eof => return Ok(()),
                Event::DocType(_) => return Err(FileRefusal::Unsafe),
                Event::Decl(decl) => {
                    let is_ours = |name: &str| name.eq_ignore_ascii_case("utf-8");
                    if !decl.encoding().is_none_or(|name| name.is_ok_and(|name| is_ours(&name))) {
                        return Err(FileRefusal::Unsafe);
                    }
                }
                Event::GeneralRef(reference) => {
                    if !reference.is_char_ref() && !KNOWN.contains(&&*reference.xml10_content()) {
                        return Err(FileRefusal::Unsafe);
                    }
                    self.read(1)?;
                }
                Event::Text(words) => self.read(words.len())?,
                Event::CData(words) => self.read(words.len())?,
                Event::Start(tag) | Event::Empty(tag) => self.begin(&tag)?,
                Event::End(_) | Event::Comment(_) | Event::PI(_) => {}
            }
        }
    }

    fn begin(&mut self, tag: &BytesStart<'_>) -> Result<(), FileRefusal> {
        let name = tag.local_name();
        match name.as_ref() {
            "c" => {
                self.cells += 1;
                self.text = 0;
            }
            "si" | "is" | "definedName" => {
                self.strings += 1;
                self.text = 0;
            }
            "row" | "v" | "t" | "r" => {}
            // What stands in a formula is read by nobody.
            "f" => self.text = 0,
            _ => {
                self.markup += 1;
                self.text = 0;
            }
        }
        if self.cells > bounds::CELLS * 2 || self.strings > bounds::STRINGS || self.markup > bounds::MARKUP {
            return Err(FileRefusal::TooMuchText { most: bounds::TEXT_MB });
        }
        for attribute in tag.attributes().with_checks(false) {
            let attribute = attribute.map_err(|_| FileRefusal::Damaged)?;
            if attribute.key.as_namespace_binding().is_some() {
                continue;
            }
            let (key, value) = (attribute.key.local_name(), &attribute.value);
            let is_true = match key.as_ref() {
                "r" | "ref" => value.split([':', ' ']).all(is_reference),
                "count" | "uniqueCount" => value.parse::<usize>().is_ok_and(|count| count <= bounds::STRINGS),
                _ => true,
            };
            if !is_true {
                return Err(FileRefusal::Damaged);
            }
        }
        Ok(())
    }

    fn read(&mut self, bytes: usize) -> Result<(), FileRefusal> {
        self.text += bytes;
        // Marked up, a text is longer than it shows; what it shows is measured when it is read.
        if self.text > bounds::CELL * 4 {
            return Err(FileRefusal::CellTooLong { row: None, most: bounds::CELL });
        }
        Ok(())
    }
}

/// A cell, a row or a column as a spreadsheet names it: `AB12`, `12`, `AB`; at most three letters and seven digits.
fn is_reference(written: &str) -> bool {
    let written = written.replace('$', "");
    let digits = written.trim_start_matches(|letter: char| letter.is_ascii_alphabetic());
    let letters = written.len() - digits.len();
    letters <= 3 && digits.len() <= 7 && digits.bytes().all(|digit| digit.is_ascii_digit())
}
