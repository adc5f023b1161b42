//! What lanes, destinations and events are found by.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use siphasher::sip128::{Hasher128, SipHasher13};

/// A hash with a key that outsiders do not know. A lane has that of its destination and of what its requests have in common.
pub(super) type Key = u128;

pub(super) fn key<const N: usize>(seed: u64, parts: [&[u8]; N]) -> Key {
    let mut hasher = SipHasher13::new_with_keys(seed, !seed);
    for part in parts {
        hasher.write_usize(part.len());
        hasher.write(part);
    }
    hasher.finish128().as_u128()
}

/// A map from what is a hash already.
pub(super) type ByKey<V> = HashMap<Key, V, BuildHasherDefault<AsItIs>>;

/// Takes a hash as it is.
#[derive(Default)]
pub(super) struct AsItIs(u64);

impl Hasher for AsItIs {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = self.0.rotate_left(8) ^ u64::from(*byte);
        }
    }

    fn write_u128(&mut self, key: u128) {
        self.0 = key as u64;
    }
}
