//! `region.toml`: which municipalities this counter serves, and who is responsible for it.

use toml::Spanned;

use super::municipalities;
use crate::adapters::knowledge::page::Page;
use crate::adapters::knowledge::table::Table;
use crate::adapters::knowledge::words::Address;
use crate::domain::area::Areas;
use crate::domain::region::Region;

/// The region on this page.
pub(super) fn read(page: &Page, areas: &Areas) -> Region {
    let mut table = Table::of_page(page);
    let name = table.required::<String>("name", r#""Oost-Nederland""#);
    let codes = table.filled_list("municipalities", r#"["GM0150"]"#);
    let controller = table.required::<String>("controller", r#""gemeente Deventer""#);
    let privacy = table.required::<Address>("privacy_url", r#""https://www.deventer.nl/privacy""#);
    table.finish();
    Region {
        name: text(name),
        municipalities: municipalities(page, areas, codes).into_iter().map(Spanned::into_inner).collect(),
        controller: text(controller),
        privacy_url: privacy.map_or_else(String::new, |address| address.into_inner().0),
    }
}

fn text(value: Option<Spanned<String>>) -> String {
    value.map_or_else(String::new, Spanned::into_inner)
}
