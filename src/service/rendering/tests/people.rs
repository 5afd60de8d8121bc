//! What a client sees when a person comes in, and of their own data; what the messenger shows about the bot.

use super::everything::{done, waiting, with_a_person, your_data};
use super::{catalogue, phrasebook, renderer, seen};
use crate::domain::language::Language;

#[test]
fn waiting_in_dutch() {
    insta::assert_snapshot!(seen(Language::Nl, &waiting()), @"
    Goed, ik haal er een mens bij. Je nummer is 12. Ondernemersloket Deventer reageert vandaag vóór 15.30 uur.

    Je kunt hier gewoon verder schrijven. Een mens leest het.
    [Toch verder met de bot]
    - - -
    Hier heb ik zelf geen goed antwoord op. Daarom haal ik er een mens bij. Je nummer is 12. Ondernemersloket Deventer reageert morgen (dinsdag 24 november) vóór 12.00 uur.

    Je kunt hier gewoon verder schrijven. Een mens leest het.
    [Toch verder met de bot]
    - - -
    Jammer dat mijn antwoord niet hielp. Ik haal er een mens bij. Je nummer is 12. Ondernemersloket Deventer reageert maandag 30 november vóór 10.00 uur.

    Je kunt hier gewoon verder schrijven. Een mens leest het.
    [Toch verder met de bot]
    - - -
    Wat je stuurde kan ik niet zelf bekijken. Ik haal er een mens bij. Je nummer is 12. Wanneer er iemand reageert, kan ik nu niet zeggen. Je vraag blijft wel staan.

    Je kunt hier gewoon verder schrijven. Een mens leest het.
    [Toch verder met de bot]
    - - -
    Dat klinkt zwaar. Goed dat je het zegt. Je hoeft dit niet alleen te dragen.

    Hier kun je nu met iemand praten:
    • Praat met iemand (113)
    Bel 113 of 0800-0113, of chat op 113.nl.
    • Hulplijn bij geldzorgen (Geldfit)
    Bel 0800-8115.

    Is er direct gevaar? Bel 112.

    Ik vraag ook een mens van ons om contact met je te zoeken. Je nummer is 12. Er reageert iemand maandag 4 januari 2027 vóór 9.05 uur. Je kunt hier gewoon verder schrijven. Een mens leest het.
    [Toch verder met de bot]
    - - -
    Je vraag wacht op een mens. Je nummer is 12. Er reageert iemand vandaag vóór 15.30 uur. Je kunt hier gewoon verder schrijven. Een mens leest het.
    [Toch verder met de bot]
    - - -
    Je vraag wacht op een mens. Je nummer is 12. Je had al een reactie moeten hebben. Sorry dat het langer duurt. Je vraag is niet weg. Je kunt hier gewoon verder schrijven. Een mens leest het.
    [Toch verder met de bot]
    - - -
    Boris heeft je vraag. Je nummer is 12. Je kunt hier gewoon schrijven.
    Afgesproken: bellen over de borg, morgen (dinsdag 24 november) om 14.00 uur.
    [Toch verder met de bot]
    - - -
    Boris heeft je vraag. Je nummer is 12. Je kunt hier gewoon schrijven. Er reageert iemand morgen (dinsdag 24 november) vóór 10.00 uur.
    Afgesproken: bellen over de borg, morgen (dinsdag 24 november) om 14.00 uur.
    [Toch verder met de bot]
    - - -
    Je hebt geen vraag bij een mens. Stel hem gerust, of vraag een mens.
    [🙋 Mens]
    - - -
    Je hebt nu geen vraag bij een mens. Je laatste vraag, nummer 12, is afgerond op 23 november 2026, 11.10 uur.
    [Toch nog even] [🙋 Mens]
    ");
}

#[test]
fn waiting_in_english() {
    insta::assert_snapshot!(seen(Language::En, &waiting()), @"
    All right, I am bringing in a person. Your number is 12. Ondernemersloket Deventer will reply today before 15:30.

    You can just keep writing here. A person will read it.
    [Continue with the bot]
    - - -
    I don't have a good answer to this myself. So I am bringing in a person. Your number is 12. Ondernemersloket Deventer will reply tomorrow (Tuesday 24 November) before 12:00.

    You can just keep writing here. A person will read it.
    [Continue with the bot]
    - - -
    Sorry my answer didn't help. I am bringing in a person. Your number is 12. Ondernemersloket Deventer will reply on Monday 30 November before 10:00.

    You can just keep writing here. A person will read it.
    [Continue with the bot]
    - - -
    I can't look at what you sent myself. I am bringing in a person. Your number is 12. I can't say now when someone will reply. Your question stays open.

    You can just keep writing here. A person will read it.
    [Continue with the bot]
    - - -
    That sounds hard. It is good that you tell me. You don't have to carry this alone.

    Here you can talk to someone now:
    • Talk to someone (113)
    Call 113 or 0800-0113, or chat at 113.nl.
    • Helpline for money worries (Geldfit)
    Call 0800-8115.

    Is anyone in danger right now? Call 112.

    I am also asking one of our people to get in touch with you. Your number is 12. Someone will reply on Monday 4 January 2027 before 9:05. You can just keep writing here. A person will read it.
    [Continue with the bot]
    - - -
    Your question is waiting for a person. Your number is 12. Someone will reply today before 15:30. You can just keep writing here. A person will read it.
    [Continue with the bot]
    - - -
    Your question is waiting for a person. Your number is 12. You should have had a reply by now. Sorry it is taking longer. Your question is not lost. You can just keep writing here. A person will read it.
    [Continue with the bot]
    - - -
    Boris has your question. Your number is 12. You can just write here.
    Agreed: bellen over de borg, tomorrow (Tuesday 24 November) at 14:00.
    [Continue with the bot]
    - - -
    Boris has your question. Your number is 12. You can just write here. Someone will reply tomorrow (Tuesday 24 November) before 10:00.
    Agreed: bellen over de borg, tomorrow (Tuesday 24 November) at 14:00.
    [Continue with the bot]
    - - -
    You have no question with a person. Ask one, or ask for a person.
    [🙋 Person]
    - - -
    You have no question with a person now. Your last question, number 12, was closed on 23 November 2026, 11:10.
    [One more thing] [🙋 Person]
    ");
}

#[test]
fn with_a_person_in_dutch() {
    insta::assert_snapshot!(seen(Language::Nl, &with_a_person()), @"
    Boris van Ondernemersloket Deventer heeft je vraag opgepakt. Je praat nu met een mens. De automatische hulp houdt zich stil.
    - - -
    Boris heeft je vraag opgepakt. Je praat nu met een mens. De automatische hulp houdt zich stil.
    - - -
    Boris
    Bel me gerust, dan kijken we samen.
    - - -
    Boris stuurt je dit:
    - - -
    Dit kan ik niet doorsturen aan een mens. Stuur het als tekst, foto of bestand.
    - - -
    Boris zoekt een collega die hier meer van weet. Je hoeft niets te doen.
    - - -
    Je vraag ligt nu bij Iris van Ondernemersloket Deventer. Je hoeft niets te doen.
    - - -
    Je vraag is doorgegeven aan Ondernemersloket Deventer. Je hoeft niets te doen. Er reageert iemand morgen (dinsdag 24 november) vóór 12.00 uur.
    [Toch verder met de bot]
    - - -
    Je vraag is doorgegeven aan Ondernemersloket Deventer. Je hoeft niets te doen. Wanneer er iemand reageert, kan ik nu niet zeggen. Je vraag blijft wel staan.
    [Toch verder met de bot]
    - - -
    Er kon nog niemand aan je vraag beginnen. Sorry, het duurt daardoor langer dan beloofd. Je vraag, nummer 12, is niet weg. Je hoeft niets te doen.
    - - -
    Boris heeft je vraag, maar kon hem nog niet beantwoorden. Sorry, het duurt daardoor langer dan beloofd. Je vraag, nummer 12, is niet weg. Je hoeft niets te doen.
    - - -
    Afgesproken met Boris: bellen over de borg, morgen (dinsdag 24 november) om 14.00 uur. Ik stuur je vooraf een bericht.
    - - -
    Afgesproken met Boris: bellen over de borg, vrijdag 4 december om 9.00 uur. Ik stuur je vooraf een bericht.
    - - -
    Denk je aan je afspraak? bellen over de borg, vandaag om 14.00 uur.
    - - -
    Goed, je vraag aan een mens is ingetrokken. Je praat weer met de automatische hulp. Waar kan ik mee helpen?
    [🙋 Mens]
    ");
}

#[test]
fn with_a_person_in_english() {
    insta::assert_snapshot!(seen(Language::En, &with_a_person()), @"
    Boris from Ondernemersloket Deventer has picked up your question. You are now talking to a person. The automatic helper stays quiet.
    - - -
    Boris has picked up your question. You are now talking to a person. The automatic helper stays quiet.
    - - -
    Boris
    Bel me gerust, dan kijken we samen.
    - - -
    Boris sends you this:
    - - -
    I can't pass this on to a person. Please send it as text, a photo or a file.
    - - -
    Boris is looking for a colleague who knows more about this. You don't have to do anything.
    - - -
    Your question is now with Iris of Ondernemersloket Deventer. You don't have to do anything.
    - - -
    Your question was passed on to Ondernemersloket Deventer. You don't have to do anything. Someone will reply tomorrow (Tuesday 24 November) before 12:00.
    [Continue with the bot]
    - - -
    Your question was passed on to Ondernemersloket Deventer. You don't have to do anything. I can't say now when someone will reply. Your question stays open.
    [Continue with the bot]
    - - -
    Nobody could start on your question yet. Sorry, this takes longer than promised. Your question, number 12, is not lost. You don't have to do anything.
    - - -
    Boris has your question, but could not answer it yet. Sorry, this takes longer than promised. Your question, number 12, is not lost. You don't have to do anything.
    - - -
    Agreed with Boris: bellen over de borg, tomorrow (Tuesday 24 November) at 14:00. I will remind you beforehand.
    - - -
    Agreed with Boris: bellen over de borg, Friday 4 December at 9:00. I will remind you beforehand.
    - - -
    Just a reminder of your appointment: bellen over de borg, today at 14:00.
    - - -
    All right, your question to a person is withdrawn. You are talking to the automatic helper again. What can I help you with?
    [🙋 Person]
    ");
}

#[test]
fn done_in_dutch() {
    insta::assert_snapshot!(seen(Language::Nl, &done()), @"
    Boris is klaar met je vraag. Heeft het je geholpen?

    Je praat nu weer met de automatische hulp. Heb je een nieuwe vraag, stel hem gerust.
    [👍 Dit helpt] [👎 Helpt niet]
    [Toch nog even]
    - - -
    Boris verwijst je door naar KVK Zwolle. Heeft het je geholpen?

    Je praat nu weer met de automatische hulp. Heb je een nieuwe vraag, stel hem gerust.
    [👍 Dit helpt] [👎 Helpt niet]
    [Toch nog even]
    - - -
    Boris is klaar met je vraag. Heeft het je geholpen?

    Je praat nu weer met de automatische hulp. Heb je een nieuwe vraag, stel hem gerust.
    [👍 Dit helpt] [👎 Helpt niet]
    [Toch nog even]
    - - -
    Boris heeft gezocht, maar hier bestaat nu geen regeling voor. Heeft het antwoord je geholpen?

    Je praat nu weer met de automatische hulp. Heb je een nieuwe vraag, stel hem gerust.
    [👍 Dit helpt] [👎 Helpt niet]
    [Toch nog even]
    - - -
    Boris kon je niet bereiken. Daarom is je vraag nu afgerond. Wil je verder, tik dan op Toch nog even.

    Je praat nu weer met de automatische hulp. Heb je een nieuwe vraag, stel hem gerust.
    [Toch nog even]
    - - -
    Boris heeft je vraag afgerond, omdat hij niet meer nodig is.
    Deze afspraak vervalt: bellen over de borg, morgen (dinsdag 24 november) om 14.00 uur.

    Je praat nu weer met de automatische hulp. Heb je een nieuwe vraag, stel hem gerust.
    [Toch nog even]
    - - -
    Goed, ik haal Boris er weer bij. Schrijf maar wat je nog wilt weten.
    - - -
    Goed, je vraag staat weer open. Schrijf maar wat je nog wilt weten. Een mens leest het.
    - - -
    Dat is te lang geleden om verder te gaan. Stel je vraag gerust opnieuw, of vraag een mens.
    [🙋 Mens]
    ");
}

#[test]
fn done_in_english() {
    insta::assert_snapshot!(seen(Language::En, &done()), @"
    Boris has finished with your question. Did it help?

    You are talking to the automatic helper again. If you have a new question, just ask.
    [👍 This helps] [👎 No help]
    [One more thing]
    - - -
    Boris refers you to KVK Zwolle. Did it help?

    You are talking to the automatic helper again. If you have a new question, just ask.
    [👍 This helps] [👎 No help]
    [One more thing]
    - - -
    Boris has finished with your question. Did it help?

    You are talking to the automatic helper again. If you have a new question, just ask.
    [👍 This helps] [👎 No help]
    [One more thing]
    - - -
    Boris has looked, but there is no scheme for this now. Did the answer help?

    You are talking to the automatic helper again. If you have a new question, just ask.
    [👍 This helps] [👎 No help]
    [One more thing]
    - - -
    Boris could not reach you. That is why your question is closed now. To go on, tap One more thing.

    You are talking to the automatic helper again. If you have a new question, just ask.
    [One more thing]
    - - -
    Boris has closed your question, because it is no longer needed.
    This appointment is called off: bellen over de borg, tomorrow (Tuesday 24 November) at 14:00.

    You are talking to the automatic helper again. If you have a new question, just ask.
    [One more thing]
    - - -
    Fine, I am bringing Boris back. Just write what else you would like to know.
    - - -
    Fine, your question is open again. Just write what else you would like to know. A person reads it.
    - - -
    That was too long ago to go on with. Please ask again, or ask for a person.
    [🙋 Person]
    ");
}

#[test]
fn your_data_in_dutch() {
    insta::assert_snapshot!(seen(Language::Nl, &your_data()), @"
    Wil je alles laten wissen? Dan wissen we dit gesprek, je gegevens en je vragen aan een mens. Dat kun je niet terugdraaien.
    [Ja, wis alles] [Nee, bewaar het]
    - - -
    Goed, we wissen niets.
    [🙋 Mens]
    - - -
    Alles is gewist. Wat er in Telegram op je scherm staat, kun je zelf wissen. Wil je later iets vragen, dan begin je gewoon opnieuw.
    [🙋 Mens]
    - - -
    Hier is alles wat we van je bewaren. Wil je dat het weg is, stuur dan /vergeetmij.
    [🙋 Mens]
    ");
}

#[test]
fn your_data_in_english() {
    insta::assert_snapshot!(seen(Language::En, &your_data()), @"
    Do you want everything erased? Then we erase this chat, your data and your questions to a person. You can't undo that.
    [Yes, erase everything] [No, keep it]
    - - -
    All right, we erase nothing.
    [🙋 Person]
    - - -
    Everything is erased. What you see on your screen in Telegram you can delete yourself. If you want to ask something later, just start again.
    [🙋 Person]
    - - -
    Here is everything we keep about you. If you want it gone, send /vergeetmij.
    [🙋 Person]
    ");
}

/// The menu and the descriptions: what somebody sees before the first word.
#[test]
fn the_messenger_presents_the_bot() {
    let (phrases, catalogue) = (phrasebook(), catalogue::small());
    let shown = Language::ALL.map(|language| {
        let profile = renderer(&phrases, &catalogue).profile(language);
        assert!(profile.description.chars().count() <= 512);
        assert!(profile.short_description.chars().count() <= 120);
        let commands = profile.commands.iter().chain(&profile.desk_commands);
        assert!(commands.clone().all(|(_, purpose)| purpose.chars().count() <= 60));
        let menu: Vec<String> = commands.map(|(word, purpose)| format!("/{word} {purpose}")).collect();
        format!("{}\n{}\n{}", profile.description, profile.short_description, menu.join("\n"))
    });
    insta::assert_snapshot!(shown.join("\n- - -\n"), @"
    Stel je vraag over geld, regels, personeel of je pand. Loket is een automatische hulp voor ondernemers in Oost-Nederland en zoekt het antwoord voor je op. Weet Loket het niet, dan haalt het er een mens bij.
    Automatische hulp voor ondernemers in Oost-Nederland. Met een mens als dat beter is.
    /start Begin hier
    /help Wat je hier kunt doen
    /mens Praat met een mens
    /status Zie waar je vraag aan een mens staat
    /regelingen Bekijk wat er is, per onderwerp
    /gemeente Zeg waar je bedrijf zit
    /taal Nederlands of Engels
    /privacy Wat we van je bewaren
    /mijngegevens Krijg alles wat we van je bewaren
    /vergeetmij Laat alles wissen
    /klaar Vraag afsluiten
    /over Doorgeven aan een collega of loket
    /niet Niet voor mij
    /zoek Zoeken in de catalogus
    /tekst Vaste tekst sturen
    /afspraak Afspraak noteren
    /mijn Mijn open vragen
    /open Alle open vragen
    /weg Afwezig, met waarnemer
    /terug Weer terug
    - - -
    Ask about money, rules, staff or your premises. Loket is an automatic helper for business owners in Oost-Nederland and looks up the answer for you. If Loket doesn't know, it brings in a person.
    Automatic helper for business owners in Oost-Nederland. With a person when that is better.
    /start Start here
    /help What you can do here
    /mens Talk to a person
    /status See where your question to a person stands
    /regelingen See what there is, by topic
    /gemeente Say where your business is
    /taal Dutch or English
    /privacy What we keep about you
    /mijngegevens Get everything we keep about you
    /vergeetmij Have everything erased
    /klaar Vraag afsluiten
    /over Doorgeven aan een collega of loket
    /niet Niet voor mij
    /zoek Zoeken in de catalogus
    /tekst Vaste tekst sturen
    /afspraak Afspraak noteren
    /mijn Mijn open vragen
    /open Alle open vragen
    /weg Afwezig, met waarnemer
    /terug Weer terug
    ");
}
