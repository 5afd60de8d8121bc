//! A few numbers that matter most, side by side.

use super::letters::Weight;
use super::sheet::{ACCENT, Anchor, GREY, HUGE, INK, MARGIN, ROOM, SMALL, Sheet, bold, pixels, regular};
use crate::ports::pictures::Tile;

/// Between two tiles.
const GAP: f32 = 28.0;
/// As many lines a label may take.
const MOST_LINES: usize = 3;

/// Draws the tiles; the first speaks.
pub(super) fn draw(sheet: &mut Sheet<'_>, tiles: &[Tile]) {
    sheet.y += 40.0;
    let count = u16::try_from(tiles.len().max(1)).map_or(1.0, f32::from);
    let width = (ROOM - GAP * (count - 1.0)) / count;
    let top = sheet.y;
    let is_too_wide =
        |size: u32| tiles.iter().any(|tile| sheet.letters.width(&tile.number, size, Weight::Bold) > width);
    let size = [HUGE, HUGE * 3 / 4].into_iter().find(|size| !is_too_wide(*size)).unwrap_or(HUGE / 2);
    let mut deepest = top;
    let mut x = MARGIN;
    for (place, tile) in tiles.iter().enumerate() {
        let colour = if place == 0 { ACCENT } else { INK };
        let number = bold(size, colour);
        let shown = sheet.letters.fit(&tile.number, number.size, number.weight, width);
        let mut y = top + pixels(HUGE) * 0.8;
        sheet.text((x, y), Anchor::Start, number, &shown);
        y += 14.0;
        let label = regular(SMALL, GREY);
        for line in sheet.letters.wrap(&tile.label, label.size, label.weight, width).iter().take(MOST_LINES) {
            y += pixels(SMALL) * 1.25;
            sheet.text((x, y), Anchor::Start, label, line);
        }
        deepest = deepest.max(y);
        x += width + GAP;
    }
    sheet.y = deepest + 12.0;
}
