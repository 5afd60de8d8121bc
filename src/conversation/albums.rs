//! Albums arrive piece by piece and go on together.

use super::effect::Effect;
use super::phase::Album;
use super::turn::Turn;
use super::wording::Wording;
use crate::domain::case::Manager;
use crate::domain::delivery::Lane;
use crate::domain::ids::MessageRef;
use crate::domain::timer::Timer;

impl Turn<'_> {
    /// One more piece of an album. What is complete goes on when no more pieces come.
    pub(super) fn collect(&mut self, name: String, by: Option<Manager>, piece: MessageRef) {
        let same = self.conversation.album.as_ref().is_some_and(|album| {
            album.name == name && album.by.as_ref().map(|by| by.id) == by.as_ref().map(|by| by.id)
        });
        if !same {
            self.pass_album_on();
            self.conversation.album = Some(Album { name, by, pieces: Vec::new() });
        }
        if let Some(album) = &mut self.conversation.album
            && !album.pieces.contains(&piece)
        {
            album.pieces.push(piece);
            album.pieces.sort_unstable();
        }
        self.wish(Effect::Wake(Timer::Album, self.context.now.after(self.context.policy.album)));
    }

    /// What the client says next comes after the album they sent before it.
    pub(super) fn follow_clients_album(&mut self) {
        if self.conversation.album.as_ref().is_some_and(|album| album.by.is_none()) {
            self.pass_album_on();
        }
    }

    /// What the desk says next comes after the album it sent before it.
    pub(super) fn follow_desks_album(&mut self) {
        if self.conversation.album.as_ref().is_some_and(|album| album.by.is_some()) {
            self.pass_album_on();
        }
    }

    /// The album is complete: it goes to the other side, together and in order.
    pub(super) fn pass_album_on(&mut self) {
        let Some(Album { by, pieces, .. }) = self.conversation.album.take() else { return };
        let Some(number) = self.open_number() else { return };
        let lane = match by {
            None => Lane::Case(number),
            Some(by) => {
                self.say(Wording::ManagerSends { name: by.name });
                self.client_lane()
            }
        };
        let line = self.next_line();
        for piece in &pieces {
            self.remember_relay(*piece, line);
        }
        self.wish(Effect::RelayAlbum { line, lane, from: pieces });
    }
}
