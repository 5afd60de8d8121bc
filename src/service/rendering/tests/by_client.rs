//! What a client sees, in both languages.
#![expect(clippy::too_many_lines, reason = "a snapshot is as long as what it shows")]

use super::everything::{choosing, talking};
use super::seen;
use crate::domain::language::Language;

#[test]
fn talking_in_dutch() {
    insta::assert_snapshot!(seen(Language::Nl, &talking()), @"
    Hoi, ik ben Loket: een automatische hulp voor ondernemers in Oost-Nederland. Ik ben geen mens.

    Stel gewoon je vraag, in je eigen woorden. Ik zoek het antwoord voor je op.

    Liever een mens? Tik op Mens of stuur /mens. Ik bewaar dit gesprek tot 28 dagen na je laatste bericht. Meer daarover: /privacy.
    [English]
    [Wat bewaar je?] [🙋 Mens]
    - - -
    Stel je vraag gerust, in je eigen woorden. Of kijk welke onderwerpen er zijn.
    [Onderwerpen] [🙋 Mens]
    - - -
    ⚠️ Het centrum is dicht door hoog water.

    Dit bericht geldt tot 31 december 2027, 18.00 uur.
    - - -
    Ik ben een automatische hulp voor ondernemers in Oost-Nederland. Typ gewoon je vraag, zoals je hem aan een collega stelt. Weet ik het niet, dan haal ik er een mens bij.

    /regelingen – bekijk wat er is, per onderwerp
    /gemeente – zeg waar je bedrijf zit
    /mens – praat met een mens
    /taal – Nederlands of Engels
    /privacy – wat we van je bewaren
    /mijngegevens – krijg alles wat we van je bewaren
    /vergeetmij – laat alles wissen
    [Onderwerpen] [🙋 Mens]
    - - -
    Wat we van je bewaren

    • We bewaren je voornaam zoals die in Telegram staat, je taal, je gemeente en dit gesprek.
    • Dat gebruiken we alleen om je vraag te beantwoorden. Vraag je een mens, dan leest die het gesprek.
    • We wissen alles 28 dagen na je laatste bericht. Is er een mens bij gehaald, dan telt de dag waarop dat klaar was. We houden alleen aantallen over, zonder je naam of je woorden.
    • Verantwoordelijk is gemeente Deventer.
    • Telegram versleutelt een gesprek met een bot niet van begin tot eind. Stuur dus geen wachtwoorden, BSN of medische gegevens.

    Alles zien wat we bewaren: /mijngegevens
    Alles laten wissen: /vergeetmij

    Lees de hele privacyverklaring
    [🙋 Mens]
    - - -
    Die opdracht ken ik niet. Met /help zie je wat er kan. Je vraag kun je ook gewoon typen.
    [🙋 Mens]
    - - -
    Hoi. Waar kan ik je mee helpen? Stel je vraag in je eigen woorden.
    [Onderwerpen] [🙋 Mens]
    - - -
    Graag gedaan. Heb je nog een vraag, stel hem gerust.
    [🙋 Mens]
    - - -
    Tot ziens, en succes met je bedrijf.
    [🙋 Mens]
    - - -
    Fijn. Wil je nog iets weten, typ dan gewoon je vraag.
    [🙋 Mens]
    - - -
    Vervelend dat het niet lukt. Zeg het eens in andere woorden, of tik op Mens. Dan kijkt er iemand mee.
    [🙋 Mens]
    - - -
    Ik ben een automatische hulp, geen mens. Ik zoek in informatie die mensen hebben opgeschreven en gecontroleerd, en ik verzin niets. Kom ik er niet uit, dan haal ik er een mens bij.
    [🙋 Mens]
    - - -
    Daar kan ik niets mee. Ik help ondernemers met vragen over geld, regels en personeel. Heb je zo'n vraag, stel hem gerust.
    [Onderwerpen] [🙋 Mens]
    - - -
    Hier kan ik geen vraag in lezen. Typ in een paar woorden wat je zoekt, bijvoorbeeld: subsidie voor zonnepanelen op mijn loods.
    [Onderwerpen] [🙋 Mens]
    - - -
    Foto's, bestanden en spraakberichten kan ik niet zelf bekijken. Een mens kan dat wel: tik op Mens, dan stuur ik het mee. Of typ je vraag in woorden.
    [🙋 Mens]
    - - -
    Dit soort bericht kan ik niet lezen of doorsturen. Wil je in gewone woorden typen wat je bedoelt?
    [🙋 Mens]
    - - -
    In je bericht staat een nummer dat op een BSN lijkt. We hebben het onleesbaar gemaakt en niet bewaard. In je eigen bericht staat het nog wel: dat kun je zelf wissen. We hebben je BSN nooit nodig.
    [🙋 Mens]
    - - -
    Fijn, bedankt dat je het zegt.
    - - -
    Dat zijn heel veel berichten. Ik lees weer verder vanaf 1 januari 1970, 1.00 uur. Wil je een mens spreken? Tik op Mens.
    [🙋 Mens]
    - - -
    Er wachten nu heel veel ondernemers op een mens. Ik kan je er niet bij zetten, want dan wacht je veel te lang. Probeer het straks nog eens met /mens. Vragen beantwoord ik gewoon.
    [🙋 Mens]
    ");
}

#[test]
fn talking_in_english() {
    insta::assert_snapshot!(seen(Language::En, &talking()), @"
    Hi, I am Loket: an automatic helper for business owners in Oost-Nederland. I am not a person.

    Just ask your question in your own words. I will look up the answer.

    Rather talk to a person? Tap Person or send /mens. I keep this chat until 28 days after your last message. More about that: /privacy.
    [Nederlands]
    [What do you keep?] [🙋 Person]
    - - -
    Go ahead and ask, in your own words. Or see which topics there are.
    [Topics] [🙋 Person]
    - - -
    ⚠️ Het centrum is dicht door hoog water.

    This notice holds until 31 December 2027, 18:00.
    - - -
    I am an automatic helper for business owners in Oost-Nederland. Just type your question as you would ask a colleague. If I don't know, I bring in a person.

    /regelingen – see what there is, by topic
    /gemeente – say where your business is
    /mens – talk to a person
    /taal – Dutch or English
    /privacy – what we keep about you
    /mijngegevens – get everything we keep about you
    /vergeetmij – have everything erased
    [Topics] [🙋 Person]
    - - -
    What we keep about you

    • We keep your first name as it is in Telegram, your language, your municipality and this chat.
    • We only use it to answer your question. If you ask for a person, that person reads the chat.
    • We erase everything 28 days after your last message. If a person was brought in, we count from the day that was finished. We only keep counts, without your name or your words.
    • Responsible for this: gemeente Deventer.
    • Telegram does not encrypt a chat with a bot from end to end. So don't send passwords, a citizen service number (BSN) or medical details.

    See everything we keep: /mijngegevens
    Have everything erased: /vergeetmij

    Read the full privacy statement
    [🙋 Person]
    - - -
    I don't know that command. Send /help to see what you can do. You can also just type your question.
    [🙋 Person]
    - - -
    Hi. What can I help you with? Ask your question in your own words.
    [Topics] [🙋 Person]
    - - -
    You're welcome. If you have another question, just ask.
    [🙋 Person]
    - - -
    Goodbye, and good luck with your business.
    [🙋 Person]
    - - -
    Good. If you want to know more, just type your question.
    [🙋 Person]
    - - -
    I'm sorry this isn't working. Try other words, or tap Person. Then someone will have a look.
    [🙋 Person]
    - - -
    I am an automatic helper, not a person. I search information that people wrote and checked, and I make nothing up. If I can't find it, I bring in a person.
    [🙋 Person]
    - - -
    I can't do anything with that. I help business owners with questions about money, rules and staff. If you have one, just ask.
    [Topics] [🙋 Person]
    - - -
    I can't read a question in this. Type what you need in a few words, for example: grant for solar panels on my warehouse.
    [Topics] [🙋 Person]
    - - -
    I can't look at photos, files and voice messages myself. A person can: tap Person and I will send it along. Or type your question in words.
    [🙋 Person]
    - - -
    I can't read this kind of message or pass it on. Could you type what you mean in plain words?
    [🙋 Person]
    - - -
    Your message contains a number that looks like a citizen service number (BSN). We made it unreadable and did not keep it. It is still in your own message: you can delete that yourself. We never need your BSN.
    [🙋 Person]
    - - -
    Good, thanks for telling me.
    - - -
    That is a lot of messages. I will read on from 1 January 1970, 1:00. Would you like to talk to a person? Tap Person.
    [🙋 Person]
    - - -
    A lot of entrepreneurs are waiting for a person now. I can't add you, as you would wait far too long. Try again later with /mens. I still answer questions.
    [🙋 Person]
    ");
}

#[test]
fn choosing_in_dutch() {
    insta::assert_snapshot!(seen(Language::Nl, &choosing()), @"
    Wat bedoel je?
    [De overheid staat borg voor je lening]
    [Klein krediet tot € 50.000 (Qredits)]
    [Geen van deze] [🙋 Mens]
    - - -
    Bedoel je dit?
    [De overheid staat borg voor je lening]
    [Nee, iets anders] [🙋 Mens]
    - - -
    Ik vind hier niets beters voor. Zeg het eens in andere woorden, of vraag het aan een mens.
    [Onderwerpen] [🙋 Mens]
    - - -
    Jammer dat dit niet helpt. Zeg het eens in andere woorden, of vraag het aan een mens.
    [Iets anders] [🙋 Mens]
    - - -
    Waar gaat je vraag over?
    [Geld en financiering] [Geldzorgen]
    [Over de grens]
    [🙋 Mens]
    - - -
    Geld en financiering

    1. Voucher voor energieadvies (Overijssel)
    De provincie betaalt mee aan advies.

    2. Bijstand voor zelfstandigen (Bbz)
    Even geen inkomen? De gemeente kan helpen.

    3. De overheid staat borg voor je lening (BMKB)
    Heb je te weinig onderpand voor een lening? Dan kan de overheid voor een deel borg staan.

    4. Klein krediet tot € 50.000 (Qredits)
    Lenen zonder bank.

    5. Loket van de overheid voor ondernemers (RVO)
    Bij RVO vraag je subsidies aan.

    6. Hulp in coronatijd (Tozo) (niet meer open)
    Dit was hulp in coronatijd.
    [1] [2] [3] [4] [5] [6]
    [Onderwerpen] [🙋 Mens]
    - - -
    Geld en financiering (2 van 2)

    1. Hulp in coronatijd (Tozo) (niet meer open)
    Dit was hulp in coronatijd.
    [1]
    [‹ Vorige]
    [Onderwerpen] [🙋 Mens]
    - - -
    Over de grens

    Over dit onderwerp staat er nog niets. Stel je vraag gerust, dan zoek ik verder.
    [Onderwerpen] [🙋 Mens]
    - - -
    In welke taal praten we verder?
    [Nederlands] [English]
    [🙋 Mens]
    - - -
    We speak English.
    [🙋 Person]
    - - -
    We praten Nederlands.
    [🙋 Mens]
    - - -
    Waar zit je bedrijf? Kies hieronder, of typ de naam van je gemeente, stad of dorp.
    [Deventer] [Enschede]
    [Berkelland]
    [🙋 Mens]
    - - -
    Ik denk dat je bedrijf in Deventer zit. Klopt dat niet? Kies hieronder, of typ de naam van je gemeente, stad of dorp.
    [Enschede] [Berkelland]
    [Vergeet mijn gemeente]
    [🙋 Mens]
    - - -
    Ik let vanaf nu op wat er in Deventer geldt. Wat in het hele land geldt, zie je ook.
    [🙋 Mens]
    - - -
    Je bedrijf zit in Amsterdam. Wij werken voor Oost-Nederland, dus over Amsterdam zelf weet ik minder. Wat in het hele land geldt, ken ik wel.
    [🙋 Mens]
    - - -
    Ik ben vergeten waar je bedrijf zit. Met /gemeente zeg je het opnieuw.
    [🙋 Mens]
    - - -
    Ik ken geen gemeente of plaats met de naam Atlantis. Stuur /gemeente met de naam erachter, of kies hieronder.
    [Deventer] [Enschede]
    [Berkelland]
    [🙋 Mens]
    ");
}

#[test]
fn choosing_in_english() {
    insta::assert_snapshot!(seen(Language::En, &choosing()), @"
    What do you mean?
    [The government guarantees part of…]
    [Small loan up to €50,000 (Qredits)]
    [None of these] [🙋 Person]
    - - -
    Is this what you mean?
    [The government guarantees part of…]
    [No, something else] [🙋 Person]
    - - -
    I can't find anything better for this. Try other words, or ask a person.
    [Topics] [🙋 Person]
    - - -
    Sorry this doesn't help. Try other words, or ask a person.
    [Something else] [🙋 Person]
    - - -
    What is your question about?
    [Money and finance] [Money worries]
    [Doing business abroad]
    [🙋 Person]
    - - -
    Money and finance

    1. Voucher for energy advice (Overijssel)
    The province pays part of the advice.

    2. Benefit for the self-employed (Bbz)
    No income for a while? The municipality can help.

    3. Government desk for business owners (RVO)
    At RVO you apply for subsidies.

    4. Small loan up to €50,000 (Qredits)
    Borrow without a bank.

    5. The government guarantees part of your loan (BMKB)
    Not enough collateral for a loan? The government can guarantee part of it.

    6. Help during corona (Tozo) (no longer open)
    This was help during corona.
    [1] [2] [3] [4] [5] [6]
    [Topics] [🙋 Person]
    - - -
    Money and finance (2 of 2)

    1. Help during corona (Tozo) (no longer open)
    This was help during corona.
    [1]
    [‹ Back]
    [Topics] [🙋 Person]
    - - -
    Doing business abroad

    There is nothing on this topic yet. Just ask your question and I will look further.
    [Topics] [🙋 Person]
    - - -
    Which language shall we use?
    [Nederlands] [English]
    [🙋 Person]
    - - -
    We speak English.
    [🙋 Person]
    - - -
    We praten Nederlands.
    [🙋 Mens]
    - - -
    Where is your business? Choose below, or type the name of your municipality, town or village.
    [Deventer] [Enschede]
    [Berkelland]
    [🙋 Person]
    - - -
    I think your business is in Deventer. Not right? Choose below, or type the name of your municipality, town or village.
    [Enschede] [Berkelland]
    [Forget my municipality]
    [🙋 Person]
    - - -
    From now on I look at what applies in Deventer. You also see what applies in the whole country.
    [🙋 Person]
    - - -
    Your business is in Amsterdam. We work for Oost-Nederland, so I know less about Amsterdam itself. I do know what applies in the whole country.
    [🙋 Person]
    - - -
    I have forgotten where your business is. Send /gemeente to say it again.
    [🙋 Person]
    - - -
    I don't know a municipality or place called Atlantis. Send /gemeente followed by the name, or choose below.
    [Deventer] [Enschede]
    [Berkelland]
    [🙋 Person]
    ");
}
