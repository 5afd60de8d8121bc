//! The gold questions: what must be right, what may not become worse, and what is no gold at all.

use loket::adapters::knowledge::report::Severity;
use loket::adapters::knowledge::score;
use loket::domain::gold::GoldScore;
use loket::startup::{check_knowledge, judge_gold};
use proptest::prelude::*;

use crate::editor::{Editor, TODAY, editor, told};

/// What the judge says of the gold questions, each as `file:line what — mend`, and the score.
fn judged(editor: &Editor, accept: bool) -> (Vec<String>, GoldScore) {
    let mut checked = check_knowledge(editor.folder(), TODAY);
    let before = checked.report.faults.len();
    let score = judge_gold(&editor.folder().files, &mut checked, accept).unwrap();
    let told = checked.report.faults.iter().skip(before).map(|fault| {
        let sign = if fault.severity == Severity::Error { "✗" } else { "·" };
        format!("{sign} {}", told(fault))
    });
    (told.collect(), score)
}

fn gold(text: &str, answer: &str) -> String {
    format!("[[gold]]\ntext = \"{text}\"\nlang = \"nl\"\n{answer}\n")
}

/// An editor whose two entries are asked for in other words.
fn asked() -> Editor {
    let questions = [
        gold("de bank wil onderpand en dat heb ik niet", "entries = [\"borg\"]"),
        gold("staat er iemand borg als ik leen", "entries = [\"borg\"]"),
        gold("telefoonnummer van de rijksdienst", "entries = [\"rvo\"]"),
        gold("rvo bellen", "entries = [\"rvo\"]"),
    ];
    editor().can_be_asked().writes("gold/alles.toml", questions.concat())
}

