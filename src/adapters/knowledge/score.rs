//! `score.toml`: how the last accepted release did on the gold questions that are counted together.

use std::collections::BTreeMap;

use serde::Serialize;
use toml::Spanned;

use super::page::Page;
use super::table::Table;
use crate::domain::gold::GoldScore;

/// The file, inside the folder.
pub const FILE: &str = "score.toml";

/// What stands above the figures.
const PREFACE: &str = "\
# How this catalogue does on the questions in gold/. A release that does worse is refused.
# Written by `loket check --accept`: look at what changed before you keep it.

";

/// The file as it is written.
#[derive(Serialize)]
struct Written<'a> {
    questions: u32,
    first: u32,
    among_three: u32,
    missed: &'a BTreeMap<String, u32>,
}

/// The score on this page.
pub(super) fn read(page: &Page) -> Option<GoldScore> {
    let mut table = Table::of_page(page);
    let mut figure = |key, example| table.required::<u32>(key, example).map(Spanned::into_inner);
    let (questions, first) = (figure("questions", "1600"), figure("first", "1400"));
    let among_three = figure("among_three", "1500");
    let missed = table.optional::<BTreeMap<String, u32>>("missed", r#"{ "mag dat" = 2 }"#);
    table.finish();
    Some(GoldScore {
        questions: questions?,
        first: first?,
        among_three: among_three?,
        missed: missed.map(Spanned::into_inner).unwrap_or_default(),
    })
}

/// The file that says this score.
pub fn written(score: &GoldScore) -> Result<String, toml::ser::Error> {
    let GoldScore { questions, first, among_three, missed } = score;
    let figures = Written { questions: *questions, first: *first, among_three: *among_three, missed };
    let text = toml::to_string(&figures)?;
    let named =
        "\n# The questions that don't find their entry first, with the place at which it stands; 0: not found.\n";
    Ok(format!("{PREFACE}{}", text.replace("\n[missed]\n", &format!("{named}[missed]\n"))))
}
