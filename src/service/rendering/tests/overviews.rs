//! The board, the answers to `/open` and `/mijn`, and the morning digest.

use super::everything::{appointment, boris, case};
use super::{at, catalogue, phrasebook, renderer, screen};
use crate::domain::appointment::Appointment;
use crate::domain::case::{Case, CaseState, Manager, Reason};
use crate::domain::delivery::{Topic, TopicIcon};
use crate::domain::ids::{CaseNumber, ChatId, PersonId, ThemeId, ThreadId};
use crate::domain::message::{Message, Style};
use crate::domain::text::MESSAGE_LIMIT;
use crate::domain::wait::Wait;
use crate::ports::store::OpenCase;

/// Every sign a topic can have.
pub(super) const SIGNS: [TopicIcon; 5] =
    [TopicIcon::Waiting, TopicIcon::Taken, TopicIcon::Late, TopicIcon::Urgent, TopicIcon::Closed];

fn iris() -> Manager {
    Manager { id: PersonId(8), name: "Iris".to_owned() }
}

/// A case of which the client waits since this morning, with a promise for this moment.
fn waiting(number: i64, promise: &str) -> Case {
    Case {
        number: CaseNumber(number),
        wait: Some(Wait::from(at("2026-11-23T09:00:00+01:00"))),
        promise: Some(at(promise)),
        ..case(Reason::Asked)
    }
}

fn of(owner: Manager, case: Case) -> Case {
    Case { state: CaseState::Taken, owner: Some(owner), ..case }
}

fn open(case: Case) -> OpenCase {
    OpenCase { topic: Some(Topic { chat: ChatId(-1_001_234), thread: ThreadId(case.number.0) }), case }
}

/// What a desk may find in the morning: one of everything.
pub(super) fn morning() -> Vec<OpenCase> {
    let (earlier, today, tomorrow) =
        ("2026-11-23T13:00:00+01:00", "2026-11-23T15:30:00+01:00", "2026-11-24T12:00:00+01:00");
    let paused = Wait { paused: true, ..Wait::from(at(earlier)) };
    let agreed_today = Appointment { at: at("2026-11-23T16:00:00+01:00"), ..appointment() };
    let place = Some(catalogue::area("GM0150"));
    [
        Case { place, theme: Some(ThemeId::new("finance")), ..waiting(1, tomorrow) },
        waiting(2, today),
        Case { reason: Reason::Distress, ..waiting(3, tomorrow) },
        of(boris(), waiting(4, earlier)),
        of(iris(), Case { wait: None, appointments: vec![agreed_today, appointment()], ..waiting(5, today) }),
        of(boris(), Case { wait: Some(paused), ..waiting(6, earlier) }),
        Case { promise: None, ..waiting(7, today) },
    ]
    .map(open)
    .into()
}

/// So many cases: half of them Boris's, all late, each with an appointment today.
pub(super) fn many(count: i64) -> Vec<OpenCase> {
    let agreed = Appointment { at: at("2026-11-23T16:00:00+01:00"), ..appointment() };
    let late = |number| Case { appointments: vec![agreed.clone()], ..waiting(number, "2026-11-23T13:00:00+01:00") };
    (1..=count).map(|number| open(if number % 2 == 0 { of(boris(), late(number)) } else { late(number) })).collect()
}

