//! A card: an entry as it is shown on a phone, short or in full.

use jiff::civil::Date;

use super::fitting::{gist, size};
use super::standing::is_over;
use super::voice::{Voice, labelled};
use crate::domain::area::AreaCode;
use crate::domain::entry::{Entry, EntryText, Kind, Section};
use crate::domain::ids::EntryId;
use crate::domain::message::{Action, Button, Message, Part, Rich, Style};
use crate::domain::text::MESSAGE_LIMIT;

/// So many other entries get a button on the full card: more buries what one came for.
const MOST_RELATIONS: usize = 4;
/// So many of them may be used together with it.
const MOST_STACKING: usize = 2;
/// So many of them are often asked together with it.
const MOST_RELATED: usize = 2;
/// So many entries that exclude it are named.
const MOST_EXCLUDED: usize = 3;
/// So many places are named where an entry holds; the others are counted.
const MOST_PLACES: usize = 4;

impl Voice<'_> {
    /// The card of an entry.
    pub(super) fn card(&self, id: &EntryId, part: Part) -> Message {
        let Some(entry) = self.catalogue().entry(id) else { return self.line_with_topics("card-gone") };
        let Some(text) = self.text(entry) else { return self.line_with_topics("card-gone") };
        match part {
            Part::Summary => {
                let more = self.button("button-more", Action::Open(entry.id.clone(), Part::Everything));
                self.with_card_buttons(Message::new(self.short_card(entry, text)).row(vec![more]), entry)
            }
            Part::Everything => {
                let less = self.button("button-less", Action::Open(entry.id.clone(), Part::Summary));
                let message = Message::new(self.full_card(entry, text)).row(vec![less]);
                let related = self.relations(entry).into_iter().fold(message, |message, one| message.row(vec![one]));
                self.with_card_buttons(related, entry)
            }
        }
    }

    // --- texts -----------------------------------------------------------------------------------------

    /// One phone screen: the first sentence of each section stands on its own.
    fn short_card(&self, entry: &Entry, text: &EntryText) -> Rich {
        let mut lines = Rich::default();
        for section in short_sections(entry.kind) {
            if let Some(words) = self.first_words(entry, text, *section) {
                lines = lines.line().and(labelled(&self.short_heading(entry.kind, *section), &words));
            }
        }
        let head = self.head(entry, text).paragraph();
        let card = if lines.text().is_empty() { head } else { head.and(lines).paragraph() };
        card.and(self.foot(entry, "card-site"))
    }

    /// Everything the entry says, as far as it fits in one message.
    fn full_card(&self, entry: &Entry, text: &EntryText) -> Rich {
        let foot = self.foot(entry, "card-site");
        let cut_foot = self.foot(entry, "card-cut");
        let room = MESSAGE_LIMIT.saturating_sub(size(&foot.text()).max(size(&cut_foot.text())) + size("\n\n"));
        let mut card = self.head(entry, text);
        for (section, body) in &text.sections {
            let heading = self.heading(entry.kind, *section);
            let longer =
                card.clone().paragraph().then(Style::Bold, heading).line().then(Style::Plain, body.trim().to_owned());
            if size(&longer.text()) > room {
                return card.paragraph().and(cut_foot);
            }
            card = longer;
        }
        if let Some(excluded) = self.excluded(entry) {
            let longer = card.clone().paragraph().and(excluded);
            card = if size(&longer.text()) > room { card } else { longer };
        }
        card.paragraph().and(foot)
    }

    /// What can't be used together with it, as a line; nothing when there is nothing.
    fn excluded(&self, entry: &Entry) -> Option<Rich> {
        let excluded = useful(self.catalogue().excludes(entry), entry, self.today());
        let titles = excluded.filter_map(|one| self.text(one)).map(|text| text.title.clone());
        let titles = titles.take(MOST_EXCLUDED).collect::<Vec<_>>().join(", ");
        (!titles.is_empty()).then(|| labelled(&self.word("card-excludes"), &titles))
    }

    /// What it is, whether it can be used, and what it is good for.
    fn head(&self, entry: &Entry, text: &EntryText) -> Rich {
        let head = Rich::default().then(Style::Bold, text.title.clone());
        let standing = self.standing(entry);
        let head = if standing.is_empty() { head } else { head.line().then(Style::Plain, standing) };
        head.paragraph().then(Style::Plain, text.summary.trim().to_owned())
    }

    /// Whose it is, where it holds, the official page under `site`, and how old the facts are.
    fn foot(&self, entry: &Entry, site: &str) -> Rich {
        let mut foot = Rich::default();
        if let Some(provider) = self.catalogue().provider_name(entry, self.language) {
            foot = foot.and(labelled(&self.word("card-provider"), provider)).line();
        }
        if !entry.areas.iter().any(AreaCode::is_country) {
            foot = foot.and(labelled(&self.word("card-area"), &self.places(&entry.areas, MOST_PLACES))).line();
        }
        foot = foot.then(Style::Bold, format!("{}: ", self.word(site)));
        foot = foot.then(Style::Link(entry.url.clone()), host(&entry.url)).line();
        let mut age = self.checked(entry.verified);
        if entry.is_due_for_review(self.today()) {
            age = format!("{age} {}", self.word("card-due"));
        }
        foot.then(Style::Italic, age)
    }

    /// The gist of a section; of a missing *by when* the last day, when that is known.
    fn first_words(&self, entry: &Entry, text: &EntryText, section: Section) -> Option<String> {
        let gist = text.sections.get(&section).map(|body| gist(body)).filter(|words| !words.is_empty());
        let last_day = entry.closes.filter(|last| section == Section::When && *last >= self.today());
        match (gist, last_day) {
            (Some(words), _) => Some(words),
            (None, Some(last)) => Some(self.say("card-last-day", &[("date", self.date(last).into())])),
            (None, None) => None,
        }
    }

    fn heading(&self, kind: Kind, section: Section) -> String {
        let key = match section {
            Section::Who => "heading-who",
            Section::What => "heading-what",
            Section::Conditions => "heading-conditions",
            Section::How => "heading-how",
            Section::When => "heading-when",
        };
        self.say(key, &[("kind", kind.word().into())])
    }

    /// The short card invites: *how to start* instead of *how to apply*.
    fn short_heading(&self, kind: Kind, section: Section) -> String {
        match (kind, section) {
            (Kind::Scheme, Section::How) => self.word("card-start"),
            _ => self.heading(kind, section),
        }
    }

    // --- buttons ---------------------------------------------------------------------------------------

    fn with_card_buttons(&self, message: Message, entry: &Entry) -> Message {
        let id = &entry.id;
        message
            .row(self.successor(entry).into_iter().collect())
            .row(vec![
                self.button("button-helped", Action::Helped(id.clone(), true)),
                self.button("button-not-helped", Action::Helped(id.clone(), false)),
            ])
            .row(vec![self.button("button-something-else", Action::SomethingElse), self.person_button()])
    }

    fn successor(&self, entry: &Entry) -> Option<Button> {
        let next = entry.successor.as_ref().filter(|_| is_over(entry.status_on(self.today())))?;
        self.entry_button("button-successor", next)
    }

    /// The other entries one may go on to: what may be used together with it first, then what is often asked with it.
    fn relations(&self, entry: &Entry) -> Vec<Button> {
        let (catalogue, today) = (self.catalogue(), self.today());
        let stacking: Vec<&Entry> = useful(catalogue.stacks_with(entry), entry, today).take(MOST_STACKING).collect();
        let related = entry.related.iter().filter_map(|id| catalogue.entry(id)).collect();
        let related = useful(related, entry, today)
            .filter(|one| !stacking.iter().any(|known| known.id == one.id))
            .take(MOST_RELATED)
            .filter_map(|one| self.entry_button("button-related", &one.id));
        let stacking = stacking.iter().filter_map(|one| self.entry_button("button-stacks", &one.id));
        stacking.chain(related).take(MOST_RELATIONS - usize::from(self.successor(entry).is_some())).collect()
    }
}

/// Those of `others` that still help somebody who reads about `entry`; its successor has a button of its own.
fn useful<'o>(others: Vec<&'o Entry>, entry: &Entry, today: Date) -> impl Iterator<Item = &'o Entry> + use<'o> {
    let successor = entry.successor.clone();
    others.into_iter().filter(move |one| Some(&one.id) != successor.as_ref() && !is_over(one.status_on(today)))
}

/// The sections a reader needs to know whether to read on.
const fn short_sections(kind: Kind) -> &'static [Section] {
    match kind {
        Kind::Example => &[Section::Who, Section::What, Section::Conditions],
        Kind::Scheme | Kind::Rule | Kind::Faq | Kind::Organisation => {
            &[Section::Who, Section::What, Section::When, Section::How]
        }
    }
}

/// The site of an address as people say it: `rvo.nl`.
fn host(url: &str) -> &str {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let host = rest.split(['/', '?', '#']).next().unwrap_or(rest);
    host.strip_prefix("www.").unwrap_or(host)
}
