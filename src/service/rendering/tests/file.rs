//! The file of `/mijngegevens`.

use super::everything::case;
use super::{at, catalogue, monday_afternoon, phrasebook, renderer};
use crate::conversation::Conversation;
use crate::domain::case::{Case, CaseState, Manager, Reason};
use crate::domain::ids::{ChatId, ClientId, MessageRef, PersonId};
use crate::domain::language::Language;
use crate::domain::moment::Moment;
use crate::ports::store::{Speaker, TranscriptLine};

pub(super) fn line(moment: Moment, speaker: Speaker, name: &str, text: &str, decision: &str) -> TranscriptLine {
    TranscriptLine {
        at: moment,
        speaker,
        name: name.to_owned(),
        text: text.to_owned(),
        message: None,
        line: None,
        decision: decision.to_owned(),
        release: None,
        case: None,
    }
}

/// A short talk with everybody in it.
pub(super) fn transcript() -> Vec<TranscriptLine> {
    vec![
        line(at("2026-11-23T12:00:00Z"), Speaker::Client, "", "geld lenen <b>kan dat</b>", ""),
        line(at("2026-11-23T12:00:01Z"), Speaker::Bot, "", "Klein krediet (Qredits)", "answer:qredits"),
        line(at("2026-11-23T12:05:00Z"), Speaker::Manager, "Boris", "Bel me gerust.", ""),
        line(at("2026-11-23T12:06:00Z"), Speaker::Manager, "", "Of mail.", ""),
    ]
}

pub(super) fn anna(language: Language) -> Conversation {
    let mut anna = Conversation::new(ClientId(4211), "Anna".to_owned(), monday_afternoon());
    anna.language = language;
    anna.attachments = vec![MessageRef { chat: ChatId(4211), message: 8 }];
    anna
}

pub(super) fn finished() -> Case {
    Case {
        state: CaseState::Closed,
        owner: Some(Manager { id: PersonId(7), name: "Boris".to_owned() }),
        closed: Some(at("2026-11-24T09:10:00+01:00")),
        ..case(Reason::NoMatch)
    }
}

/// Somebody who asks what is kept about them can read the file without help.
#[test]
fn everything_that_is_kept_in_a_file_to_read() {
    let (phrases, catalogue) = (phrasebook(), catalogue::small());
    let renderer = renderer(&phrases, &catalogue);
    assert_eq!(renderer.my_data_name(Language::Nl), "mijn-gegevens-loket.txt");
    insta::assert_snapshot!(renderer.my_data(&anna(Language::Nl), &transcript(), &[finished()]), @"
    Wat Loket van je bewaart
    ========================

    Gemaakt op 23 november 2026, 13.30 uur. Verantwoordelijk is gemeente Deventer.

    Over jou
    --------

    Voornaam: Anna
    Nummer in Telegram: 4211
    Taal: Nederlands
    Gemeente: niet bekend
    Laatste contact: 23 november 2026, 13.30 uur
    Foto's en bestanden die je stuurde en die nog niet bij een mens liggen: 1

    Vragen aan een mens
    -------------------

    Nummer 12
    Waarom: geen antwoord gevonden
    Loket: Ondernemersloket Deventer
    Begonnen: 23 november 2026, 13.30 uur
    Reactie beloofd vóór: 24 november 2026, 12.00 uur
    Opgepakt door: Boris
    Afgerond: 24 november 2026, 9.10 uur

    Het gesprek
    -----------

    23 november 2026, 13.00 uur · Jij
    geld lenen <b>kan dat</b>

    23 november 2026, 13.00 uur · Bot [answer:qredits]
    Klein krediet (Qredits)

    23 november 2026, 13.05 uur · Boris
    Bel me gerust.

    23 november 2026, 13.06 uur · Medewerker
    Of mail.

    Bij elk bericht bewaren we ook het nummer dat Telegram eraan gaf, zodat een aanpassing bij het goede bericht komt.
    ");
    insta::assert_snapshot!(renderer.my_data(&anna(Language::En), &[], &[]), @"
    What Loket keeps about you
    ==========================

    Made on 23 November 2026, 13:30. Responsible: gemeente Deventer.

    About you
    ---------

    First name: Anna
    Number in Telegram: 4211
    Language: English
    Municipality: not known
    Last contact: 23 November 2026, 13:30
    Photos and files you sent that no person has yet: 1

    Questions to a person
    ---------------------

    You have not asked a person anything.

    The chat
    --------

    We have no chat of yours.

    With each message we also keep the number Telegram gave it, so that a change reaches the right message.
    ");
}
