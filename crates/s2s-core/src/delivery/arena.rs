//! Values that are known by ids, which cannot be confused with those of other values.

use std::cmp::Ordering;
use std::fmt;
use std::marker::PhantomData;

use slab::Slab;

/// Where a value is kept. After the value is removed, another one may have the same id.
pub(super) struct Id<T> {
    place: u32,
    of: PhantomData<fn() -> T>,
}

impl<T> Id<T> {
    pub(super) fn from_number(number: u32) -> Self {
        Self { place: number, of: PhantomData }
    }

    pub(super) fn number(self) -> u32 {
        self.place
    }

    /// Memory ends long before the ids do.
    fn of(place: usize) -> Self {
        Self::from_number(u32::try_from(place).unwrap_or(u32::MAX))
    }

    fn place(self) -> usize {
        self.place as usize
    }
}

/// Values by their ids.
pub(super) struct Arena<T>(Slab<T>);

impl<T> Default for Arena<T> {
    fn default() -> Self {
        Self(Slab::new())
    }
}

impl<T> Arena<T> {
    pub(super) fn insert(&mut self, value: T) -> Id<T> {
        Id::of(self.0.insert(value))
    }

    /// The id of what is inserted next.
    pub(super) fn next_id(&self) -> Id<T> {
        Id::of(self.0.vacant_key())
    }

    pub(super) fn get(&self, id: Id<T>) -> Option<&T> {
        self.0.get(id.place())
    }

    pub(super) fn get_mut(&mut self, id: Id<T>) -> Option<&mut T> {
        self.0.get_mut(id.place())
    }

    pub(super) fn remove(&mut self, id: Id<T>) -> Option<T> {
        self.0.try_remove(id.place())
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = (Id<T>, &T)> {
        self.0.iter().map(|(place, value)| (Id::of(place), value))
    }

    pub(super) fn values(&self) -> impl Iterator<Item = &T> {
        self.0.iter().map(|(_, value)| value)
    }

    pub(super) fn values_mut(&mut self) -> impl Iterator<Item = &mut T> {
        self.0.iter_mut().map(|(_, value)| value)
    }

    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<T> Clone for Id<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Id<T> {}

impl<T> PartialEq for Id<T> {
    fn eq(&self, other: &Self) -> bool {
        self.place == other.place
    }
}

impl<T> Eq for Id<T> {}

impl<T> PartialOrd for Id<T> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl<T> Ord for Id<T> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.place.cmp(&other.place)
    }
}

impl<T> fmt::Debug for Id<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.place.fmt(f)
    }
}
