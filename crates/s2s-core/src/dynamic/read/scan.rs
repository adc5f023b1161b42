//! Reading of an event in the JSON form, straight from its text.
//!
//! A string without escapes is borrowed. serde_json reads the others, and turns numbers and literals into their types. Problems are not reported
//! here: the thorough reading reports them.

use std::borrow::Cow;
use std::fmt;

use serde::de::value::{BorrowedStrDeserializer, StringDeserializer};
use serde::de::{DeserializeSeed, Deserializer, IntoDeserializer, MapAccess, SeqAccess, Visitor};
use serde::forward_to_deserialize_any;

use crate::encode::json::plain_length;
use crate::value::json::MAX_DEPTH;
use crate::value::{EXACT, TIME};

use super::quotes::Quotes;

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
    let mut scan = Scan { quotes: Quotes::of(text), ..Scan::of(text) };
    let value = scan.deserialize_map(visitor)?;
    if scan.peek().is_none() { Ok(value) } else { Err(Wrong) }
}

/// Returns `provider` and `kind` of the object in a text. What comes after them is not looked at, and what comes before only skipped.
pub(super) fn provider_and_kind(text: &str) -> Option<(Cow<'_, str>, Cow<'_, str>)> {
    let mut scan = Scan::of(text);
    let (mut provider, mut kind) = (None, None);
    scan.take(b'{').ok()?;
    loop {
        let key = scan.text().ok()?;
        scan.take(b':').ok()?;
        match &*key {
            "provider" => provider = Some(scan.text().ok()?),
            "kind" => kind = Some(scan.text().ok()?),
            _ => scan.skip().ok()?,
        }
        if provider.is_some() && kind.is_some() {
            return provider.zip(kind);
        }
        scan.take(b',').ok()?;
    }
}

/// A text and the position up to which it was read.
struct Scan<'de> {
    text: &'de str,
    at: usize,
    /// The ends of its strings, if they are all known.
    quotes: Option<Quotes>,
    /// The number of levels that may follow.
    depth: usize,
}

impl<'de> Scan<'de> {
    fn of(text: &'de str) -> Self {
        Self { text, at: 0, quotes: None, depth: MAX_DEPTH }
    }

    /// Returns the next byte after whitespace, without consuming it.
    #[inline]
    fn peek(&mut self) -> Option<u8> {
        let next = *self.text.as_bytes().get(self.at)?;
        if next > b' ' { Some(next) } else { self.peek_after_whitespace() }
    }

    #[inline(never)]
    fn peek_after_whitespace(&mut self) -> Option<u8> {
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
    #[inline]
    fn text(&mut self) -> Result<Cow<'de, str>, Wrong> {
        match self.text_of_known_end() {
            Some(text) => Ok(Cow::Borrowed(text)),
            None => self.text_of_unknown_end(),
        }
    }

