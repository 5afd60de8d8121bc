//! `areas.csv`: all municipalities of the country, with their province and the names people use.

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

use csv::{Position, ReaderBuilder, StringRecord, Trim};
use serde::Deserialize;

use crate::adapters::knowledge::page::Page;
use crate::domain::area::{AreaCode, Areas, Municipality, fold_name};

/// The columns, in this order.
const COLUMNS: [&str; 5] = ["code", "name", "province_code", "province", "also"];

#[derive(Deserialize)]
struct Row {
    code: AreaCode,
    name: String,
    province_code: AreaCode,
    province: String,
    also: String,
}

/// The country as the page describes it; a row that can't be read is reported and left out.
pub(super) fn read(page: &Page) -> Areas {
    let mut reader = ReaderBuilder::new().trim(Trim::All).from_reader(page.text.as_bytes());
    let headers = reader.headers().cloned().unwrap_or_default();
    if headers != COLUMNS[..] {
        page.error(line(page, 0), "these are not the columns", format!("write `{}`", COLUMNS.join(",")));
        return Areas::default();
    }
    let mut found = Found { page, municipalities: Vec::new(), provinces: BTreeMap::new(), named: HashMap::new() };
    for record in reader.records() {
        match record {
            Ok(record) => found.take(&headers, &record),
            Err(fault) => unreadable(page, fault.position(), &fault),
        }
    }
    Areas::new(found.municipalities, found.provinces)
}

struct Found<'a> {
    page: &'a Page,
    municipalities: Vec<Municipality>,
    provinces: BTreeMap<AreaCode, String>,
    named: HashMap<String, AreaCode>,
}

impl Found<'_> {
    fn take(&mut self, headers: &StringRecord, record: &StringRecord) {
        let row = match record.deserialize::<Row>(Some(headers)) {
            Ok(row) => row,
            Err(fault) => return unreadable(self.page, record.position(), &fault),
        };
        let span = line(self.page, byte(record.position()));
        if !row.code.is_municipality() || row.province_code.is_municipality() || row.province_code.is_country() {
            self.page.error(span, "this is no municipality in a province", "write for instance GM0150 in PV23");
            return;
        }
        if self.municipalities.iter().any(|known| known.code == row.code) {
            self.page.error(span, format!("{} stands here twice", row.code), "take one of the rows out");
            return;
        }
        let also: Vec<String> =
            row.also.split('|').map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned).collect();
        for name in std::iter::once(&row.name).chain(&also) {
            self.name(name, &row.code, &span);
        }
        self.provinces.insert(row.province_code.clone(), row.province);
        self.municipalities.push(Municipality { code: row.code, name: row.name, province: row.province_code, also });
    }

    /// A name that two municipalities claim sends somebody to the wrong desk.
    fn name(&mut self, name: &str, code: &AreaCode, span: &Range<usize>) {
        let first = self.named.entry(fold_name(name)).or_insert_with(|| code.clone());
        if first != code {
            let what = format!("`{name}` is also a name of {first}");
            self.page.warning(span.clone(), what, "keep it where most people mean it, or write `Bergen (NH)`");
        }
    }
}

fn unreadable(page: &Page, position: Option<&Position>, fault: &csv::Error) {
    let what = match fault.kind() {
        csv::ErrorKind::UnequalLengths { expected_len, len, .. } => {
            format!("this row has {len} columns instead of {expected_len}")
        }
        csv::ErrorKind::Deserialize { err, .. } => err.kind().to_string(),
        _ => fault.to_string(),
    };
    page.error(
        line(page, byte(position)),
        what,
        "write for instance `GM0150,Deventer,PV23,Overijssel,Bathmen|Diepenveen`",
    );
}

fn byte(position: Option<&Position>) -> usize {
    position.and_then(|position| usize::try_from(position.byte()).ok()).unwrap_or(0)
}

/// The line that begins at `byte`.
fn line(page: &Page, byte: usize) -> Range<usize> {
    let rest = page.text.get(byte..).unwrap_or_default();
    let begin = byte + rest.len() - rest.trim_start().len();
    let length = page.text.get(begin..).and_then(|rest| rest.lines().next()).map_or(0, str::len);
    begin..begin + length
}
