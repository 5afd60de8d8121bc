//! A release is judged by its gold questions, before it is published.

use super::knowledge::Checked;
use crate::adapters::knowledge::report::Report;
use crate::adapters::knowledge::score;
use crate::conversation::judgement::Verdict;
use crate::domain::catalogue::Catalogue;
use crate::domain::contradiction::{Contradiction, Disagreement};
use crate::domain::files::Files;
use crate::domain::gold::{Expected, GoldAction, GoldScore};
use crate::domain::ids::EntryId;
use crate::domain::in_both::{InBoth, in_both};
use crate::service::evaluation::{Tried, contradictions, try_all};

/// So many of the questions that came out worse are named.
const MOST_NAMED: usize = 20;
/// Where a question counts as standing that did not find its entry: behind all that are found.
const NOWHERE: u32 = 11;

/// Puts the gold questions to the release that was `checked`, and adds to its report what refuses it.
///
/// With `accept` the present score is as good as it must be. `None` when there is no release.
pub fn judge_gold(files: &Files, checked: &mut Checked, accept: bool) -> Option<GoldScore> {
    let knowledge = checked.knowledge.as_ref()?;
    let mut judge = Judge { files, report: &mut checked.report };
    for tried in try_all(&checked.gold.each, knowledge).iter().filter(|tried| !tried.is_right) {
        judge.refuse_one(tried);
    }
    let together = try_all(&checked.gold.together, knowledge);
    let mut score = GoldScore::default();
    for tried in &together {
        score.count(&tried.gold.text, tried.place);
    }
    match &checked.gold.accepted {
        _ if accept || together.is_empty() => {}
        None => judge.nothing_accepted(),
        Some(accepted) if score.is_worse_than(accepted) => judge.refuse_all(&together, &score, accepted),
        Some(_) => {}
    }
    checked.contradictions = contradictions(&together, &knowledge.catalogue, checked.today);
    for found in &checked.contradictions {
        judge.two_mouths(found, &knowledge.catalogue);
    }
    checked.summary.gold = (score.questions > 0).then(|| (&score).into());
    Some(score)
}

struct Judge<'a> {
    files: &'a Files,
    report: &'a mut Report,
}

