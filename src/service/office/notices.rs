//! `/noodbericht`: what everybody is told, written, looked at and taken away.

use std::collections::BTreeMap;

use jiff::civil::{DateTime, Time};

use super::Visitor;
use super::corrections::Corrected;
use crate::domain::correction::Correction;
use crate::domain::language::Language;
use crate::domain::notice::{LONGEST_NOTICE, Notice};
use crate::ports::store::StoreError;
use crate::service::house::House;
use crate::service::when::When;

/// Words that take the notice away.
const AWAY: [&str; 5] = ["weg", "stop", "uit", "off", "away"];
/// Words in front of the last moment.
const UNTIL: [&str; 3] = ["tot", "t/m", "until"];
/// A last day without a time lasts until its end.
const END_OF_DAY: Time = Time::constant(23, 59, 0, 0);

/// What was typed behind `/noodbericht`.
#[derive(Debug, Eq, PartialEq)]
struct Typed {
    text: BTreeMap<Language, String>,
    until: Option<DateTime>,
}

impl House {
    /// `/noodbericht …`
    pub(super) async fn change_notice(&self, visitor: &Visitor, rest: &str) -> Result<(), StoreError> {
        if rest.is_empty() {
            return self.show_notice(visitor).await;
        }
        if AWAY.contains(&rest.to_lowercase().as_str()) {
            return self.take_notice_away(visitor).await;
        }
        let zone = self.shelf.current().catalogue.desks.zone();
        let now = self.now().timestamp().to_zoned_datetime(zone.clone()).datetime();
        let read = |written: &str| {
            let when = When::read(written, self.now(), &zone)?;
            Some(when.day.to_datetime(when.time.unwrap_or(END_OF_DAY)))
        };
        let Typed { text, until } = Typed::read(rest, visitor.language, read);
        if text.values().any(|says| says.chars().count() > LONGEST_NOTICE) {
            let most = i64::try_from(LONGEST_NOTICE).unwrap_or(i64::MAX);
            return self.say_to(visitor, "notice-too-long", &[("most", most.into())]).await;
        }
        if text.is_empty() || until.is_some_and(|until| until <= now) {
            return self.say_to(visitor, "notice-usage", &[]).await;
        }
        let since = now.date().at(now.hour(), now.minute(), now.second(), 0);
        let correction = Correction::Notice(Some(Notice { since, until, text }));
        let note = self.words(visitor.language, "note-notice", &[]);
        let Corrected::As(release) = self.make_correction(visitor, &correction, &note).await? else { return Ok(()) };
        let knowledge = self.shelf.current();
        let shown = self.renderer(&knowledge).notice(visitor.language);
        self.send_message(visitor.person, shown).await?;
        let key = if until.is_some() { "notice-in-use" } else { "notice-in-use-without-end" };
        let message = self.sentence(visitor.language, key, &[("release", release.to_string().into())]);
        self.say_corrected(visitor, message, release).await
    }

    async fn show_notice(&self, visitor: &Visitor) -> Result<(), StoreError> {
        let knowledge = self.shelf.current();
        if knowledge.catalogue.notice_at(self.now()).is_none() {
            return self.say_to(visitor, "notice-usage", &[]).await;
        }
        let shown = self.renderer(&knowledge).notice(visitor.language);
        self.send_message(visitor.person, shown).await?;
        self.say_to(visitor, "notice-how-away", &[]).await
    }

    async fn take_notice_away(&self, visitor: &Visitor) -> Result<(), StoreError> {
        let note = self.words(visitor.language, "note-notice-gone", &[]);
        match self.make_correction(visitor, &Correction::Notice(None), &note).await? {
            Corrected::As(release) => {
                let values = [("release", release.to_string().into())];
                self.say_corrected(visitor, self.sentence(visitor.language, "notice-gone", &values), release).await
            }
            Corrected::AlreadySo => self.say_to(visitor, "notice-none", &[]).await,
            Corrected::Refused => Ok(()),
        }
    }
}

impl Typed {
    /// Reads a notice: a text in the admin's language, with a line `en: …` or `nl: …` for the other, and perhaps the
    /// last moment behind `tot`. What is no moment belongs to the text.
    fn read(written: &str, own: Language, read: impl Fn(&str) -> Option<DateTime>) -> Self {
        let (mut lines, mut language) = (BTreeMap::<Language, Vec<&str>>::new(), own);
        for line in written.lines() {
            let (labelled, says) = labelled(line);
            language = labelled.unwrap_or(language);
            lines.entry(language).or_default().push(says);
        }
        let mut until = None;
        let mut text = BTreeMap::new();
        for (language, lines) in lines {
            let says = lines.join("\n");
            let (says, last) = without_end(says.trim(), &read);
            until = until.or(last);
            if !says.is_empty() {
                text.insert(language, says.to_owned());
            }
        }
        Self { text, until }
    }
}

/// The language in front of a line, and what stands behind it.
fn labelled(line: &str) -> (Option<Language>, &str) {
    let found = line.split_once(':').and_then(|(label, says)| {
        let label = label.trim().to_lowercase();
        Some((Language::ALL.into_iter().find(|language| language.code() == label)?, says))
    });
    found.map_or((None, line), |(language, says)| (Some(language), says.trim()))
}

/// The text without the last moment that stands at its end, and that moment.
fn without_end<'a>(text: &'a str, read: &impl Fn(&str) -> Option<DateTime>) -> (&'a str, Option<DateTime>) {
    for (at, blank) in text.rmatch_indices(char::is_whitespace) {
        let behind = text.get(at + blank.len()..).unwrap_or_default();
        let Some((word, moment)) = behind.split_once(char::is_whitespace) else { continue };
        if !UNTIL.contains(&word.to_lowercase().as_str()) {
            continue;
        }
        let moment = moment.trim_end_matches(['.', '!', ' ']);
        return match read(moment.strip_prefix("en met ").unwrap_or(moment)) {
            Some(moment) => (text.get(..at).unwrap_or_default().trim_end(), Some(moment)),
            None => (text, None),
        };
    }
    (text, None)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn read(written: &str) -> (String, String, Option<DateTime>) {
        let friday = |moment: &str| (moment == "vrijdag 18:00").then(|| date(2026, 11, 27).at(18, 0, 0, 0));
        let Typed { mut text, until } = Typed::read(written, Language::Nl, friday);
        let mut take = |language| text.remove(&language).unwrap_or_default();
        (take(Language::Nl), take(Language::En), until)
    }

    #[test]
    fn the_last_moment_stands_behind_the_text() {
        let friday = Some(date(2026, 11, 27).at(18, 0, 0, 0));
        let says = |nl: &str, en: &str, until| (nl.to_owned(), en.to_owned(), until);
        assert_eq!(read("Het centrum is dicht tot vrijdag 18:00."), says("Het centrum is dicht", "", friday));
        assert_eq!(read("Blijf thuis tot nader order"), says("Blijf thuis tot nader order", "", None));
        assert_eq!(
            read("Hoog water.\nBlijf weg.\nen: High water until vrijdag 18:00"),
            says("Hoog water.\nBlijf weg.", "High water", friday)
        );
        assert_eq!(read("en: Only English"), says("", "Only English", None));
        assert_eq!(read("Let op: brand"), says("Let op: brand", "", None));
    }
}
