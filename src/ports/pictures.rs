//! Figures as a picture for a phone: what is to be seen, in words that are ready to read, and who paints it.

/// A tall picture of figures: blocks below each other.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Poster {
    /// What it is about.
    pub title: String,
    /// Where and when.
    pub subtitle: String,
    /// What is shown, from top to bottom.
    pub blocks: Vec<Block>,
    /// What to know when reading it, small at the end.
    pub foot: Vec<String>,
}

/// One thing that is shown.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// A few numbers that matter most, side by side; at most three.
    Tiles(Vec<Tile>),
    /// Upright columns in the order of time.
    Columns {
        /// What it says.
        title: String,
        /// The columns.
        columns: Vec<Column>,
    },
    /// Lying bars, each with its name.
    Bars(Bars),
    /// A sentence in the place of a chart, where there is nothing to draw.
    Sentence {
        /// What it would say.
        title: String,
        /// The sentence.
        text: String,
    },
}

/// A number that matters.
#[derive(Clone, Debug, PartialEq)]
pub struct Tile {
    /// The number.
    pub number: String,
    /// What it counts.
    pub label: String,
}

/// A column.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// How high it is, in the same unit as its neighbours.
    pub height: u32,
    /// What stands on top of it; may be empty.
    pub shown: String,
    /// What stands under it; may be empty.
    pub label: String,
    /// Is it less important than the others?
    pub is_faint: bool,
}

/// Lying bars below each other.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Bars {
    /// What they say.
    pub title: String,
    /// How to read them; may be empty.
    pub note: String,
    /// The bars.
    pub bars: Vec<Bar>,
    /// How long a bar would be at most, where that is known; else the longest goes all the way.
    pub whole: Option<u32>,
    /// A line through the bars to measure them by.
    pub mark: Option<Mark>,
    /// What is not worth a bar; may be empty.
    pub rest: String,
}

/// A bar.
#[derive(Clone, Debug, PartialEq)]
pub struct Bar {
    /// Its name.
    pub label: String,
    /// How long it is, in the same unit as its neighbours.
    pub length: u32,
    /// What stands behind it.
    pub shown: String,
    /// Is it less important than the others?
    pub is_faint: bool,
}

/// A line to measure bars by.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// Where it stands, in the unit of the bars.
    pub at: u32,
    /// What it is.
    pub label: String,
}

/// Why there is no picture.
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error)]
#[error("the picture could not be painted: {0}")]
pub struct NotPainted(pub String);

/// Paints.
pub trait Painter: Send + Sync {
    /// A PNG, 1080 pixels wide and at most four times as high, on which everything can be read on a phone.
    fn paint(&self, poster: &Poster) -> Result<Vec<u8>, NotPainted>;
}
