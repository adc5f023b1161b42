//! Amounts and metrics as the caller gives them.

use std::borrow::Cow;
use std::fmt;

use serde::de::{Error, Unexpected};
use serde::{Deserialize, Deserializer};

use super::exact::{self, Exact};
use super::lend::Lend;
#[cfg(feature = "uniffi")]
use super::lowered;
use super::{Decimal, EXACT, Text};
use crate::issue::Code;

/// A decimal number as the caller wrote it; it is checked when a request is built.
///
/// A text (`"19.99"`) and an integer are taken as they are. An `f64` or `f32` is taken by its shortest decimal form (`19.99_f64` is `19.99`);
/// where a program counts money in a decimal type, its text is the better source: an amount of money with the noise of binary
/// arithmetic (`0.1 + 0.2`) gets the warning [`Code::FloatNoise`].
/// In JSON it is a string or a number; a number is taken digit for digit.
#[derive(Clone, PartialEq, Eq)]
pub struct Number {
    text: Text,
    origin: Origin,
}

/// What a number was given as.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Origin {
    /// A text, an integer, or the digits of a JSON number that is part of a value.
    Text,
    /// A value of a decimal type.
    Decimal,
    /// What may be a binary float: an `f64`, or a JSON number.
    Float,
}

/// A borrowed amount.
#[derive(Clone, Copy)]
pub(crate) struct NumberRef<'e> {
    text: &'e str,
    origin: Origin,
}

/// An amount as it is read.
pub(crate) struct ReadNumber<'t> {
    text: Cow<'t, str>,
    origin: Origin,
}

impl<'e> NumberRef<'e> {
    /// An amount that is a text.
    pub(crate) fn of_text(text: &'e str) -> Self {
        Self { text, origin: Origin::Text }
    }

    /// The number as it was written.
    pub(crate) fn as_str(self) -> &'e str {
        self.text
    }

    /// Whether this is a float with more digits than an amount of money has: the noise of binary arithmetic. A JSON number is a float where it
    /// is the shortest form of one.
    pub(crate) fn is_noisy(self) -> bool {
        const MOST_DIGITS: usize = 12;
        if self.origin != Origin::Float || self.text.len() <= MOST_DIGITS {
            return false;
        }
        let Ok(decimal) = Decimal::parse(self.text) else { return false };
        let is_shortest = || {
            let shortest = self.text.parse::<f64>().ok().map(|double| double.to_string());
            shortest.is_some_and(|shortest| Decimal::parse(&shortest).is_ok_and(|shortest| shortest == decimal))
        };
        !decimal.is_integer() && decimal.significant_digits() > MOST_DIGITS && is_shortest()
    }
}

impl Lend for Number {
    type Ref<'e> = NumberRef<'e>;
    type Read<'t> = ReadNumber<'t>;

    fn lend(&self) -> NumberRef<'_> {
        NumberRef { text: &self.text, origin: self.origin }
    }

    fn lend_read<'e>(read: &'e ReadNumber<'_>) -> NumberRef<'e> {
        NumberRef { text: &read.text, origin: read.origin }
    }

    #[cfg(feature = "uniffi")]
    fn lift<'t>(from: &mut &'t [u8]) -> Option<ReadNumber<'t>> {
        let (text, is_float) = (lowered::text(from)?, lowered::lifted(from)?);
        Some(ReadNumber { text: text.into(), origin: Origin::given(is_float) })
    }
}

#[cfg(feature = "uniffi")]
impl Origin {
    /// Returns the origin of a number that another language gives.
    fn given(is_float: bool) -> Self {
        if is_float { Self::Float } else { Self::Text }
    }
}

impl Number {
    /// The digits of a value of a decimal type. It stays one inside a [`Json`](super::Json): see [`Code::FloatNoise`].
    pub fn decimal(digits: &str) -> Self {
        Self { text: digits.into(), origin: Origin::Decimal }
    }

