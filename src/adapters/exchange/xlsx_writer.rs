//! A table becomes a workbook that somebody can fill in: headings that stay in sight, lists to choose from, days that
//! are days, and a second sheet that explains.

use std::collections::BTreeMap;

use rust_xlsxwriter::{
    Color, DataValidation, DocProperties, ExcelDateTime, Format, FormatAlign, Formula, Workbook, Worksheet, XlsxError,
};

use crate::domain::sheet::{Column, Fill, Sheet};

/// The sheet with the table.
pub(super) const SHEET: &str = "Catalogus";
/// The sheet that explains.
const GUIDE: &str = "Uitleg";
/// The sheet with what can be chosen from, out of sight.
const LISTS: &str = "Lijsten";
/// So many rows below the last one can be filled in with the same help.
const SPARE_ROWS: u32 = 500;
/// How a day is shown.
const DAY: &str = "yyyy-mm-dd";

/// The table as a workbook. The same table gives the same bytes.
pub fn write(sheet: &Sheet) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    // The moment of writing would make every export another file.
    let epoch = ExcelDateTime::from_ymd(2026, 1, 1)?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&epoch));
    let lists = Lists::of(sheet);
    table(workbook.add_worksheet(), sheet, &lists)?;
    guide(workbook.add_worksheet(), sheet)?;
    lists.write(workbook.add_worksheet())?;
    workbook.save_to_buffer()
}

fn table(page: &mut Worksheet, sheet: &Sheet, lists: &Lists<'_>) -> Result<(), XlsxError> {
    // Cells of text stay text while somebody types in them: a spreadsheet would make `- …` a formula.
    let plain = Format::new().set_num_format("@").set_align(FormatAlign::Top);
    let day = Format::new().set_num_format(DAY).set_align(FormatAlign::Top);
    page.set_name(SHEET)?.set_freeze_panes(1, 1)?;
    let last = u32::try_from(sheet.rows.len()).unwrap_or(u32::MAX).saturating_add(SPARE_ROWS);
    for (index, column) in (0_u16..).zip(&sheet.columns) {
        let format = if column.fill == Fill::Day { &day } else { &plain };
        page.set_column_width(index, width(&column.fill))?.set_column_format(index, format)?;
        page.write_string_with_format(0, index, &column.heading, &heading())?;
        page.add_data_validation(1, index, last, index, &help(column, lists)?)?;
    }
    for (number, row) in (1_u32..).zip(&sheet.rows) {
        for ((index, column), cell) in (0_u16..).zip(&sheet.columns).zip(row) {
            match as_day(cell).filter(|_| column.fill == Fill::Day) {
                _ if cell.is_empty() => {}
                Some(moment) => drop(page.write_datetime_with_format(number, index, &moment, &day)?),
                None => drop(page.write_string_with_format(number, index, cell, &plain)?),
            }
        }
    }
    Ok(())
}

/// What is shown when a cell is chosen, and what may be chosen in it.
fn help(column: &Column, lists: &Lists<'_>) -> Result<DataValidation, XlsxError> {
    const LONGEST: usize = 255;
    let hint: String = column.hint.chars().take(LONGEST).collect();
    let help = match &column.fill {
        Fill::OneOf(choices) => DataValidation::new()
            .allow_list_formula(lists.formula(choices))
            .set_error_title("Kies uit de lijst")?
            .set_error_message("Dit staat niet in de lijst. Kies een van de woorden.")?,
        // Several fit in one cell, which no list of a spreadsheet allows: it helps, and forbids nothing.
        Fill::SomeOf(choices) => {
            DataValidation::new().allow_list_formula(lists.formula(choices)).show_error_message(false)
        }
        Fill::Words | Fill::Text | Fill::Day => DataValidation::new().allow_any_value(),
    };
    help.set_input_message(hint)
}

fn guide(page: &mut Worksheet, sheet: &Sheet) -> Result<(), XlsxError> {
    let wrapped = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    page.set_name(GUIDE)?.set_column_width(0, 32)?.set_column_width(1, 90)?;
    let mut row = 0;
    for paragraph in &sheet.guide {
        page.write_string_with_format(row, 1, paragraph, &wrapped)?;
        row += 1;
    }
    row += 1;
    page.write_string_with_format(row, 0, "Kolom", &heading())?;
    page.write_string_with_format(row, 1, "Wat je invult", &heading())?;
    for column in &sheet.columns {
        row += 1;
        page.write_string_with_format(row, 0, &column.heading, &wrapped)?;
        page.write_string_with_format(row, 1, &column.hint, &wrapped)?;
    }
    Ok(())
}

fn heading() -> Format {
    Format::new().set_bold().set_background_color(Color::RGB(0xDD_E7_F0)).set_align(FormatAlign::Top)
}

const fn width(fill: &Fill) -> f64 {
    match fill {
        Fill::Day => 12.0,
        Fill::OneOf(_) => 16.0,
        Fill::Words | Fill::SomeOf(_) => 24.0,
        Fill::Text => 48.0,
    }
}

fn as_day(cell: &str) -> Option<ExcelDateTime> {
    ExcelDateTime::parse_from_str(cell).ok()
}

/// What can be chosen from, each list once: in a cell itself a spreadsheet keeps no more than 255 characters.
struct Lists<'a> {
    by_choices: BTreeMap<&'a [String], u16>,
}

impl<'a> Lists<'a> {
    fn of(sheet: &'a Sheet) -> Self {
        let mut by_choices = BTreeMap::new();
        for column in &sheet.columns {
            if let Fill::OneOf(choices) | Fill::SomeOf(choices) = &column.fill {
                let next = u16::try_from(by_choices.len()).unwrap_or_default();
                by_choices.entry(choices.as_slice()).or_insert(next);
            }
        }
        Self { by_choices }
    }

    fn formula(&self, choices: &[String]) -> Formula {
        let index = self.by_choices.get(choices).copied().unwrap_or_default();
        let column = rust_xlsxwriter::column_number_to_name(index);
        Formula::new(format!("={LISTS}!${column}$1:${column}${}", choices.len().max(1)))
    }

    fn write(&self, page: &mut Worksheet) -> Result<(), XlsxError> {
        page.set_name(LISTS)?.set_hidden(true);
        for (choices, column) in &self.by_choices {
            for (row, choice) in (0_u32..).zip(choices.iter()) {
                page.write_string(row, *column, choice)?;
            }
        }
        Ok(())
    }
}
