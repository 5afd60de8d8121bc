//! A page: one file while it is being read, with the faults found on it so far.

use std::cell::RefCell;
use std::ffi::OsStr;
use std::ops::Range;
use std::path::Path;

use toml::Spanned;

use super::report::{Fault, Severity, Span};
use crate::domain::in_both::InBoth;

/// One file and what is wrong with it.
///
/// Reading never stops at the first fault: it notes it here, goes on with a harmless stand-in, and a page with
/// an error on it never becomes part of a catalogue.
#[derive(Debug)]
pub(super) struct Page {
    /// Its path inside the folder, e.g. `schemes/bmkb.md`.
    pub(super) name: String,
    /// What it says.
    pub(super) text: String,
    faults: RefCell<Vec<Fault>>,
}

impl Page {
    /// A page on which nothing was found yet.
    pub(super) fn new(name: impl Into<String>, text: impl Into<String>) -> Self {
        Self { name: name.into(), text: text.into(), faults: RefCell::default() }
    }

    /// Notes something that refuses the release.
    pub(super) fn error(&self, at: Range<usize>, what: InBoth, mend: InBoth) {
        self.note(Severity::Error, at, what, mend);
    }

    /// Notes something that an editor should look at.
    pub(super) fn warning(&self, at: Range<usize>, what: InBoth, mend: InBoth) {
        self.note(Severity::Warning, at, what, mend);
    }

    /// How many errors were noted so far: has what was just read added one?
    pub(super) fn errors(&self) -> usize {
        self.faults.borrow().iter().filter(|fault| fault.severity == Severity::Error).count()
    }

    /// The file name without folder and ending: `bmkb` for `schemes/bmkb.md`.
    pub(super) fn stem(&self) -> &str {
        Path::new(&self.name).file_stem().and_then(OsStr::to_str).unwrap_or_default()
    }

    /// The folder the file lies in: `schemes` for `schemes/bmkb.md`, nothing at the top.
    pub(super) fn folder(&self) -> &str {
        self.name.rsplit_once('/').map_or("", |(folder, _)| folder)
    }

    /// `schemes/bmkb.md:12`, to point at a place from another page.
    pub(super) fn line_of(&self, at: &Range<usize>) -> String {
        format!("{}:{}", self.name, self.line(at))
    }

    /// The line on which `at` begins.
    pub(super) fn line(&self, at: &Range<usize>) -> usize {
        Span::of(at.clone(), &self.text).line
    }

    /// What was found, and the text it was found in.
    pub(super) fn into_parts(self) -> (String, String, Vec<Fault>) {
        (self.name, self.text, self.faults.into_inner())
    }

    fn note(&self, severity: Severity, at: Range<usize>, what: InBoth, mend: InBoth) {
        let fault = Fault { severity, file: self.name.clone(), span: Span::of(at, &self.text), what, mend };
        self.faults.borrow_mut().push(fault);
    }
}

/// What `make` makes of a value, at the same place.
pub(super) fn map<T, U>(value: Spanned<T>, make: impl FnOnce(T) -> U) -> Spanned<U> {
    let span = value.span();
    Spanned::new(span, make(value.into_inner()))
}