fn shown(show: impl Fn(&super::Renderer<'_>) -> Message) -> String {
    let (phrases, catalogue) = (phrasebook(), catalogue::small());
    screen(&show(&renderer(&phrases, &catalogue)))
}

fn digest(cases: &[OpenCase]) -> Option<String> {
    let (phrases, catalogue) = (phrasebook(), catalogue::small());
    renderer(&phrases, &catalogue).digest(cases).map(|message| screen(&message))
}

/// Distress first, then what is late, then what is due soonest.
#[test]
fn the_board() {
    insta::assert_snapshot!(shown(|house| house.board(&morning())), @"
    Open vragen

    Wacht op iemand (4)
    ❗ 3 · onbekend · morgen (dinsdag 24 november) vóór 12.00 uur
    🟡 2 · onbekend · vandaag vóór 15.30 uur
    🟡 1 · Deventer · Geld en financiering · morgen (dinsdag 24 november) vóór 12.00 uur
    🟡 7 · onbekend · geen tijd beloofd

    Opgepakt (3)
    🔴 4 · onbekend · Boris · te laat (vandaag vóór 13.00 uur)
    🟢 6 · onbekend · Boris · klok staat stil
    🟢 5 · onbekend · Iris · laatste woord van ons
    ");
}

#[test]
fn an_empty_board_says_so() {
    assert_eq!(shown(|house| house.board(&[])), "Open vragen\nEr staat niets open.");
}

/// On the board each case leads to its topic, once there is one.
#[test]
fn a_case_on_the_board_leads_to_its_topic() {
    let (phrases, catalogue) = (phrasebook(), catalogue::small());
    let cases = [
        open(waiting(1, "2026-11-24T12:00:00+01:00")),
        OpenCase { topic: None, ..open(waiting(2, "2026-11-24T12:00:00+01:00")) },
    ];
    let board = renderer(&phrases, &catalogue).board(&cases).text;
    let links: Vec<_> = board.pieces().filter(|(style, _)| matches!(style, Style::Link(_))).collect();
    assert_eq!(links, [(&Style::Link("https://t.me/c/1234/1".to_owned()), "🟡 1 · onbekend")]);
}

#[test]
fn the_open_cases_and_those_of_who_asks() {
    assert_eq!(shown(|house| house.overview(&morning(), false)), shown(|house| house.board(&morning())));
    let mine: Vec<_> = morning().into_iter().filter(|open| open.case.is_owned_by(boris().id)).collect();
    insta::assert_snapshot!(shown(|house| house.overview(&mine, true)), @"
    Jouw open vragen

    Opgepakt (2)
    🔴 4 · onbekend · Boris · te laat (vandaag vóór 13.00 uur)
    🟢 6 · onbekend · Boris · klok staat stil
    ");
    assert_eq!(shown(|house| house.overview(&[], false)), "Er staat niets open.");
    assert_eq!(shown(|house| house.overview(&[], true)), "Je hebt geen open vragen.");
}

/// What is late, what is due today, what is nobody's, what was agreed, and whose it all is.
#[test]
fn the_digest() {
    insta::assert_snapshot!(digest(&morning()).unwrap(), @"
    Goedemorgen. Dit staat open.

    Te laat (1)
    🔴 4 · onbekend · Boris · te laat (vandaag vóór 13.00 uur)

    Vandaag beloofd (1)
    🟡 2 · onbekend · vandaag vóór 15.30 uur

    Nog van niemand (4)
    🟡 1 · Deventer · Geld en financiering · morgen (dinsdag 24 november) vóór 12.00 uur
    🟡 2 · onbekend · vandaag vóór 15.30 uur
    ❗ 3 · onbekend · morgen (dinsdag 24 november) vóór 12.00 uur
    🟡 7 · onbekend · geen tijd beloofd

    Afspraken vandaag
    Vraag 5: bellen over de borg, vandaag om 16.00 uur

    Van wie
    @Boris: 4, 6
    @Iris: 5
    ");
}

/// Nobody is told every morning that there is nothing to tell.
#[test]
fn there_is_no_digest_of_nothing() {
    assert_eq!(digest(&[]), None);
    let paused = Wait { paused: true, ..Wait::from(at("2026-11-23T09:00:00+01:00")) };
    let out_of_reach = Case { wait: Some(paused), ..waiting(1, "2026-11-23T13:00:00+01:00") };
    assert_eq!(digest(&[open(out_of_reach)]), None, "nobody can do anything about this one");
}

/// Of more than fits on a phone the rest is counted; nothing that was to be said at the end falls off.
#[test]
fn what_does_not_fit_is_counted() {
    let board = shown(|house| house.board(&many(300)));
    let counted = |text: &str| text.lines().filter(|line| line.starts_with("… en nog ")).count();
    assert!(board.encode_utf16().count() <= MESSAGE_LIMIT);
    assert!(board.contains("Wacht op iemand (150)") && board.contains("Opgepakt (150)"), "{board}");
    assert_eq!(counted(&board), 2, "{board}");
    let listed = board.lines().filter(|line| line.contains(" · onbekend")).count();
    let left: usize =
        board.lines().filter_map(|line| line.strip_prefix("… en nog ")?.split('.').next()?.parse::<usize>().ok()).sum();
    assert_eq!(listed + left, 300);

    let digest = digest(&many(300)).unwrap();
    assert!(digest.encode_utf16().count() <= MESSAGE_LIMIT, "{digest}");
    for heading in ["Te laat (300)", "Nog van niemand (150)", "Afspraken vandaag", "Van wie"] {
        assert!(digest.contains(heading), "{heading} in:\n{digest}");
    }
    assert!(digest.contains("@Boris: 2, 4, 6, 8, 10, 12, 14, 16, 18, 20 …"), "{digest}");
}
