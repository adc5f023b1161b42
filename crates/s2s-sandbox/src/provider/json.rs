//! Checks of JSON that several APIs share.

use serde_json::{Map, Value};

/// A JSON object.
pub(crate) type Object = Map<String, Value>;

/// Fails with the rule when a condition does not hold.
pub(crate) fn ensure(holds: bool, rule: &'static str) -> Result<(), &'static str> {
    if holds { Ok(()) } else { Err(rule) }
}

/// Whether a member is a text with something in it.
pub(crate) fn has_text(object: &Object, name: &str) -> bool {
    matches!(object.get(name), Some(Value::String(text)) if !text.is_empty())
}

/// Whether a member is absent, or as the check wants it.
pub(crate) fn absent_or(object: &Object, name: &str, check: fn(&Value) -> bool) -> bool {
    object.get(name).is_none_or(check)
}

/// Whether a value is a number written as a double, with a fraction or an exponent. `130` is an integer to a typed reader.
pub(crate) fn is_double(value: &Value) -> bool {
    value.is_f64()
}

/// Reads a text of decimal digits only.
pub(crate) fn digits(text: &str) -> Option<u64> {
    text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse().ok())?
}

/// The instants from here on (1973) are later in milliseconds than any date of our time in seconds (up to the year 5138), so
/// that one unit is never treated as the other.
pub(crate) const FIRST_MILLISECOND: u64 = 100_000_000_000;
