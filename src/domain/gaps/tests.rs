use proptest::prelude::*;

use super::*;
use crate::adapters::index::TellingWords;
use crate::ports::words::Words as _;

/// Eight frames and twenty things that people ask about, each in five ways.
const FRAMES: [&str; 8] = [
    "hoe zit het met {}",
    "{}, wat moet ik daarvoor doen?",
    "Kan iemand mij vertellen hoe dat gaat met {}",
    "ik zoek informatie over {} voor mijn bedrijf",
    "mag dat zomaar, {}",
    "vraagje over {} aub",
    "wij zijn een klein bedrijf en hebben te maken met {}, wat nu?",
    "wie weet meer van {}",
];
const KINDS: [[&str; 5]; 20] = [
    [
        "een terrasvergunning",
        "vergunning voor het terras",
        "een terras op de stoep",
        "terrasregels",
        "mijn terras groter maken",
    ],
    [
        "zonnepanelen op de loods",
        "zonnepaneel voor bedrijfsdak",
        "zonnepanelen huren",
        "stroom van zonnepanelen",
        "zonnepaneln op mijn dak",
    ],
    [
        "een zieke werknemer",
        "ziekte van mijn werknemer",
        "loon bij ziekte",
        "een werknemer die lang ziek is",
        "ziekmelding van personeel",
    ],
    ["btw-aangifte te laat", "de btw aangifte", "btw terugvragen", "aangifte btw vergeten", "boete voor btw"],
    [
        "laadpalen bij de zaak",
        "een laadpaal",
        "laadpaal voor bestelbus",
        "elektrische laadpalen plaatsen",
        "een laadpal voor de auto",
    ],
    [
        "de huur van mijn winkelpand",
        "huurverhoging winkelpand",
        "huurcontract van de winkel",
        "winkelpand onderhuren",
        "de huurprijs van het pand",
    ],
    [
        "een stagiair uit het mbo",
        "stagevergoeding",
        "stage en leerbedrijf",
        "leerbedrijf worden voor stagiairs",
        "stagiaires",
    ],
    ["export naar Marokko", "exporteren naar Turkije", "exportpapieren", "export buiten Europa", "douane bij export"],
    [
        "afval van het restaurant",
        "bedrijfsafval ophalen",
        "afvalcontainer",
        "bedrijfsafval scheiden",
        "gescheiden afval",
    ],
    ["een octrooi", "octrooi aanvragen", "kosten van octrooi", "mijn uitvinding octrooieren", "een octrooi in Europa"],
    ["camera's in de winkel", "cameratoezicht", "beveiligingscamera", "camera tegen diefstal", "cameras bij de deur"],
    [
        "alcohol schenken",
        "een alcoholvergunning",
        "alcohol verkopen op de markt",
        "wijn en alcohol bij de kapper",
        "alcohol aan jongeren",
    ],
    [
        "een foodtruck",
        "standplaats voor foodtruck",
        "foodtruck op festival",
        "met de foodtruck staan",
        "een foodtruk beginnen",
    ],
    [
        "het dak isoleren",
        "isolatie van bedrijfspand",
        "isoleren van de muren",
        "isolatieglas in de zaak",
        "pand isoleren",
    ],
    [
        "een cyberaanval",
        "cyberveiligheid",
        "gehackt door een cybercrimineel",
        "cyber verzekering",
        "cyberaanval melden",
    ],
    [
        "parkeerplaatsen voor klanten",
        "parkeerontheffing",
        "parkeren voor de deur",
        "betaald parkeren bij de winkel",
        "parkeervergunning voor busje",
    ],
    ["reclame op de gevel", "een reclamebord", "lichtreclame", "reclamebord langs de weg", "gevelreclame"],
    [
        "mijn bedrijf verkopen aan mijn zoon",
        "bedrijfsopvolging",
        "opvolging in het familiebedrijf",
        "een opvolger zoeken",
        "bedrijfsopvolging regelen",
    ],
    ["een taxivergunning", "taxi rijden als zzp", "taxivervoer starten", "een taxibedrijf", "taxi op de standplaats"],
    [
        "wateroverlast in de kelder",
        "schade door wateroverlast",
        "water in het pand na regen",
        "wateroverlast melden",
        "wateroverlast door hoosbui",
    ],
];

fn miss(id: i64, text: &str) -> Miss {
    let words = TellingWords::default().telling(text, Language::Nl);
    Miss {
        id: QuestionId(id),
        asker: ClientId(id % 40),
        at: Moment::from_millis(id * 1000),
        text: text.to_owned(),
        language: Language::Nl,
        place: None,
        theme: None,
        lack: Lack::NoMatch,
        shown: Vec::new(),
        case: None,
        answer: None,
        known_now: None,
        traits: Traits { words, near: Vec::new() },
    }
}

/// Two hundred questions of twenty kinds, shuffled: ten of each, every way of saying twice.
fn two_hundred() -> Vec<(usize, Miss)> {
    let mut all: Vec<(usize, String)> = (0..200)
        .map(|number| {
            let (kind, way) = (number % 20, number / 20 % 5);
            (kind, FRAMES[(number * 7 + number / 20) % 8].replace("{}", KINDS[kind][way]))
        })
        .collect();
    all.sort_by_key(|(kind, text)| (text.len() * 31 + kind * 17) % 199);
    (1..).zip(all).map(|(id, (kind, text))| (kind, miss(id, &text))).collect()
}

