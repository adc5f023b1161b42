//! Percent-encoding.

/// Appends a text with everything but the unreserved characters of RFC 3986 (section 2.3) percent-encoded.
///
/// A space is `%20` and never `+`: `+` means a space only in forms, and not to every server.
pub(crate) fn encode(out: &mut Vec<u8>, text: &[u8]) {
    encode_with(out, text, escape);
}

/// Copies runs of unreserved characters and hands every other byte to `special`.
pub(super) fn encode_with(out: &mut Vec<u8>, mut text: &[u8], special: impl Fn(&mut Vec<u8>, u8)) {
    loop {
        let plain = text.iter().position(|byte| !is_unreserved(*byte)).unwrap_or(text.len());
        let (run, rest) = text.split_at(plain);
        out.extend_from_slice(run);
        let Some((byte, rest)) = rest.split_first() else { return };
        special(out, *byte);
        text = rest;
    }
}

pub(super) fn escape(out: &mut Vec<u8>, byte: u8) {
    let digit = |nibble: u8| if nibble < 10 { b'0' + nibble } else { b'A' + nibble - 10 };
    out.extend_from_slice(&[b'%', digit(byte >> 4), digit(byte & 15)]);
}

fn is_unreserved(byte: u8) -> bool {
    matches!(byte, b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~')
}
