//! Reading of an event without copying its texts.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, Visitor};

use crate::value::lend::ReadText;

use super::fields::{const_camel_case, is_camel_case};

/// An event, or a record inside of one, that is read field by field.
pub(crate) trait ReadEvent<'t>: Default {
    /// The names of its fields.
    const NAMES: &'static Names;

    /// Reads the value of the field at this position among the names.
    fn read<A: MapAccess<'t>>(&mut self, field: usize, map: &mut A) -> Result<(), A::Error>;

    /// Lifts it from the bytes that UniFFI makes of the struct: see [`lowered`](crate::value::lowered).
    #[cfg(feature = "uniffi")]
    fn lift(from: &mut &'t [u8]) -> Option<Self>;
}

/// Reads a record inside of an event.
pub(crate) fn nested<'t, R: ReadEvent<'t>, D: Deserializer<'t>>(deserializer: D) -> Result<R, D::Error> {
    deserializer.deserialize_map(RecordVisitor(PhantomData))
}

struct RecordVisitor<R>(PhantomData<R>);

impl<'t, R: ReadEvent<'t>> Visitor<'t> for RecordVisitor<R> {
    type Value = R;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'t>>(self, mut map: A) -> Result<R, A::Error> {
        let (mut record, mut seen) = (R::default(), Seen::default());
        while let Some(key) = map.next_key_seed(R::NAMES)? {
            let (Key::Field(field) | Key::Respelled(field)) = key else { return Err(A::Error::custom("there is no such field")) };
            seen.note(field)?;
            record.read(field, &mut map)?;
        }
        Ok(record)
    }
}

/// The set of fields that were read already.
#[derive(Default)]
pub(crate) struct Seen(u128);

impl Seen {
    /// Adds a field; an error if it appears more than once.
    pub(crate) fn note<E: Error>(&mut self, field: usize) -> Result<(), E> {
        let bit = 1 << field;
        if self.0 & bit != 0 {
            return Err(E::custom("a field appears more than once"));
        }
        self.0 |= bit;
        Ok(())
    }
}

/// The names of an event's fields, in snake_case, with a hash table that is built at compile time.
pub(crate) struct Names {
    names: &'static [&'static str],
    /// Positions, from 1; 0 where there is none. A name is at its hash, or at the next free place after it. So is its camelCase.
    table: [u8; SIZE],
}

const SIZE: usize = 512;

impl Names {
    /// Builds the table.
    ///
    /// # Panics
    /// At compile time, if there are more names than [`Seen`] can hold.
    pub(crate) const fn new(names: &'static [&'static str]) -> Self {
        assert!(names.len() <= u128::BITS as usize, "an event has at most 128 fields");
        let mut table = [0; SIZE];
        let mut rest = names;
        let mut position = 0;
        while let Some((name, others)) = rest.split_first() {
            position += 1;
            insert(&mut table, place(name.as_bytes()), position);
            let (camel, length) = const_camel_case(name.as_bytes());
            if length < name.len() {
                insert(&mut table, place(camel.split_at(length).0), position);
            }
            rest = others;
        }
        Self { names, table }
    }

    /// Returns the position of the name that a key is, and whether the key is another spelling of it.
    fn find(&self, key: &[u8]) -> Option<(usize, bool)> {
        let own = ends(key);
        let mut at = hash(key.len(), own);
        loop {
            let position = usize::from(*self.table.get(at)?).checked_sub(1)?;
            let name = self.names.get(position)?.as_bytes();
            // Both ends are in registers; comparing all bytes would take a call.
            if name.len() == key.len() && ends(name) == own && (key.len() <= WHOLE || name == key) {
                return Some((position, false));
            }
            if is_camel_case(key, name) {
                return Some((position, true));
            }
            at = (at + 1) % SIZE;
        }
    }

    fn key<'t>(&self, key: impl Into<ReadText<'t>> + AsRef<[u8]>) -> Key<'t> {
        match self.find(key.as_ref()) {
            Some((field, false)) => Key::Field(field),
            Some((field, true)) => Key::Respelled(field),
            None => Key::Other(key.into()),
        }
    }
}

