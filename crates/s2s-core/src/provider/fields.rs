//! The names of a struct's fields, from its one declaration.

use std::borrow::Cow;
use std::fmt;

use serde::de::value::Error;
use serde::de::{Deserialize, Deserializer, Error as _, Visitor};
use serde::forward_to_deserialize_any;

/// The names of the fields of `T`, in the order of their declaration.
pub(crate) fn fields<'de, T: Deserialize<'de>>() -> &'static [&'static str] {
    let mut names: &'static [&'static str] = &[];
    // The probe answers every question with an error; the names are what it was asked with.
    let _ = T::deserialize(Probe(&mut names));
    names
}

struct Probe<'a>(&'a mut &'static [&'static str]);

impl<'de> Deserializer<'de> for Probe<'_> {
    type Error = Error;

    fn deserialize_struct<V: Visitor<'de>>(self, _: &'static str, fields: &'static [&'static str], _: V) -> Result<V::Value, Error> {
        *self.0 = fields;
        Err(Error::custom(fmt::Error))
    }

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Error> {
        Err(Error::custom(fmt::Error))
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct
        newtype_struct seq tuple tuple_struct map enum identifier ignored_any
    }
}

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
