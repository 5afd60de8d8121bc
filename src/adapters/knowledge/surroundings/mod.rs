//! What stands beside the entries: areas, region, desks, themes, synonyms and signals, a file each.

mod areas;
mod desks;
mod doors;
mod notice;
mod region;
mod routes;
mod signals;
mod synonyms;
mod themes;
mod week;

use jiff::civil::Date;
use toml::Spanned;

use super::draft::Draft;
use super::known::Known;
use super::page::Page;
use super::pages::Pages;
use crate::domain::area::{AreaCode, Areas};
use crate::domain::catalogue::{Surroundings, Synonym};
use crate::domain::doors::Doors;
use crate::domain::in_both::in_both;
use crate::domain::notice::Notice;
use crate::ports::words::Words;

/// Reads every file that holds no entries, but for the synonyms.
pub(super) fn read(pages: &Pages, known: &Known<'_>, today: Date) -> Surroundings {
    let areas = pages.get("areas.csv").map(areas::read).unwrap_or_default();
    let region = pages.get("region.toml").map(|page| region::read(page, &areas)).unwrap_or_default();
    let themes = pages.get("themes.toml").map(themes::read).unwrap_or_default();
    let desks = pages.get("desks.toml").map(|page| desks::read(page, &areas, &region, &themes)).unwrap_or_default();
    let signals = pages.get("signals.toml").map(|page| signals::read(page, known, today)).unwrap_or_default();
    let notice = pages.get("notice.toml").and_then(read_notice);
    let (synonyms, doors) = (Vec::new(), Doors::default());
    let mut surroundings = Surroundings { areas, region, desks, themes, synonyms, signals, doors, notice };
    if let Some(page) = pages.get("doors.toml") {
        surroundings.doors = doors::read(page, &surroundings, known, today);
    }
    surroundings
}

/// Reads the notice on a page.
pub(super) fn read_notice(page: &Page) -> Option<Notice> {
    notice::read(page)
}

/// Reads the synonyms.
pub(super) fn read_synonyms(pages: &Pages) -> Vec<Spanned<Synonym>> {
    pages.get("synonyms.toml").map(synonyms::read).unwrap_or_default()
}

/// Holds the synonyms against what entries say.
pub(super) fn check_synonyms(pages: &Pages, synonyms: &[Spanned<Synonym>], drafts: &[Draft<'_>], words: &dyn Words) {
    if let Some(page) = pages.get("synonyms.toml") {
        synonyms::check(page, synonyms, drafts, words);
    }
}

/// Those of `codes` that are municipalities; the others are reported.
fn municipalities(page: &Page, areas: &Areas, codes: Vec<Spanned<AreaCode>>) -> Vec<Spanned<AreaCode>> {
    // Without areas.csv nothing is known, and that is reported there.
    let anything_known = areas.municipalities().next().is_some();
    for code in codes.iter().filter(|code| anything_known && areas.municipality(code.get_ref()).is_none()) {
        let what = in_both!(
            "een gemeente {written} bestaat niet",
            "there is no municipality {written}"; written = code.get_ref()
        );
        let mend = in_both!(
            "zoek de code op in areas.csv, bijvoorbeeld GM0150 voor Deventer",
            "look its code up in areas.csv, e.g. GM0150 for Deventer"
        );
        page.error(code.span(), what, mend);
    }
    codes
}
