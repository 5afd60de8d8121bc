//! Figures, as people read them: a poster, a table to go on with, and a few sentences.

mod poster;
mod quantities;
mod table;

use self::quantities::percent;
use super::{Renderer, Voice};
use crate::domain::figures::Figures;
use crate::domain::ids::ThemeId;
use crate::domain::language::Language;
use crate::domain::message::{Message, Rich, Style};
use crate::ports::phrases::Value;
use crate::ports::pictures::Poster;

impl Renderer<'_> {
    /// The figures as a picture.
    pub fn figures_poster(&self, figures: &Figures, language: Language) -> Poster {
        self.voice(language).poster(figures)
    }

    /// The figures as a table, as the bytes of a `.csv` file.
    pub fn figures_table(&self, figures: &Figures, language: Language) -> String {
        self.voice(language).table(figures)
    }

    /// The figures in a few sentences.
    pub fn figures_words(&self, figures: &Figures, language: Language) -> Message {
        self.voice(language).figures_in_words(figures)
    }

    /// What stands under the table.
    pub fn figures_table_words(&self, language: Language) -> Message {
        self.voice(language).bare("figures-table")
    }

    /// What the picture or the table is called, without the ending.
    pub fn figures_file(&self, figures: &Figures, language: Language) -> String {
        let days = [figures.period.first(), figures.period.last()].map(|day| day.to_string());
        format!("{}-{}", self.voice(language).word("figures-file"), days.join("--"))
    }

    /// A sentence about figures: how to ask for them, or that they will come.
    pub fn figures_sentence(&self, key: &str, language: Language) -> Message {
        self.voice(language).bare(key)
    }
}

impl Voice<'_> {
    fn figures_in_words(&self, figures: &Figures) -> Message {
        let days = self.days_of(&figures.period);
        let all = figures.reactions.all();
        if all == 0 {
            return Message::new(Rich::plain(self.say("figures-words-none", &[("days", days.into())])));
        }
        let count = ("count", Value::Number(i64::from(all)));
        let values = [("days", days.into()), count, ("shown", self.number(all).into())];
        let mut text = Rich::default().then(Style::Bold, self.say("figures-words-count", &values));
        let answered = percent(figures.reactions.answered, all);
        let handed_over = percent(figures.reactions.handed_over + figures.reactions.listened, all);
        let values = [("answered", answered.into()), ("person", handed_over.into())];
        text = text.then(Style::Plain, format!(" {}", self.say("figures-words-reactions", &values)));
        if let Some((Some(theme), _)) = figures.themes.iter().find(|(theme, _)| theme.is_some()) {
            let theme = self.theme_or_unknown(Some(theme));
            text = text.then(Style::Plain, format!(" {}", self.say("figures-words-theme", &[("theme", theme.into())])));
        }
        Message::new(text)
    }

    /// The name of a theme.
    fn theme_or_unknown(&self, theme: Option<&ThemeId>) -> String {
        theme.map_or_else(|| self.word("figures-unknown"), |theme| self.theme_label(theme))
    }
}
