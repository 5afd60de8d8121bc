//! Upright columns in the order of time.

use super::sheet::{ACCENT, Anchor, FAINT, GREY, INK, MARGIN, ROOM, SMALL, Sheet, bold, pixels, regular, share};
use crate::ports::pictures::Column;

/// How high the highest is.
const HIGHEST: f32 = 210.0;
/// How wide the widest is.
const WIDEST: f32 = 96.0;

/// Draws the columns.
pub(super) fn draw(sheet: &mut Sheet<'_>, title: &str, columns: &[Column]) {
    sheet.title(title);
    let most = columns.iter().map(|column| column.height).max().unwrap_or(0);
    let count = u16::try_from(columns.len().max(1)).map_or(1.0, f32::from);
    let step = ROOM / count;
    let width = (step * 0.78).min(WIDEST);
    let on_top = pixels(SMALL) * 1.3;
    let floor = sheet.y + on_top + HIGHEST;
    sheet.rect((MARGIN, floor), (ROOM, 2.0), 0.0, FAINT);
    let mut middle = MARGIN + step / 2.0;
    for column in columns {
        let height = HIGHEST * share(column.height, most);
        let colour = if column.is_faint { FAINT } else { ACCENT };
        if column.height > 0 {
            let round = (width / 8.0).min(6.0);
            sheet.rect((middle - width / 2.0, floor - height), (width, height), round, colour);
        }
        if !column.shown.is_empty() {
            let style = bold(SMALL, INK);
            let x = within(sheet, &column.shown, middle);
            sheet.text((x, floor - height - 12.0), Anchor::Middle, style, &column.shown);
        }
        if !column.label.is_empty() {
            sheet.rect((middle - 1.0, floor), (2.0, 10.0), 0.0, FAINT);
            let x = within(sheet, &column.label, middle);
            sheet.text((x, floor + 14.0 + pixels(SMALL)), Anchor::Middle, regular(SMALL, GREY), &column.label);
        }
        middle += step;
    }
    sheet.y = floor + pixels(SMALL) * 1.5 + 14.0;
}

/// The middle of words that stay on the sheet.
fn within(sheet: &Sheet<'_>, words: &str, middle: f32) -> f32 {
    let style = bold(SMALL, INK);
    let half = sheet.letters.width(words, style.size, style.weight) / 2.0;
    middle.clamp(MARGIN + half, (MARGIN + ROOM - half).max(MARGIN + half))
}
