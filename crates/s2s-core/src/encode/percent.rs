//! Percent-encoding.

/// Appends a text with everything but the unreserved characters of RFC 3986 (section 2.3) percent-encoded.
///
/// A space is `%20` and never `+`: `+` means a space only in forms, and not to every server.
pub(crate) fn encode(out: &mut Vec<u8>, text: &[u8]) {
    out.reserve(text.len());
    text.chunks(PIECE).for_each(|piece| encode_piece(out, piece));
}

/// So many bytes are encoded at once.
pub(super) const PIECE: usize = 16;

/// Encodes up to [`PIECE`] bytes. Where unreserved characters and others take turns, a processor cannot foresee which is next;
/// so all take the same way: three bytes are written, and one or three of them stay.
pub(super) fn encode_piece(out: &mut Vec<u8>, piece: &[u8]) {
    let mut encoded = [0; 3 * PIECE];
    let mut length = 0;
    for byte in piece {
        let [bytes @ .., kept] = ENCODED.get(usize::from(*byte)).copied().unwrap_or_default();
        if let Some(place) = encoded.get_mut(length..length + 3) {
            place.copy_from_slice(&bytes);
        }
        length += usize::from(kept);
    }
    out.extend_from_slice(encoded.get(..length).unwrap_or_default());
}

/// For each byte what it becomes, and how long that is.
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
