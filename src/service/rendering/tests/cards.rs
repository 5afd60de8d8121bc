//! Cards: short and in full, open and closed, national and local.
#![expect(clippy::too_many_lines, reason = "a snapshot is as long as what it shows")]

use super::catalogue::{area, day, entry, id, text, with};
use super::{phrasebook, renderer, screen, seen};
use crate::conversation::wording::Wording;
use crate::domain::entry::{Entry, Kind, Section, Status};
use crate::domain::language::Language;
use crate::domain::message::{Part, Style};
use crate::domain::text::MESSAGE_LIMIT;

fn short(name: &str) -> Wording {
    Wording::Card { entry: id(name), part: Part::Summary }
}

fn full(name: &str) -> Wording {
    Wording::Card { entry: id(name), part: Part::Everything }
}

/// A card of an entry that stands alone, as it is seen on a phone.
fn card_of(entry: Entry, part: Part) -> String {
    let wording = Wording::Card { entry: entry.id.clone(), part };
    let (phrases, catalogue) = (phrasebook(), with(vec![entry]));
    screen(&renderer(&phrases, &catalogue).message(&wording, Language::Nl, &[]))
}

fn plain_entry() -> Entry {
    let words = || text("Een regeling", "Dit is een regeling.", &[]);
    entry("regeling", Kind::Scheme, words(), words())
}

