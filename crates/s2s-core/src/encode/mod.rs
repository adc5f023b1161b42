//! The only place that escapes.

pub(crate) mod form;
pub(crate) mod json;
pub(crate) mod percent;

use std::borrow::Cow;

/// The text that was written, which is always UTF-8. `from_utf8_lossy` alone is slow: it checks byte by byte.
pub(crate) fn text(written: &[u8]) -> Cow<'_, str> {
    std::str::from_utf8(written).map_or_else(|_| String::from_utf8_lossy(written), Cow::Borrowed)
}

/// Appends the digits of an integer, which no format escapes.
pub(crate) fn integer(out: &mut Vec<u8>, number: i64) {
    out.extend_from_slice(itoa::Buffer::new().format(number).as_bytes());
}
