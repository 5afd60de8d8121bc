//! `areas.csv`: all municipalities of the country, with their province and the names people use.

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

use csv::{Position, ReaderBuilder, StringRecord, Trim};
use serde::Deserialize;

use crate::adapters::knowledge::page::Page;
use crate::adapters::knowledge::words::Value as _;
use crate::domain::area::{AreaCode, Areas, Municipality, fold_name};
use crate::domain::in_both::{InBoth, in_both};

/// The columns, in this order.
const COLUMNS: [&str; 5] = ["code", "name", "province_code", "province", "also"];

#[derive(Deserialize)]
struct Row {
    code: String,
    name: String,
    province_code: String,
    province: String,
    also: String,
}

/// The country as the page describes it; a row that can't be read is reported and left out.
pub(super) fn read(page: &Page) -> Areas {
    let mut reader = ReaderBuilder::new().trim(Trim::All).from_reader(page.text.as_bytes());
    let headers = reader.headers().cloned().unwrap_or_default();
    if headers != COLUMNS[..] {
        page.error(
            line(page, 0),
            in_both!("dit zijn niet de kolommen", "these are not the columns"),
            in_both!("schrijf `{columns}`", "write `{columns}`"; columns = COLUMNS.join(",")),
        );
        return Areas::default();
    }
    let mut found = Found { page, municipalities: Vec::new(), provinces: BTreeMap::new(), named: HashMap::new() };
    for record in reader.records() {
        match record {
            Ok(record) => found.take(&headers, &record),
            Err(fault) => unreadable(page, fault.position(), in_words(&fault)),
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
            Err(fault) => return unreadable(self.page, record.position(), in_words(&fault)),
        };
        let codes = AreaCode::of(row.code).and_then(|code| Ok((code, AreaCode::of(row.province_code)?)));
        let (code, province) = match codes {
            Ok(codes) => codes,
            Err(why) => return unreadable(self.page, record.position(), why),
        };
        let span = line(self.page, byte(record.position()));
        if !code.is_municipality() || province.is_municipality() || province.is_country() {
            self.page.error(
                span,
                in_both!("dit is geen gemeente in een provincie", "this is no municipality in a province"),
                in_both!("schrijf bijvoorbeeld GM0150 in PV23", "write for instance GM0150 in PV23"),
            );
            return;
        }
        if self.municipalities.iter().any(|known| known.code == code) {
            self.page.error(
                span,
                in_both!("{code} staat hier twee keer", "{code} stands here twice"),
                in_both!("haal een van de rijen weg", "take one of the rows out"),
            );
            return;
        }
        let also: Vec<String> =
            row.also.split('|').map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned).collect();
        for name in std::iter::once(&row.name).chain(&also) {
            self.name(name, &code, &span);
        }
        self.provinces.insert(province.clone(), row.province);
        self.municipalities.push(Municipality { code, name: row.name, province, also });
    }

    /// A name that two municipalities claim sends somebody to the wrong desk.
    fn name(&mut self, name: &str, code: &AreaCode, span: &Range<usize>) {
        let first = self.named.entry(fold_name(name)).or_insert_with(|| code.clone());
        if first != code {
            let what = in_both!("`{name}` is ook een naam van {first}", "`{name}` is also a name of {first}");
            let mend = in_both!(
                "laat hem staan waar de meeste mensen hem bedoelen, of schrijf `Bergen (NH)`",
                "keep it where most people mean it, or write `Bergen (NH)`"
            );
            self.page.warning(span.clone(), what, mend);
        }
    }
}

fn unreadable(page: &Page, position: Option<&Position>, what: InBoth) {
    let mend = in_both!(
        "schrijf bijvoorbeeld `GM0150,Deventer,PV23,Overijssel,Bathmen|Diepenveen`",
        "write for instance `GM0150,Deventer,PV23,Overijssel,Bathmen|Diepenveen`"
    );
    page.error(line(page, byte(position)), what, mend);
}

fn in_words(fault: &csv::Error) -> InBoth {
    match fault.kind() {
        csv::ErrorKind::UnequalLengths { expected_len, len, .. } => in_both!(
            "deze rij heeft {len} kolommen in plaats van {expected_len}",
            "this row has {len} columns instead of {expected_len}"
        ),
        _ => in_both!("deze rij is niet te lezen: {fault}", "this row cannot be read: {fault}"),
    }
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
