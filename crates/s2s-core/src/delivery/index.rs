//! Ids by hashes of what their values are found by.

use hashbrown::HashTable;

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

impl Tag {
    /// The table takes a place from the lowest bits, and what it compares first from the highest.
    fn hash(self) -> u64 {
        u64::from(self.0) << 32 | u64::from(self.0)
    }
}

/// Ids by tags of their values. An access to a table of a million events is one to memory, not to a cache: a place has nine bytes here, a quarter
/// of a `HashMap`'s with its 128-bit keys. Values are compared only where tags are equal.
pub(super) struct Index<T>(HashTable<(Tag, Id<T>)>);

impl<T> Default for Index<T> {
    fn default() -> Self {
        Self(HashTable::new())
    }
}

impl<T> Index<T> {
    /// The id with that tag of the value that is meant.
    pub(super) fn find(&self, tag: Tag, is_meant: impl Fn(Id<T>) -> bool) -> Option<Id<T>> {
        self.0.find(tag.hash(), |(own, id)| *own == tag && is_meant(*id)).map(|(_, id)| *id)
    }

    pub(super) fn insert(&mut self, tag: Tag, id: Id<T>) {
        self.0.insert_unique(tag.hash(), (tag, id), |(own, _)| own.hash());
    }

    /// Removes an id, which has that tag.
    pub(super) fn remove(&mut self, tag: Tag, id: Id<T>) {
        if let Ok(found) = self.0.find_entry(tag.hash(), |own| *own == (tag, id)) {
            found.remove();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::delivery::arena::Arena;

    /// Tags that belong to a few places.
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
        assert!(index.0.is_empty());
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
        assert_eq!(index.0.len(), 1);
    }
}
