//! Amounts and metrics as the caller gives them.

use std::borrow::Cow;
use std::fmt;

use serde::de::{Error, Unexpected};
use serde::{Deserialize, Deserializer};

use super::exact::{self, Exact};
use super::{Decimal, EXACT, Text};
use crate::issue::Code;

/// A decimal number as the caller wrote it; it is checked when a request is built.
///
/// A text (`"19.99"`) and an integer are taken as they are. An `f64` is taken by its shortest decimal form (`19.99_f64` is `19.99`);
/// where a program counts money in a decimal type, its text is the better source.
/// In JSON it is a string or a number; a number is taken digit for digit.
#[derive(Clone, PartialEq, Eq)]
pub struct Number(Text);

impl Number {
    /// The number as it was written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether the text may stand in JSON as a number: a decimal without leading zeros (RFC 8259, section 6).
    pub(crate) fn check_json(&self) -> Result<(), Code> {
        Decimal::parse(&self.0)?;
        let digits = self.0.strip_prefix('-').unwrap_or(&self.0).as_bytes();
        if matches!(digits, [b'0', b'0'..=b'9', ..]) { Err(Code::InvalidNumber) } else { Ok(()) }
    }
}

impl From<&str> for Number {
    fn from(text: &str) -> Self {
        Self(text.into())
    }
}

impl From<String> for Number {
    fn from(text: String) -> Self {
        Self(text.into())
    }
}

impl From<Cow<'_, str>> for Number {
    fn from(text: Cow<'_, str>) -> Self {
        Self((&*text).into())
    }
}

impl From<i32> for Number {
    fn from(number: i32) -> Self {
        Self(number.to_string().into())
    }
}

impl From<i64> for Number {
    fn from(number: i64) -> Self {
        Self(number.to_string().into())
    }
}

impl From<f64> for Number {
    fn from(number: f64) -> Self {
        Self(number.to_string().into())
    }
}

impl fmt::Debug for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a number")
    }
}

impl<'de> Deserialize<'de> for Number {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        match exact::read(EXACT, deserializer)? {
            Exact::Text(text) | Exact::Number(text) => Ok(text.into()),
            Exact::Time(_) => Err(D::Error::invalid_type(Unexpected::Other("a time"), &"a text or a number")),
        }
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Number {
    fn schema_name() -> Cow<'static, str> {
        "Number".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": ["string", "number"] })
    }
}