    #[inline]
    fn text_of_known_end(&mut self) -> Option<&'de str> {
        if self.peek() != Some(b'"') {
            return None;
        }
        let end = self.quotes.as_ref()?.next(self.at + 1)?;
        let text = self.text.get(self.at + 1..end)?;
        self.at = end + 1;
        Some(text)
    }

    #[inline(never)]
    fn text_of_unknown_end(&mut self) -> Result<Cow<'de, str>, Wrong> {
        self.take(b'"')?;
        let start = self.at;
        let inside = self.text.as_bytes().get(start..).ok_or(Wrong)?;
        let end = start + plain_length(inside);
        if self.text.as_bytes().get(end) == Some(&b'"') {
            self.at = end + 1;
            return self.text.get(start..end).map(Cow::Borrowed).ok_or(Wrong);
        }
        // It has an escape, or does not end.
        let mut texts = serde_json::Deserializer::from_str(self.text.get(start - 1..).ok_or(Wrong)?).into_iter();
        let text = texts.next().and_then(Result::ok).ok_or(Wrong)?;
        self.at = start - 1 + texts.byte_offset();
        Ok(Cow::Owned(text))
    }

    /// Consumes a number.
    fn number(&mut self) -> Result<&'de str, Wrong> {
        let rest = self.rest();
        let number = number_length(rest.as_bytes()).and_then(|length| rest.get(..length)).ok_or(Wrong)?;
        self.at += number.len();
        Ok(number)
    }

    /// Consumes a literal.
    fn literal(&mut self, literal: &str) -> Result<(), Wrong> {
        self.rest().strip_prefix(literal).ok_or(Wrong)?;
        self.at += literal.len();
        Ok(())
    }

    /// Consumes a value that is not looked at.
    fn skip(&mut self) -> Result<(), Wrong> {
        let mut depth = 0_usize;
        loop {
            match self.peek().ok_or(Wrong)? {
                b'"' => drop(self.text()?),
                b'{' | b'[' => {
                    depth += 1;
                    self.at += 1;
                }
                b'}' | b']' => {
                    depth = depth.checked_sub(1).ok_or(Wrong)?;
                    self.at += 1;
                }
                b',' | b':' if depth > 0 => self.at += 1,
                _ => {
                    let is_end = |byte: char| !byte.is_ascii_alphanumeric() && !matches!(byte, '-' | '+' | '.');
                    let rest = self.rest();
                    let length = rest.find(is_end).unwrap_or(rest.len());
                    if length == 0 {
                        return Err(Wrong);
                    }
                    self.at += length;
                }
            }
            if depth == 0 {
                return Ok(());
            }
        }
    }

    fn rest(&self) -> &'de str {
        self.text.get(self.at..).unwrap_or_default()
    }

    /// Reads what is one level further inside.
    fn inside<T>(&mut self, read: impl FnOnce(&mut Self) -> Result<T, Wrong>) -> Result<T, Wrong> {
        self.depth = self.depth.checked_sub(1).ok_or(Wrong)?;
        let value = read(self)?;
        self.depth += 1;
        Ok(value)
    }
}

/// Returns the length of the number that a text begins with (RFC 8259, section 6).
fn number_length(text: &[u8]) -> Option<usize> {
    fn digits(text: &[u8]) -> Option<&[u8]> {
        let length = text.iter().take_while(|byte| byte.is_ascii_digit()).count();
        text.get(length..).filter(|_| length > 0)
    }
    let mut rest = match text.strip_prefix(b"-").unwrap_or(text) {
        [b'0', rest @ ..] => rest,
        other => digits(other)?,
    };
    if let [b'.', fraction @ ..] = rest {
        rest = digits(fraction)?;
    }
    if let [b'e' | b'E', b'+' | b'-', exponent @ ..] | [b'e' | b'E', exponent @ ..] = rest {
        rest = digits(exponent)?;
    }
    Some(text.len() - rest.len())
}

impl<'de> Deserializer<'de> for &mut Scan<'de> {
    type Error = Wrong;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        match self.peek() {
            Some(b'"') => self.deserialize_str(visitor),
            Some(b'{') => self.deserialize_map(visitor),
            Some(b'[') => self.deserialize_seq(visitor),
            Some(b't') => self.literal("true").and_then(|()| visitor.visit_bool(true)),
            Some(b'f') => self.literal("false").and_then(|()| visitor.visit_bool(false)),
            Some(b'n') => self.literal("null").and_then(|()| visitor.visit_unit()),
            _ => serde_json::Deserializer::from_str(self.number()?).deserialize_any(visitor).map_err(|_| Wrong),
        }
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
        self.inside(|scan| visitor.visit_map(Members { scan, is_first: true }))
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        self.take(b'[')?;
        self.inside(|scan| visitor.visit_seq(Items { scan, is_first: true }))
    }

    fn deserialize_enum<V: Visitor<'de>>(self, _: &'static str, _: &'static [&'static str], visitor: V) -> Result<V::Value, Wrong> {
        visitor.visit_enum(self.text()?.into_deserializer())
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, name: &'static str, visitor: V) -> Result<V::Value, Wrong> {
        match self.peek() {
            Some(b'-' | b'0'..=b'9') if [EXACT, TIME].contains(&name) => visitor.visit_borrowed_bytes(self.number()?.as_bytes()),
            _ if [EXACT, TIME].contains(&name) => self.deserialize_any(visitor),
            _ => visitor.visit_newtype_struct(self),
        }
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 u8 u16 u32 u64 f32 f64 char bytes byte_buf unit unit_struct tuple tuple_struct struct identifier
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
