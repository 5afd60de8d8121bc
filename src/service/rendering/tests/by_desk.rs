//! What the people at the desk see: always Dutch.
#![expect(clippy::too_many_lines, reason = "a snapshot is as long as what it shows")]

use super::everything::{at_the_desk, case};
use super::file::line;
use super::{catalogue, monday_afternoon, phrasebook, renderer, screen, seen};
use crate::conversation::wording::Wording;
use crate::domain::case::{Case, Reason};
use crate::domain::language::Language;
use crate::domain::text::MESSAGE_LIMIT;
use crate::ports::store::Speaker;

#[test]
fn the_topic() {
    insta::assert_snapshot!(seen(Language::Nl, &at_the_desk()), @"
    Vraag 12

    Vraag: Can I sue my neighbour?
    Wie: Anna
    Gemeente: Deventer
    Taal: Engels
    Getoond door de bot: niets
    Waarom een mens: geen antwoord gevonden
    Beloofd: reactie morgen (dinsdag 24 november) vóór 12.00 uur
    Stand: wacht op iemand
    [Oppakken]
    - - -
    Vraag 12
    Spoed: dit gaat om iemand die het zwaar heeft.

    Vraag: nog niets gevraagd
    Wie: Anna
    Gemeente: onbekend
    Taal: Nederlands
    Getoond door de bot: niets
    Waarom een mens: heeft het zwaar
    Beloofd: geen tijd genoemd
    Stand: opgepakt door Boris
    [Overnemen]
    - - -
    Vraag 12

    Vraag: geld
    Wie: Anna
    Gemeente: onbekend
    Taal: Nederlands
    Getoond door de bot: De overheid staat borg voor je lening (BMKB); gone
    Waarom een mens: het antwoord hielp niet
    Beloofd: reactie morgen (dinsdag 24 november) vóór 12.00 uur
    Stand: afgerond
    - - -
    Vraag 12

    Vraag: mens
    Wie: Anna
    Gemeente: onbekend
    Taal: Nederlands
    Getoond door de bot: niets
    Waarom een mens: vroeg om een mens
    Beloofd: reactie morgen (dinsdag 24 november) vóór 12.00 uur
    Stand: wacht op iemand
    [Oppakken]
    - - -
    Vraag 12

    Vraag: nog niets gevraagd
    Wie: Anna
    Gemeente: onbekend
    Taal: Nederlands
    Getoond door de bot: niets
    Waarom een mens: stuurde iets dat alleen een mens kan bekijken
    Beloofd: reactie morgen (dinsdag 24 november) vóór 12.00 uur
    Stand: wacht op iemand
    [Oppakken]
    - - -
    Eerder gezegd

    Ondernemer: geld lenen <b>kan dat</b>
    Bot: Klein krediet (Qredits)
    Boris: Bel me gerust.
    Medewerker: Of mail.
    - - -
    Anna
    Mag ik bellen?
    - - -
    Anna (aangepast)
    Mag ik bellen?
    - - -
    De ondernemer stuurde iets dat we niet kunnen doorsturen.
    - - -
    Boris heeft deze vraag opgepakt.
    - - -
    Niet verstuurd: deze vraag is van Boris. Neem hem over als je zelf wilt antwoorden.
    [Overnemen]
    - - -
    Boris heeft deze vraag afgerond. De ondernemer praat weer met de bot.
    - - -
    De ondernemer gaat verder met de bot. Deze vraag is afgerond.
    - - -
    Niet aangekomen: de ondernemer heeft de bot geblokkeerd of is weg uit Telegram.
    - - -
    Deze vraag is afgerond. Wat je hier schrijft, komt niet bij de ondernemer.
    - - -
    Wat je hier typt, gaat naar de ondernemer. Behalve dit:
    // aan het begin – een notitie voor collega's
    /klaar – geef de ondernemer terug aan de bot
    ");
}

/// The desk reads Dutch, also when the client writes English.
#[test]
fn the_desk_reads_dutch_whatever_the_client_speaks() {
    assert_eq!(seen(Language::En, &at_the_desk()), seen(Language::Nl, &at_the_desk()));
}

#[test]
fn the_name_of_the_topic() {
    let (phrases, catalogue) = (phrasebook(), catalogue::small());
    let renderer = renderer(&phrases, &catalogue);
    let in_deventer = Case { place: Some(catalogue::area("GM0150")), ..case(Reason::Asked) };
    assert_eq!(renderer.topic_name(&in_deventer), "12 · Deventer");
    assert_eq!(renderer.topic_name(&case(Reason::Distress)), "❗ 12 · onbekend");
}

/// Of a long talk the newest lines are kept, and the manager is told that there was more.
#[test]
fn a_long_history_keeps_its_end() {
    let (phrases, catalogue) = (phrasebook(), catalogue::small());
    let lines: Vec<_> = (1..=300)
        .map(|number| line(monday_afternoon(), Speaker::Client, "", &format!("bericht nummer {number}"), ""))
        .collect();
    let message = renderer(&phrases, &catalogue).message(&Wording::History, Language::Nl, &lines);
    let shown = screen(&message);
    assert!(shown.encode_utf16().count() <= MESSAGE_LIMIT);
    assert!(shown.ends_with("Ondernemer: bericht nummer 300"), "{shown}");
    assert!(shown.contains("ouder"), "{shown}");
    assert!(!shown.contains("nummer 1\n"), "{shown}");
}

#[test]
fn a_case_without_words_before_it() {
    let (phrases, catalogue) = (phrasebook(), catalogue::small());
    let message = renderer(&phrases, &catalogue).message(&Wording::History, Language::Nl, &[]);
    assert_eq!(screen(&message), "Eerder gezegd\n\nEr is nog niets gezegd.");
}
