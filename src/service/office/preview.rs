//! A proposal in words: on a phone what matters, in a file everything; and a refusal with what to mend.

use std::fmt::Write as _;

use crate::domain::catalogue::Catalogue;
use crate::domain::contradiction::{Contradiction, Disagreement};
use crate::domain::difference::{Change, Difference, Field};
use crate::domain::entry::{Kind, Section};
use crate::domain::gold::GoldScore;
use crate::domain::ids::EntryId;
use crate::domain::language::Language;
use crate::domain::message::{Message, Rich, Style};
use crate::domain::release::Changes;
use crate::domain::text::shorten;
use crate::ports::knowledge::Fault;
use crate::ports::phrases::{Phrases, Value};

/// So many entries of each kind are named on the phone; the file names all.
const MOST_NAMED: usize = 6;
/// So many faults are told on the phone.
const MOST_FAULTS: usize = 4;
/// How long a field may be where it is shown before and after, in UTF-16 units.
const SHORT: usize = 60;
/// How long a fault may be on the phone, in UTF-16 units.
const FAULT: usize = 300;

/// What a proposal changes, ready to be told.
pub(super) struct Preview<'a> {
    pub(super) phrases: &'a dyn Phrases,
    pub(super) language: Language,
    pub(super) before: &'a Catalogue,
    pub(super) after: &'a Catalogue,
    pub(super) difference: &'a Difference,
    pub(super) changes: &'a Changes,
    pub(super) gold: Option<&'a GoldScore>,
    pub(super) warnings: usize,
    pub(super) contradictions: &'a [Contradiction],
}

impl Preview<'_> {
    /// What matters, for a phone.
    pub(super) fn message(&self) -> Message {
        let Difference { new, changed, gone, expired } = self.difference;
        let mut text = Rich::default().then(Style::Bold, self.title_line());
        text = self.named(text, "preview-new", new.iter().map(|id| self.title(self.after, id)).collect());
        text = self.named(
            text,
            "preview-changed",
            changed.iter().map(|(id, changes)| self.changed(id, changes)).collect(),
        );
        text = self.named(text, "preview-gone", gone.iter().map(|id| self.title(self.before, id)).collect());
        text = self.named(text, "preview-expired", expired.iter().map(|id| self.title(self.after, id)).collect());
        text = self.named(text, "preview-other-files", self.other_files());
        text = self.named(text, "preview-contradictions", self.contradictions());
        if let Some(gold) = self.gold {
            text = text.paragraph().then(Style::Plain, self.gold(gold));
        }
        if self.warnings > 0 {
            text =
                text.paragraph().then(Style::Plain, self.say("preview-warnings", &[("count", number(self.warnings))]));
        }
        Message::new(text)
    }

    /// How much there is of each, in one line.
    pub(super) fn title_line(&self) -> String {
        let Difference { new, changed, gone, expired } = self.difference;
        let counts = [("new", new.len()), ("changed", changed.len()), ("gone", gone.len()), ("expired", expired.len())];
        let values: Vec<(&str, Value)> = counts.iter().map(|(name, count)| (*name, number(*count))).collect();
        self.say("preview-title", &values)
    }

    /// Everything, for a file.
    pub(super) fn everything(&self, report: &str) -> String {
        let Difference { new, changed, gone, expired } = self.difference;
        let mut page = String::new();
        let lists = [
            ("preview-new", self.after, new),
            ("preview-gone", self.before, gone),
            ("preview-expired", self.after, expired),
        ];
        for (key, catalogue, ids) in lists {
            if !ids.is_empty() {
                let _ = writeln!(page, "{}", self.say(key, &[]));
                for id in ids {
                    let _ = writeln!(page, "- {} ({id})", self.title(catalogue, id));
                }
                page.push('\n');
            }
        }
        if !changed.is_empty() {
            let _ = writeln!(page, "{}", self.say("preview-changed", &[]));
        }
        for (id, changes) in changed {
            let _ = writeln!(page, "\n# {} ({id})", self.title(self.after, id));
            for change in changes {
                let field = self.field(change.field);
                let _ = writeln!(page, "\n{field}\n  − {}\n  + {}", indented(&change.before), indented(&change.after));
            }
        }
        let other = self.other_files();
        if !other.is_empty() {
            let _ = writeln!(page, "\n{}\n- {}", self.say("preview-other-files", &[]), other.join("\n- "));
        }
        let told = self.contradictions();
        if !told.is_empty() {
            let _ = writeln!(page, "\n{}\n- {}", self.say("preview-contradictions", &[]), told.join("\n- "));
        }
        if let Some(gold) = self.gold {
            let _ = writeln!(page, "\n{}", self.gold(gold));
        }
        let _ = writeln!(page, "\n{report}");
        page
    }

    fn named(&self, text: Rich, key: &str, lines: Vec<String>) -> Rich {
        if lines.is_empty() {
            return text;
        }
        let more = lines.len().saturating_sub(MOST_NAMED);
        let mut text = text.paragraph().then(Style::Bold, self.say(key, &[]));
        for line in lines.into_iter().take(MOST_NAMED) {
            text = text.line().then(Style::Plain, format!("• {line}"));
        }
        if more > 0 {
            text = text.line().then(Style::Italic, self.say("preview-more", &[("count", number(more))]));
        }
        text
    }

    fn changed(&self, id: &EntryId, changes: &[Change]) -> String {
        let fields: Vec<String> = changes.iter().map(|change| self.short(change)).collect();
        format!("{}: {}", self.title(self.after, id), fields.join("; "))
    }

    /// A short field is shown before and after, a long one named.
    fn short(&self, change: &Change) -> String {
        let field = self.field(change.field);
        let is_long = |text: &str| text.chars().count() > SHORT || text.contains('\n');
        if is_long(&change.before) || is_long(&change.after) || matches!(change.field, Field::Questions(_)) {
            return field;
        }
        let or_nothing = |text: &str| if text.is_empty() { "–".to_owned() } else { text.to_owned() };
        format!("{field} {} → {}", or_nothing(&change.before), or_nothing(&change.after))
    }

    fn field(&self, field: Field) -> String {
        let in_language = |key: &str, language: Language| format!("{} ({})", self.say(key, &[]), language.code());
        match field {
            Field::Nature => self.say("field-nature", &[]),
            Field::Status => self.say("field-status", &[]),
            Field::Paused => self.say("field-paused", &[]),
            Field::Opens => self.say("field-opens", &[]),
            Field::Closes => self.say("field-closes", &[]),
            Field::Areas => self.say("field-areas", &[]),
            Field::Themes => self.say("field-themes", &[]),
            Field::Provider => self.say("field-provider", &[]),
            Field::Successor => self.say("field-successor", &[]),
            Field::Relations => self.say("field-relations", &[]),
            Field::Sources => self.say("field-sources", &[]),
            Field::Review => self.say("field-review", &[]),
            Field::ToCheck => self.say("field-to-check", &[]),
            Field::Title(language) => in_language("field-title", language),
            Field::Names(language) => in_language("field-names", language),
            Field::Summary(language) => in_language("field-summary", language),
            Field::Questions(language) => in_language("field-questions", language),
            Field::Text(language, section) => in_language(section_key(section), language),
        }
    }

    /// Files that are no entries: phrases, desks, the region.
    fn other_files(&self) -> Vec<String> {
        let folders = Kind::ALL.map(Kind::folder);
        let is_entry = |path: &&String| path.split_once('/').is_some_and(|(folder, _)| folders.contains(&folder));
        self.changes.0.keys().filter(|path| !is_entry(path)).cloned().collect()
    }

    /// Entries that answer a question differently: which, on what question, and in what they differ.
    fn contradictions(&self) -> Vec<String> {
        self.contradictions.iter().map(|one| self.contradiction(one)).collect()
    }

    fn contradiction(&self, found: &Contradiction) -> String {
        let (key, differs) = match &found.about {
            Disagreement::Status(..) => ("contradiction-status", [String::new(), String::new()]),
            Disagreement::LastDay(one, other) => ("contradiction-last-day", [one.to_string(), other.to_string()]),
            Disagreement::Numbers(one, other) => ("contradiction-numbers", [one.clone(), other.clone()]),
        };
        let [one, other] = differs;
        let mut values: Vec<(&str, Value)> = vec![
            ("one", self.title(self.after, &found.one).into()),
            ("other", self.title(self.after, &found.other).into()),
            ("question", found.question.as_str().into()),
        ];
        if !matches!(found.about, Disagreement::Status(..)) {
            values.extend([("first", one.into()), ("second", other.into())]);
        }
        self.say(key, &values)
    }

    fn gold(&self, gold: &GoldScore) -> String {
        let share = |share: f64| percent(share, self.language);
        let values = [
            ("count", i64::from(gold.questions).into()),
            ("first", share(gold.share_first()).into()),
            ("three", share(gold.share_among_three()).into()),
        ];
        self.say("preview-gold", &values)
    }

    fn title(&self, catalogue: &Catalogue, id: &EntryId) -> String {
        let text = catalogue.entry(id).and_then(|entry| entry.text(self.language));
        text.map_or_else(|| id.to_string(), |text| text.title.clone())
    }

    fn say(&self, key: &str, values: &[(&str, Value)]) -> String {
        self.phrases.say(self.language, key, values)
    }
}

