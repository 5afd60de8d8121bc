//! A hash over the rows of a table, the same in both databases and in whatever order they come.

use std::fmt::{self, Display};

use sha2::{Digest as _, Sha256};

/// What stands in a column.
pub(super) enum Value {
    Number(Option<i64>),
    Text(Option<String>),
}

/// How many rows there were, and the sum of their hashes: databases sort texts each in their own way.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(super) struct Digest {
    rows: i64,
    sum: u128,
}

impl Digest {
    pub(super) fn add(&mut self, row: &[Value]) {
        let mut hash = Sha256::new();
        for value in row {
            // Each value tells its kind and its length: no two rows are written alike.
            match value {
                Value::Number(None) | Value::Text(None) => hash.update(b"-"),
                Value::Number(Some(number)) => hash.update(format!("n{number};")),
                Value::Text(Some(text)) => {
                    hash.update(format!("t{};", text.len()));
                    hash.update(text);
                }
            }
        }
        let hash: [u8; 32] = hash.finalize().into();
        let (first, _) = hash.split_at(16);
        let number = first.iter().fold(0_u128, |number, byte| (number << 8) | u128::from(*byte));
        self.sum = self.sum.wrapping_add(number);
        self.rows += 1;
    }

    pub(super) const fn rows(&self) -> i64 {
        self.rows
    }
}

impl Display for Digest {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{:032x}", self.sum)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn digest(rows: &[&[Option<&str>]]) -> Digest {
        let mut digest = Digest::default();
        for row in rows {
            digest.add(&row.iter().map(|text| Value::Text(text.map(str::to_owned))).collect::<Vec<_>>());
        }
        digest
    }

    #[test]
    fn the_order_of_rows_is_no_matter_and_everything_else_is() {
        let one = digest(&[&[Some("a"), Some("b")], &[Some("c"), None]]);
        assert_eq!(digest(&[&[Some("c"), None], &[Some("a"), Some("b")]]), one);
        for other in [
            digest(&[&[Some("a"), Some("b")]]),
            digest(&[&[Some("a"), Some("b")], &[Some("c"), Some("")]]),
            digest(&[&[Some("ab"), Some("")], &[Some("c"), None]]),
            digest(&[&[Some("b"), Some("a")], &[Some("c"), None]]),
        ] {
            assert_ne!(other, one);
        }
        assert_eq!(one.rows(), 2);
    }
}