    /// An amount inside of a JSON value, where what is not of a decimal type may be a binary float.
    pub(crate) fn lend_amount(&self) -> NumberRef<'_> {
        NumberRef { text: &self.text, origin: if self.is_decimal() { Origin::Decimal } else { Origin::Float } }
    }

    pub(crate) fn is_decimal(&self) -> bool {
        self.origin == Origin::Decimal
    }

    /// The number as it was written.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// A number as another language gives it.
    #[cfg(feature = "uniffi")]
    pub(super) fn given(text: Text, is_float: bool) -> Self {
        Self { text, origin: Origin::given(is_float) }
    }

    /// Whether it may be a binary float.
    #[cfg(feature = "uniffi")]
    pub(super) fn is_float(&self) -> bool {
        self.origin == Origin::Float
    }

    /// Checks whether the text is a number in JSON: a decimal without leading zeros (RFC 8259, section 6).
    pub(crate) fn check_json(&self) -> Result<(), Code> {
        Decimal::parse(&self.text)?;
        let digits = self.text.strip_prefix('-').unwrap_or(&self.text).as_bytes();
        if matches!(digits, [b'0', b'0'..=b'9', ..]) { Err(Code::InvalidNumber) } else { Ok(()) }
    }
}

impl From<&str> for Number {
    fn from(text: &str) -> Self {
        Self { text: text.into(), origin: Origin::Text }
    }
}

impl From<String> for Number {
    fn from(text: String) -> Self {
        Self { text: text.into(), origin: Origin::Text }
    }
}

impl From<Cow<'_, str>> for Number {
    fn from(text: Cow<'_, str>) -> Self {
        Self { text: (&*text).into(), origin: Origin::Text }
    }
}

/// Numbers by their shortest decimal form.
macro_rules! from_number {
    ($($number:ty: $origin:ident)*) => {
        $(impl From<$number> for Number {
            fn from(number: $number) -> Self {
                Self { text: number.to_string().into(), origin: Origin::$origin }
            }
        })*
    };
}

from_number! { i32: Text i64: Text u32: Text u64: Text f32: Float f64: Float }

/// Every digit is kept, also zeros at the end.
#[cfg(feature = "rust_decimal")]
impl From<rust_decimal::Decimal> for Number {
    fn from(decimal: rust_decimal::Decimal) -> Self {
        Self::decimal(&decimal.to_string())
    }
}

impl fmt::Debug for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a number")
    }
}

impl<'de> Deserialize<'de> for ReadNumber<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let (text, origin) = match exact::read(EXACT, deserializer)? {
            Exact::Text(text) => (text, Origin::Text),
            Exact::Decimal(digits) => (digits, Origin::Decimal),
            Exact::Number(digits) => (digits, Origin::Float),
            Exact::Time(_) => return Err(D::Error::invalid_type(Unexpected::Other("a time"), &"a text or a number")),
        };
        Ok(Self { text, origin })
    }
}

impl<'de> Deserialize<'de> for Number {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let ReadNumber { text, origin } = ReadNumber::deserialize(deserializer)?;
        Ok(Self { text: (&*text).into(), origin })
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

#[cfg(test)]
mod tests {
    use super::*;

    fn is_noisy(number: &Number) -> bool {
        number.lend().is_noisy()
    }

    #[test]
    fn only_a_float_can_have_noise() {
        assert!(is_noisy(&Number::from(0.1 + 0.2)));
        assert!(!is_noisy(&Number::from(19.99)));
        assert!(!is_noisy(&Number::from(1.0e15)));
        assert!(!is_noisy(&Number::from("0.30000000000000004")));
        assert!(!is_noisy(&Number::decimal("0.30000000000000004")));
        assert!(is_noisy(&serde_json::from_str::<Number>("0.30000000000000004").unwrap()));
        assert!(!is_noisy(&serde_json::from_str::<Number>("\"0.30000000000000004\"").unwrap()));
        // No double has that many digits.
        assert!(!is_noisy(&serde_json::from_str::<Number>("1234567890.12345678901").unwrap()));
    }
}
