//! Values of an event that `build` borrows: from the event's own struct, or from the source that it is read from.

use std::fmt;
use std::ops::Deref;

use serde::de::{DeserializeSeed, Error, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};

#[cfg(feature = "uniffi")]
use super::lowered;
use super::pairs::{read_pairs, repeated};
use super::{Json, Number, Pairs, Text};

/// A type of fields whose values can be borrowed.
pub(crate) trait Lend: Sized + 'static {
    /// The borrowed value.
    type Ref<'e>;
    /// The value as it is read, borrowed from the source where possible.
    type Read<'t>: Deserialize<'t>;

    fn lend(&self) -> Self::Ref<'_>;

    fn lend_read<'e>(read: &'e Self::Read<'_>) -> Self::Ref<'e>;

    /// Reads the next value of a map into its place.
    fn read<'t, A: MapAccess<'t>>(place: &mut Option<Self::Read<'t>>, map: &mut A) -> Result<(), A::Error> {
        *place = map.next_value()?;
        Ok(())
    }

    /// Lifts a value from the bytes that UniFFI makes of it: see [`lowered`](super::lowered).
    #[cfg(feature = "uniffi")]
    fn lift<'t>(from: &mut &'t [u8]) -> Option<Self::Read<'t>>;
}

impl Lend for Text {
    type Ref<'e> = &'e str;
    type Read<'t> = ReadText<'t>;

    fn lend(&self) -> &str {
        self
    }

    fn lend_read<'e>(read: &'e ReadText<'_>) -> &'e str {
        read
    }

    /// Most values are texts. One that was returned on its way would wait in memory, and cost as much as reading it.
    fn read<'t, A: MapAccess<'t>>(place: &mut Option<ReadText<'t>>, map: &mut A) -> Result<(), A::Error> {
        map.next_value_seed(TextPlace(place))
    }

    #[cfg(feature = "uniffi")]
    fn lift<'t>(from: &mut &'t [u8]) -> Option<ReadText<'t>> {
        lowered::text(from).map(ReadText::Lent)
    }
}

impl Lend for Pairs<Text> {
    type Ref<'e> = TextsRef<'e>;
    type Read<'t> = ReadTexts<'t>;

    fn lend(&self) -> TextsRef<'_> {
        TextsRef::Held(self.as_slice())
    }

    fn lend_read<'e>(read: &'e ReadTexts<'_>) -> TextsRef<'e> {
        TextsRef::Read(&read.0)
    }

    #[cfg(feature = "uniffi")]
    fn lift<'t>(from: &mut &'t [u8]) -> Option<ReadTexts<'t>> {
        lowered::list(from, |from| Text::lift(from).zip(Text::lift(from))).map(ReadTexts)
    }
}

impl<T: Lend> Lend for Vec<T> {
    type Ref<'e> = ListRef<'e, T>;
    type Read<'t> = ReadList<'t, T>;

    fn lend(&self) -> ListRef<'_, T> {
        ListRef(self)
    }

    fn lend_read<'e>(read: &'e ReadList<'_, T>) -> ListRef<'e, T> {
        ListRef(read)
    }

    #[cfg(feature = "uniffi")]
    fn lift<'t>(from: &mut &'t [u8]) -> Option<ReadList<'t, T>> {
        lowered::list(from, T::lift).map(ReadList)
    }
}

/// Implements [`Lend`] by a reference to the type itself.
macro_rules! as_held {
    ($($type:ty)*) => {
        $(impl Lend for $type {
            type Ref<'e> = &'e $type;
            type Read<'t> = $type;

            fn lend(&self) -> &$type {
                self
            }

            fn lend_read(read: &$type) -> &$type {
                read
            }

            #[cfg(feature = "uniffi")]
            fn lift(from: &mut &[u8]) -> Option<$type> {
                lowered::lifted(from)
            }
        })*
    };
}

as_held! { Json Pairs<Json> Pairs<Number> }

/// Implements [`Lend`] by a copy.
macro_rules! copied {
    ($($type:ty)*) => {
        $(impl $crate::value::lend::Lend for $type {
            type Ref<'e> = $type;
            type Read<'t> = $type;

            fn lend(&self) -> $type {
                *self
            }

            fn lend_read(read: &$type) -> $type {
                *read
            }

            #[cfg(feature = "uniffi")]
            fn lift(from: &mut &[u8]) -> Option<$type> {
                $crate::value::lowered::lifted(from)
            }
        })*
    };
}

pub(crate) use copied;

copied! { bool i64 }

