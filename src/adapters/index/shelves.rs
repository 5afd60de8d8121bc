//! Numbers on shelves: whoever looks for one looks on its shelf only.

use std::ops::Range;

/// Where the numbers of each shelf begin, and where those of the last one end.
#[derive(Debug)]
pub(super) struct Shelves(Vec<u32>);

impl Shelves {
    /// So many shelves, given on which of them each number stands, the first shelf first.
    pub(super) fn new(shelf_of_each: impl Iterator<Item = u32>, shelves: u32) -> Self {
        let mut begins = Vec::with_capacity(shelves as usize + 1);
        let mut at = 0;
        for shelf in shelf_of_each {
            while begins.len() <= shelf as usize {
                begins.push(at);
            }
            at += 1;
        }
        begins.resize(shelves as usize + 1, at);
        Self(begins)
    }

    /// The places of the numbers on this shelf; none when there is no such shelf.
    pub(super) fn on(&self, shelf: u32) -> Range<usize> {
        let begin = |number: usize| self.0.get(number).copied();
        let range = begin(shelf as usize).zip(begin(shelf as usize + 1));
        range.map_or(0..0, |(begin, end)| begin as usize..end as usize)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_number_stands_on_its_shelf() {
        let shelves = Shelves::new([1, 1, 3].into_iter(), 5);
        assert_eq!([0, 1, 2, 3, 4, 5].map(|shelf| shelves.on(shelf)), [0..0, 0..2, 2..2, 2..3, 3..3, 0..0]);
        assert_eq!(Shelves::new([].into_iter(), 1).on(0), 0..0);
    }
}
