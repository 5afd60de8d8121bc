//! A phrasebook is whole, or says everything that is wrong with it.

use super::{PhraseFault, Phrasebook};
use crate::domain::language::Language;
use crate::ports::phrase_keys::TEXT_VALUES;
use crate::ports::phrases::{Phrases, Unfilled, Value};

const NL: &str = include_str!("../../../knowledge/phrases/nl.ftl");
const EN: &str = include_str!("../../../knowledge/phrases/en.ftl");

fn load(nl: &str, en: &str) -> Result<Phrasebook, Vec<PhraseFault>> {
    Phrasebook::load(&[(Language::Nl, "nl.ftl", nl), (Language::En, "en.ftl", en)])
}

/// The faults as an editor reads them.
fn faults(nl: &str, en: &str) -> Vec<String> {
    let faults = load(nl, en).err().unwrap_or_default();
    faults.into_iter().map(told).collect()
}

/// A fault in English. Whatever a story provokes is said in both languages.
fn told(PhraseFault { file, line, what, mend }: PhraseFault) -> String {
    assert!(what.nl != what.en && mend.nl != mend.en, "Dutch is no English: {what:?}, {mend:?}");
    format!("{file}:{line}: {}: {}", what.en, mend.en)
}

/// The line on which `needle` stands.
fn line_of(text: &str, needle: &str) -> usize {
    text.lines().position(|line| line.contains(needle)).unwrap() + 1
}

#[test]
fn the_sentences_that_ship_are_whole() {
    assert_eq!(faults(NL, EN), Vec::<String>::new());
}

#[test]
fn a_count_decides_between_one_and_more() {
    let book = load(NL, EN).unwrap();
    let kept =
        |language, days| book.say(language, "intro", &[("region", "Oost".into()), ("days", Value::Number(days))]);
    assert!(kept(Language::Nl, 28).contains("28 dagen"));
    assert!(kept(Language::Nl, 1).contains("één dag"));
    assert!(kept(Language::En, 1).contains("one day"));
}

#[test]
fn what_is_filled_in_shows_literally_and_without_invisible_marks() {
    let book = load(NL, EN).unwrap();
    let said = book.say(Language::Nl, "manager-sends", &[("name", "{ $x } <b>".into())]);
    assert_eq!(said, "{ $x } <b> stuurt je dit:");
}

#[test]
fn a_key_that_does_not_exist_shows_as_itself() {
    let book = load(NL, EN).unwrap();
    assert_eq!(book.say(Language::En, "no-such-key", &[]), "no-such-key");
    assert!(!book.has(Language::En, "no-such-key"));
    assert!(book.has(Language::En, "intro"));
}

#[test]
fn a_sentence_that_is_missing_in_one_language_is_named() {
    let without = NL.replace("manager-sends = { $name } stuurt je dit:\n", "");
    let last = without.lines().count();
    assert_eq!(
        faults(&without, EN),
        [format!(
            "nl.ftl:{last}: the sentence `manager-sends` is missing: \
             add a line `manager-sends = …`; in it you may use {{ $name }}"
        )]
    );
}

#[test]
fn a_value_that_nobody_fills_in_is_named_with_its_line() {
    let wrong = NL.replace("{ $name } stuurt je dit:", "{ $nmae } stuurt je dit:");
    let line = line_of(NL, "manager-sends");
    assert_eq!(
        faults(&wrong, EN),
        [format!("nl.ftl:{line}: `manager-sends` asks for $nmae, which nobody fills in: use one of $name")]
    );
}

#[test]
fn a_value_hidden_in_a_plural_is_seen_too() {
    let wrong = NL.replacen("*[other] { $days } dagen", "*[other] { $dasy } dagen", 1);
    assert_eq!(faults(&wrong, EN).len(), 1, "{:?}", faults(&wrong, EN));
}

#[test]
fn all_faults_of_both_files_come_at_once_in_the_order_of_their_lines() {
    let nl =
        format!("{NL}\nbutton-lses = Minder\nready = Nog eens.\nerased = {{ intor }} {{ -merk }} {{ DATE($x) }}\n");
    let en = format!("{EN}\nthis is no sentence\n");
    let (nl_end, en_end) = (NL.lines().count(), EN.lines().count());
    let found = faults(&nl, &en);
    assert_eq!(
        found,
        [
            format!(
                "nl.ftl:{}: nobody says `button-lses`: remove it, or correct the key if it is misspelt",
                nl_end + 2
            ),
            format!("nl.ftl:{}: `ready` stands here twice: keep one of the two", nl_end + 3),
            format!("nl.ftl:{}: `erased` stands here twice: keep one of the two", nl_end + 4),
            format!(
                "nl.ftl:{}: `erased` points to `intor`, which does not exist: write $ in front of a value",
                nl_end + 4
            ),
            format!("nl.ftl:{}: `erased` points to `-merk`, which does not exist: add a line `-merk = …`", nl_end + 4),
            format!("nl.ftl:{}: `erased` uses DATE(), which we don't have: use the value without it", nl_end + 4),
            format!(
                "en.ftl:{}: this can't be read: Expected a token starting with \"=\": \
                 write `key = sentence`; indent the lines that follow, and close every `{{`",
                en_end + 2
            ),
        ]
    );
}

#[test]
fn a_language_without_a_file_is_a_fault() {
    let faults = Phrasebook::load(&[(Language::Nl, "nl.ftl", NL)]).unwrap_err();
    assert_eq!(faults.len(), 1);
    assert_eq!(faults[0].file, "en.ftl");
}

#[test]
fn an_empty_file_misses_everything_and_does_not_fall_over() {
    assert!(faults("", EN).len() > 100);
}

