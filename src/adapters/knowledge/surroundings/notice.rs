//! `notice.toml`: what everybody is told for as long as it lasts. Most of the time there is no such file.

use std::collections::BTreeMap;

use toml::Spanned;

use crate::adapters::knowledge::page::Page;
use crate::adapters::knowledge::table::Table;
use crate::adapters::knowledge::words::ClockTime;
use crate::domain::in_both::in_both;
use crate::domain::language::Language;
use crate::domain::notice::{LONGEST_NOTICE, Notice};

/// The notice on this page; `None` when something is wrong with it, which was reported.
pub(super) fn read(page: &Page) -> Option<Notice> {
    let mut table = Table::of_page(page);
    let since = table.required::<ClockTime>("since", "2026-11-23T11:00:00");
    let until = table.optional::<ClockTime>("until", "2026-11-24T18:00:00");
    let written = [
        (Language::Nl, table.optional::<String>("nl", r#""Het centrum is dicht door hoog water.""#)),
        (Language::En, table.optional::<String>("en", r#""The centre is closed because of high water.""#)),
    ];
    let span = table.span();
    table.finish();
    let mut text = BTreeMap::new();
    for (language, says) in written.into_iter().filter_map(|(language, says)| Some((language, says?))) {
        let length = says.get_ref().trim().chars().count();
        if length == 0 {
            page.error(
                says.span(),
                in_both!("dit zegt niets", "this says nothing"),
                in_both!(
                    "schrijf wat iedereen moet weten, of haal de regel weg",
                    "write what people must know, or take the line out"
                ),
            );
        } else if length > LONGEST_NOTICE {
            page.error(
                says.span(),
                in_both!("dit is {length} tekens lang", "this has {length} characters"),
                in_both!("zeg het in hooguit {LONGEST_NOTICE} tekens", "say it in at most {LONGEST_NOTICE}"),
            );
        }
        text.insert(language, says.into_inner().trim().to_owned());
    }
    if text.is_empty() {
        page.error(
            span,
            in_both!("het noodbericht zegt niets", "the notice says nothing"),
            in_both!(
                "zet er een regel bij zoals `nl = \"Het centrum is dicht.\"`",
                "add a line like `nl = \"Het centrum is dicht.\"`"
            ),
        );
    }
    let since = since?.into_inner().0;
    if let Some(until) = until.as_ref().filter(|until| until.get_ref().0 <= since) {
        page.error(
            until.span(),
            in_both!("het eindigt voor het begint", "it ends before it begins"),
            in_both!("verbeter `since` of `until`", "mend `since` or `until`"),
        );
    }
    Some(Notice { since, until: until.map(Spanned::into_inner).map(|until| until.0), text })
}
