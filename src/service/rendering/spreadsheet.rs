//! Rows as a file that a spreadsheet opens with a double tap.
//!
//! Semicolons and a byte order mark, so that a Dutch Excel shows the right columns and letters. Other programs read it
//! as well.

/// What tells a spreadsheet that it is UTF-8.
const BYTE_ORDER_MARK: char = '\u{FEFF}';

/// These rows of cells as the text of a `.csv` file.
pub(crate) fn spreadsheet<'a, R: AsRef<[&'a str]>>(rows: impl IntoIterator<Item = R>) -> String {
    let mut text = BYTE_ORDER_MARK.to_string();
    for row in rows {
        let cells: Vec<String> = row.as_ref().iter().copied().map(cell).collect();
        text.push_str(&cells.join(";"));
        text.push_str("\r\n");
    }
    text
}

/// A cell: in quotes where it must be, and never a formula.
fn cell(words: &str) -> String {
    let starts_a_formula = words.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let safe = if starts_a_formula { format!("'{words}") } else { words.to_owned() };
    if safe.contains([';', '"', '\n', '\r']) { format!("\"{}\"", safe.replace('"', "\"\"")) } else { safe }
}

#[cfg(test)]
mod tests {
    use super::cell;

    #[test]
    fn a_cell_is_never_a_formula_and_never_two_cells() {
        assert_eq!(cell("Geld en financiering"), "Geld en financiering");
        for formula in ["=1+1", "+1", "-1", "@SUM(A1)", "\tx"] {
            assert!(cell(formula).starts_with('\''), "{formula}");
        }
        assert_eq!(cell("=HYPERLINK(\"x\";\"y\")"), "\"'=HYPERLINK(\"\"x\"\";\"\"y\"\")\"");
        assert_eq!(cell("a;b"), "\"a;b\"");
        assert_eq!(cell("a\r\nb"), "\"a\r\nb\"");
    }
}
