//! A release is judged by its gold questions, before it is published.

use super::knowledge::Checked;
use crate::adapters::knowledge::report::Report;
use crate::adapters::knowledge::score;
use crate::conversation::judgement::Verdict;
use crate::domain::files::Files;
use crate::domain::gold::{Expected, GoldAction, GoldScore};
use crate::domain::ids::EntryId;
use crate::service::evaluation::{Tried, try_all};

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
    checked.summary.gold = (score.questions > 0).then(|| (&score).into());
    Some(score)
}

struct Judge<'a> {
    files: &'a Files,
    report: &'a mut Report,
}

impl Judge<'_> {
    fn refuse_one(&mut self, tried: &Tried<'_>) {
        let what = format!("this question must come out as {}, and comes out as {}", wanted(tried), found(tried));
        let mend = match tried.gold.expect {
            Expected::Entries(_) => {
                "mend the entry that should come first, its example questions above all; or mend this question"
            }
            Expected::Action(_) => {
                "mend the phrases in signals.toml, or the entry that claims too much; or mend this question"
            }
        };
        self.report.add_error(&tried.gold.file, text_of(self.files, tried), tried.gold.line, what, mend.to_owned());
    }

    fn nothing_accepted(&mut self) {
        let what = "nobody has accepted yet how well the gold questions are answered".to_owned();
        self.report.add_warning(score::FILE, "", 1, what, "run `loket check --accept` on this folder".to_owned());
    }

    /// The share is what refuses; the questions that fell most are named, as that is where to look.
    fn refuse_all(&mut self, together: &[Tried<'_>], score: &GoldScore, accepted: &GoldScore) {
        let what = format!(
            "the gold questions are answered worse than before: {} find their entry first, {} among the first three",
            compared(score.share_first(), accepted.share_first()),
            compared(score.share_among_three(), accepted.share_among_three()),
        );
        let mend = "look at the warnings with `fell from place`, and mend those entries; \
                    or write this score down with `loket check --accept`";
        self.report.add_error(score::FILE, self.files.text(score::FILE).unwrap_or_default(), 1, what, mend.to_owned());
        let mut fallen: Vec<_> = together
            .iter()
            .map(|tried| (accepted.place_of(&tried.gold.text), tried))
            .map(|(then, tried)| (behind(tried.place).saturating_sub(behind(then)), then, tried))
            .filter(|(fall, _, _)| *fall > 0)
            .collect();
        fallen.sort_by_key(|(fall, then, _)| (*then, std::cmp::Reverse(*fall)));
        for (_, then, tried) in fallen.into_iter().take(MOST_NAMED) {
            let what = format!("{} fell from place {} to {}", wanted(tried), place(then), place(tried.place));
            let mend = match tried.first.as_ref().filter(|_| tried.place != 1) {
                Some(first) => {
                    format!("`{first}` comes first now: is it the better answer, or does it claim too much?")
                }
                None => "nothing is found now: give its entry example questions like this one".to_owned(),
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

fn place(place: u32) -> String {
    if place == 0 { "nowhere".to_owned() } else { place.to_string() }
}

fn compared(now: f64, then: f64) -> String {
    format!("{:.1}% (was {:.1}%)", now * 100.0, then * 100.0)
}

fn wanted(tried: &Tried<'_>) -> String {
    match &tried.gold.expect {
        Expected::Entries(entries) => entries.iter().map(|id| format!("`{id}`")).collect::<Vec<_>>().join(" or "),
        Expected::Action(GoldAction::HandOver) => "a person".to_owned(),
        Expected::Action(GoldAction::Listen) => "the listening lines".to_owned(),
        Expected::Action(GoldAction::SmallTalk) => "small talk".to_owned(),
    }
}

fn found(tried: &Tried<'_>) -> String {
    let named = |id: &EntryId| format!("`{id}`");
    match &tried.verdict {
        Verdict::Answer(entry) => named(entry),
        Verdict::Clarify(options) => {
            format!("a question back: {}", options.iter().map(named).collect::<Vec<_>>().join(", "))
        }
        Verdict::HandOver | Verdict::Person => "a person".to_owned(),
        Verdict::Listen => "the listening lines".to_owned(),
        Verdict::SmallTalk(_) => "small talk".to_owned(),
    }
}
