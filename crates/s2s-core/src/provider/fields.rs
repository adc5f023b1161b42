//! The spellings of a field's name.

use std::borrow::Cow;

/// The camelCase spelling of a field's name: `eventToken` for `event_token`.
pub(crate) fn camel_case(name: &str) -> String {
    let mut camel = String::with_capacity(name.len());
    let mut is_first_of_word = false;
    for character in name.chars() {
        match character {
            '_' => is_first_of_word = true,
            letter if std::mem::take(&mut is_first_of_word) => camel.push(letter.to_ascii_uppercase()),
            other => camel.push(other),
        }
    }
    camel
}

/// The field name of its camelCase spelling: `event_token` for `eventToken`. A name in snake_case stays as it is.
pub(crate) fn snake_case(name: &str) -> Cow<'_, str> {
    // Every key of every event comes by here: eight bytes are looked at together.
    let (eights, rest) = name.as_bytes().as_chunks::<8>();
    let is_upper = |any: bool, byte: &u8| any | byte.is_ascii_uppercase();
    if !eights.iter().any(|eight| eight.iter().fold(false, is_upper)) && !rest.iter().fold(false, is_upper) {
        return Cow::Borrowed(name);
    }
    let mut snake = String::with_capacity(name.len() + 4);
    for character in name.chars() {
        if character.is_ascii_uppercase() {
            snake.push('_');
        }
        snake.push(character.to_ascii_lowercase());
    }
    Cow::Owned(snake)
}

/// Returns the camelCase of a field's name, and its length, at compile time. No field has a name of more than 64 bytes.
pub(crate) const fn const_camel_case(mut name: &[u8]) -> ([u8; 64], usize) {
    let mut camel = [0; 64];
    let mut rest: &mut [u8] = &mut camel;
    let mut length = 0;
    while let Some((byte, others)) = name.split_first() {
        let (byte, others) = match others.split_first() {
            Some((next, others)) if *byte == b'_' => (next.to_ascii_uppercase(), others),
            _ => (*byte, others),
        };
        let Some((place, after)) = rest.split_first_mut() else { break };
        *place = byte;
        length += 1;
        (name, rest) = (others, after);
    }
    (camel, length)
}

/// Returns whether a key is the camelCase of a name, in which a capital is an underscore and a small letter.
pub(crate) fn is_camel_case(key: &[u8], name: &[u8]) -> bool {
    let mut rest = name.iter();
    let is_begun = key.iter().all(|byte| {
        let is_capital = byte.is_ascii_uppercase();
        (!is_capital || rest.next() == Some(&b'_')) && rest.next() == Some(&byte.to_ascii_lowercase())
    });
    is_begun && rest.as_slice().is_empty()
}
