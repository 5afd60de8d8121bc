//! Lying bars, each with its name before it and its number behind it.

use super::letters::Weight;
use super::sheet::{
    ACCENT, Anchor, BODY, FAINT, GREY, INK, MARGIN, ROOM, SMALL, Sheet, TRACK, bold, pixels, regular, share,
};
use crate::ports::pictures::{Bar, Bars};

/// From one bar to the next.
const STEP: f32 = 52.0;
/// How thick a bar is.
const THICK: f32 = 32.0;
/// Names take at most so much of the width; a longer one is cut.
const MOST_NAME: f32 = 500.0;
/// Between name, bar and number.
const GAP: f32 = 22.0;

/// Draws the bars.
pub(super) fn draw(sheet: &mut Sheet<'_>, Bars { title, note, bars, whole, mark, rest }: &Bars) {
    sheet.title(title);
    sheet.lines(note, regular(SMALL, GREY), 1.4);
    let width = |words: &str, weight| sheet.letters.width(words, BODY, weight);
    let names = bars.iter().map(|bar| width(&bar.label, Weight::Regular)).fold(0.0, f32::max).min(MOST_NAME);
    let numbers = bars.iter().map(|bar| width(&bar.shown, Weight::Bold)).fold(0.0, f32::max);
    let start = MARGIN + names + GAP;
    let longest = (ROOM - names - numbers - 2.0 * GAP).max(40.0);
    let lengths = bars.iter().map(|bar| bar.length);
    let most = whole.unwrap_or_else(|| lengths.chain(mark.iter().map(|mark| mark.at)).max().unwrap_or(0));
    if let Some(mark) = mark {
        sheet.y += pixels(SMALL) * 1.3;
        let x = start + longest * share(mark.at, most);
        let half = sheet.letters.width(&mark.label, SMALL, Weight::Regular) / 2.0;
        let middle = x.min(MARGIN + ROOM - half);
        sheet.text((middle, sheet.y - 8.0), Anchor::Middle, regular(SMALL, GREY), &mark.label);
        let top = sheet.y;
        draw_bars(sheet, bars, (start, longest, names), most);
        sheet.dashes(x, (top, sheet.y), INK);
    } else {
        draw_bars(sheet, bars, (start, longest, names), most);
    }
    sheet.lines(rest, regular(SMALL, GREY), 1.35);
}

fn draw_bars(sheet: &mut Sheet<'_>, bars: &[Bar], (start, longest, names): (f32, f32, f32), most: u32) {
    for bar in bars {
        let middle = sheet.y + STEP / 2.0;
        let foot = middle + pixels(BODY) * 0.36;
        let name = regular(BODY, INK);
        let label = sheet.letters.fit(&bar.label, name.size, name.weight, names.max(1.0) + 1.0);
        sheet.text((MARGIN, foot), Anchor::Start, name, &label);
        let length = longest * share(bar.length, most);
        sheet.rect((start, middle - THICK / 2.0), (longest, THICK), 5.0, TRACK);
        if bar.length > 0 {
            let colour = if bar.is_faint { FAINT } else { ACCENT };
            sheet.rect((start, middle - THICK / 2.0), (length.max(4.0), THICK), 5.0, colour);
        }
        sheet.text((MARGIN + ROOM, foot), Anchor::End, bold(BODY, INK), &bar.shown);
        sheet.y += STEP;
    }
}
