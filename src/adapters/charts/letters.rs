//! The typeface: how wide words are, and what of them fits.

use std::fmt;
use std::sync::Arc;

use resvg::usvg::{Node, Options, Tree};

/// Inter, as far as it is needed for European names. Its licence lies beside it.
const FONTS: [&[u8]; 2] = [include_bytes!("font/Inter-Regular.ttf"), include_bytes!("font/Inter-Bold.ttf")];

/// The name by which it is called.
pub(super) const FAMILY: &str = "Inter";

/// How heavy words are.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Weight {
    Regular,
    Bold,
}

impl Weight {
    pub(super) const fn number(self) -> u16 {
        match self {
            Self::Regular => 400,
            Self::Bold => 700,
        }
    }
}

/// The typeface.
#[derive(Clone)]
pub(super) struct Letters {
    options: Arc<Options<'static>>,
}

impl Default for Letters {
    fn default() -> Self {
        let mut options = Options { font_family: FAMILY.to_owned(), ..Options::default() };
        for font in FONTS {
            options.fontdb_mut().load_font_data(font.to_vec());
        }
        Self { options: Arc::new(options) }
    }
}

impl Letters {
    pub(super) fn options(&self) -> &Options<'static> {
        &self.options
    }

    /// How wide words are, in pixels.
    pub(super) fn width(&self, words: &str, size: u32, weight: Weight) -> f32 {
        let text = format!(
            r#"<svg xmlns="http://www.w3.org/2000/svg"><text font-family="{FAMILY}" font-size="{size}" font-weight="{}">{}</text></svg>"#,
            weight.number(),
            escaped(words)
        );
        let tree = Tree::from_str(&text, &self.options).ok();
        let node = tree.as_ref().and_then(|tree| tree.root().children().first());
        if let Some(Node::Text(text)) = node { text.bounding_box().width() } else { 0.0 }
    }

    /// The beginning of these words that fits, with an ellipsis when something was cut.
    pub(super) fn fit(&self, words: &str, size: u32, weight: Weight, room: f32) -> String {
        if self.width(words, size, weight) <= room {
            return words.to_owned();
        }
        let letters: Vec<char> = words.chars().collect();
        let cut = |kept: usize| format!("{}…", letters.iter().take(kept).collect::<String>().trim_end());
        // The longest beginning that fits lies between none and all.
        let (mut fits, mut too_long) = (0, letters.len());
        while fits + 1 < too_long {
            let middle = usize::midpoint(fits, too_long);
            if self.width(&cut(middle), size, weight) <= room { fits = middle } else { too_long = middle }
        }
        cut(fits)
    }

    /// These words in lines that fit; a word that is too long for a line is cut.
    pub(super) fn wrap(&self, words: &str, size: u32, weight: Weight, room: f32) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        for word in words.split_whitespace() {
            let longer = lines.last().map(|line| format!("{line} {word}"));
            match longer.filter(|longer| self.width(longer, size, weight) <= room) {
                Some(longer) => {
                    lines.pop();
                    lines.push(longer);
                }
                None => lines.push(self.fit(word, size, weight, room)),
            }
        }
        lines
    }
}

/// Words as they stand in SVG: what means something there is written out, and what may not stand there is gone.
pub(super) fn escaped(words: &str) -> String {
    let mut escaped = String::with_capacity(words.len());
    for letter in words.chars().filter(|letter| !letter.is_control() && !matches!(letter, '\u{FFFE}' | '\u{FFFF}')) {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            letter => escaped.push(letter),
        }
    }
    escaped
}

impl fmt::Debug for Letters {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Letters").finish_non_exhaustive()
    }
}