impl Judge<'_> {
    fn refuse_one(&mut self, tried: &Tried<'_>) {
        let (wanted, found) = (wanted(tried), found(tried));
        let what = in_both!(
            "deze vraag moet uitkomen op {wanted}, en komt uit op {found}",
            "this question must come out as {wanted}, and comes out as {found}"; both wanted, found
        );
        let mend = match tried.gold.expect {
            Expected::Entries(_) => in_both!(
                "verbeter de kaart die als eerste moet komen, vooral de voorbeeldvragen; of verbeter deze vraag",
                "mend the entry that should come first, its example questions above all; or mend this question"
            ),
            Expected::Action(_) => in_both!(
                "verbeter de zinnen in signals.toml, of de kaart die te veel vragen naar zich toe trekt; of verbeter \
                 deze vraag",
                "mend the phrases in signals.toml, or the entry that claims too much; or mend this question"
            ),
        };
        self.report.add_error(&tried.gold.file, text_of(self.files, tried), tried.gold.line, what, mend);
    }

    /// Two entries answer one question differently: told at the one, where its words stand.
    fn two_mouths(&mut self, found: &Contradiction, catalogue: &Catalogue) {
        let Contradiction { one, other, question, about } = found;
        let Some(kind) = catalogue.entry(one).map(|entry| entry.kind) else { return };
        let file = format!("{}/{one}.md", kind.folder());
        let text = self.files.text(&file).unwrap_or_default();
        let (differ, words) = match about {
            Disagreement::Status(..) => (
                in_both!("de een kan gebruikt worden en de ander niet", "the one can be used and the other can't"),
                "status",
            ),
            Disagreement::LastDay(first, second) => {
                (in_both!("de laatste dag is {first} of {second}", "the last day is {first} or {second}"), "closes")
            }
            Disagreement::Numbers(first, second) => (
                in_both!("hier staat “{first}”, en daar “{second}”", "here stands “{first}”, and there “{second}”"),
                first.as_str(),
            ),
        };
        let what = in_both!(
            "op “{question}” antwoordt `{other}` iets anders: {differ}",
            "`{other}` answers “{question}” differently: {differ}"; both differ
        );
        let mend = in_both!(
            "verbeter wie ongelijk heeft; of noem de ander in `related`, `excludes` of `successor`",
            "mend the one that is wrong; or name the other in `related`, `excludes` or `successor`"
        );
        let line = text.lines().position(|line| line.contains(words)).map_or(1, |at| at + 1);
        self.report.add_warning(&file, text, line, what, mend);
    }

    fn nothing_accepted(&mut self) {
        let what = in_both!(
            "nog niemand legde vast hoe goed de gouden vragen worden beantwoord",
            "nobody has accepted yet how well the gold questions are answered"
        );
        let mend = in_both!(
            "laat de beheerder van de server `loket check --accept` draaien op deze map",
            "run `loket check --accept` on this folder"
        );
        self.report.add_warning(score::FILE, "", 1, what, mend);
    }

    /// The share is what refuses; the questions that fell most are named, as that is where to look.
    fn refuse_all(&mut self, together: &[Tried<'_>], score: &GoldScore, accepted: &GoldScore) {
        let first = compared(score.share_first(), accepted.share_first());
        let three = compared(score.share_among_three(), accepted.share_among_three());
        let what = in_both!(
            "de gouden vragen worden slechter beantwoord dan eerst: {first} vindt de kaart als eerste, {three} bij de \
             eerste drie",
            "the gold questions are answered worse than before: {first} find their entry first, {three} among the first \
             three";
            both first, three
        );
        let mend = in_both!(
            "kijk naar de waarschuwingen met `zakte van plaats`, en verbeter die kaarten; of laat de beheerder van de \
             server dit vastleggen met `loket check --accept`",
            "look at the warnings with `fell from place`, and mend those entries; or write this score down with \
             `loket check --accept`"
        );
        self.report.add_error(score::FILE, self.files.text(score::FILE).unwrap_or_default(), 1, what, mend);
        let mut fallen: Vec<_> = together
            .iter()
            .map(|tried| (accepted.place_of(&tried.gold.text), tried))
            .map(|(then, tried)| (behind(tried.place).saturating_sub(behind(then)), then, tried))
            .filter(|(fall, _, _)| *fall > 0)
            .collect();
        fallen.sort_by_key(|(fall, then, _)| (*then, std::cmp::Reverse(*fall)));
        for (_, then, tried) in fallen.into_iter().take(MOST_NAMED) {
            let (wanted, then, now) = (wanted(tried), place(then), place(tried.place));
            let what = in_both!(
                "{wanted} zakte van plaats {then} naar {now}",
                "{wanted} fell from place {then} to {now}"; both wanted, then, now
            );
            let mend = match tried.first.as_ref().filter(|_| tried.place != 1) {
                Some(first) => in_both!(
                    "`{first}` komt nu als eerste: is dat een beter antwoord, of trekt die kaart te veel vragen naar zich toe?",
                    "`{first}` comes first now: is it the better answer, or does it claim too much?"
                ),
                None => in_both!(
                    "nu vindt de bot niets: geef de kaart voorbeeldvragen die hierop lijken",
                    "nothing is found now: give its entry example questions like this one"
                ),
            };
            self.report.add_warning(&tried.gold.file, text_of(self.files, tried), tried.gold.line, what, mend);
        }
    }
}

fn text_of<'a>(files: &'a Files, tried: &Tried<'_>) -> &'a str {
    files.text(&tried.gold.file).unwrap_or_default()
}

const fn behind(place: u32) -> u32 {
    if place == 0 { NOWHERE } else { place }
}

fn place(place: u32) -> InBoth {
    if place == 0 { in_both!("nergens", "nowhere") } else { in_both!("{place}", "{place}") }
}

fn compared(now: f64, then: f64) -> InBoth {
    let percent = |share: f64| format!("{:.1}%", share * 100.0);
    let en = format!("{} (was {})", percent(now), percent(then));
    InBoth::of(en.replace('.', ","), en)
}

fn wanted(tried: &Tried<'_>) -> InBoth {
    match &tried.gold.expect {
        Expected::Entries(entries) => {
            let named: Vec<String> = entries.iter().map(|id| format!("`{id}`")).collect();
            InBoth::of(named.join(" of "), named.join(" or "))
        }
        Expected::Action(GoldAction::HandOver) => person(),
        Expected::Action(GoldAction::Listen) => listening_lines(),
        Expected::Action(GoldAction::SmallTalk) => small_talk(),
    }
}

fn found(tried: &Tried<'_>) -> InBoth {
    let named = |id: &EntryId| format!("`{id}`");
    match &tried.verdict {
        Verdict::Answer(entry) => in_both!("`{entry}`", "`{entry}`"),
        Verdict::Clarify(options) => in_both!(
            "een vraag terug: {options}",
            "a question back: {options}"; options = options.iter().map(named).collect::<Vec<_>>().join(", ")
        ),
        Verdict::HandOver | Verdict::Person => person(),
        Verdict::Listen => listening_lines(),
        Verdict::SmallTalk(_) => small_talk(),
    }
}

fn person() -> InBoth {
    in_both!("een mens", "a person")
}

fn listening_lines() -> InBoth {
    in_both!("de hulplijnen", "the listening lines")
}

fn small_talk() -> InBoth {
    in_both!("een praatje", "small talk")
}
