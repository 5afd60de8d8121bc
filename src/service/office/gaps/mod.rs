//! `/gaten`: what the bot did not know, and what can be done about it.
//!
//! - `reading`: what was said, read as questions and what became of them.
//! - `looking`: the board as it is now.
//! - `telling`: the board, a group, a question and what could be learned, as messages.
//! - `acting`: a question becomes an example, an answer the beginning of an entry, a group is closed.

mod acting;
mod looking;
mod reading;
mod telling;

use self::looking::Board;
use self::telling::Teller;
use super::Visitor;
use crate::domain::evidence::{Evidence, Question};
use crate::domain::gaps::{GapErrand, Miss};
use crate::domain::ids::{ClientId, EntryId, MessageRef, QuestionId};
use crate::domain::message::Message;
use crate::domain::official::Role;
use crate::ports::store::StoreError;
use crate::service::house::House;

/// So many entries are offered for a question.
const MOST_OFFERED: usize = 5;

impl House {
    /// `/gaten`, `/gaten 123`, `/gaten 123 bmkb`, `/gaten 123 bmkb: in other words`, `/gaten 123 words to search for`.
    pub(super) async fn serve_at_the_gaps(&self, visitor: &Visitor, rest: &str) -> Result<(), StoreError> {
        let board = self.gap_board().await?;
        let (number, words) = rest.split_once(char::is_whitespace).unwrap_or((rest, ""));
        if number.is_empty() {
            let message = self.teller(visitor, |teller| teller.board(&board, 0));
            return self.send_message(visitor.person, message).await.map(drop);
        }
        let Some((group, miss)) = number.parse().ok().and_then(|number| board.miss(QuestionId(number))) else {
            return self.say_to(visitor, "gaps-usage", &[]).await;
        };
        let (named, other_words) = words.split_once(':').map_or((words, None), |(named, rest)| (named, Some(rest)));
        let named = EntryId::new(named.trim());
        if self.shelf.current().catalogue.entry(&named).is_some() {
            if !visitor.may(Role::Admin) {
                return self.say_to(visitor, "office-not-yours", &[]).await;
            }
            let text = other_words.map_or(miss.text.as_str(), str::trim);
            return self.attach(visitor, (miss.id, miss.language, text), &named).await;
        }
        let offered = self.offered(if words.is_empty() { &miss.text } else { words }, miss);
        let message = self.teller(visitor, |teller| teller.question(group, miss, &offered));
        self.send_message(visitor.person, message).await.map(drop)
    }

    /// Does what a button at the board asks for; what comes back is a notice for who tapped.
    pub(super) async fn do_gap_errand(
        &self,
        visitor: &Visitor,
        errand: &GapErrand,
        on: Option<MessageRef>,
    ) -> Result<Option<String>, StoreError> {
        if !visitor.may(errand.needs()) {
            return Ok(Some(self.words(visitor.language, "office-not-yours", &[])));
        }
        let board = self.gap_board().await?;
        let gone = || Ok(Some(self.words(visitor.language, "gaps-gone", &[])));
        let message = match errand {
            GapErrand::Board(page) => self.teller(visitor, |teller| teller.board(&board, *page)),
            GapErrand::Lessons(page) => self.teller(visitor, |teller| teller.lessons(&board, *page)),
            GapErrand::Group(question, page) => {
                let Some(group) = board.group(*question) else { return gone() };
                self.teller(visitor, |teller| teller.group(group, *page))
            }
            GapErrand::Question(question) => {
                let Some((group, miss)) = board.miss(*question) else { return gone() };
                let offered = self.offered(&miss.text, miss);
                self.teller(visitor, |teller| teller.question(group, miss, &offered))
            }
            GapErrand::Attach(question, entry) => {
                let Some((_, miss)) = board.miss(*question) else { return gone() };
                self.attach(visitor, (miss.id, miss.language, &miss.text), entry).await?;
                return Ok(None);
            }
            GapErrand::Draft(question) => {
                let Some((group, miss)) = board.miss(*question) else { return gone() };
                return self.draft_entry(visitor, group, miss).await.map(|()| None);
            }
            GapErrand::Close(question, mark) => {
                let Some(group) = board.group(*question) else { return gone() };
                let notice = self.close_group(visitor, group, (*question, *mark)).await?;
                let board = self.gap_board().await?;
                self.show(visitor, on, self.teller(visitor, |teller| teller.board(&board, 0))).await?;
                return Ok(Some(notice));
            }
            GapErrand::Learn(question, yes) => {
                let Some(lesson) = board.lessons.iter().find(|lesson| lesson.id == *question) else { return gone() };
                if *yes {
                    self.attach(visitor, (lesson.id, lesson.language, &lesson.text), &lesson.entry).await?;
                    return Ok(None);
                }
                self.skip_lesson(visitor, lesson).await?;
                let board = self.gap_board().await?;
                self.teller(visitor, |teller| teller.lessons(&board, 0))
            }
        };
        self.show(visitor, on, message).await?;
        Ok(None)
    }

    /// Shows it in the place of the message that a button stood under; as something new when that is not known.
    async fn show(&self, visitor: &Visitor, on: Option<MessageRef>, message: Message) -> Result<(), StoreError> {
        let line = match on {
            Some(message) => self.ports.store.line_at(ClientId::HOUSE, message).await?,
            None => None,
        };
        match line {
            Some(line) => self.retell(visitor.person, line, message).await,
            None => self.send_message(visitor.person, message).await.map(drop),
        }
    }

    /// The entries that may answer these words, for who asked this question.
    fn offered(&self, words: &str, miss: &Miss) -> Vec<EntryId> {
        let question = Question { text: words.to_owned(), language: Some(miss.language), place: miss.place.clone() };
        let Evidence { candidates, .. } = self.shelf.current().search.evidence(&question);
        candidates.into_iter().map(|one| one.entry).take(MOST_OFFERED).collect()
    }

    fn teller<T>(&self, visitor: &Visitor, tell: impl FnOnce(&Teller<'_>) -> T) -> T {
        let knowledge = self.shelf.current();
        tell(&Teller {
            phrases: knowledge.phrases.as_ref(),
            catalogue: &knowledge.catalogue,
            renderer: self.renderer(&knowledge),
            language: visitor.language,
            may_act: visitor.may(Role::Admin),
        })
    }
}

/// So many questions on the board.
fn questions_on(board: &Board) -> usize {
    board.groups.iter().map(|group| group.misses().len()).sum()
}