/// A key as it is read.
pub(crate) enum Key<'t> {
    /// The position of a name.
    Field(usize),
    /// The position of a name whose camelCase this is.
    Respelled(usize),
    /// Another text.
    Other(ReadText<'t>),
}

impl<'de> DeserializeSeed<'de> for &'static Names {
    type Value = Key<'de>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Key<'de>, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl<'de> Visitor<'de> for &'static Names {
    type Value = Key<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text")
    }

    fn visit_borrowed_str<E: Error>(self, key: &'de str) -> Result<Key<'de>, E> {
        Ok(self.key(key))
    }

    fn visit_str<E: Error>(self, key: &str) -> Result<Key<'de>, E> {
        self.visit_string(key.to_owned())
    }

    fn visit_string<E: Error>(self, key: String) -> Result<Key<'de>, E> {
        Ok(self.key(key))
    }
}

/// Puts a position at the first free place from `at` on.
const fn insert(table: &mut [u8; SIZE], at: usize, position: u8) {
    let (before, behind) = table.split_at_mut(at);
    if !insert_into(behind, position) {
        insert_into(before, position);
    }
}

const fn insert_into(mut table: &mut [u8], position: u8) -> bool {
    while let Some((place, rest)) = table.split_first_mut() {
        if *place == 0 {
            *place = position;
            return true;
        }
        table = rest;
    }
    false
}

/// Maximum length of a name that [`ends`] returns as a whole.
const WHOLE: usize = 16;

/// Returns the first and last bytes of a name.
const fn ends(name: &[u8]) -> (u64, u64) {
    match (name.first_chunk(), name.last_chunk()) {
        (Some(first), Some(last)) => (u64::from_le_bytes(*first), u64::from_le_bytes(*last)),
        _ => match (name.first_chunk(), name.last_chunk()) {
            (Some(first), Some(last)) => (u32::from_le_bytes(*first) as u64, u32::from_le_bytes(*last) as u64),
            _ => match *name {
                [first, middle, last] => (first as u64, u16::from_le_bytes([middle, last]) as u64),
                [first, last] => (first as u64, last as u64),
                [only] => (only as u64, 0),
                _ => (0, 0),
            },
        },
    }
}

/// Returns the place of a name in the table.
const fn place(name: &[u8]) -> usize {
    hash(name.len(), ends(name))
}

/// Returns a hash by the length and both ends of a name, which two names seldom share.
const fn hash(length: usize, (first, last): (u64, u64)) -> usize {
    let mixed = (first ^ last.rotate_left(23)).wrapping_add(length as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    (mixed >> (u64::BITS - SIZE.ilog2())) as usize
}

#[cfg(test)]
mod tests {
    use super::Names;
    use crate::provider::camel_case;

    #[test]
    fn every_name_is_found_and_nothing_else() {
        const NAMES: Names = Names::new(&[
            "a",
            "b",
            "ab",
            "ba",
            "abc",
            "adc",
            "id",
            "",
            "idfa",
            "revenue",
            "currency",
            "idfa_lower_md5",
            "idfa_upper_md5",
            "idfa_lower_sha1",
            "partner_params_of",
            "partner_parameters_of_it",
        ]);
        for (position, name) in NAMES.names.iter().enumerate() {
            assert_eq!(NAMES.find(name.as_bytes()), Some((position, false)), "{name}");
            let camel = camel_case(name);
            assert_eq!(NAMES.find(camel.as_bytes()), Some((position, camel != *name)), "{camel}");
            let with = |other| name.chars().enumerate().map(move |(at, own)| if at == other { '?' } else { own }).collect();
            for other in (0..name.len()).map(with).chain([format!("{name}_"), format!("_{name}"), name.to_uppercase() + "X", camel + "X"]) {
                assert_eq!(NAMES.find(other.as_bytes()), None, "{other}");
            }
        }
    }
}
