//! Entries that come up for one gold question and tell it differently.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::Tried;
use crate::domain::catalogue::Catalogue;
use crate::domain::contradiction::{Contradiction, disagreement};
use crate::domain::ids::EntryId;

/// Every pair once, with the first question for which both come up.
pub fn contradictions(tried: &[Tried<'_>], catalogue: &Catalogue, today: Date) -> Vec<Contradiction> {
    let mut pairs: BTreeMap<(&EntryId, &EntryId), &str> = BTreeMap::new();
    for one in tried {
        for (at, first) in one.near.iter().enumerate() {
            for second in one.near.iter().skip(at + 1) {
                let pair = if first < second { (first, second) } else { (second, first) };
                pairs.entry(pair).or_insert(&one.gold.text);
            }
        }
    }
    let found = pairs.into_iter().filter_map(|((one, other), question)| {
        let about = disagreement(catalogue, catalogue.entry(one)?, catalogue.entry(other)?, today)?;
        Some(Contradiction { one: one.clone(), other: other.clone(), question: question.to_owned(), about })
    });
    found.collect()
}
