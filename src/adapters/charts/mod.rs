//! Pictures of figures: the only room that knows resvg.
//!
//! A picture is composed as SVG and painted with two weights of one typeface that lie in the program, so that it looks
//! the same on every machine. One colour speaks; everything else is ink and grey, so that nobody needs to tell colours
//! apart, and names stand at what they name.

mod bars;
mod columns;
mod letters;
mod sheet;
mod tiles;

use resvg::tiny_skia::{Color, Pixmap, Transform};
use resvg::usvg::Tree;

use self::letters::Letters;
use self::sheet::Sheet;
use crate::ports::pictures::{Block, NotPainted, Painter, Poster};

/// Paints posters as PNG.
#[derive(Clone, Debug, Default)]
pub struct Charts {
    letters: Letters,
}

impl Charts {
    /// A painter with its own typeface.
    pub fn new() -> Self {
        Self::default()
    }

    fn drawn(&self, poster: &Poster) -> Sheet<'_> {
        let mut sheet = Sheet::new(&self.letters);
        sheet.head(&poster.title, &poster.subtitle);
        for block in &poster.blocks {
            match block {
                Block::Tiles(tiles) => tiles::draw(&mut sheet, tiles),
                Block::Columns { title, columns } => columns::draw(&mut sheet, title, columns),
                Block::Bars(bars) => bars::draw(&mut sheet, bars),
                Block::Sentence { title, text } => {
                    sheet.title(title);
                    sheet.paragraph(text);
                }
            }
        }
        sheet.foot(&poster.foot);
        sheet
    }
}

impl Painter for Charts {
    fn paint(&self, poster: &Poster) -> Result<Vec<u8>, NotPainted> {
        let sheet = self.drawn(poster);
        let (width, height) = sheet.size();
        let tree = Tree::from_str(&sheet.svg(), self.letters.options()).map_err(|error| not_painted(&error))?;
        let mut paper =
            Pixmap::new(width, height).ok_or_else(|| NotPainted(format!("no paper of {width} × {height}")))?;
        paper.fill(Color::WHITE);
        resvg::render(&tree, Transform::identity(), &mut paper.as_mut());
        paper.encode_png().map_err(|error| not_painted(&error))
    }
}

fn not_painted(error: &dyn std::fmt::Display) -> NotPainted {
    NotPainted(error.to_string())
}

#[cfg(test)]
mod tests;
