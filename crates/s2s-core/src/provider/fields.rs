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

/// Calls `then` with the name that [`snake_case`] returns, without an allocation. `None` for a name longer than 64 bytes: no field has one.
pub(crate) fn with_snake_case<T>(name: &str, then: impl FnOnce(&[u8]) -> Option<T>) -> Option<T> {
    let mut snake = [0; 64];
    let mut length = 0;
    for byte in name.bytes() {
        if byte.is_ascii_uppercase() {
            *snake.get_mut(length)? = b'_';
            length += 1;
        }
        *snake.get_mut(length)? = byte.to_ascii_lowercase();
        length += 1;
    }
    then(snake.get(..length)?)
}
