//! Reads a scalar without losing how it was written: a JSON number never passes through a binary double.

use std::borrow::Cow;
use std::fmt;

use serde::de::{Deserializer, Error, Unexpected, Visitor};
use serde_json::value::RawValue;

use super::Timestamp;
use crate::encode;

/// The name under which deserializers of this crate and of the bindings are asked for a scalar as it was written.
/// They respond with `visit_str` for a text, with `visit_bytes` for the digits of a number, and with `visit_byte_buf` for those of a decimal
/// type, which has no noise of binary arithmetic.
pub const EXACT: &str = "s2s::Exact";

/// As [`EXACT`], for a time. A deserializer of values that have a type for times calls `visit_i64` with Unix milliseconds, truncated
/// toward the past, or, if that may be beyond the years 0000 to 9999, `visit_str` with a text.
pub const TIME: &str = "s2s::Time";

/// A text or a number, as it was written, or a point in time.
pub(crate) enum Exact<'de> {
    Text(Cow<'de, str>),
    Number(Cow<'de, str>),
    /// A number of a decimal type.
    Decimal(Cow<'de, str>),
    Time(Timestamp),
}

/// Reads a scalar under the name [`EXACT`] or [`TIME`].
pub(crate) fn read<'de, D: Deserializer<'de>>(name: &'static str, deserializer: D) -> Result<Exact<'de>, D::Error> {
    deserializer.deserialize_newtype_struct(name, ExactVisitor)
}

struct ExactVisitor;

impl<'de> Visitor<'de> for ExactVisitor {
    type Value = Exact<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text or a number")
    }

    /// Comes from serde_json, which knows nothing of [`EXACT`] but gives the source text of a value.
    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        let raw = <&RawValue as serde::Deserialize>::deserialize(deserializer)?.get();
        match raw.as_bytes() {
            [b'"', inner @ .., b'"'] if !inner.contains(&b'\\') => {
                let text = raw.strip_prefix('"').and_then(|raw| raw.strip_suffix('"')).unwrap_or_default();
                Ok(Exact::Text(Cow::Borrowed(text)))
            }
            [b'"', ..] => serde_json::from_str(raw).map(|text: String| Exact::Text(Cow::Owned(text))).map_err(D::Error::custom),
            [b'-' | b'0'..=b'9', ..] => Ok(Exact::Number(Cow::Borrowed(raw))),
            _ => Err(D::Error::invalid_type(Unexpected::Other("another type"), &self)),
        }
    }

    fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<Self::Value, E> {
        Ok(Exact::Text(Cow::Borrowed(text)))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
        Ok(Exact::Text(Cow::Owned(text.to_owned())))
    }

    fn visit_i64<E: Error>(self, millis: i64) -> Result<Self::Value, E> {
        let time = Timestamp::from_unix_millis(millis).ok_or_else(|| E::invalid_value(Unexpected::Signed(millis), &self))?;
        Ok(Exact::Time(time))
    }

    fn visit_borrowed_bytes<E: Error>(self, digits: &'de [u8]) -> Result<Self::Value, E> {
        Ok(Exact::Number(encode::text(digits)))
    }

    fn visit_bytes<E: Error>(self, digits: &[u8]) -> Result<Self::Value, E> {
        Ok(Exact::Number(Cow::Owned(String::from_utf8_lossy(digits).into_owned())))
    }

    fn visit_byte_buf<E: Error>(self, digits: Vec<u8>) -> Result<Self::Value, E> {
        Ok(Exact::Decimal(Cow::Owned(String::from_utf8_lossy(&digits).into_owned())))
    }
}
