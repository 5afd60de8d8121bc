//! `signals.toml`: words that tell what a message is about before any search.

use jiff::civil::Date;
use toml::Spanned;

use crate::adapters::knowledge::known::Known;
use crate::adapters::knowledge::page::Page;
use crate::adapters::knowledge::table::Table;
use crate::adapters::knowledge::words::Slug;
use crate::domain::catalogue::{Signal, Signals};
use crate::domain::in_both::in_both;
use crate::domain::language::Language;

/// The signals on this page.
pub(super) fn read(page: &Page, known: &Known<'_>, today: Date) -> Signals {
    let mut table = Table::of_page(page);
    let listening = table.list::<Slug>("listening", r#"["113"]"#);
    let rows = table.tables("signal");
    table.finish();
    let mut signals = Signals::default();
    for row in rows {
        take(&mut signals, row);
    }
    for entry in listening {
        let span = entry.span();
        let id = entry.into_inner().0;
        let found = known.require(page, &id, span.clone());
        if found.is_some_and(|found| found.is_over_on(today)) {
            page.warning(
                span,
                in_both!("`{id}` is gesloten", "`{id}` is closed"),
                in_both!("schrijf een hulplijn waar vandaag iemand opneemt", "name a line that somebody answers today"),
            );
        }
        signals.listening.push(id);
    }
    if signals.listening.is_empty() {
        let what =
            in_both!("iemand in nood krijgt geen hulplijn te zien", "somebody in distress is shown no line to call");
        let mend = in_both!(
            "schrijf welke kaarten hij krijgt, bijvoorbeeld `listening = [\"113\"]`",
            "name the entries to show, e.g. `listening = [\"113\"]`"
        );
        page.warning(0..0, what, mend);
    }
    if !signals.phrases.contains_key(&Signal::Distress) {
        let what =
            in_both!("er staat geen zin waaraan de bot nood herkent", "no phrase is known by which distress is heard");
        let mend = in_both!(
            "zet er een `[[signal]]` bij met `means = \"distress\"`",
            "add a `[[signal]]` with `means = \"distress\"`"
        );
        page.warning(0..0, what, mend);
    }
    signals
}

fn take(signals: &mut Signals, mut row: Table<'_>) {
    let means = row.required::<Signal>("means", r#""distress""#).map(Spanned::into_inner);
    let phrases =
        Language::ALL.map(|language| (language, row.list::<String>(language.code(), r#"["ik kan niet meer"]"#)));
    row.finish();
    let Some(signal) = means else {
        return;
    };
    for (language, phrases) in phrases {
        let known = signals.phrases.entry(signal).or_default().entry(language).or_default();
        known.extend(phrases.into_iter().map(|phrase| phrase.get_ref().trim().to_lowercase()));
    }
}
