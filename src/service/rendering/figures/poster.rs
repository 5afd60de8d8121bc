//! The figures as a picture: what people would rather look at than read.

use std::time::Duration;

use jiff::civil::{Date, Weekday};

use super::quantities::{percent, whole_minutes, whole_percent};
use crate::domain::figures::{Figures, Opinion, Waits};
use crate::domain::ids::ThemeId;
use crate::ports::phrases::Value;
use crate::ports::pictures::{Bar, Bars, Block, Column, Mark, Poster, Tile};
use crate::service::rendering::Voice;

/// So many themes and places are told apart; the others go together.
const MOST_THEMES: usize = 5;
const MOST_GAPS: usize = 3;
const MOST_PLACES: usize = 5;
/// Up to so many days each column has its name and its number.
const NAMED_DAYS: usize = 7;
/// Up to so many days every Monday has its date; beyond, every other Monday.
const DATED_MONDAYS: usize = 35;

impl Voice<'_> {
    pub(super) fn poster(&self, figures: &Figures) -> Poster {
        let region = &self.catalogue().region.name;
        let days = self.days_of(&figures.period);
        let subtitle = self.say("figures-subtitle", &[("region", region.as_str().into()), ("days", days.into())]);
        let foot = vec![self.word("figures-foot")];
        Poster { title: self.word("figures-title"), subtitle, blocks: self.blocks(figures), foot }
    }

    fn blocks(&self, figures: &Figures) -> Vec<Block> {
        if figures.reactions.all() == 0 && figures.opened == 0 && figures.first_answer.count == 0 {
            return vec![self.nothing("figures-per-day", "figures-none")];
        }
        vec![
            Block::Tiles(self.tiles(figures)),
            self.per_day(figures),
            self.per_theme(figures),
            self.reactions(figures),
            self.waits(figures),
            self.opinions(figures),
            self.gaps(figures),
            self.places_of(figures),
        ]
    }

    fn tiles(&self, figures: &Figures) -> Vec<Tile> {
        let all = figures.reactions.all();
        let tile = |number: String, key: &str, count: u32| {
            let label = self.say(key, &[("count", Value::Number(i64::from(count)))]);
            Tile { number, label }
        };
        let share = |part: u32, all: u32| if all == 0 { "–".to_owned() } else { percent(part, all) };
        let promises = figures.promise.kept + figures.promise.broken;
        vec![
            tile(self.number(all), "figures-tile-questions", all),
            tile(share(figures.reactions.answered, all), "figures-tile-answered", all),
            tile(share(figures.promise.kept, promises), "figures-tile-promise", promises),
        ]
    }

    fn per_day(&self, figures: &Figures) -> Block {
        let days = &figures.period.days;
        let highest = figures.per_day.iter().copied().max().unwrap_or(0);
        let mut peak_is_told = false;
        let mut column = |day: &Date, count: u32| {
            let is_named = days.len() <= NAMED_DAYS;
            let is_peak = count == highest && !peak_is_told;
            peak_is_told |= is_peak;
            let shown = if count > 0 && (is_named || is_peak) { self.number(count) } else { String::new() };
            let is_faint = matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday);
            Column { height: count, shown, label: self.day_label(*day, days), is_faint }
        };
        let columns = days.iter().zip(&figures.per_day).map(|(day, count)| column(day, *count)).collect();
        Block::Columns { title: self.word("figures-per-day"), columns }
    }

    fn day_label(&self, day: Date, days: &[Date]) -> String {
        if days.len() <= NAMED_DAYS {
            return self.weekday_short(day);
        }
        let mondays: Vec<&Date> = days.iter().filter(|day| day.weekday() == Weekday::Monday).collect();
        // The first of many has no room beside the next: then those in between are told.
        let step = if days.len() <= DATED_MONDAYS { 1 } else { 2 };
        if mondays.into_iter().skip(step - 1).step_by(step).any(|monday| *monday == day) {
            self.day_short(day)
        } else {
            String::new()
        }
    }

    fn per_theme(&self, figures: &Figures) -> Block {
        self.or_nothing(self.by_theme("figures-per-theme", &figures.themes, MOST_THEMES), "figures-none")
    }

    fn gaps(&self, figures: &Figures) -> Block {
        let bars = self.by_theme("figures-gaps", &figures.gaps, MOST_GAPS);
        self.or_nothing(Bars { note: self.word("figures-gaps-note"), ..bars }, "figures-gaps-none")
    }

    /// The themes with most; what the others count, and what is of no theme, is told in words.
    fn by_theme(&self, title: &str, themes: &[(Option<ThemeId>, u32)], most: usize) -> Bars {
        let known: Vec<_> = themes.iter().filter_map(|(theme, count)| Some((theme.as_ref()?, *count))).collect();
        // One alone is told by its name: "1 other" would take as much room.
        let told = if known.len() <= most + 1 { known.len() } else { most };
        let (told, others) = known.split_at_checked(told).unwrap_or((&known, &[]));
        let bars = told.iter().map(|(theme, count)| self.counted(self.theme_label(theme), *count)).collect();
        let mut rest = Vec::new();
        if !others.is_empty() {
            let count = i64::try_from(others.len()).unwrap_or(i64::MAX);
            let questions = self.number(others.iter().map(|(_, count)| count).sum());
            rest.push(self.say("figures-others", &[("count", Value::Number(count)), ("shown", questions.into())]));
        }
        let unknown: u32 = themes.iter().filter(|(theme, _)| theme.is_none()).map(|(_, count)| count).sum();
        if unknown > 0 {
            rest.push(self.say("figures-without-theme", &[("shown", self.number(unknown).into())]));
        }
        Bars { title: self.word(title), bars, rest: rest.join(" "), ..Bars::default() }
    }

    fn counted(&self, label: String, count: u32) -> Bar {
        Bar { label, length: count, shown: self.number(count), is_faint: false }
    }

    fn reactions(&self, figures: &Figures) -> Block {
        let reactions = figures.reactions;
        let all = reactions.all();
        let bar = |key: &str, count: u32, is_faint| Bar {
            label: self.word(key),
            length: count,
            shown: self.number_and_share(count, all),
            is_faint,
        };
        let mut bars = vec![
            bar("figures-answered", reactions.answered, false),
            bar("figures-asked-back", reactions.asked_back, true),
            bar("figures-handed-over", reactions.handed_over, true),
        ];
        if reactions.listened > 0 {
            bars.push(bar("figures-listened", reactions.listened, true));
        }
        let bars = if all == 0 { Vec::new() } else { bars };
        let title = self.word("figures-reactions");
        self.or_nothing(Bars { title, bars, whole: Some(all), ..Bars::default() }, "figures-none")
    }

    fn waits(&self, figures: &Figures) -> Block {
        if figures.claim.count == 0 && figures.first_answer.count == 0 {
            return self.nothing("figures-waits", "figures-waits-none");
        }
        let bar = |key: &str, span: Duration, is_faint| Bar {
            label: self.word(key),
            length: whole_minutes(span),
            shown: self.span(span),
            is_faint,
        };
        let pair = |waits: &Waits, half: &str, most: &str| {
            let bars = [bar(half, waits.median, false), bar(most, waits.ninety, true)];
            bars.into_iter().take(if waits.count == 0 { 0 } else { 2 })
        };
        let claim = pair(&figures.claim, "figures-claim-half", "figures-claim-most");
        let answer = pair(&figures.first_answer, "figures-answer-half", "figures-answer-most");
        let bars = claim.chain(answer).collect();
        let (kept, all) = (figures.promise.kept, figures.promise.kept + figures.promise.broken);
        let values = [("kept", self.number(kept).into()), ("all", self.number(all).into())];
        let note = if all == 0 { String::new() } else { self.say("figures-waits-note", &values) };
        let title = self.word("figures-waits");
        Block::Bars(Bars { title, note, bars, mark: self.promise_mark(), ..Bars::default() })
    }

    /// The promise, where all desks promise the same.
    fn promise_mark(&self) -> Option<Mark> {
        let mut promises = self.catalogue().desks.iter().map(crate::domain::desk::Desk::promised);
        let first = promises.next()?;
        let label = self.say("figures-promised", &[("span", self.span(first).into())]);
        promises.all(|promise| promise == first).then(|| Mark { at: whole_minutes(first), label })
    }

    fn opinions(&self, figures: &Figures) -> Block {
        let bar = |(key, opinion): (&str, Opinion)| {
            let all = opinion.helped + opinion.not;
            let values = [("helped", self.number(opinion.helped).into()), ("all", self.number(all).into())];
            let shown = self.say("figures-of", &values);
            let length = whole_percent(opinion.helped, all);
            (all > 0).then(|| Bar { label: self.word(key), length, shown, is_faint: false })
        };
        let each = [("figures-helped-entries", figures.entries), ("figures-helped-people", figures.people)];
        let bars = each.into_iter().filter_map(bar).collect();
        let title = self.word("figures-helped");
        self.or_nothing(Bars { title, bars, whole: Some(100), ..Bars::default() }, "figures-helped-none")
    }

    fn places_of(&self, figures: &Figures) -> Block {
        let places = &figures.places;
        let (told, others) = places.split_at_checked(MOST_PLACES).unwrap_or((places, &[]));
        let bars = told.iter().map(|(place, count)| self.counted(self.place(place), *count)).collect();
        let elsewhere = figures.elsewhere + others.iter().map(|(_, count)| count).sum::<u32>();
        let values = [("shown", self.number(elsewhere).into())];
        let rest = if elsewhere == 0 { String::new() } else { self.say("figures-elsewhere-count", &values) };
        self.or_nothing(Bars { title: self.word("figures-places"), bars, rest, ..Bars::default() }, "figures-none")
    }

    /// A sentence where there is not a single bar, and nothing to be told in words either.
    fn or_nothing(&self, bars: Bars, nothing: &str) -> Block {
        if !bars.bars.is_empty() {
            return Block::Bars(bars);
        }
        let text = if bars.rest.is_empty() { self.word(nothing) } else { bars.rest };
        Block::Sentence { title: bars.title, text }
    }

    fn nothing(&self, title: &str, text: &str) -> Block {
        Block::Sentence { title: self.word(title), text: self.word(text) }
    }
}
