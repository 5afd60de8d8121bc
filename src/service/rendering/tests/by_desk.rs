//! What the people at the desk see: always Dutch.
#![expect(clippy::too_many_lines, reason = "a snapshot is as long as what it shows")]

use super::everything::{
    appointment, assisted, boris, case, closing, in_the_topic, ladder, passed_on, refused, sheets,
};
use super::file::line;
use super::overviews::SIGNS;
use super::{catalogue, monday_afternoon, phrasebook, renderer, screen, seen};
use crate::conversation::wording::Wording;
use crate::domain::case::{Case, Reason};
use crate::domain::ids::ThemeId;
use crate::domain::language::Language;
use crate::domain::message::Style;
use crate::domain::text::MESSAGE_LIMIT;
use crate::ports::store::Speaker;

#[test]
fn the_sheet() {
    insta::assert_snapshot!(seen(Language::Nl, &sheets()), @"
    Vraag 12
    Spoed: dit gaat om iemand die het zwaar heeft.

    Vraag: Can I sue my neighbour?
    Wie: Anna
    Gemeente: Deventer
    Taal: Engels
    Onderwerp: Geld en financiering
    Getoond door de bot: De overheid staat borg voor je lening (BMKB); gone
    Waarom een mens: het antwoord hielp niet
    Beloofd: morgen (dinsdag 24 november) vóór 12.00 uur (wacht sinds vandaag om 12.45 uur)
    Stand: opgepakt door Boris
    Waargenomen voor: Iris
    Afspraak: bellen over de borg, morgen (dinsdag 24 november) om 14.00 uur
    Vorige vraag: Vraag 9: Beantwoord (Boris), 23 november 2026, 11.10 uur
    [Overnemen] [Niet voor mij]
    [Afsluiten]
    - - -
    Vraag 12

    Vraag: nog niets gevraagd
    Wie: Anna
    Gemeente: onbekend
    Taal: Nederlands
    Getoond door de bot: niets
    Waarom een mens: vroeg om een mens
    Beloofd: morgen (dinsdag 24 november) vóór 12.00 uur (wacht sinds vandaag om 12.45 uur)
    Stand: wacht op iemand
    Vorige vraag: Vraag 9: afgerond, 23 november 2026, 11.10 uur
    [Oppakken] [Niet voor mij]
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
    [Overnemen] [Niet voor mij]
    [Afsluiten]
    - - -
    Vraag 12

    Vraag: nog niets gevraagd
    Wie: Anna
    Gemeente: onbekend
    Taal: Nederlands
    Getoond door de bot: niets
    Waarom een mens: stuurde iets dat alleen een mens kan bekijken
    Beloofd: de klok staat stil: de ondernemer is niet te bereiken
    Stand: opgepakt door Boris
    [Overnemen] [Niet voor mij]
    [Afsluiten]
    - - -
    Vraag 12

    Vraag: nog niets gevraagd
    Wie: Anna
    Gemeente: onbekend
    Taal: Nederlands
    Getoond door de bot: niets
    Waarom een mens: geen antwoord gevonden
    Beloofd: het laatste woord is van ons
    Stand: opgepakt door Boris
    [Overnemen] [Niet voor mij]
    [Afsluiten]
    - - -
    Vraag 12

    Vraag: nog niets gevraagd
    Wie: Anna
    Gemeente: onbekend
    Taal: Nederlands
    Getoond door de bot: niets
    Waarom een mens: geen antwoord gevonden
    Beloofd: het laatste woord is van ons
    Stand: afgerond (Doorverwezen naar KVK Zwolle)
    - - -
    Vraag 12

    Vraag: nog niets gevraagd
    Wie: Anna
    Gemeente: onbekend
    Taal: Nederlands
    Getoond door de bot: niets
    Waarom een mens: geen antwoord gevonden
    Beloofd: het laatste woord is van ons
    Stand: afgerond
    ");
}

#[test]
fn talking_in_the_topic() {
    insta::assert_snapshot!(seen(Language::Nl, &in_the_topic()), @"
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
    ❗ Let op: de ondernemer lijkt het zwaar te hebben. Reageer als het kan meteen.
    - - -
    De ondernemer is weer te bereiken. De klok loopt weer.
    - - -
    Boris heeft deze vraag opgepakt.
    - - -
    Nog niet verstuurd: deze vraag is van Boris. Is dit voor de ondernemer? Tik op Toch sturen. Wil je zelf verder, neem dan over.
    [Toch sturen] [Overnemen]
    - - -
    De ondernemer gaat verder met de bot. Deze vraag is afgerond.
    - - -
    Deze vraag is afgerond. Wat je hier schrijft, komt niet bij de ondernemer.
    - - -
    Niet aangekomen: de ondernemer heeft de bot geblokkeerd of is weg uit Telegram. De klok staat stil.
    - - -
    Niet aangekomen: het is te groot voor Telegram.
    - - -
    Niet aangekomen: dit soort bericht kan een bot niet doorsturen.
    - - -
    Niet aangekomen: het oorspronkelijke bericht is verwijderd.
    - - -
    Niet aangekomen: Telegram weigert het.
    - - -
    Niet doorgestuurd: Telegram weigert het.
    ");
}

#[test]
fn passing_on() {
    insta::assert_snapshot!(seen(Language::Nl, &passed_on()), @"
    @Boris: Iris geeft deze vraag aan Boris.
    - - -
    @Boris: Iris is even weg. Boris neemt deze vraag waar.
    - - -
    Iris heeft deze vraag doorgegeven aan Ondernemersloket Deventer. Wat je hier nog schrijft, komt niet aan.
    - - -
    Er kwam geen antwoord. Daarom ligt deze vraag nu bij Ondernemersloket Deventer. Wat je hier nog schrijft, komt niet aan.
    - - -
    Deze vraag komt van Ondernemersloket Deventer (Iris).
    - - -
    Deze vraag komt van Ondernemersloket Deventer. Daar kwam geen antwoord.
    - - -
    Waarom is deze vraag niet voor jou? Tik, of typ /niet met de reden.
    [Andere gemeente]
    [Ander onderwerp]
    [Geen tijd]
    [Ik ken de ondernemer]
    - - -
    Niet voor Iris: Iets anders. De vraag wacht op een collega.
    - - -
    Niet voor Iris: dit hoort bij vergunningen. De vraag wacht op een collega.
    - - -
    Niet voor Iris: Andere gemeente. De vraag wacht op een collega.
    - - -
    Niet voor Iris: Ander onderwerp. De vraag wacht op een collega.
    - - -
    Niet voor Iris: Geen tijd. De vraag wacht op een collega.
    - - -
    Niet voor Iris: Ik ken de ondernemer. De vraag wacht op een collega.
    ");
}

#[test]
fn the_ladder() {
    insta::assert_snapshot!(seen(Language::Nl, &ladder()), @"
    De ondernemer wacht nog op een antwoord. Beloofd: vandaag vóór 15.30 uur.
    - - -
    De ondernemer wacht nog op een antwoord. Het beloofde moment is voorbij.
    - - -
    @Boris: de ondernemer wacht op jou. Beloofd: vandaag vóór 15.30 uur.
    - - -
    Wie pakt dit op?
    Vraag 12 · onbekend
    Kan ik geld lenen?
    Beloofd: vandaag vóór 15.30 uur.
    [Oppakken]
    - - -
    @iris_deventer: deze vraag is te laat. Wie pakt hem op?
    Vraag 12 · onbekend
    Kan ik geld lenen?
    Het beloofde moment is voorbij.
    [Overnemen]
    - - -
    Deze vraag is te laat. Wie pakt hem op?
    Vraag 12 · onbekend
    Kan ik geld lenen?
    Het beloofde moment is voorbij.
    [Oppakken]
    ");
}

#[test]
fn help_while_answering() {
    insta::assert_snapshot!(seen(Language::Nl, &assisted()), @"
    Gevonden voor “geld lenen”. Alleen jullie zien dit. Tik om de kaart naar de ondernemer te sturen.
    [De overheid staat borg voor je lening]
    [Klein krediet tot € 50.000 (Qredits)]
    - - -
    Niets gevonden voor “geld lenen”. Probeer andere woorden.
    - - -
    Boris stuurde de kaart: De overheid staat borg voor je lening (BMKB)
    - - -
    Verstuurd aan de ondernemer, namens Boris.
    - - -
    Zo gaat de tekst naar de ondernemer:

    Dag Anna, ik zoek dit voor je uit.
    [Sturen]
    - - -
    Boris stuurde: Dag Anna, ik zoek dit voor je uit.
    - - -
    Afspraak genoteerd: bellen over de borg, morgen (dinsdag 24 november) om 14.00 uur. Jullie krijgen allebei vooraf een bericht.
    - - -
    @Boris: afspraak: bellen over de borg, morgen (dinsdag 24 november) om 14.00 uur.
    - - -
    afspraak: bellen over de borg, morgen (dinsdag 24 november) om 14.00 uur.
    ");
}

#[test]
fn the_end_of_a_case() {
    insta::assert_snapshot!(seen(Language::Nl, &closing()), @"
    Hoe is het afgelopen?
    [Beantwoord] [Doorverwezen naar …]
    [Verder geholpen] [Geen regeling]
    [Niet bereikt] [Niet meer nodig]
    - - -
    Hoe is het afgelopen?
    de afspraak is niet meer nodig
    [Beantwoord] [Doorverwezen naar …]
    [Verder geholpen] [Geen regeling]
    [Niet bereikt] [Niet meer nodig]
    - - -
    Boris heeft deze vraag afgerond: Beantwoord. De ondernemer praat weer met de bot.
    - - -
    Boris heeft deze vraag afgerond: Doorverwezen naar KVK Zwolle. De ondernemer praat weer met de bot.
    - - -
    Had de catalogus dit moeten weten?
    [Nee] [Ja, dit ontbreekt]
    [De overheid staat borg voor je lening]
    [Klein krediet tot € 50.000 (Qredits)]
    - - -
    Genoteerd. Dank je wel.
    - - -
    Goed.
    - - -
    @Boris: De ondernemer wil nog even verder. De vraag staat weer open.
    - - -
    De ondernemer wil nog even verder. De vraag staat weer open.
    ");
}

#[test]
fn what_was_not_done_and_what_to_type() {
    insta::assert_snapshot!(seen(Language::Nl, &refused()), @"
    Deze vraag is afgerond. Alleen de ondernemer kan hem weer openen.
    - - -
    Deze vraag is van Boris. Wil je hem zelf, tik dan op Overnemen op het blad bovenaan, of typ /overnemen.
    - - -
    Boris heeft deze vraag al.
    - - -
    Deze vraag ligt al bij Ondernemersloket Deventer.
    - - -
    Dat loket ken ik niet. Typ /over met de naam van een loket of een collega.
    - - -
    Die kaart is er niet meer. Zoek opnieuw met /zoek.
    - - -
    Dat bericht wacht niet meer, of het is niet van jou.
    - - -
    Deze tekst is al verstuurd, of te oud. Vraag hem opnieuw op met /tekst.
    - - -
    Typ /niet met de reden, bijvoorbeeld: /niet dit hoort bij vergunningen
    - - -
    Dat moment is al voorbij. Typ een moment dat nog komt.
    - - -
    Er staan al tien afspraken in deze vraag. Rond er eerst een paar af.
    - - -
    Er staat nog een afspraak: bellen over de borg, morgen (dinsdag 24 november) om 14.00 uur. Typ /klaar met een uitleg om toch af te sluiten, bijvoorbeeld: /klaar afspraak is niet meer nodig
    - - -
    Naar wie? Typ het erachter, bijvoorbeeld: /verwezen KVK Zwolle
    - - -
    Wat je hier typt, gaat naar de ondernemer. Behalve dit:
    // of /notitie – een notitie voor collega's
    /klaar – afsluiten
    /over – doorgeven aan een collega of loket
    /niet – niet voor mij, met de reden
    /zoek – zoeken in de catalogus
    /tekst – een vaste tekst
    /afspraak wat | wanneer – een afspraak
    /mijn en /open – overzicht
    /weg tot datum @collega en /terug – afwezig
    ");
}

/// The desk reads Dutch, also when the client writes English.
#[test]
fn the_desk_reads_dutch_whatever_the_client_speaks() {
    for said in [sheets(), in_the_topic(), passed_on(), ladder(), assisted(), closing(), refused()] {
        assert_eq!(seen(Language::En, &said), seen(Language::Nl, &said));
    }
}

/// Who is called by name is told so by the messenger.
#[test]
fn who_is_called_is_mentioned() {
    let (phrases, catalogue) = (phrasebook(), catalogue::small());
    let calls = [
        Wording::PassedInTopic { by: "Iris".to_owned(), to: boris(), lent: false },
        Wording::CallOwner { owner: boris(), promise: None },
        Wording::AppointmentNearInTopic { appointment: appointment(), owner: Some(boris()) },
        Wording::ReopenedInTopic { owner: Some(boris()) },
    ];
    for call in calls {
        let text = renderer(&phrases, &catalogue).message(&call, Language::Nl, &[]).text;
        let first = text.pieces().next().map(|(style, words)| (style.clone(), words.to_owned()));
        assert_eq!(first, Some((Style::Mention(boris().id), "Boris".to_owned())));
    }
}

/// The name of a topic has its sign in it, for who has no picture, and fits however long a theme is called.
#[test]
fn the_look_of_the_topic() {
    let (phrases, catalogue) = (phrasebook(), catalogue::small());
    let look = |case: Case| renderer(&phrases, &catalogue).look(&case);
    let in_deventer =
        Case { place: Some(catalogue::area("GM0150")), theme: Some(ThemeId::new("finance")), ..case(Reason::Asked) };
    let names = SIGNS.map(|icon| {
        let looks = look(Case { icon, ..in_deventer.clone() });
        assert_eq!(looks.icon, icon);
        looks.name
    });
    assert_eq!(
        names,
        [
            "🟡 12 · Deventer · Geld en financiering",
            "🟢 12 · Deventer · Geld en financiering",
            "🔴 12 · Deventer · Geld en financiering",
            "❗ 12 · Deventer · Geld en financiering",
            "✅ 12 · Deventer · Geld en financiering",
        ]
    );
    assert_eq!(look(case(Reason::Asked)).name, "🟡 12 · onbekend");
}

/// The first word of a novel: the sheet keeps its beginning, and all that must be seen at a glance.
#[test]
fn a_long_question_leaves_room_for_the_rest_of_the_sheet() {
    let (phrases, catalogue) = (phrasebook(), catalogue::small());
    let appointments = vec![appointment(); 10];
    let novel = Case { question: "een heel verhaal ".repeat(300), appointments, ..case(Reason::Asked) };
    let sheet = Wording::Sheet { case: Box::new(novel), client: "Anna".to_owned(), earlier: None };
    let shown = screen(&renderer(&phrases, &catalogue).message(&sheet, Language::Nl, &[]));
    assert!(shown.contains("een…\nWie: Anna\n"), "{shown}");
    assert!(shown.contains("Stand: wacht op iemand\n"), "{shown}");
    assert_eq!(shown.matches("Afspraak: ").count(), 10);
}

/// A long talk takes a few messages, in order; of a very long one the newest lines are kept, and the manager is told.
#[test]
fn a_long_history_takes_a_few_messages_and_keeps_its_end() {
    let (phrases, catalogue) = (phrasebook(), catalogue::small());
    let renderer = renderer(&phrases, &catalogue);
    let pages = |count: usize| {
        let lines: Vec<_> = (1..=count)
            .map(|number| line(monday_afternoon(), Speaker::Client, "", &format!("bericht nummer {number}"), ""))
            .collect();
        let page = |page| screen(&renderer.message(&Wording::History(page), Language::Nl, &lines));
        (0..renderer.history_pages(&lines)).map(page).collect::<Vec<_>>()
    };
    assert_eq!(pages(10).len(), 1);

    let whole = pages(350);
    assert_eq!(whole.len(), 3);
    assert!(whole.iter().all(|page| page.encode_utf16().count() <= MESSAGE_LIMIT));
    let numbers: Vec<usize> = whole
        .iter()
        .flat_map(|page| page.lines().filter_map(|line| line.strip_prefix("Ondernemer: bericht nummer ")?.parse().ok()))
        .collect();
    assert_eq!(numbers, (1..=350).collect::<Vec<_>>(), "every line once, in order");

    let cut = pages(900);
    assert_eq!(cut.len(), 3);
    assert!(cut[0].contains("ouder"), "{}", cut[0]);
    assert!(cut[2].ends_with("Ondernemer: bericht nummer 900"), "{}", cut[2]);
}

#[test]
fn a_case_without_words_before_it() {
    let (phrases, catalogue) = (phrasebook(), catalogue::small());
    let message = renderer(&phrases, &catalogue).message(&Wording::History(0), Language::Nl, &[]);
    assert_eq!(screen(&message), "Eerder gezegd\n\nEr is nog niets gezegd.");
}
