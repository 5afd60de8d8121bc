//! The working week of a desk: `monday = ["09:00-12:30", "13:00-17:00"]`.

use toml::Spanned;

use crate::adapters::knowledge::page::Page;
use crate::adapters::knowledge::table::Table;
use crate::adapters::knowledge::words::Hours;
use crate::domain::in_both::in_both;
use crate::domain::working_hours::Shift;

const DAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// The shifts of each weekday, Monday first. A day that is left out is a day on which nobody works.
pub(super) fn read(page: &Page, mut hours: Table<'_>) -> [Vec<Shift>; 7] {
    let (span, errors) = (hours.span(), page.errors());
    let week = DAYS.map(|day| shifts(page, hours.list(day, r#"["09:00-12:30", "13:00-17:00"]"#)));
    hours.finish();
    if week.iter().all(Vec::is_empty) && page.errors() == errors {
        page.error(
            span,
            in_both!(
                "hier werkt nooit iemand, dus er komt nooit antwoord",
                "nobody ever works here, so no promise can be kept"
            ),
            in_both!("schrijf de tijden van ten minste één dag", "write the hours of at least one day"),
        );
    }
    week
}

fn shifts(page: &Page, written: Vec<Spanned<Hours>>) -> Vec<Shift> {
    let mut shifts: Vec<Shift> = Vec::new();
    for hours in written {
        let Hours(shift) = *hours.get_ref();
        if shifts.last().is_some_and(|before| shift.from < before.to) {
            page.error(
                hours.span(),
                in_both!(
                    "deze tijd begint voordat de tijd ervoor eindigt",
                    "these hours begin before the ones in front of them end"
                ),
                in_both!(
                    "schrijf de tijden van een dag op volgorde, zonder overlap",
                    "write the hours of a day in order, without overlap"
                ),
            );
        }
        shifts.push(shift);
    }
    shifts
}
