//! Percent-encoding.

/// Appends a text with everything but the unreserved characters of RFC 3986 (section 2.3) percent-encoded.
///
/// A space is `%20` and never `+`: `+` means a space only in forms, and not to every server.
///
/// Where unreserved characters and others take turns, a processor cannot foresee which is next; so all take the same way:
/// four bytes are written, and one or three of them stay.
pub(crate) fn encode(out: &mut Vec<u8>, text: &[u8]) {
    const PIECE: usize = 32;
    for piece in text.chunks(PIECE) {
        let mut encoded = [0; 3 * PIECE + 1];
        let mut length = 0;
        for byte in piece {
            let entry = ENCODED.get(usize::from(*byte)).copied().unwrap_or_default();
            if let Some(place) = encoded.get_mut(length..length + 4) {
                place.copy_from_slice(&entry);
            }
            length += usize::from(entry[3]);
        }
        out.extend_from_slice(encoded.get(..length).unwrap_or_default());
    }
}

/// For each byte what it becomes, in three bytes, and how long that is.
static ENCODED: [[u8; 4]; 256] = {
    const fn digit(nibble: u8) -> u8 {
        if nibble < 10 { b'0' + nibble } else { b'A' + nibble - 10 }
    }

    let mut table = [[0; 4]; 256];
    let mut rest: &mut [[u8; 4]] = &mut table;
    let mut byte = 0_u8;
    while let Some((entry, others)) = rest.split_first_mut() {
        let is_unreserved = byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~');
        *entry = if is_unreserved { [byte, 0, 0, 1] } else { [b'%', digit(byte >> 4), digit(byte & 15), 3] };
        byte = byte.wrapping_add(1);
        rest = others;
    }
    table
};

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
