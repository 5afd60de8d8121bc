//! Tables and texts that nobody should open.

use std::fmt::Write as _;

use crate::{Bomb, Why, bomb};

pub(crate) fn all() -> Vec<Bomb> {
    let table = |what, content: Vec<u8>, why| bomb(what, "tabel.csv", content, why);
    let utf16: Vec<u8> = "Id;Status\nborg;Open\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    vec![
        table("eleven megabytes of rows", b"a;b\n".repeat(3_000_000), Why::TooLarge),
        table("sixty thousand rows", b"a;b\n".repeat(60_000), Why::TooManyRows),
        table("nine million empty cells", vec![b';'; 9_000_000], Why::NoTable),
        table("nine million cells in a row", b"x;".repeat(4_500_000), Why::TooManyColumns),
        table("a quote that never ends", [b"a;b\n\"".as_slice(), &vec![b'x'; 9_000_000]].concat(), Why::CellTooLong),
        table("a cell that is too long", [b"a;b\n".as_slice(), &vec![b'x'; 40_000]].concat(), Why::CellTooLong),
        table(
            "cells far to the right",
            ("a\n".to_owned() + &format!("{}x\n", ";".repeat(199)).repeat(20_000)).into(),
            Why::TooMuchText,
        ),
        table("nothing but empty rows", vec![b'\n'; 9_000_000], Why::Empty),
        table("two bytes a letter", utf16, Why::NotText),
        table("letters of another alphabet code", b"Id;Titel\nborg;caf\xe9\n".to_vec(), Why::NotText),
        bomb("a picture with the name of an entry", "borg.md", b"\x89PNG\r\n\x1a\n".as_slice(), Why::NotText),
        bomb("an entry without a header", "borg.md", "# Hallo", Why::NotAnEntry),
        bomb("an entry that leads elsewhere", "borg.md", "+++\nid = \"../x\"\nkind = \"rule\"\n+++\n", Why::NotAnEntry),
        table("mistakes in every cell", full_of_mistakes(), Why::Other),
        bomb("a megabyte with the name of an entry", "borg.md", vec![b'['; 1 << 20], Why::TooLong),
        bomb("lists in lists in lists", "borg.md", format!("+++\na = {}\n+++\n", "[".repeat(500_000)), Why::NotAnEntry),
        bomb(
            "a name in a name in a name",
            "borg.md",
            format!("+++\n{}a = 1\n+++\n", "a.".repeat(100_000)),
            Why::NotAnEntry,
        ),
    ]
}

/// A table that could be told a long list of what is wrong with it.
fn full_of_mistakes() -> Vec<u8> {
    let row = "borg;x;x;x;x;x;x;x;x\n".repeat(49_000);
    format!("Id;Soort;Status;Vorm;Hoofdthema;Opent op;Sluit op;Nakijken voor;Zekerheid\n{row}").into_bytes()
}

/// A table with as many new entries as rows are read.
pub(crate) fn very_many_entries() -> Vec<u8> {
    let mut table = String::from("Id;Soort;Titel (NL);Voor wie (NL)\n");
    for row in 0..49_000 {
        writeln!(table, "id-{row};Vraag;Vraag {row};{}", "woord ".repeat(20)).unwrap();
    }
    table.into_bytes()
}

/// A table with as many cells as are read.
pub(crate) fn within_bounds() -> Vec<u8> {
    let mut table = String::new();
    for row in 0..49_000 {
        writeln!(table, "id-{row};{};x;y;z", "woord ".repeat(30)).unwrap();
    }
    table.into_bytes()
}
