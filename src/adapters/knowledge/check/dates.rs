//! Is an entry still fresh, and do its dates make sense?

use jiff::civil::Date;

use crate::adapters::knowledge::days::days;
use crate::adapters::knowledge::draft::Draft;
use crate::domain::entry::{Section, Status};
use crate::domain::in_both::in_both;
use crate::domain::sentences::sentences;

/// Words in front of a last day.
const ENDS: [&str; 7] = ["tot", "t/m", "uiterlijk", "vóór", "until", "before", "latest"];

/// Checks the dates of one entry, and what an editor left for later.
pub(super) fn check(draft: &Draft<'_>, today: Date) {
    header(draft, today);
    // Of what is over every day is past, and of what comes in rounds the last round may be.
    if matches!(draft.status_on(today), Status::Open | Status::Upcoming) {
        text(draft, today);
    }
}

fn header(draft: &Draft<'_>, today: Date) {
    let (page, header) = (draft.page, &draft.header);
    if let Some((opens, closes)) = header.opens.as_ref().zip(header.closes.as_ref())
        && closes.get_ref() < opens.get_ref()
    {
        page.error(
            closes.span(),
            in_both!("dit sluit voordat het opent", "it closes before it opens"),
            in_both!(
                "wissel `opens` en `closes` om, of verbeter een van de twee",
                "exchange `opens` and `closes`, or mend one of them"
            ),
        );
    }
    if let Some(closes) = header.closes.as_ref().filter(|closes| *closes.get_ref() < today)
        && !header.status.is_over()
    {
        let what = in_both!(
            "de laatste dag is voorbij, dus de kaart staat als gesloten",
            "the last day is past, so it is shown as closed"
        );
        let mend = in_both!(
            "schrijf `status = \"closed\"` of \"ended\", en wat ervoor in de plaats kwam; of de nieuwe laatste dag",
            "write `status = \"closed\"` or \"ended\", and what came instead; or the new last day"
        );
        page.warning(closes.span(), what, mend);
    }
    if let Some(review) = header.review_by.as_ref().filter(|review| *review.get_ref() < today) {
        let what = in_both!(
            "de dag waarop iemand dit moest nakijken, is voorbij",
            "the day on which somebody should have looked at it is past"
        );
        let mend = in_both!(
            "lees de bronnen opnieuw, verbeter de tekst, en zet een nieuwe dag bij `verified` en `review_by`",
            "read the sources again, mend the text, and set `verified` and `review_by`"
        );
        page.warning(review.span(), what, mend);
    }
    if let Some(to_check) = &header.to_check {
        page.warning(
            to_check.span(),
            in_both!("hier is nog iets onzeker", "something is unsure"),
            in_both!("zoek het uit, en haal dan `to_check` weg", "look it up, then take `to_check` out"),
        );
    }
}

/// *Until 1 July 2025* helps nobody in 2026; *since 1 July 2025* does.
fn text(draft: &Draft<'_>, today: Date) {
    for body in draft.bodies.values() {
        for block in body.sections.get(&Section::When).into_iter().flatten() {
            let ends = sentences(&block.text).into_iter().filter(|sentence| says_an_end(sentence));
            if let Some(past) = ends.flat_map(days).max().filter(|last| *last < today) {
                let what = in_both!("{past} is voorbij, en deze kaart is open", "{past} is past, and this is open");
                let mend = in_both!(
                    "zeg wanneer het nu kan, en pas `closes` of `status` aan",
                    "say when it can be used now, and set `closes` or `status`"
                );
                draft.page.warning(block.span.clone(), what, mend);
            }
        }
    }
}

fn says_an_end(sentence: &str) -> bool {
    let small = sentence.to_lowercase();
    small.split_whitespace().any(|word| ENDS.contains(&word))
}
