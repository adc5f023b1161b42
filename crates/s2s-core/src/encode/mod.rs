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
    let mut digits = [0; 19];
    let mut rest = number.unsigned_abs();
    let mut start = digits.len();
    for slot in digits.iter_mut().rev() {
        *slot = b'0' + (rest % 10) as u8;
        rest /= 10;
        start -= 1;
        if rest == 0 {
            break;
        }
    }
    if number < 0 {
        out.push(b'-');
    }
    out.extend_from_slice(digits.get(start..).unwrap_or_default());
}
