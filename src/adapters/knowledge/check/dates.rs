//! Is an entry still fresh, and do its dates make sense?

use jiff::civil::Date;

use crate::adapters::knowledge::draft::Draft;

/// Checks the dates of one entry, and what an editor left for later.
pub(super) fn check(draft: &Draft<'_>, today: Date) {
    let (page, header) = (draft.page, &draft.header);
    if let Some((opens, closes)) = header.opens.as_ref().zip(header.closes.as_ref())
        && closes.get_ref() < opens.get_ref()
    {
        page.error(closes.span(), "it closes before it opens", "exchange `opens` and `closes`, or mend one of them");
    }
    if let Some(review) = header.review_by.as_ref().filter(|review| *review.get_ref() < today) {
        let mend = "read the sources again, mend the text, and set `verified` and `review_by`";
        page.warning(review.span(), "the day on which somebody should have looked at it is past", mend);
    }
    if let Some(to_check) = &header.to_check {
        page.warning(to_check.span(), "something is unsure", "look it up, then take `to_check` out");
    }
}
