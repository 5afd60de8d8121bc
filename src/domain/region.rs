//! The region this counter serves.

use super::area::AreaCode;

/// The region: which municipalities, under what name.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Region {
    /// Its name as people say it, e.g. `Oost-Nederland`.
    pub name: String,
    /// The municipalities it serves; never empty in a checked catalogue.
    pub municipalities: Vec<AreaCode>,
    /// Who is responsible for the data, for the privacy text, e.g. `gemeente Deventer`.
    pub controller: String,
    /// The page on privacy.
    pub privacy_url: String,
}
