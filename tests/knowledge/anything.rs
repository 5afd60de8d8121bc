//! Whatever an editor types, the check answers.

use loket::adapters::knowledge::report::Look;
use loket::domain::language::Language;
use proptest::prelude::*;
use proptest::sample::Index;

use crate::editor::{SCHEME, editor, told};

/// Scraps of what stands in the files, and of what goes wrong in them.
const SCRAPS: [&str; 24] = [
    "\n",
    " ",
    "\"",
    "[",
    "]",
    "+++\n",
    "# ",
    "## ",
    "- ",
    "> ",
    "<b>",
    "`",
    "*",
    "€ 1.500",
    "é",
    "🦀",
    "\u{202E}",
    "\r\n",
    ",",
    "|",
    "[[desk]]\n",
    "[desk.hours]\n",
    "= 2027-02-30\n",
    "\"23:00-01:00\"",
];

const FILES: [&str; 6] = ["areas.csv", "region.toml", "desks.toml", "themes.toml", "signals.toml", SCHEME];

proptest! {
    #[test]
    fn a_file_with_anything_in_it_gives_a_report_or_a_catalogue(
        file in proptest::sample::select(&FILES[..]),
        slips in proptest::collection::vec((any::<Index>(), 0_usize..40, proptest::sample::select(&SCRAPS[..])), 1..6),
    ) {
        let mut letters: Vec<char> = editor().says(file).chars().collect();
        for (place, gone, scrap) in slips {
            let from = place.index(letters.len() + 1);
            let to = (from + gone).min(letters.len());
            letters.splice(from..to, scrap.chars());
        }
        let loaded = editor().writes(file, letters.into_iter().collect::<String>()).loads();
        prop_assert_eq!(loaded.catalogue.is_none(), loaded.report.errors() > 0);
        let printed = loaded.report.printed(Language::Nl, Look::Plain);
        for fault in &loaded.report.faults {
            prop_assert!(fault.span.line >= 1 && fault.span.column >= 1);
            prop_assert!(!told(fault).is_empty());
            prop_assert!(printed.contains(&fault.file), "every fault is printed with its file:\n{}", printed);
        }
    }
}
