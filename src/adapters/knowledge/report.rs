//! The report: every fault of a folder at once, each with its place, what is wrong and how to mend it.

use std::collections::BTreeMap;
use std::fmt::{self, Write as _};
use std::ops::Range;

use miette::{Diagnostic, GraphicalReportHandler, GraphicalTheme, LabeledSpan, NamedSource, SourceCode};
use serde::Serialize;

use crate::domain::in_both::{InBoth, in_both};
use crate::domain::language::Language;

/// How bad a fault is.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Refuses the release.
    Error,
    /// Somebody should look at it.
    Warning,
}

/// A place in a file. Lines and columns count from 1, columns in characters.
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
pub struct Span {
    /// The line it begins on,
    pub line: usize,
    /// and the column there.
    pub column: usize,
    /// The line it ends on,
    pub end_line: usize,
    /// and the column behind its last character.
    pub end_column: usize,
    #[serde(skip)]
    bytes: Range<usize>,
}

impl Span {
    /// The place of `bytes` in `text`; what lies outside the text is at its end.
    pub(super) fn of(bytes: Range<usize>, text: &str) -> Self {
        let (line, column) = position(bytes.start, text);
        let (end_line, end_column) = position(bytes.end, text);
        Self { line, column, end_line, end_column, bytes }
    }
}

fn position(byte: usize, text: &str) -> (usize, usize) {
    let before = text.get(..byte).unwrap_or(text);
    let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
    let column = before.get(line_start..).map_or(0, |line| line.chars().count());
    (before.matches('\n').count() + 1, column + 1)
}

/// One thing that is wrong.
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
pub struct Fault {
    /// How bad it is.
    pub severity: Severity,
    /// The file, inside the folder: `schemes/bmkb.md`.
    pub file: String,
    /// The place in it.
    #[serde(flatten)]
    pub span: Span,
    /// What is wrong.
    pub what: InBoth,
    /// How to mend it.
    pub mend: InBoth,
}

/// How wide a report is printed, in characters.
const WIDTH: usize = 100;

/// What the frame says in front of how to mend it. miette knows English only; both are as long, so that the lines below
/// stay in line.
const HELP: &str = "  help: ";
const HULP: &str = "  hulp: ";

/// Everything that is wrong with a folder.
#[derive(Clone, Debug, Default)]
pub struct Report {
    /// The faults, by file and line.
    pub faults: Vec<Fault>,
    sources: BTreeMap<String, String>,
}

/// How a report is printed.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Look {
    /// With colours and frames, for a terminal.
    Colours,
    /// With frames and without colours, for a log or a file.
    Plain,
}

impl Report {
    /// The faults found on files, with the text of the files that have any.
    pub(super) fn new(files: impl IntoIterator<Item = (String, String, Vec<Fault>)>) -> Self {
        let mut report = Self::default();
        for (name, text, faults) in files {
            if !faults.is_empty() {
                report.sources.insert(name, text);
                report.faults.extend(faults);
            }
        }
        report.faults.sort_by(|one, other| {
            (&one.file, one.span.bytes.start, one.severity).cmp(&(&other.file, other.span.bytes.start, other.severity))
        });
        report
    }

    /// Adds an error that somebody else found on a whole line of `file`, which says `text`. Lines count from 1.
    pub fn add_error(&mut self, file: &str, text: &str, line: usize, what: InBoth, mend: InBoth) {
        self.add(Severity::Error, (file, text, line), what, mend);
    }

    /// Adds a warning that somebody else found on a whole line of `file`, which says `text`. Lines count from 1.
    pub fn add_warning(&mut self, file: &str, text: &str, line: usize, what: InBoth, mend: InBoth) {
        self.add(Severity::Warning, (file, text, line), what, mend);
    }

    fn add(&mut self, severity: Severity, (file, text, line): (&str, &str, usize), what: InBoth, mend: InBoth) {
        let before: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
        let length = text.lines().nth(line.saturating_sub(1)).map_or(0, str::len);
        let span = Span::of(before..before + length, text);
        self.sources.insert(file.to_owned(), text.to_owned());
        self.faults.push(Fault { severity, file: file.to_owned(), span, what, mend });
    }