#[test]
fn of_two_hundred_questions_four_fifths_find_their_own_kind() {
    let all = two_hundred();
    let groups = grouped(all.iter().map(|(_, miss)| miss.clone()).collect());
    let kind = |miss: &Miss| all.iter().find(|(_, one)| one.id == miss.id).unwrap().0;
    let mut right = 0;
    for wanted in 0..20 {
        // A kind is right where most of it stands together, among few others.
        let of_kind = |group: &&Group| group.misses().iter().filter(|miss| kind(miss) == wanted).count();
        let home = groups.iter().max_by_key(of_kind).unwrap();
        let own = of_kind(&home);
        right += if own * 2 > home.misses().len() { own } else { 0 };
    }
    println!("{right} of 200 right, in {} groups", groups.len());
    assert!(right >= 160, "{right} of 200 stand with their own kind, in {} groups", groups.len());
    assert!((15..=60).contains(&groups.len()), "{} groups", groups.len());
}

#[test]
fn what_has_nothing_in_common_stays_apart() {
    let groups = grouped(vec![miss(1, "mag ik kippen houden"), miss(2, "lekkende kraan in mijn atelier")]);
    assert_eq!(groups.len(), 2);
    assert_eq!(groups[0].misses()[0].id, QuestionId(2), "the newest first");
}

#[test]
fn people_are_counted_once_and_a_few_can_not_be_placed() {
    let many: Vec<Miss> =
        (1..=6).map(|id| Miss { asker: ClientId(id % 4), ..miss(id, "mag ik kippen houden") }).collect();
    let group = grouped(many).remove(0);
    assert_eq!((group.misses().len(), group.people(), group.may_be_placed()), (6, 4, false));
    let many: Vec<Miss> = (1..=5).map(|id| miss(id, "mag ik kippen houden")).collect();
    assert!(grouped(many).remove(0).may_be_placed());
}

#[test]
fn a_name_is_hidden_where_it_is_a_name() {
    assert_eq!(without_name("Hoi Anna, hier Anna-Bel. Annanas!", "Anna"), "Hoi …, hier …-Bel. Annanas!");
    assert_eq!(without_name("Wil wil dat", "Wil"), "… wil dat");
    assert_eq!(without_name("Jan de Boer belt", "Jan de B"), "… … Boer belt");
    assert_eq!(without_name("niets", ""), "niets");
}

#[test]
fn a_title_is_the_first_sentence_and_fits() {
    assert_eq!(FaqDraft::title_of("mag ik kippen\nhouden? Het zijn er vijf."), "Mag ik kippen houden?");
    let long = FaqDraft::title_of(&"hoe lang ".repeat(30));
    assert!(long.chars().count() <= 70 && long.ends_with(" hoe"), "{long}");
    let taken = |id: &EntryId| id.as_str() == "mag-ik-kippen-houden";
    assert_eq!(FaqDraft::id_of("Mag ik kippen houden?", taken).as_str(), "mag-ik-kippen-houden-2");
    assert_eq!(FaqDraft::id_of("Één café, één ü", |_| false).as_str(), "een-cafe-een-u");
    assert_eq!(FaqDraft::id_of("???", |_| false).as_str(), "vraag");
}

fn some_questions() -> impl Strategy<Value = Vec<Miss>> {
    let words =
        prop::collection::vec(prop::sample::select(vec!["kip", "dak", "huur", "btw", "zon", "export", "taxi"]), 0..5);
    prop::collection::vec(words, 0..30)
        .prop_map(|all| (1..).zip(all).map(|(id, words)| miss(id, &words.join(" "))).collect())
}

proptest! {
    #[test]
    fn every_question_stands_in_one_group_whatever_the_order(all in some_questions(), turned in any::<prop::sample::Index>()) {
        let groups = grouped(all.clone());
        let mut ids: Vec<i64> = groups.iter().flat_map(Group::misses).map(|miss| miss.id.0).collect();
        ids.sort_unstable();
        prop_assert_eq!(ids, all.iter().map(|miss| miss.id.0).collect::<Vec<_>>());
        let mut other = all.clone();
        if !other.is_empty() {
            let by = turned.index(other.len());
            other.rotate_left(by);
        }
        other.reverse();
        prop_assert_eq!(grouped(other), groups);
    }

    #[test]
    fn the_same_words_stand_together_and_the_newest_comes_first(all in some_questions()) {
        let groups = grouped(all.clone());
        for one in &all {
            let group = groups.iter().find(|group| group.holds(one.id)).unwrap();
            for other in all.iter().filter(|other| other.text == one.text) {
                prop_assert!(group.holds(other.id), "{} and {}", one.id, other.id);
            }
        }
        let newest: Vec<_> = groups.iter().map(Group::newest).collect();
        prop_assert!(newest.is_sorted_by(|one, next| one >= next));
    }

    #[test]
    fn a_hidden_name_is_nowhere_a_word(before in "[a-z ,.]{0,20}", name in "[A-Z][a-z]{1,8}", behind in "[a-z ,.]{0,20}") {
        let hidden = without_name(&format!("{before} {name} {behind}"), &name);
        prop_assert!(!hidden.split(|letter: char| !letter.is_alphanumeric()).any(|word| word == name));
    }
}
