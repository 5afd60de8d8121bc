//! A small correction, made in the files as an editor would: one fact changes, and nothing else of the file does.

use toml_edit::{DocumentMut, Item, Value};

use super::{header, pages};
use crate::domain::correction::{Adjustment, Correction, NotCorrected};
use crate::domain::files::Files;
use crate::domain::ids::EntryId;
use crate::domain::language::Language;
use crate::domain::notice::Notice;

/// The file of the notice.
const NOTICE: &str = "notice.toml";
/// What stands above a notice, for who finds the file.
const ABOUT_NOTICE: &str =
    "# What everybody is told for as long as it lasts; the moments are those of the clock at the desks.\n";

/// The files with the correction made.
pub fn correct(files: Files, correction: &Correction) -> Result<Files, NotCorrected> {
    match correction {
        Correction::Entry(id, adjustment) => adjust(files, id, *adjustment),
        Correction::Notice(Some(notice)) => {
            let text = written(notice);
            if files.text(NOTICE) == Some(&text) {
                return Err(NotCorrected::AlreadySo);
            }
            Ok(files.with(NOTICE, text))
        }
        Correction::Notice(None) if files.get(NOTICE).is_none() => Err(NotCorrected::AlreadySo),
        Correction::Notice(None) => Ok(files.without(NOTICE)),
    }
}

fn adjust(files: Files, id: &EntryId, adjustment: Adjustment) -> Result<Files, NotCorrected> {
    let found = files.iter().filter(|(path, _)| pages::kind_of(path).is_some()).find_map(|(path, _)| {
        let text = files.text(path)?;
        let place = header::fences(text)?.0;
        let facts: DocumentMut = text.get(place.clone())?.parse().ok()?;
        let is_it = facts.get("id").and_then(Item::as_str) == Some(id.as_str());
        is_it.then(|| (path.to_owned(), text, place, facts))
    });
    let Some((path, text, place, mut facts)) = found else { return Err(NotCorrected::NoSuchEntry(id.clone())) };
    match adjustment {
        Adjustment::Pause(_) if facts.contains_key("paused") => return Err(NotCorrected::AlreadySo),
        Adjustment::Pause(since) => put(&mut facts, "paused", day(&path, since)?),
        Adjustment::Resume if facts.remove("paused").is_none() => return Err(NotCorrected::AlreadySo),
        Adjustment::Resume => {}
        Adjustment::BudgetGone => put(&mut facts, "status", "budget-gone".into()),
        Adjustment::CloseOn(last) => put(&mut facts, "closes", day(&path, last)?),
    }
    let cut = |range| text.get(range).unwrap_or_default();
    let corrected = format!("{}{facts}{}", cut(0..place.start), cut(place.end..text.len()));
    if corrected == text { Err(NotCorrected::AlreadySo) } else { Ok(files.with(path, corrected)) }
}

fn day(path: &str, day: jiff::civil::Date) -> Result<Value, NotCorrected> {
    let written: Result<toml_edit::Datetime, _> = day.to_string().parse();
    written.map(Value::from).map_err(|_| NotCorrected::Unreadable(path.to_owned()))
}

/// Puts a value in the place of the one that stands there, with the remark behind it; or at the end.
fn put(facts: &mut DocumentMut, key: &str, mut value: Value) {
    if let Some(present) = facts.get(key).and_then(Item::as_value) {
        *value.decor_mut() = present.decor().clone();
    }
    facts.insert(key, Item::Value(value));
}

fn written(notice: &Notice) -> String {
    let mut document = DocumentMut::new();
    let moment = |moment: jiff::civil::DateTime| moment.to_string().parse::<toml_edit::Datetime>().ok();
    for (key, moment) in [("since", moment(notice.since)), ("until", notice.until.and_then(moment))] {
        if let Some(moment) = moment {
            document.insert(key, toml_edit::value(moment));
        }
    }
    for language in Language::ALL {
        if let Some(says) = notice.text.get(&language) {
            document.insert(language.code(), toml_edit::value(says.as_str()));
        }
    }
    format!("{ABOUT_NOTICE}{document}")
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use jiff::civil::date;

    use super::*;

    const PATH: &str = "schemes/bmkb.md";
    const ENTRY: &str = "+++\nid = \"bmkb\"   # never changes\nstatus = \"open\"          # see the page\ncloses = 2027-06-30\n\n# why: two of them\nthemes = [\n  \"finance\",\n]\n+++\n\n# Titel\n\nTekst met +++ erin\n";

    fn files() -> Files {
        Files::default().with(PATH, ENTRY).with("schemes/other.md", ENTRY.replace("bmkb", "other"))
    }

    fn corrected(adjustment: Adjustment) -> Result<String, NotCorrected> {
        let correction = Correction::Entry(EntryId::new("bmkb"), adjustment);
        correct(files(), &correction).map(|files| files.text(PATH).unwrap().to_owned())
    }

    #[test]
    fn one_fact_changes_and_remarks_stay() {
        let gone = corrected(Adjustment::BudgetGone).unwrap();
        assert_eq!(gone, ENTRY.replace("\"open\"", "\"budget-gone\""));
        let closed = corrected(Adjustment::CloseOn(date(2026, 12, 1))).unwrap();
        assert_eq!(closed, ENTRY.replace("2027-06-30", "2026-12-01"));
        let paused = corrected(Adjustment::Pause(date(2026, 11, 23))).unwrap();
        assert_eq!(paused, ENTRY.replace("]\n+++", "]\npaused = 2026-11-23\n+++"));
    }

    #[test]
    fn a_pause_that_is_undone_leaves_the_file_as_it_was() {
        let id = EntryId::new("bmkb");
        let pause = Correction::Entry(id.clone(), Adjustment::Pause(date(2026, 11, 23)));
        let paused = correct(files(), &pause).unwrap();
        assert_eq!(correct(paused.clone(), &pause), Err(NotCorrected::AlreadySo));
        let resumed = correct(paused, &Correction::Entry(id, Adjustment::Resume)).unwrap();
        assert_eq!(resumed, files());
    }

    #[test]
    fn what_is_so_already_or_not_there_is_told() {
        assert_eq!(corrected(Adjustment::Resume), Err(NotCorrected::AlreadySo));
        assert_eq!(corrected(Adjustment::CloseOn(date(2027, 6, 30))), Err(NotCorrected::AlreadySo));
        let nobody = EntryId::new("nobody");
        let refused = correct(files(), &Correction::Entry(nobody.clone(), Adjustment::BudgetGone));
        assert_eq!(refused, Err(NotCorrected::NoSuchEntry(nobody)));
        assert_eq!(correct(files(), &Correction::Notice(None)), Err(NotCorrected::AlreadySo));
    }

    #[test]
    fn a_notice_comes_and_goes_as_a_file() {
        let notice = Notice {
            since: date(2026, 11, 23).at(11, 0, 0, 0),
            until: Some(date(2026, 11, 24).at(18, 0, 0, 0)),
            text: BTreeMap::from([(Language::Nl, "Hoog \"water\"\nin het centrum".to_owned())]),
        };
        let with = correct(files(), &Correction::Notice(Some(notice.clone()))).unwrap();
        let page = super::super::page::Page::new(NOTICE, with.text(NOTICE).unwrap());
        assert_eq!(crate::adapters::knowledge::surroundings::read_notice(&page), Some(notice));
        assert_eq!(page.errors(), 0);
        assert_eq!(correct(with, &Correction::Notice(None)).unwrap(), files());
    }
}