#[test]
fn each_question_of_gold_toml_must_come_out_right() {
    let editor = editor().can_be_asked().writes(
        "gold.toml",
        [
            gold("ik wil graag een medewerker spreken", "action = \"handover\""),
            gold("ik zie het niet meer zitten", "action = \"smalltalk\""),
            gold("wie staat borg voor mijn lening", "entries = [\"rvo\"]"),
        ]
        .concat(),
    );
    insta::assert_snapshot!(judged(&editor, false).0.join("\n"), @r"
    ✗ gold.toml:6 this question must come out as small talk, and comes out as the listening lines — mend the phrases in signals.toml, or the entry that claims too much; or mend this question
    ✗ gold.toml:10 this question must come out as `rvo`, and comes out as `borg` — mend the entry that should come first, its example questions above all; or mend this question
    ");
}

#[test]
fn without_an_accepted_score_nobody_is_refused() {
    let (told, score) = judged(&asked(), false);
    insta::assert_snapshot!(told.join("\n"), @"· score.toml:1 nobody has accepted yet how well the gold questions are answered — run `loket check --accept` on this folder");
    assert_eq!((score.questions, score.first, score.among_three), (4, 4, 4));
}

#[test]
fn what_was_accepted_is_written_down_and_holds() {
    let (told, score) = judged(&asked(), true);
    assert_eq!(told, [""; 0]);
    let written = score::written(&score).unwrap();
    insta::assert_snapshot!(written, @r"
    # How this catalogue does on the questions in gold/. A release that does worse is refused.
    # Written by `loket check --accept`: look at what changed before you keep it.

    questions = 4
    first = 4
    among_three = 4

    # The questions that don't find their entry first, with the place at which it stands; 0: not found.
    [missed]
    ");
    let next = asked().writes(score::FILE, written);
    assert_eq!(next.loads().gold.accepted, Some(score));
    assert_eq!(judged(&next, false).0, [""; 0]);
}

#[test]
fn a_release_that_answers_worse_is_refused_and_the_questions_that_fell_are_named() {
    let accepted = score::written(&judged(&asked(), true).1).unwrap();
    let worse = asked().writes(score::FILE, accepted).copies_the_scheme("pandje").changes(
        "schemes/pandje.md",
        "- pandje ik heb geen onderpand",
        "- de bank wil een onderpand dat heb ik niet",
    );
    insta::assert_snapshot!(judged(&worse, false).0.join("\n"), @r"
    ✗ score.toml:1 the gold questions are answered worse than before: 75.0% (was 100.0%) find their entry first, 100.0% (was 100.0%) among the first three — look at the warnings with `fell from place`, and mend those entries; or write this score down with `loket check --accept`
    · gold/alles.toml:2 `borg` fell from place 1 to 2 — `pandje` comes first now: is it the better answer, or does it claim too much?
    ");
}

#[test]
fn whoever_accepts_the_worse_score_has_seen_it() {
    let accepted =
        score::written(&GoldScore { questions: 4, first: 4, among_three: 4, ..GoldScore::default() }).unwrap();
    let harder =
        asked().writes(score::FILE, accepted).writes("gold/nog.toml", gold("zeilboot", "entries = [\"borg\"]"));
    let (told, _) = judged(&harder, false);
    assert!(told[0].starts_with("✗ score.toml:1 the gold questions are answered worse than before"), "{told:?}");
    let (told, score) = judged(&harder, true);
    assert_eq!(told, [""; 0]);
    assert_eq!(score.missed["zeilboot"], 0);
}

#[test]
fn a_release_without_its_synonyms_is_refused() {
    let with = asked()
        .writes("synonyms.toml", "[[synonym]]\nlanguage = \"nl\"\nsaid = [\"pofpof\"]\nwritten = [\"borg\"]\n")
        .writes("gold/straattaal.toml", gold("pofpof", "entries = [\"borg\"]"));
    let (_, score) = judged(&with, true);
    assert_eq!(score.first, 5);
    let without = with.writes(score::FILE, score::written(&score).unwrap()).removes("synonyms.toml");
    insta::assert_snapshot!(judged(&without, false).0.join("\n"), @r"
    ✗ score.toml:1 the gold questions are answered worse than before: 80.0% (was 100.0%) find their entry first, 80.0% (was 100.0%) among the first three — look at the warnings with `fell from place`, and mend those entries; or write this score down with `loket check --accept`
    · gold/straattaal.toml:2 `borg` fell from place 1 to nowhere — nothing is found now: give its entry example questions like this one
    ");
}

#[test]
fn a_copy_of_an_example_question_measures_nothing() {
    let copies = [
        gold("Wie staat borg, voor mijn lening?", "entries = [\"borg\"]"),
        gold("lening met borg", "entries = [\"borg\"]"),
    ];
    let told = editor().writes("gold.toml", copies.concat()).warnings();
    insta::assert_snapshot!(told.join("\n"), @r"
    gold.toml:2 this is the example question at schemes/borg.md:69 — ask it in other words, as somebody else would
    gold.toml:6 this has the words of the example at schemes/borg.md:69 — ask it in other words, as somebody else would
    ");
}

#[test]
fn every_entry_has_two_gold_questions() {
    let told = editor().writes("gold/geld.toml", gold("borgtocht gezocht", "entries = [\"borg\"]")).warnings();
    insta::assert_snapshot!(told.join("\n"), @r"
    organisations/rvo.md:2 too few gold questions: 0 — write 2 in a file in gold/, in other words than its example questions
    schemes/borg.md:2 too few gold questions: 1 — write 2 in a file in gold/, in other words than its example questions
    ");
}

#[test]
fn a_score_that_cannot_be_read_is_named() {
    let told = editor().writes(score::FILE, "questions = 4\nfirst = \"4\"\n").errors();
    insta::assert_snapshot!(told.join("\n"), @r#"
    score.toml:1 `among_three` is missing — add a line like `among_three = 1500`
    score.toml:2 `first` cannot be read: this is the text "4", expected a whole number — write it like `first = 1400`
    "#);
}

proptest! {
    /// Whoever loses one right answer is worse; whoever wins one is not.
    #[test]
    fn a_score_is_worse_exactly_when_a_share_fell(places in proptest::collection::vec(0_u32..5, 1..60), at in any::<proptest::sample::Index>()) {
        let score = |places: &[u32]| {
            let mut score = GoldScore::default();
            for (question, place) in places.iter().enumerate() {
                score.count(&question.to_string(), *place);
            }
            score
        };
        let before = score(&places);
        prop_assert!(!before.is_worse_than(&before));
        let mut after = places.clone();
        let one = at.get(&places);
        after[at.index(places.len())] = 0;
        prop_assert_eq!(score(&after).is_worse_than(&before), (1..=3).contains(one));
        prop_assert!(!before.is_worse_than(&score(&after)));
    }
}
