//! `themes.toml`: the themes under which people browse, in the order in which they are shown.

use std::collections::BTreeMap;

use toml::Spanned;

use crate::adapters::knowledge::page::Page;
use crate::adapters::knowledge::table::Table;
use crate::adapters::knowledge::words::Slug;
use crate::domain::catalogue::Theme;
use crate::domain::ids::ThemeId;
use crate::domain::in_both::in_both;
use crate::domain::language::Language;

/// The longest label that fits on a button.
const LABEL_LIMIT: usize = 28;

/// The themes on this page.
pub(super) fn read(page: &Page) -> Vec<Theme> {
    let mut table = Table::of_page(page);
    let mut themes: Vec<Theme> = Vec::new();
    for row in table.tables("theme") {
        let span = row.span();
        if let Some(theme) = theme(page, row) {
            if themes.iter().any(|known| known.id == theme.id) {
                let id = &theme.id;
                page.error(
                    span,
                    in_both!("het thema `{id}` staat hier twee keer", "the theme `{id}` stands here twice"),
                    in_both!("haal een van de twee weg", "take one of them out"),
                );
            }
            themes.push(theme);
        }
    }
    table.finish();
    themes
}

fn theme(page: &Page, mut row: Table<'_>) -> Option<Theme> {
    let id = row.required::<Slug>("id", r#""finance""#);
    let label =
        Language::ALL.map(|language| (language, row.required::<String>(language.code(), r#""Money and finance""#)));
    row.finish();
    let mut labels = BTreeMap::new();
    for (language, label) in label {
        labels.insert(language, fitting(page, label?));
    }
    Some(Theme { id: ThemeId::new(id?.into_inner().0.as_str()), label: labels })
}

fn fitting(page: &Page, label: Spanned<String>) -> String {
    let length = label.get_ref().chars().count();
    if length == 0 || length > LABEL_LIMIT {
        page.error(
            label.span(),
            in_both!("dit past niet op een knop", "this does not fit on a button"),
            in_both!("schrijf 1 tot {LABEL_LIMIT} tekens", "write 1 to {LABEL_LIMIT} characters"),
        );
    }
    label.into_inner()
}
