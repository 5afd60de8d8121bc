//! Days as people write them in a text: `1 juli 2027`, `1 July 2027`.

use jiff::civil::Date;

/// The months, Dutch and English.
const MONTHS: [[&str; 2]; 12] = [
    ["januari", "january"],
    ["februari", "february"],
    ["maart", "march"],
    ["april", "april"],
    ["mei", "may"],
    ["juni", "june"],
    ["juli", "july"],
    ["augustus", "august"],
    ["september", "september"],
    ["oktober", "october"],
    ["november", "november"],
    ["december", "december"],
];

/// The days that are named in a text with day, month and year.
pub(super) fn days(text: &str) -> Vec<Date> {
    let words: Vec<&str> =
        text.split_whitespace().map(|word| word.trim_matches(|letter: char| !letter.is_alphanumeric())).collect();
    words.windows(3).filter_map(day).collect()
}

fn day(words: &[&str]) -> Option<Date> {
    let [day, month, year] = words else { return None };
    let month = month.to_lowercase();
    let month = (1..).zip(MONTHS).find(|(_, names)| names.contains(&month.as_str()))?.0;
    let year = year.parse().ok().filter(|_| year.len() == 4)?;
    Date::new(year, month, day.parse().ok()?).ok()
}