const fn section_key(section: Section) -> &'static str {
    match section {
        Section::Who => "field-who",
        Section::What => "field-what",
        Section::Conditions => "field-conditions",
        Section::How => "field-how",
        Section::When => "field-when",
    }
}

fn number(count: usize) -> Value {
    Value::Number(i64::try_from(count).unwrap_or(i64::MAX))
}

fn percent(share: f64, language: Language) -> String {
    let written = format!("{:.1}", share * 100.0);
    if language == Language::Nl { written.replace('.', ",") } else { written }
}

fn indented(text: &str) -> String {
    text.replace('\n', "\n    ")
}

/// Why files are refused: the first faults, each with its place and how to mend it.
pub(super) fn refusal(phrases: &dyn Phrases, language: Language, errors: &[Fault]) -> Message {
    let title = phrases.say(language, "office-refused", &[("count", number(errors.len()))]);
    let mut text = Rich::default().then(Style::Bold, title);
    for fault in errors.iter().take(MOST_FAULTS) {
        let place = phrases.say(
            language,
            "office-fault-place",
            &[("file", fault.file.as_str().into()), ("line", fault.line.to_string().into())],
        );
        text = text
            .paragraph()
            .then(Style::Bold, place)
            .line()
            .then(Style::Plain, shorten(fault.what.say(language), FAULT))
            .line()
            .then(Style::Italic, shorten(&format!("→ {}", fault.mend.say(language)), FAULT));
    }
    if errors.len() > MOST_FAULTS {
        let more = phrases.say(language, "office-more-faults", &[("count", number(errors.len() - MOST_FAULTS))]);
        text = text.paragraph().then(Style::Plain, more);
    }
    Message::new(text)
}
