//! Compact JSON.

use std::io::Write;

use crate::value::Json;

/// Appends the members of one JSON object, in the order of the calls.
pub(crate) struct Object<'a> {
    out: &'a mut Vec<u8>,
    is_empty: bool,
}

impl<'a> Object<'a> {
    pub(crate) fn begin(out: &'a mut Vec<u8>) -> Self {
        out.push(b'{');
        Self { out, is_empty: true }
    }

    pub(crate) fn end(self) {
        self.out.push(b'}');
    }

    /// The number of bytes in the buffer.
    pub(crate) fn len(&self) -> usize {
        self.out.len()
    }

    /// Begins a member whose value the caller appends.
    pub(crate) fn key(&mut self, key: &str) -> &mut Vec<u8> {
        if !std::mem::take(&mut self.is_empty) {
            self.out.push(b',');
        }
        string(self.out, key);
        self.out.push(b':');
        self.out
    }

    pub(crate) fn text(&mut self, key: &str, value: &str) {
        string(self.key(key), value);
    }

    pub(crate) fn value(&mut self, key: &str, json: &Json) {
        value(self.key(key), json);
    }
}

/// Appends the items of one JSON array, in the order of the calls.
pub(crate) struct Array<'a> {
    out: &'a mut Vec<u8>,
    is_empty: bool,
}

impl<'a> Array<'a> {
    pub(crate) fn begin(out: &'a mut Vec<u8>) -> Self {
        out.push(b'[');
        Self { out, is_empty: true }
    }

    pub(crate) fn end(self) {
        self.out.push(b']');
    }

    /// Begins an item, which the caller appends.
    pub(crate) fn item(&mut self) -> &mut Vec<u8> {
        if !std::mem::take(&mut self.is_empty) {
            self.out.push(b',');
        }
        self.out
    }
}

/// Appends a JSON string.
pub(crate) fn string(out: &mut Vec<u8>, text: &str) {
    out.reserve(text.len() + 2);
    out.push(b'"');
    let mut text = text.as_bytes();
    loop {
        let (run, rest) = text.split_at(plain_length(text));
        out.extend_from_slice(run);
        let Some((byte, rest)) = rest.split_first() else { break };
        out.extend_from_slice(escape(*byte).unwrap_or_default().as_bytes());
        text = rest;
    }
    out.push(b'"');
}

/// Returns the number of bytes before the first that has to be escaped in a JSON string.
pub(crate) fn plain_length(text: &[u8]) -> usize {
    // Most texts have none: eight bytes are looked at together.
    let mut length = 0;
    let mut rest = text;
    while let Some((eight, others)) = rest.split_first_chunk() {
        let special = special_of(u64::from_le_bytes(*eight));
        if special != 0 {
            return length + special.trailing_zeros() as usize / 8;
        }
        length += 8;
        rest = others;
    }
    length + rest.iter().position(|byte| is_special(*byte)).unwrap_or(rest.len())
}

/// Returns whether each byte is special, in its highest bit. Bits above the first special byte mean nothing.
fn special_of(eight: u64) -> u64 {
    const ONES: u64 = u64::MAX / 0xff;
    const HIGHEST: u64 = ONES << 7;
    let below = |bytes: u64, least: u8| bytes.wrapping_sub(ONES * u64::from(least)) & !bytes;
    let is = |byte: u8| below(eight ^ (ONES * u64::from(byte)), 1);
    (below(eight, 0x20) | is(b'"') | is(b'\\')) & HIGHEST
}

/// Appends any JSON value; numbers as they were written.
pub(crate) fn value(out: &mut Vec<u8>, json: &Json) {
    match json {
        Json::Null => out.extend_from_slice(b"null"),
        Json::Bool(true) => out.extend_from_slice(b"true"),
        Json::Bool(false) => out.extend_from_slice(b"false"),
        Json::Number(number) => out.extend_from_slice(number.as_str().as_bytes()),
        Json::String(text) => string(out, text),
        Json::Array(items) => array(out, items, value),
        Json::Object(members) => {
            let mut object = Object::begin(out);
            for (key, member) in members {
                object.value(key, member);
            }
            object.end();
        }
    }
}

/// Appends a JSON array of items that `write` appends.
pub(crate) fn array<T>(out: &mut Vec<u8>, items: &[T], write: impl Fn(&mut Vec<u8>, &T)) {
    out.push(b'[');
    for (position, item) in items.iter().enumerate() {
        if position > 0 {
            out.push(b',');
        }
        write(out, item);
    }
    out.push(b']');
}

/// Appends a double, always with a fraction or an exponent, in the shortest form that reads back to the same double.
pub(crate) fn double(out: &mut Vec<u8>, number: f64) {
    // Writing to memory does not fail, and `Debug` is the documented shortest form that round-trips.
    let _ = write!(out, "{number:?}");
}

fn is_special(byte: u8) -> bool {
    matches!(byte, 0..=0x1f | b'"' | b'\\')
}

/// Returns the escape of a byte that has to be escaped in a JSON string (RFC 8259, section 7).
pub(super) const fn escape(byte: u8) -> Option<&'static str> {
    const CONTROL: &[&str] = &[
        "\\u0000", "\\u0001", "\\u0002", "\\u0003", "\\u0004", "\\u0005", "\\u0006", "\\u0007", "\\b", "\\t", "\\n", "\\u000b", "\\f",
        "\\r", "\\u000e", "\\u000f", "\\u0010", "\\u0011", "\\u0012", "\\u0013", "\\u0014", "\\u0015", "\\u0016", "\\u0017", "\\u0018",
        "\\u0019", "\\u001a", "\\u001b", "\\u001c", "\\u001d", "\\u001e", "\\u001f",
    ];
    match byte {
        b'"' => Some("\\\""),
        b'\\' => Some("\\\\"),
        other => match CONTROL.split_at_checked(other as usize) {
            Some((_, [escape, ..])) => Some(escape),
            _ => None,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::{is_special, plain_length};

    #[test]
    fn the_first_special_byte_is_found_wherever_it_stands_and_whatever_is_around_it() {
        for special in (0..=u8::MAX).filter(|byte| is_special(*byte)) {
            for around in (0..=u8::MAX).filter(|byte| !is_special(*byte)) {
                for place in 0..20 {
                    let mut text = [around; 20];
                    text[place..].fill(special);
                    assert_eq!(plain_length(&text), place, "{special} after {around}");
                    text[place + 1..].fill(around);
                    assert_eq!(plain_length(&text), place, "{special} between {around}");
                }
                assert_eq!(plain_length(&[around; 20]), 20);
            }
        }
    }
}
