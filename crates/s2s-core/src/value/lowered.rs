//! Values in the bytes that UniFFI makes of them, lifted without copying texts.
//!
//! Numbers are big-endian. Texts and lists follow their length in four bytes, optional values a byte that is 0 or 1. Each function
//! advances the bytes, and returns `None` if they are not such a value.

use uniffi::Lift;

use crate::UniFfiTag;

/// Lifts a value that owns everything it has.
pub(crate) fn lifted<T: Lift<UniFfiTag>>(from: &mut &[u8]) -> Option<T> {
    T::try_read(from).ok()
}

fn length(from: &mut &[u8]) -> Option<usize> {
    lifted::<i32>(from)?.try_into().ok()
}

/// Lifts a text, which stays in the bytes.
pub(crate) fn text<'t>(from: &mut &'t [u8]) -> Option<&'t str> {
    let length = length(from)?;
    let (text, rest) = from.split_at_checked(length)?;
    *from = rest;
    std::str::from_utf8(text).ok()
}

/// Lifts a list by its items.
pub(crate) fn list<'t, T>(from: &mut &'t [u8], item: impl Fn(&mut &'t [u8]) -> Option<T>) -> Option<Vec<T>> {
    // Nothing is reserved for a length that nobody has checked.
    (0..length(from)?).map(|_| item(from)).collect()
}

/// Lifts an optional value: `Some(None)` if it is absent.
pub(crate) fn optional<'t, T>(from: &mut &'t [u8], value: impl FnOnce(&mut &'t [u8]) -> Option<T>) -> Option<Option<T>> {
    if lifted(from)? { value(from).map(Some) } else { Some(None) }
}
