//! An empty table with two examples and an explanation, for who has never filled one in.

use super::columns;
use super::columns::COLUMNS;
use super::vocabulary::Vocabulary;
use crate::domain::files::Files;
use crate::domain::sheet::Sheet;

/// The ids of the examples; rows that have them are passed over.
const EXAMPLES: [&str; 2] = ["voorbeeld-regeling", "voorbeeld-vraag"];

/// How to fill in a table.
const GUIDE: [&str; 8] = [
    "Eén rij is één onderwerp. Vul de witte rijen in op het blad Catalogus en stuur het bestand terug naar de bot. Je ziet \
     eerst wat er verandert; pas als je op Publiceren tikt, is het echt.",
    "Een rij met een id dat al bestaat, verandert dat onderwerp: alleen de cellen die anders zijn. Een rij met een nieuw id \
     is een nieuw onderwerp. Een rij die je weglaat, verandert niets en gooit niets weg.",
    "Kolommen die je niet nodig hebt, mag je weglaten. De kolom Id moet blijven.",
    "Is een regeling voorbij? Gooi de rij niet weg. Zet de Status op Gestopt, Gesloten of Budget op.",
    "Meer regels in één cel: Alt+Enter (op een Mac: Option+Enter). Een opsomming: begin elke regel met •.",
    "Schrijf gewone tekst: geen vet, geen links, geen tabellen. De link staat in de kolom Link.",
    "Schrijf elke tekst in het Nederlands en in het Engels. Ongeveer twintig vragen in het Nederlands en tien in het Engels.",
    "De rijen met id voorbeeld-regeling en voorbeeld-vraag zijn voorbeelden. Ze worden overgeslagen; je mag ze weghalen.",
];

const EXAMPLE_SCHEME: &[(&str, &str)] = &[
    ("Id", EXAMPLES[0]),
    ("Soort", "Regeling"),
    ("Titel (NL)", "Lening voor bakkers die willen verbouwen"),
    ("Status", "Open"),
    ("Vorm", "Lening"),
    ("Aanbieder", "rvo"),
    ("Gebieden", "NL"),
    ("Hoofdthema", "finance"),
    ("Sluit op", "2027-06-30"),
    ("Link", "https://www.voorbeeld.nl/lening"),
    ("Bronnen", "https://www.voorbeeld.nl/lening"),
    ("Gecontroleerd", "2026-11"),
    ("Nakijken voor", "2027-06-30"),
    ("Zekerheid", "Gelezen"),
    ("Samenvatting (NL)", "Wil je je bakkerij verbouwen? Dan leen je hier tot € 50.000, zonder onderpand."),
    ("Voor wie (NL)", "Bakkers met hooguit tien mensen in dienst."),
    ("Wat (NL)", "Een lening van € 5.000 tot € 50.000."),
    ("Voorwaarden (NL)", "• Je bedrijf bestaat langer dan een jaar.\n• Je laat een plan zien."),
    ("Hoe (NL)", "Vraag de lening aan op de site."),
    ("Vragen (NL)", "de oven is op en de bank doet moeilijk\ngeld lenen voor verbouwing bakkerij zonder onderpand"),
    ("Titel (EN)", "Loan for bakers who want to rebuild"),
    ("Samenvatting (EN)", "Do you want to rebuild your bakery? Borrow up to €50,000 here, without collateral."),
    ("Voor wie (EN)", "Bakers with at most ten employees."),
    ("Wat (EN)", "A loan of €5,000 to €50,000."),
    ("Voorwaarden (EN)", "• Your firm is older than a year.\n• You show a plan."),
    ("Hoe (EN)", "Apply on the website."),
    ("Vragen (EN)", "my oven broke and the bank says no\nborrow money to rebuild my bakery"),
];

const EXAMPLE_QUESTION: &[(&str, &str)] = &[
    ("Id", EXAMPLES[1]),
    ("Soort", "Vraag"),
    ("Titel (NL)", "Mag ik een bord op de stoep zetten?"),
    ("Status", "Open"),
    ("Aanbieder", "gemeente-voorbeeld"),
    ("Gebieden", "GM0150"),
    ("Hoofdthema", "permits"),
    ("Link", "https://www.voorbeeld.nl/borden"),
    ("Bronnen", "https://www.voorbeeld.nl/borden"),
    ("Gecontroleerd", "2026-11-23"),
    ("Nakijken voor", "2027-12-31"),
    ("Zekerheid", "Gelezen"),
    ("Samenvatting (NL)", "Een bord op de stoep mag vaak. Soms heb je toestemming nodig."),
    ("Voor wie (NL)", "Winkels en horeca met een deur aan de straat."),
    ("Wat (NL)", "Laat altijd ruimte vrij voor mensen met een rolstoel."),
    ("Hoe (NL)", "Kijk op de site of je toestemming nodig hebt."),
    ("Vragen (NL)", "mag mijn krijtbord buiten staan\nboete voor reclamebord op de stoep"),
    ("Titel (EN)", "May I put a sign on the pavement?"),
    ("Samenvatting (EN)", "A sign on the pavement is often allowed. Sometimes you need permission."),
    ("Voor wie (EN)", "Shops and cafés with a door on the street."),
    ("Wat (EN)", "Always leave room for people in a wheelchair."),
    ("Hoe (EN)", "Look on the website whether you need permission."),
    ("Vragen (EN)", "can my chalk board stand outside\nfine for a sign on the pavement"),
];

/// The empty table for the catalogue in these files.
pub fn template(files: &Files) -> Sheet {
    let vocabulary = Vocabulary::of(files);
    let rows = [EXAMPLE_SCHEME, EXAMPLE_QUESTION].map(|example| row(example, &vocabulary));
    Sheet { columns: super::columns(&vocabulary), rows: rows.into(), guide: guide() }
}

/// How to fill in a table, a paragraph each.
pub(super) fn guide() -> Vec<String> {
    GUIDE.map(str::to_owned).into()
}

/// Is this the id of an example?
pub(super) fn is_example(id: &str) -> bool {
    EXAMPLES.contains(&id)
}

fn row(example: &[(&str, &str)], vocabulary: &Vocabulary) -> Vec<String> {
    let cell = |column: &columns::Column| {
        let written = example.iter().find(|(heading, _)| *heading == column.heading).map_or("", |(_, cell)| *cell);
        match column.fact {
            columns::Fact::MainTheme => vocabulary.word(super::vocabulary::List::Theme, written).to_owned(),
            _ => written.to_owned(),
        }
    };
    COLUMNS.iter().map(cell).collect()
}