    /// This report with only what refuses the release.
    #[must_use]
    pub fn without_warnings(mut self) -> Self {
        self.faults.retain(|fault| fault.severity == Severity::Error);
        self
    }

    /// How many faults refuse the release.
    pub fn errors(&self) -> usize {
        self.of(Severity::Error).count()
    }

    /// How many faults somebody should look at.
    pub fn warnings(&self) -> usize {
        self.of(Severity::Warning).count()
    }

    /// The report as a compiler prints it, with its summary.
    pub fn printed(&self, language: Language, look: Look) -> String {
        format!("{}{}\n", self.listed(language, look), self.summary().say(language))
    }

    /// The faults as a compiler prints them: warnings first, so that what refuses the release stands at the end,
    /// where people look.
    pub fn listed(&self, language: Language, look: Look) -> String {
        let mut printed = String::new();
        for fault in self.of(Severity::Warning).chain(self.of(Severity::Error)) {
            // Writing to a string cannot fail.
            let _ = writeln!(printed, "{}", self.print(fault, language, look));
        }
        printed
    }

    /// The report as JSON in both languages, for other programs.
    pub fn json(&self) -> serde_json::Value {
        serde_json::json!({ "errors": self.errors(), "warnings": self.warnings(), "faults": self.faults })
    }

    /// The report in one line.
    pub fn summary(&self) -> InBoth {
        let (errors, warnings) = (self.errors(), self.warnings());
        let counted_errors = match errors {
            1 => in_both!("1 fout", "1 error"),
            _ => in_both!("{errors} fouten", "{errors} errors"),
        };
        let counted_warnings = match warnings {
            1 => in_both!("1 waarschuwing", "1 warning"),
            _ => in_both!("{warnings} waarschuwingen", "{warnings} warnings"),
        };
        match (errors, warnings) {
            (0, 0) => in_both!("Geen fouten gevonden.", "No faults found."),
            (0, _) => in_both!(
                "{counted_warnings}. De kennis kan worden gepubliceerd.",
                "{counted_warnings}. The catalogue can be published.";
                both counted_warnings
            ),
            _ => in_both!(
                "{counted_errors}, {counted_warnings}. De kennis kan pas worden gepubliceerd als de fouten hersteld zijn.",
                "{counted_errors}, {counted_warnings}. The catalogue cannot be published until the errors are mended.";
                both counted_errors, counted_warnings
            ),
        }
    }

    fn of(&self, severity: Severity) -> impl Iterator<Item = &Fault> {
        self.faults.iter().filter(move |fault| fault.severity == severity)
    }

    fn print(&self, fault: &Fault, language: Language, look: Look) -> String {
        let text = self.sources.get(&fault.file).map_or("", String::as_str);
        let shown = Shown { fault, language, source: NamedSource::new(&fault.file, text.to_owned()) };
        let theme = match look {
            Look::Colours => GraphicalTheme::unicode(),
            Look::Plain => GraphicalTheme::unicode_nocolor(),
        };
        let mut printed = String::new();
        // Writing to a string cannot fail.
        let _ = GraphicalReportHandler::new_themed(theme)
            .with_width(WIDTH)
            .with_links(false)
            .render_report(&mut printed, &shown);
        match (language, printed.rsplit_once(HELP)) {
            (Language::Nl, Some((before, mend))) => format!("{before}{HULP}{mend}"),
            _ => printed,
        }
    }
}

/// A fault in the form in which miette prints it.
#[derive(Debug)]
struct Shown<'a> {
    fault: &'a Fault,
    language: Language,
    source: NamedSource<String>,
}

impl fmt::Display for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.fault.what.say(self.language))
    }
}

impl std::error::Error for Shown<'_> {}

impl Diagnostic for Shown<'_> {
    fn severity(&self) -> Option<miette::Severity> {
        Some(match self.fault.severity {
            Severity::Error => miette::Severity::Error,
            Severity::Warning => miette::Severity::Warning,
        })
    }

    fn help<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        Some(Box::new(self.fault.mend.say(self.language)))
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        Some(&self.source)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        let bytes = self.fault.span.bytes.clone();
        Some(Box::new(std::iter::once(LabeledSpan::new(None, bytes.start, bytes.len()))))
    }
}
