//! The links of a catalogue are visited, and what is dead or moved is added to its report.

use std::collections::BTreeMap;

use super::StartError;
use super::knowledge::Checked;
use crate::adapters::knowledge::cited::Cited;
use crate::domain::files::Files;
use crate::domain::in_both::{InBoth, in_both};
use crate::ports::sources::{Sources, Visited};

/// Visits every address that the entries cite; a warning for each that is dead or moved, at the first place it is cited.
pub async fn visit_links(files: &Files, checked: &mut Checked, sources: &dyn Sources) -> Result<(), StartError> {
    let mut places: BTreeMap<&str, Vec<&Cited>> = BTreeMap::new();
    for cited in &checked.cited {
        places.entry(&cited.url).or_default().push(cited);
    }
    let addresses = places.keys().map(|url| (*url).to_owned()).collect();
    let visited = sources.visit(addresses).await.map_err(|error| StartError::Links(error.to_string()))?;
    for (url, visited) in visited {
        let (what, mend) = match visited {
            Visited::Alive => continue,
            Visited::Moved(to) => (
                in_both!("{url} is verhuisd naar {to}", "{url} moved to {to}"),
                in_both!(
                    "kijk of het dezelfde pagina is, en schrijf dat adres",
                    "look whether it is the same page, and write that address"
                ),
            ),
            Visited::Unreached => (
                in_both!(
                    "{url} doet het niet: de site is niet te bereiken",
                    "{url} is dead: the site can't be reached"
                ),
                look_in_a_browser(),
            ),
            Visited::Dead(why) => {
                (in_both!("{url} doet het niet: {why}", "{url} is dead: {why}"; both why), look_in_a_browser())
            }
        };
        let Some((first, others)) = places.get(url.as_str()).and_then(|cited| cited.split_first()) else { continue };
        let others: Vec<String> = others.iter().map(|one| format!("{}:{}", one.file, one.line)).collect();
        let mend = if others.is_empty() {
            mend
        } else {
            in_both!("{mend}; ook in {others}", "{mend}; also at {others}"; both mend; others = others.join(", "))
        };
        let text = files.text(&first.file).unwrap_or_default();
        checked.report.add_warning(&first.file, text, first.line, what, mend);
    }
    Ok(())
}

/// How to mend a dead link.
fn look_in_a_browser() -> InBoth {
    in_both!(
        "kijk in een browser; is de pagina weg, schrijf dan het adres dat ervoor in de plaats kwam",
        "look in a browser; if it is gone, cite the page that came instead"
    )
}