#[test]
fn a_scheme() {
    insta::assert_snapshot!(seen(Language::Nl, &[short("bmkb"), full("bmkb")]), @"
    De overheid staat borg voor je lening (BMKB)

    Heb je te weinig onderpand voor een lening? Dan kan de overheid voor een deel borg staan.

    Voor wie: Bedrijven tot 250 fte met te weinig onderpand.
    Wat krijg je: De overheid staat borg voor 90% van een deel van je lening, tot € 1.500.000.
    Tot wanneer: Het hele jaar, tot 1 juli 2027.
    Zo begin je: Vraag je bank of financier, bijv. Qredits, of je lening eronder kan vallen.

    Van: Loket van de overheid voor ondernemers (RVO)
    Officiële pagina: bmkb.nl
    Gecontroleerd in 2025.
    [Meer lezen]
    [👍 Dit helpt] [👎 Helpt niet]
    [Iets anders] [🙋 Mens]
    - - -
    De overheid staat borg voor je lening (BMKB)

    Heb je te weinig onderpand voor een lening? Dan kan de overheid voor een deel borg staan.

    Voor wie
    Bedrijven tot 250 fte met te weinig onderpand. Je omzet is hooguit € 50 miljoen.

    Wat krijg je
    De overheid staat borg voor 90% van een deel van je lening, tot € 1.500.000. Soms meer.

    Voorwaarden
    • Je bedrijf is gezond.
    • De financier leent zelf ook geld uit.

    Zo vraag je het aan
    Vraag je bank of financier, bijv. Qredits, of je lening eronder kan vallen. Zelf kan niet.

    Tot wanneer
    Het hele jaar, tot 1 juli 2027.

    Van: Loket van de overheid voor ondernemers (RVO)
    Officiële pagina: bmkb.nl
    Gecontroleerd in 2025.
    [Minder]
    [Ook handig: Klein krediet tot € 50.000]
    [Ook handig: Voucher voor energieadvies]
    [👍 Dit helpt] [👎 Helpt niet]
    [Iets anders] [🙋 Mens]
    ");
    insta::assert_snapshot!(seen(Language::En, &[short("bmkb"), full("bmkb")]), @"
    The government guarantees part of your loan (BMKB)

    Not enough collateral for a loan? The government can guarantee part of it.

    Who is it for: Firms of up to 250 FTE without enough collateral.
    What do you get: The government guarantees 90% of one part of your loan.
    By when: All year, until 1 July 2027.
    How to start: Ask your bank or lender.

    From: Government desk for business owners (RVO)
    Official page: bmkb.nl
    Checked in 2025.
    [Read more]
    [👍 This helps] [👎 No help]
    [Something else] [🙋 Person]
    - - -
    The government guarantees part of your loan (BMKB)

    Not enough collateral for a loan? The government can guarantee part of it.

    Who is it for
    Firms of up to 250 FTE without enough collateral. Your turnover is at most €50 million.

    What do you get
    The government guarantees 90% of one part of your loan.

    Conditions
    • Your firm is healthy.
    • The lender also lends money itself.

    How to apply
    Ask your bank or lender. You cannot apply yourself.

    By when
    All year, until 1 July 2027.

    From: Government desk for business owners (RVO)
    Official page: bmkb.nl
    Checked in 2025.
    [Less]
    [Also useful: Small loan up to €50,000]
    [Also useful: Voucher for energy advice]
    [👍 This helps] [👎 No help]
    [Something else] [🙋 Person]
    ");
}

/// Something that is over is never shown as open: it says so, and leads to what came instead.
#[test]
fn a_closed_scheme_leads_to_its_successor() {
    insta::assert_snapshot!(seen(Language::Nl, &[short("tozo")]), @"
    Hulp in coronatijd (Tozo)
    Gesloten sinds 1 oktober 2021. Nu is er: Bijstand voor zelfstandigen (Bbz).

    Dit was hulp in coronatijd. Nieuw aanvragen kan niet.

    Officiële pagina: tozo.nl
    Gecontroleerd in 2025.
    [Meer lezen]
    [Nu: Bijstand voor zelfstandigen (Bbz)]
    [👍 Dit helpt] [👎 Helpt niet]
    [Iets anders] [🙋 Mens]
    ");
    insta::assert_snapshot!(seen(Language::En, &[short("tozo")]), @"
    Help during corona (Tozo)
    Closed since 1 October 2021. Now there is: Benefit for the self-employed (Bbz).

    This was help during corona. You can't apply any more.

    Official page: tozo.nl
    Checked in 2025.
    [Read more]
    [Now: Benefit for the self-employed (Bbz)]
    [👍 This helps] [👎 No help]
    [Something else] [🙋 Person]
    ");
}

/// A provincial voucher that is not open yet, with facts somebody should have looked at again.
#[test]
fn a_local_scheme_that_opens_later() {
    insta::assert_snapshot!(seen(Language::Nl, &[short("voucher")]), @"
    Voucher voor energieadvies
    Gaat open op 11 januari 2027.

    De provincie betaalt mee aan advies.

    Geldt in: Overijssel
    Officiële pagina: voucher.nl
    Gecontroleerd op 12 juni 2026. Dit kan verouderd zijn; kijk op de site.
    [Meer lezen]
    [👍 Dit helpt] [👎 Helpt niet]
    [Iets anders] [🙋 Mens]
    ");
    insta::assert_snapshot!(seen(Language::En, &[short("voucher")]), @"
    Voucher for energy advice
    Opens on 11 January 2027.

    The province pays part of the advice.

    Applies in: Overijssel
    Official page: voucher.nl
    Checked on 12 June 2026. This may be out of date; check the site.
    [Read more]
    [👍 This helps] [👎 No help]
    [Something else] [🙋 Person]
    ");
}

#[test]
fn an_organisation_and_an_example() {
    insta::assert_snapshot!(seen(Language::Nl, &[short("rvo"), short("bakery")]), @"
    Loket van de overheid voor ondernemers (RVO)

    Bij RVO vraag je subsidies aan. Ook geven ze advies.

    Voor wie: Alle ondernemers.
    Zo bereik je ze: Bel 088-042 42 42.

    Officiële pagina: rvo.nl
    Gecontroleerd in 2025.
    [Meer lezen]
    [👍 Dit helpt] [👎 Helpt niet]
    [Iets anders] [🙋 Mens]
    - - -
    Bakker in Borculo bakt op zonnestroom

    Een bakker legde panelen op zijn dak. Nu betaalt hij minder.

    Om wie gaat het: Een bakker.
    Wat deden ze: Hij legde panelen.
    Wat leer je ervan: Begin klein.

    Geldt in: Berkelland
    Officiële pagina: bakery.nl
    Gecontroleerd in juni 2026.
    [Meer lezen]
    [👍 Dit helpt] [👎 Helpt niet]
    [Iets anders] [🙋 Mens]
    ");
    insta::assert_snapshot!(seen(Language::En, &[full("rvo"), full("bakery")]), @"
    Government desk for business owners (RVO)

    At RVO you apply for subsidies. They also give advice.

    Who is it for
    All business owners.

    How to reach them
    Call 088-042 42 42. Or look at the site.

    Official page: rvo.nl
    Checked in 2025.
    [Less]
    [👍 This helps] [👎 No help]
    [Something else] [🙋 Person]
    - - -
    Baker in Borculo bakes on solar power

    A baker put panels on his roof. Now he pays less.

    Who is it about
    A baker.

    What they did
    He put up panels.

    What you can learn
    Start small.

    Applies in: Berkelland
    Official page: bakery.nl
    Checked in June 2026.
    [Less]
    [👍 This helps] [👎 No help]
    [Something else] [🙋 Person]
    ");
}

#[test]
fn an_entry_that_is_gone() {
    insta::assert_snapshot!(seen(Language::Nl, &[short("gone")]), @"
    Deze informatie is er niet meer. Stel je vraag gerust opnieuw, dan zoek ik verder.
    [Onderwerpen] [🙋 Mens]
    ");
}

#[test]
fn every_standing_is_said_under_the_title() {
    let standing = |status: Status, opens: Option<&str>| {
        let shown = card_of(Entry { status, opens: opens.map(day), ..plain_entry() }, Part::Summary);
        shown.lines().nth(1).unwrap().to_owned()
    };
    assert_eq!(standing(Status::Open, None), "");
    assert_eq!(standing(Status::Open, Some("2027-02-01")), "Gaat open op 1 februari 2027.");
    assert_eq!(standing(Status::Upcoming, None), "Nog niet open.");
    assert_eq!(standing(Status::Seasonal, Some("2027-02-01")), "Gaat open op 1 februari 2027.");
    assert!(standing(Status::Seasonal, None).starts_with("Let op:"));
    assert_eq!(standing(Status::Closed, None), "Gesloten.");
    assert_eq!(standing(Status::BudgetGone, None), "Het budget is op.");
    assert_eq!(standing(Status::Ended, None), "Dit bestaat niet meer.");
    assert!(standing(Status::Unknown, None).starts_with("Let op:"));
}

#[test]
fn without_a_text_about_it_the_last_day_is_the_deadline() {
    let shown = card_of(Entry { closes: Some(day("2026-11-23")), ..plain_entry() }, Part::Summary);
    assert!(shown.contains("Tot wanneer: tot en met 23 november 2026"), "{shown}");
}

#[test]
fn many_places_are_counted() {
    let areas = ["GM0150", "GM0153", "GM1859", "GM0363", "PV23", "PV25"].map(area).to_vec();
    let shown = card_of(Entry { areas, ..plain_entry() }, Part::Summary);
    assert!(shown.contains("Geldt in: Deventer, Enschede, Berkelland, Amsterdam en nog 2 plekken"), "{shown}");
    let shown = card_of(Entry { areas: vec![area("GM0150"), area("GM0153")], ..plain_entry() }, Part::Summary);
    assert!(shown.contains("Geldt in: Deventer en Enschede"), "{shown}");
}

/// A long entry is cut between sections, never in a sentence, and says where the rest stands.
#[test]
fn a_long_entry_is_cut_at_a_section() {
    let long = "Dit is een zin. ".repeat(150);
    let words = || text("Lang", "Veel tekst.", &[(Section::Who, &long), (Section::What, &long)]);
    let shown = card_of(entry("lang", Kind::Scheme, words(), words()), Part::Everything);
    assert!(shown.encode_utf16().count() <= MESSAGE_LIMIT);
    assert!(shown.contains("Voor wie\nDit is een zin."), "{shown}");
    assert!(!shown.contains("Wat krijg je"), "{shown}");
    assert!(shown.contains("Er is meer. Lees verder: lang.nl"), "{shown}");
}

/// The link leads to the official page and shows the site as people say it.
#[test]
fn the_link_shows_the_site() {
    let (phrases, catalogue) = (phrasebook(), with(vec![plain_entry()]));
    let message = renderer(&phrases, &catalogue).message(&short("regeling"), Language::Nl, &[]);
    let link = message.text.pieces().find(|(style, _)| matches!(style, Style::Link(_))).unwrap();
    assert_eq!(link, (&Style::Link("https://www.regeling.nl/ondernemers?taal=nl".to_owned()), "regeling.nl"));
}

/// A catalogue without English still answers somebody who speaks English.
#[test]
fn a_text_that_lacks_a_language_is_shown_in_dutch() {
    let mut entry = plain_entry();
    entry.text.remove(&Language::En);
    let (phrases, catalogue) = (phrasebook(), with(vec![entry]));
    let message = renderer(&phrases, &catalogue).message(&short("regeling"), Language::En, &[]);
    assert!(screen(&message).starts_with("Een regeling"));
}

/// A question alone says nothing: the sentence that answers it comes along.
#[test]
fn a_section_that_opens_with_a_question_shows_the_answer_too() {
    let words = || text("Titel", "Samenvatting.", &[(Section::What, "Koop je iets? Dan krijg je geld. Soms niet.")]);
    let shown = card_of(entry("regeling", Kind::Scheme, words(), words()), Part::Summary);
    assert!(shown.contains("Wat krijg je: Koop je iets? Dan krijg je geld.\n"), "{shown}");
}

/// A lead-in to a list does not stand on the short card as if something was forgotten.
#[test]
fn a_section_that_opens_with_a_list_says_that_there_is_more() {
    let words = || text("Titel", "Samenvatting.", &[(Section::What, "Hulp, op twee plekken:\n• hier\n• daar")]);
    let shown = card_of(entry("regeling", Kind::Scheme, words(), words()), Part::Summary);
    assert!(shown.contains("Wat krijg je: Hulp, op twee plekken…\n"), "{shown}");
}
