//! What somebody must look at, and cards that contradict each other.

use crate::stage::Stage;

/// A lead sees what goes stale: the most urgent on the phone, everything in a table.
#[tokio::test]
async fn a_lead_sees_what_goes_stale() {
    let s = Stage::with_a_folder().await;
    let iris = s.iris_in_private();
    iris.starts().await;
    s.rewrites("schemes/bmkb.md", "closes = 2027-06-30", "closes = 2026-12-10");
    s.rewrites("schemes/bmkb.md", "review_by = 2026-12-31", "review_by = 2026-10-31");
    s.rewrites("organisations/rvo.md", "status = \"open\"", "status = \"open\"\npaused = 2026-09-01");
    iris.writes("/herlaad").await;
    iris.taps("Publiceren").await;
    iris.news();
    iris.writes("/nalopen").await;
    iris.reads(&[
        "Na te lopen",
        "De controledatum is voorbij (",
        "De overheid staat borg voor je lening (BMKB) · 31 oktober 2026",
        "Sluit binnen 30 dagen (1)",
        "(BMKB) · 10 december 2026",
        "Al langer dan een maand gepauzeerd (1)",
        "1 september 2026",
        "Of de bronnen nog bestaan, kan ik gaan kijken.",
        "pas als ik een jaar bijhoud",
        "<nalopen.csv>",
    ]);
    s.is_swept().await;
}

/// Whether the sources still exist is one tap: the bot goes and looks, and names the cards whose pages are gone.
#[tokio::test]
async fn a_lead_has_the_sources_visited() {
    let s = Stage::with_a_folder().await;
    let iris = s.iris_in_private();
    iris.starts().await;
    iris.writes("/nalopen").await;
    iris.taps("Bronnen langsgaan").await;
    iris.reads(&["pagina’s bestaan nog."]);

    s.rewrites("schemes/bmkb.md", "sources = [\"", "sources = [\"https://www.rvo.nl/gone\", \"");
    s.rewrites("organisations/rvo.md", "sources = [\"", "sources = [\"https://www.rvo.nl/moved\", \"");
    iris.writes("/herlaad").await;
    iris.taps("Publiceren").await;
    iris.writes("/nalopen").await;
    iris.news();
    iris.taps("Bronnen langsgaan").await;
    iris.reads(&[
        "Bronnen weg of verhuisd: 2 (van",
        "• De overheid staat borg voor je lening (BMKB): de site antwoordt 404 Not Found",
        "de pagina staat nu op https://elders.example/",
        "<bronnen.csv>",
    ]);
    s.is_swept().await;
}
