//! Reading of an event in the JSON form, straight from its text.
//!
//! Strings, and objects and arrays of strings, make up most of an event and are read here; a string without escapes is borrowed. serde_json reads every
//! other value. Problems are not reported here: the thorough reading reports them.

use std::borrow::Cow;
use std::fmt;

use serde::de::value::{BorrowedStrDeserializer, StringDeserializer};
use serde::de::{DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, forward_to_deserialize_any};
use serde_json::value::RawValue;

use crate::encode::json::plain_length;
use crate::value::{EXACT, TIME};

/// Invalid JSON, or a value of another type than expected.
#[derive(Debug)]
pub(super) struct Wrong;

impl fmt::Display for Wrong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not right")
    }
}

impl std::error::Error for Wrong {}

impl serde::de::Error for Wrong {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self
    }
}

/// Reads the one object in a text.
pub(super) fn object<'de, V: Visitor<'de>>(text: &'de str, visitor: V) -> Result<V::Value, Wrong> {
    let mut scan = Scan { text, at: 0 };
    let value = scan.deserialize_map(visitor)?;
    if scan.peek().is_none() { Ok(value) } else { Err(Wrong) }
}

/// A text and the position up to which it was read.
struct Scan<'de> {
    text: &'de str,
    at: usize,
}

impl<'de> Scan<'de> {
    /// Returns the next byte after whitespace, without consuming it.
    fn peek(&mut self) -> Option<u8> {
        loop {
            let next = *self.text.as_bytes().get(self.at)?;
            if !matches!(next, b' ' | b'\n' | b'\t' | b'\r') {
                return Some(next);
            }
            self.at += 1;
        }
    }

    /// Consumes whitespace and this byte.
    fn take(&mut self, byte: u8) -> Result<(), Wrong> {
        if self.peek() != Some(byte) {
            return Err(Wrong);
        }
        self.at += 1;
        Ok(())
    }

    /// Consumes a string.
    fn text(&mut self) -> Result<Cow<'de, str>, Wrong> {
        self.take(b'"')?;
        let start = self.at;
        let inside = self.text.as_bytes().get(start..).ok_or(Wrong)?;
        let end = start + plain_length(inside);
        if self.text.as_bytes().get(end) == Some(&b'"') {
            self.at = end + 1;
            return self.text.get(start..end).map(Cow::Borrowed).ok_or(Wrong);
        }
        // It has an escape, or does not end.
        self.at = start - 1;
        self.read().map(Cow::Owned)
    }

    /// Consumes a value, read by serde_json.
    fn read<T: Deserialize<'de>>(&mut self) -> Result<T, Wrong> {
        let mut values = serde_json::Deserializer::from_str(self.text.get(self.at..).ok_or(Wrong)?).into_iter();
        let value = values.next().and_then(Result::ok).ok_or(Wrong)?;
        self.at += values.byte_offset();
        Ok(value)
    }
}

impl<'de> Deserializer<'de> for &mut Scan<'de> {
    type Error = Wrong;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        serde_json::Deserializer::from_str(self.read::<&RawValue>()?.get()).deserialize_any(visitor).map_err(|_| Wrong)
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        match self.text()? {
            Cow::Borrowed(text) => visitor.visit_borrowed_str(text),
            Cow::Owned(text) => visitor.visit_string(text),
        }
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        self.deserialize_str(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        if self.peek() == Some(b'n') {
            return self.deserialize_any(visitor);
        }
        visitor.visit_some(self)
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        self.take(b'{')?;
        visitor.visit_map(Members { scan: self, is_first: true })
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        self.take(b'[')?;
        visitor.visit_seq(Items { scan: self, is_first: true })
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, name: &'static str, visitor: V) -> Result<V::Value, Wrong> {
        if [EXACT, TIME].contains(&name) && self.peek() == Some(b'"') {
            return self.deserialize_str(visitor);
        }
        serde_json::Deserializer::from_str(self.read::<&RawValue>()?.get()).deserialize_newtype_struct(name, visitor).map_err(|_| Wrong)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 u8 u16 u32 u64 f32 f64 char bytes byte_buf unit unit_struct tuple tuple_struct struct enum identifier
        ignored_any
    }
}

/// The members of an object, until it ends.
struct Members<'s, 'de> {
    scan: &'s mut Scan<'de>,
    is_first: bool,
}

impl<'de> MapAccess<'de> for Members<'_, 'de> {
    type Error = Wrong;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Wrong> {
        if self.scan.peek() == Some(b'}') {
            self.scan.at += 1;
            return Ok(None);
        }
        if !std::mem::take(&mut self.is_first) {
            self.scan.take(b',')?;
        }
        let key = match self.scan.text()? {
            Cow::Borrowed(key) => seed.deserialize(BorrowedStrDeserializer::new(key)),
            Cow::Owned(key) => seed.deserialize(StringDeserializer::new(key)),
        };
        self.scan.take(b':')?;
        key.map(Some)
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, Wrong> {
        seed.deserialize(&mut *self.scan)
    }
}

/// The items of an array, until it ends.
struct Items<'s, 'de> {
    scan: &'s mut Scan<'de>,
    is_first: bool,
}

impl<'de> SeqAccess<'de> for Items<'_, 'de> {
    type Error = Wrong;

    fn next_element_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, Wrong> {
        if self.scan.peek() == Some(b']') {
            self.scan.at += 1;
            return Ok(None);
        }
        if !std::mem::take(&mut self.is_first) {
            self.scan.take(b',')?;
        }
        seed.deserialize(&mut *self.scan).map(Some)
    }
}