/// A text as it is read, borrowed from the source where possible.
#[derive(Clone)]
pub(crate) enum ReadText<'t> {
    Lent(&'t str),
    Held(String),
}

impl Deref for ReadText<'_> {
    type Target = str;

    fn deref(&self) -> &str {
        match self {
            Self::Lent(text) => text,
            Self::Held(text) => text,
        }
    }
}

impl<'t> From<&'t str> for ReadText<'t> {
    fn from(text: &'t str) -> Self {
        Self::Lent(text)
    }
}

impl From<String> for ReadText<'_> {
    fn from(text: String) -> Self {
        Self::Held(text)
    }
}

impl<'de> Deserialize<'de> for ReadText<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut place = None;
        deserializer.deserialize_str(TextPlace(&mut place))?;
        place.ok_or_else(|| D::Error::custom("not a text"))
    }
}

/// Where a text is put that is read: `None` for `null`.
struct TextPlace<'p, 't>(&'p mut Option<ReadText<'t>>);

impl<'de> DeserializeSeed<'de> for TextPlace<'_, 'de> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_option(self)
    }
}

impl<'de> Visitor<'de> for TextPlace<'_, 'de> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text")
    }

    fn visit_none<E: Error>(self) -> Result<(), E> {
        *self.0 = None;
        Ok(())
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        self.visit_none()
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_str(self)
    }

    fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<(), E> {
        *self.0 = Some(ReadText::Lent(text));
        Ok(())
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<(), E> {
        self.visit_string(text.to_owned())
    }

    fn visit_string<E: Error>(self, text: String) -> Result<(), E> {
        *self.0 = Some(ReadText::Held(text));
        Ok(())
    }
}

/// A map of texts as it is read.
pub(crate) struct ReadTexts<'t>(Vec<(ReadText<'t>, ReadText<'t>)>);

impl<'de> Deserialize<'de> for ReadTexts<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        read_pairs(deserializer).map(Self)
    }
}

/// A borrowed map of texts.
#[derive(Clone, Copy)]
pub(crate) enum TextsRef<'e> {
    Held(&'e [(Text, Text)]),
    Read(&'e [(ReadText<'e>, ReadText<'e>)]),
}

impl<'e> TextsRef<'e> {
    /// Returns the pairs in the caller's order.
    pub(crate) fn iter(self) -> impl Iterator<Item = (&'e str, &'e str)> {
        let (held, read): (&[_], &[_]) = match self {
            Self::Held(pairs) => (pairs, &[]),
            Self::Read(pairs) => (&[], pairs),
        };
        let read = read.iter().map(|(key, value)| (&**key, &**value));
        held.iter().map(|(key, value)| (key.as_str(), value.as_str())).chain(read)
    }

    /// Returns the keys that appear more than once.
    pub(crate) fn repeated(self) -> Vec<&'e str> {
        match self {
            Self::Held(pairs) => repeated(pairs, |key| key),
            Self::Read(pairs) => repeated(pairs, |key| key),
        }
    }
}

/// A list as it is read.
pub(crate) struct ReadList<'t, T: Lend>(Vec<T::Read<'t>>);

impl<'de, T: Lend> Deserialize<'de> for ReadList<'de, T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Vec::deserialize(deserializer).map(Self)
    }
}

/// A borrowed list.
pub(crate) struct ListRef<'e, T: Lend>(&'e (dyn Items<T> + 'e));

impl<T: Lend> Clone for ListRef<'_, T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Lend> Copy for ListRef<'_, T> {}

impl<'e, T: Lend> ListRef<'e, T> {
    /// Returns the number of items.
    pub(crate) fn len(self) -> usize {
        self.0.count()
    }

    /// Returns the items in the caller's order. [`Report::each`](crate::issue::Report::each) leaves out those of a wrong type.
    pub(crate) fn iter(self) -> impl Iterator<Item = T::Ref<'e>> {
        (0..self.0.count()).filter_map(move |position| self.0.item(position))
    }
}

/// What a list is lent from.
trait Items<T: Lend> {
    fn count(&self) -> usize;

    fn item(&self, position: usize) -> Option<T::Ref<'_>>;
}

impl<T: Lend> Items<T> for Vec<T> {
    fn count(&self) -> usize {
        self.len()
    }

    fn item(&self, position: usize) -> Option<T::Ref<'_>> {
        self.get(position).map(T::lend)
    }
}

impl<T: Lend> Items<T> for ReadList<'_, T> {
    fn count(&self) -> usize {
        self.0.len()
    }

    fn item(&self, position: usize) -> Option<T::Ref<'_>> {
        self.0.get(position).map(T::lend_read)
    }
}
