//! The sheet that a picture is drawn on, from top to bottom.
//!
//! A phone shows it at about a third of its width: what is 34 pixels high here can just be read there.

use std::fmt::Write as _;

use super::letters::{FAMILY, Letters, Weight, escaped};

/// How wide the sheet is, in pixels.
const WIDTH: u32 = 1_080;
/// The highest it may become: a picture that is longer is shown too small in a chat.
const MOST_HEIGHT: f32 = 4.0 * 1_080.0;
/// What stays free at both sides.
pub(super) const MARGIN: f32 = 56.0;
/// What can be drawn on in between.
pub(super) const ROOM: f32 = 1_080.0 - 2.0 * MARGIN;

/// Sizes of letters.
pub(super) const HUGE: u32 = 92;
const LARGE: u32 = 60;
const TITLE: u32 = 42;
pub(super) const BODY: u32 = 36;
pub(super) const SMALL: u32 = 32;

/// The colours: ink for words, one colour that speaks, greys for the rest. All words have a contrast of 5 or more.
pub(super) const INK: &str = "#14181d";
pub(super) const GREY: &str = "#59636e";
pub(super) const ACCENT: &str = "#0b5cad";
pub(super) const FAINT: &str = "#a9b3bd";
pub(super) const TRACK: &str = "#eceff2";

/// From where words are written.
#[derive(Clone, Copy, Debug)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}

/// How words look.
#[derive(Clone, Copy, Debug)]
pub(super) struct Style {
    pub(super) size: u32,
    pub(super) weight: Weight,
    pub(super) colour: &'static str,
}

pub(super) const fn regular(size: u32, colour: &'static str) -> Style {
    Style { size, weight: Weight::Regular, colour }
}

pub(super) const fn bold(size: u32, colour: &'static str) -> Style {
    Style { size, weight: Weight::Bold, colour }
}

/// The sheet.
pub(super) struct Sheet<'a> {
    pub(super) letters: &'a Letters,
    /// How far down it is drawn on.
    pub(super) y: f32,
    body: String,
}

impl<'a> Sheet<'a> {
    pub(super) fn new(letters: &'a Letters) -> Self {
        Self { letters, y: 40.0, body: String::new() }
    }

    /// What it is about, at the top.
    pub(super) fn head(&mut self, title: &str, subtitle: &str) {
        self.lines(title, bold(LARGE, INK), 1.18);
        self.lines(subtitle, regular(BODY, GREY), 1.35);
    }

    /// What a block says, above it.
    pub(super) fn title(&mut self, title: &str) {
        self.y += 26.0;
        self.rect((MARGIN, self.y), (ROOM, 2.0), 0.0, TRACK);
        self.y += 24.0;
        self.lines(title, bold(TITLE, INK), 1.25);
        self.y += 4.0;
    }

    /// A few words at the width of the sheet.
    pub(super) fn paragraph(&mut self, words: &str) {
        self.lines(words, regular(BODY, GREY), 1.35);
    }

    /// Small words at the end.
    pub(super) fn foot(&mut self, lines: &[String]) {
        self.y += 26.0;
        self.rect((MARGIN, self.y), (ROOM, 2.0), 0.0, TRACK);
        self.y += 20.0;
        for line in lines {
            self.lines(line, regular(SMALL, GREY), 1.35);
        }
        self.y += 44.0;
    }

    /// Words in as many lines as they need; goes on below them.
    pub(super) fn lines(&mut self, words: &str, style: Style, leading: f32) {
        for line in self.letters.wrap(words, style.size, style.weight, ROOM) {
            let height = pixels(style.size);
            self.text((MARGIN, self.y + height), Anchor::Start, style, &line);
            self.y += height * leading;
        }
    }

    /// Words on one line, whose foot stands at `y`.
    pub(super) fn text(&mut self, (x, y): (f32, f32), anchor: Anchor, style: Style, words: &str) {
        let anchor = match anchor {
            Anchor::Start => "start",
            Anchor::Middle => "middle",
            Anchor::End => "end",
        };
        let Style { size, weight, colour } = style;
        let weight = weight.number();
        let words = escaped(words);
        // Writing to a string has no way to fail.
        let _ = writeln!(
            self.body,
            r#"<text x="{x:.1}" y="{y:.1}" font-size="{size}" font-weight="{weight}" fill="{colour}" text-anchor="{anchor}">{words}</text>"#
        );
    }

    pub(super) fn rect(&mut self, (x, y): (f32, f32), (width, height): (f32, f32), round: f32, colour: &str) {
        let _ = writeln!(
            self.body,
            r#"<rect x="{x:.1}" y="{y:.1}" width="{width:.1}" height="{height:.1}" rx="{round}" fill="{colour}"/>"#
        );
    }

    /// A broken line from top to bottom.
    pub(super) fn dashes(&mut self, x: f32, (from, to): (f32, f32), colour: &str) {
        let _ = writeln!(
            self.body,
            r#"<path d="M{x:.1} {from:.1}V{to:.1}" stroke="{colour}" stroke-width="4" stroke-dasharray="10 8"/>"#
        );
    }

    /// Width and height, in pixels.
    pub(super) fn size(&self) -> (u32, u32) {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 1 and the most it may be")]
        let height = self.y.clamp(1.0, MOST_HEIGHT).ceil() as u32;
        (WIDTH, height)
    }

    pub(super) fn svg(&self) -> String {
        let (width, height) = self.size();
        let body = &self.body;
        format!(
            r#"<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" font-family="{FAMILY}">{body}</svg>"#
        )
    }
}

/// A size of letters as a length.
#[expect(clippy::cast_precision_loss, reason = "sizes of letters are small")]
pub(super) const fn pixels(size: u32) -> f32 {
    size as f32
}

/// What part of `most` is `part`: from 0 to 1, and 0 of nothing.
pub(super) fn share(part: u32, most: u32) -> f32 {
    #[expect(clippy::cast_possible_truncation, reason = "a share needs no more than a few digits")]
    let share = (f64::from(part) / f64::from(most.max(1))) as f32;
    share.clamp(0.0, 1.0)
}
