//! Currency codes.

/// Three letters in any case, in upper case.
pub(crate) fn parse(text: &str) -> Option<[u8; 3]> {
    let letters: [u8; 3] = text.as_bytes().try_into().ok()?;
    letters.iter().all(u8::is_ascii_alphabetic).then(|| letters.map(|letter| letter.to_ascii_uppercase()))
}
