//! Ids by hashes of what their values are found by.

use std::marker::PhantomData;

use super::arena::Id;
use super::key::Key;

/// The part of a key by which an [`Index`] finds ids.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Tag(u32);

impl From<Key> for Tag {
    fn from(key: Key) -> Self {
        Self(key as u32)
    }
}

/// Ids by tags of their values, in a hash table with open addressing. An access to a table of a million events is one to memory, not to a
/// cache: a place has eight bytes here, a quarter of a `HashMap`'s with its 128-bit keys. Values are compared only where tags are equal.
pub(super) struct Index<T> {
    /// As many as a power of two, or none.
    places: Vec<Place>,
    len: usize,
    of: PhantomData<Id<T>>,
}

/// A tag, and after it the complement of an id, which is not 0.
type Place = u64;

const EMPTY: Place = 0;
const LEAST: usize = 16;

fn tag_of(place: Place) -> Tag {
    Tag((place >> 32) as u32)
}

impl<T> Default for Index<T> {
    fn default() -> Self {
        Self { places: Vec::new(), len: 0, of: PhantomData }
    }
}

impl<T> Index<T> {
    /// The id with that tag of the value that is meant.
    pub(super) fn find(&self, tag: Tag, is_meant: impl Fn(Id<T>) -> bool) -> Option<Id<T>> {
        let same = self.from(tag).filter(|(_, place)| tag_of(*place) == tag);
        same.map(|(_, place)| Id::from_number(!(place as u32))).find(|id| is_meant(*id))
    }

    pub(super) fn insert(&mut self, tag: Tag, id: Id<T>) {
        // A quarter stays empty, so that ids are near where they belong.
        if self.len >= self.places.len() / 4 * 3 {
            let places = vec![EMPTY; LEAST.max(2 * self.places.len())];
            for place in std::mem::replace(&mut self.places, places) {
                self.put(place);
            }
        }
        self.len += 1;
        self.put(Self::place(tag, id));
    }

    /// Removes an id, which has that tag.
    pub(super) fn remove(&mut self, tag: Tag, id: Id<T>) {
        let own = Self::place(tag, id);
        let Some((mut hole, _)) = self.from(tag).find(|(_, place)| *place == own) else { return };
        self.len -= 1;
        self.set(hole, EMPTY);
        // Each of the next ones moves into the hole, unless it belongs after it.
        let mut number = self.next(hole);
        while let Some(place) = self.get(number) {
            let distance = |from: usize| number.wrapping_sub(from) & self.mask();
            if distance(self.home(tag_of(place))) >= distance(hole) {
                self.set(hole, place);
                self.set(number, EMPTY);
                hole = number;
            }
            number = self.next(number);
        }
    }

    fn place(tag: Tag, id: Id<T>) -> Place {
        Place::from(tag.0) << 32 | Place::from(!id.number())
    }

    /// The places from where a tag belongs to the next one that is empty, and their numbers.
    fn from(&self, tag: Tag) -> impl Iterator<Item = (usize, Place)> {
        let numbers = std::iter::successors(Some(self.home(tag)), |number| Some(self.next(*number)));
        numbers.map_while(|number| Some((number, self.get(number)?)))
    }

    /// Puts what is not empty into the first empty place from where it belongs.
    fn put(&mut self, place: Place) {
        if place != EMPTY {
            let mut number = self.home(tag_of(place));
            while self.get(number).is_some() {
                number = self.next(number);
            }
            self.set(number, place);
        }
    }

    fn get(&self, number: usize) -> Option<Place> {
        self.places.get(number).copied().filter(|place| *place != EMPTY)
    }

    fn set(&mut self, number: usize, place: Place) {
        if let Some(own) = self.places.get_mut(number) {
            *own = place;
        }
    }

    fn home(&self, tag: Tag) -> usize {
        tag.0 as usize & self.mask()
    }

    fn next(&self, number: usize) -> usize {
        (number + 1) & self.mask()
    }

    fn mask(&self) -> usize {
        self.places.len().wrapping_sub(1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::delivery::arena::Arena;

    /// Tags that belong to a few places, at the end of the table as well as at its beginning.
    fn tag(number: u32) -> Tag {
        Tag((number % 7).wrapping_sub(3) | number << 8)
    }

    #[test]
    fn what_is_inserted_is_found_until_it_is_removed_whatever_it_collides_with() {
        let (mut values, mut index) = (Arena::default(), Index::default());
        let ids: Vec<Id<u32>> = (0..100).map(|number| values.insert(number)).collect();
        let find = |index: &Index<u32>, number: u32| index.find(tag(number), |id| values.get(id) == Some(&number));
        for (number, id) in (0..).zip(&ids) {
            assert_eq!(find(&index, number), None);
            index.insert(tag(number), *id);
        }
        // In another order: 37 and 100 have no divisor in common.
        let mut is_there = [true; 100];
        for removed in (0..100).map(|step| step * 37 % 100) {
            index.remove(tag(removed), ids[removed as usize]);
            is_there[removed as usize] = false;
            for (number, id) in (0..).zip(&ids) {
                assert_eq!(find(&index, number), is_there[number as usize].then_some(*id), "{number} without {removed}");
            }
        }
        assert!(index.len == 0 && index.places.iter().all(|place| *place == EMPTY));
    }

    #[test]
    fn ids_of_the_same_tag_are_distinguished_by_their_values() {
        let (mut values, mut index) = (Arena::default(), Index::default());
        let [one, two] = ["one", "two"].map(|value| values.insert(value));
        for id in [one, two] {
            index.insert(Tag(7), id);
        }
        index.remove(Tag(7), one);
        assert_eq!(index.find(Tag(7), |_| true), Some(two));
        index.remove(Tag(7), one);
        assert_eq!(index.len, 1);
    }
}