const TEXTS_NL: &str = include_str!("../../../knowledge/texts/nl.ftl");
const TEXTS_EN: &str = include_str!("../../../knowledge/texts/en.ftl");

fn with_texts(nl: &str, en: &str) -> Result<Phrasebook, Vec<PhraseFault>> {
    let files = [(Language::Nl, "nl.ftl", nl), (Language::En, "en.ftl", en)];
    load(NL, EN).unwrap().with_ready_texts(&files)
}

fn faults_of_texts(nl: &str, en: &str) -> Vec<String> {
    let faults = with_texts(nl, en).err().unwrap_or_default();
    faults.into_iter().map(told).collect()
}

#[test]
fn the_ready_texts_that_ship_are_whole_and_every_value_is_used() {
    assert_eq!(faults_of_texts(TEXTS_NL, TEXTS_EN), Vec::<String>::new());
    let book = with_texts(TEXTS_NL, TEXTS_EN).unwrap();
    assert!(book.ready_texts().contains(&"hallo".to_owned()));
    let everything: Vec<(&str, Value)> = TEXT_VALUES.iter().map(|name| (*name, "iets".into())).collect();
    for (language, name) in
        Language::ALL.into_iter().flat_map(|one| book.ready_texts().into_iter().map(move |name| (one, name)))
    {
        let text = book.fill(language, &name, &everything).unwrap();
        assert!(!text.contains(['{', '}', '$']), "{text}");
    }
}

#[test]
fn a_ready_text_is_filled_in_in_the_language_of_the_client() {
    let book = with_texts("hallo = Dag { $klant }.\n", "hallo = Hello { $klant }.\n").unwrap();
    let values = [("klant", "Anna { $x } <b>".into())];
    assert_eq!(book.fill(Language::Nl, "hallo", &values), Ok("Dag Anna { $x } <b>.".to_owned()));
    assert_eq!(book.fill(Language::En, "hallo", &values), Ok("Hello Anna { $x } <b>.".to_owned()));
}

/// Wholly, or not at all: a client never reads a hole.
#[test]
fn a_text_with_a_hole_is_never_filled() {
    let text = "regeling = { $klant }, kijk bij { $regeling }: { $link }, { $link }.\n";
    let book = with_texts(text, text).unwrap();
    let fill = |values: &[(&str, Value)]| book.fill(Language::Nl, "regeling", values);
    let missing = |names: &[&str]| Err(Unfilled::Missing(names.iter().map(ToString::to_string).collect()));
    assert_eq!(fill(&[]), missing(&["klant", "link", "regeling"]));
    assert_eq!(
        fill(&[("klant", "Anna".into()), ("link", "  ".into()), ("bron", "RVO".into())]),
        missing(&["link", "regeling"])
    );
    assert_eq!(book.fill(Language::Nl, "no-such-text", &[]), Err(Unfilled::Unknown));
    assert_eq!(load(NL, EN).unwrap().fill(Language::Nl, "hallo", &[]), Err(Unfilled::Unknown), "there are none");
    assert_eq!(load(NL, EN).unwrap().ready_texts(), Vec::<String>::new());
}

/// Also a hole in a form of the text that this time would not show.
#[test]
fn a_hole_behind_a_choice_is_a_hole_too() {
    let text = "hallo = { $zaak ->\n    [1] Dag { $klant }.\n   *[other] Dag.\n }\n";
    let book = with_texts(text, text).unwrap();
    let missing = Err(Unfilled::Missing(vec!["klant".to_owned()]));
    assert_eq!(book.fill(Language::Nl, "hallo", &[("zaak", "2".into())]), missing);
}

#[test]
fn everything_that_is_wrong_with_ready_texts_is_named_with_its_line() {
    let nl = "# Onze teksten\nhallo = Dag { $klnt }.\nBellen = Ik bel je.\nhallo = Dag.\nwachten = { hallo } { -merk } { NUMBER($zaak) }\n";
    let en = "hallo = Hello.\nthis is no text\n";
    insta::assert_snapshot!(faults_of_texts(nl, en).join("\n"), @r#"
    nl.ftl:4: `hallo` uses $klnt, which nobody fills in: use one of $klant, $medewerker, $loket, $zaak, $regeling, $link, $bron
    nl.ftl:3: nobody finds `Bellen`: write it in small letters: that is how /tekst looks for it
    nl.ftl:4: `hallo` stands here twice: keep one of the two
    nl.ftl:5: `wachten` uses hallo, which nobody fills in: use one of $klant, $medewerker, $loket, $zaak, $regeling, $link, $bron
    nl.ftl:5: `wachten` uses -merk, which nobody fills in: use one of $klant, $medewerker, $loket, $zaak, $regeling, $link, $bron
    nl.ftl:5: `wachten` uses NUMBER(), which nobody fills in: use one of $klant, $medewerker, $loket, $zaak, $regeling, $link, $bron
    en.ftl:2: this can't be read: Expected a token starting with "=": write `name = text`; indent the lines that follow, and close every `{`
    en.ftl:1: the text `Bellen` is missing here, and stands in another language: add a line `Bellen = …`, or take it out of the other file
    en.ftl:1: the text `wachten` is missing here, and stands in another language: add a line `wachten = …`, or take it out of the other file
    "#);
}

/// A file in which nothing can be read yet has every text to gain.
#[test]
fn an_empty_file_misses_the_texts_of_the_other() {
    insta::assert_snapshot!(faults_of_texts("hallo = Dag.\n", "# soon\n").join("\n"), @"en.ftl:1: the text `hallo` is missing here, and stands in another language: add a line `hallo = …`, or take it out of the other file");
}
