//! What a client sees, in both languages.

use super::everything::{choosing, talking};
use super::seen;
use crate::domain::language::Language;

#[test]
fn talking_in_dutch() {
    insta::assert_snapshot!(seen(Language::Nl, &talking()), @"");
}

#[test]
fn talking_in_english() {
    insta::assert_snapshot!(seen(Language::En, &talking()), @"");
}

#[test]
fn choosing_in_dutch() {
    insta::assert_snapshot!(seen(Language::Nl, &choosing()), @"");
}

#[test]
fn choosing_in_english() {
    insta::assert_snapshot!(seen(Language::En, &choosing()), @"");
}
