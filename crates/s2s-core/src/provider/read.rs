//! How an event is read without a copy of it.

use serde::de::{Error, MapAccess};

/// An event as it is read, field by field.
pub(crate) trait ReadEvent<'t>: Default {
    /// The names of its fields.
    const NAMES: &'static Names;

    /// Reads the value of the field at this position among the names.
    fn read<A: MapAccess<'t>>(&mut self, field: usize, map: &mut A) -> Result<(), A::Error>;
}

/// The fields that were read already.
#[derive(Default)]
pub(crate) struct Seen(u128);

impl Seen {
    /// Notes a field; an error if it stands twice.
    pub(crate) fn note<E: Error>(&mut self, field: usize) -> Result<(), E> {
        let bit = 1 << field;
        if self.0 & bit != 0 {
            return Err(E::custom("a field stands twice"));
        }
        self.0 |= bit;
        Ok(())
    }
}

/// The names of the fields of an event, found by a hash that is made when this is compiled.
pub(crate) struct Names {
    names: &'static [&'static str],
    /// Positions, from 1; 0 where there is none. A name stands at its hash, or behind it.
    table: [u8; SIZE],
}

const SIZE: usize = 512;

impl Names {
    /// # Panics
    /// When this is compiled, if there are more names than [`Seen`] can note.
    pub(crate) const fn new(names: &'static [&'static str]) -> Self {
        assert!(names.len() <= u128::BITS as usize, "an event has at most 128 fields");
        let mut table = [0; SIZE];
        let mut rest = names;
        let mut position = 0;
        while let Some((name, others)) = rest.split_first() {
            position += 1;
            insert(&mut table, hash(name.as_bytes()), position);
            rest = others;
        }
        Self { names, table }
    }

    /// The position of a name.
    pub(crate) fn find(&self, name: &[u8]) -> Option<usize> {
        let mut at = hash(name);
        loop {
            let position = usize::from(*self.table.get(at)?).checked_sub(1)?;
            if self.names.get(position)?.as_bytes() == name {
                return Some(position);
            }
            at = (at + 1) % SIZE;
        }
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

/// A place in the table, from the length and the first and last bytes of a name: two names seldom have all in common.
const fn hash(name: &[u8]) -> usize {
    let (first, last) = match (name.first_chunk(), name.last_chunk()) {
        (Some(first), Some(last)) => (u64::from_le_bytes(*first), u64::from_le_bytes(*last)),
        _ => match (name.first_chunk(), name.last_chunk()) {
            (Some(first), Some(last)) => (u32::from_le_bytes(*first) as u64, u32::from_le_bytes(*last) as u64),
            _ => match name {
                [first, .., last] => (*first as u64, *last as u64),
                [only] => (*only as u64, 0),
                [] => (0, 0),
            },
        },
    };
    let mixed = (first ^ last.rotate_left(23)).wrapping_add(name.len() as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    (mixed >> (u64::BITS - SIZE.ilog2())) as usize
}

#[cfg(test)]
mod tests {
    use super::Names;

    #[test]
    fn every_name_is_found_and_nothing_else() {
        const NAMES: Names = Names::new(&["a", "b", "ab", "ba", "idfa_lower_md5", "idfa_upper_md5", "idfa_lower_sha1", "id", "", "idfa"]);
        for (position, name) in NAMES.names.iter().enumerate() {
            assert_eq!(NAMES.find(name.as_bytes()), Some(position), "{name}");
            for other in [format!("{name}_"), format!("_{name}"), name.to_uppercase() + "X"] {
                assert_eq!(NAMES.find(other.as_bytes()), None, "{other}");
            }
        }
    }
}
