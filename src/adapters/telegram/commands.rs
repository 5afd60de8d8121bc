//! A line that begins with a slash: its word, the rest, and which bot it is for.

use crate::conversation::event::Command;
use crate::domain::official::OFFICE_LINK;
use crate::domain::text::Text;
use crate::ports::incoming::ClientDid;

/// Commands with a hyphen in them, as people type them. Telegram underlines such a one only up to the hyphen.
const HYPHENATED: [&str; 2] = ["budget-op", "budget-gone"];

/// A command as it was typed.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) struct Typed {
    /// The word without the slash, lower case.
    pub(super) word: String,
    /// The rest, without the blanks around it.
    pub(super) rest: String,
    /// The bot named behind the word.
    bot: Option<String>,
}

impl Typed {
    /// The command in `text`; `None` when it doesn't begin with a slash.
    pub(super) fn read(text: &Text) -> Option<Self> {
        let line = text.as_str().strip_prefix('/')?;
        let (head, rest) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
        let (word, bot) = head.split_once('@').map_or((head, None), |(word, bot)| (word, Some(bot.to_owned())));
        Some(Self { word: word.to_lowercase(), rest: rest.trim().to_owned(), bot })
    }

    /// Could it be one? People also write paths, and a slash for "or".
    pub(super) fn is_wellformed(&self) -> bool {
        let is_wordlike = |letter: char| letter.is_ascii_alphanumeric() || letter == '_';
        let is_hyphenated = HYPHENATED.contains(&self.word.as_str());
        is_hyphenated || !self.word.is_empty() && self.word.chars().all(is_wordlike)
    }

    /// Is it said to another bot than the one called `our_name`?
    pub(super) fn is_for_another(&self, our_name: &str) -> bool {
        self.bot.as_ref().is_some_and(|bot| !bot.eq_ignore_ascii_case(our_name))
    }

    /// What it asks for in a private chat. New words for a command of clients go here; what isn't one may be a word of
    /// those who look after the house, and so is a start by a link of theirs.
    pub(super) fn into_private(self) -> ClientDid {
        ClientDid::Commanded(match self.word.as_str() {
            "start" if self.rest.starts_with(OFFICE_LINK) => {
                return ClientDid::Asked { word: self.word, rest: self.rest };
            }
            "start" => Command::Start,
            "help" => Command::Help,
            "mens" | "human" | "person" => Command::Person,
            "status" => Command::Status,
            "taal" | "language" => Command::Language(self.rest),
            "gemeente" | "place" | "municipality" => Command::Place(self.rest),
            "regelingen" | "schemes" => Command::Browse,
            "privacy" => Command::Privacy,
            "mijngegevens" | "mydata" => Command::MyData,
            "vergeetmij" | "forgetme" => Command::ForgetMe,
            _ => return ClientDid::Asked { word: self.word, rest: self.rest },
        })
    }
}

/// Is it for colleagues only?
pub(super) fn is_note(text: &Text) -> bool {
    text.as_str().starts_with("//")
        || Typed::read(text).is_some_and(|typed| matches!(typed.word.as_str(), "notitie" | "note"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(line: &str) -> Typed {
        Typed::read(&Text::parse(line).unwrap()).unwrap()
    }

    #[test]
    fn the_word_counts_however_it_is_written_and_the_rest_stays_as_it_is() {
        let command = typed("/Gemeente@LoketBot \n Den Haag  ");
        assert!(command.is_wellformed() && !command.is_for_another("loketbot"));
        assert_eq!(command.into_private(), ClientDid::Commanded(Command::Place("Den Haag".to_owned())));
    }

    #[test]
    fn every_word_that_a_client_may_use_is_known() {
        for (line, command) in [
            ("/start subsidie", Command::Start),
            ("/help", Command::Help),
            ("/mens", Command::Person),
            ("/human", Command::Person),
            ("/person", Command::Person),
            ("/status", Command::Status),
            ("/taal en", Command::Language("en".to_owned())),
            ("/language", Command::Language(String::new())),
            ("/place Deventer", Command::Place("Deventer".to_owned())),
            ("/municipality Deventer", Command::Place("Deventer".to_owned())),
            ("/regelingen", Command::Browse),
            ("/schemes", Command::Browse),
            ("/privacy", Command::Privacy),
            ("/mijngegevens", Command::MyData),
            ("/mydata", Command::MyData),
            ("/vergeetmij", Command::ForgetMe),
            ("/forgetme", Command::ForgetMe),
        ] {
            assert_eq!(typed(line).into_private(), ClientDid::Commanded(command), "{line}");
        }
    }

    #[test]
    fn other_words_may_be_those_of_the_office() {
        for (line, word, rest) in [
            ("/subsidie", "subsidie", ""),
            ("/herlaad", "herlaad", ""),
            ("/budget-op isde", "budget-op", "isde"),
            ("/start role_abc", "start", "role_abc"),
        ] {
            let typed = typed(line);
            assert!(typed.is_wellformed(), "{line}");
            assert_eq!(typed.into_private(), ClientDid::Asked { word: word.to_owned(), rest: rest.to_owned() });
        }
    }

    #[test]
    fn a_slash_alone_makes_no_command() {
        for line in ["/", "/ of toch niet", "//", "/home/jan is vol", "/één"] {
            assert!(!typed(line).is_wellformed(), "{line}");
        }
    }

    #[test]
    fn notes_are_seen_in_all_their_forms() {
        for line in ["// even intern", "//x", "/notitie hij belt terug", "/NOTE x", "/note@anybot x"] {
            assert!(is_note(&Text::parse(line).unwrap()), "{line}");
        }
        for line in ["/noteer", "kijk op https://a.nl", "a // b"] {
            assert!(!is_note(&Text::parse(line).unwrap()), "{line}");
        }
    }
}
