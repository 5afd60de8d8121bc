//! Commands and buttons: everything a client asks for without words of their own.

use super::answering::card;
use super::effect::Effect;
use super::event::Command;
use super::phase::{Asked, Phase};
use super::turn::Turn;
use super::wording::Wording;
use crate::domain::area::AreaCode;
use crate::domain::case::Reason;
use crate::domain::happening::Kind;
use crate::domain::ids::{EntryId, LineId, ThemeId};
use crate::domain::language::Language;
use crate::domain::message::Action;

/// So many other entries are offered for *something else*.
const MOST_ALTERNATIVES: usize = 3;

impl Turn<'_> {
    /// `/start`: the introduction, or where things stand.
    pub(super) fn start(&mut self) {
        let met = self.conversation.met;
        self.greet();
        self.conversation.heard = None;
        self.tell_notice();
        if met && self.tell_where_it_stands().is_none() {
            self.say(Wording::Ready);
        }
    }

    /// A command.
    pub(super) fn obey(&mut self, command: Command) {
        match command {
            Command::Start => self.start(),
            Command::Help => drop(self.say(Wording::Help)),
            Command::Person => drop(self.open_case(Reason::Asked)),
            Command::Status => self.tell_status(),
            Command::Language(written) => self.choose_language(&written),
            Command::Place(written) => self.choose_place(&written),
            Command::Browse => drop(self.say(Wording::Themes)),
            Command::Privacy => drop(self.say(Wording::Privacy)),
            Command::MyData => {
                let line = self.next_line();
                self.wish(Effect::SendMyData { line });
            }
            Command::ForgetMe => drop(self.say(Wording::AskErase)),
            Command::Unknown => drop(self.say(Wording::UnknownCommand)),
        }
    }

    /// A tap on a button.
    pub(super) fn tap(&mut self, action: Action, on: Option<LineId>) {
        self.conversation.last_contact = self.context.now;
        match action {
            Action::Person => drop(self.open_case(Reason::Asked)),
            Action::Show(entry) => self.show(&entry),
            Action::Open(entry, part) => self.say_in_place(on, Wording::Card { entry, part }),
            Action::SomethingElse => self.offer_something_else(),
            Action::NoneOfThese => drop(self.open_case(Reason::NoMatch)),
            Action::Helped(entry, helped) => self.mark(&entry, helped),
            Action::Themes => self.say_in_place(on, Wording::Themes),
            Action::Theme(theme, page) => self.show_theme(on, theme, page),
            Action::Speak(language) => self.speak(language),
            Action::Place(code) => self.choose_place(&code),
            Action::NoPlace => {
                self.conversation.place = None;
                self.say(Wording::PlaceForgotten);
            }
            Action::Erase(true) => {
                let farewell = self.next_line();
                self.wish(Effect::Erase { farewell });
            }
            Action::Erase(false) => drop(self.say(Wording::EraseCancelled)),
            Action::Withdraw => self.withdraw(),
            Action::Reopen(case) => self.reopen(case),
            Action::CaseHelped(case, helped) => self.mark_case(case, helped),
            Action::Privacy => drop(self.say(Wording::Privacy)),
            // These are a manager's, and arrive as orders: see `passing_on`.
            Action::Take(_)
            | Action::TakeOver(_)
            | Action::SendAnyway(..)
            | Action::Reject(..)
            | Action::SendCard(..)
            | Action::SendText(..)
            | Action::Close(..)
            | Action::Gap(..)
            | Action::NoGap(_)
            // And this is for the office.
            | Action::Errand(_) => {}
        }
    }

    fn show(&mut self, entry: &EntryId) {
        if matches!(self.conversation.phase, Phase::Offering { .. }) {
            self.conversation.phase = Phase::Answering;
        }
        self.note(format!("shown:{entry}"));
        self.count_entry(Kind::Shown, entry);
        self.say(card(entry));
    }

    fn show_theme(&mut self, on: Option<LineId>, theme: ThemeId, page: u16) {
        let place = self.conversation.place.clone();
        self.count_theme(Kind::Browsed, &theme);
        self.say_in_place(on, Wording::ThemePage { theme, page, place });
    }

    /// In the place of the line the button stood under; as a new line when that is not known.
    fn say_in_place(&mut self, on: Option<LineId>, wording: Wording) {
        match on {
            Some(line) => self.revise_answer(line, wording),
            None => drop(self.say(wording)),
        }
    }

    /// The next best candidates of the last question, once; after that: other words, or a person.
    fn offer_something_else(&mut self) {
        let asked_back = matches!(self.conversation.phase, Phase::Offering { .. });
        let others = self.conversation.asked.last().filter(|_| !asked_back).map_or_else(Vec::new, Asked::alternatives);
        let line = if others.is_empty() {
            self.say(Wording::NothingElse)
        } else {
            self.conversation.phase = Phase::Offering { options: others.clone() };
            self.note("clarify");
            self.count(Kind::SomethingElse);
            self.say(Wording::Clarify { options: others })
        };
        // A reaction that was held back is given by this: it would ask a second time.
        if let Some(asked) = self.conversation.asked.last_mut() {
            asked.answer.get_or_insert(line);
        }
    }

    fn mark(&mut self, entry: &EntryId, helped: bool) {
        if helped {
            self.count_entry(Kind::Helped, entry);
            self.wish(Effect::Notice(Wording::MarkNoticed));
        } else {
            self.count_entry(Kind::NotHelped, entry);
            self.say(Wording::NotHelped);
        }
    }

    fn choose_language(&mut self, written: &str) {
        let name = written.trim().to_lowercase();
        let named = match name.as_str() {
            "nederlands" | "dutch" => Some(Language::Nl),
            "engels" | "english" => Some(Language::En),
            code => Language::from_code(code),
        };
        match named {
            Some(language) => self.speak(language),
            None => drop(self.say(Wording::AskLanguage)),
        }
    }

    fn speak(&mut self, language: Language) {
        self.conversation.language = language;
        self.conversation.language_chosen = true;
        self.say(Wording::LanguageSet(language));
    }

    fn choose_place(&mut self, written: &str) {
        let written = written.trim();
        if written.is_empty() {
            let known = self.conversation.place.clone();
            self.say(Wording::AskPlace { known });
            return;
        }
        let areas = &self.context.catalogue.areas;
        let by_code = AreaCode::try_from(written.to_owned()).ok().and_then(|code| areas.municipality(&code));
        match by_code.or_else(|| areas.find(written)).map(|place| place.code.clone()) {
            Some(code) => {
                self.conversation.place = Some(code.clone());
                self.say(Wording::PlaceSet(code));
            }
            None => {
                let written = crate::domain::text::display_name(written, 40, "?");
                self.say(Wording::PlaceUnknown(written));
            }
        }
    }
}

impl Asked {
    /// The candidates that were not shown yet.
    fn alternatives(&self) -> Vec<EntryId> {
        let shown = match &self.verdict {
            super::judgement::Verdict::Answer(entry) => Some(entry),
            _ => None,
        };
        self.candidates.iter().filter(|entry| Some(*entry) != shown).take(MOST_ALTERNATIVES).cloned().collect()
    }
}
