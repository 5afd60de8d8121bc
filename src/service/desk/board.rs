//! The board: one pinned message in General that shows what is open, kept up to date in its place.

use super::Deed;
use crate::domain::delivery::{Lane, Operation, Outgoing, Urgency};
use crate::domain::ids::{ClientId, DeskId, LineId};
use crate::domain::message::Message;
use crate::domain::moment::Moment;
use crate::ports::store::{Board, HouseCommit, HouseTimer, OpenCase, StoreError};
use crate::service::house::House;
use crate::service::rendering::Renderer;

impl House {
    /// The board of a desk may have changed: it is written anew, once for many changes.
    pub(in crate::service) async fn refresh_board(&self, desk: &DeskId, due: Moment) -> Result<(), StoreError> {
        let cases = self.ports.store.open_cases(Some(desk)).await?;
        let known = self.ports.store.board(desk).await?;
        let message = self.with_renderer(|renderer| renderer.board(&cases));
        let text = message.text.text();
        let mut commit = HouseCommit {
            clear_timers: vec![(HouseTimer::Board(desk.clone()), due)],
            set_timers: self
                .next_lapse(&cases)
                .map(|moment| (HouseTimer::Board(desk.clone()), moment))
                .into_iter()
                .collect(),
            ..HouseCommit::default()
        };
        match known {
            Some(board) if board.text == text => {}
            Some(board) => {
                let line = self.ports.store.next_house_line().await?;
                commit.outgoing.push(row(desk, line, Operation::Edit { line: board.line, message }));
                commit.board = Some((desk.clone(), Board { text, ..board }));
            }
            // The first case makes the board; an empty desk needs none.
            None if cases.is_empty() => {}
            None => {
                let (line, pin) =
                    (self.ports.store.next_house_line().await?, self.ports.store.next_house_line().await?);
                let send = Operation::Send { message, quiet: true, reply: None, joins: false };
                commit.outgoing.push(row(desk, line, send));
                commit.outgoing.push(row(desk, pin, Operation::Pin { line }));
                commit.board = Some((desk.clone(), Board { line, text }));
            }
        }
        self.ports.store.commit_house(&commit).await?;
        self.ring();
        Ok(())
    }

    /// The board is gone from the group: the next change makes a new one.
    pub(in crate::service) async fn lose_board(&self, line: LineId) -> Result<(), StoreError> {
        for link in self.ports.store.desk_links().await? {
            if self.ports.store.board(&link.desk).await?.is_some_and(|board| board.line == line) {
                self.ports.store.forget_board(&link.desk).await?;
                let set_timers = vec![(HouseTimer::Board(link.desk), self.now())];
                self.ports.store.commit_house(&HouseCommit { set_timers, ..HouseCommit::default() }).await?;
            }
        }
        Ok(())
    }

    /// `/open` and `/mijn`.
    pub(super) async fn show_overview(&self, deed: &Deed, desk: &DeskId, mine: bool) -> Result<(), StoreError> {
        let mut cases = self.ports.store.open_cases(Some(desk)).await?;
        if mine {
            cases.retain(|open| open.case.is_owned_by(deed.by.id));
        }
        let message = self.with_renderer(|renderer| renderer.overview(&cases, mine));
        self.answer_message(&deed.asker(), &message).await;
        Ok(())
    }

    /// When the next promise is broken: the board shows that too.
    fn next_lapse(&self, cases: &[OpenCase]) -> Option<Moment> {
        let waiting = cases.iter().filter(|open| open.case.wait.is_some_and(|wait| !wait.paused));
        waiting.filter_map(|open| open.case.promise).filter(|promise| *promise > self.now()).min().map(Moment::next)
    }

    pub(super) fn with_renderer(&self, show: impl FnOnce(&Renderer<'_>) -> Message) -> Message {
        let knowledge = self.shelf.current();
        let renderer =
            Renderer::new(knowledge.phrases.as_ref(), &knowledge.catalogue, self.now(), self.settings.retention);
        show(&renderer)
    }
}

/// Something that the house says in General of its own accord.
pub(super) fn row(desk: &DeskId, line: LineId, operation: Operation) -> Outgoing {
    Outgoing { client: ClientId::HOUSE, line, lane: Lane::Desk(desk.clone()), operation, urgency: Urgency::Later }
}
