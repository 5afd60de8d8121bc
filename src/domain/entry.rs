//! One thing in the catalogue: a scheme, rule, question, organisation or example.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::area::AreaCode;
use super::ids::{EntryId, ThemeId};
use super::language::Language;

/// What kind of thing an entry is.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// Money, a discount, a guarantee or help that can be used.
    Scheme,
    /// What an entrepreneur must do or may not do.
    Rule,
    /// A general question with its answer.
    Faq,
    /// A party to turn to.
    Organisation,
    /// What another entrepreneur did.
    Example,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 5] = [Self::Scheme, Self::Rule, Self::Faq, Self::Organisation, Self::Example];

    /// The word in an entry's header.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Scheme => "scheme",
            Self::Rule => "rule",
            Self::Faq => "faq",
            Self::Organisation => "organisation",
            Self::Example => "example",
        }
    }

    /// The folder its entries live in.
    pub const fn folder(self) -> &'static str {
        match self {
            Self::Scheme => "schemes",
            Self::Rule => "rules",
            Self::Faq => "faq",
            Self::Organisation => "organisations",
            Self::Example => "examples",
        }
    }
}

/// What form the help of a scheme has.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the variants are the words an editor writes; STYLE.md explains them")]
pub enum Form {
    Subsidy,
    Voucher,
    Loan,
    Guarantee,
    Equity,
    TaxRelief,
    Benefit,
    Advice,
    Network,
}

/// Whether an entry can be used today, as its sources say.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// It can be used.
    Open,
    /// It will open.
    Upcoming,
    /// It opens and closes in rounds.
    Seasonal,
    /// It is closed, and may open again.
    Closed,
    /// The money is gone.
    BudgetGone,
    /// It is over.
    Ended,
    /// The sources don't say.
    Unknown,
}

impl Status {
    /// Can it no longer be used?
    #[must_use]
    pub const fn is_over(self) -> bool {
        matches!(self, Self::Closed | Self::BudgetGone | Self::Ended)
    }

    /// What this status, as the sources say it, means on `today` for something with these first and last days.
    ///
    /// Dates win: a scheme past its last day is never shown as open.
    #[must_use]
    pub fn on(self, today: Date, opens: Option<Date>, closes: Option<Date>) -> Self {
        match self {
            Self::Open | Self::Upcoming | Self::Seasonal | Self::Unknown if closes.is_some_and(|last| last < today) => {
                Self::Closed
            }
            Self::Open if opens.is_some_and(|first| first > today) => Self::Upcoming,
            Self::Upcoming if opens.is_some_and(|first| first <= today) => Self::Open,
            other => other,
        }
    }

    /// The same for something that may be out of use for a while: nobody is sent to it then.
    #[must_use]
    pub const fn paused(self, is_paused: bool) -> Self {
        if is_paused && !self.is_over() { Self::Closed } else { self }
    }
}

/// How the facts of an entry were obtained.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Confidence {
    /// Read on a page in the sources.
    Read,
    /// General knowledge; such an entry carries no amounts.
    Known,
}

/// The parts of an entry's text. Their headings differ per kind; their meaning does not.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Section {
    /// Who is it for?
    Who,
    /// What do you get, what applies, what do they do?
    What,
    /// Conditions; what to watch.
    Conditions,
    /// How to apply, arrange or reach.
    How,
    /// By when?
    When,
}

impl Section {
    /// Every section, in the order in which it is shown.
    pub const ALL: [Self; 5] = [Self::Who, Self::What, Self::Conditions, Self::How, Self::When];
}

/// The text of an entry in one language.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct EntryText {
    /// The title, at most 70 characters.
    pub title: String,
    /// Other names and abbreviations.
    pub also: Vec<String>,
    /// Two sentences: what it is, and what it is good for.
    pub summary: String,
    /// The sections that have content, as plain text with `• ` before list items.
    pub sections: BTreeMap<Section, String>,
    /// Ways in which people ask for it.
    pub questions: Vec<String>,
}

/// A day that may be known only to the month or the year: `2025`, `2025-06`, `2025-06-12`.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Checked {
    /// In this year.
    Year(i16),
    /// In this year and month (1 to 12).
    Month(i16, i8),
    /// On this day.
    Day(Date),
}

impl Checked {
    /// Reads `2025`, `2025-06` or `2025-06-12`; `None` for anything else.
    pub fn parse(written: &str) -> Option<Self> {
        let mut parts = written.split('-');
        let year = parts.next().filter(|year| year.len() == 4)?.parse().ok()?;
        match (parts.next(), parts.next()) {
            (None, _) => Some(Self::Year(year)),
            (Some(month), None) => {
                let month = month.parse().ok()?;
                Date::new(year, month, 1).ok().map(|_| Self::Month(year, month))
            }
            (Some(_), Some(_)) => written.parse().ok().map(Self::Day),
        }
    }

    /// The form in which it is written: `2025`, `2025-06` or `2025-06-12`.
    pub fn written(self) -> String {
        match self {
            Self::Year(year) => format!("{year:04}"),
            Self::Month(year, month) => format!("{year:04}-{month:02}"),
            Self::Day(day) => day.to_string(),
        }
    }
}

/// One thing in the catalogue.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Its name for ever.
    pub id: EntryId,
    /// Names it had before; questions labelled with them mean this entry.
    pub aliases: Vec<EntryId>,
    /// What kind of thing it is.
    pub kind: Kind,
    /// The form of the help; only for schemes.
    pub form: Option<Form>,
    /// The organisation behind it; `None` for organisations themselves.
    pub provider: Option<EntryId>,
    /// Where it holds; never empty.
    pub areas: Vec<AreaCode>,
    /// Its themes, its home first; never empty.
    pub themes: Vec<ThemeId>,
    /// The trades it is limited to; empty for all.
    pub sectors: Vec<String>,
    /// Whether it can be used, as its sources say.
    pub status: Status,
    /// The first day on which it can be used, when known.
    pub opens: Option<Date>,
    /// The last day on which it can be used, when known.
    pub closes: Option<Date>,
    /// Since when somebody took it out of use for a while; `None` when nobody did.
    pub paused: Option<Date>,
    /// What came instead.
    pub successor: Option<EntryId>,
    /// Entries that are often asked together with it.
    pub related: Vec<EntryId>,
    /// Entries that may be used together with it; the other side need not say so too.
    pub stacks_with: Vec<EntryId>,
    /// Entries that can't be used together with it; the other side need not say so too.
    pub excludes: Vec<EntryId>,
    /// The official page.
    pub url: String,
    /// The pages the facts come from.
    pub sources: Vec<String>,
    /// When the facts were checked.
    pub verified: Checked,
    /// After this day the card says that it may be out of date.
    pub review_by: Date,
    /// How the facts were obtained.
    pub confidence: Confidence,
    /// What an editor must look up, when something is unsure.
    pub to_check: Option<String>,
    /// The text per language; complete.
    pub text: BTreeMap<Language, EntryText>,
}

impl Entry {
    /// The text in `language`, or in the default language.
    pub fn text(&self, language: Language) -> Option<&EntryText> {
        self.text.get(&language).or_else(|| self.text.get(&Language::default()))
    }

    /// Whether it can be used on `today`: dates win over what the header says, and a pause over both.
    pub fn status_on(&self, today: Date) -> Status {
        self.status.on(today, self.opens, self.closes).paused(self.paused.is_some())
    }

    /// Is the day past on which somebody should have looked at it again?
    pub fn is_due_for_review(&self, today: Date) -> bool {
        self.review_by < today
    }
}
