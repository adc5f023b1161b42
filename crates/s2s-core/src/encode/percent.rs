//! Percent-encoding.

use std::slice;

use super::json;

/// Appends a text with everything but the unreserved characters of RFC 3986 (section 2.3) percent-encoded.
///
/// A space is `%20` and never `+`: `+` means a space only in forms, and not to every server.
pub(crate) fn encode(out: &mut Vec<u8>, text: &[u8]) {
    static CODES: [[u8; 4]; 256] = codes(false);
    encode_by::<4, 32>(out, text, &CODES);
}

/// Appends the inside of a JSON string, percent-encoded: JSON's escape first, as it is decoded last.
pub(super) fn encode_json(out: &mut Vec<u8>, text: &[u8]) {
    static CODES: [[u8; 16]; 256] = codes(true);
    encode_by::<16, 16>(out, text, &CODES);
}

/// Appends the code of each byte of a text.
///
/// Where short codes and long ones take turns, a processor cannot foresee which is next. So all take the same way: a code is written with what
/// is after it, and the next one begins where it ends.
fn encode_by<const WIDTH: usize, const PIECE: usize>(out: &mut Vec<u8>, text: &[u8], codes: &[[u8; WIDTH]; 256]) {
    for piece in text.chunks(PIECE) {
        let mut encoded = [[0; WIDTH]; PIECE];
        let encoded = encoded.as_flattened_mut();
        let mut length = 0;
        for byte in piece {
            let code = codes.get(usize::from(*byte)).unwrap_or(&[0; WIDTH]);
            if let Some(place) = encoded.get_mut(length..length + WIDTH) {
                place.copy_from_slice(code);
            }
            length += code.last().copied().map_or(0, usize::from);
        }
        out.extend_from_slice(encoded.get(..length).unwrap_or_default());
    }
}

/// The code of each byte, with its length in the last place.
const fn codes<const WIDTH: usize>(is_in_json: bool) -> [[u8; WIDTH]; 256] {
    let mut codes = [[0; WIDTH]; 256];
    let mut rest: &mut [[u8; WIDTH]] = &mut codes;
    let mut byte = 0;
    while let Some((code, others)) = rest.split_first_mut() {
        *code = match json::escape(byte) {
            Some(escape) if is_in_json => code_of(escape.as_bytes()),
            _ => code_of(&[byte]),
        };
        byte = byte.wrapping_add(1);
        rest = others;
    }
    codes
}

/// Encodes the bytes of a text.
///
/// # Panics
/// At compile time, if the code is longer than its place.
const fn code_of<const WIDTH: usize>(mut text: &[u8]) -> [u8; WIDTH] {
    const fn digit(nibble: u8) -> u8 {
        if nibble < 10 { b'0' + nibble } else { b'A' + nibble - 10 }
    }

    let mut code = [0; WIDTH];
    let mut rest: &mut [u8] = &mut code;
    let mut length = 0;
    while let Some((byte, others)) = text.split_first() {
        let is_unreserved = byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~');
        let escape = [b'%', digit(*byte >> 4), digit(*byte & 15)];
        let (own, after) = rest.split_at_mut(if is_unreserved { 1 } else { escape.len() });
        own.copy_from_slice(if is_unreserved { slice::from_ref(byte) } else { &escape });
        length += own.len();
        (text, rest) = (others, after);
    }
    if let Some(last) = code.last_mut() {
        *last = length as u8;
    }
    code
}

/// The text that was encoded; what is no escape stays as it is.
pub(crate) fn decode(text: &str) -> String {
    let mut bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let digit = |byte: u8| char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
    while let Some((byte, rest)) = bytes.split_first() {
        bytes = rest;
        match (byte, rest) {
            (b'%', [high, low, rest @ ..]) if high.is_ascii_hexdigit() && low.is_ascii_hexdigit() => {
                out.extend(digit(*high).zip(digit(*low)).map(|(high, low)| high << 4 | low));
                bytes = rest;
            }
            _ => out.push(*byte),
        }
    }
    String::from_utf8_lossy(&out).into_owned()
}

#[cfg(test)]
mod tests {
    use super::{encode, encode_json};
    use crate::encode::json;

    #[test]
    fn what_a_json_string_holds_is_escaped_twice_wherever_pieces_end() {
        for length in 1..40 {
            for special in ['\0', '\u{1f}', '\n', '"', '\\', ' ', 'a', '~', '\u{7f}', 'ñ', '😀'] {
                for place in 0..length {
                    let text: String = (0..length).map(|at| if at == place { special } else { '"' }).collect();
                    let (mut string, mut expected, mut encoded) = (Vec::new(), Vec::new(), Vec::new());
                    json::string(&mut string, &text);
                    encode(&mut expected, &string[1..string.len() - 1]);
                    encode_json(&mut encoded, text.as_bytes());
                    assert_eq!(encoded, expected, "{text:?}");
                }
            }
        }
    }
}
